"""Make items fit their schemas: convert what was sent, and fill in what only a server knows."""

import re
import uuid
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.ir.json_types import has_type, types_of
from channelsmith.ir.samples import sample
from channelsmith.sandbox.json_values import MISSING, MaybeJson, Missing
from channelsmith.sandbox.schema_view import (
    Member,
    allows_null,
    content,
    element_of,
    examples_of,
    is_object,
    is_open,
    members_of,
    number_of,
)
from channelsmith.sandbox.state.store import Item

UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
_MAX_DEPTH: Final = 12


class Coercer:
    """Makes and changes items so that they fit their schemas in types, members and defaults.

    Args:
        timestamp: returns the current time.
        serial: returns the next number of a named series.
    """

    def __init__(self, timestamp: Callable[[], str], serial: Callable[[str], int]) -> None:
        self.timestamp: Final = timestamp
        self._serial: Final = serial

    def create(self, schema: Node, values: Mapping[str, Json]) -> Item:
        """Return a new item: the values of its members, with times, defaults and empty lists where required."""
        return self._object(schema, values, _MAX_DEPTH)

    def replace(self, schema: Node, old: Item, values: Mapping[str, Json], writable: Mapping[str, Member]) -> Item:
        """Return an item after a replacement: `writable` members without a value are gone.

        Where the item requires them, lists are empty then, and other members keep their values.
        """
        members = members_of(schema)
        new = self._object(schema, values, _MAX_DEPTH, old)
        for name, value in old.items():
            member = members.get(name)
            if member is None or name not in writable or member.read_only:
                new.setdefault(name, value)
            if member is not None and member.required and name not in values:
                new[name] = [] if name in writable and _can_be_empty_list(member) else value
        return self._set_update_time(schema, {**new, **_server_values(members, old, values)})

    def update(self, schema: Node, old: Item, values: Mapping[str, Json]) -> Item:
        """Return an item after a JSON merge patch (RFC 7396); null removes members that are not required."""
        members = members_of(schema)
        merged = _merge(old, values)
        for name, value in values.items():
            if value is None and name in members and allows_null(members[name].schema):
                merged[name] = None
            elif value is None and name in members and members[name].required:
                merged[name] = old.get(name)
        new = self._object(schema, merged, _MAX_DEPTH, old)
        other = {name: value for name, value in old.items() if name not in new and name not in values}
        return self._set_update_time(schema, {**other, **new, **_server_values(members, old, values)})

    def set_values(self, schema: Node, old: Item, values: Mapping[str, Json]) -> Item:
        """Return an item with values set by the server."""
        members = members_of(schema)
        fitted = {
            name: self.fit(members[name].schema, value) if name in members else value for name, value in values.items()
        }
        return self._set_update_time(schema, {**old, **fitted})

    def fits(self, schema: Node, value: Json) -> bool:
        """Whether a value has a type that the schema allows, or can be converted to one."""
        return _has_type(self.fit(schema, value), schema)

    def fit(self, schema: Node, value: Json, depth: int = _MAX_DEPTH, old: Json = None) -> Json:
        """Convert a value to the type of its schema as far as possible."""
        target = content(schema)
        element = element_of(target)
        if isinstance(value, dict) and (is_object(target) or not types_of(target)) and depth:
            return self._object(target, value, depth - 1, old if isinstance(old, dict) else None)
        if isinstance(value, list) and element is not None and depth:
            plain = _plain_types(element)
            fitted = [each if type(each) in plain else self.fit(element, each, depth - 1) for each in value]
            return [each for each in fitted if type(each) in plain or _has_type(each, element)]
        if isinstance(value, bool | dict | list) or value is None:
            return value
        return self._convert(target, value, depth)

    def _convert(self, schema: Node, value: str | float, depth: int) -> Json:
        types = types_of(schema)
        if isinstance(value, str) and "string" not in types and "integer" in types and _INTEGER.fullmatch(value):
            return int(value)
        if not isinstance(value, str) and "string" in types and not types & {"integer", "number"}:
            return str(value)
        if is_object(schema) and not types & {"string", "integer", "number"} and depth:
            settable = [member for member in members_of(schema).values() if not _is_set_by_server(member)]
            if len(settable) == 1:  # the value of the only member that callers can set
                return self._object(schema, {settable[0].name: value}, depth - 1)
        return value

    def _set_update_time(self, schema: Node, item: Item) -> Item:
        times = [member for member in members_of(schema).values() if member.is_update_time]
        shown = [member.name for member in times if member.read_only or member.required or member.name in item]
        return {**item, **{name: self.timestamp() for name in shown}}

    def _object(self, schema: Node, values: Mapping[str, Json], depth: int, old: Item | None = None) -> Item:
        members = members_of(schema)
        if not members:
            return dict(values)
        made: Item = {}
        for name, member in members.items():
            value: MaybeJson = values.get(name, MISSING)
            inner = old.get(name) if old else None
            if isinstance(value, Missing) or (value is None and not allows_null(member.schema)):
                value = self._default(member, depth, old)
            else:
                value = self.fit(member.schema, value, depth, inner)
                value = value if _has_type(value, member.schema) else self._default(member, depth, None)
            if not isinstance(value, Missing):
                made[name] = value
        return {**values, **made} if is_open(schema) else made

    def _default(self, member: Member, depth: int, old: Item | None) -> MaybeJson:
        """Return the value of a member that was not sent, MISSING where it can be left out."""
        if old is not None and member.name in old and (member.required or member.read_only):
            return old[member.name]
        if member.write_only:
            return MISSING
        if member.is_creation_time or member.is_update_time:
            return self.timestamp()
        if "default" in member.schema and _has_type(member.schema["default"].value, member.schema):
            return member.schema["default"].value
        return self._required_value(member, depth) if member.required else MISSING

    def _required_value(self, member: Member, depth: int) -> Json:  # noqa: PLR0911 -- one for each kind of value
        schema, types = member.schema, types_of(member.schema)
        if member.is_timestamp:
            return self.timestamp()
        if "const" in schema and _has_type(schema["const"].value, schema):
            return schema["const"].value
        if _can_be_empty_list(member):
            return []
        if is_object(schema) and "oneOf" not in schema and "anyOf" not in schema and depth:
            return self._object(schema, {}, depth - 1)
        if member.words & {"id"} and not types & {"array", "object"}:
            return self._next_id(member)
        if "enum" not in schema and "boolean" in types:
            return False
        if "example" not in schema and types & {"integer", "number"}:
            return max(number_of(schema, "minimum") or 0, 0)
        return sample(schema)

    def _next_id(self, member: Member) -> Json:
        """Return the next number of the member's series, as a number or in the form of the example."""
        types, example = types_of(member.schema), example_id(member)
        if "integer" in types or "number" in types:
            return self._serial(member.schema.pointer)
        if member.schema.text("format") == "uuid" or (example and not (example.isascii() and example.isdecimal())):
            return new_uuid()
        return str(int(example or 0) + self._serial(member.schema.pointer))


def _plain_types(schema: Node) -> set[type]:
    """Return the types of numbers and strings that a schema has as they are; a list may have millions of them."""
    types = types_of(schema)
    has_type = {str: "string" in types, int: bool(types & {"integer", "number"}), float: "number" in types}
    return {each for each, is_plain in has_type.items() if is_plain}


def _merge(old: Item, patch: Mapping[str, Json]) -> Item:
    new = dict(old)
    for name, value in patch.items():
        before = new.get(name)
        if value is None:
            new.pop(name, None)
        elif isinstance(value, dict):
            new[name] = _merge(before if isinstance(before, dict) else {}, value)
        else:
            new[name] = value
    return new


def _server_values(members: Mapping[str, Member], old: Item, values: Mapping[str, Json]) -> Item:
    """Return the members that keep their values: callers cannot change them, and the behaviour did not."""
    return {
        name: old[name]
        for name, member in members.items()
        if name in old and (member.is_creation_time or (member.read_only and name not in values))
    }


def _can_be_empty_list(member: Member) -> bool:
    return element_of(member.schema) is not None and "minItems" not in member.schema


def _is_set_by_server(member: Member) -> bool:
    return member.read_only or member.is_creation_time or member.is_update_time or member.words <= {"id"}


def _has_type(value: Json, schema: Node) -> bool:
    return allows_null(schema) if value is None else has_type(value, schema)


def new_uuid(random: Random | None = None) -> str:
    """Return a random UUID, from a seeded source where one is given."""
    return str(uuid.UUID(int=random.getrandbits(128), version=4) if random is not None else uuid.uuid4())


def example_id(member: Member | None) -> str:
    """Return the example of an id, "" where there is none."""
    example = next(examples_of(member.schema), None) if member is not None else None
    return str(example) if isinstance(example, str | int) else ""

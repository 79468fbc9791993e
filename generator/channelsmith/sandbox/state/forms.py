"""Items in the form of their schema: what was sent is carried over, what only a server knows is filled in."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Nothing
from channelsmith.sandbox.examples import sample
from channelsmith.sandbox.parameters import types_of
from channelsmith.sandbox.state.ids import fresh_uuid, shown
from channelsmith.sandbox.state.shapes import Member, Shapes, content, element, is_object, is_open
from channelsmith.sandbox.state.store import Item

_WHOLE: Final = re.compile(r"[+-]?\d{1,18}")
_DEPTH: Final = 12


class Forms:
    """Makes and changes items so that they fit their schemas as far as types, members and defaults go."""

    def __init__(self, shapes: Shapes, now: Callable[[], str], serial: Callable[[str], int]) -> None:
        """Needs to know the schemas, the time as a text, and the next number of a series by its name."""
        self._shapes: Final = shapes
        self.now: Final = now
        """The time, as a text."""
        self._serial: Final = serial

    def made(self, schema: Node, sent: Mapping[str, Json]) -> Item:
        """A new item: what was sent of its members, and times, defaults and empty lists where they are due."""
        return self._object(schema, sent, _DEPTH)

    def replaced(self, schema: Node, old: Item, sent: Mapping[str, Json], offered: Mapping[str, Member]) -> Item:
        """An item after a replacement: what could have been sent (`offered`) and was not is gone, if it may be."""
        members = self._shapes.members(schema)
        given = self._object(schema, sent, _DEPTH, old)
        kept = {
            name: value
            for name, value in old.items()
            if name not in given and (name not in offered or name not in members or members[name].read_only)
        }
        needed = {
            name: old[name] for name, each in members.items() if each.required and name not in sent and name in old
        }
        return self._touched(schema, {**kept, **given, **needed, **_server_made(members, old)})

    def merged(self, schema: Node, old: Item, sent: Mapping[str, Json]) -> Item:
        """An item after a JSON merge patch (RFC 7396); null takes away what is not required."""
        members = self._shapes.members(schema)
        patch = {name: value for name, value in sent.items() if not (name in members and members[name].read_only)}
        new = _merge(old, patch)
        for name, value in patch.items():
            if value is None and name in members and _takes_null(members[name].schema):
                new[name] = None
            elif value is None and name in members and members[name].required:
                new[name] = old.get(name)
        fitted = self._object(schema, new, _DEPTH, old)
        hidden = {name: value for name, value in old.items() if name not in fitted and name not in patch}
        return self._touched(schema, {**hidden, **fitted, **_server_made(members, old)})

    def fits(self, schema: Node, value: Json) -> bool:
        """Whether a value is of a type that the schema allows, or a text of such a one."""
        return _can_be(self.fitted(schema, value), schema, strictly=True)

    def changed(self, schema: Node, old: Item, values: Mapping[str, Json]) -> Item:
        """An item with some values set by the server."""
        members = self._shapes.members(schema)
        fitted = {
            name: self.fitted(members[name].schema, value) if name in members else value
            for name, value in values.items()
        }
        return self._touched(schema, {**old, **fitted})

    def _touched(self, schema: Node, item: Item) -> Item:
        """With the time of the last change set, where one is kept."""
        changes = [each for each in self._shapes.members(schema).values() if each.is_change]
        return {
            **item,
            **{each.name: self.now() for each in changes if each.read_only or each.required or each.name in item},
        }

    def fitted(self, schema: Node, value: Json, depth: int = _DEPTH, old: Json = None) -> Json:
        """A value in the type its schema asks for, as far as one can be turned into the other."""
        target = content(schema)
        inner = element(target)
        if isinstance(value, dict) and (is_object(target) or not types_of(target)) and depth:
            return self._object(target, value, depth - 1, old if isinstance(old, dict) else None)
        if isinstance(value, list) and inner is not None and depth:
            fitted = (self.fitted(inner, each, depth - 1) for each in value)
            return [each for each in fitted if _can_be(each, inner, strictly=True)]
        if isinstance(value, bool | dict | list) or value is None:
            return value
        return self._converted(target, value, depth)

    def _converted(self, schema: Node, value: str | float, depth: int) -> Json:
        """A plain value: a number of a text, a text of a number, an object around it; unchanged where it will do."""
        kinds = types_of(schema)
        if isinstance(value, str) and "string" not in kinds and "integer" in kinds and _WHOLE.fullmatch(value):
            return int(value)
        if not isinstance(value, str) and "string" in kinds and not kinds & {"integer", "number"}:
            return str(value)
        if is_object(schema) and not kinds & {"string", "integer", "number"}:
            return self._wrapped(schema, value, depth)
        return value

    def blank(self, member: Member, depth: int = _DEPTH) -> Json:
        """The value of a member that has to be there and that nobody has given."""
        schema = member.schema
        if member.is_moment:
            return self.now()
        said = next((schema[key].value for key in ("const", "default") if key in schema), None)
        if said is not None and _can_be(said, schema, strictly=True):
            return said
        if element(schema) is not None and "minItems" not in schema:
            return []
        if is_object(schema) and "oneOf" not in schema and "anyOf" not in schema and depth:
            return self._object(schema, {}, depth - 1)
        return self._plain_blank(member)

    def _plain_blank(self, member: Member) -> Json:
        schema, kinds = member.schema, types_of(member.schema)
        if member.words & {"id"} and not kinds & {"array", "object"}:
            return self._series(member)
        if "enum" not in schema and "boolean" in kinds:
            return False
        if "example" not in schema and kinds & {"integer", "number"}:
            return _least(schema)
        return sample(schema)

    def _object(self, schema: Node, sent: Mapping[str, Json], depth: int, old: Item | None = None) -> Item:
        members = self._shapes.members(schema)
        if not members:
            return dict(sent)
        made: Item = {}
        for name, member in members.items():
            found = sent.get(name, NOTHING)
            if isinstance(found, Nothing) or not _can_be(found, member.schema):
                value = self._filled(member, depth, old)
            else:
                value = self.fitted(member.schema, found, depth, old.get(name) if old else None)
                value = value if _can_be(value, member.schema, strictly=True) else self._filled(member, depth, None)
            if not isinstance(value, Nothing):
                made[name] = value
        return {**sent, **made} if is_open(schema) else made

    def _filled(self, member: Member, depth: int, old: Item | None) -> "Json | Nothing":
        """What a member has that was not sent: NOTHING where it can be left out."""
        if old is not None and member.name in old and (member.required or member.read_only):
            return old[member.name]
        if member.write_only:
            return NOTHING
        if member.is_creation or member.is_change:
            return self.now()
        if "default" in member.schema and _can_be(member.schema["default"].value, member.schema, strictly=True):
            return member.schema["default"].value
        return self.blank(member, depth) if member.required else NOTHING

    def _wrapped(self, schema: Node, value: Json, depth: int) -> Json:
        """An object around a plain value: its only member that no server fills."""
        open_to = [each for each in self._shapes.members(schema).values() if not _made_by_server(each)]
        if len(open_to) != 1 or not depth:
            return value
        return self._object(schema, {open_to[0].name: value}, depth - 1)

    def _series(self, member: Member) -> Json:
        """The next number of a series, as a number or in the form of the example."""
        kinds = types_of(member.schema)
        if "integer" in kinds or "number" in kinds:
            return self._serial(member.schema.pointer)
        like = shown(member)
        if member.schema.text("format") == "uuid" or (like and not (like.isascii() and like.isdecimal())):
            return fresh_uuid()
        return str(int(like or 0) + self._serial(member.schema.pointer))


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


def _server_made(members: Mapping[str, Member], old: Item) -> Item:
    """What nobody but the server changes: it stays as it was."""
    return {name: old[name] for name, each in members.items() if name in old and (each.read_only or each.is_creation)}


def _made_by_server(member: Member) -> bool:
    return member.read_only or member.is_creation or member.is_change or member.words <= {"id"}


def _takes_null(schema: Node) -> bool:
    target = content(schema)
    return (
        "null" in types_of(target)
        or not types_of(target)
        or (target.get("nullable") is not None and target.flag("nullable"))
    )


def _can_be(value: Json, schema: Node, *, strictly: bool = False) -> bool:
    """Whether a value is, or could be made, of a type that the schema allows."""
    if value is None:
        return _takes_null(schema)
    if not strictly:
        return True
    kinds = types_of(schema)
    return not kinds or any(isinstance(value, _TYPES[kind]) for kind in kinds if kind in _TYPES)


_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _least(schema: Node) -> Json:
    least = schema.get("minimum")
    return least.value if least is not None and isinstance(least.value, int | float) and least.value > 0 else 0

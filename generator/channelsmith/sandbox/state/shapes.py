"""What the schemas of a document say about values: members, lists, types; looked up once for each schema."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.parameters import types_of

_WORD: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_CREATED: Final = frozenset({"created", "creation", "inserted", "added"})
_UPDATED: Final = frozenset({"updated", "modified", "changed", "update", "modification"})
_MOMENT: Final = frozenset({"at", "on", "date", "time", "timestamp", "last", "datetime"})
_DEPTH: Final = 12
_NAMES: Final = 4096
_SCHEMAS: Final = 8192


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an object; the schema is followed to its content."""

    name: str
    schema: Node
    required: bool
    read_only: bool
    write_only: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of its name, in lower case."""
        return frozenset(words(self.name))

    @property
    def is_moment(self) -> bool:
        """Whether it is a date with a time of day."""
        return self.schema.text("format") == "date-time"

    @property
    def is_creation(self) -> bool:
        """Whether it tells when its item came to be."""
        return self.is_moment and bool(self.words & _CREATED) and self.words <= _CREATED | _MOMENT

    @property
    def is_change(self) -> bool:
        """Whether it tells when its item last changed."""
        return self.is_moment and bool(self.words & _UPDATED) and self.words <= _UPDATED | _MOMENT


class Shapes:
    """The schemas of one document."""

    def __init__(self) -> None:
        """Nothing is known until it is asked for."""
        self._members: Final = dict[str, Mapping[str, Member]]()

    def members(self, schema: Node) -> Mapping[str, Member]:
        """The members of an object, those of its parts (`allOf`) included; empty where none is declared."""
        found = self._members.get(schema.pointer)
        if found is None:
            found = self._members[schema.pointer] = _members(schema, _DEPTH)
        return found


@lru_cache(_SCHEMAS)
def content(schema: Node) -> Node:
    """The schema behind references and behind an alternative to null."""
    target = schema.resolve()
    for key in ("oneOf", "anyOf"):
        options = target.get(key)
        if options is not None and "properties" not in target:
            real = [each for each in options.elements() if types_of(each) - {"null"} or not types_of(each)]
            if len(real) == 1:
                return content(real[0])
    parts = target.get("allOf")
    if parts is not None and "properties" not in target and "items" not in target:
        only = list(parts.elements())
        if len(only) == 1:
            return content(only[0])
    return target


@lru_cache(_SCHEMAS)
def element(schema: Node) -> Node | None:
    """The schema of the elements of a list; None for anything but a list."""
    target = content(schema)
    items = target.get("items")
    return items if items is not None and "array" in (types_of(target) or {"array"}) else None


@lru_cache(_SCHEMAS)
def is_object(schema: Node) -> bool:
    """Whether values are objects, as far as the schema tells."""
    target = content(schema)
    return "object" in types_of(target) or "properties" in target or "allOf" in target


def is_open(schema: Node) -> bool:
    """Whether an object declares that it has members of any name."""
    more = content(schema).get("additionalProperties")
    return more is not None and more.value is not False


@lru_cache(_NAMES)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: `order`, `id` of orderId, order_id and ORDER-ID."""
    return tuple(word.lower() for word in _WORD.findall(name))


@lru_cache(_NAMES)
def plain(name: str) -> str:
    """A name without its spelling: `orderid` of orderId, order_id and ORDER-ID."""
    return "".join(char for char in name.lower() if char.isalnum())


def singular(word: str) -> str:
    """The singular of an English plural, as far as rules of thumb go."""
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "uses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _members(schema: Node, depth: int) -> Mapping[str, Member]:
    required = _required(schema, depth)
    return {name: replace(each, required=name in required) for name, each in _declared(schema, depth).items()}


def _declared(schema: Node, depth: int) -> dict[str, Member]:
    """The members of an object and of its parts; which of them are required is not looked at."""
    target = content(schema)
    found: dict[str, Member] = {}
    parts = target.get("allOf")
    for part in parts.elements() if parts is not None and depth else ():
        found |= _declared(part, depth - 1)
    properties = target.get("properties")
    for name, node in properties.items() if properties is not None else ():
        inner = content(node)
        flags = {flag: _flag(node, inner, flag) for flag in ("readOnly", "writeOnly")}
        found[name] = Member(name, inner, required=False, read_only=flags["readOnly"], write_only=flags["writeOnly"])
    return found


def _required(schema: Node, depth: int) -> set[str]:
    """What an object requires, or any of its parts: one may require what another declares."""
    target = content(schema)
    said, parts = target.get("required"), target.get("allOf")
    found = {str(node.value) for node in said.elements()} if said is not None else set[str]()
    for part in parts.elements() if parts is not None and depth else ():
        found |= _required(part, depth - 1)
    return found


def _flag(node: Node, inner: Node, flag: str) -> bool:
    return any(each.get(flag) is not None and each.flag(flag) for each in (node, node.resolve(), inner))

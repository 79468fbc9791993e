"""One schema with its `allOf` parts laid together."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from channelsmith.document import Json, Node

_VALUES = frozenset(["enum", "const"])
_CHOICES = frozenset(["oneOf", "anyOf", "allOf"])
_MEMBERS = frozenset(["properties", "additionalProperties", "patternProperties", "unevaluatedProperties"])
_ELEMENTS = frozenset(["items", "prefixItems"])
STRUCTURE = frozenset(["type", "format", "$ref", "$dynamicRef"]) | _VALUES | _CHOICES | _MEMBERS | _ELEMENTS
_BESIDE = _VALUES | _CHOICES | _MEMBERS | _ELEMENTS | {"required"}  # what beside a reference makes another type of it
_CONDITIONAL = ("then", "else")
_COMPOSED = frozenset(["$ref", "$dynamicRef", "allOf"])
_RARE = (_MEMBERS - {"properties"}) | {"prefixItems", "oneOf", "anyOf", "dependentSchemas", *_CONDITIONAL}


@dataclass(slots=True)
class Flat:
    """What all parts of a schema say together; where two parts say a thing, the later one holds.

    `overridden` keeps what earlier parts said of a property. `patterns` and `others` are the schemas of members that
    `properties` does not name; `is_closed` when there are none but these. `conditional` schemas hold for some values.
    """

    types: tuple[str, ...] = ()
    format: str = ""
    nullable: bool = False
    properties: dict[str, Node] = field(default_factory=dict[str, Node])
    overridden: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])
    required: set[str] = field(default_factory=set[str])
    items: Node | None = None
    prefix: list[Node] = field(default_factory=list[Node])
    patterns: list[Node] = field(default_factory=list[Node])
    others: Node | None = None
    is_closed: bool = False
    enum: Node | None = None
    const: Node | None = None
    options: list[Node] = field(default_factory=list[Node])
    conditional: list[Node] = field(default_factory=list[Node])

    @property
    def values(self) -> list[Node]:
        """The schemas that members without a name of their own fit; none where nothing is said of them."""
        if self.others is not None:
            return [*self.patterns, self.others]
        return self.patterns if self.is_closed or not self.properties else []

    @property
    def optional(self) -> dict[str, list[Node]]:
        """What is said of members that some values have: those of a choice beside properties, or of a condition."""
        found: dict[str, list[Node]] = {}
        for option in (*self.options, *self.conditional):
            for name, member in flatten(option).properties.items():
                if name not in self.properties:
                    found.setdefault(name, []).append(member)
        return found


def says_something(node: Node) -> bool:
    """Whether a schema constrains its type at all (a bare description does not)."""
    return isinstance(node.value, dict) and not STRUCTURE.isdisjoint(node.value)


def extends(node: Node) -> bool:
    """Whether a reference has words beside it that make another type of its target; before 3.1 none have a meaning."""
    return has_beside(node) and not str(node.document.value.get("openapi")).startswith("3.0")


def reach(node: Node) -> Node:
    """What a reference means: the schema it leads to, or on the way to it one that extends what it refers to."""
    end = node.resolve()
    while node.ref is not None and node != end and not extends(node):
        node = node.target()
    return node


def has_beside(node: Node) -> bool:
    """Whether there are words beside a reference that say something about the type."""
    return isinstance(node.value, dict) and not _BESIDE.isdisjoint(node.value)


def bare(node: Node) -> Node:
    """A reference without what stands beside it."""
    return Node(node.document, node.pointer, {"$ref": node.ref})


def parts(node: Node) -> list[Node]:
    """The `allOf` elements, and the reference a schema extends, that say something about the type."""
    listed = node.get("allOf")
    found = [part for part in listed.elements() if says_something(part)] if listed else []
    return [bare(node), *found] if node.ref is not None else found


def flatten(*nodes: Node) -> Flat:
    """Lays schemas and their `allOf` parts together, following references, each part once."""
    flat, seen = Flat(), set[str]()
    for node in nodes:
        for part in _all_parts(node, seen):
            _lay(flat, part)
    flat.nullable = bool(nodes) and is_nullable(nodes[-1])
    return flat


def is_nullable(node: Node, known: dict[str, bool] | None = None) -> bool:
    """Whether null fits a schema: it says so, a part written out in it does, or all that it refers to does.

    `known` holds the answers so far: many may refer to the same one.
    """
    if isinstance(node.value, dict) and _COMPOSED.isdisjoint(node.value):  # as most are
        return "null" in _types(node) or ("nullable" in node.value and node.flag("nullable"))
    known = {} if known is None else known
    own = node if node.ref is None or extends(node) else node.resolve()
    if own.pointer not in known:
        known[own.pointer] = False  # what leads back to here adds nothing
        known[own.pointer] = _takes_null(own, known)
    return known[own.pointer]


def _takes_null(own: Node, known: dict[str, bool]) -> bool:
    if own.flag("nullable") or "null" in _types(own):
        return True
    if any(is_nullable(part, known) for part in _elements(own, "allOf") if part.ref is None):
        return True
    whole = parts(own)
    return "type" not in own and bool(whole) and all(is_nullable(part, known) for part in whole)


def listed(flat: Flat) -> list[Json] | None:
    """The values of an enum, be it written as one or as a choice of constants; None where it is neither."""
    if flat.enum is not None:
        values = [item.value for item in flat.enum.elements()]
        return [_READ_AS.get(flat.types[0], _as_it_is)(value) for value in values] if len(flat.types) == 1 else values
    options = [option.resolve() for option in flat.options]
    nulls = [each for each in options if _types(each) == ("null",)]
    if all("const" in each or each in nulls for each in options) and len(options) - len(nulls) > 1:
        return [_value(each, "const") for each in options]
    return None


def _as_it_is(value: Json) -> Json:
    return value


def _as_text(value: Json) -> Json:
    """A value of an enum of strings that YAML took for something else, because it stands there without quotes."""
    return json.dumps(value) if isinstance(value, bool | int | float) else value


def _as_integer(value: Json) -> Json:
    """A value of an enum of integers that stands there in quotes."""
    return int(value) if isinstance(value, str) and value.removeprefix("-").isdecimal() and value.isascii() else value


_READ_AS = {"string": _as_text, "integer": _as_integer}


def _all_parts(node: Node, seen: set[str]) -> Iterator[Node]:
    """A schema's parts, each before what is laid over it."""
    if isinstance(node.value, dict) and _COMPOSED.isdisjoint(node.value):  # as most are
        if node.pointer not in seen:
            seen.add(node.pointer)
            yield node
        return
    chain = [node]
    while (here := chain[-1]).ref is not None and here.target().pointer not in {each.pointer for each in chain}:
        chain.append(here.target())
    for here in reversed(chain):
        if (here.ref is None or extends(here)) and here.pointer not in seen:
            seen.add(here.pointer)
            for part in _elements(here, "allOf"):
                yield from _all_parts(part, seen)
            yield here


def _lay(flat: Flat, part: Node) -> None:
    types = _types(part)
    flat.types = tuple(kind for kind in types if kind != "null") or types or flat.types
    if isinstance(said := _value(part, "format"), str):
        flat.format = said
    for name, node in _members(part, "properties"):
        if name not in flat.properties:
            flat.properties[name] = node
        elif says_something(node):
            flat.overridden.setdefault(name, []).append(flat.properties[name])
            flat.properties[name] = node
    if (required := part.get("required")) is not None:
        flat.required |= {str(item.value) for item in required.elements()}
    flat.enum = part.get("enum") or flat.enum
    flat.const = part.get("const") or flat.const
    flat.items = _schema(part, "items") or flat.items
    if isinstance(part.value, dict) and not _RARE.isdisjoint(part.value):
        _lay_rare(flat, part)


def _lay_rare(flat: Flat, part: Node) -> None:
    """The keywords that most schemas do without."""
    flat.prefix = list(_elements(part, "prefixItems")) or flat.prefix
    flat.patterns += [node for _, node in _members(part, "patternProperties")]
    for key in ("unevaluatedProperties", "additionalProperties"):
        flat.others = _schema(part, key) or flat.others
        flat.is_closed = flat.is_closed or _value(part, key) is False
    for key in ("oneOf", "anyOf"):
        flat.options += [option for option in _elements(part, key) if says_something(option)]
    flat.conditional += [found for key in _CONDITIONAL if (found := _schema(part, key)) is not None]
    flat.conditional += [found for _, found in _members(part, "dependentSchemas")]


def _schema(part: Node, key: str) -> Node | None:
    return found if (found := part.get(key)) is not None and found.is_mapping else None


def _types(part: Node) -> tuple[str, ...]:
    said = _value(part, "type")
    if isinstance(said, str):
        return (said,)
    return tuple(str(kind) for kind in said) if isinstance(said, list) else ()


def _members(part: Node, key: str) -> Iterable[tuple[str, Node]]:
    return node.items() if (node := part.get(key)) is not None else ()


def _elements(part: Node, key: str) -> Iterable[Node]:
    return node.elements() if (node := part.get(key)) is not None else ()


def _value(part: Node, key: str) -> Json:
    return part.value.get(key) if isinstance(part.value, dict) else None

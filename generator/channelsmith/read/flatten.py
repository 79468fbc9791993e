"""One schema with its `allOf` parts laid together."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from channelsmith.document import Node

STRUCTURE = frozenset(
    [
        "type",
        "properties",
        "items",
        "enum",
        "const",
        "oneOf",
        "anyOf",
        "allOf",
        "additionalProperties",
        "format",
        "patternProperties",
        "$ref",
    ]
)


@dataclass(slots=True)
class Flat:
    """What all parts of a schema say together; where two parts say a thing, the later one holds."""

    types: tuple[str, ...] = ()
    format: str = ""
    nullable: bool = False
    properties: dict[str, Node] = field(default_factory=dict[str, Node])
    required: set[str] = field(default_factory=set[str])
    items: Node | None = None
    additional: Node | None = None
    enum: Node | None = None
    const: Node | None = None
    options: list[Node] = field(default_factory=list[Node])
    option_key: str = ""


def says_something(node: Node) -> bool:
    """Whether a schema constrains its type at all (a bare description does not)."""
    return isinstance(node.value, dict) and not STRUCTURE.isdisjoint(node.value)


def parts(node: Node) -> list[Node]:
    """The `allOf` elements that say something about the type."""
    listed = node.get("allOf")
    return [part for part in listed.elements() if says_something(part)] if listed else []


def flatten(node: Node) -> Flat:
    """Lays a schema and its `allOf` parts together, following references, each part once."""
    flat = Flat()
    for part in _all_parts(node.resolve(), set()):
        _lay(flat, part)
    return flat


def _all_parts(node: Node, seen: set[str]) -> Iterator[Node]:
    if node.pointer in seen:
        return
    seen.add(node.pointer)
    for part in parts(node):
        yield from _all_parts(part.resolve(), seen)
    yield node


def _lay(flat: Flat, part: Node) -> None:
    types = _types(part)
    flat.types = tuple(kind for kind in types if kind != "null") or (types if types == ("null",) else flat.types)
    flat.nullable = flat.nullable or "null" in types or _value(part, "nullable") is True
    if isinstance(said := _value(part, "format"), str):
        flat.format = said
    for name, node in _members(part, "properties"):
        if name not in flat.properties or says_something(node):
            flat.properties[name] = node
    if (required := part.get("required")) is not None:
        flat.required |= {str(item.value) for item in required.elements()}
    for key in ("enum", "const"):
        if (found := part.get(key)) is not None:
            setattr(flat, key, found)
    if (items := part.get("items")) is not None and items.is_mapping:
        flat.items = items
    if (additional := part.get("additionalProperties")) is not None and additional.is_mapping:
        flat.additional = additional
    for key in ("oneOf", "anyOf"):
        options = [option for option in _elements(part, key) if says_something(option)]
        if options:
            flat.options += options
            flat.option_key = key


def _types(part: Node) -> tuple[str, ...]:
    said = _value(part, "type")
    if isinstance(said, str):
        return (said,)
    return tuple(str(kind) for kind in said) if isinstance(said, list) else ()


def _members(part: Node, key: str) -> Iterator[tuple[str, Node]]:
    if (node := part.get(key)) is not None:
        yield from node.items()


def _elements(part: Node, key: str) -> Iterator[Node]:
    if (node := part.get(key)) is not None:
        yield from node.elements()


def _value(part: Node, key: str) -> object:
    return part.value.get(key) if isinstance(part.value, dict) else None

"""One schema with its `allOf` parts laid together."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from channelsmith.document import Json, Node

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


def listed(flat: Flat) -> list[Json] | None:
    """The values of an enum, be it written as one or as a choice of constants; None where it is neither."""
    if flat.enum is not None:
        values = [item.value for item in flat.enum.elements()]
        return [_as_text(value) for value in values] if flat.types == ("string",) else values
    options = [option.resolve() for option in flat.options]
    nulls = [each for each in options if _types(each) == ("null",)]
    if all("const" in each or each in nulls for each in options) and len(options) - len(nulls) > 1:
        return [_value(each, "const") for each in options]
    return None


def _as_text(value: Json) -> Json:
    """A value of an enum of strings that YAML took for something else, because it stands there without quotes."""
    return json.dumps(value) if isinstance(value, bool | int | float) else value


def _all_parts(node: Node, seen: set[str]) -> Iterator[Node]:
    if node.pointer in seen:
        return
    seen.add(node.pointer)
    for part in _elements(node, "allOf"):
        yield from _all_parts(part.resolve(), seen)
    yield node


def _lay(flat: Flat, part: Node) -> None:
    types = _types(part)
    flat.types = tuple(kind for kind in types if kind != "null") or types or flat.types
    flat.nullable = flat.nullable or "null" in types or part.flag("nullable")
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
    flat.items = _schema(part, "items") or flat.items
    flat.additional = _schema(part, "additionalProperties") or flat.additional
    for key in ("oneOf", "anyOf"):
        options = [option for option in _elements(part, key) if says_something(option)]
        if options:
            flat.options += options


def _schema(part: Node, key: str) -> Node | None:
    return found if (found := part.get(key)) is not None and found.is_mapping else None


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


def _value(part: Node, key: str) -> Json:
    return part.value.get(key) if isinstance(part.value, dict) else None

"""Following a JSON Pointer through the schemas of a body, which says what a body can look like."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from channelsmith.document import Node, did_you_mean
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.rules.finding import elements, follow, text

_EVERY = "*"
_COMPOSED = ("allOf", "oneOf", "anyOf")
_SAYS_WHAT = frozenset(
    {*_COMPOSED, "$ref", "properties", "items", "prefixItems", "additionalProperties", "enum", "const"}
)


@dataclass(frozen=True, slots=True)
class Reached:
    """The schemas that a pointer leads to, or why it leads to none; ``is_open`` where a schema allows anything."""

    schemas: tuple[Node, ...] = ()
    is_open: bool = False
    missing: str = ""
    hint: str = ""

    def __bool__(self) -> bool:
        """Whether something can stand there."""
        return bool(self.schemas) or self.is_open


def reach(bodies: Iterable[Node], pointer: str) -> Reached:
    """What stands at a pointer into a body of one of these schemas; ``*`` goes through every element."""
    level = tuple(bodies)
    way = ""
    for token in pointers.split(pointer):
        parts = [part for schema in level for part in _parts(schema)]
        level = tuple(below for part in parts for below in _below(part, token))
        if not level:
            if any(_is_open(part) for part in parts):
                return Reached(is_open=True)
            keys = {key: None for part in parts for key, _ in _properties(part)}
            missing = f"'{way}' has no {token!r}" if way else f"the body has no {token!r}"
            return Reached(missing=missing, hint=did_you_mean(token, dict(keys)))
        way = pointers.join(way, token)
    return Reached(level, not level)


def values(reached: Reached) -> set[object]:
    """The values that the schemas at a place name by ``enum`` or ``const``; none when they leave it open."""
    found: set[object] = set()
    for part in (part for schema in reached.schemas for part in _parts(schema)):
        found |= {each.value for each in elements(part, "enum") if isinstance(each.value, str | int | float)}
        constant = part.get("const")
        if constant and isinstance(constant.value, str | int | float):
            found.add(constant.value)
    return found


def response_schemas(operation: Node, *, success: bool = True) -> tuple[Node, ...]:
    """The schemas of the JSON bodies an operation answers with: those of 2xx, or those of everything else."""
    responses = operation.get("responses")
    found: list[Node] = []
    for code, each in responses.items() if responses else ():
        if code.startswith("2") == success and not code.startswith("x-"):
            response = follow(each)
            found += json_schemas(response) if response else ()
    return tuple(found)


def json_schemas(holder: Node) -> Iterator[Node]:
    """The schemas of the JSON representations of a response or request body."""
    content = holder.get("content")
    for media_type, media in content.items() if content else ():
        schema = media.get("schema")
        if schema and "json" in media_type.lower():
            yield schema


def _parts(schema: Node) -> Iterator[Node]:
    """The schema behind all references, and what it is composed of."""
    pending, seen = [schema], set[str]()
    while pending:
        part = follow(pending.pop())
        if part is None or part.pointer in seen:
            continue
        seen.add(part.pointer)
        yield part
        for key in _COMPOSED:
            pending += elements(part, key)


def _properties(part: Node) -> Iterator[tuple[str, Node]]:
    properties = part.get("properties")
    return properties.items() if properties else iter(())


def _below(part: Node, token: str) -> Iterator[Node]:
    found = dict(_properties(part)).get(token)
    if found is not None:
        yield found
    elif token.isdecimal() or token == _EVERY:
        items = part.get("items")
        if items is not None:
            yield items
    if found is None:
        additional = part.get("additionalProperties")
        if additional is not None and additional.is_mapping:
            yield additional


def _is_open(part: Node) -> bool:
    """Whether a schema says nothing about what can stand below it."""
    if part.value is True or (part.is_mapping and not _SAYS_WHAT & set(_keys(part))):
        return part.value is True or text(part, "type") in {"", "object", "array"}
    additional = part.get("additionalProperties")
    return additional is not None and additional.value is True


def _keys(part: Node) -> Iterator[str]:
    return (key for key, _ in part.items())

"""Follow a JSON Pointer through the schemas of a body, to find out whether a body can have anything there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from channelsmith.document import Node
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.rules.base import elements, follow, text

_EVERY = "*"
_COMPOSITION = ("allOf", "oneOf", "anyOf")
_RESTRICTIONS = frozenset(
    {*_COMPOSITION, "$ref", "properties", "items", "prefixItems", "additionalProperties", "enum", "const"}
)


@dataclass(frozen=True, slots=True)
class PointerTarget:
    """The schemas that a pointer leads to; without any, `missing` and `hint` explain why there are none.

    `is_open` is set where a schema allows any value, so that nothing is known about the target.
    """

    schemas: tuple[Node, ...] = ()
    is_open: bool = False
    missing: str = ""
    hint: str = ""

    def __bool__(self) -> bool:
        """Whether a body can have a value there."""
        return bool(self.schemas) or self.is_open


def resolve_pointer(bodies: Iterable[Node], pointer: str) -> PointerTarget:
    """Resolve a pointer into a body that has one of these schemas; ``*`` stands for every element."""
    level = tuple(bodies)
    parent = ""
    for token in pointers.split(pointer):
        parts = [part for schema in level for part in _parts(schema)]
        level = tuple(child for part in parts for child in _children(part, token))
        if not level:
            if any(_is_open(part) for part in parts):
                return PointerTarget(is_open=True)
            keys = {key: part for part in parts for key, _ in _properties(part)}
            missing = f"'{parent}' has no {token!r}" if parent else f"the body has no {token!r}"
            return PointerTarget(missing=missing, hint=parts[0].document.did_you_mean(token, keys) if parts else "")
        parent = pointers.join(parent, token)
    return PointerTarget(level, not level)


def allowed_values(target: PointerTarget) -> set[object]:
    """The values that ``enum`` or ``const`` allows at a target; empty when there is no such restriction."""
    values: set[object] = set()
    for part in (part for schema in target.schemas for part in _parts(schema)):
        values |= {each.value for each in elements(part, "enum") if isinstance(each.value, str | int | float)}
        constant = part.get("const")
        if constant and isinstance(constant.value, str | int | float):
            values.add(constant.value)
    return values


def response_schemas(operation: Node, *, success: bool = True) -> tuple[Node, ...]:
    """The schemas of the JSON bodies of an operation's 2xx responses, or of all its other responses."""
    responses = operation.get("responses")
    schemas: list[Node] = []
    for code, node in responses.items() if responses else ():
        if code.startswith("2") == success and not code.startswith("x-"):
            response = follow(node)
            schemas += json_schemas(response) if response else ()
    return tuple(schemas)


def json_schemas(holder: Node) -> Iterator[Node]:
    """The schemas of the JSON media types of a response or request body."""
    content = holder.get("content")
    for media_type, media in content.items() if content else ():
        schema = media.get("schema")
        if schema and "json" in media_type.lower():
            yield schema


def _parts(schema: Node) -> Iterator[Node]:
    """The schema behind all references, and the schemas it is composed of."""
    pending, seen = [schema], set[str]()
    while pending:
        part = follow(pending.pop())
        if part is None or part.pointer in seen:
            continue
        seen.add(part.pointer)
        yield part
        for key in _COMPOSITION:
            pending += elements(part, key)


def _properties(part: Node) -> Iterator[tuple[str, Node]]:
    properties = part.get("properties")
    return properties.items() if properties else iter(())


def _children(part: Node, token: str) -> Iterator[Node]:
    declared = dict(_properties(part)).get(token)
    if declared is not None:
        yield declared
        return
    if (token.isdecimal() or token == _EVERY) and (items := part.get("items")) is not None:
        yield items
    additional = part.get("additionalProperties")
    if additional is not None and additional.is_mapping:
        yield additional


def _is_open(part: Node) -> bool:
    """Whether a schema does not restrict its members."""
    if part.value is True:
        return True
    if part.is_mapping and not _RESTRICTIONS & {key for key, _ in part.items()}:
        return text(part, "type") in {"", "object", "array"}
    additional = part.get("additionalProperties")
    return additional is not None and additional.value is True

"""The values a document shows for its bodies, and made-up ones where it shows none."""

from collections.abc import Iterator, Mapping
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Found, Nothing

_DEPTH: Final = 8
_BY_FORMAT: Final[Mapping[str, str]] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "someone@shop.example",
    "uri": "https://shop.example/",
    "byte": "",
}


def shown(media: Node) -> tuple[Json, ...]:
    """The examples of a media type object in the order of the document, those of its schema last."""
    return tuple(_shown(media))


def example(media: Node) -> Json:
    """A body that fits: the first example, else one made from the schema, else null."""
    found = shown(media)
    if found:
        return found[0]
    schema = media.get("schema")
    return sample(schema) if schema is not None else None


def sample(schema: Node, depth: int = _DEPTH) -> Json:
    """A value that fits a schema as far as its types, enumerations and required members go."""
    target = schema.resolve()
    given = _given(target)
    if not isinstance(given, Nothing):
        return given
    for key in ("oneOf", "anyOf"):
        options = target.get(key)
        if options is not None:
            return next((sample(option, depth - 1) for option in options.elements()), None)
    if "properties" in target or "allOf" in target:
        return _members(target, depth)
    return _by_type(target, depth)


def _shown(media: Node) -> Iterator[Json]:
    for owner in (media, media.get("schema")):
        if owner is None:
            continue
        node = owner if owner is media else owner.resolve()
        if "example" in node:
            yield node["example"].value
        named = node.get("examples")
        if named is not None and named.is_mapping:
            found = (one.resolve().get("value") for _, one in named.items())
            yield from (one.value for one in found if one is not None)
        elif named is not None:
            yield from (one.value for one in named.elements())


def _given(schema: Node) -> Found:
    """What a schema says itself about its value."""
    for key in ("const", "example", "default"):
        if key in schema:
            return schema[key].value
    for key in ("examples", "enum"):
        values = schema.get(key)
        first = next(values.elements(), None) if values is not None else None
        if first is not None:
            return first.value
    return NOTHING


def _members(schema: Node, depth: int) -> Json:
    """An object with the members that are required; with all of them near the surface."""
    found: dict[str, Json] = {}
    parts = schema.get("allOf")
    for part in parts.elements() if parts is not None else ():
        inherited = sample(part, depth)
        found |= inherited if isinstance(inherited, dict) else {}
    required = schema.get("required")
    needed = [node.value for node in required.elements()] if required is not None else []
    properties = schema.get("properties")
    for name, node in properties.items() if properties is not None else ():
        if name in needed or depth > _DEPTH // 2:
            found[name] = sample(node, depth - 1) if depth > 0 else None
    return found


def _by_type(schema: Node, depth: int) -> Json:
    said = schema.get("type")
    kinds = [node.value for node in said.elements()] if said is not None and said.is_list else []
    kind = kinds[0] if kinds else schema.text("type")
    match kind:
        case "object":
            return {}
        case "array":
            items = schema.get("items")
            return [sample(items, depth - 1)] if items is not None and depth > 0 else []
        case "string":
            return _BY_FORMAT.get(schema.text("format"), "text")
        case "integer" | "number":
            least = schema.get("minimum")
            return least.value if least is not None else 1
        case "boolean":
            return True
        case _:
            return None

"""Examples: the documented values, values made from schemas, and responses made of both."""

from collections.abc import Iterator, Mapping
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith.document import Json, Node
from channelsmith.sandbox.media_types import is_json, negotiate
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.request import DecodedRequest

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


def documented_examples(media: Node) -> tuple[Json, ...]:
    """The examples of a Media Type Object in the document's order, those of its schema last."""
    schema = media.get("schema")
    nodes = (media, schema.resolve()) if schema is not None else (media,)
    return tuple(value for node in nodes for value in _examples_of(node))


def _examples_of(node: Node) -> Iterator[Json]:
    if "example" in node:
        yield node["example"].value
    examples = node.get("examples")
    if examples is not None and examples.is_mapping:
        values = (each.resolve().get("value") for _, each in examples.items())
        yield from (value.value for value in values if value is not None)
    elif examples is not None:
        yield from (each.value for each in examples.elements())


def example(media: Node) -> Json:
    """The first documented example, else a value made from the schema, else null."""
    documented = documented_examples(media)
    if documented:
        return documented[0]
    schema = media.get("schema")
    return sample(schema) if schema is not None else None


def sample(schema: Node, depth: int = _DEPTH) -> Json:
    """A value that fits a schema as far as its types, enumerations and required members go."""
    target = schema.resolve()
    for key in ("const", "example", "default"):
        if key in target:
            return target[key].value
    for key in ("examples", "enum"):
        values = target.get(key)
        first = next(values.elements(), None) if values is not None else None
        if first is not None:
            return first.value
    for key in ("oneOf", "anyOf"):
        options = target.get(key)
        if options is not None:
            return next((sample(option, depth - 1) for option in options.elements()), None)
    if "properties" in target or "allOf" in target:
        return _sample_object(target, depth)
    return _sample_of_type(target, depth)


def example_bodies(operation: Operation) -> tuple[Json, ...]:
    """The documented JSON bodies of a success, or one made from its schema."""
    media = _json_media(operation)
    return (documented_examples(media[1]) or (example(media[1]),)) if media is not None else (None,)


def json_response(operation: Operation, body: Json) -> Response:
    """A success with this body, in the declared JSON media type."""
    media = _json_media(operation)
    media_type = media[0] if media is not None else "application/json"
    return JSONResponse(body, operation.success, media_type=media_type)


def example_response(request: DecodedRequest) -> Response:
    """A success with an example, in the media type that the caller prefers: for operations without a state."""
    operation = request.operation
    bodies = operation.response_bodies(operation.success)
    media_type = negotiate(request.accept, bodies) or next(iter(bodies), None)
    if media_type is None:
        return Response(status_code=operation.success)
    return body_response(example(bodies[media_type]), operation.success, media_type)


def body_response(body: Json, status: int, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """A response with a body in a media type: JSON, or else the body as text."""
    if is_json(media_type):
        return JSONResponse(body, status, headers, media_type=media_type)
    return Response("" if body is None else str(body), status, headers, media_type=media_type)


def _json_media(operation: Operation) -> tuple[str, Node] | None:
    bodies = operation.response_bodies(operation.success)
    return next(((name, node) for name, node in bodies.items() if is_json(name)), None)


def _sample_object(schema: Node, depth: int) -> Json:
    """An object with its required members; near the surface, with all of them."""
    members: dict[str, Json] = {}
    parts = schema.get("allOf")
    for part in parts.elements() if parts is not None else ():
        inherited = sample(part, depth)
        members |= inherited if isinstance(inherited, dict) else {}
    required = schema.get("required")
    names = [node.value for node in required.elements()] if required is not None else []
    properties = schema.get("properties")
    for name, node in properties.items() if properties is not None else ():
        if name in names or depth > _DEPTH // 2:
            members[name] = sample(node, depth - 1) if depth > 0 else None
    return members


def _sample_of_type(schema: Node, depth: int) -> Json:
    declared = schema.get("type")
    types = [node.value for node in declared.elements()] if declared is not None and declared.is_list else []
    match types[0] if types else schema.text("type"):
        case "object":
            return {}
        case "array":
            items = schema.get("items")
            return [sample(items, depth - 1)] if items is not None and depth > 0 else []
        case "string":
            return _BY_FORMAT.get(schema.text("format"), "text")
        case "integer" | "number":
            minimum = schema.get("minimum")
            return minimum.value if minimum is not None else 1
        case "boolean":
            return True
        case _:
            return None

"""Successful responses made of what the document shows."""

from starlette.responses import JSONResponse, Response

from channelsmith.document import Json, Node
from channelsmith.sandbox.examples import example, shown
from channelsmith.sandbox.media import choose, is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.receive import Received


def shown_bodies(operation: Operation) -> tuple[Json, ...]:
    """The JSON bodies the document shows for a success, or one made from its schema."""
    media = _json_media(operation)
    return (shown(media[1]) or (example(media[1]),)) if media is not None else (None,)


def json_answer(operation: Operation, body: Json) -> Response:
    """A success with this body, under the JSON media type that is declared."""
    media = _json_media(operation)
    kind = media[0] if media is not None else "application/json"
    return JSONResponse(body, operation.success, media_type=kind)


def answer_as_shown(received: Received) -> Response:
    """The success the document shows, in the media type the caller prefers: for operations without a state."""
    operation = received.operation
    bodies = operation.response_bodies(operation.success)
    kind = choose(received.accept, bodies) or next(iter(bodies), None)
    if kind is None:
        return Response(status_code=operation.success)
    body = example(bodies[kind])
    if is_json(kind):
        return JSONResponse(body, operation.success, media_type=kind)
    return Response("" if body is None else str(body), operation.success, media_type=kind)


def _json_media(operation: Operation) -> tuple[str, Node] | None:
    bodies = operation.response_bodies(operation.success)
    return next(((name, node) for name, node in bodies.items() if is_json(name)), None)

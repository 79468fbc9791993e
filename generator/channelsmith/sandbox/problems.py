"""Failures in the shape the document gives them."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import look, put
from channelsmith.sandbox.examples import example
from channelsmith.sandbox.media import declared, is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schemas import Schemas, Violation

_MESSAGE_NAMES: Final = ("message", "detail", "error_description", "error", "title")


class Problems:
    """Makes the responses of calls that fail."""

    def __init__(self, schemas: Schemas) -> None:
        """Checks its own bodies against the schemas."""
        self._schemas = schemas

    def answer(
        self,
        status: int,
        message: str,
        *,
        operation: Operation | None = None,
        violations: Iterable[Violation] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """A failure: the body the operation declares for the status, else a problem document (RFC 9457)."""
        wrong = tuple(violations)
        details = "; ".join(f"{one.field}: {one.message}" if one.field else one.message for one in wrong)
        words = f"{message}: {details}" if details else message
        media = _json_body(operation, status)
        if media is None:
            body = {"title": HTTPStatus(status).phrase, "status": status, "detail": words}
            return JSONResponse(body, status, headers, media_type="application/problem+json")
        return JSONResponse(self._body(media[1], status, words, wrong), status, headers, media_type=media[0])

    def _body(self, media: Node, status: int, words: str, wrong: tuple[Violation, ...]) -> Json:
        """The document's example with this failure's own words, as long as it still fits the schema."""
        shown = example(media)
        schema = media.get("schema")
        if schema is None:
            return shown
        envelope = schema.resolve().get("x-envelope")
        body = _named(shown, words) if envelope is None else _wrapped(shown, envelope, status, words, wrong)
        return shown if self._schemas.violations(schema, body) else body


def _json_body(operation: Operation | None, status: int) -> tuple[str, Node] | None:
    bodies = declared(operation.response(status)) if operation is not None else {}
    return next(((name, node) for name, node in bodies.items() if is_json(name)), None)


def _wrapped(shown: Json, envelope: Node, status: int, words: str, wrong: tuple[Violation, ...]) -> Json:
    """An example with every member the envelope names set to what happened."""
    body = put(shown, envelope.text("success"), value=False)
    for key, value in (("message", words), ("status", status)):
        if key in envelope:
            body = put(body, envelope.text(key), value)
    errors = envelope.get("errors")
    for node in errors.elements() if errors is not None else ():
        match look(body, node.as_text()):
            case dict():
                body = put(body, node.as_text(), _by_field(wrong))
            case list():
                body = put(body, node.as_text(), [f"{one.field}: {one.message}" for one in wrong])
            case _:
                pass  # the example leaves it out, so this failure does too
    return body


def _by_field(wrong: tuple[Violation, ...]) -> dict[str, Json]:
    found: dict[str, list[Json]] = {}
    for one in wrong:
        found.setdefault(one.field, []).append(one.message)
    return dict(found)


def _named(shown: Json, words: str) -> Json:
    """A body nobody declared an envelope for: the member that is most likely the message."""
    name = next((name for name in _MESSAGE_NAMES if isinstance(look(shown, f"/{name}"), str)), None)
    return shown if name is None else put(shown, f"/{name}", words)

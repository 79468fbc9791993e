"""Failures in the shape the document gives them, with the documented codes that fit."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import look, put
from channelsmith.sandbox.codes import Codes, Reason
from channelsmith.sandbox.examples import example
from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schemas import Schemas, Violation

REASON_HEADER: Final = "x-sandbox-reason"
"""What is wrong in the sandbox's own words, where the body has the documented ones instead."""
_MOST_WORDS: Final = 1000
_MESSAGE_NAMES: Final = ("message", "detail", "error_description", "error", "title")


class Problems:
    """Makes the responses of calls that fail."""

    def __init__(self, errors: ir.ErrorTable | None, operations: tuple[Operation, ...], schemas: Schemas) -> None:
        """Checks its own bodies against the schemas."""
        self._schemas: Final = schemas
        self.codes: Final = Codes(errors, operations)
        """Which code fits what; `codes.conflict(operation, about)` finds that of a thing that is there already."""

    def answer(
        self,
        status: int,
        message: str,
        *,
        operation: Operation | None = None,
        violations: Iterable[Violation] = (),
        headers: Mapping[str, str] | None = None,
        code: int | None = None,
        about: str = "",
    ) -> Response:
        """A failure: the body the operation declares for the status, else a problem document (RFC 9457).

        Args:
            status: the status.
            message: what is wrong in a sentence, for APIs whose bodies have no documented message.
            operation: what was called; None for what the API does not have.
            violations: what is wrong with the request.
            headers: further headers.
            code: the documented error code; one that fits is found when None.
            about: what helps to find it, see `Codes.reasons`.
        """
        wrong = tuple(violations)
        details = "; ".join(f"{one.field}: {one.message}" if one.field else one.message for one in wrong)
        words = f"{message}: {details}" if details else message
        if code is not None:
            reasons: tuple[Reason, ...] = (self.codes.known(code),)
        else:
            reasons = self.codes.reasons(operation, status, wrong=wrong, about=about)
        media = _json_body(operation, status)
        if reasons:
            headers = {**(headers or {}), REASON_HEADER: _in_a_header(words)}
        if media is not None:
            body = self._body(media[1], status, words, wrong, reasons)
            return JSONResponse(body, status, headers, media_type=media[0])
        if reasons:
            return JSONResponse(self._coded({}, reasons, words), status, headers)
        return problem(status, words, headers)

    def _body(
        self, media: Node, status: int, words: str, wrong: tuple[Violation, ...], reasons: tuple[Reason, ...]
    ) -> Json:
        """The document's example with this failure's own codes and words, as long as it still fits the schema."""
        shown = example(media)
        schema = media.get("schema")
        if schema is None:
            return shown
        if reasons:
            bodies = (self._coded(base, reasons, words) for base in ({}, shown))
            fitting = next((body for body in bodies if not self._schemas.violations(schema, body)), None)
            if fitting is not None:
                return fitting
        envelope = schema.resolve().get("x-envelope")
        body = _named(shown, words) if envelope is None else _wrapped(shown, envelope, status, words, wrong)
        return shown if self._schemas.violations(schema, body) else body

    def _coded(self, shown: Json, reasons: tuple[Reason, ...], words: str) -> Json:
        """A body with codes and messages where `x-error-codes` points."""
        table = self.codes.table
        if table is None:
            return shown
        several, _, code = table.codes.partition("/*")
        together, _, message = table.messages.partition("/*")
        said = [(one.code, words if one.message is None else one.message) for one in reasons]
        if several == table.codes:  # one code for the whole body
            return put(put(shown, table.codes, said[0][0]), table.messages, said[0][1])
        listed = look(shown, several)
        like: Json = listed[0] if isinstance(listed, list) and listed else {}
        entries = [put(like, code, number) for number, _ in said]
        if together == several:
            entries = [put(entry, message, text) for entry, (_, text) in zip(entries, said, strict=True)]
        return put(shown, several, entries)


def problem(status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem document (RFC 9457): where an API declares nothing, and for what is not its own to refuse."""
    body = {"title": _phrase(status), "status": status, "detail": words}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def _json_body(operation: Operation | None, status: int) -> tuple[str, Node] | None:
    bodies = operation.response_bodies(status) if operation is not None else {}
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


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Failure"


def _in_a_header(words: str) -> str:
    """Words that a header can carry: printable ASCII, and not too many."""
    return "".join(char if " " <= char <= "~" else ascii(char)[1:-1] for char in words)[:_MOST_WORDS]

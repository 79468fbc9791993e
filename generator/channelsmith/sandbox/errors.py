"""Error responses in the form that the document declares, with the documented error codes that fit."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.sandbox.error_codes import ErrorCodes, ErrorReason
from channelsmith.sandbox.examples import example
from channelsmith.sandbox.json_values import get_pointer, set_pointer
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.validation import SchemaValidator, Violation

REASON_HEADER: Final = "x-sandbox-reason"
"""The sandbox's own message, where the body has the documented one instead."""
_MAX_HEADER: Final = 1000
_DEFAULT_MESSAGE: Final = "The current state does not allow it"
_MESSAGE_NAMES: Final = ("message", "detail", "error_description", "error", "title")


class ErrorRenderer:
    """Renders the error responses of one API."""

    def __init__(
        self, table: ir.ErrorTable | None, operations: tuple[Operation, ...], schemas: SchemaValidator
    ) -> None:
        self._schemas: Final = schemas
        self.codes: Final = ErrorCodes(table, operations)

    def render(
        self,
        status: int,
        message: str,
        *,
        operation: Operation | None = None,
        violations: Sequence[Violation] = (),
        headers: Mapping[str, str] | None = None,
        code: int | None = None,
        about: str = "",
    ) -> Response:
        """The body that the operation declares for the status, else problem details (RFC 9457).

        Args:
            status: the status.
            message: what is wrong, for bodies without a documented message; "" for the documented one.
            operation: the operation; None for a path or method that the API does not have.
            violations: what is wrong with the request.
            headers: further headers.
            code: the documented error code; one that fits is chosen when None.
            about: see `ErrorCodes.reasons`.
        """
        if code is not None:
            reasons: tuple[ErrorReason, ...] = (self.codes.known(code),)
        else:
            reasons = self.codes.reasons(operation, status, violations=violations, about=about)
        if not message:
            message = next((reason.message for reason in reasons if reason.message), _DEFAULT_MESSAGE)
        details = "; ".join(f"{each.field}: {each.message}" if each.field else each.message for each in violations)
        text = f"{message}: {details}" if details else message
        if reasons:
            headers = {**(headers or {}), REASON_HEADER: _header_value(text)}
        bodies = operation.response_bodies(status) if operation is not None else {}
        for media_type, media in bodies.items():
            if is_json(media_type):
                body = self._body(media, status, text, violations, reasons)
                return JSONResponse(body, status, headers, media_type=media_type)
        if reasons:
            return JSONResponse(self._with_codes({}, reasons, text), status, headers)
        return problem_details(status, text, headers)

    def _body(
        self, media: Node, status: int, text: str, violations: Sequence[Violation], reasons: tuple[ErrorReason, ...]
    ) -> Json:
        """The document's example with the codes and message of this error, as long as it is valid."""
        body = example(media)
        schema = media.get("schema")
        if schema is None:
            return body
        for base in ({}, body) if reasons else ():
            coded = self._with_codes(base, reasons, text)
            if not self._schemas.violations(schema, coded):
                return coded
        envelope = schema.resolve().get("x-envelope")
        changed = (
            _with_message(body, text) if envelope is None else _in_envelope(body, envelope, status, text, violations)
        )
        return body if self._schemas.violations(schema, changed) else changed

    def _with_codes(self, body: Json, reasons: tuple[ErrorReason, ...], text: str) -> Json:
        """A body with codes and messages at the pointers of `x-error-codes`."""
        table = self.codes.table
        if table is None:
            return body
        code_list, _, code_pointer = table.codes.partition("/*")
        message_list, _, message_pointer = table.messages.partition("/*")
        values = [(reason.code, text if reason.message is None else reason.message) for reason in reasons]
        if code_list == table.codes:  # one code for the whole body
            return set_pointer(set_pointer(body, table.codes, values[0][0]), table.messages, values[0][1])
        elements = get_pointer(body, code_list)
        template: Json = elements[0] if isinstance(elements, list) and elements else {}
        entries = [set_pointer(template, code_pointer, code) for code, _ in values]
        if message_list == code_list:
            entries = [
                set_pointer(entry, message_pointer, message)
                for entry, (_, message) in zip(entries, values, strict=True)
            ]
        return set_pointer(body, code_list, entries)


def problem_details(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """Problem details (RFC 9457)."""
    body = {"title": phrase(status) or "Error", "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def phrase(status: int) -> str:
    """The reason phrase of a status, "" for an unknown one."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _in_envelope(body: Json, envelope: Node, status: int, text: str, violations: Sequence[Violation]) -> Json:
    """An example with the members that `x-envelope` names set to this error."""
    body = set_pointer(body, envelope.text("success"), value=False)
    for key, value in (("message", text), ("status", status)):
        if key in envelope:
            body = set_pointer(body, envelope.text(key), value)
    errors = envelope.get("errors")
    for node in errors.elements() if errors is not None else ():
        match get_pointer(body, node.as_text()):
            case dict():
                by_field: dict[str, list[Json]] = {}
                for each in violations:
                    by_field.setdefault(each.field, []).append(each.message)
                body = set_pointer(body, node.as_text(), dict(by_field))
            case list():
                body = set_pointer(body, node.as_text(), [f"{each.field}: {each.message}" for each in violations])
            case _:
                pass  # the example leaves it out
    return body


def _with_message(body: Json, text: str) -> Json:
    """A body with the text in the member that is most likely the message."""
    name = next((name for name in _MESSAGE_NAMES if isinstance(get_pointer(body, f"/{name}"), str)), None)
    return body if name is None else set_pointer(body, f"/{name}", text)


def _header_value(text: str) -> str:
    """The text in printable ASCII, cut to a length that a header can have."""
    return "".join(char if " " <= char <= "~" else ascii(char)[1:-1] for char in text)[:_MAX_HEADER]

"""Error responses in the form that the document declares, with the documented error codes that fit.

Which code fits is decided by the words of the codes' names.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.ir.samples import example
from channelsmith.naming.identifiers import singularize, split_words
from channelsmith.sandbox.json_values import get_pointer, set_pointer
from channelsmith.sandbox.media_types import is_json, is_text
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schema_view import element_of, is_object, members_of
from channelsmith.sandbox.validation import SchemaValidator, Violation

REASON_HEADER: Final = "x-sandbox-reason"
"""The sandbox's own message, where the body has the documented one instead."""
_MAX_HEADER: Final = 1000
_DEFAULT_MESSAGE: Final = "The current state does not allow it"
_MESSAGE_NAMES: Final = ("message", "detail", "error_description", "error", "title")
_LISTS: Final = ("detail", "errors", "violations", "invalid-params")
"""Members with the violations of a request: of FastAPI, Spring and .NET, RFC 9457 and RFC 7807."""

_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
_NOT_FOUND: Final = 404
_SERVER_ERROR: Final = 500
_INVALID: Final = frozenset({400, 422})
_BY_STATUS: Final[Mapping[int, tuple[str, ...]]] = {
    _UNAUTHORIZED: ("authorization token", "access token", "auth token", "authentication", "credential", "api key"),
    _NOT_FOUND: ("path exist", "path found", "resource found"),
    405: ("method allowed",),
    429: ("rate limit", "too many request"),
    503: ("service unavailable",),
    _SERVER_ERROR: ("internal error", "server error"),
}
"""Status -> the words of a code for it, where the operation names none."""
_CREDENTIALS: Final = {
    "missing": ("missing", "required", "malformed", "invalid"),
    "malformed": ("malformed", "invalid"),
    "expired": ("expired", "invalid"),
    "invalid": ("invalid", "incorrect", "unknown"),
}
"""What is wrong with credentials -> the words for it, the best one first."""

_LACKING: Final = frozenset({"required", "missing", "blank", "empty"})
_WRONG: Final = frozenset({"invalid", "malformed", "incorrect", "wrong"})
_ABSENT: Final = frozenset({"not", "found"})
_STOP_WORDS: Final = frozenset(
    {"is", "are", "be", "must", "a", "an", "the", "of", "for", "and", "or", "by", "to", "with"}
)
_EXCESSIVE: Final = frozenset({"too", "many", "exceed", "exceeded", "exceeding"})
_NOT_SUBJECT: Final = (
    _LACKING | _WRONG | _ABSENT | _EXCESSIVE | _STOP_WORDS | {"duplicate", "already", "exist", "expired", "unknown"}
)
_GENERAL: Final = frozenset(
    {"query", "parameter", "request", "body", "input", "argument", "attribute", "field", "value"}
)
"""Words that describe any request."""
_COMMON: Final = frozenset({"id", "key", "type", "value", "code", "number", "date", "at", "min", "max"})
"""Words at the end of many names."""


@dataclass(frozen=True, slots=True)
class ErrorReason:
    """A documented code; the message is None where the table has none, or a misleading one."""

    code: int
    message: str | None


@dataclass(frozen=True, slots=True)
class _Field:
    """The field of a violation."""

    words: frozenset[str]
    """All words, those of the objects around the member included."""
    last: tuple[str, ...]
    """The words of the member itself."""
    name: str
    """The name of the member."""
    is_lacking: bool
    """Whether it is missing or empty."""
    is_excessive: bool
    """Whether it has too many elements or characters."""


@dataclass(frozen=True)
class _Row:
    """A row of the table of error codes."""

    reason: ErrorReason
    words: frozenset[str]
    """All words of the name, in the singular."""

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words that name what the error is about: all except those for the kind of error."""
        return self.words - _NOT_SUBJECT

    def is_about(self, wrong: _Field) -> bool:
        """Whether the subject is the field: no more words than the field has, or the word that the field ends with.

        A common last word (`id`, `date`) alone is not enough: then all words of the member are needed.
        """
        if not self.subject or not wrong.last:
            return False
        ending = set(wrong.last) if wrong.last[-1] in _COMMON else {wrong.last[-1]}
        return ending <= self.subject or (self.subject <= wrong.words and not self.subject.isdisjoint(wrong.last))

    def mentions(self, wrong: _Field) -> bool:
        """Whether the message contains the name of the member."""
        return len(wrong.name) > 2 and wrong.name.lower() in (self.reason.message or "").lower()  # noqa: PLR2004

    def fit(self, wrong: _Field) -> tuple[int, int]:
        """The number of words that subject and field share, and whether the name describes the kind of error."""
        first, second = (_LACKING, _WRONG) if wrong.is_lacking else (_WRONG, _LACKING)
        if wrong.is_excessive:
            first, second = _EXCESSIVE, _WRONG
        return len(self.subject & wrong.words), 2 if self.words & first else 1 if self.words & second else 0

    def closeness(self, subject: frozenset[str], context: frozenset[str]) -> tuple[int, int, int]:
        """Shared words; fewer words that are foreign to the call; fewer words that are not in the subject."""
        return len(self.subject & subject), -len(self.subject - subject - context), -len(self.subject - subject)


class ErrorCodes:
    """The documented error codes of an API; empty where the document has no table."""

    def __init__(self, table: ir.ErrorTable | None, operations: tuple[Operation, ...]) -> None:
        self.table: Final = table
        rows = table.rows if table is not None else ()
        self._rows: Final = {row.code: _Row(ErrorReason(row.code, row.message), _words(row.name)) for row in rows}
        self._operations: Final = operations if rows else ()
        forbidden = Counter(code for operation in self._operations for code in self.of(operation, _FORBIDDEN))
        self._forbidden: Final = max(forbidden, key=lambda code: forbidden[code], default=None)
        """The code that most operations name for 403."""

    def known(self, code: int) -> ErrorReason:
        """The reason with a code; without a message where the table does not have it."""
        return self._rows[code].reason if code in self._rows else ErrorReason(code, None)

    @staticmethod
    def of(operation: Operation | None, status: int) -> tuple[int, ...]:
        """The codes that an operation names for a status (`x-codes`)."""
        return dict(operation.spec.codes).get(str(status), ()) if operation is not None else ()

    def reasons(
        self, operation: Operation | None, status: int, *, violations: Iterable[Violation] = (), about: str = ""
    ) -> tuple[ErrorReason, ...]:
        """The reasons of an error, each once; () where the document has none.

        `about` is the subject of the error: the name of what was not found, or what is wrong with the credentials
        (missing, malformed, expired, invalid).
        """
        reasons = [self._of_violation(operation, status, violation) for violation in violations]
        if not reasons:
            reasons = [self._of_status(operation, status, about)]
        return tuple({reason.code: reason for reason in reasons if reason is not None}.values())

    def _of_status(self, operation: Operation | None, status: int, about: str) -> ErrorReason | None:
        """The reason of an error without violations."""
        rows = self._named(operation, status)
        if status == _UNAUTHORIZED and about in _CREDENTIALS:
            return _of_credentials(rows or list(self._matching(_UNAUTHORIZED)), about)
        if rows:
            return _nearest(rows, _words(about) or _context(operation), operation)
        if operation is not None and status == _NOT_FOUND:
            same_path = [each for each in self._operations if each.path == operation.path]
            named = (self._named(each, _NOT_FOUND) for each in reversed(same_path))
            others = next((rows for rows in named if rows), list[_Row]())
            reason = self._not_found(_words(about)) or _nearest(others, _words(about), operation)
            return reason or self._not_found(_context(operation))
        if status == _FORBIDDEN:
            return self.known(self._forbidden) if self._forbidden is not None else None
        matching = next((row.reason for row in self._matching(status)), None)
        is_declared = operation is not None and operation.response(status) is not None
        return matching or (self._general() if status in _INVALID and is_declared else None)

    def _general(self) -> ErrorReason | None:
        """The code for an invalid request of any kind, without its message, which names another part of the request."""
        rows = (row for row in self._rows.values() if row.subject and row.subject <= _GENERAL and row.words & _WRONG)
        code = next((row.reason.code for row in rows), None)
        return ErrorReason(code, None) if code is not None else None

    def _not_found(self, subject: frozenset[str]) -> ErrorReason | None:
        """The most specific reason for a subject that was not found."""
        rows = [row for row in self._rows.values() if row.words >= _ABSENT and row.subject <= subject]
        specific = [row for row in rows if row.subject - _COMMON]
        best = max(specific, key=lambda row: (len(row.subject - _COMMON), -len(row.subject)), default=None)
        return best.reason if best is not None else None

    def _matching(self, status: int) -> Iterator[_Row]:
        """Rows with the words of a status; for a 5xx, also those of any server error."""
        general = _BY_STATUS[_SERVER_ERROR] if status > _SERVER_ERROR else ()
        for words in (*_BY_STATUS.get(status, ()), *general):
            yield from (row for row in self._rows.values() if row.words.issuperset(words.split()))

    def _of_violation(self, operation: Operation | None, status: int, violation: Violation) -> ErrorReason | None:
        """The reason that fits a field: of the operation's codes, else of the table, else one for any field."""
        wrong, context = _read_field(violation), _context(operation)
        named = self._named(operation, status)
        if about := [row for row in named if row.is_about(wrong)]:
            return max(about, key=lambda row: (*row.fit(wrong), *row.closeness(wrong.words, context))).reason
        if mentioning := [row for row in named if row.mentions(wrong)]:
            return mentioning[0].reason
        rows = list(self._rows.values())
        others = [row for row in rows if row.is_about(wrong) and row.words & (_LACKING | _WRONG)]
        if others := [row for row in others if row.subject <= wrong.words | context]:
            return max(others, key=lambda row: row.fit(wrong)).reason
        return self._general() or next((ErrorReason(row.reason.code, None) for row in named), None)

    def _named(self, operation: Operation | None, status: int) -> list[_Row]:
        return [self._rows[code] for code in self.of(operation, status) if code in self._rows]


def _context(operation: Operation | None) -> frozenset[str]:
    """The words of an operation's path and name."""
    return _words(f"{operation.path} {operation.id}") if operation is not None else frozenset()


def _nearest(rows: list[_Row], subject: frozenset[str], operation: Operation | None) -> ErrorReason | None:
    context = _context(operation)
    best = max(rows, key=lambda row: row.closeness(subject or context, context), default=None)
    return best.reason if best is not None else None


def _of_credentials(rows: list[_Row], about: str) -> ErrorReason | None:
    matching = (row for word in _CREDENTIALS[about] for row in rows if word in row.words)
    best = next(matching, next(iter(rows), None))
    return best.reason if best is not None else None


def _read_field(violation: Violation) -> _Field:
    """The field of a violation: `lineItems.0.quantity` -> line, item, quantity."""
    parts = ["", *(part for part in violation.field.split(".") if not part.isdecimal())]
    return _Field(
        words=_words(" ".join(parts)),
        last=_in_order(parts[-1]),
        name=parts[-1],
        is_lacking=violation.is_missing,
        is_excessive=violation.is_excessive,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_in_order(text))


def _in_order(text: str) -> tuple[str, ...]:
    """The words of a name, in the singular: `lineItems quantity` -> line, item, quantity."""
    return tuple(singularize(word) or word for word in split_words(text))


# ---------------------------------------------------------------- responses


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
        if (plain := next(filter(is_text, bodies), None)) is not None:
            return Response(text, status, headers, media_type=plain)
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
        if envelope is not None:
            changed = _in_envelope(body, envelope, status, text, violations)
            return body if self._schemas.violations(schema, changed) else changed
        named = _with_message(body, text)
        listed = _with_violations(named, schema, violations)
        return next((each for each in (listed, named) if not self._schemas.violations(schema, each)), body)

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


def _with_violations(body: Json, schema: Node, violations: Sequence[Violation]) -> Json:
    """A body with the violations in the list or mapping that is declared for them."""
    members = members_of(schema)
    name = next((name for name in _LISTS if name in members), None)
    if name is None or not violations or not isinstance(body, dict):
        return body
    element = element_of(members[name].schema)
    if element is None:
        by_field: dict[str, list[Json]] = {}
        for each in violations:
            by_field.setdefault(each.field, []).append(each.message)
        return {**body, name: dict(by_field)} if is_object(members[name].schema) else body
    if is_object(element):
        entries: list[Json] = [_entry(each, frozenset(members_of(element))) for each in violations]
    else:
        entries = [f"{each.field}: {each.message}" for each in violations]
    return {**body, name: entries}


def _entry(violation: Violation, members: frozenset[str]) -> Json:
    """A violation as an object with these members, by the names that frameworks give them."""
    steps = violation.field.split(".") if violation.field else []
    path: list[Json] = [int(step) if step.isdecimal() else step for step in steps]
    if violation.location == "body" and steps[:1] == ["body"]:
        path = path[1:]
    values: dict[str, Json] = dict.fromkeys(("msg", "message", "detail", "description", "reason"), violation.message)
    values |= dict.fromkeys(("field", "path", "name", "property", "parameter"), violation.field)
    values |= {"loc": [violation.location, *path], "type": "value_error", "location": violation.location}
    values["pointer"] = f"#{pointers.join('', *steps)}"
    return {name: value for name, value in values.items() if name in members}


def _header_value(text: str) -> str:
    """The text in printable ASCII, cut to a length that a header can have."""
    return "".join(char if " " <= char <= "~" else ascii(char)[1:-1] for char in text)[:_MAX_HEADER]

"""Checks of a complete cell: requests as they arrived, pauses between them, the value or the error.

Each problem is a line of text.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from decimal import Decimal
from typing import Any, Final
from urllib.parse import quote, quote_plus
from uuid import UUID

from channelsmith.conform.cases import Cell, Result
from channelsmith.conform.check_request import pairs_of, repetition_problems, request_problems
from channelsmith.conform.compare import (
    find,
    is_dict,
    is_list,
    json_difference,
    parse_json,
    shorten,
    to_wire,
)
from channelsmith.conform.document import SUCCESS, Api, Operation, Reading, ResponseExample, is_json
from channelsmith.conform.faults import pause_range
from channelsmith.conform.invoke import Outcome
from channelsmith.conform.relay import Exchange, Forward, RecordedResponse
from channelsmith.conform.schemas import Schemas, formats, items, member, properties, types
from channelsmith.conform.streams import parse_item, read_items
from channelsmith.document import Node

_SECONDS: Final = re.compile(r"[0-9]{1,9}")
_STATE: Final = frozenset({403, 404, 409, 410, 412, 423, 429})
"""Statuses of a call that the state of the server does not allow."""
_INVALID: Final = frozenset({400, 422})
_MESSAGES: Final = 2
"""How many messages of a response the message of an error has to contain."""
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")


def value_problems(
    value: Any, response: RecordedResponse, reading: Reading, schemas: Schemas, *, is_typed: bool = True
) -> Iterator[str]:
    """Return what is wrong with a returned value.

    Args:
        value: what the call returned.
        response: the response it was made from.
        reading: how that response has to be read.
        schemas: the schemas of the document.
        is_typed: whether the Python types are to be checked.
    """
    match reading.decoding:
        case "nothing":
            if value is not None:
                yield f"it returned {shorten(value)}, not None"
        case "text":
            if value != response.body.decode("utf-8", "replace") and not _is_content(value, response):
                yield f"it returned {shorten(value)}, not the text of the response"
        case "content":
            yield from _content_problems(value, response)
        case "items":
            yield from _stream_problems(value, response, reading.schema if is_typed else None, schemas)
        case "undeclared":
            if not _carries(value, response):
                yield f"it returned {shorten(value)}, which is not the undeclared body"
        case "json" if is_json(response.media_type or "application/json") and response.body.strip():
            yield from _json_problems(value, response, reading.schema if is_typed else None, schemas)
        case _:  # JSON under another name, or an empty body
            pass


def _stream_problems(value: Any, response: RecordedResponse, declared: Node | None, schemas: Schemas) -> Iterator[str]:
    if not is_list(value):
        yield f"it returned {shorten(value)}, not a stream"
        return
    content_type = response.header("content-type") or ""
    texts = list(read_items(response.media_type, content_type, response.body))
    if len(value) != len(texts):
        yield f"the stream has {len(value)} items, the response {len(texts)}"
    for position, (item, text) in enumerate(zip(value, texts, strict=False)):
        body = parse_item(text)
        data = item.text if hasattr(item, "media_type") else getattr(item, "data", item)
        if declared is not None:
            yield from type_problems(data, body, [declared], schemas, f"item {position}: ")
        if data != text and (difference := json_difference(to_wire(data), body)):
            yield f"item {position} serialized again is {difference}"


def _content_problems(value: Any, response: RecordedResponse) -> Iterator[str]:
    if getattr(value, "data", None) != response.body:
        yield f"it returned {shorten(value)}, not the bytes of the response"
    elif value.media_type != response.media_type:
        yield f"its media type is {value.media_type}, that of the response is {response.media_type}"


def _is_content(value: Any, response: RecordedResponse) -> bool:
    return getattr(value, "data", None) == response.body


def _carries(value: Any, response: RecordedResponse) -> bool:
    """Whether a value is a body that is not declared: its bytes, its text or its JSON; None for an empty one."""
    body = parse_json(response.body)
    is_text = value == response.body.decode("utf-8", "replace")
    is_value = body is not None and not json_difference(to_wire(value), body)
    return is_text or is_value or _is_content(value, response) or (value is None and not response.body.strip())


def _json_problems(value: Any, response: RecordedResponse, declared: Node | None, schemas: Schemas) -> Iterator[str]:
    body = json.loads(response.body, parse_float=Decimal)
    if declared is not None:
        yield from type_problems(value, body, [declared], schemas)
    if difference := json_difference(to_wire(value), body):
        yield f"serialized again it is {difference}"


def _is_lossless(value: Any, body: Any) -> bool:
    """Whether a value says the same as a body, if perhaps in other types: 5 for "5", but not False for "no"."""
    if is_dict(body):
        return (
            is_dict(value) and body.keys() <= value.keys() and all(_is_lossless(value[key], body[key]) for key in body)
        )
    if is_list(body):
        return is_list(value) and len(value) == len(body) and all(map(_is_lossless, value, body))
    return not json_difference(value, body) or (str(value) == str(body) and not isinstance(value, bool))


def type_problems(value: Any, body: Any, declared: Sequence[Node], schemas: Schemas, at: str = "") -> Iterator[str]:
    """Return the places where a value does not have the Python type of its schemas; it was read from `body`."""
    parts = schemas.parts(declared, body)
    value = value.root if getattr(value.__class__, "__pydantic_root_model__", False) else value
    if not parts:
        return
    if is_list(body):
        if not is_list(value) or len(value) != len(body):
            yield f"{at or '/'} is {shorten(value)} for a list of {len(body)}"
            return
        for position, (one, sent) in enumerate(zip(value, body, strict=True)):
            yield from type_problems(one, sent, items(parts, position), schemas, f"{at}/{position}")
    elif is_dict(body):
        attributes = _attributes(value)
        for name, sent in body.items():
            if name in attributes:
                yield from type_problems(attributes[name], sent, member(parts, name), schemas, f"{at}/{name}")
            elif name in properties(parts):
                yield f"{at}/{name} is not an attribute of {shorten(type(value).__name__)}"
    elif (
        not (body is value is None)
        and not _is_enum(value, body, parts)
        and not any(_PYTHON_TYPES.get(name, _is_plain)(value, body) for name in formats(parts) or {""})
    ):
        yield f"{at or '/'} is {shorten(value)} for {' '.join(sorted(formats(parts)))} {shorten(body)}"


def _attributes(value: Any) -> Mapping[str, Any]:
    """The members of a value by their names in JSON."""
    if is_dict(value):
        return value
    fields: Mapping[str, Any] = getattr(value.__class__, "model_fields", {})
    return {field.serialization_alias or name: getattr(value, name) for name, field in fields.items()}


def _is_enum(value: Any, body: Any, parts: Sequence[Node]) -> bool:
    return any("enum" in part or "const" in part for part in parts) and bool(getattr(value, "value", value) == body)


def _is_plain(value: Any, body: Any) -> bool:
    """Whether a value is of the type that it has in JSON: 123 is an int, 1.5 is a float."""
    if isinstance(body, Decimal):
        return isinstance(value, int | float | Decimal) and float(value) == float(body)
    return isinstance(value, type(body)) and isinstance(value, bool) == isinstance(body, bool) and bool(value == body)


def _has_zone(text: str) -> bool:
    return re.search(r"([Zz]|[+-]\d\d:\d\d)$", text) is not None


_PYTHON_TYPES: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "decimal": lambda value, body: isinstance(value, Decimal) and value == Decimal(str(body)),
    "date-time": lambda value, body: isinstance(value, datetime) and (value.tzinfo is not None) == _has_zone(str(body)),
    "date": lambda value, body: isinstance(value, date) and value.isoformat() == body,
    "uuid": lambda value, body: isinstance(value, UUID) and str(value) == str(body).lower(),
    "time": lambda value, body: isinstance(value, clock_time) and isinstance(body, str),
    "duration": lambda value, body: isinstance(value, timedelta | str) and isinstance(body, str),
    "binary": lambda _value, _body: True,
}
"""Whether a value is of the Python type of a format, and still what it was; other formats have no type of their own."""


def header_problems(
    result: Any, constants: Any, response: RecordedResponse, declared: Mapping[str, Node], schemas: Schemas
) -> Iterator[str]:
    """Return what is wrong with the documented headers of a raw response or an error.

    Args:
        result: the raw response, or the error.
        constants: the module of the package with a constant for each header, None where it has none.
        response: the response that has the headers.
        declared: the schemas of the documented headers.
        schemas: the schemas of the document.
    """
    members = dict[str, Any](vars(constants) if constants is not None else {})  # pyright: ignore[reportUnknownArgumentType]
    readers: dict[str, Any] = {
        each.name.lower(): each for each in members.values() if hasattr(each, "read") and not isinstance(each, type)
    }
    for name, schema in declared.items():
        text, parts = response.header(name), schemas.parts([schema], None)
        own = types(parts) - {"null"}
        if text is None or len(own) != 1 or any("enum" in part for part in parts):
            continue
        read = _HEADER_TYPES.get(next(iter(own)))
        if name.lower() not in readers:
            yield f"the header {name} cannot be read"
        elif read is not None:
            value, expected = readers[name.lower()].read(result), read(text)
            is_same = any(_PYTHON_TYPES.get(form, _is_plain)(value, expected) for form in formats(parts) or {""})
            if not is_same:
                yield f"the header {name} is {shorten(value)} for {shorten(text)}"


def _read_number(text: str) -> int | Decimal:
    return Decimal(text) if "." in text else int(text)


_HEADER_TYPES: Final[Mapping[str, Callable[[str], Any]]] = {
    "integer": int,
    "number": _read_number,
    "boolean": lambda text: text == "true",
    "string": str,
}
"""What the text of a header is in JSON; lists and objects are not looked at."""


def error_problems(error: Any, response: RecordedResponse, operation: Operation, api: Api) -> Iterator[str]:
    """Return what is wrong with an error that a response was raised as: status, body, codes, message, request id."""
    if getattr(error, "status", None) != response.status:
        yield f"its status is {getattr(error, 'status', None)}, not {response.status}"
        return
    seconds = response.header(operation.retry.header)
    if seconds is not None and _SECONDS.fullmatch(seconds) and error.retry_after != float(seconds):
        yield f"its retry_after is {error.retry_after}, that of the response is {seconds}"
    if (
        response.media_type == "text/html"
        and response.body.startswith(b"<")
        and (not error.excerpt or "<" in error.excerpt)
    ):
        yield f"its excerpt of an HTML page is {shorten(error.excerpt)}"
    body = parse_json(response.body) if is_json(response.media_type) else None
    if body is not None:
        yield from _error_body_problems(error, body, response, operation, api)
    elif operation.read(response.status, response.media_type).decoding == "text":
        text, inner = response.body.decode("utf-8", "replace"), parse_json(response.body)
        is_parsed = inner is not None and not json_difference(to_wire(error.body), inner)
        if error.body != text and not is_parsed:
            yield f"its body is {shorten(error.body)}, not {shorten(text)}"


def _error_body_problems(
    error: Any, body: Any, response: RecordedResponse, operation: Operation, api: Api
) -> Iterator[str]:
    """What is wrong with what an error says about a JSON body."""
    if difference := json_difference(to_wire(error.body), body):
        yield f"its body is {difference}"
    if api.codes:
        codes = [str(code) for code in find(body, api.codes) if code is not None]
        error_codes = [str(int(code)) if isinstance(code, int) else str(code) for code in error.codes]
        if error_codes != codes:
            yield f"its codes are {error_codes}, not {codes}"
    envelopes = [declared.envelope for declared in (operation, *api.operations) if declared.envelope is not None]
    pointers = (api.messages, *(envelope.message for envelope in envelopes))
    declared = (text for pointer in pointers if pointer for text in find(body, pointer))
    messages = [next((text for text in declared if isinstance(text, str) and text), ""), *_located_messages(body)]
    for message in messages[:_MESSAGES]:
        if message not in error.message:
            yield f"its message is {shorten(error.message)}, which lacks {shorten(message)}"
    request_id = _request_id(response, body, operation)
    is_own_text = operation.envelope is None and error.request_id and error.request_id in json.dumps(body)
    if request_id and error.request_id != request_id and not is_own_text:
        yield f"its request id is {error.request_id!r}, not {request_id!r}"


def _located_messages(body: Any) -> Iterator[str]:
    """The messages of FastAPI's validation errors: `body.items.0: Field required`."""
    for entry in find(body, "/detail/*"):
        if is_dict(entry) and is_list(entry.get("loc")) and isinstance(entry.get("msg"), str):
            yield f"{'.'.join(map(str, entry['loc']))}: {entry['msg']}"


def _request_id(response: RecordedResponse, body: Any, operation: Operation) -> str:
    if operation.envelope is None:
        return next(filter(None, map(response.header, _REQUEST_ID_HEADERS)), "")
    pointer = operation.envelope.request_id
    return next((text for text in find(body, pointer) if pointer and isinstance(text, str) and text), "")


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks the cells of one API."""

    api: Api
    base: str
    """The path of the base URL."""
    secrets: tuple[str, ...]
    errors: Any
    """The module of the package that has the error classes."""
    headers: Any
    """The module of the package that has its response headers, None without any."""
    is_sandbox: bool
    """Whether the server is the sandbox, which has to answer as asked."""

    def check(self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], *, shares_key: bool) -> Result:
        """Return what is wrong with a cell, or why it proves nothing.

        `shares_key`: whether another call had the same idempotency key.
        """
        problems = list(self._traffic_problems(cell, outcome, exchanges))
        problems += ["its idempotency key is that of another call"] if shares_key else []
        last = next((exchange.response for exchange in reversed(exchanges) if exchange.is_own_host), None)
        if cell.uses_state and cell.operation.is_empty_until_ready and last is not None and not last.body:
            cell = replace(cell, expected=replace(cell.expected, error="NotReadyError"))
        reason = _refusal(cell, last)
        if reason and self.is_sandbox and not _is_about_state(cell, last):
            problems.append(reason)
        reason = reason or _other_use(cell, outcome) or _misfitting_sample(cell, outcome, last, self.api.schemas)
        if not reason:
            try:
                problems += self._outcome_problems(cell, outcome, exchanges, last)
            except Exception as error:  # noqa: BLE001 -- values are of the package's own classes, and may fail in any way
                problems.append(f"its outcome cannot be examined: {_describe(error)}")
        cleaned = tuple(self.without_secrets(problem) for problem in problems)
        return Result(cell, cleaned, "" if cleaned else self.without_secrets(reason), outcome.seconds, exchanges)

    def without_secrets(self, text: str) -> str:
        """Return a text with the secrets of the run replaced."""
        for secret in self.secrets:
            for spelling in (secret, quote(secret, safe=""), quote_plus(secret)):
                text = text.replace(spelling, "***")
        return text

    def _traffic_problems(self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange]) -> Iterator[str]:
        own = [exchange for exchange in exchanges if exchange.is_own_host]
        if len(own) != len(exchanges):
            values = [
                value for exchange in exchanges if not exchange.is_own_host for _, value in exchange.request.headers
            ]
            leaked = any(secret in value for value in values for secret in self.secrets)
            yield f"another host received a request{', with the secret' if leaked else ''}"
        if cell.expected.may_refuse and not own and type(outcome.error).__name__ == "InvalidRequestError":
            return
        if len(own) != cell.expected.requests:
            raised = f" ({_describe(outcome.error)})" if outcome.error is not None else ""
            yield f"{len(own)} requests arrived, not {cell.expected.requests}{raised}"
        if not own or not cell.expected.requests:
            return
        yield from request_problems(
            own[0].request, cell.operation, cell.arguments, base=self.base, api=self.api, secrets=self.secrets
        )
        if cell.expected.cursors:
            yield from _cursor_problems(cell, own)
        else:
            yield from repetition_problems(own, cell.operation, cookie=cell.expected.cookie)
            yield from _pause_problems(cell, outcome, own)

    def _outcome_problems(
        self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], last: RecordedResponse | None
    ) -> Iterator[str]:
        expected = cell.expected.error or self._reported_failure(cell, last)
        error = outcome.error
        if cell.expected.may_refuse and not exchanges and type(error).__name__ == "InvalidRequestError":
            return
        if expected and error is None:
            yield f"{expected} is not raised; it returned {shorten(outcome.value)}"
        elif not expected and error is not None:
            yield f"it raised {_describe(error)}"
        elif error is not None and type(error).__name__ != expected:
            yield f"it raised {_describe(error)}, not {expected}"
        elif error is not None:
            if not isinstance(error, self.errors.ApiError):
                yield f"{_describe(error)} is not one of the package's own errors"
            if any(secret in f"{error}{error!r}" for secret in self.secrets):
                yield "the secret is in the text of its error"
            if last is not None and hasattr(error, "status"):
                yield from error_problems(error, last, cell.operation, self.api)
        elif last is not None:
            yield from self._value_problems(cell, outcome, exchanges, last)

    def _value_problems(
        self, cell: Cell, outcome: Outcome, exchanges: Sequence[Exchange], last: RecordedResponse
    ) -> Iterator[str]:
        value = outcome.value
        if cell.returns == "all":
            yield from _item_problems(cell.operation, value, exchanges)
            return
        if cell.returns == "raw":
            is_stream = cell.operation.read(last.status, last.media_type).decoding == "items"
            if value.content != (b"" if is_stream else last.body) or value.status != last.status:
                yield f"the raw response is {value.status} with {len(value.content)} bytes, not that of the server"
            declared = cell.operation.headers.get(cell.column, {})
            yield from header_problems(value, self.headers, last, declared, self.api.schemas)
            value = value.parsed
        if cell.expected.drift == "none" and outcome.drifts:
            yield f"a difference is reported: {outcome.drifts[0]}"
        if cell.expected.drift == "some" and not outcome.drifts:
            yield "no difference is reported"
        if cell.expected.is_readable:
            reading = cell.operation.read(last.status, last.media_type)
            example = _declared(cell, last)
            if cell.operation.is_use and example is not None and reading.decoding == "json":
                reading = replace(reading, schema=example.schema)
            if cell.expected.is_lossless:
                if not _is_lossless(to_wire(value), parse_json(last.body)):
                    yield f"it returned {shorten(to_wire(value))}, which has lost something of the response"
                return
            is_typed = cell.expected.drift == "none" or cell.expected.is_typed
            yield from value_problems(value, last, reading, self.api.schemas, is_typed=is_typed)

    def _reported_failure(self, cell: Cell, last: RecordedResponse | None) -> str:
        """The error of a success whose body reports a failure, as an example of the document may."""
        if last is None or last.status // 100 != SUCCESS or "json" not in last.media_type:
            return ""
        body, envelope = parse_json(last.body), cell.operation.envelope
        is_refused = envelope is not None and any(value is False for value in find(body, envelope.success))
        has_code = self.api.codes and any(code is not None for code in find(body, self.api.codes))
        return "EnvelopeError" if is_refused or has_code else ""


def _refusal(cell: Cell, last: RecordedResponse | None) -> str:
    """Why a response is not the one that the cell is about; "" when it is."""
    if last is None:
        return ""
    beginning = " ".join(last.body[:200].decode("utf-8", "replace").split())
    answer = f"the server answered {last.status}{f': {beginning}' if beginning else ''}"
    if cell.expected.status is not None and last.status != cell.expected.status:
        return f"asked for {cell.expected.status}, {answer}"
    return answer if cell.uses_state and last.status // 100 != SUCCESS else ""


def _is_about_state(cell: Cell, last: RecordedResponse | None) -> bool:
    """Whether a refusal can only be about the state of the server, because nothing else could be wrong."""
    if not cell.uses_state or last is None:
        return False
    has_path_only = cell.arguments.example is None and all(
        parameter.location == "path" for parameter, _ in cell.arguments.values
    )
    return last.status in _STATE or (has_path_only and last.status in _INVALID)


def _other_use(cell: Cell, outcome: Outcome) -> str:
    """Why the response of a path with several uses does not fit: servers know operations, not uses."""
    if cell.uses_state and cell.operation.is_use and outcome.drifts:
        return "the server shows the response of another use of this path"
    return ""


def _misfitting_sample(cell: Cell, outcome: Outcome, last: RecordedResponse | None, schemas: Schemas) -> str:
    """Why a difference is not the client's: the example of the document, or the server's own, does not fit."""
    example = _declared(cell, last) if last is not None and last.status // 100 == SUCCESS else None
    if last is None or example is None or cell.expected.error or cell.expected.drift != "none":
        return ""
    is_edited = any(isinstance(step, Forward) and step.edit is not None for step in cell.steps)
    sent = example.value if is_edited and example.is_documented else parse_json(last.body)
    if not example.is_json or (is_edited and not example.is_documented) or schemas.accepts(example.schema, sent):
        return ""
    raised = [str(outcome.error)] if type(outcome.error).__name__ == "DecodeError" else []
    differences = outcome.drifts or raised
    origin = "the documented example" if example.is_documented else "no example is documented, and the server's own"
    return f"{origin} does not fit: {shorten(differences[0])}" if differences else ""


def _declared(cell: Cell, last: RecordedResponse) -> ResponseExample | None:
    """The declared response that this one is."""
    responses = cell.operation.responses
    fitting = [response for response in responses if response.code == last.status] or [
        response for response in responses if response.is_success
    ]
    same_type = [
        response for response in fitting if (response.media_type or "").partition(";")[0].lower() == last.media_type
    ]
    return next(iter((*same_type, *fitting)), None)


def _pause_problems(cell: Cell, outcome: Outcome, own: Sequence[Exchange]) -> Iterator[str]:
    failure = cell.expected.failure
    if failure is None or len(own) != cell.expected.requests:
        return
    if len(outcome.pauses) != len(own) - 1:
        yield f"it waited {len(outcome.pauses)} times between {len(own)} requests"
        return
    for attempt, (seconds, before) in enumerate(zip(outcome.pauses, own, strict=False)):
        asked = before.response.header(cell.operation.retry.header) if before.response is not None else None
        least, most = pause_range(cell.operation, failure, float(asked) if asked else None, attempt)
        if not least <= seconds <= most:
            yield f"before attempt {attempt + 2} it waits {seconds:g} s, not {least:g} to {most:g}"


def _cursor_problems(cell: Cell, own: Sequence[Exchange]) -> Iterator[str]:
    if (paging := cell.operation.paging) is None:
        return
    queries = [pairs_of(exchange.request.query) for exchange in own]
    asked = [tuple(value for name, value in query if name == paging.parameter) for query in queries[1:]]
    expected = [(cursor,) for cursor in cell.expected.cursors]
    if asked != expected:
        yield f"the cursors {shorten(asked)} were asked for, not {shorten(expected)}"
    others = [sorted(pair for pair in query if pair[0] != paging.parameter) for query in queries]
    if any(other != ([] if paging.is_alone else others[0]) for other in others[1:]):
        yield "the other arguments are not the same on every page"


def _item_problems(operation: Operation, value: Any, exchanges: Sequence[Exchange]) -> Iterator[str]:
    bodies = [parse_json(exchange.response.body) for exchange in exchanges if exchange.response is not None]
    lists = [
        page_items for body in bodies for page_items in find(body, operation.paging.items if operation.paging else "")
    ]
    expected = [item for items in lists if is_list(items) for item in items]
    if json_difference([to_wire(item) for item in value], expected):
        yield f"{len(value)} items were returned, not the {len(expected)} of all pages in order"


def _describe(error: Exception | None) -> str:
    return f"{type(error).__name__}: {error}"[:200].rstrip(": ")

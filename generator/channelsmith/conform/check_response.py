"""Checks of what a call returns or raises: compared with the response and what the document declares."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from channelsmith.conform.compare import comparable, find, is_dict, is_list, parse_json, shorten, to_wire
from channelsmith.conform.document import Api, Decoding, Operation, is_json
from channelsmith.conform.relay import RecordedResponse
from channelsmith.conform.schemas import Schemas, formats, items, member, properties
from channelsmith.document import Node

_SECONDS: Final = re.compile(r"[0-9]{1,9}")
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")


def value_problems(
    value: Any, response: RecordedResponse, declared: Node | None, decoding: Decoding, schemas: Schemas
) -> Iterator[str]:
    """Return what is wrong with a returned value.

    Args:
        value: what the call returned.
        response: the response it was made from.
        declared: the schema of the body, None where types are not to be checked.
        decoding: how the method reads the response.
        schemas: the schemas of the document.
    """
    match decoding:
        case "nothing":
            if value is not None:
                yield f"it returned {shorten(value)}, not None"
        case "text":
            if value != response.body.decode("utf-8", "replace"):
                yield f"it returned {shorten(value)}, not the text of the response"
        case "content":
            if getattr(value, "data", None) != response.body:
                yield f"it returned {shorten(value)}, not the bytes of the response"
            elif value.media_type != response.media_type:
                yield f"its media type is {value.media_type}, that of the response is {response.media_type}"
        case "json":
            if is_json(response.media_type or "application/json") and response.body.strip():
                yield from _json_problems(value, response, declared, schemas)


def _json_problems(value: Any, response: RecordedResponse, declared: Node | None, schemas: Schemas) -> Iterator[str]:
    body = json.loads(response.body, parse_float=Decimal)
    if declared is not None:
        yield from type_problems(value, body, [declared], schemas)
    kept, sent = comparable(to_wire(value), utc=True), comparable(body, utc=True)
    if kept != sent:
        yield f"serialized again it is {_first_difference(kept, sent)}"


def _first_difference(kept: Any, sent: Any, at: str = "") -> str:
    if is_dict(kept) and is_dict(sent):
        for name in [*sent, *(name for name in kept if name not in sent)]:
            if name not in kept:
                return f"without {at}/{name}"
            if name not in sent:
                return f"with {at}/{name}, which was not in the response"
            if kept[name] != sent[name]:
                return _first_difference(kept[name], sent[name], f"{at}/{name}")
    if is_list(kept) and is_list(sent) and len(kept) == len(sent):
        for position, (one, other) in enumerate(zip(kept, sent, strict=True)):
            if one != other:
                return _first_difference(one, other, f"{at}/{position}")
    return f"{shorten(kept)} at {at or '/'}, not {shorten(sent)}"


def type_problems(value: Any, body: Any, declared: Sequence[Node], schemas: Schemas, at: str = "") -> Iterator[str]:
    """Return where a value is not of the Python type that its schemas stand for; `body` is what it was read from."""
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
    elif not _is_enum(value, body, parts) and not any(
        _PYTHON_TYPES.get(name, _is_plain)(value, body) for name in formats(parts) or {""}
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
    """Whether a value is of the type that it has in JSON."""
    if isinstance(body, int | Decimal) and not isinstance(body, bool):
        return isinstance(value, int | float | Decimal) and float(value) == float(body)
    return isinstance(value, type(body)) and bool(value == body)


def _is_decimal(value: Any, body: Any) -> bool:
    return isinstance(value, Decimal) and value == Decimal(str(body))


def _is_moment(value: Any, body: Any) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None and isinstance(body, str)


def _is_unchecked(_value: Any, _body: Any) -> bool:
    return True


_PYTHON_TYPES: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "decimal": lambda value, body: body is value is None or _is_decimal(value, body),
    "date-time": lambda value, body: body is value is None or _is_moment(value, body),
    "date": lambda value, body: body is value is None or (isinstance(value, date) and value.isoformat() == body),
    "uuid": lambda value, body: body is value is None or (isinstance(value, UUID) and str(value) == str(body).lower()),
    "binary": _is_unchecked,
}
"""Whether a value is of the Python type of a format, and still what it was; other formats have no type of their own."""


def error_problems(error: Any, response: RecordedResponse, operation: Operation, api: Api) -> Iterator[str]:
    """Return what is wrong with an error that a response was raised as: status, body, codes, message, request id."""
    if getattr(error, "status", None) != response.status:
        yield f"its status is {getattr(error, 'status', None)}, not {response.status}"
        return
    seconds = response.header(operation.retry.header)
    if seconds is not None and _SECONDS.fullmatch(seconds) and error.retry_after != float(seconds):
        yield f"its retry_after is {error.retry_after}, that of the response is {seconds}"
    if response.media_type == "text/html" and response.body and (not error.excerpt or "<" in error.excerpt):
        yield f"its excerpt of an HTML page is {shorten(error.excerpt)}"
    body = parse_json(response.body)
    if body is None:
        return
    if comparable(to_wire(error.body), utc=True) != comparable(body, utc=True):
        yield f"its body is {shorten(to_wire(error.body))}, not that of the response"
    if api.codes:
        codes = [str(code) for code in find(body, api.codes) if code is not None]
        error_codes = [str(int(code)) if isinstance(code, int) else str(code) for code in error.codes]
        if error_codes != codes:
            yield f"its codes are {error_codes}, not {codes}"
    envelope = operation.envelope
    pointers = [
        api.messages,
        *(
            declared_envelope.message
            for declared_envelope in (envelope, *api.envelopes)
            if declared_envelope is not None
        ),
    ]
    texts = (text for pointer in pointers if pointer for text in find(body, pointer))
    message = next((text for text in texts if isinstance(text, str) and text), "")
    if message not in error.message:
        yield f"its message is {shorten(error.message)}, which lacks {shorten(message)}"
    request_id = _request_id(response, body, operation)
    if request_id and error.request_id != request_id:
        yield f"its request id is {error.request_id!r}, not {request_id!r}"


def _request_id(response: RecordedResponse, body: Any, operation: Operation) -> str:
    if operation.envelope is None:
        return next(filter(None, map(response.header, _REQUEST_ID_HEADERS)), "")
    pointer = operation.envelope.request_id
    ids = find(body, pointer) if pointer else []
    return next((value for value in ids if isinstance(value, str) and value), "")

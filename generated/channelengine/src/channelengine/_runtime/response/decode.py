"""From a response to its value or its exception: envelope, then decoding, strict or lenient.

Errors are returned, and raised by the flow: so no traceback has a frame with a body among its variables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from ..errors import (
    ConnectError,
    DecodeError,
    EnvelopeError,
    RequestTimeoutError,
    ResponseError,
    StatusError,
    TransportError,
    error_class,
)
from ..hooks import report_drift
from ..json_pointer import find
from ..retry import retry_after
from ..serialization import codec, loads
from ..types import is_dict, is_list
from .content import Binary, Content, Json, Text, reader_for, success_readers
from .lenient import fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..api import Envelope, ErrorShape
    from ..http.messages import Response, TransportFailure
    from ..operation import Operation
    from ..options import ClientConfig
    from .lenient import Finding

T = TypeVar("T")
E = TypeVar("E", bound=ResponseError)


# ---------------------------------------------------------------- successes


def value_of(response: Response, operation: Operation[T], config: ClientConfig) -> object | ResponseError:
    """Return the value of a response with a success status.

    Returns an EnvelopeError when the body reports a failure; a DecodeError when it cannot be read at all and, with
    `strict`, when it can be read only partly.
    """
    reader = reader_for(operation.responses, response.status)
    if reader is None and (declared := success_readers(operation.responses)):
        reader = declared[0]
        findings = [("", f"status {response.status} is not documented")]
        if error := _differs(findings, response, operation, config):
            return error
    content = Content(response.content, response.media_type, response.status, response.headers)
    match reader:
        case Json() if operation.method != "HEAD":
            return _from_json(reader, content, response, operation, config)
        case Text() | Binary():
            data = _parsed(content.json_source) if operation.envelope and "json" in content.media_type else None
            value = content.text if isinstance(reader, Text) else content
            return _failure_inside(data, response, operation, config) or value
        case _:
            return None


def failure_inside(response: Response, operation: Operation[T], config: ClientConfig) -> EnvelopeError | None:
    """Return the error of a body that went to a receiver, as far as it was kept, if it reports a failure."""
    content = Content(response.content, response.media_type, response.status, response.headers)
    return _failure_inside(
        _parsed(content.json_source) if "json" in content.media_type else None, response, operation, config
    )


def _from_json(
    reader: Json, content: Content, response: Response, operation: Operation[T], config: ClientConfig
) -> object | ResponseError:
    type_ = codec(reader.type)
    data, excuse = None, ""
    if not content.data.strip():
        excuse = "an empty body"
    else:
        try:
            data = type_.parse(content.json_source)
        except ValueError:  # a bare text instead of a JSON string is common, so it is accepted
            data, excuse = content.text, "a text that is not JSON"
    if error := _failure_inside(data, response, operation, config):
        return error
    value, problems = type_.fit(data)
    if problems and excuse and data is not None:
        what = f"{response.status} with a {content.media_type or 'nameless'} body that is not JSON"
        return response_error(DecodeError, what, response, operation, config)
    findings = [("", excuse)] if excuse and (problems or data is not None) else []
    if problems and not excuse:
        value, findings = fit(reader.type, data)
    return _differs(findings, response, operation, config) or value


def _failure_inside(
    data: object, response: Response, operation: Operation[T], config: ClientConfig
) -> EnvelopeError | None:
    """Return the error of a body that reports a failure: by its envelope, or by error codes."""
    envelope, shape = operation.envelope, config.api.errors
    refused = envelope is not None and any(each is False for each in find(data, envelope.success))
    coded = shape is not None and shape.codes and any(each is not None for each in find(data, shape.codes))
    if refused or coded:
        what = f"{response.status}, but its body says that it failed"
        return response_error(EnvelopeError, what, response, operation, config)
    return None


def _differs(
    findings: Sequence[Finding], response: Response, operation: Operation[T], config: ClientConfig
) -> DecodeError | None:
    """Report the differences, or with `strict` return an error."""
    if not findings:
        return None
    if config.options.strict:
        places = "; ".join(f"{location or '/'}: {message}" for location, message in findings[:3])
        what = f"{response.status} with a body that is not as documented: {places}"
        return response_error(DecodeError, what, response, operation, config)
    report_drift(operation.id, findings, config.options.on_drift, config.warned)
    return None


# ---------------------------------------------------------------- failures

_EXCERPT_LENGTH = 300
_COOKIE_HEADERS = {"set-cookie", "set-cookie2"}
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_TRANSPORT_ERRORS = {"connect": ConnectError, "timeout": RequestTimeoutError, "broken": TransportError}


def transport_error(failure: TransportFailure, operation: Operation[T], config: ClientConfig) -> TransportError:
    """The exception for a request without a complete response."""
    reason = config.redactor.text(failure.reason)
    return _TRANSPORT_ERRORS[failure.kind](f"{operation.id}: {reason}", operation=operation.id)


def status_error(response: Response, operation: Operation[T], config: ClientConfig) -> StatusError:
    """The exception for a status that is no success."""
    reason = _phrase(response.status) + (", a redirect that is not followed" if response.status // 100 == 3 else "")  # noqa: PLR2004 - 3xx
    return response_error(error_class(response.status), reason, response, operation, config)


def response_error(error: type[E], what: str, response: Response, operation: Operation[T], config: ClientConfig) -> E:
    """An exception of that class with all details of a response, whatever its body: empty, HTML, truncated."""
    clean = config.redactor.text
    headers = {name: clean(value) for name, value in response.headers.items() if name not in _COOKIE_HEADERS}
    text = clean(Content(response.content, headers=response.headers).text)
    body = _parsed(text)
    envelopes = [each for each in dict.fromkeys((operation.envelope, *config.api.envelopes)) if each]
    details = _details(body, headers, envelopes, config.api.errors)
    excerpt = _excerpt(text)
    reason = details.message or excerpt
    request = f" (request {details.request_id})" if details.request_id else ""
    return error(
        f"{operation.id}: {what}{': ' if reason else ''}{reason[:_EXCERPT_LENGTH]}{request}",
        operation=operation.id,
        status=response.status,
        codes=details.codes,
        message=details.message,
        errors=details.errors,
        request_id=details.request_id,
        retry_after=asked_to_wait(response, operation, config),
        body=_typed(body, text, operation, response.status),
        excerpt=excerpt,
        headers=headers,
    )


def asked_to_wait(response: Response, operation: Operation[T], config: ClientConfig) -> float | None:
    """Seconds that the server asks to wait, in the header the API declares for it."""
    limit = operation.rate_limit or config.api.rate_limit
    return retry_after(response.headers, now=config.clock, name=limit.retry_after_header if limit else "retry-after")


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _parsed(source: bytes | str) -> object:
    try:
        return loads(source)
    except ValueError:
        return None


def _typed(body: object, text: str, operation: Operation[T], status: int) -> object:
    """The body as its documented type, as far as it matches; drift of errors is not reported."""
    reader = reader_for(operation.responses, status)
    if body is None or not isinstance(reader, Json):
        return body
    typed, _ = fit(reader.type, codec(reader.type).parse(text))
    return typed


def _excerpt(text: str) -> str:
    """The beginning of a body in one line, without tags."""
    head = text[: 20 * _EXCERPT_LENGTH]
    return " ".join((_TAGS.sub(" ", head) if head.lstrip().startswith("<") else head).split())[:_EXCERPT_LENGTH]


# ---------------------------------------------------------------- details of a failure

_MESSAGES = ("/message", "/error/message", "/error_description", "/detail", "/title", "/error")
_ERRORS = ("/errors", "/validation_errors", "/error/errors", "/error/details")
_CODES = ("/code", "/error/code", "/error_code", "/errors/*/code")
_REQUEST_IDS = ("/request_id", "/trace_id", "/correlation_id", "/error/request_id")
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")
_MESSAGES_OF_ERROR = ("/message", "/detail", "/description", "/title")

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_MAX_ERRORS = 3  # in a message that is made of them


@dataclass(frozen=True, slots=True, kw_only=True)
class _ErrorDetails:
    """The details of a failure in a body; every field may be empty."""

    message: str
    errors: tuple[str, ...]
    codes: tuple[int | str, ...]
    request_id: str


def _details(
    body: object, headers: Mapping[str, str], envelopes: Sequence[Envelope], shape: ErrorShape | None
) -> _ErrorDetails:
    """Look where the envelopes and the error shape point, otherwise under common names in any spelling."""
    errors = _texts(body, [each for envelope in envelopes for each in envelope.errors], _ERRORS)
    messages = _texts(body, [*(each.message for each in envelopes), shape.messages if shape else ""], _MESSAGES)
    ids = _texts(body, [each.request_id for each in envelopes], _REQUEST_IDS)
    from_headers = [headers[name] for name in _REQUEST_ID_HEADERS if name in headers]
    return _ErrorDetails(
        message="; ".join((messages or errors)[:_MAX_ERRORS]),
        errors=errors,
        codes=tuple(_code(text, shape) for text in _texts(body, [shape.codes if shape else ""], _CODES)),
        request_id=next(iter((*ids, *from_headers)), ""),
    )


def _code(text: str, shape: ErrorShape | None) -> int | str:
    """A member of the enum of codes if there is one and the text has its type."""
    codes = shape.code() if shape and shape.code else None
    if codes is None or issubclass(codes, str):
        return codes(text) if codes else text
    return codes(int(text)) if _INTEGER.fullmatch(text) else text


def _texts(body: object, declared: Iterable[str], common: Iterable[str]) -> tuple[str, ...]:
    """All texts at the declared pointers together, else those of the first common name that has any."""
    texts = [text for pointer in declared if pointer for value in find(body, pointer) for text in _flat(value)]
    for pointer in common:
        texts = texts or [text for value in find(body, pointer, loosely=True) for text in _flat(value)]
    return tuple(texts)


def _flat(value: object) -> Iterator[str]:
    """The texts in a value: of a list each, of an object its message or else "field: text"."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif is_list(value):
        for element in value:
            yield from _flat(element)
    elif is_dict(value):
        own = _texts(value, (), _MESSAGES_OF_ERROR)
        yield from own or (f"{name}: {text}" for name, item in value.items() for text in _flat(item))

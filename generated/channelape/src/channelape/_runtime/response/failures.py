"""From a failure to its exception, with what the body says in any of the forms in common use.

Nothing that a server repeats of the request (`input`, `rejectedValue`) becomes part of a message.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import (
    ConnectError,
    DeadlineExceededError,
    RequestTimeoutError,
    ResponseError,
    ResponseTooLargeError,
    StatusError,
    TransportError,
    error_class,
)
from ..json_pointer import find, loose
from ..redaction import LONGEST_SPELLING, count_escapes
from ..retry import retry_after
from ..serialization import codec, loads
from ..types import is_dict, is_list
from .content import Content, Json, choose_reader, is_json, readers_for
from .lenient import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ..api import Envelope, ErrorShape
    from ..http.messages import Response, TransportFailure
    from ..operation import Operation
    from ..options import ClientConfig

T = TypeVar("T")
E = TypeVar("E", bound=ResponseError)

_EXCERPT_LENGTH = 300
_MAX_BODY_LENGTH = 20_000_000
_MAX_ESCAPES = 1_000_000
"""Characters of the longest body that an error keeps, and the escapes in it; of a longer one it has the excerpt."""
_MAX_HIDING_LENGTH = 200_000
"""The same where secrets have to be looked for in each value: they are in the body, or one of them is a number."""
_HEAD_LENGTH = 20 * _EXCERPT_LENGTH  # from which an excerpt is made, as it may be full of tags
_COOKIE_HEADERS = {"set-cookie", "set-cookie2"}
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_TRANSPORT_ERRORS = {
    "connect": ConnectError,
    "timeout": RequestTimeoutError,
    "deadline": DeadlineExceededError,
    "broken": TransportError,
    "oversized": ResponseTooLargeError,
}


def transport_error(failure: TransportFailure, operation: Operation[T], config: ClientConfig) -> TransportError:
    """The exception for a request without a complete response."""
    reason = config.redactor.text(failure.reason)
    return _TRANSPORT_ERRORS[failure.kind](f"{operation.id}: {reason}", operation=operation.id)


def status_error(
    response: Response, operation: Operation[T], config: ClientConfig, *, refusal: str = ""
) -> StatusError:
    """The exception for a status that is no success; `refusal` says why a redirect is not followed."""
    phrase = _phrase(response.status)
    reason = f"{response.status} {phrase}".rstrip()
    if response.status // 100 == 3:  # noqa: PLR2004 - 3xx
        reason += ", a redirect that is not followed" + (f" ({config.redactor.text(refusal)})" if refusal else "")
    return response_error(error_class(response.status), reason, response, operation, config)


def response_error(error: type[E], what: str, response: Response, operation: Operation[T], config: ClientConfig) -> E:
    """An exception of that class with all details of a response, whatever its body: empty, HTML, truncated."""
    redactor = config.redactor
    clean = redactor.text
    headers = {clean(name): clean(value) for name, value in response.headers.items() if name not in _COOKIE_HEADERS}
    content = Content(response.content, response.media_type, response.status, response.headers)
    source = _text_of(content)
    kept = source if len(source) <= _MAX_BODY_LENGTH and count_escapes(source) <= _MAX_ESCAPES else ""
    is_hiding = bool(redactor.numbers) or clean(kept) != kept
    if is_hiding and len(kept) > _MAX_HIDING_LENGTH:
        kept = ""
    hide = redactor.value if is_hiding else _unchanged
    body, is_parsed = _plain_body(content, kept, hide)
    excerpt = _excerpt(clean(source[: _HEAD_LENGTH + LONGEST_SPELLING]))
    envelopes = _envelopes(operation, config)
    details = _details(body, headers, envelopes, config.api.errors, _phrase(response.status))
    message = details.message
    if isinstance(body, str) and (is_parsed or content.media_type == "text/plain"):
        message = _excerpt(body)
    reason = _reason(message, details.errors, _phrase(response.status), excerpt)
    request = f" (request {details.request_id})" if details.request_id else ""
    return error(
        f"{operation.id}: {what}{': ' if reason else ''}{_printable(reason[:_EXCERPT_LENGTH])}{request}",
        operation=operation.id,
        status=response.status,
        codes=details.codes,
        message=message,
        errors=details.errors,
        request_id=details.request_id,
        retry_after=asked_to_wait(response, operation, config),
        body=_typed_body(body, kept, content, operation, hide) if is_parsed else body,
        excerpt=excerpt,
        headers=headers,
    )


def request_id_of(response: Response, operation: Operation[T], config: ClientConfig) -> str:
    """The server's id of the request of a response, where errors have it too: in JSON or a header; "" for none."""
    body: object = None
    if is_json(response.media_type):
        try:
            body = loads(Content(response.content, response.media_type, headers=response.headers).json_source)
        except ValueError:
            body = None
    return config.redactor.text(_request_id(body, response.headers, _envelopes(operation, config)))


def _envelopes(operation: Operation[T], config: ClientConfig) -> list[Envelope]:
    return [each for each in dict.fromkeys((operation.envelope, *config.api.envelopes)) if each]


def asked_to_wait(response: Response, operation: Operation[T], config: ClientConfig) -> float | None:
    """Seconds that the server asks to wait, in the header the API declares for it."""
    limit = operation.rate_limit or config.api.rate_limit
    return retry_after(response.headers, now=config.clock, name=limit.retry_after_header if limit else "retry-after")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _text_of(content: Content) -> str:
    """The body as text; JSON in the encoding of Unicode that its first bytes show."""
    source = content.json_source if is_json(content.media_type) else content.text
    return source if isinstance(source, str) else source.decode(json.detect_encoding(source), "replace")


def _unchanged(value: object) -> object:
    return value


def _plain_body(content: Content, source: str, hide: Callable[[object], object]) -> tuple[object, bool]:
    """The body without secrets and whether it is JSON, else it is a text; None if it is empty or is no text."""
    try:
        data = hide(loads(source))
        if data is not None and (is_dict(data) or is_list(data) or not content.media_type.startswith("text/")):
            return data, True
    except (ValueError, RecursionError):  # it is no JSON, or the caller has left too little of the stack
        pass
    return hide(source) if source and content.exact_text is not None else None, False


def _typed_body(
    body: object, source: str, content: Content, operation: Operation[T], hide: Callable[[object], object]
) -> object:
    """A JSON body as its documented type, as far as it matches; drift of errors is not reported."""
    readers = readers_for(operation.responses, content.status) or ()
    reader = choose_reader(readers, content.media_type) or next(iter(readers), None)
    if not isinstance(reader, Json):
        return body
    try:
        typed, _ = fit(reader.type, hide(codec(reader.type).parse(source)))
    except RecursionError:  # the caller has left too little of the stack
        return body
    return typed


def _excerpt(text: str) -> str:
    """The beginning of a body in one line, without tags."""
    head = text[:_HEAD_LENGTH]
    return " ".join((_TAGS.sub(" ", head) if head.lstrip().startswith("<") else head).split())[:_EXCERPT_LENGTH]


def _printable(text: str) -> str:
    """The text without control characters, which a terminal would obey."""
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _reason(message: str, errors: Sequence[str], phrase: str, excerpt: str) -> str:
    """The message and the first of the errors that it does not have itself, else the excerpt."""
    if not message:
        return "" if _ECHOED.search(excerpt) else excerpt
    is_made_of_them = message == _joined(errors)
    further = [error for error in errors if error not in message and not is_made_of_them][:_MAX_ERRORS]
    if not further:
        return "" if message.casefold() == phrase.casefold() else message
    return "; ".join([message.rstrip(". "), *further])


# ---------------------------------------------------------------- details of a failure

_MESSAGES = (
    *(
        "/message",
        "/error/message/value",
        "/error/message",
        "/error_description",
        "/error/description",
        "/detail",
        "/error/detail",
    ),
    *("/error_message", "/error_messages", "/hydra:description", "/fault/faultstring", "/error/reason", "/reason"),
    *("/description", "/title", "/msg", "/error"),
)
_ERRORS = (
    *("/errors", "/validation_errors", "/error/errors", "/error/details", "/detail/*", "/invalid_params"),
    *("/violations", "/issues", "/error/issues", "/issue", "/field_errors", "/extra/*", "/details"),
)
_CODES = ("/code", "/error/code", "/error_code", "/errors/*/code")
_REQUEST_IDS = ("/request_id", "/trace_id", "/correlation_id", "/error/request_id")
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")
"""Where bodies have their details, as JSON Pointers whose names are compared loosely."""

_OWN_MESSAGES = (
    *("msg", "message", "errormessage", "defaultmessage", "detail", "description", "reason", "diagnostics"),
    *("text", "title"),
)
_OWN_CODES = ("code", "type", "keyword", "rule", "error", "errorcode")
_OWN_FIELDS = (
    *("loc", "pointer", "field", "fieldname", "propertypath", "propertyname", "property", "param", "parameter"),
    *("attr", "attribute", "instancepath", "path", "name", "key", "target", "source", "location", "expression"),
)
"""The members of one error in a list that have its message, and the field it is about; the first one is taken."""

_LISTS = {"errors", "violations", "fieldviolations", "issues", "invalidparams", "errormessages", "details"}
"""Names of the list in an object around a list of errors."""

_WHOLE = {"non_field_errors", "nonFieldErrors", "__all__", "_schema", "_errors", "base", "$", ""}
"""Names in a mapping of fields that stand for all of them."""

_LOCATIONS = {"body", "query", "path", "header", "headers", "cookie", "cookies", "querystring", "form", "json"}
_ECHOES = {"input", "ctx", "context", "rejectedvalue", "attemptedvalue", "invalidvalue", "inputvalue", "actualvalue"}
_ECHOED = re.compile(
    r"""["'](input|ctx|context|(rejected|attempted|invalid|input|actual)?_?value)["']\s*:""", re.IGNORECASE
)
"""What repeats a value of the request, which may be a secret."""

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_MAX_ERRORS = 3  # in a message
_MAX_DETAILS = 100
_MAX_DEPTH = 8
_MAX_FIELD_LENGTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _ErrorDetails:
    """The details of a failure in a body; every field may be empty."""

    message: str
    errors: tuple[str, ...]
    codes: tuple[Any, ...]  # of the type that the document decides, see `errors.py`
    request_id: str


def _details(
    body: object, headers: Mapping[str, str], envelopes: Sequence[Envelope], shape: ErrorShape | None, phrase: str
) -> _ErrorDetails:
    """Look where the envelopes and the error shape point, otherwise under common names in any spelling."""
    errors = _texts(body, [each for envelope in envelopes for each in envelope.errors], _ERRORS)
    messages = _texts(body, [*(each.message for each in envelopes), shape.messages if shape else ""], _MESSAGES)
    if is_list(body) or _is_field_map(body):
        errors, messages = _bounded(_error_texts(body)), ()
    if errors and [each.casefold() for each in messages] == [phrase.casefold()]:
        messages = ()
    codes, others = _codes(_scalars(body, [shape.codes if shape else ""], _CODES), shape)
    return _ErrorDetails(
        message=_joined(messages or errors),
        errors=(*errors, *others),
        codes=codes,
        request_id=_request_id(body, headers, envelopes),
    )


def _request_id(body: object, headers: Mapping[str, str], envelopes: Sequence[Envelope]) -> str:
    ids = _scalars(body, [each.request_id for each in envelopes], _REQUEST_IDS)
    return next(chain(ids, (headers[name] for name in _REQUEST_ID_HEADERS if name in headers)), "")


def _joined(texts: Sequence[str]) -> str:
    return "; ".join(texts[:_MAX_ERRORS])


def _codes(texts: Sequence[str], shape: ErrorShape | None) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """Members of the enum of codes, texts if there is none; and the texts that the enum cannot hold."""
    codes = shape.code() if shape and shape.code else None
    if codes is None or issubclass(codes, str):
        return tuple(codes(text) if codes else text for text in texts), ()
    others = tuple(text for text in texts if not _INTEGER.fullmatch(text))
    return tuple(codes(int(text)) for text in texts if text not in others), others


def _scalars(body: object, declared: Iterable[str], common: Iterable[str]) -> tuple[str, ...]:
    """All texts and integers at the declared pointers together, else those of the first common name that has any."""
    values = [value for pointer in declared if pointer for value in find(body, pointer)]
    scalars = [str(value) for value in values if _is_scalar(value)]
    for pointer in common:
        scalars = scalars or [str(value) for value in find(body, pointer, loosely=True) if _is_scalar(value)]
    return tuple(scalars)


def _is_scalar(value: object) -> bool:
    return bool(value) if isinstance(value, str) else isinstance(value, int) and not isinstance(value, bool)


def _texts(body: object, declared: Iterable[str], common: Iterable[str]) -> tuple[str, ...]:
    """All errors at the declared pointers together, else those of the first common name that has any."""
    values = (value for pointer in declared if pointer for value in find(body, pointer))
    texts = _bounded(text for value in values for text in _error_texts(value))
    for pointer in common:
        values = (value for value in find(body, pointer, loosely=True))
        texts = texts or _bounded(text for value in values for text in _error_texts(value))
    return texts


def _bounded(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text[:_EXCERPT_LENGTH] for text in islice(texts, _MAX_DETAILS))


# ---------------------------------------------------------------- errors in lists and mappings


def _error_texts(value: object, field: tuple[str, ...] = ()) -> Iterator[str]:
    """The errors in a value, as "field: message": a text, an error with its field, or lists and mappings of them."""
    if len(field) > _MAX_DEPTH:
        return
    if is_list(value):
        for index, element in enumerate(value):
            is_nested = is_list(element) or (is_dict(element) and not _own_message(_by_loose_name(element)))
            yield from _error_texts(element, (*field, str(index)) if field and is_nested else field)
    elif is_dict(value):
        yield from _texts_of_object(value, field)
    elif (isinstance(value, str) and value) or (not field and _is_scalar(value)):
        yield _with_field(field, str(value))


def _texts_of_object(value: dict[str, object], field: tuple[str, ...]) -> Iterator[str]:
    members = _by_loose_name(value)
    if message := _own_message(members):
        yield _with_field((*field, *_own_field(members)), message)
    elif lists := [item for name, item in members.items() if name in _LISTS]:
        for item in lists:
            yield from _error_texts(item, field)
    elif "loc" not in members and "pointer" not in members:  # or it is an error without a message
        for name, item in value.items():
            if not _is_echo(name, item):
                yield from _error_texts(item, field if name in _WHOLE else (*field, name))


def _by_loose_name(error: dict[str, object]) -> dict[str, object]:
    return {loose(name): item for name, item in error.items()}


def _own_message(error: Mapping[str, object]) -> str:
    """The message of a single error, "" if an object is none; a code is one if it has a field too."""
    for name in _OWN_MESSAGES:
        value = error.get(name)
        if is_dict(value):  # with its language, or as a code and a text
            value = next((value[key] for key in ("value", "text") if key in value), None)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    if is_dict(constraints := error.get("constraints")):
        return "; ".join(text for text in constraints.values() if isinstance(text, str))
    codes = (error.get(name) for name in _OWN_CODES)
    return next((code for code in codes if isinstance(code, str) and code), "") if _own_field(error) else ""


def _own_field(error: Mapping[str, object]) -> tuple[str, ...]:
    """Where a single error is, as the names on the way to its field."""
    path = next((path for name in _OWN_FIELDS if (path := _path(error.get(name)))), ())
    places = (error.get(name) for name in ("source", "location", "in"))
    place = next((place for place in places if isinstance(place, str) and place in _LOCATIONS), "")
    return (place, *path) if place and (place,) != path[:1] else path


def _path(value: object) -> tuple[str, ...]:
    """The steps of a path: a list of them, a JSON Pointer, a text, or an object with one of these."""
    if is_dict(value):
        return next((path for name in ("pointer", "parameter", "header") if (path := _path(value.get(name)))), ())
    steps: list[object] = []
    if is_list(value):
        steps = value
    elif isinstance(value, str):
        is_pointer = value.startswith(("/", "#/"))
        steps = [*value.removeprefix("#").split("/")[1:]] if is_pointer else [value.strip()]
    return tuple(str(step)[:_MAX_FIELD_LENGTH] for step in steps[: _MAX_DEPTH * 2] if _is_scalar(step))


def _with_field(field: tuple[str, ...], text: str) -> str:
    return f"{'.'.join(field)}: {text}" if field else text


def _is_echo(name: str, item: object) -> bool:
    """Whether a member repeats a value of the request; one called `value` may also be a field with its errors."""
    return loose(name) in _ECHOES or (loose(name) == "value" and not is_list(item))


def _is_field_map(body: object) -> bool:
    """Whether a body is a mapping of fields to lists of messages, at any depth, as Django and Rails send them."""
    if not is_dict(body) or not body or not _has_only_messages(body, _MAX_DEPTH):
        return False
    names = {loose(name) for name in body}
    return not names & (_LISTS | {"validationerrors", "fielderrors"}) and not names <= {"detail", "message", "error"}


def _has_only_messages(value: object, depth: int) -> bool:
    if is_dict(value):
        return depth > 0 and all(_has_only_messages(item, depth - 1) for item in value.values())
    if is_list(value):
        return depth > 0 and all(isinstance(each, str) or _has_only_messages(each, depth - 1) for each in value)
    return False

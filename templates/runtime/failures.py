"""The errors of a call: what happened, what the server says about it, and nothing that has to stay secret."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from .errors import ConnectError, RequestTimeoutError, ResponseError, StatusError, TransportError, error_class
from .response.content import Content
from .response.readers import Json, reader_for
from .retry import retry_after
from .said import said
from .serialization import loads

if TYPE_CHECKING:
    from .http.messages import Response, TransportFailure
    from .operation import Operation
    from .setup import Setup

T = TypeVar("T")
E = TypeVar("E", bound=ResponseError)

_EXCERPT = 300
_PRIVATE_HEADERS = {"set-cookie", "set-cookie2"}
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_KINDS = {"connect": ConnectError, "timeout": RequestTimeoutError, "broken": TransportError}


def transport_error(failure: TransportFailure, operation: Operation[T], setup: Setup) -> TransportError:
    """The error for a request that got no complete response."""
    reason = setup.redactor.text(failure.reason)
    return _KINDS[failure.kind](f"{operation.id}: {reason}", operation=operation.id)


def status_error(response: Response, operation: Operation[T], setup: Setup) -> StatusError:
    """The error for a status that is no success."""
    what = _phrase(response.status) + (", a redirect that is not followed" if response.status // 100 == 3 else "")  # noqa: PLR2004 - 3xx
    return response_error(error_class(response.status), what, response, operation, setup)


def response_error(kind: type[E], what: str, response: Response, operation: Operation[T], setup: Setup) -> E:
    """An error of that kind with all a response says, whatever its body: empty, HTML, truncated, any envelope."""
    clean = setup.redactor.text
    headers = {name: clean(value) for name, value in response.headers.items() if name not in _PRIVATE_HEADERS}
    text = clean(Content(response.content, headers=response.headers).text)
    body = _parsed(text)
    envelopes = [each for each in dict.fromkeys((operation.envelope, *setup.api.envelopes)) if each]
    words = said(body, headers, envelopes, setup.api.errors)
    excerpt = _excerpt(text)
    told = words.message or excerpt
    request = f" (request {words.request_id})" if words.request_id else ""
    return kind(
        f"{operation.id}: {what}{': ' if told else ''}{told[:_EXCERPT]}{request}",
        operation=operation.id,
        status=response.status,
        codes=words.codes,
        message=words.message,
        errors=words.errors,
        request_id=words.request_id,
        retry_after=asked_to_wait(response, operation, setup),
        body=_typed(body, text, operation, response.status),
        excerpt=excerpt,
        headers=headers,
    )


def asked_to_wait(response: Response, operation: Operation[T], setup: Setup) -> float | None:
    """Seconds that the server asks to wait, in the header the API declares for it."""
    limit = operation.rate_limit or setup.api.rate_limit
    return retry_after(response.headers, now=setup.clock, name=limit.retry_after_header if limit else "retry-after")


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _parsed(text: str) -> object:
    try:
        return loads(text)
    except ValueError:
        return None


def _typed(body: object, text: str, operation: Operation[T], status: int) -> object:
    """The body as the document types it, as far as it fits; an error is no occasion to complain about drift."""
    reader = reader_for(operation.responses, status)
    if body is None or not isinstance(reader, Json):
        return body
    from .response.lenient import fit  # noqa: PLC0415 - as above
    from .serialization import codec  # noqa: PLC0415 - errors are rare, and importing this module must not load pydantic

    typed, _ = fit(reader.type, codec(reader.type).parse(text))
    return typed


def _excerpt(text: str) -> str:
    """The beginning of a body in one line, without tags."""
    head = text[: 20 * _EXCERPT]
    return " ".join((_TAGS.sub(" ", head) if head.lstrip().startswith("<") else head).split())[:_EXCERPT]

"""One call, without I/O: a generator that asks its driver to send or to sleep, and returns the value.

So all that a call decides is written once, for both clients, and can be tested without time passing.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from . import retry
from .address import redirected
from .build import build
from .errors import ResponseError
from .failures import asked_to_wait, status_error, transport_error
from .messages import Answer, Request, Response, Send, Sleep, Step, TransportFailure
from .outcome import value_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from .errors import ApiError
    from .operation import Call, Operation, T
    from .setup import Setup

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)
"""Named like the package. DEBUG: each response; INFO: each retry. No query, header or body is logged."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAFE = frozenset({"GET", "HEAD"})
_LONGEST_CHAIN = 5


def perform(call: Call[T], setup: Setup) -> Generator[Step, Answer, object]:
    """Make one call. Raises what `errors.py` lists."""
    operation = call.operation
    request = build(call, setup)
    attempt = 0
    while True:
        answer = yield from _exchange(request)
        LOGGER.debug("%s: %s %s: %s", operation.id, request.method, urlsplit(request.url).path, answer)
        if isinstance(answer, Response) and answer.is_success:
            value = value_of(answer, operation, setup)
            if isinstance(value, ResponseError):
                raise value
            return value
        pause = _pause(answer, attempt, call, setup)
        if pause is None:
            raise _error(answer, operation, setup)
        attempt += 1
        LOGGER.info("%s: %s, retry %d in %.1f s", operation.id, answer, attempt, pause)
        yield Sleep(pause)


def _error(answer: Answer, operation: Operation[T], setup: Setup) -> ApiError:
    if isinstance(answer, TransportFailure):
        return transport_error(answer, operation, setup)
    return status_error(answer, operation, setup)


def _pause(answer: Answer, attempt: int, call: Call[T], setup: Setup) -> float | None:
    """Seconds until the next attempt, None when there is none."""
    operation, api = call.operation, setup.api
    status = answer.status if isinstance(answer, Response) else None
    wanted = retry.should_repeat(
        method=operation.method,
        status=status,
        rule=operation.retry or api.retry,
        has_idempotency_key=any(name.lower() == operation.idempotency_key.lower() for name, _ in call.headers),
    )
    if not wanted or attempt >= setup.options.max_retries:
        return None
    return retry.delay(
        attempt,
        asked=asked_to_wait(answer, operation, setup) if isinstance(answer, Response) else None,
        status=status,
        limit=operation.rate_limit or api.rate_limit,
        random=setup.random,
    )


def _exchange(request: Request) -> Generator[Step, Answer, Answer]:
    """Send a request and follow redirects that stay on the host, which is as far as the credentials may go."""
    answer = yield Send(request)
    for _ in range(_LONGEST_CHAIN):
        target = _next_url(request, answer)
        if target is None:
            break
        request = replace(request, url=target)
        answer = yield Send(request)
    return answer


def _next_url(request: Request, answer: Answer) -> str | None:
    if not isinstance(answer, Response) or answer.status not in _REDIRECTS or request.method not in _SAFE:
        return None
    target = redirected(request.url, answer.headers.get("location", ""))
    if target is None:
        return None
    keys = {quote(placed.name, safe="") for placed in request.secrets if placed.location == "query"}
    parts = urlsplit(target)  # a server that repeats our query repeats the key, which will be added again
    kept = [pair for pair in parts.query.split("&") if pair.partition("=")[0] not in keys]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))

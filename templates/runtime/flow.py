"""One call, without I/O: a generator that asks its driver to send or to sleep, and returns the value.

So all that a call decides is written once, for both clients, and can be tested without time passing.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from .auth.schemes import GrantSettings
from .errors import ResponseError, TimeBudgetError
from .http.messages import Answer, Request, Response, Send, Sleep, TransportFailure
from .limits import Admission
from .request.build import build
from .request.urls import redirected
from .response.decode import failure_inside, value_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from .errors import ApiError
    from .hooks import Watch
    from .http.messages import BodyReceiver, Step
    from .operation import Call, Operation, T
    from .raw import RawResponse
    from .setup import Setup

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)
"""Named like the package. DEBUG: each response; INFO: each retry. No query, header or body is logged."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAFE = frozenset({"GET", "HEAD"})
_LONGEST_CHAIN = 5


def perform(call: Call[T], setup: Setup, receiver: BodyReceiver | None = None) -> Generator[Step, Answer, object]:
    """Make one call; with a `receiver` the body of its success goes there. Raises what `errors.py` lists."""
    operation = call.operation
    request = build(call, setup)
    attempt, started, answer = 0, setup.monotonic(), None
    while True:
        watched = _watched(request, operation, attempt, setup)
        exchange = _exchange(receiver.prepare(request) if receiver else request, receiver, watched, setup)
        try:
            answer = yield from _admitted(exchange, request, operation, setup, started)
        except TimeBudgetError:
            if answer is None:
                raise
            raise _error(answer, operation, setup) from None  # what the last attempt came to says more
        if LOGGER.isEnabledFor(logging.DEBUG):
            LOGGER.debug("%s: %s %s: %s", operation.id, request.method, urlsplit(request.url).path, answer)
        if isinstance(answer, Response) and answer.is_success:
            if watched:
                yield from watched.ended(answer, None)
            return _success(answer, operation, setup, receiver)
        if receiver and receiver.made_progress():
            attempt = 0  # a long download may break often, as long as each attempt brings more of it
        pause = _pause(answer, attempt, started, call, setup)
        if watched:
            yield from watched.ended(answer, pause)
        if pause is None:
            raise _error(answer, operation, setup)
        attempt += 1
        LOGGER.info("%s: %s, retry %d in %.1f s", operation.id, answer, attempt, pause)
        yield Sleep(pause)


def _success(answer: Response, operation: Operation[T], setup: Setup, receiver: BodyReceiver | None) -> object:
    value = failure_inside(answer, operation, setup) if receiver else value_of(answer, operation, setup)
    if isinstance(value, ResponseError):
        raise value
    return _raw(value, answer, operation, setup) if setup.raw else value


def _admitted(
    exchange: Generator[Step, Answer, Answer], request: Request, operation: Operation[T], setup: Setup, started: float
) -> Generator[Step, Answer, Answer]:
    rate_limit = operation.rate_limit or setup.api.rate_limit
    concurrency = operation.concurrency or setup.api.concurrency
    if setup.limiter is None or not (rate_limit or concurrency):
        return exchange
    budget = setup.options.max_elapsed
    admission = Admission(
        operation=operation.id,
        request=request,
        rate_limit=rate_limit,
        concurrency=concurrency,
        store=setup.options.rate_limits,
        deadline=None if budget is None else started + budget,
        clock=setup.clock,
        monotonic=setup.monotonic,
    )
    return setup.limiter.admit(exchange, admission)


def _watched(request: Request, operation: Operation[T], attempt: int, setup: Setup) -> Watch | None:
    if setup.options.before_request is None and setup.options.after_response is None:
        return None
    from .hooks import watch  # noqa: PLC0415 - most clients are not watched

    return watch(request, operation, attempt, setup)


def _raw(value: object, response: Response, operation: Operation[T], setup: Setup) -> RawResponse[object]:
    from .raw import raw_response  # noqa: PLC0415 - most calls want the value only

    return raw_response(value, operation.id, response, setup)


def _error(answer: Answer, operation: Operation[T], setup: Setup) -> ApiError:
    from .failures import status_error, transport_error  # noqa: PLC0415 - most calls succeed

    if isinstance(answer, TransportFailure):
        return transport_error(answer, operation, setup)
    return status_error(answer, operation, setup)


def _pause(answer: Answer, attempt: int, started: float, call: Call[T], setup: Setup) -> float | None:
    """Seconds until the next attempt, None when there is none."""
    from . import retry  # noqa: PLC0415 - most calls succeed
    from .failures import asked_to_wait  # noqa: PLC0415 - as above

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
    pause = retry.delay(
        attempt,
        asked=asked_to_wait(answer, operation, setup) if isinstance(answer, Response) else None,
        status=status,
        limit=operation.rate_limit or api.rate_limit,
        random=setup.random,
    )
    budget = setup.options.max_elapsed
    if budget is not None and setup.monotonic() - started + pause > budget:
        LOGGER.info("%s: %s, no retry: it would begin after %.1f s", operation.id, answer, budget)
        return None
    return pause


def _exchange(
    request: Request, receiver: BodyReceiver | None, watched: Watch | None, setup: Setup
) -> Generator[Step, Answer, Answer]:
    """Send a request and follow redirects that stay on the host, which is as far as the credentials may go."""
    if watched:
        request = yield from watched.begin(request)
    answer = yield from _sent(request, receiver, setup)
    for _ in range(_LONGEST_CHAIN):
        target = _next_url(request, answer)
        if target is None:
            break
        request = replace(request, url=target)
        answer = yield Send(request, receiver)
    return answer


def _sent(request: Request, receiver: BodyReceiver | None, setup: Setup) -> Generator[Step, Answer, Answer]:
    grant = next((placed.grant for placed in request.secrets if placed.grant), None)
    if grant is None:
        return (yield Send(request, receiver))
    settings = GrantSettings(
        base=setup.base,
        user_agent=setup.api.user_agent,
        timeout=setup.options.timeout,
        max_retries=setup.options.max_retries,
        monotonic=setup.monotonic,
        random=setup.random,
        redactor=setup.redactor,
    )
    return (yield from grant.send(request, receiver, settings))


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

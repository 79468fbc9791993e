"""One call without I/O: a generator that yields steps to its driver and returns the value of the call.

So every decision of a call is written once for both clients, and can be tested without time passing.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from .api import Admission
from .errors import ResponseError, TimeBudgetError
from .hooks import ObservedAttempt, functions_of
from .http.messages import BodyReceiver, GrantSettings, Request, Response, Send, Sleep, TransportFailure
from .operation import Call, Operation
from .request.urls import redirected, redirected_origin, resolve, without_parameters
from .response.content import Binary, RawResponse, fits_accept
from .response.decode import report_findings, undocumented, value_of
from .response.failures import asked_to_wait, request_id_of, status_error, transport_error
from .retry import TOO_MANY_REQUESTS, UNAUTHORIZED, Retries, delay, should_repeat

if TYPE_CHECKING:
    from collections.abc import Generator

    from .errors import ApiError
    from .http.messages import Answer, Step
    from .operation import T
    from .options import ClientConfig
    from .response.content import Content

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)
"""Named like the package. DEBUG: each response; INFO: each retry. No query, header or body is logged."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REPEATING_REDIRECTS = frozenset({307, 308})
_SEE_OTHER = 303
_READING_METHODS = frozenset({"GET", "HEAD"})
_MAX_REDIRECTS = 5
_FETCH: Operation[Content] = Operation(id="fetch", method="GET", path="", responses={"2XX": Binary()})


class Receiver(BodyReceiver, Protocol):
    """Takes the body of a success while it arrives, or leaves it open; see `perform`."""

    def begin(self, call: Call[Any], config: ClientConfig) -> None:
        """Prepare for the attempts of a call."""
        ...

    def result(self, response: Response) -> object:
        """Return the value of a success, or a ResponseError; what went to the receiver is not in the response."""
        ...


def fetch_call(link: str) -> Call[Content]:
    """The call that fetches a link from a response, which no document describes."""
    return Call(_FETCH, path="", link=link)


def build_request(call: Call[T], config: ClientConfig) -> Request:
    """The request of a call. Later headers win over earlier ones: ours, the client's, the call's.

    Raises MissingCredentialError, and ConfigurationError for a link to another host.
    """
    operation = call.operation
    base = config.base_for(operation)
    url = base + call.path if call.link is None else resolve(base, call.link)
    if query := config.query_of(call):
        url += ("&" if "?" in url else "?") + query
    headers = {
        "user-agent": ("User-Agent", config.api.user_agent),
        "accept": ("Accept", operation.accept),
    }
    body = call.body
    if body and body.complete and config.options.send_read_only:
        body = body.complete
    if body:
        headers["content-type"] = ("Content-Type", body.media_type)
    for name, value in (config.options.headers or {}).items():
        headers[name.lower()] = (name, value)
    for name, value in call.headers:
        headers[name.lower()] = (name, value)
        config.redactor.learn_header(name, value)
    for name in call.omitted_headers:
        headers.pop(name, None)
    return Request(
        method=operation.method,
        url=url,
        headers=tuple(headers.values()),
        cookies=call.cookies,
        secrets=config.choose_secrets(call, headers, query),
        body=body,
        auth=config.http_auth,
        timeout=config.options.timeout,
        deadline=config.deadline(operation.id),
        limits=config.limits,
    )


def perform(call: Call[T], config: ClientConfig, receiver: Receiver | None = None) -> Generator[Step, Answer, object]:
    """Make one call; with a `receiver` the body of its success goes there. Raises the exceptions of `errors.py`.

    A body that stays open is no longer part of the call: retries and waits for limits are over when its head arrives,
    and its place among the concurrent calls is free, because whoever reads it may have to make other calls meanwhile.
    """
    operation = call.operation
    config = config.for_call(call)
    request = build_request(call, config)
    retries, answer = Retries(), None
    while True:
        observed = _observed(request, operation, retries.count, config)
        exchange = _exchange(receiver.prepare(request) if receiver else request, receiver, observed, config)
        try:
            answer = yield from _admitted(exchange, request, operation, config)
        except TimeBudgetError:
            if answer is None:
                raise
            raise _error(answer, request, operation, config) from None  # the last attempt explains the failure better
        if LOGGER.isEnabledFor(logging.DEBUG):
            LOGGER.debug("%s: %s %s: %s", operation.id, request.method, urlsplit(request.url).path, answer)
        if isinstance(answer, Response) and answer.is_success:
            if observed:
                answer = yield from observed.end(answer, None, is_streamed=receiver is not None)
            return _success(answer, call, config, receiver)
        if receiver and receiver.made_progress():
            retries = Retries()  # a long download may break often, as long as each attempt receives more of it
        pause = _pause(answer, retries, request, call, config)
        if observed:
            answer = yield from observed.end(answer, pause)
        if pause is None:
            raise _last_error(answer, request, call, config)
        LOGGER.info("%s: %s, retry %d in %.1f s", operation.id, answer, retries.count, pause)
        yield Sleep(pause)


def _success(answer: Response, call: Call[T], config: ClientConfig, receiver: Receiver | None) -> object:
    operation = call.operation
    value = receiver.result(answer) if receiver else value_of(answer, operation, config)
    if isinstance(value, ResponseError):
        raise value
    if value is None if receiver else answer.content:  # not a body that is left open
        asked = "" if call.streams else {name.lower(): text for name, text in call.headers}.get("accept", "")
        if asked and answer.media_type and not fits_accept(answer.media_type, asked):
            findings = [("", undocumented(answer.media_type, "what was asked for"))]
            if difference := report_findings(findings, answer, operation, config):
                raise difference
    if not config.returns_raw:
        return value
    return RawResponse(
        parsed=value,
        operation=operation.id,
        status=answer.status,
        headers=config.redactor.headers(answer.headers),
        content=answer.content,
        request_id=request_id_of(answer, operation, config),
    )


def _error(answer: Answer, request: Request, operation: Operation[T], config: ClientConfig) -> ApiError:
    if isinstance(answer, TransportFailure):
        return transport_error(answer, operation, config)
    return status_error(answer, operation, config, refusal=_refusal(answer, request))


def _last_error(answer: Answer, request: Request, call: Call[T], config: ClientConfig) -> ApiError:
    error = _error(answer, request, call.operation, config)
    is_redirect = isinstance(answer, Response) and answer.status in _REPEATING_REDIRECTS
    if not request.is_repeatable and (is_redirect or _is_worth_repeating(answer, call, config)):
        error.add_note("The call was not repeated, because its body can be read only once.")
    return error


def _observed(request: Request, operation: Operation[T], attempt: int, config: ClientConfig) -> ObservedAttempt | None:
    before, after = config.options.before_request, config.options.after_response
    if not before and not after:
        return None
    return ObservedAttempt(
        operation=operation.id,
        path=operation.path,
        attempt=attempt,
        request=request,
        before_request=functions_of(before),
        after_response=functions_of(after),
        redactor=config.redactor,
        monotonic=config.monotonic,
    )


def _admitted(
    exchange: Generator[Step, Answer, Answer],
    request: Request,
    operation: Operation[T],
    config: ClientConfig,
) -> Generator[Step, Answer, Answer]:
    rate_limit = operation.rate_limit or config.api.rate_limit
    concurrency = operation.concurrency or config.api.concurrency
    limiter = config.limiter
    if limiter is None or not (rate_limit or concurrency):
        return exchange
    admission = Admission(
        operation=operation.id,
        request=request,
        rate_limit=rate_limit,
        concurrency=concurrency,
        store=config.options.rate_limits,
        deadline=request.deadline,
        clock=config.clock,
    )
    return limiter.admit(exchange, admission)


def _is_worth_repeating(answer: Answer, call: Call[T], config: ClientConfig) -> bool:
    operation = call.operation
    if isinstance(answer, TransportFailure) and answer.kind in {"deadline", "oversized"}:
        return False
    return should_repeat(
        method=operation.method,
        status=answer.status if isinstance(answer, Response) else None,
        rule=operation.retry or config.api.retry,
        has_idempotency_key=any(name.lower() == operation.idempotency_key.lower() for name, _ in call.headers),
        statuses=config.options.retry_statuses,
    )


def _pause(answer: Answer, retries: Retries, request: Request, call: Call[T], config: ClientConfig) -> float | None:
    """Seconds until the next attempt, None when there is none; the failed one is added to `retries`."""
    operation, api, options, deadline = call.operation, config.api, config.options, request.deadline
    status = answer.status if isinstance(answer, Response) else None
    if not _is_worth_repeating(answer, call, config):
        return None
    pause = delay(
        retries.rejections if status == TOO_MANY_REQUESTS else retries.failures,
        asked=asked_to_wait(answer, operation, config) if isinstance(answer, Response) else None,
        status=status,
        limit=operation.rate_limit or api.rate_limit,
        random=config.random,
        backoff=options.backoff,
    )
    if not retries.add(status, pause, max_retries=options.max_retries, has_deadline=deadline is not None):
        return None
    if not request.is_repeatable:
        LOGGER.info("%s: %s, no retry: its body can be read only once", operation.id, answer)
        return None
    if deadline and pause >= deadline.time_left:
        LOGGER.info("%s: %s, no retry: it would begin after %.1f s", operation.id, answer, deadline.seconds)
        return None
    return pause


def _exchange(
    request: Request, receiver: BodyReceiver | None, observed: ObservedAttempt | None, config: ClientConfig
) -> Generator[Step, Answer, Answer]:
    """Send a request and follow redirects on the same host; the credentials must not go to another one."""
    if observed:
        request = yield from observed.begin(request)
    answer = yield from _sent(request, receiver, config)
    for _ in range(_MAX_REDIRECTS):
        following = _redirected_request(request, answer)
        if following is None or not following.is_repeatable:
            break
        request = following
        answer = yield from _sent(request, receiver, config)
    return answer


def _sent(request: Request, receiver: BodyReceiver | None, config: ClientConfig) -> Generator[Step, Answer, Answer]:
    """Send a request, with secrets that grants give where there are any, and once more with new ones after a 401."""
    if not any(placed.grant for placed in request.secrets):
        return (yield Send(request, receiver))
    settings = GrantSettings(
        base=config.base,
        user_agent=config.api.user_agent,
        timeout=config.options.timeout,
        deadline=request.deadline,
        max_retries=config.options.max_retries,
        monotonic=config.monotonic,
        random=config.random,
        redactor=config.redactor,
    )
    granted = yield from _granted(request, settings, is_refused=False)
    answer = yield Send(granted, receiver)
    if isinstance(answer, Response) and answer.status == UNAUTHORIZED and request.is_repeatable:
        renewed = yield from _granted(granted, settings, is_refused=True)
        if [each.secret.reveal() for each in renewed.secrets] != [each.secret.reveal() for each in granted.secrets]:
            answer = yield Send(renewed, receiver)
    return answer


def _granted(request: Request, settings: GrantSettings, *, is_refused: bool) -> Generator[Step, Answer, Request]:
    """The same request with valid secrets; `is_refused` when the server has refused those that it has."""
    secrets = list(request.secrets)
    for at, placed in enumerate(secrets):
        if placed.grant:
            secret = yield from placed.grant.renew(settings, placed.secret if is_refused else None)
            secrets[at] = replace(placed, secret=secret)
    return replace(request, secrets=tuple(secrets))


def _redirected_request(request: Request, answer: Answer) -> Request | None:
    """The request that a redirect leads to, None if there is none or it is not followed.

    307 and 308 repeat the request, 303 asks for its outcome with GET. 301 and 302 are followed by requests that only
    read: what becomes of others is not agreed on, as most clients make a GET of a POST, which may lose it unnoticed.
    """
    if not isinstance(answer, Response) or answer.status not in _REDIRECTS:
        return None
    target = redirected(request.url, answer.headers.get("location", ""))
    if target is None:
        return None
    if request.method not in _READING_METHODS and answer.status not in _REPEATING_REDIRECTS:
        if answer.status != _SEE_OTHER:
            return None
        headers = tuple(each for each in request.headers if not each[0].lower().startswith("content-"))
        request = replace(request, method="GET", headers=headers, body=None)
    keys = {placed.name for placed in request.secrets if placed.location == "query"}
    url = without_parameters(target, keys)  # a server that repeats our query repeats the key, which is added again
    return replace(request, url=url)


def _refusal(response: Response, request: Request) -> str:
    """Why a redirect is not followed, "" where nothing is to be said; of its target no more than the host."""
    if response.status not in _REDIRECTS:
        return ""
    location = response.headers.get("location", "")
    origin = redirected_origin(request.url, location)
    if not origin:
        return "it has no Location that could be followed"
    if redirected(request.url, location) is None:
        return f"it leads to another host or port, {origin}"
    if request.method not in _READING_METHODS and response.status not in {*_REPEATING_REDIRECTS, _SEE_OTHER}:
        return f"a {request.method} is not repeated after {response.status}, at {origin}"
    return "" if not request.is_repeatable else f"more than {_MAX_REDIRECTS} in a row"

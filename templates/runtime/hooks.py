"""Hooks for callers: every attempt of every call, and responses that do not match their schemas.

Hooks are functions, for async clients also coroutine functions. They run in the thread or task of the call, which waits
for them; an exception of a hook is raised by the call. They change nothing, except that `before_request` may return
headers to send along, such as those of tracing. No secret is passed to them.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from inspect import iscoroutine
from typing import TYPE_CHECKING

from .errors import ConfigurationError, InvalidRequestError
from .http.messages import Request, Response
from .request.parameters import header_name, header_value
from .types import is_mapping

if TYPE_CHECKING:
    from collections.abc import Generator

    from .http.messages import Answer, Step
    from .redaction import Redactor

_FIXED_HEADERS = frozenset({"host", "content-length", "content-type", "transfer-encoding", "connection", "range"})
"""Headers that hooks cannot set, besides those with secrets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """One attempt that is about to be sent.

    `operation` is the id in the document and `path` its template, both good names for metrics. `url` has no key in
    it. `headers` are under lower-case names; what the client adds to authenticate is not among them, and what a caller
    put there to authenticate is hidden. `attempt` is 0 for the first.
    """

    operation: str
    method: str
    path: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseEvent:
    """The end of one attempt.

    `status` is None when no complete response arrived; `failure` then gives the reason ("no connection"), and is ""
    otherwise. `headers` are under lower-case names. `seconds` is the time from sending to the end of the response.
    `retry_in` is the pause in seconds before the next attempt, None when there is none.
    """

    request: RequestEvent
    status: int | None
    headers: Mapping[str, str] = field(repr=False)
    failure: str
    seconds: float
    retry_in: float | None


@dataclass(frozen=True, slots=True)
class Drift:
    """One place at which one response differs from its schema.

    `location` is a JSON Pointer into the body with `*` for list positions and keys of free mappings
    ("/orders/*/total"; "" is the whole body); `count` is how often it occurred in this response.
    """

    operation: str
    location: str
    message: str
    count: int = 1

    def __str__(self) -> str:
        times = f" ({self.count} times)" if self.count > 1 else ""
        return f"{self.operation}: response differs at {self.location or '/'}: {self.message}{times}"


class DriftWarning(UserWarning):
    """A response differs from its schema and no `on_drift` was given."""


Headers = Mapping[str, str]
BeforeRequest = Callable[[RequestEvent], Headers | None]
AsyncBeforeRequest = Callable[[RequestEvent], Headers | Awaitable[Headers | None] | None]
AfterResponse = Callable[[ResponseEvent], None]
AsyncAfterResponse = Callable[[ResponseEvent], Awaitable[None] | None]
OnDrift = Callable[[Drift], None]


@dataclass(slots=True)
class CallFunction:
    """Step that calls a function of the caller, a coroutine function too; `result` is what it returned."""

    function: Callable[..., object]
    arguments: tuple[object, ...] = ()
    result: object = None

    def perform(self) -> None:
        """Call it. Raises ConfigurationError for a function that has to be awaited."""
        result = self.function(*self.arguments)
        if isinstance(result, Awaitable):
            if iscoroutine(result):  # pyright: ignore[reportUnknownArgumentType] - the result does not matter
                result.close()  # or Python warns that it was never awaited
            raise ConfigurationError("a function that has to be awaited needs the async client")
        self.result = result

    async def perform_async(self) -> None:
        """Call it, and await its result if necessary."""
        result = self.function(*self.arguments)
        self.result = await result if isinstance(result, Awaitable) else result


@dataclass(slots=True, kw_only=True)
class ObservedAttempt:
    """One attempt whose hooks are called."""

    event: RequestEvent
    before_request: AsyncBeforeRequest | None
    after_response: AsyncAfterResponse | None
    redactor: Redactor
    monotonic: Callable[[], float]
    started: float = 0.0

    def begin(self, request: Request) -> Generator[Step, Answer, Request]:
        """Call `before_request`, after everything the attempt had to wait for. Returns the request to send."""
        if self.before_request is not None:
            call = CallFunction(self.before_request, (self.event,))
            yield call
            if call.result is not None:
                request = replace(request, headers=(*request.headers, *self._checked(call.result)))
        self.started = self.monotonic()
        return request

    def end(self, answer: Answer, pause: float | None) -> Generator[Step, Answer, None]:
        """Call `after_response`; `pause` is the time before the next attempt."""
        if self.after_response is None:
            return
        seconds = self.monotonic() - self.started
        response = answer if isinstance(answer, Response) else None
        event = ResponseEvent(
            request=self.event,
            status=response.status if response else None,
            headers=self.redactor.headers(response.headers) if response else {},
            failure="" if response else str(answer),
            seconds=seconds,
            retry_in=pause,
        )
        yield CallFunction(self.after_response, (event,))

    def _checked(self, headers: object) -> list[tuple[str, str]]:
        """The headers that a hook returned. Raises ConfigurationError for those that it cannot set."""
        if not is_mapping(headers):
            raise ConfigurationError("before_request= has to return headers, or None")
        try:
            added = [(header_name(name), header_value(name, str(value))) for name, value in headers.items()]
        except InvalidRequestError as error:
            raise ConfigurationError(f"before_request=: {error}") from None
        fixed = _FIXED_HEADERS | self.redactor.secret_headers
        if refused := [name for name, _ in added if name.lower() in fixed]:
            raise ConfigurationError(f"before_request=: a hook cannot set the header {refused[0]!r}")
        return added


def report_drift(
    operation: str, findings: Iterable[tuple[str, str]], on_drift: OnDrift | None, warned: set[tuple[str, str]]
) -> None:
    """Pass the differences of one response, as (location, message), to the callback, or warn once per location."""
    for (location, message), count in Counter(findings).items():
        drift = Drift(operation, location, message, count)
        if on_drift is not None:
            on_drift(drift)
        elif (operation, location) not in warned:
            warned.add((operation, location))
            warnings.warn(str(drift), DriftWarning, stacklevel=2)

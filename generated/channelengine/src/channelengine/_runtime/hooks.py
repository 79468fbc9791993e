"""Hooks for callers: every attempt of every call, and responses that do not match their schemas.

Hooks are functions, for async clients also coroutine functions. They run in the thread or task of the call, which waits
for them; an exception of a hook is raised by the call. No secret of the client is passed to them, unless the server
repeats it in a body.

`before_request` may return what to change of the request, and `after_response` of the response. Each of them can be a
list: requests pass through it in order and responses in reverse order, and a function sees what others have changed.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from inspect import iscoroutine
from typing import TYPE_CHECKING, TypeGuard, TypeVar, cast
from urllib.parse import parse_qsl

from .errors import ConfigurationError, InvalidRequestError
from .http.messages import EncodedBody, Request, Response
from .request.parameters import header_name, header_value, replace_parameters
from .types import is_mapping

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from typing import TypeAlias

    from .http.messages import Answer, Step
    from .redaction import Redactor

A = TypeVar("A", bound="Answer")

_FIXED_HEADERS = frozenset({"host", "content-length", "content-type", "transfer-encoding", "connection", "range"})
"""Headers that hooks cannot set, besides those with secrets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """One attempt that is about to be sent.

    `operation` is the id in the document and `path` its template, both good names for metrics. `url` has no key in
    it, and `query` has its parameters. `headers` are under lower-case names; what the client adds to authenticate is
    not among them, and what a caller put there to authenticate is hidden. `body` is None where there is none, or where
    it is read from a file while it is sent. `attempt` is 0 for the first.
    """

    operation: str
    method: str
    path: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    attempt: int
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChange:
    """What to change of one attempt.

    `headers` and `query` are added and replace those of the same names; None leaves one out. `body` replaces the body;
    its media type stays the same unless `headers` has a Content-Type.
    """

    headers: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"], repr=False)
    query: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseEvent:
    """The end of one attempt.

    `status` is None when no complete response arrived; `failure` then gives the reason ("no connection"), and is ""
    otherwise. `headers` are under lower-case names. `seconds` is the time from sending to the end of the response.
    `retry_in` is the pause in seconds before the next attempt, None when there is none. `body` is as it came, even if
    the server repeats a secret in it; it is None when there is none, or when it is read while it arrives.
    """

    request: RequestEvent
    status: int | None
    headers: Mapping[str, str] = field(repr=False)
    failure: str
    seconds: float
    retry_in: float | None
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseChange:
    """What to change of one response before it is decoded, or becomes an error.

    `headers` are added and replace those of the same names; None leaves one out. `body` replaces the body. Whether the
    call is repeated has been decided before.
    """

    headers: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"], repr=False)
    body: bytes | None = field(default=None, repr=False)


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


if TYPE_CHECKING:
    RequestChanges: TypeAlias = RequestChange | Mapping[str, str | None] | None
    """What `before_request` returns; a mapping has headers."""

    BeforeRequest: TypeAlias = Callable[[RequestEvent], RequestChanges]
    AsyncBeforeRequest: TypeAlias = Callable[[RequestEvent], RequestChanges | Awaitable[RequestChanges]]
    AfterResponse: TypeAlias = Callable[[ResponseEvent], ResponseChange | None]
    AsyncAfterResponse: TypeAlias = Callable[[ResponseEvent], ResponseChange | Awaitable[ResponseChange | None] | None]
    Hooks: TypeAlias = Callable[..., object] | Sequence[Callable[..., object]] | None

OnDrift = Callable[[Drift], None]


@dataclass(slots=True)
class CallFunction:
    """Step that calls a function that the caller gave as `argument`; `result` is what it returned."""

    argument: str
    function: Callable[..., object]
    arguments: tuple[object, ...] = ()
    result: object = field(default=None, repr=False)  # may be a secret

    def perform(self) -> None:
        """Call it. Raises ConfigurationError for a function that has to be awaited."""
        result = self.function(*self.arguments)
        if isinstance(result, Awaitable):
            if iscoroutine(result):  # pyright: ignore[reportUnknownArgumentType] - the result does not matter
                result.close()  # or Python warns that it was never awaited
            raise ConfigurationError(f"{self.argument}=: a function that has to be awaited needs the async client")
        self.result = result

    async def perform_async(self) -> None:
        """Call it, and await its result if necessary."""
        result = self.function(*self.arguments)
        self.result = await result if isinstance(result, Awaitable) else result


def functions_of(hooks: Hooks) -> tuple[Callable[..., object], ...]:
    """The functions of an option that is one, a list of them, or None."""
    return () if hooks is None else (hooks,) if callable(hooks) else tuple(hooks)


@dataclass(slots=True, kw_only=True)
class ObservedAttempt:
    """One attempt whose hooks are called; `request` is the one to send, without what authenticates it."""

    operation: str
    path: str
    attempt: int
    request: Request
    before_request: tuple[Callable[..., object], ...]
    after_response: tuple[Callable[..., object], ...]
    redactor: Redactor
    monotonic: Callable[[], float]
    started: float = 0.0
    event: RequestEvent | None = None

    def begin(self, request: Request) -> Generator[Step, Answer, Request]:
        """Call `before_request`, after everything the attempt had to wait for. Returns the request to send."""
        self.request = request
        for function in self.before_request:
            call = CallFunction("before_request", function, (self._request_event(),))
            yield call
            if call.result is not None:
                self.request, self.event = self._changed_request(call.result), None
        self.started = self.monotonic()
        return self.request

    def end(self, answer: A, pause: float | None, *, is_streamed: bool = False) -> Generator[Step, Answer, A]:
        """Call `after_response`; `pause` is the time before the next attempt. Returns the response to decode."""
        seconds = self.monotonic() - self.started
        for function in reversed(self.after_response):
            response = answer if isinstance(answer, Response) else None
            event = ResponseEvent(
                request=self._request_event(),
                status=response.status if response else None,
                headers=self.redactor.headers(response.headers) if response else {},
                failure="" if response else str(answer),
                seconds=seconds,
                retry_in=pause,
                body=response.content if response and not is_streamed else None,
            )
            call = CallFunction("after_response", function, (event,))
            yield call
            if call.result is not None:
                answer = cast("A", _changed_response(answer, call.result, is_streamed=is_streamed))
        return answer

    def _request_event(self) -> RequestEvent:
        """What the hooks see of the request, as it is now."""
        if self.event is not None:
            return self.event
        request, url = self.request, self.redactor.text(self.request.url)
        content = request.body.content if request.body else None
        self.event = RequestEvent(
            operation=self.operation,
            method=request.method,
            path=self.path,
            url=url,
            headers=self.redactor.headers(dict(request.headers)),
            attempt=self.attempt,
            query=tuple(parse_qsl(url.partition("?")[2], keep_blank_values=True)),
            body=content if isinstance(content, bytes) else None,
        )
        return self.event

    def _changed_request(self, result: object) -> Request:
        """The request with what a hook changes. Raises ConfigurationError for what it cannot change."""
        change = RequestChange(headers=result) if _is_headers(result) else result  # the names are checked below
        if not isinstance(change, RequestChange):
            raise ConfigurationError("before_request= has to return headers, a RequestChange, or None")
        request, fixed = self.request, _FIXED_HEADERS | self.redactor.secret_headers
        headers = dict(request.headers)
        if change.body is not None:
            if not isinstance(change.body, bytes):  # pyright: ignore[reportUnnecessaryIsInstance] - of a caller
                raise ConfigurationError("before_request=: the body has to be bytes")
            fixed -= {"content-type"}
            media_type = request.body.media_type if request.body else "application/octet-stream"
            headers = {"Content-Type": media_type} | headers
            request = replace(request, body=EncodedBody(media_type, change.body))
        try:
            headers = _changed_headers(headers, change.headers, fixed)
            base, _, query = request.url.partition("?")
            query = replace_parameters(query, change.query) if change.query else query
        except InvalidRequestError as error:
            raise ConfigurationError(f"before_request=: {error}") from None
        keys = {placed.name for placed in request.secrets if placed.location == "query"}
        if refused := keys & change.query.keys():
            raise ConfigurationError(f"before_request=: a hook cannot set the parameter {min(refused)!r}")
        return replace(request, headers=tuple(headers.items()), url=f"{base}?{query}" if query else base)


def _is_headers(value: object) -> TypeGuard[Mapping[str, str | None]]:
    return is_mapping(value)


def _changed_headers(
    headers: dict[str, str], changes: Mapping[str, str | None], fixed: frozenset[str] = frozenset()
) -> dict[str, str]:
    """Replace headers, in any case of their names. Raises InvalidRequestError for those that cannot be set."""
    names = {header_name(name).lower() for name in changes}
    if refused := [name for name in changes if name.lower() in fixed]:
        raise InvalidRequestError(f"a hook cannot set the header {refused[0]!r}")
    kept = {name: value for name, value in headers.items() if name.lower() not in names}
    return kept | {name: header_value(name, str(value)) for name, value in changes.items() if value is not None}


def _changed_response(answer: Answer, change: object, *, is_streamed: bool) -> Response:
    """The response with what a hook changes. Raises ConfigurationError for what it cannot change."""
    if not isinstance(change, ResponseChange):
        raise ConfigurationError("after_response= has to return a ResponseChange, or None")
    if not isinstance(answer, Response):
        raise ConfigurationError("after_response=: there is no response that could be changed")
    if change.body is not None and (is_streamed or not isinstance(change.body, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance] - of a caller
        reason = "the body has been read while it arrived" if is_streamed else "the body has to be bytes"
        raise ConfigurationError(f"after_response=: {reason}")
    try:
        headers = _changed_headers(dict(answer.headers), change.headers)
    except InvalidRequestError as error:
        raise ConfigurationError(f"after_response=: {error}") from None
    lower = {name.lower(): value for name, value in headers.items()}
    return replace(answer, headers=lower, content=answer.content if change.body is None else change.body)


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

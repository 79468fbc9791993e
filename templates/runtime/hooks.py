"""What a caller may watch: every attempt of every call, before it is sent and after it ended. No secret is in it.

Hooks are functions, for async clients also such that have to be awaited. They are called in the thread or task of the
call, which waits for them; what they raise, the call raises. They change nothing, except that `before_request` may
return headers to send along, such as those of tracing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .auth.schemes import ApiKey
from .errors import ConfigurationError, InvalidRequestError
from .http.messages import Response
from .redaction import HIDDEN
from .request.parameters import header_name, header_value
from .tell import Tell
from .types import is_mapping

if TYPE_CHECKING:
    from collections.abc import Generator

    from .http.messages import Answer, Request, Step
    from .operation import Operation, T
    from .setup import Setup

_PRIVATE = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
_NOT_FOR_HOOKS = _PRIVATE | {"host", "content-length", "content-type", "transfer-encoding", "connection", "range"}


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
    """How one attempt ended.

    `status` is None when no complete response came; `failure` then says why ("no connection"), and is "" otherwise.
    `headers` are under lower-case names. `seconds` is the time from sending to the end of the response. `retry_in` is
    the pause in seconds before the next attempt, None when there is none.
    """

    request: RequestEvent
    status: int | None
    headers: Mapping[str, str] = field(repr=False)
    failure: str
    seconds: float
    retry_in: float | None


Headers = Mapping[str, str]
BeforeRequest = Callable[[RequestEvent], Headers | None]
AsyncBeforeRequest = Callable[[RequestEvent], Headers | Awaitable[Headers | None] | None]
AfterResponse = Callable[[ResponseEvent], None]
AsyncAfterResponse = Callable[[ResponseEvent], Awaitable[None] | None]


@dataclass(slots=True)
class Watch:
    """One attempt under observation."""

    event: RequestEvent
    setup: Setup
    started: float = 0.0

    def begin(self, request: Request) -> Generator[Step, Answer, Request]:
        """Tell the hook that the attempt is sent now: whatever it had to wait for is over. Returns what to send."""
        if (hook := self.setup.options.before_request) is not None:
            told = Tell(hook, self.event)
            yield told
            if told.said is not None:
                request = replace(request, headers=(*request.headers, *_added(told.said, self.setup)))
        self.started = self.setup.monotonic()
        return request

    def ended(self, answer: Answer, pause: float | None) -> Generator[Step, Answer, None]:
        """Tell the hook how it ended; `pause` is what comes before the next attempt."""
        if (hook := self.setup.options.after_response) is None:
            return
        seconds = self.setup.monotonic() - self.started
        response = answer if isinstance(answer, Response) else None
        event = ResponseEvent(
            request=self.event,
            status=response.status if response else None,
            headers=shown(response.headers, self.setup) if response else {},
            failure="" if response else str(answer),
            seconds=seconds,
            retry_in=pause,
        )
        yield Tell(hook, event)


def _added(said: object, setup: Setup) -> list[tuple[str, str]]:
    """The headers that a hook wants to be sent. Raises ConfigurationError for what it may not decide."""
    if not is_mapping(said):
        raise ConfigurationError("before_request= has to return headers, or None")
    taken = _NOT_FOR_HOOKS | _keys(setup)
    try:
        added = [(header_name(name), header_value(name, str(value))) for name, value in said.items()]
    except InvalidRequestError as error:
        raise ConfigurationError(f"before_request=: {error}") from None
    if refused := [name for name, _ in added if name.lower() in taken]:
        raise ConfigurationError(f"before_request=: a hook cannot set the header {refused[0]!r}")
    return added


def _keys(setup: Setup) -> set[str]:
    """The headers in which keys travel."""
    return {each.name.lower() for each in setup.api.schemes.values() if isinstance(each, ApiKey)}


def watch(request: Request, operation: Operation[T], attempt: int, setup: Setup) -> Watch:
    """An attempt that somebody watches."""
    event = RequestEvent(
        operation=operation.id,
        method=request.method,
        path=operation.path,
        url=setup.redactor.text(request.url),
        headers=shown(dict(request.headers), setup),
        attempt=attempt,
    )
    return Watch(event, setup)


def shown(headers: Mapping[str, str], setup: Setup) -> dict[str, str]:
    """Headers as they may be shown: secrets replaced, wherever they stand."""
    clean = setup.redactor.text
    secret = _PRIVATE | _keys(setup)
    return {name.lower(): HIDDEN if name.lower() in secret else clean(value) for name, value in headers.items()}

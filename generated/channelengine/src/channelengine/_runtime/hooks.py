"""What a caller may watch: every attempt of every call, before it is sent and after it ended. No secret is in it.

Hooks are plain functions, called in the thread or task of the call, which waits for them; what they raise, the call
raises. They watch and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .auth import ApiKey
from .messages import Response
from .redact import HIDDEN

if TYPE_CHECKING:
    from .messages import Answer, Request
    from .operation import Operation, T
    from .setup import Setup

_PRIVATE = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})


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


BeforeRequest = Callable[[RequestEvent], None]
AfterResponse = Callable[[ResponseEvent], None]


@dataclass(slots=True)
class Watch:
    """One attempt under observation."""

    event: RequestEvent
    setup: Setup
    started: float = 0.0

    def begin(self) -> None:
        """Tell the hook that the attempt is sent now: whatever it had to wait for is over."""
        if (hook := self.setup.options.before_request) is not None:
            hook(self.event)
        self.started = self.setup.monotonic()

    def ended(self, answer: Answer, pause: float | None) -> None:
        """Tell the hook how it ended; `pause` is what comes before the next attempt."""
        if (hook := self.setup.options.after_response) is None:
            return
        seconds = self.setup.monotonic() - self.started
        response = answer if isinstance(answer, Response) else None
        hook(
            ResponseEvent(
                request=self.event,
                status=response.status if response else None,
                headers=shown(response.headers, self.setup) if response else {},
                failure="" if response else str(answer),
                seconds=seconds,
                retry_in=pause,
            )
        )


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
    secret = _PRIVATE | {each.name.lower() for each in setup.api.schemes.values() if isinstance(each, ApiKey)}
    return {name.lower(): HIDDEN if name.lower() in secret else clean(value) for name, value in headers.items()}

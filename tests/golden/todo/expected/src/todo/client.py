"""The clients: options, and one property for each resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from ._runtime.client import AsyncClient, SyncClient

if TYPE_CHECKING:
    from ._runtime.hooks import AfterResponse, AsyncAfterResponse, AsyncBeforeRequest, BeforeRequest
    from ._runtime.http.protocols import AsyncHttpClient, SyncHttpClient
    from ._runtime.rate_limit.stores import RateLimitStore
    from ._runtime.response.drift import Drift
    from .raw import AsyncRawTodo, RawTodo
    from .resources.tasks import AsyncTasks, Tasks

__all__ = ["AsyncTodo", "Todo"]


class Todo(SyncClient):
    """Todo, version 1.2.

    A list of things to do, kept small enough to be read.

    Args:
        token: The token of your account. Falls back to `TODO_TOKEN`.
        base_url: another server than the described ones.
        timeout: seconds for each request; None waits for ever.
        max_retries: how often a call that may safely be repeated is repeated.
        max_elapsed: seconds after which no attempt of a call begins, nor goes on waiting for a rate limit; None
            sets no end.
        headers: sent with every request.
        strict: raise when an answer does not fit its description, instead of delivering what does.
        on_drift: is told of every answer that does not fit; without it a warning is given once per place.
        before_request: is told of every attempt before it is sent, see RequestEvent; may return headers to send
            along.
        after_response: is told how every attempt ended, and whether another follows; see ResponseEvent.
        rate_limits: a store that counts calls for several clients, processes or machines (MemoryRateLimits,
            FileRateLimits, RedisRateLimits); without it each client counts its own, but not for a server on
            this machine, which only stands in for the API; False does not count.
        http_client: your own HTTP client (proxies, TLS, limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: BeforeRequest | None = None,
        after_response: AfterResponse | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"token": token},
            auth=None,
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
            http_client=http_client,
        )

    @property
    def with_raw_response(self) -> RawTodo:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import RawTodo

        return RawTodo(self)

    @property
    def tasks(self) -> Tasks:
        """What is to be done."""
        from .resources.tasks import Tasks

        return Tasks(self)


class AsyncTodo(AsyncClient):
    """Todo, version 1.2, async.

    A list of things to do, kept small enough to be read.

    Args:
        token: The token of your account. Falls back to `TODO_TOKEN`.
        base_url: another server than the described ones.
        timeout: seconds for each request; None waits for ever.
        max_retries: how often a call that may safely be repeated is repeated.
        max_elapsed: seconds after which no attempt of a call begins, nor goes on waiting for a rate limit; None
            sets no end.
        headers: sent with every request.
        strict: raise when an answer does not fit its description, instead of delivering what does.
        on_drift: is told of every answer that does not fit; without it a warning is given once per place.
        before_request: is told of every attempt before it is sent, see RequestEvent; may return headers to send
            along.
        after_response: is told how every attempt ended, and whether another follows; see ResponseEvent.
        rate_limits: a store that counts calls for several clients, processes or machines (MemoryRateLimits,
            FileRateLimits, RedisRateLimits); without it each client counts its own, but not for a server on
            this machine, which only stands in for the API; False does not count.
        http_client: your own HTTP client (proxies, TLS, limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: AsyncBeforeRequest | None = None,
        after_response: AsyncAfterResponse | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"token": token},
            auth=None,
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
            http_client=http_client,
        )

    @property
    def with_raw_response(self) -> AsyncRawTodo:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import AsyncRawTodo

        return AsyncRawTodo(self)

    @property
    def tasks(self) -> AsyncTasks:
        """What is to be done."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self)

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
    from .raw import AsyncRawZoo, RawZoo
    from .resources.animals import Animals, AsyncAnimals
    from .resources.care_takers import AsyncCareTakers, CareTakers

__all__ = ["AsyncZoo", "Zoo"]


class Zoo(SyncClient):
    """Zoo "of" odd \\ things, version 1.

    Args:
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
            credentials={},
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
    def with_raw_response(self) -> RawZoo:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import RawZoo

        return RawZoo(self)

    @property
    def animals(self) -> Animals:
        """The operations of `animals`."""
        from .resources.animals import Animals

        return Animals(self)

    @property
    def care_takers(self) -> CareTakers:
        """The operations of `care_takers`."""
        from .resources.care_takers import CareTakers

        return CareTakers(self)


class AsyncZoo(AsyncClient):
    """Zoo "of" odd \\ things, version 1, async.

    Args:
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
            credentials={},
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
    def with_raw_response(self) -> AsyncRawZoo:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import AsyncRawZoo

        return AsyncRawZoo(self)

    @property
    def animals(self) -> AsyncAnimals:
        """The operations of `animals`."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @property
    def care_takers(self) -> AsyncCareTakers:
        """The operations of `care_takers`."""
        from .resources.care_takers import AsyncCareTakers

        return AsyncCareTakers(self)

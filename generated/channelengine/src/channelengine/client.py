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
    from .raw import AsyncRawChannelEngine, RawChannelEngine
    from .resources.reports import AsyncReports, Reports

__all__ = ["AsyncChannelEngine", "ChannelEngine"]


class ChannelEngine(SyncClient):
    """ChannelEngine Channel API, reports, version 2.0.0.

    A channel that follows ChannelEngine's product and offer endpoints can still miss a change, for instance
    while it is down. A report is the safety net: one complete export of all products and their offers (price
    and stock for this channel), taken when you ask for it.

    The usual round, at most once a night:

    1. `GET /v2/reports/channel/available`: perhaps a recent report is already there.
    2. `POST /v2/reports/feed`: order a new one and keep its id.
    3. `GET /v2/reports/{reportId}/status`: once a minute, until it says `DONE` or `FAILED`.
    4. `GET /v2/reports/{reportId}`: fetch it and compare it with your own records.

    Each of the four calls may be made once a minute; they do not share that allowance.

    Args:
        api_key: The key of the channel, found in its plugin under Setup, General. A Merchant API key is refused.
            Falls back to `CHANNELENGINE_API_KEY`.
        tenant: The seller's sub-domain, made of letters, digits and hyphens, for example `my-shop-nl`. Default:
            demo. Falls back to `CHANNELENGINE_TENANT`.
        auth: the security scheme to prefer; the described order decides otherwise.
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
        api_key: str | None = None,
        tenant: str | None = None,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | None = None,
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
            credentials={"api_key": api_key},
            auth=auth,
            variables={"tenant": tenant},
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
    def with_raw_response(self) -> RawChannelEngine:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import RawChannelEngine

        return RawChannelEngine(self)

    @property
    def reports(self) -> Reports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and fetched when it is done. It is no delta and no replacement for the daily calls.
        """
        from .resources.reports import Reports

        return Reports(self)


class AsyncChannelEngine(AsyncClient):
    """ChannelEngine Channel API, reports, version 2.0.0, async.

    A channel that follows ChannelEngine's product and offer endpoints can still miss a change, for instance
    while it is down. A report is the safety net: one complete export of all products and their offers (price
    and stock for this channel), taken when you ask for it.

    The usual round, at most once a night:

    1. `GET /v2/reports/channel/available`: perhaps a recent report is already there.
    2. `POST /v2/reports/feed`: order a new one and keep its id.
    3. `GET /v2/reports/{reportId}/status`: once a minute, until it says `DONE` or `FAILED`.
    4. `GET /v2/reports/{reportId}`: fetch it and compare it with your own records.

    Each of the four calls may be made once a minute; they do not share that allowance.

    Args:
        api_key: The key of the channel, found in its plugin under Setup, General. A Merchant API key is refused.
            Falls back to `CHANNELENGINE_API_KEY`.
        tenant: The seller's sub-domain, made of letters, digits and hyphens, for example `my-shop-nl`. Default:
            demo. Falls back to `CHANNELENGINE_TENANT`.
        auth: the security scheme to prefer; the described order decides otherwise.
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
        api_key: str | None = None,
        tenant: str | None = None,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | None = None,
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
            credentials={"api_key": api_key},
            auth=auth,
            variables={"tenant": tenant},
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
    def with_raw_response(self) -> AsyncRawChannelEngine:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import AsyncRawChannelEngine

        return AsyncRawChannelEngine(self)

    @property
    def reports(self) -> AsyncReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and fetched when it is done. It is no delta and no replacement for the daily calls.
        """
        from .resources.reports import AsyncReports

        return AsyncReports(self)

"""The sync and the async client, with a property for each resource."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Self, overload

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.types import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from ._runtime.download import Download, PathTarget, SavedFile, Target
    from ._runtime.hooks import AfterResponse, AsyncAfterResponse, AsyncBeforeRequest, BeforeRequest, Drift
    from ._runtime.http.messages import AsyncHttpClient, HttpAuth, SyncHttpClient
    from ._runtime.operation import Call
    from ._runtime.progress import OnProgress
    from ._runtime.rate_limit.stores import RateLimitStore
    from ._runtime.timeouts import TimeoutTypes
    from ._runtime.types import UrlObject
    from .raw import AsyncRawChannelEngine, RawChannelEngine
    from .resources.reports import AsyncReports, Reports

__all__ = ["AsyncChannelEngine", "ChannelEngine"]


class ChannelEngine(SyncClient):
    """ChannelEngine Channel API, reports, version 2.0.0.

    A channel keeps in sync with `GET /v2/products/data` (products) and `GET /v2/products/offers` (prices and
    stock), which are not part of this document. It can miss changes, for instance while it is down. A report
    provides a complete export of all
    products and their offers (price and stock for this channel) on request, so that such gaps can be closed.

    An integration with the Channel API has to exist already, with products and offers in it.

    The recommended procedure, in off-peak hours and at most once a night:

    1. `GET /v2/reports/channel/available`: check whether a recent report already exists.
    2. `POST /v2/reports/feed`: order a new report and store its ID.
    3. `GET /v2/reports/{reportId}/status`: poll once a minute until the status is `DONE` or `FAILED`.
    4. `GET /v2/reports/{reportId}`: download the report and compare it with your own records.

    Each of the four operations can be called once a minute. Their limits are independent.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        api_key: The API key of the channel, available in its plugin under Setup, General. Merchant API keys are
            rejected. It may be a function that returns it, called for every attempt. Falls back to
            `CHANNELENGINE_API_KEY`.
        tenant: The seller's subdomain, consisting of letters, digits and hyphens, for example `my-shop-nl`.
            `demo` is ChannelEngine's test environment. Required. Falls back to `CHANNELENGINE_TENANT`.
        base_url: The URL of the server, or the name or URL of a documented one; by default the first of
            those.
        auth: The security scheme to prefer, where the document leaves a choice; or an authentication of the
            HTTP library, such as httpx.Auth, that is used instead of the credentials.
        timeout: Seconds for each step of a request: to connect, for every read and write, and to wait for a
            free connection; a Timeout or a mapping with `connect`, `read`, `write` and `pool` sets them
            apart, None waits forever. By default 30 seconds, or the timeout of your own `http_client`.
        max_retries: How often a call that can safely be repeated is sent again. After 429 it is sent again
            without counting, until `max_elapsed` is over, or without that until 5 minutes have been waited; 0
            sends every call once.
        max_elapsed: Seconds after which a call ends, with its retries, waits and the whole response, however
            slowly that arrives, a download or a stream too; None sets no end.
        max_response_size: The most bytes of a response that are read into memory, decompressed, and of one
            line of a streamed text; a download or a stream has no other limit. None sets none.
        max_compression_ratio: The maximum decompression ratio for responses over 10 MB, in memory, in a
            download or a stream; None sets no limit.
        retry_statuses: The statuses after which a call that can safely be repeated is sent again, in place of
            the usual ones (500, 502, 503, 504, or those that the document names); after 429 it always is.
        backoff: Seconds before the first repetition, and at most before any; they double each time, and up to
            half of them is left out by chance. What the server asks for in Retry-After comes first. After 429
            the pause is at least the period of the declared rate limit, and grows by chance.
        query: Parameters to add to the query of every request, unless a call has one of the same name; those
            of `with_options` are added to the client's own.
        headers: Headers to send with every request; those of `with_options` are added to the client's own. An
            Authorization header replaces that of the credentials, which are then not needed.
        strict: Raise an error when a response does not match its schema, instead of delivering what matches.
        on_drift: Called for every place at which a response does not match its schema; without it a warning
            is given once per place.
        before_request: Called before every attempt, see RequestEvent; may return headers to send along, or a
            RequestChange for headers, query and body. Functions in a list are called in order.
        after_response: Called after every attempt with its outcome and whether another one follows, see
            ResponseEvent; may return a ResponseChange for headers and body. Functions in a list are called in
            reverse order.
        rate_limits: A store that counts calls for several clients, processes or machines (MemoryRateLimits,
            FileRateLimits, RedisRateLimits). Without it each client counts its own calls. For a server on
            this machine, a test server, they wait only if it announces a limit in `RateLimit-Policy`. False
            ignores the declared limits.
        keep_cookies: Send the cookies that the server sets with later calls, of this client and its copies,
            as a session does. Your own `http_client` keeps them by itself.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
            If it has an `auth` or an Authorization header, that is used instead of the credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        tenant: str | None = None,
        base_url: str | UrlObject | None = None,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | HttpAuth | None = None,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        max_response_size: int | None = 100_000_000,
        max_compression_ratio: float | None = 200,
        retry_statuses: Iterable[int] | None = None,
        backoff: tuple[float, float] = (0.5, 8.0),
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: BeforeRequest | Sequence[BeforeRequest] | None = None,
        after_response: AfterResponse | Sequence[AfterResponse] | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        keep_cookies: bool = False,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"api_key": api_key},
            variables={"tenant": tenant},
            base_url=base_url,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            max_response_size=max_response_size,
            max_compression_ratio=max_compression_ratio,
            retry_statuses=retry_statuses,
            backoff=backoff,
            query=query,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
            keep_cookies=keep_cookies,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        base_url: str | UrlObject | None | NotGiven = NOT_GIVEN,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | HttpAuth | None | NotGiven = NOT_GIVEN,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        max_elapsed: float | None | NotGiven = NOT_GIVEN,
        max_response_size: int | None | NotGiven = NOT_GIVEN,
        max_compression_ratio: float | None | NotGiven = NOT_GIVEN,
        retry_statuses: Iterable[int] | None | NotGiven = NOT_GIVEN,
        backoff: tuple[float, float] | NotGiven = NOT_GIVEN,
        query: Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: Callable[[Drift], None] | None | NotGiven = NOT_GIVEN,
        before_request: BeforeRequest | Sequence[BeforeRequest] | None | NotGiven = NOT_GIVEN,
        after_response: AfterResponse | Sequence[AfterResponse] | None | NotGiven = NOT_GIVEN,
        rate_limits: RateLimitStore | Literal[False] | None | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a copy with other options, for one call or for many; `headers` and `query` are added to its own.

        The copy shares the connections; closing it leaves them open.
        """
        return self._with_options(
            base_url=base_url,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            max_response_size=max_response_size,
            max_compression_ratio=max_compression_ratio,
            retry_statuses=retry_statuses,
            backoff=backoff,
            query=query,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
        )

    @overload
    def download(
        self,
        call: Call[object],
        target: PathTarget,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> SavedFile: ...

    @overload
    def download(
        self,
        call: Call[object],
        target: Target,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download: ...

    def download(
        self,
        call: Call[object],
        target: Target,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download:
        """Perform a call and write its body to `target`, a path or an open binary file, in constant memory.

        This is what the methods that end in `_to` do with the call of their operation.
        """
        from ._runtime.download import download_body

        return download_body(self, call, target, on_progress=on_progress, resume=resume)

    @property
    def with_raw_response(self) -> RawChannelEngine:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import RawChannelEngine

        return RawChannelEngine(self)

    @property
    def reports(self) -> Reports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
        `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
        """
        from .resources.reports import Reports

        return Reports(self)


class AsyncChannelEngine(AsyncClient):
    """ChannelEngine Channel API, reports, version 2.0.0, async.

    A channel keeps in sync with `GET /v2/products/data` (products) and `GET /v2/products/offers` (prices and
    stock), which are not part of this document. It can miss changes, for instance while it is down. A report
    provides a complete export of all
    products and their offers (price and stock for this channel) on request, so that such gaps can be closed.

    An integration with the Channel API has to exist already, with products and offers in it.

    The recommended procedure, in off-peak hours and at most once a night:

    1. `GET /v2/reports/channel/available`: check whether a recent report already exists.
    2. `POST /v2/reports/feed`: order a new report and store its ID.
    3. `GET /v2/reports/{reportId}/status`: poll once a minute until the status is `DONE` or `FAILED`.
    4. `GET /v2/reports/{reportId}`: download the report and compare it with your own records.

    Each of the four operations can be called once a minute. Their limits are independent.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        api_key: The API key of the channel, available in its plugin under Setup, General. Merchant API keys are
            rejected. It may be a function that returns it, called for every attempt. Falls back to
            `CHANNELENGINE_API_KEY`.
        tenant: The seller's subdomain, consisting of letters, digits and hyphens, for example `my-shop-nl`.
            `demo` is ChannelEngine's test environment. Required. Falls back to `CHANNELENGINE_TENANT`.
        base_url: The URL of the server, or the name or URL of a documented one; by default the first of
            those.
        auth: The security scheme to prefer, where the document leaves a choice; or an authentication of the
            HTTP library, such as httpx.Auth, that is used instead of the credentials.
        timeout: Seconds for each step of a request: to connect, for every read and write, and to wait for a
            free connection; a Timeout or a mapping with `connect`, `read`, `write` and `pool` sets them
            apart, None waits forever. By default 30 seconds, or the timeout of your own `http_client`.
        max_retries: How often a call that can safely be repeated is sent again. After 429 it is sent again
            without counting, until `max_elapsed` is over, or without that until 5 minutes have been waited; 0
            sends every call once.
        max_elapsed: Seconds after which a call ends, with its retries, waits and the whole response, however
            slowly that arrives, a download or a stream too; None sets no end.
        max_response_size: The most bytes of a response that are read into memory, decompressed, and of one
            line of a streamed text; a download or a stream has no other limit. None sets none.
        max_compression_ratio: The maximum decompression ratio for responses over 10 MB, in memory, in a
            download or a stream; None sets no limit.
        retry_statuses: The statuses after which a call that can safely be repeated is sent again, in place of
            the usual ones (500, 502, 503, 504, or those that the document names); after 429 it always is.
        backoff: Seconds before the first repetition, and at most before any; they double each time, and up to
            half of them is left out by chance. What the server asks for in Retry-After comes first. After 429
            the pause is at least the period of the declared rate limit, and grows by chance.
        query: Parameters to add to the query of every request, unless a call has one of the same name; those
            of `with_options` are added to the client's own.
        headers: Headers to send with every request; those of `with_options` are added to the client's own. An
            Authorization header replaces that of the credentials, which are then not needed.
        strict: Raise an error when a response does not match its schema, instead of delivering what matches.
        on_drift: Called for every place at which a response does not match its schema; without it a warning
            is given once per place.
        before_request: Called before every attempt, see RequestEvent; may return headers to send along, or a
            RequestChange for headers, query and body. Functions in a list are called in order.
        after_response: Called after every attempt with its outcome and whether another one follows, see
            ResponseEvent; may return a ResponseChange for headers and body. Functions in a list are called in
            reverse order.
        rate_limits: A store that counts calls for several clients, processes or machines (MemoryRateLimits,
            FileRateLimits, RedisRateLimits). Without it each client counts its own calls. For a server on
            this machine, a test server, they wait only if it announces a limit in `RateLimit-Policy`. False
            ignores the declared limits.
        keep_cookies: Send the cookies that the server sets with later calls, of this client and its copies,
            as a session does. Your own `http_client` keeps them by itself.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
            If it has an `auth` or an Authorization header, that is used instead of the credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        tenant: str | None = None,
        base_url: str | UrlObject | None = None,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | HttpAuth | None = None,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        max_response_size: int | None = 100_000_000,
        max_compression_ratio: float | None = 200,
        retry_statuses: Iterable[int] | None = None,
        backoff: tuple[float, float] = (0.5, 8.0),
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: AsyncBeforeRequest | Sequence[AsyncBeforeRequest] | None = None,
        after_response: AsyncAfterResponse | Sequence[AsyncAfterResponse] | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        keep_cookies: bool = False,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"api_key": api_key},
            variables={"tenant": tenant},
            base_url=base_url,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            max_response_size=max_response_size,
            max_compression_ratio=max_compression_ratio,
            retry_statuses=retry_statuses,
            backoff=backoff,
            query=query,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
            keep_cookies=keep_cookies,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        base_url: str | UrlObject | None | NotGiven = NOT_GIVEN,
        auth: Literal["apiKeyHeader", "apiKeyQuery"] | HttpAuth | None | NotGiven = NOT_GIVEN,
        timeout: TimeoutTypes | NotGiven = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        max_elapsed: float | None | NotGiven = NOT_GIVEN,
        max_response_size: int | None | NotGiven = NOT_GIVEN,
        max_compression_ratio: float | None | NotGiven = NOT_GIVEN,
        retry_statuses: Iterable[int] | None | NotGiven = NOT_GIVEN,
        backoff: tuple[float, float] | NotGiven = NOT_GIVEN,
        query: Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: Callable[[Drift], None] | None | NotGiven = NOT_GIVEN,
        before_request: AsyncBeforeRequest | Sequence[AsyncBeforeRequest] | None | NotGiven = NOT_GIVEN,
        after_response: AsyncAfterResponse | Sequence[AsyncAfterResponse] | None | NotGiven = NOT_GIVEN,
        rate_limits: RateLimitStore | Literal[False] | None | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a copy with other options, for one call or for many; `headers` and `query` are added to its own.

        The copy shares the connections; closing it leaves them open.
        """
        return self._with_options(
            base_url=base_url,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            max_response_size=max_response_size,
            max_compression_ratio=max_compression_ratio,
            retry_statuses=retry_statuses,
            backoff=backoff,
            query=query,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
        )

    @overload
    async def download(
        self,
        call: Call[object],
        target: PathTarget,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> SavedFile: ...

    @overload
    async def download(
        self,
        call: Call[object],
        target: Target,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download: ...

    async def download(
        self,
        call: Call[object],
        target: Target,
        *,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download:
        """Perform a call and write its body to `target`, a path or an open binary file, in constant memory.

        This is what the methods that end in `_to` do with the call of their operation.
        """
        from ._runtime.download import download_body_async

        return await download_body_async(self, call, target, on_progress=on_progress, resume=resume)

    @property
    def with_raw_response(self) -> AsyncRawChannelEngine:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import AsyncRawChannelEngine

        return AsyncRawChannelEngine(self)

    @property
    def reports(self) -> AsyncReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
        `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
        """
        from .resources.reports import AsyncReports

        return AsyncReports(self)

"""The sync and the async client, with a property for each resource."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Self

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.types import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from ._runtime.hooks import AfterResponse, AsyncAfterResponse, AsyncBeforeRequest, BeforeRequest, Drift
    from ._runtime.http.messages import AsyncHttpClient, HttpAuth, SyncHttpClient
    from ._runtime.timeouts import TimeoutTypes
    from ._runtime.types import UrlObject
    from .raw import AsyncRawZoo, RawZoo
    from .resources.animals import Animals, AsyncAnimals
    from .resources.care_takers import AsyncCareTakers, CareTakers

__all__ = ["AsyncZoo", "Zoo"]


class Zoo(SyncClient):
    """Zoo "of" odd \\ things, version 1.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        base_url: The URL of the server. Required, for the document has no default that can be used.
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
        keep_cookies: Send the cookies that the server sets with later calls, of this client and its copies,
            as a session does. Your own `http_client` keeps them by itself.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
            If it has an `auth` or an Authorization header, that is used instead of the credentials.
    """

    def __init__(
        self,
        *,
        base_url: str | UrlObject | None = None,
        auth: HttpAuth | None = None,
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
        keep_cookies: bool = False,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
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
            keep_cookies=keep_cookies,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        base_url: str | UrlObject | None | NotGiven = NOT_GIVEN,
        auth: HttpAuth | None | NotGiven = NOT_GIVEN,
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
        )

    @property
    def with_raw_response(self) -> RawZoo:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import RawZoo

        return RawZoo(self)

    @property
    def animals(self) -> Animals:
        """Operations of `animals`."""
        from .resources.animals import Animals

        return Animals(self)

    @property
    def care_takers(self) -> CareTakers:
        """Operations of `care_takers`."""
        from .resources.care_takers import CareTakers

        return CareTakers(self)


class AsyncZoo(AsyncClient):
    """Zoo "of" odd \\ things, version 1, async.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        base_url: The URL of the server. Required, for the document has no default that can be used.
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
        keep_cookies: Send the cookies that the server sets with later calls, of this client and its copies,
            as a session does. Your own `http_client` keeps them by itself.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
            If it has an `auth` or an Authorization header, that is used instead of the credentials.
    """

    def __init__(
        self,
        *,
        base_url: str | UrlObject | None = None,
        auth: HttpAuth | None = None,
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
        keep_cookies: bool = False,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
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
            keep_cookies=keep_cookies,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        base_url: str | UrlObject | None | NotGiven = NOT_GIVEN,
        auth: HttpAuth | None | NotGiven = NOT_GIVEN,
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
        )

    @property
    def with_raw_response(self) -> AsyncRawZoo:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import AsyncRawZoo

        return AsyncRawZoo(self)

    @property
    def animals(self) -> AsyncAnimals:
        """Operations of `animals`."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @property
    def care_takers(self) -> AsyncCareTakers:
        """Operations of `care_takers`."""
        from .resources.care_takers import AsyncCareTakers

        return AsyncCareTakers(self)

"""The sync and the async client, with a property for each resource."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, Self

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.types import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from ._runtime.hooks import AfterResponse, AsyncAfterResponse, AsyncBeforeRequest, BeforeRequest, Drift
    from ._runtime.http.messages import AsyncHttpClient, HttpAuth, SyncHttpClient
    from ._runtime.rate_limit.stores import RateLimitStore
    from ._runtime.timeouts import TimeoutTypes
    from ._runtime.types import UrlObject
    from .raw import AsyncRawChannelApe, RawChannelApe
    from .resources.actions import Actions, AsyncActions
    from .resources.analytics import Analytics, AsyncAnalytics
    from .resources.batches import AsyncBatches, Batches
    from .resources.businesses import AsyncBusinesses, Businesses
    from .resources.channels import AsyncChannels, Channels
    from .resources.file_previews import AsyncFilePreviews, FilePreviews
    from .resources.integrations import AsyncIntegrations, Integrations
    from .resources.inventories import AsyncInventories, Inventories
    from .resources.locations import AsyncLocations, Locations
    from .resources.logs import AsyncLogs, Logs
    from .resources.orders import AsyncOrders, Orders
    from .resources.plays import AsyncPlays, Plays
    from .resources.products import AsyncProducts, Products
    from .resources.recipes import AsyncRecipes, Recipes
    from .resources.schedules import AsyncSchedules, Schedules
    from .resources.sessions import AsyncSessions, Sessions
    from .resources.steps import AsyncSteps, Steps
    from .resources.subscriptions import AsyncSubscriptions, Subscriptions
    from .resources.suppliers import AsyncSuppliers, Suppliers
    from .resources.users import AsyncUsers, Users

__all__ = ["AsyncChannelApe", "ChannelApe"]


class ChannelApe(SyncClient):
    """ChannelApe V1, version 1.0.0.

    ChannelApe connects a merchant's systems (warehouses, ERP, suppliers) with the channels the merchant sells on
    (shops and marketplaces). A *business* owns *channels*. *Orders* are placed on channels. *Locations* hold
    *quantities* of *inventory items*. *Actions* represent work that integrations are currently doing.

    * **Authentication.** Send a bearer token in `Authorization`, the private key of an API account in
      `X-Channel-Ape-Authorization-Token` (deprecated by the vendor, still working), or a user's token in
      `X-Channel-Ape-Jwt`. Any one of them is sufficient.
    * **Errors.** Error responses contain a list of numbered errors. A successful status can contain one as well:
    a
      non-empty `errors` list means that the call failed.
    * **Pagination.** Actions, orders, steps and variant searches are paginated. Pass `pagination.lastKey` as
      `lastKey` until `pagination.lastPage` is true.
    * **Rate limits.** The number of calls per second is limited for each API account and depends on the
    subscription
      of the business. Server errors (5xx) are usually temporary.
    * **Formats.** Amounts of money are decimal strings. Times are ISO 8601 in UTC with milliseconds.

    The vendor is replacing V1 with a second version, which is a separate system with different names.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        token: A token, sent in the `Authorization` header with the `Bearer` scheme. It may be a function that
            returns it, called for every attempt. Falls back to `CHANNELAPE_TOKEN`.
        api_key: The private key of an API account, or a session ID. Deprecated by the vendor, still working. It
            may be a function that returns it, called for every attempt. Falls back to `CHANNELAPE_API_KEY`.
        user_jwt: The token of a signed-in user. It may be a function that returns it, called for every attempt.
            Falls back to `CHANNELAPE_USER_JWT`.
        login: The email address and password of a user. Only used to create a session. Either `user:password` or
            a tuple `(user, password)`. It may be a function that returns it, called for every attempt. Falls back
            to `CHANNELAPE_LOGIN`.
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
        send_read_only: Send the members that only the server sets (`readOnly`) too, where a body has them.
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
        token: str | Callable[[], str] | None = None,
        api_key: str | Callable[[], str] | None = None,
        user_jwt: str | Callable[[], str] | None = None,
        login: str | tuple[str, str] | Callable[[], str | tuple[str, str]] | None = None,
        base_url: str | UrlObject | None = None,
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"] | HttpAuth | None = None,
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
        send_read_only: bool = False,
        before_request: BeforeRequest | Sequence[BeforeRequest] | None = None,
        after_response: AfterResponse | Sequence[AfterResponse] | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        keep_cookies: bool = False,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"token": token, "api_key": api_key, "user_jwt": user_jwt, "login": login},
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
            send_read_only=send_read_only,
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
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"]
        | HttpAuth
        | None
        | NotGiven = NOT_GIVEN,
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
        send_read_only: bool | NotGiven = NOT_GIVEN,
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
            send_read_only=send_read_only,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
        )

    @property
    def with_raw_response(self) -> RawChannelApe:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import RawChannelApe

        return RawChannelApe(self)

    @property
    def actions(self) -> Actions:
        """An action represents work that an integration is currently doing, such as pulling products from a supplier or
        pushing quantities to a channel. The integration sends health checks while the action is running and reports
        the
        result at the end.
        """
        from .resources.actions import Actions

        return Actions(self)

    @property
    def analytics(self) -> Analytics:
        """Reports that can be embedded in your own pages."""
        from .resources.analytics import Analytics

        return Analytics(self)

    @property
    def batches(self) -> Batches:
        """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
        which
        they are received. Batches running in parallel use at most a quarter of the account's rate limit.
        """
        from .resources.batches import Batches

        return Batches(self)

    @property
    def businesses(self) -> Businesses:
        """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""
        from .resources.businesses import Businesses

        return Businesses(self)

    @property
    def channels(self) -> Channels:
        """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
        them.
        """
        from .resources.channels import Channels

        return Channels(self)

    @property
    def file_previews(self) -> FilePreviews:
        """Preview a product data file before using it."""
        from .resources.file_previews import FilePreviews

        return FilePreviews(self)

    @property
    def integrations(self) -> Integrations:
        """The types of channels, suppliers, steps and plays that can be connected."""
        from .resources.integrations import Integrations

        return Integrations(self)

    @property
    def inventories(self) -> Inventories:
        """The items a business keeps in stock, identified by SKU."""
        from .resources.inventories import Inventories

        return Inventories(self)

    @property
    def locations(self) -> Locations:
        """Places that hold stock, such as warehouses and stores."""
        from .resources.locations import Locations

        return Locations(self)

    @property
    def logs(self) -> Logs:
        """Store payloads that your programs received or sent."""
        from .resources.logs import Logs

        return Logs(self)

    @property
    def orders(self) -> Orders:
        """Orders placed on channels, with their fulfillments and refunds."""
        from .resources.orders import Orders

        return Orders(self)

    @property
    def plays(self) -> Plays:
        """Sequences of steps that run as a unit."""
        from .resources.plays import Plays

        return Plays(self)

    @property
    def products(self) -> Products:
        """The products of a business. Each has one or more variants."""
        from .resources.products import Products

        return Products(self)

    @property
    def recipes(self) -> Recipes:
        """Rules that start an action when an event occurs."""
        from .resources.recipes import Recipes

        return Recipes(self)

    @property
    def schedules(self) -> Schedules:
        """Times at which recipes are triggered."""
        from .resources.schedules import Schedules

        return Schedules(self)

    @property
    def sessions(self) -> Sessions:
        """Identify the user or API account that a token belongs to."""
        from .resources.sessions import Sessions

        return Sessions(self)

    @property
    def steps(self) -> Steps:
        """The building blocks of plays."""
        from .resources.steps import Steps

        return Steps(self)

    @property
    def subscriptions(self) -> Subscriptions:
        """The subscription of a business, including its rate limits."""
        from .resources.subscriptions import Subscriptions

        return Subscriptions(self)

    @property
    def suppliers(self) -> Suppliers:
        """The sources of a business's product data, stock and integrations."""
        from .resources.suppliers import Suppliers

        return Suppliers(self)

    @property
    def users(self) -> Users:
        """People who can sign in."""
        from .resources.users import Users

        return Users(self)


class AsyncChannelApe(AsyncClient):
    """ChannelApe V1, version 1.0.0, async.

    ChannelApe connects a merchant's systems (warehouses, ERP, suppliers) with the channels the merchant sells on
    (shops and marketplaces). A *business* owns *channels*. *Orders* are placed on channels. *Locations* hold
    *quantities* of *inventory items*. *Actions* represent work that integrations are currently doing.

    * **Authentication.** Send a bearer token in `Authorization`, the private key of an API account in
      `X-Channel-Ape-Authorization-Token` (deprecated by the vendor, still working), or a user's token in
      `X-Channel-Ape-Jwt`. Any one of them is sufficient.
    * **Errors.** Error responses contain a list of numbered errors. A successful status can contain one as well:
    a
      non-empty `errors` list means that the call failed.
    * **Pagination.** Actions, orders, steps and variant searches are paginated. Pass `pagination.lastKey` as
      `lastKey` until `pagination.lastPage` is true.
    * **Rate limits.** The number of calls per second is limited for each API account and depends on the
    subscription
      of the business. Server errors (5xx) are usually temporary.
    * **Formats.** Amounts of money are decimal strings. Times are ISO 8601 in UTC with milliseconds.

    The vendor is replacing V1 with a second version, which is a separate system with different names.

    Every method also takes extra_headers, extra_query, extra_body, timeout; see CallOptions.

    Args:
        token: A token, sent in the `Authorization` header with the `Bearer` scheme. It may be a function that
            returns it, called for every attempt. Falls back to `CHANNELAPE_TOKEN`.
        api_key: The private key of an API account, or a session ID. Deprecated by the vendor, still working. It
            may be a function that returns it, called for every attempt. Falls back to `CHANNELAPE_API_KEY`.
        user_jwt: The token of a signed-in user. It may be a function that returns it, called for every attempt.
            Falls back to `CHANNELAPE_USER_JWT`.
        login: The email address and password of a user. Only used to create a session. Either `user:password` or
            a tuple `(user, password)`. It may be a function that returns it, called for every attempt. Falls back
            to `CHANNELAPE_LOGIN`.
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
        send_read_only: Send the members that only the server sets (`readOnly`) too, where a body has them.
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
        token: str | Callable[[], str | Awaitable[str]] | None = None,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        user_jwt: str | Callable[[], str | Awaitable[str]] | None = None,
        login: str
        | tuple[str, str]
        | Callable[[], str | tuple[str, str] | Awaitable[str | tuple[str, str]]]
        | None = None,
        base_url: str | UrlObject | None = None,
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"] | HttpAuth | None = None,
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
        send_read_only: bool = False,
        before_request: AsyncBeforeRequest | Sequence[AsyncBeforeRequest] | None = None,
        after_response: AsyncAfterResponse | Sequence[AsyncAfterResponse] | None = None,
        rate_limits: RateLimitStore | Literal[False] | None = None,
        keep_cookies: bool = False,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            credentials={"token": token, "api_key": api_key, "user_jwt": user_jwt, "login": login},
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
            send_read_only=send_read_only,
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
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"]
        | HttpAuth
        | None
        | NotGiven = NOT_GIVEN,
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
        send_read_only: bool | NotGiven = NOT_GIVEN,
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
            send_read_only=send_read_only,
            before_request=before_request,
            after_response=after_response,
            rate_limits=rate_limits,
        )

    @property
    def with_raw_response(self) -> AsyncRawChannelApe:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import AsyncRawChannelApe

        return AsyncRawChannelApe(self)

    @property
    def actions(self) -> AsyncActions:
        """An action represents work that an integration is currently doing, such as pulling products from a supplier or
        pushing quantities to a channel. The integration sends health checks while the action is running and reports
        the
        result at the end.
        """
        from .resources.actions import AsyncActions

        return AsyncActions(self)

    @property
    def analytics(self) -> AsyncAnalytics:
        """Reports that can be embedded in your own pages."""
        from .resources.analytics import AsyncAnalytics

        return AsyncAnalytics(self)

    @property
    def batches(self) -> AsyncBatches:
        """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
        which
        they are received. Batches running in parallel use at most a quarter of the account's rate limit.
        """
        from .resources.batches import AsyncBatches

        return AsyncBatches(self)

    @property
    def businesses(self) -> AsyncBusinesses:
        """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""
        from .resources.businesses import AsyncBusinesses

        return AsyncBusinesses(self)

    @property
    def channels(self) -> AsyncChannels:
        """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
        them.
        """
        from .resources.channels import AsyncChannels

        return AsyncChannels(self)

    @property
    def file_previews(self) -> AsyncFilePreviews:
        """Preview a product data file before using it."""
        from .resources.file_previews import AsyncFilePreviews

        return AsyncFilePreviews(self)

    @property
    def integrations(self) -> AsyncIntegrations:
        """The types of channels, suppliers, steps and plays that can be connected."""
        from .resources.integrations import AsyncIntegrations

        return AsyncIntegrations(self)

    @property
    def inventories(self) -> AsyncInventories:
        """The items a business keeps in stock, identified by SKU."""
        from .resources.inventories import AsyncInventories

        return AsyncInventories(self)

    @property
    def locations(self) -> AsyncLocations:
        """Places that hold stock, such as warehouses and stores."""
        from .resources.locations import AsyncLocations

        return AsyncLocations(self)

    @property
    def logs(self) -> AsyncLogs:
        """Store payloads that your programs received or sent."""
        from .resources.logs import AsyncLogs

        return AsyncLogs(self)

    @property
    def orders(self) -> AsyncOrders:
        """Orders placed on channels, with their fulfillments and refunds."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @property
    def plays(self) -> AsyncPlays:
        """Sequences of steps that run as a unit."""
        from .resources.plays import AsyncPlays

        return AsyncPlays(self)

    @property
    def products(self) -> AsyncProducts:
        """The products of a business. Each has one or more variants."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self)

    @property
    def recipes(self) -> AsyncRecipes:
        """Rules that start an action when an event occurs."""
        from .resources.recipes import AsyncRecipes

        return AsyncRecipes(self)

    @property
    def schedules(self) -> AsyncSchedules:
        """Times at which recipes are triggered."""
        from .resources.schedules import AsyncSchedules

        return AsyncSchedules(self)

    @property
    def sessions(self) -> AsyncSessions:
        """Identify the user or API account that a token belongs to."""
        from .resources.sessions import AsyncSessions

        return AsyncSessions(self)

    @property
    def steps(self) -> AsyncSteps:
        """The building blocks of plays."""
        from .resources.steps import AsyncSteps

        return AsyncSteps(self)

    @property
    def subscriptions(self) -> AsyncSubscriptions:
        """The subscription of a business, including its rate limits."""
        from .resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @property
    def suppliers(self) -> AsyncSuppliers:
        """The sources of a business's product data, stock and integrations."""
        from .resources.suppliers import AsyncSuppliers

        return AsyncSuppliers(self)

    @property
    def users(self) -> AsyncUsers:
        """People who can sign in."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self)

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

    ChannelApe stands between a merchant's systems (warehouses, ERP, suppliers) and the channels the merchant
    sells on (shops and marketplaces). A *business* owns *channels*; channels bring *orders*; *locations* hold
    *quantities* of *inventory items*; *actions* are what integrations are doing at the moment.

    * **Credentials.** A bearer token in `Authorization`, or the private key of an API account in
      `X-Channel-Ape-Authorization-Token` (deprecated by the vendor, still working), or the token of a user in
      `X-Channel-Ape-Jwt`. One of them is enough.
    * **Failures** carry a list of numbered reasons, and so can a success: an `errors` list that is not empty
      means that the call failed.
    * **Pages.** Actions, orders, steps and searches for variants come in pages: hand `pagination.lastKey` to
      `lastKey` until `pagination.lastPage` is true.
    * **Limits.** Calls a second are limited for each API account; how many is part of the subscription of the
      business. Failures of the server (5xx) are mostly temporary.
    * **Money** is decimal text, **times** are ISO 8601 in UTC with milliseconds.

    The vendor is replacing V1 by a second version, which is another system with other names.

    Args:
        token: A token, sent as `Authorization` with the scheme `Bearer`. Falls back to `CHANNELAPE_TOKEN`.
        api_key: The private key of an API account, or the id of a session. The vendor calls it deprecated; it
            still works. Falls back to `CHANNELAPE_API_KEY`.
        user_jwt: The token of a user who is signed in. Falls back to `CHANNELAPE_USER_JWT`.
        login: The e-mail address and password of a user. Only for creating a session. Falls back to
            `CHANNELAPE_LOGIN`.
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
        token: str | None = None,
        api_key: str | None = None,
        user_jwt: str | None = None,
        login: str | None = None,
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"] | None = None,
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
            credentials={"token": token, "api_key": api_key, "user_jwt": user_jwt, "login": login},
            auth=auth,
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
    def with_raw_response(self) -> RawChannelApe:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import RawChannelApe

        return RawChannelApe(self)

    @property
    def actions(self) -> Actions:
        """An action is something an integration is doing right now, such as pulling the products of a supplier or
        pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
        """
        from .resources.actions import Actions

        return Actions(self)

    @property
    def analytics(self) -> Analytics:
        """Reports that can be embedded in a page of your own."""
        from .resources.analytics import Analytics

        return Analytics(self)

    @property
    def batches(self) -> Batches:
        """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
        At most a quarter of the account's rate limit goes to batches that run side by side.
        """
        from .resources.batches import Batches

        return Batches(self)

    @property
    def businesses(self) -> Businesses:
        """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""
        from .resources.businesses import Businesses

        return Businesses(self)

    @property
    def channels(self) -> Channels:
        """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""
        from .resources.channels import Channels

        return Channels(self)

    @property
    def file_previews(self) -> FilePreviews:
        """A look into a file of product data before it is used."""
        from .resources.file_previews import FilePreviews

        return FilePreviews(self)

    @property
    def integrations(self) -> Integrations:
        """The kinds of channels, suppliers, steps and plays that can be connected."""
        from .resources.integrations import Integrations

        return Integrations(self)

    @property
    def inventories(self) -> Inventories:
        """The articles a business keeps stock of, by SKU."""
        from .resources.inventories import Inventories

        return Inventories(self)

    @property
    def locations(self) -> Locations:
        """Places that hold stock, such as warehouses and shops."""
        from .resources.locations import Locations

        return Locations(self)

    @property
    def logs(self) -> Logs:
        """A place for programs to write down what they received or sent."""
        from .resources.logs import Logs

        return Logs(self)

    @property
    def orders(self) -> Orders:
        """The orders that came in through the channels, with their fulfillments and refunds."""
        from .resources.orders import Orders

        return Orders(self)

    @property
    def plays(self) -> Plays:
        """Sequences of steps that run as one."""
        from .resources.plays import Plays

        return Plays(self)

    @property
    def products(self) -> Products:
        """What a business sells, each with one or more variants."""
        from .resources.products import Products

        return Products(self)

    @property
    def recipes(self) -> Recipes:
        """Rules of the form: when this has happened, start that action."""
        from .resources.recipes import Recipes

        return Recipes(self)

    @property
    def schedules(self) -> Schedules:
        """Times at which recipes are set off."""
        from .resources.schedules import Schedules

        return Schedules(self)

    @property
    def sessions(self) -> Sessions:
        """Who a token belongs to."""
        from .resources.sessions import Sessions

        return Sessions(self)

    @property
    def steps(self) -> Steps:
        """The building blocks of plays."""
        from .resources.steps import Steps

        return Steps(self)

    @property
    def subscriptions(self) -> Subscriptions:
        """What a business has booked, its rate limits included."""
        from .resources.subscriptions import Subscriptions

        return Subscriptions(self)

    @property
    def suppliers(self) -> Suppliers:
        """Where the product data, the stock and the programs of a business come from."""
        from .resources.suppliers import Suppliers

        return Suppliers(self)

    @property
    def users(self) -> Users:
        """People with a login."""
        from .resources.users import Users

        return Users(self)


class AsyncChannelApe(AsyncClient):
    """ChannelApe V1, version 1.0.0, async.

    ChannelApe stands between a merchant's systems (warehouses, ERP, suppliers) and the channels the merchant
    sells on (shops and marketplaces). A *business* owns *channels*; channels bring *orders*; *locations* hold
    *quantities* of *inventory items*; *actions* are what integrations are doing at the moment.

    * **Credentials.** A bearer token in `Authorization`, or the private key of an API account in
      `X-Channel-Ape-Authorization-Token` (deprecated by the vendor, still working), or the token of a user in
      `X-Channel-Ape-Jwt`. One of them is enough.
    * **Failures** carry a list of numbered reasons, and so can a success: an `errors` list that is not empty
      means that the call failed.
    * **Pages.** Actions, orders, steps and searches for variants come in pages: hand `pagination.lastKey` to
      `lastKey` until `pagination.lastPage` is true.
    * **Limits.** Calls a second are limited for each API account; how many is part of the subscription of the
      business. Failures of the server (5xx) are mostly temporary.
    * **Money** is decimal text, **times** are ISO 8601 in UTC with milliseconds.

    The vendor is replacing V1 by a second version, which is another system with other names.

    Args:
        token: A token, sent as `Authorization` with the scheme `Bearer`. Falls back to `CHANNELAPE_TOKEN`.
        api_key: The private key of an API account, or the id of a session. The vendor calls it deprecated; it
            still works. Falls back to `CHANNELAPE_API_KEY`.
        user_jwt: The token of a user who is signed in. Falls back to `CHANNELAPE_USER_JWT`.
        login: The e-mail address and password of a user. Only for creating a session. Falls back to
            `CHANNELAPE_LOGIN`.
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
        token: str | None = None,
        api_key: str | None = None,
        user_jwt: str | None = None,
        login: str | None = None,
        auth: Literal["bearerAuth", "apiAccountKey", "userJwt", "userPassword"] | None = None,
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
            credentials={"token": token, "api_key": api_key, "user_jwt": user_jwt, "login": login},
            auth=auth,
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
    def with_raw_response(self) -> AsyncRawChannelApe:
        """The same resources, whose methods return a RawResponse: status, headers and bytes beside the value.

        It has the methods of single operations only. Those that make several calls, for a job or a batch, have no
        single response; those that write to a file return a Download, which has status and headers itself.
        """
        from .raw import AsyncRawChannelApe

        return AsyncRawChannelApe(self)

    @property
    def actions(self) -> AsyncActions:
        """An action is something an integration is doing right now, such as pulling the products of a supplier or
        pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
        """
        from .resources.actions import AsyncActions

        return AsyncActions(self)

    @property
    def analytics(self) -> AsyncAnalytics:
        """Reports that can be embedded in a page of your own."""
        from .resources.analytics import AsyncAnalytics

        return AsyncAnalytics(self)

    @property
    def batches(self) -> AsyncBatches:
        """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
        At most a quarter of the account's rate limit goes to batches that run side by side.
        """
        from .resources.batches import AsyncBatches

        return AsyncBatches(self)

    @property
    def businesses(self) -> AsyncBusinesses:
        """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""
        from .resources.businesses import AsyncBusinesses

        return AsyncBusinesses(self)

    @property
    def channels(self) -> AsyncChannels:
        """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""
        from .resources.channels import AsyncChannels

        return AsyncChannels(self)

    @property
    def file_previews(self) -> AsyncFilePreviews:
        """A look into a file of product data before it is used."""
        from .resources.file_previews import AsyncFilePreviews

        return AsyncFilePreviews(self)

    @property
    def integrations(self) -> AsyncIntegrations:
        """The kinds of channels, suppliers, steps and plays that can be connected."""
        from .resources.integrations import AsyncIntegrations

        return AsyncIntegrations(self)

    @property
    def inventories(self) -> AsyncInventories:
        """The articles a business keeps stock of, by SKU."""
        from .resources.inventories import AsyncInventories

        return AsyncInventories(self)

    @property
    def locations(self) -> AsyncLocations:
        """Places that hold stock, such as warehouses and shops."""
        from .resources.locations import AsyncLocations

        return AsyncLocations(self)

    @property
    def logs(self) -> AsyncLogs:
        """A place for programs to write down what they received or sent."""
        from .resources.logs import AsyncLogs

        return AsyncLogs(self)

    @property
    def orders(self) -> AsyncOrders:
        """The orders that came in through the channels, with their fulfillments and refunds."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @property
    def plays(self) -> AsyncPlays:
        """Sequences of steps that run as one."""
        from .resources.plays import AsyncPlays

        return AsyncPlays(self)

    @property
    def products(self) -> AsyncProducts:
        """What a business sells, each with one or more variants."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self)

    @property
    def recipes(self) -> AsyncRecipes:
        """Rules of the form: when this has happened, start that action."""
        from .resources.recipes import AsyncRecipes

        return AsyncRecipes(self)

    @property
    def schedules(self) -> AsyncSchedules:
        """Times at which recipes are set off."""
        from .resources.schedules import AsyncSchedules

        return AsyncSchedules(self)

    @property
    def sessions(self) -> AsyncSessions:
        """Who a token belongs to."""
        from .resources.sessions import AsyncSessions

        return AsyncSessions(self)

    @property
    def steps(self) -> AsyncSteps:
        """The building blocks of plays."""
        from .resources.steps import AsyncSteps

        return AsyncSteps(self)

    @property
    def subscriptions(self) -> AsyncSubscriptions:
        """What a business has booked, its rate limits included."""
        from .resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @property
    def suppliers(self) -> AsyncSuppliers:
        """Where the product data, the stock and the programs of a business come from."""
        from .resources.suppliers import AsyncSuppliers

        return AsyncSuppliers(self)

    @property
    def users(self) -> AsyncUsers:
        """People with a login."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self)

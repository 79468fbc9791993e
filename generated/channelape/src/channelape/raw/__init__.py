"""The clients with whole responses: the same resources and arguments, a `RawResponse` from each method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .actions import AsyncRawActions, RawActions
    from .analytics import AsyncRawAnalytics, RawAnalytics
    from .batches import AsyncRawBatches, RawBatches
    from .businesses import AsyncRawBusinesses, RawBusinesses
    from .channels import AsyncRawChannels, RawChannels
    from .file_previews import AsyncRawFilePreviews, RawFilePreviews
    from .integrations import AsyncRawIntegrations, RawIntegrations
    from .inventories import AsyncRawInventories, RawInventories
    from .locations import AsyncRawLocations, RawLocations
    from .logs import AsyncRawLogs, RawLogs
    from .orders import AsyncRawOrders, RawOrders
    from .plays import AsyncRawPlays, RawPlays
    from .products import AsyncRawProducts, RawProducts
    from .recipes import AsyncRawRecipes, RawRecipes
    from .schedules import AsyncRawSchedules, RawSchedules
    from .sessions import AsyncRawSessions, RawSessions
    from .steps import AsyncRawSteps, RawSteps
    from .subscriptions import AsyncRawSubscriptions, RawSubscriptions
    from .suppliers import AsyncRawSuppliers, RawSuppliers
    from .users import AsyncRawUsers, RawUsers

__all__ = ["AsyncRawChannelApe", "RawChannelApe"]


class RawChannelApe(RawClient):
    """What `with_raw_response` of ChannelApe gives."""

    @property
    def actions(self) -> RawActions:
        """An action is something an integration is doing right now, such as pulling the products of a supplier or
        pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
        """
        from .actions import RawActions

        return RawActions(self)

    @property
    def analytics(self) -> RawAnalytics:
        """Reports that can be embedded in a page of your own."""
        from .analytics import RawAnalytics

        return RawAnalytics(self)

    @property
    def batches(self) -> RawBatches:
        """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
        At most a quarter of the account's rate limit goes to batches that run side by side.
        """
        from .batches import RawBatches

        return RawBatches(self)

    @property
    def businesses(self) -> RawBusinesses:
        """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""
        from .businesses import RawBusinesses

        return RawBusinesses(self)

    @property
    def channels(self) -> RawChannels:
        """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""
        from .channels import RawChannels

        return RawChannels(self)

    @property
    def file_previews(self) -> RawFilePreviews:
        """A look into a file of product data before it is used."""
        from .file_previews import RawFilePreviews

        return RawFilePreviews(self)

    @property
    def integrations(self) -> RawIntegrations:
        """The kinds of channels, suppliers, steps and plays that can be connected."""
        from .integrations import RawIntegrations

        return RawIntegrations(self)

    @property
    def inventories(self) -> RawInventories:
        """The articles a business keeps stock of, by SKU."""
        from .inventories import RawInventories

        return RawInventories(self)

    @property
    def locations(self) -> RawLocations:
        """Places that hold stock, such as warehouses and shops."""
        from .locations import RawLocations

        return RawLocations(self)

    @property
    def logs(self) -> RawLogs:
        """A place for programs to write down what they received or sent."""
        from .logs import RawLogs

        return RawLogs(self)

    @property
    def orders(self) -> RawOrders:
        """The orders that came in through the channels, with their fulfillments and refunds."""
        from .orders import RawOrders

        return RawOrders(self)

    @property
    def plays(self) -> RawPlays:
        """Sequences of steps that run as one."""
        from .plays import RawPlays

        return RawPlays(self)

    @property
    def products(self) -> RawProducts:
        """What a business sells, each with one or more variants."""
        from .products import RawProducts

        return RawProducts(self)

    @property
    def recipes(self) -> RawRecipes:
        """Rules of the form: when this has happened, start that action."""
        from .recipes import RawRecipes

        return RawRecipes(self)

    @property
    def schedules(self) -> RawSchedules:
        """Times at which recipes are set off."""
        from .schedules import RawSchedules

        return RawSchedules(self)

    @property
    def sessions(self) -> RawSessions:
        """Who a token belongs to."""
        from .sessions import RawSessions

        return RawSessions(self)

    @property
    def steps(self) -> RawSteps:
        """The building blocks of plays."""
        from .steps import RawSteps

        return RawSteps(self)

    @property
    def subscriptions(self) -> RawSubscriptions:
        """What a business has booked, its rate limits included."""
        from .subscriptions import RawSubscriptions

        return RawSubscriptions(self)

    @property
    def suppliers(self) -> RawSuppliers:
        """Where the product data, the stock and the programs of a business come from."""
        from .suppliers import RawSuppliers

        return RawSuppliers(self)

    @property
    def users(self) -> RawUsers:
        """People with a login."""
        from .users import RawUsers

        return RawUsers(self)


class AsyncRawChannelApe(AsyncRawClient):
    """What `with_raw_response` of AsyncChannelApe gives."""

    @property
    def actions(self) -> AsyncRawActions:
        """An action is something an integration is doing right now, such as pulling the products of a supplier or
        pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
        """
        from .actions import AsyncRawActions

        return AsyncRawActions(self)

    @property
    def analytics(self) -> AsyncRawAnalytics:
        """Reports that can be embedded in a page of your own."""
        from .analytics import AsyncRawAnalytics

        return AsyncRawAnalytics(self)

    @property
    def batches(self) -> AsyncRawBatches:
        """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
        At most a quarter of the account's rate limit goes to batches that run side by side.
        """
        from .batches import AsyncRawBatches

        return AsyncRawBatches(self)

    @property
    def businesses(self) -> AsyncRawBusinesses:
        """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""
        from .businesses import AsyncRawBusinesses

        return AsyncRawBusinesses(self)

    @property
    def channels(self) -> AsyncRawChannels:
        """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""
        from .channels import AsyncRawChannels

        return AsyncRawChannels(self)

    @property
    def file_previews(self) -> AsyncRawFilePreviews:
        """A look into a file of product data before it is used."""
        from .file_previews import AsyncRawFilePreviews

        return AsyncRawFilePreviews(self)

    @property
    def integrations(self) -> AsyncRawIntegrations:
        """The kinds of channels, suppliers, steps and plays that can be connected."""
        from .integrations import AsyncRawIntegrations

        return AsyncRawIntegrations(self)

    @property
    def inventories(self) -> AsyncRawInventories:
        """The articles a business keeps stock of, by SKU."""
        from .inventories import AsyncRawInventories

        return AsyncRawInventories(self)

    @property
    def locations(self) -> AsyncRawLocations:
        """Places that hold stock, such as warehouses and shops."""
        from .locations import AsyncRawLocations

        return AsyncRawLocations(self)

    @property
    def logs(self) -> AsyncRawLogs:
        """A place for programs to write down what they received or sent."""
        from .logs import AsyncRawLogs

        return AsyncRawLogs(self)

    @property
    def orders(self) -> AsyncRawOrders:
        """The orders that came in through the channels, with their fulfillments and refunds."""
        from .orders import AsyncRawOrders

        return AsyncRawOrders(self)

    @property
    def plays(self) -> AsyncRawPlays:
        """Sequences of steps that run as one."""
        from .plays import AsyncRawPlays

        return AsyncRawPlays(self)

    @property
    def products(self) -> AsyncRawProducts:
        """What a business sells, each with one or more variants."""
        from .products import AsyncRawProducts

        return AsyncRawProducts(self)

    @property
    def recipes(self) -> AsyncRawRecipes:
        """Rules of the form: when this has happened, start that action."""
        from .recipes import AsyncRawRecipes

        return AsyncRawRecipes(self)

    @property
    def schedules(self) -> AsyncRawSchedules:
        """Times at which recipes are set off."""
        from .schedules import AsyncRawSchedules

        return AsyncRawSchedules(self)

    @property
    def sessions(self) -> AsyncRawSessions:
        """Who a token belongs to."""
        from .sessions import AsyncRawSessions

        return AsyncRawSessions(self)

    @property
    def steps(self) -> AsyncRawSteps:
        """The building blocks of plays."""
        from .steps import AsyncRawSteps

        return AsyncRawSteps(self)

    @property
    def subscriptions(self) -> AsyncRawSubscriptions:
        """What a business has booked, its rate limits included."""
        from .subscriptions import AsyncRawSubscriptions

        return AsyncRawSubscriptions(self)

    @property
    def suppliers(self) -> AsyncRawSuppliers:
        """Where the product data, the stock and the programs of a business come from."""
        from .suppliers import AsyncRawSuppliers

        return AsyncRawSuppliers(self)

    @property
    def users(self) -> AsyncRawUsers:
        """People with a login."""
        from .users import AsyncRawUsers

        return AsyncRawUsers(self)

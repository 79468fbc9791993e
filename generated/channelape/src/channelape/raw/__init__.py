"""Clients whose methods return a `RawResponse`, with the same resources and arguments."""

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
    """Returned by `with_raw_response` of ChannelApe."""

    @property
    def actions(self) -> RawActions:
        """An action represents work that an integration is currently doing, such as pulling products from a supplier or
        pushing quantities to a channel. The integration sends health checks while the action is running and reports
        the
        result at the end.
        """
        from .actions import RawActions

        return RawActions(self)

    @property
    def analytics(self) -> RawAnalytics:
        """Reports that can be embedded in your own pages."""
        from .analytics import RawAnalytics

        return RawAnalytics(self)

    @property
    def batches(self) -> RawBatches:
        """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
        which
        they are received. Batches running in parallel use at most a quarter of the account's rate limit.
        """
        from .batches import RawBatches

        return RawBatches(self)

    @property
    def businesses(self) -> RawBusinesses:
        """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""
        from .businesses import RawBusinesses

        return RawBusinesses(self)

    @property
    def channels(self) -> RawChannels:
        """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
        them.
        """
        from .channels import RawChannels

        return RawChannels(self)

    @property
    def file_previews(self) -> RawFilePreviews:
        """Preview a product data file before using it."""
        from .file_previews import RawFilePreviews

        return RawFilePreviews(self)

    @property
    def integrations(self) -> RawIntegrations:
        """The types of channels, suppliers, steps and plays that can be connected."""
        from .integrations import RawIntegrations

        return RawIntegrations(self)

    @property
    def inventories(self) -> RawInventories:
        """The items a business keeps in stock, identified by SKU."""
        from .inventories import RawInventories

        return RawInventories(self)

    @property
    def locations(self) -> RawLocations:
        """Places that hold stock, such as warehouses and stores."""
        from .locations import RawLocations

        return RawLocations(self)

    @property
    def logs(self) -> RawLogs:
        """Store payloads that your programs received or sent."""
        from .logs import RawLogs

        return RawLogs(self)

    @property
    def orders(self) -> RawOrders:
        """Orders placed on channels, with their fulfillments and refunds."""
        from .orders import RawOrders

        return RawOrders(self)

    @property
    def plays(self) -> RawPlays:
        """Sequences of steps that run as a unit."""
        from .plays import RawPlays

        return RawPlays(self)

    @property
    def products(self) -> RawProducts:
        """The products of a business. Each has one or more variants."""
        from .products import RawProducts

        return RawProducts(self)

    @property
    def recipes(self) -> RawRecipes:
        """Rules that start an action when an event occurs."""
        from .recipes import RawRecipes

        return RawRecipes(self)

    @property
    def schedules(self) -> RawSchedules:
        """Times at which recipes are triggered."""
        from .schedules import RawSchedules

        return RawSchedules(self)

    @property
    def sessions(self) -> RawSessions:
        """Identify the user or API account that a token belongs to."""
        from .sessions import RawSessions

        return RawSessions(self)

    @property
    def steps(self) -> RawSteps:
        """The building blocks of plays."""
        from .steps import RawSteps

        return RawSteps(self)

    @property
    def subscriptions(self) -> RawSubscriptions:
        """The subscription of a business, including its rate limits."""
        from .subscriptions import RawSubscriptions

        return RawSubscriptions(self)

    @property
    def suppliers(self) -> RawSuppliers:
        """The sources of a business's product data, stock and integrations."""
        from .suppliers import RawSuppliers

        return RawSuppliers(self)

    @property
    def users(self) -> RawUsers:
        """People who can sign in."""
        from .users import RawUsers

        return RawUsers(self)


class AsyncRawChannelApe(AsyncRawClient):
    """Returned by `with_raw_response` of AsyncChannelApe."""

    @property
    def actions(self) -> AsyncRawActions:
        """An action represents work that an integration is currently doing, such as pulling products from a supplier or
        pushing quantities to a channel. The integration sends health checks while the action is running and reports
        the
        result at the end.
        """
        from .actions import AsyncRawActions

        return AsyncRawActions(self)

    @property
    def analytics(self) -> AsyncRawAnalytics:
        """Reports that can be embedded in your own pages."""
        from .analytics import AsyncRawAnalytics

        return AsyncRawAnalytics(self)

    @property
    def batches(self) -> AsyncRawBatches:
        """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
        which
        they are received. Batches running in parallel use at most a quarter of the account's rate limit.
        """
        from .batches import AsyncRawBatches

        return AsyncRawBatches(self)

    @property
    def businesses(self) -> AsyncRawBusinesses:
        """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""
        from .businesses import AsyncRawBusinesses

        return AsyncRawBusinesses(self)

    @property
    def channels(self) -> AsyncRawChannels:
        """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
        them.
        """
        from .channels import AsyncRawChannels

        return AsyncRawChannels(self)

    @property
    def file_previews(self) -> AsyncRawFilePreviews:
        """Preview a product data file before using it."""
        from .file_previews import AsyncRawFilePreviews

        return AsyncRawFilePreviews(self)

    @property
    def integrations(self) -> AsyncRawIntegrations:
        """The types of channels, suppliers, steps and plays that can be connected."""
        from .integrations import AsyncRawIntegrations

        return AsyncRawIntegrations(self)

    @property
    def inventories(self) -> AsyncRawInventories:
        """The items a business keeps in stock, identified by SKU."""
        from .inventories import AsyncRawInventories

        return AsyncRawInventories(self)

    @property
    def locations(self) -> AsyncRawLocations:
        """Places that hold stock, such as warehouses and stores."""
        from .locations import AsyncRawLocations

        return AsyncRawLocations(self)

    @property
    def logs(self) -> AsyncRawLogs:
        """Store payloads that your programs received or sent."""
        from .logs import AsyncRawLogs

        return AsyncRawLogs(self)

    @property
    def orders(self) -> AsyncRawOrders:
        """Orders placed on channels, with their fulfillments and refunds."""
        from .orders import AsyncRawOrders

        return AsyncRawOrders(self)

    @property
    def plays(self) -> AsyncRawPlays:
        """Sequences of steps that run as a unit."""
        from .plays import AsyncRawPlays

        return AsyncRawPlays(self)

    @property
    def products(self) -> AsyncRawProducts:
        """The products of a business. Each has one or more variants."""
        from .products import AsyncRawProducts

        return AsyncRawProducts(self)

    @property
    def recipes(self) -> AsyncRawRecipes:
        """Rules that start an action when an event occurs."""
        from .recipes import AsyncRawRecipes

        return AsyncRawRecipes(self)

    @property
    def schedules(self) -> AsyncRawSchedules:
        """Times at which recipes are triggered."""
        from .schedules import AsyncRawSchedules

        return AsyncRawSchedules(self)

    @property
    def sessions(self) -> AsyncRawSessions:
        """Identify the user or API account that a token belongs to."""
        from .sessions import AsyncRawSessions

        return AsyncRawSessions(self)

    @property
    def steps(self) -> AsyncRawSteps:
        """The building blocks of plays."""
        from .steps import AsyncRawSteps

        return AsyncRawSteps(self)

    @property
    def subscriptions(self) -> AsyncRawSubscriptions:
        """The subscription of a business, including its rate limits."""
        from .subscriptions import AsyncRawSubscriptions

        return AsyncRawSubscriptions(self)

    @property
    def suppliers(self) -> AsyncRawSuppliers:
        """The sources of a business's product data, stock and integrations."""
        from .suppliers import AsyncRawSuppliers

        return AsyncRawSuppliers(self)

    @property
    def users(self) -> AsyncRawUsers:
        """People who can sign in."""
        from .users import AsyncRawUsers

        return AsyncRawUsers(self)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import orders as endpoints
from .orders_activities import AsyncRawOrdersActivities, RawOrdersActivities

__all__ = ["AsyncRawOrders", "RawOrders"]


class RawOrders(raw.RawResource):
    """Orders placed on channels, with their fulfillments and refunds."""

    def __init__(self, client: raw.RawClient) -> None:
        self.activities = RawOrdersActivities(client)
        self.create = raw.sending(client, endpoints.create)
        self.delete = raw.sending(client, endpoints.delete)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.list_by_business = raw.sending(client, endpoints.list_by_business)
        self.list_by_channel_order_id = raw.sending(client, endpoints.list_by_channel_order_id)
        self.list_by_purchase_order_number = raw.sending(client, endpoints.list_by_purchase_order_number)
        self.patch = raw.sending(client, endpoints.patch)
        self.summary = raw.sending(client, endpoints.summary)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawOrders(raw.RawResource):
    """Orders placed on channels, with their fulfillments and refunds."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.activities = AsyncRawOrdersActivities(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.delete = raw.async_sending(client, endpoints.delete)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.list_by_business = raw.async_sending(client, endpoints.list_by_business)
        self.list_by_channel_order_id = raw.async_sending(client, endpoints.list_by_channel_order_id)
        self.list_by_purchase_order_number = raw.async_sending(client, endpoints.list_by_purchase_order_number)
        self.patch = raw.async_sending(client, endpoints.patch)
        self.summary = raw.async_sending(client, endpoints.summary)
        self.update = raw.async_sending(client, endpoints.update)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import orders as endpoints
from .orders_activities import AsyncRawOrdersActivities, RawOrdersActivities

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawOrders", "RawOrders"]


class RawOrders:
    """The orders that came in through the channels, with their fulfillments and refunds."""

    def __init__(self, client: raw.RawClient) -> None:
        self.activities = RawOrdersActivities(client)
        self.create = sending(client, endpoints.create)
        self.delete = sending(client, endpoints.delete)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.list_by_business = sending(client, endpoints.list_by_business)
        self.list_by_channel_order_id = sending(client, endpoints.list_by_channel_order_id)
        self.list_by_purchase_order_number = sending(client, endpoints.list_by_purchase_order_number)
        self.patch = sending(client, endpoints.patch)
        self.summary = sending(client, endpoints.summary)
        self.update = sending(client, endpoints.update)


class AsyncRawOrders:
    """The orders that came in through the channels, with their fulfillments and refunds."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.activities = AsyncRawOrdersActivities(client)
        self.create = async_sending(client, endpoints.create)
        self.delete = async_sending(client, endpoints.delete)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.list_by_business = async_sending(client, endpoints.list_by_business)
        self.list_by_channel_order_id = async_sending(client, endpoints.list_by_channel_order_id)
        self.list_by_purchase_order_number = async_sending(client, endpoints.list_by_purchase_order_number)
        self.patch = async_sending(client, endpoints.patch)
        self.summary = async_sending(client, endpoints.summary)
        self.update = async_sending(client, endpoints.update)

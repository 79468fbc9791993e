"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import inventories_quantities as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawInventoriesQuantities", "RawInventoriesQuantities"]


class RawInventoriesQuantities:
    """How many units of an article stand at a location, and in which state."""

    def __init__(self, client: raw.RawClient) -> None:
        self.adjust = sending(client, endpoints.adjust)
        self.adjust_by_sku = sending(client, endpoints.adjust_by_sku)
        self.get = sending(client, endpoints.get)
        self.set = sending(client, endpoints.set)
        self.set_by_sku = sending(client, endpoints.set_by_sku)


class AsyncRawInventoriesQuantities:
    """How many units of an article stand at a location, and in which state."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.adjust = async_sending(client, endpoints.adjust)
        self.adjust_by_sku = async_sending(client, endpoints.adjust_by_sku)
        self.get = async_sending(client, endpoints.get)
        self.set = async_sending(client, endpoints.set)
        self.set_by_sku = async_sending(client, endpoints.set_by_sku)

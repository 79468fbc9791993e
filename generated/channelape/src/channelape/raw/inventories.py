"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import inventories as endpoints
from .inventories_quantities import AsyncRawInventoriesQuantities, RawInventoriesQuantities

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawInventories", "RawInventories"]


class RawInventories:
    """The articles a business keeps stock of, by SKU."""

    def __init__(self, client: raw.RawClient) -> None:
        self.quantities = RawInventoriesQuantities(client)
        self.create = sending(client, endpoints.create)
        self.find = sending(client, endpoints.find)
        self.get = sending(client, endpoints.get)
        self.update = sending(client, endpoints.update)


class AsyncRawInventories:
    """The articles a business keeps stock of, by SKU."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.quantities = AsyncRawInventoriesQuantities(client)
        self.create = async_sending(client, endpoints.create)
        self.find = async_sending(client, endpoints.find)
        self.get = async_sending(client, endpoints.get)
        self.update = async_sending(client, endpoints.update)

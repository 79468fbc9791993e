"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import inventories as endpoints
from .inventories_quantities import AsyncRawInventoriesQuantities, RawInventoriesQuantities

__all__ = ["AsyncRawInventories", "RawInventories"]


class RawInventories(raw.RawResource):
    """The items a business keeps in stock, identified by SKU."""

    def __init__(self, client: raw.RawClient) -> None:
        self.quantities = RawInventoriesQuantities(client)
        self.create = raw.sending(client, endpoints.create)
        self.find = raw.sending(client, endpoints.find)
        self.get = raw.sending(client, endpoints.get)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawInventories(raw.RawResource):
    """The items a business keeps in stock, identified by SKU."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.quantities = AsyncRawInventoriesQuantities(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.find = raw.async_sending(client, endpoints.find)
        self.get = raw.async_sending(client, endpoints.get)
        self.update = raw.async_sending(client, endpoints.update)

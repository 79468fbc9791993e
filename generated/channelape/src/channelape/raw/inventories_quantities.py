"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import inventories_quantities as endpoints

__all__ = ["AsyncRawInventoriesQuantities", "RawInventoriesQuantities"]


class RawInventoriesQuantities(raw.RawResource):
    """The quantity of an inventory item at a location, by inventory status."""

    def __init__(self, client: raw.RawClient) -> None:
        self.adjust = raw.sending(client, endpoints.adjust)
        self.adjust_by_sku = raw.sending(client, endpoints.adjust_by_sku)
        self.get = raw.sending(client, endpoints.get)
        self.set = raw.sending(client, endpoints.set)
        self.set_by_sku = raw.sending(client, endpoints.set_by_sku)


class AsyncRawInventoriesQuantities(raw.RawResource):
    """The quantity of an inventory item at a location, by inventory status."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.adjust = raw.async_sending(client, endpoints.adjust)
        self.adjust_by_sku = raw.async_sending(client, endpoints.adjust_by_sku)
        self.get = raw.async_sending(client, endpoints.get)
        self.set = raw.async_sending(client, endpoints.set)
        self.set_by_sku = raw.async_sending(client, endpoints.set_by_sku)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import products_variants as endpoints

__all__ = ["AsyncRawProductsVariants", "RawProductsVariants"]


class RawProductsVariants(raw.RawResource):
    """Variants of products. A variant has a SKU, a price and a quantity."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.search_by_filter = raw.sending(client, endpoints.search_by_filter)
        self.search_by_sku = raw.sending(client, endpoints.search_by_sku)
        self.search_by_tag = raw.sending(client, endpoints.search_by_tag)
        self.search_by_upc = raw.sending(client, endpoints.search_by_upc)
        self.search_by_vendor = raw.sending(client, endpoints.search_by_vendor)


class AsyncRawProductsVariants(raw.RawResource):
    """Variants of products. A variant has a SKU, a price and a quantity."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.search_by_filter = raw.async_sending(client, endpoints.search_by_filter)
        self.search_by_sku = raw.async_sending(client, endpoints.search_by_sku)
        self.search_by_tag = raw.async_sending(client, endpoints.search_by_tag)
        self.search_by_upc = raw.async_sending(client, endpoints.search_by_upc)
        self.search_by_vendor = raw.async_sending(client, endpoints.search_by_vendor)

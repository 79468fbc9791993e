"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import products_variants as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawProductsVariants", "RawProductsVariants"]


class RawProductsVariants:
    """The variants of products: what has a SKU, a price and a quantity."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.search_by_filter = sending(client, endpoints.search_by_filter)
        self.search_by_sku = sending(client, endpoints.search_by_sku)
        self.search_by_tag = sending(client, endpoints.search_by_tag)
        self.search_by_upc = sending(client, endpoints.search_by_upc)
        self.search_by_vendor = sending(client, endpoints.search_by_vendor)


class AsyncRawProductsVariants:
    """The variants of products: what has a SKU, a price and a quantity."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.search_by_filter = async_sending(client, endpoints.search_by_filter)
        self.search_by_sku = async_sending(client, endpoints.search_by_sku)
        self.search_by_tag = async_sending(client, endpoints.search_by_tag)
        self.search_by_upc = async_sending(client, endpoints.search_by_upc)
        self.search_by_vendor = async_sending(client, endpoints.search_by_vendor)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import products as endpoints
from .products_blocks import AsyncRawProductsBlocks, RawProductsBlocks
from .products_filters import AsyncRawProductsFilters, RawProductsFilters
from .products_modifiers import AsyncRawProductsModifiers, RawProductsModifiers
from .products_pushes import AsyncRawProductsPushes, RawProductsPushes
from .products_variants import AsyncRawProductsVariants, RawProductsVariants

__all__ = ["AsyncRawProducts", "RawProducts"]


class RawProducts(raw.RawResource):
    """The products of a business. Each has one or more variants."""

    def __init__(self, client: raw.RawClient) -> None:
        self.blocks = RawProductsBlocks(client)
        self.filters = RawProductsFilters(client)
        self.modifiers = RawProductsModifiers(client)
        self.pushes = RawProductsPushes(client)
        self.variants = RawProductsVariants(client)
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawProducts(raw.RawResource):
    """The products of a business. Each has one or more variants."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.blocks = AsyncRawProductsBlocks(client)
        self.filters = AsyncRawProductsFilters(client)
        self.modifiers = AsyncRawProductsModifiers(client)
        self.pushes = AsyncRawProductsPushes(client)
        self.variants = AsyncRawProductsVariants(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.update = raw.async_sending(client, endpoints.update)

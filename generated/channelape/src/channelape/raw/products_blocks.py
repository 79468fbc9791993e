"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import products_blocks as endpoints

__all__ = ["AsyncRawProductsBlocks", "RawProductsBlocks"]


class RawProductsBlocks(raw.RawResource):
    """Products that must not be published to a channel, selected by a product filter."""

    def __init__(self, client: raw.RawClient) -> None:
        self.delete = raw.sending(client, endpoints.delete)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.list_by_filter = raw.sending(client, endpoints.list_by_filter)
        self.put = raw.sending(client, endpoints.put)


class AsyncRawProductsBlocks(raw.RawResource):
    """Products that must not be published to a channel, selected by a product filter."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.delete = raw.async_sending(client, endpoints.delete)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.list_by_filter = raw.async_sending(client, endpoints.list_by_filter)
        self.put = raw.async_sending(client, endpoints.put)

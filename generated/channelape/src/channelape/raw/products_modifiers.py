"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import products_modifiers as endpoints

__all__ = ["AsyncRawProductsModifiers", "RawProductsModifiers"]


class RawProductsModifiers(raw.RawResource):
    """Rules that change a product value before it is sent to a channel."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.delete = raw.sending(client, endpoints.delete)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawProductsModifiers(raw.RawResource):
    """Rules that change a product value before it is sent to a channel."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.delete = raw.async_sending(client, endpoints.delete)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

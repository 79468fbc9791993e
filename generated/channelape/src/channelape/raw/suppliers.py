"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import suppliers as endpoints

__all__ = ["AsyncRawSuppliers", "RawSuppliers"]


class RawSuppliers(raw.RawResource):
    """Where the product data, the stock and the programs of a business come from."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawSuppliers(raw.RawResource):
    """Where the product data, the stock and the programs of a business come from."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import businesses_api_accounts as endpoints

__all__ = ["AsyncRawBusinessesApiAccounts", "RawBusinessesApiAccounts"]


class RawBusinessesApiAccounts(raw.RawResource):
    """API keys for programs that act on behalf of a business."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.delete = raw.sending(client, endpoints.delete)
        self.find = raw.sending(client, endpoints.find)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawBusinessesApiAccounts(raw.RawResource):
    """API keys for programs that act on behalf of a business."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.delete = raw.async_sending(client, endpoints.delete)
        self.find = raw.async_sending(client, endpoints.find)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)

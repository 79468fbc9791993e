"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import businesses as endpoints
from .businesses_api_accounts import AsyncRawBusinessesApiAccounts, RawBusinessesApiAccounts
from .businesses_members import AsyncRawBusinessesMembers, RawBusinessesMembers

__all__ = ["AsyncRawBusinesses", "RawBusinesses"]


class RawBusinesses(raw.RawResource):
    """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""

    def __init__(self, client: raw.RawClient) -> None:
        self.api_accounts = RawBusinessesApiAccounts(client)
        self.members = RawBusinessesMembers(client)
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawBusinesses(raw.RawResource):
    """A business owns channels, suppliers, orders and inventory. A user can belong to several businesses."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.api_accounts = AsyncRawBusinessesApiAccounts(client)
        self.members = AsyncRawBusinessesMembers(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

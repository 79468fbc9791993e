"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import businesses as endpoints
from .businesses_api_accounts import AsyncRawBusinessesApiAccounts, RawBusinessesApiAccounts
from .businesses_members import AsyncRawBusinessesMembers, RawBusinessesMembers

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawBusinesses", "RawBusinesses"]


class RawBusinesses:
    """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""

    def __init__(self, client: raw.RawClient) -> None:
        self.api_accounts = RawBusinessesApiAccounts(client)
        self.members = RawBusinessesMembers(client)
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.update = sending(client, endpoints.update)


class AsyncRawBusinesses:
    """A business owns everything else: channels, suppliers, orders, inventory. A user can belong to several."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.api_accounts = AsyncRawBusinessesApiAccounts(client)
        self.members = AsyncRawBusinessesMembers(client)
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.update = async_sending(client, endpoints.update)

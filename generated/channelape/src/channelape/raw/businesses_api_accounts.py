"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import businesses_api_accounts as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawBusinessesApiAccounts", "RawBusinessesApiAccounts"]


class RawBusinessesApiAccounts:
    """Keys for programs that act for a business."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.delete = sending(client, endpoints.delete)
        self.find = sending(client, endpoints.find)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)


class AsyncRawBusinessesApiAccounts:
    """Keys for programs that act for a business."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.delete = async_sending(client, endpoints.delete)
        self.find = async_sending(client, endpoints.find)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)

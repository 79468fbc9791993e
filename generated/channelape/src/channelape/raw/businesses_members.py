"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import businesses_members as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawBusinessesMembers", "RawBusinessesMembers"]


class RawBusinessesMembers:
    """The users that belong to a business."""

    def __init__(self, client: raw.RawClient) -> None:
        self.add = sending(client, endpoints.add)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.remove = sending(client, endpoints.remove)
        self.verify = sending(client, endpoints.verify)


class AsyncRawBusinessesMembers:
    """The users that belong to a business."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.add = async_sending(client, endpoints.add)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.remove = async_sending(client, endpoints.remove)
        self.verify = async_sending(client, endpoints.verify)

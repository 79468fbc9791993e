"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import locations as endpoints
from .locations_closures import AsyncRawLocationsClosures, RawLocationsClosures
from .locations_sla import AsyncRawLocationsSla, RawLocationsSla

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawLocations", "RawLocations"]


class RawLocations:
    """Places that hold stock, such as warehouses and shops."""

    def __init__(self, client: raw.RawClient) -> None:
        self.closures = RawLocationsClosures(client)
        self.sla = RawLocationsSla(client)
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.update = sending(client, endpoints.update)


class AsyncRawLocations:
    """Places that hold stock, such as warehouses and shops."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.closures = AsyncRawLocationsClosures(client)
        self.sla = AsyncRawLocationsSla(client)
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.update = async_sending(client, endpoints.update)

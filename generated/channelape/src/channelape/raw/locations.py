"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import locations as endpoints
from .locations_closures import AsyncRawLocationsClosures, RawLocationsClosures
from .locations_sla import AsyncRawLocationsSla, RawLocationsSla

__all__ = ["AsyncRawLocations", "RawLocations"]


class RawLocations(raw.RawResource):
    """Places that hold stock, such as warehouses and stores."""

    def __init__(self, client: raw.RawClient) -> None:
        self.closures = RawLocationsClosures(client)
        self.sla = RawLocationsSla(client)
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawLocations(raw.RawResource):
    """Places that hold stock, such as warehouses and stores."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.closures = AsyncRawLocationsClosures(client)
        self.sla = AsyncRawLocationsSla(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import locations_closures as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawLocationsClosures", "RawLocationsClosures"]


class RawLocationsClosures:
    """The days on which a location is closed."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = sending(client, endpoints.get)
        self.update = sending(client, endpoints.update)


class AsyncRawLocationsClosures:
    """The days on which a location is closed."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = async_sending(client, endpoints.get)
        self.update = async_sending(client, endpoints.update)

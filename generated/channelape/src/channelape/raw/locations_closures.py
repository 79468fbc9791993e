"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import locations_closures as endpoints

__all__ = ["AsyncRawLocationsClosures", "RawLocationsClosures"]


class RawLocationsClosures(raw.RawResource):
    """Days on which a location is closed."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawLocationsClosures(raw.RawResource):
    """Days on which a location is closed."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)
        self.update = raw.async_sending(client, endpoints.update)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import locations_sla as endpoints

__all__ = ["AsyncRawLocationsSla", "RawLocationsSla"]


class RawLocationsSla(raw.RawResource):
    """Fulfillment times and opening hours of a location."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawLocationsSla(raw.RawResource):
    """Fulfillment times and opening hours of a location."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)
        self.update = raw.async_sending(client, endpoints.update)

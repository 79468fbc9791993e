"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import integrations as endpoints

__all__ = ["AsyncRawIntegrations", "RawIntegrations"]


class RawIntegrations(raw.RawResource):
    """The types of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawIntegrations(raw.RawResource):
    """The types of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)

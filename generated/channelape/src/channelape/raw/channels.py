"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import channels as endpoints
from .channels_actions import AsyncRawChannelsActions, RawChannelsActions

__all__ = ["AsyncRawChannels", "RawChannels"]


class RawChannels(raw.RawResource):
    """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
    them.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.actions = RawChannelsActions(client)
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawChannels(raw.RawResource):
    """The shops and marketplaces a business sells on. Orders are placed on channels, and products are published to
    them.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.actions = AsyncRawChannelsActions(client)
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

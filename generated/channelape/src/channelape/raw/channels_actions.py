"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import channels_actions as endpoints

__all__ = ["AsyncRawChannelsActions", "RawChannelsActions"]


class RawChannelsActions(raw.RawResource):
    """Actions of a channel that are started manually."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawChannelsActions(raw.RawResource):
    """Actions of a channel that are started manually."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import channels_actions as endpoints

__all__ = ["AsyncRawChannelsActions", "RawChannelsActions"]


class RawChannelsActions(raw.RawResource):
    """Actions of a channel, started by hand."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawChannelsActions(raw.RawResource):
    """Actions of a channel, started by hand."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

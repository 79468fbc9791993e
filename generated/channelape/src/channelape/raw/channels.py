"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import channels as endpoints
from .channels_actions import AsyncRawChannelsActions, RawChannelsActions

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawChannels", "RawChannels"]


class RawChannels:
    """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""

    def __init__(self, client: raw.RawClient) -> None:
        self.actions = RawChannelsActions(client)
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.update = sending(client, endpoints.update)


class AsyncRawChannels:
    """Where a business sells, such as a shop or a marketplace. Channels bring orders and show products."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.actions = AsyncRawChannelsActions(client)
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.update = async_sending(client, endpoints.update)

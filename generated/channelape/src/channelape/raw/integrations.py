"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import integrations as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawIntegrations", "RawIntegrations"]


class RawIntegrations:
    """The kinds of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)


class AsyncRawIntegrations:
    """The kinds of channels, suppliers, steps and plays that can be connected."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import actions as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawActions", "RawActions"]


class RawActions:
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.complete = sending(client, endpoints.complete)
        self.error = sending(client, endpoints.error)
        self.get = sending(client, endpoints.get)
        self.health_check = sending(client, endpoints.health_check)
        self.list = sending(client, endpoints.list)


class AsyncRawActions:
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.complete = async_sending(client, endpoints.complete)
        self.error = async_sending(client, endpoints.error)
        self.get = async_sending(client, endpoints.get)
        self.health_check = async_sending(client, endpoints.health_check)
        self.list = async_sending(client, endpoints.list)

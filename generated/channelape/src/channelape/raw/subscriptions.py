"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import subscriptions as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawSubscriptions", "RawSubscriptions"]


class RawSubscriptions:
    """What a business has booked, its rate limits included."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = sending(client, endpoints.get)


class AsyncRawSubscriptions:
    """What a business has booked, its rate limits included."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = async_sending(client, endpoints.get)

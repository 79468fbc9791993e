"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import sessions as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawSessions", "RawSessions"]


class RawSessions:
    """Who a token belongs to."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)


class AsyncRawSessions:
    """Who a token belongs to."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import schedules as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawSchedules", "RawSchedules"]


class RawSchedules:
    """Times at which recipes are set off."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)


class AsyncRawSchedules:
    """Times at which recipes are set off."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)

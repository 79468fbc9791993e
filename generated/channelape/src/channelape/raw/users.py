"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import users as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawUsers", "RawUsers"]


class RawUsers:
    """People with a login."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = sending(client, endpoints.get)


class AsyncRawUsers:
    """People with a login."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = async_sending(client, endpoints.get)

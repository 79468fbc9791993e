"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import products_pushes as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawProductsPushes", "RawProductsPushes"]


class RawProductsPushes:
    """What a channel shows, as an ordered list of filters with the modifiers that apply."""

    def __init__(self, client: raw.RawClient) -> None:
        self.append = sending(client, endpoints.append)
        self.delete = sending(client, endpoints.delete)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.put = sending(client, endpoints.put)


class AsyncRawProductsPushes:
    """What a channel shows, as an ordered list of filters with the modifiers that apply."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.append = async_sending(client, endpoints.append)
        self.delete = async_sending(client, endpoints.delete)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.put = async_sending(client, endpoints.put)

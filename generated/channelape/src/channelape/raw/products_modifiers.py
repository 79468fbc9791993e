"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import products_modifiers as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawProductsModifiers", "RawProductsModifiers"]


class RawProductsModifiers:
    """Rules that change a value of products on their way to a channel."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.delete = sending(client, endpoints.delete)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.update = sending(client, endpoints.update)


class AsyncRawProductsModifiers:
    """Rules that change a value of products on their way to a channel."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.delete = async_sending(client, endpoints.delete)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.update = async_sending(client, endpoints.update)

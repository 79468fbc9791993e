"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import products_blocks as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawProductsBlocks", "RawProductsBlocks"]


class RawProductsBlocks:
    """Products that a channel must not show, chosen by a product filter."""

    def __init__(self, client: raw.RawClient) -> None:
        self.delete = sending(client, endpoints.delete)
        self.get = sending(client, endpoints.get)
        self.list = sending(client, endpoints.list)
        self.list_by_filter = sending(client, endpoints.list_by_filter)
        self.put = sending(client, endpoints.put)


class AsyncRawProductsBlocks:
    """Products that a channel must not show, chosen by a product filter."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.delete = async_sending(client, endpoints.delete)
        self.get = async_sending(client, endpoints.get)
        self.list = async_sending(client, endpoints.list)
        self.list_by_filter = async_sending(client, endpoints.list_by_filter)
        self.put = async_sending(client, endpoints.put)

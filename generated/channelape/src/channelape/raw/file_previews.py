"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import file_previews as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawFilePreviews", "RawFilePreviews"]


class RawFilePreviews:
    """A look into a file of product data before it is used."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)


class AsyncRawFilePreviews:
    """A look into a file of product data before it is used."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import file_previews as endpoints

__all__ = ["AsyncRawFilePreviews", "RawFilePreviews"]


class RawFilePreviews(raw.RawResource):
    """A look into a file of product data before it is used."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawFilePreviews(raw.RawResource):
    """A look into a file of product data before it is used."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import file_previews as endpoints

__all__ = ["AsyncRawFilePreviews", "RawFilePreviews"]


class RawFilePreviews(raw.RawResource):
    """Preview a product data file before using it."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawFilePreviews(raw.RawResource):
    """Preview a product data file before using it."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

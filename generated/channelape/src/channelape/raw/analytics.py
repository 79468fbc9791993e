"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import analytics as endpoints

__all__ = ["AsyncRawAnalytics", "RawAnalytics"]


class RawAnalytics(raw.RawResource):
    """Reports that can be embedded in your own pages."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create_embed = raw.sending(client, endpoints.create_embed)
        self.create_token = raw.sending(client, endpoints.create_token)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawAnalytics(raw.RawResource):
    """Reports that can be embedded in your own pages."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create_embed = raw.async_sending(client, endpoints.create_embed)
        self.create_token = raw.async_sending(client, endpoints.create_token)
        self.list = raw.async_sending(client, endpoints.list)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import subscriptions as endpoints

__all__ = ["AsyncRawSubscriptions", "RawSubscriptions"]


class RawSubscriptions(raw.RawResource):
    """The subscription of a business, including its rate limits."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)


class AsyncRawSubscriptions(raw.RawResource):
    """The subscription of a business, including its rate limits."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import subscriptions as endpoints

__all__ = ["AsyncRawSubscriptions", "RawSubscriptions"]


class RawSubscriptions(raw.RawResource):
    """What a business has booked, its rate limits included."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)


class AsyncRawSubscriptions(raw.RawResource):
    """What a business has booked, its rate limits included."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)

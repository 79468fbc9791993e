"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import orders_activities as endpoints

__all__ = ["AsyncRawOrdersActivities", "RawOrdersActivities"]


class RawOrdersActivities(raw.RawResource):
    """The history of an order, as reported by programs."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawOrdersActivities(raw.RawResource):
    """The history of an order, as reported by programs."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

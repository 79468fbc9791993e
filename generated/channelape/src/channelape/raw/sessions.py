"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import sessions as endpoints

__all__ = ["AsyncRawSessions", "RawSessions"]


class RawSessions(raw.RawResource):
    """Identify the user or API account that a token belongs to."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)


class AsyncRawSessions(raw.RawResource):
    """Identify the user or API account that a token belongs to."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)

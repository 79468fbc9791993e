"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import logs as endpoints

__all__ = ["AsyncRawLogs", "RawLogs"]


class RawLogs(raw.RawResource):
    """Store payloads that your programs received or sent."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawLogs(raw.RawResource):
    """Store payloads that your programs received or sent."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

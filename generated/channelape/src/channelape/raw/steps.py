"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import steps as endpoints

__all__ = ["AsyncRawSteps", "RawSteps"]


class RawSteps(raw.RawResource):
    """The building blocks of plays."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.update = raw.sending(client, endpoints.update)


class AsyncRawSteps(raw.RawResource):
    """The building blocks of plays."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.update = raw.async_sending(client, endpoints.update)

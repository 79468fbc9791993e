"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import tasks as endpoints

__all__ = ["AsyncRawTasks", "RawTasks"]


class RawTasks(raw.RawResource):
    """What is to be done."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.delete = raw.sending(client, endpoints.delete)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawTasks(raw.RawResource):
    """What is to be done."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.delete = raw.async_sending(client, endpoints.delete)
        self.list = raw.async_sending(client, endpoints.list)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import logs as endpoints

__all__ = ["AsyncRawLogs", "RawLogs"]


class RawLogs(raw.RawResource):
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)


class AsyncRawLogs(raw.RawResource):
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)

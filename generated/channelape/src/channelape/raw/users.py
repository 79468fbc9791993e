"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import users as endpoints

__all__ = ["AsyncRawUsers", "RawUsers"]


class RawUsers(raw.RawResource):
    """People who can sign in."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get = raw.sending(client, endpoints.get)


class AsyncRawUsers(raw.RawResource):
    """People who can sign in."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get = raw.async_sending(client, endpoints.get)

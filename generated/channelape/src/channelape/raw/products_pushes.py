"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import products_pushes as endpoints

__all__ = ["AsyncRawProductsPushes", "RawProductsPushes"]


class RawProductsPushes(raw.RawResource):
    """The products published to a channel, defined by an ordered list of filters and their modifiers."""

    def __init__(self, client: raw.RawClient) -> None:
        self.append = raw.sending(client, endpoints.append)
        self.delete = raw.sending(client, endpoints.delete)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.put = raw.sending(client, endpoints.put)


class AsyncRawProductsPushes(raw.RawResource):
    """The products published to a channel, defined by an ordered list of filters and their modifiers."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.append = raw.async_sending(client, endpoints.append)
        self.delete = raw.async_sending(client, endpoints.delete)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.put = raw.async_sending(client, endpoints.put)

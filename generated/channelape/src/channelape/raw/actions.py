"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import actions as endpoints

__all__ = ["AsyncRawActions", "RawActions"]


class RawActions(raw.RawResource):
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.complete = raw.sending(client, endpoints.complete)
        self.error = raw.sending(client, endpoints.error)
        self.get = raw.sending(client, endpoints.get)
        self.health_check = raw.sending(client, endpoints.health_check)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawActions(raw.RawResource):
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.complete = raw.async_sending(client, endpoints.complete)
        self.error = raw.async_sending(client, endpoints.error)
        self.get = raw.async_sending(client, endpoints.get)
        self.health_check = raw.async_sending(client, endpoints.health_check)
        self.list = raw.async_sending(client, endpoints.list)

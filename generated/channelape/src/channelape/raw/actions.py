"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import actions as endpoints

__all__ = ["AsyncRawActions", "RawActions"]


class RawActions(raw.RawResource):
    """An action represents work that an integration is currently doing, such as pulling products from a supplier or
    pushing quantities to a channel. The integration sends health checks while the action is running and reports
    the
    result at the end.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.complete = raw.sending(client, endpoints.complete)
        self.error = raw.sending(client, endpoints.error)
        self.get = raw.sending(client, endpoints.get)
        self.health_check = raw.sending(client, endpoints.health_check)
        self.list = raw.sending(client, endpoints.list)


class AsyncRawActions(raw.RawResource):
    """An action represents work that an integration is currently doing, such as pulling products from a supplier or
    pushing quantities to a channel. The integration sends health checks while the action is running and reports
    the
    result at the end.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.complete = raw.async_sending(client, endpoints.complete)
        self.error = raw.async_sending(client, endpoints.error)
        self.get = raw.async_sending(client, endpoints.get)
        self.health_check = raw.async_sending(client, endpoints.health_check)
        self.list = raw.async_sending(client, endpoints.list)

"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import businesses_members as endpoints

__all__ = ["AsyncRawBusinessesMembers", "RawBusinessesMembers"]


class RawBusinessesMembers(raw.RawResource):
    """Users who belong to a business."""

    def __init__(self, client: raw.RawClient) -> None:
        self.add = raw.sending(client, endpoints.add)
        self.get = raw.sending(client, endpoints.get)
        self.list = raw.sending(client, endpoints.list)
        self.remove = raw.sending(client, endpoints.remove)
        self.verify = raw.sending(client, endpoints.verify)


class AsyncRawBusinessesMembers(raw.RawResource):
    """Users who belong to a business."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.add = raw.async_sending(client, endpoints.add)
        self.get = raw.async_sending(client, endpoints.get)
        self.list = raw.async_sending(client, endpoints.list)
        self.remove = raw.async_sending(client, endpoints.remove)
        self.verify = raw.async_sending(client, endpoints.verify)

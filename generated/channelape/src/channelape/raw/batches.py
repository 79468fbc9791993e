"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import batches as endpoints

__all__ = ["AsyncRawBatches", "RawBatches"]


class RawBatches(raw.RawResource):
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)


class AsyncRawBatches(raw.RawResource):
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)

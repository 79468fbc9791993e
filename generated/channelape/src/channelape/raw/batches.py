"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import batches as endpoints

__all__ = ["AsyncRawBatches", "RawBatches"]


class RawBatches(raw.RawResource):
    """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
    which
    they are received. Batches running in parallel use at most a quarter of the account's rate limit.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.create = raw.sending(client, endpoints.create)
        self.get = raw.sending(client, endpoints.get)


class AsyncRawBatches(raw.RawResource):
    """Change up to 4000 quantities in a single request. Batches are processed in the background, in the order in
    which
    they are received. Batches running in parallel use at most a quarter of the account's rate limit.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = raw.async_sending(client, endpoints.create)
        self.get = raw.async_sending(client, endpoints.get)

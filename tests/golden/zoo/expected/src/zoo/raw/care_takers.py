"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import care_takers as endpoints

__all__ = ["AsyncRawCareTakers", "RawCareTakers"]


class RawCareTakers(raw.RawResource):
    """Operations of `care_takers`."""

    def __init__(self, client: raw.RawClient) -> None:
        self.feed_animal = raw.sending(client, endpoints.feed_animal)


class AsyncRawCareTakers(raw.RawResource):
    """Operations of `care_takers`."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.feed_animal = raw.async_sending(client, endpoints.feed_animal)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import care_takers as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawCareTakers", "RawCareTakers"]


class RawCareTakers:
    """The operations of `care_takers`."""

    def __init__(self, client: raw.RawClient) -> None:
        self.feed_animal = sending(client, endpoints.feed_animal)


class AsyncRawCareTakers:
    """The operations of `care_takers`."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.feed_animal = async_sending(client, endpoints.feed_animal)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import batches as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawBatches", "RawBatches"]


class RawBatches:
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.get = sending(client, endpoints.get)


class AsyncRawBatches:
    """Thousands of changes of quantities in one request, worked off in the background, first come, first served.
    At most a quarter of the account's rate limit goes to batches that run side by side.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.get = async_sending(client, endpoints.get)

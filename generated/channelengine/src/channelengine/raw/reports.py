"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import reports as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawReports", "RawReports"]


class RawReports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and fetched when it is done. It is no delta and no replacement for the daily calls.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.generate = sending(client, endpoints.generate)
        self.list_available = sending(client, endpoints.list_available)
        self.retrieve = sending(client, endpoints.retrieve)
        self.status = sending(client, endpoints.status)


class AsyncRawReports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and fetched when it is done. It is no delta and no replacement for the daily calls.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.generate = async_sending(client, endpoints.generate)
        self.list_available = async_sending(client, endpoints.list_available)
        self.retrieve = async_sending(client, endpoints.retrieve)
        self.status = async_sending(client, endpoints.status)

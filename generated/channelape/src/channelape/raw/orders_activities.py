"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import orders_activities as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawOrdersActivities", "RawOrdersActivities"]


class RawOrdersActivities:
    """The history of an order, as far as programs report it."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)


class AsyncRawOrdersActivities:
    """The history of an order, as far as programs report it."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)

"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import tasks as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawTasks", "RawTasks"]


class RawTasks:
    """What is to be done."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)
        self.delete = sending(client, endpoints.delete)
        self.list = sending(client, endpoints.list)


class AsyncRawTasks:
    """What is to be done."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)
        self.delete = async_sending(client, endpoints.delete)
        self.list = async_sending(client, endpoints.list)

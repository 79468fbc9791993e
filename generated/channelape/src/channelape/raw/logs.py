"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import logs as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawLogs", "RawLogs"]


class RawLogs:
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create = sending(client, endpoints.create)


class AsyncRawLogs:
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create = async_sending(client, endpoints.create)

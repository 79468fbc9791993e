"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import analytics as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawAnalytics", "RawAnalytics"]


class RawAnalytics:
    """Reports that can be embedded in a page of your own."""

    def __init__(self, client: raw.RawClient) -> None:
        self.create_embed = sending(client, endpoints.create_embed)
        self.create_token = sending(client, endpoints.create_token)
        self.list = sending(client, endpoints.list)


class AsyncRawAnalytics:
    """Reports that can be embedded in a page of your own."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.create_embed = async_sending(client, endpoints.create_embed)
        self.create_token = async_sending(client, endpoints.create_token)
        self.list = async_sending(client, endpoints.list)

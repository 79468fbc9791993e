"""One resource with whole responses: status, headers and bytes beside what the plain method returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import async_sending, sending
from ..endpoints import animals as endpoints

if TYPE_CHECKING:
    from .._runtime import raw

__all__ = ["AsyncRawAnimals", "RawAnimals"]


class RawAnimals:
    """The operations of `animals`."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get_animals_by_class_and_1st = sending(client, endpoints.get_animals_by_class_and_1st)


class AsyncRawAnimals:
    """The operations of `animals`."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get_animals_by_class_and_1st = async_sending(client, endpoints.get_animals_by_class_and_1st)

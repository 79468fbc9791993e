"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import animals as endpoints

__all__ = ["AsyncRawAnimals", "RawAnimals"]


class RawAnimals(raw.RawResource):
    """Operations of `animals`."""

    def __init__(self, client: raw.RawClient) -> None:
        self.get_animals_by_class_and_1st = raw.sending(client, endpoints.get_animals_by_class_and_1st)


class AsyncRawAnimals(raw.RawResource):
    """Operations of `animals`."""

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.get_animals_by_class_and_1st = raw.async_sending(client, endpoints.get_animals_by_class_and_1st)

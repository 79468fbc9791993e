"""Clients whose methods return a `RawResponse`, with the same resources and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .animals import AsyncRawAnimals, RawAnimals
    from .care_takers import AsyncRawCareTakers, RawCareTakers

__all__ = ["AsyncRawZoo", "RawZoo"]


class RawZoo(RawClient):
    """Returned by `with_raw_response` of Zoo."""

    @property
    def animals(self) -> RawAnimals:
        """Operations of `animals`."""
        from .animals import RawAnimals

        return RawAnimals(self)

    @property
    def care_takers(self) -> RawCareTakers:
        """Operations of `care_takers`."""
        from .care_takers import RawCareTakers

        return RawCareTakers(self)


class AsyncRawZoo(AsyncRawClient):
    """Returned by `with_raw_response` of AsyncZoo."""

    @property
    def animals(self) -> AsyncRawAnimals:
        """Operations of `animals`."""
        from .animals import AsyncRawAnimals

        return AsyncRawAnimals(self)

    @property
    def care_takers(self) -> AsyncRawCareTakers:
        """Operations of `care_takers`."""
        from .care_takers import AsyncRawCareTakers

        return AsyncRawCareTakers(self)

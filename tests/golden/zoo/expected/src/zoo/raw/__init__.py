"""The clients with whole responses: the same resources and arguments, a `RawResponse` from each method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .animals import AsyncRawAnimals, RawAnimals
    from .care_takers import AsyncRawCareTakers, RawCareTakers

__all__ = ["AsyncRawZoo", "RawZoo"]


class RawZoo(RawClient):
    """What `with_raw_response` of Zoo gives."""

    @property
    def animals(self) -> RawAnimals:
        """The operations of `animals`."""
        from .animals import RawAnimals

        return RawAnimals(self)

    @property
    def care_takers(self) -> RawCareTakers:
        """The operations of `care_takers`."""
        from .care_takers import RawCareTakers

        return RawCareTakers(self)


class AsyncRawZoo(AsyncRawClient):
    """What `with_raw_response` of AsyncZoo gives."""

    @property
    def animals(self) -> AsyncRawAnimals:
        """The operations of `animals`."""
        from .animals import AsyncRawAnimals

        return AsyncRawAnimals(self)

    @property
    def care_takers(self) -> AsyncRawCareTakers:
        """The operations of `care_takers`."""
        from .care_takers import AsyncRawCareTakers

        return AsyncRawCareTakers(self)

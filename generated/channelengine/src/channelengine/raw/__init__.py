"""The clients with whole responses: the same resources and arguments, a `RawResponse` from each method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .reports import AsyncRawReports, RawReports

__all__ = ["AsyncRawChannelEngine", "RawChannelEngine"]


class RawChannelEngine(RawClient):
    """What `with_raw_response` of ChannelEngine gives."""

    @property
    def reports(self) -> RawReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and fetched when it is done. It is no delta and no replacement for the daily calls.
        """
        from .reports import RawReports

        return RawReports(self)


class AsyncRawChannelEngine(AsyncRawClient):
    """What `with_raw_response` of AsyncChannelEngine gives."""

    @property
    def reports(self) -> AsyncRawReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and fetched when it is done. It is no delta and no replacement for the daily calls.
        """
        from .reports import AsyncRawReports

        return AsyncRawReports(self)

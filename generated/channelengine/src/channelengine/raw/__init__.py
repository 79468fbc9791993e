"""Clients whose methods return a `RawResponse`, with the same resources and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.raw import AsyncRawClient, RawClient

if TYPE_CHECKING:
    from .reports import AsyncRawReports, RawReports

__all__ = ["AsyncRawChannelEngine", "RawChannelEngine"]


class RawChannelEngine(RawClient):
    """Returned by `with_raw_response` of ChannelEngine."""

    @property
    def reports(self) -> RawReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
        `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
        """
        from .reports import RawReports

        return RawReports(self)


class AsyncRawChannelEngine(AsyncRawClient):
    """Returned by `with_raw_response` of AsyncChannelEngine."""

    @property
    def reports(self) -> AsyncRawReports:
        """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
        background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
        `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
        """
        from .reports import AsyncRawReports

        return AsyncRawReports(self)

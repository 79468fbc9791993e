"""One resource whose methods return a `RawResponse`: status, headers and bytes beside the value."""

from __future__ import annotations

from .._runtime import raw
from ..endpoints import reports as endpoints

__all__ = ["AsyncRawReports", "RawReports"]


class RawReports(raw.RawResource):
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
    `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
    """

    def __init__(self, client: raw.RawClient) -> None:
        self.generate = raw.sending(client, endpoints.generate)
        self.list_available = raw.sending(client, endpoints.list_available)
        self.retrieve = raw.sending(client, endpoints.retrieve)
        self.status = raw.sending(client, endpoints.status)


class AsyncRawReports(raw.RawResource):
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
    `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
    """

    def __init__(self, client: raw.AsyncRawClient) -> None:
        self.generate = raw.async_sending(client, endpoints.generate)
        self.list_available = raw.async_sending(client, endpoints.list_available)
        self.retrieve = raw.async_sending(client, endpoints.retrieve)
        self.status = raw.async_sending(client, endpoints.status)

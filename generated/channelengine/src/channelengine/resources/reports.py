"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .. import models
from .._runtime.client import AsyncClient, SyncClient
from .._runtime.content import Content
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import reports as endpoints

__all__ = ["AsyncReports", "Reports"]


class Reports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and fetched when it is done. It is no delta and no replacement for the daily calls.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def generate(self) -> models.GenerateReportResponse:
        """Generate a report.

        Orders a new product feed report. The answer comes at once and holds the id of the report; the export
        itself is built in the background and takes longer the more products there are. The call takes neither
        parameters nor a body. Be sparing with it: once a night is the most the vendor recommends.

        `POST /v2/reports/feed`

        Returns:
            GenerateReportResponse: The report is ordered; `Content.ReportId` identifies it in all other calls.

        Raises:
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Generate a report". Another section says that future
            report types will be chosen with `reportType` here too; today the call has no parameters and its path
            stands for the product feed.
        """
        return self._client.send(endpoints.generate())

    def list_available(
        self,
        *,
        report_type: models.ReportType | str,
        created_from: datetime | str | NotGiven = NOT_GIVEN,
        created_to: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.AvailableReportsResponse:
        """List available reports.

        Names the reports that already exist for this channel, so that a recent one can be used again. Although
        the body counts its entries the way a page does, there is no parameter to ask for another page.

        `GET /v2/reports/channel/available`

        Args:
            report_type: The kind of report to look for.
            created_from: Leaves out reports created before this moment; the moment itself counts.
            created_to: Leaves out reports created after this moment; the moment itself counts.

        Returns:
            AvailableReportsResponse: The ids of the reports that match.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "List available reports"
        """
        return self._client.send(
            endpoints.list_available(report_type=report_type, created_from=created_from, created_to=created_to)
        )

    def retrieve(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
    ) -> Content:
        """Retrieve a report.

        Delivers the report itself. Call it only when the status is `DONE`; before that the body is **empty**.
        The body can be large: read it as a stream rather than into memory.

        `GET /v2/reports/{reportId}`

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.
            accept: The representation to ask for; any of them by default.

        Returns:
            Content: The report, as JSON, CSV, XML or bytes, or an empty body when the report is not done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Retrieve a report"
        """
        return self._client.send(endpoints.retrieve(report_id, accept=accept))

    def status(self, report_id: str) -> models.ReportStatusResponse:
        """Check the status of a report.

        Tells how far a report is. Ask no more than once in 60 seconds. An id that is wrong or has expired is
        not an HTTP error: the answer is a 200 whose status is `NOT_FOUND`.

        `GET /v2/reports/{reportId}/status`

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.

        Returns:
            ReportStatusResponse: The state of the report, and where it can be fetched once it is done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Check report status"
        """
        return self._client.send(endpoints.status(report_id))


class AsyncReports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and fetched when it is done. It is no delta and no replacement for the daily calls.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def generate(self) -> models.GenerateReportResponse:
        """Generate a report.

        Orders a new product feed report. The answer comes at once and holds the id of the report; the export
        itself is built in the background and takes longer the more products there are. The call takes neither
        parameters nor a body. Be sparing with it: once a night is the most the vendor recommends.

        `POST /v2/reports/feed`

        Returns:
            GenerateReportResponse: The report is ordered; `Content.ReportId` identifies it in all other calls.

        Raises:
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Generate a report". Another section says that future
            report types will be chosen with `reportType` here too; today the call has no parameters and its path
            stands for the product feed.
        """
        return await self._client.send(endpoints.generate())

    async def list_available(
        self,
        *,
        report_type: models.ReportType | str,
        created_from: datetime | str | NotGiven = NOT_GIVEN,
        created_to: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.AvailableReportsResponse:
        """List available reports.

        Names the reports that already exist for this channel, so that a recent one can be used again. Although
        the body counts its entries the way a page does, there is no parameter to ask for another page.

        `GET /v2/reports/channel/available`

        Args:
            report_type: The kind of report to look for.
            created_from: Leaves out reports created before this moment; the moment itself counts.
            created_to: Leaves out reports created after this moment; the moment itself counts.

        Returns:
            AvailableReportsResponse: The ids of the reports that match.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "List available reports"
        """
        return await self._client.send(
            endpoints.list_available(report_type=report_type, created_from=created_from, created_to=created_to)
        )

    async def retrieve(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
    ) -> Content:
        """Retrieve a report.

        Delivers the report itself. Call it only when the status is `DONE`; before that the body is **empty**.
        The body can be large: read it as a stream rather than into memory.

        `GET /v2/reports/{reportId}`

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.
            accept: The representation to ask for; any of them by default.

        Returns:
            Content: The report, as JSON, CSV, XML or bytes, or an empty body when the report is not done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Retrieve a report"
        """
        return await self._client.send(endpoints.retrieve(report_id, accept=accept))

    async def status(self, report_id: str) -> models.ReportStatusResponse:
        """Check the status of a report.

        Tells how far a report is. Ask no more than once in 60 seconds. An id that is wrong or has expired is
        not an HTTP error: the answer is a 200 whose status is `NOT_FOUND`.

        `GET /v2/reports/{reportId}/status`

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.

        Returns:
            ReportStatusResponse: The state of the report, and where it can be fetched once it is done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Check report status"
        """
        return await self._client.send(endpoints.status(report_id))

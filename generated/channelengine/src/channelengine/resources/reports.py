"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, Unpack, overload

from .. import jobs, models
from .._runtime.byte_stream import open_bytes, open_bytes_async
from .._runtime.download import download_body, download_body_async
from .._runtime.polling import begin_job, begin_job_async, resume_job, resume_job_async, run_job, run_job_async
from .._runtime.tables import Table, export_rows, export_rows_async
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import reports as endpoints

if TYPE_CHECKING:
    from .._runtime.byte_stream import AsyncByteStream, ByteStream
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.download import Download, PathTarget, Target
    from .._runtime.operation import CallOptions
    from .._runtime.polling import AsyncPoller, Poller
    from .._runtime.progress import OnProgress
    from .._runtime.tables import SavedTable

__all__ = ["AsyncReports", "Reports"]


class Reports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
    `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def generate(self, **options: Unpack[CallOptions]) -> models.GenerateReportResponse:
        """Generate a report.

        Order a new product feed report. The response is immediate and contains the ID of the report; the
        export is built in the background, which takes longer the more products there are. The operation has
        no parameters and no body. The vendor recommends ordering at most one report a night, in off-peak hours.

        `POST /v2/reports/feed`

        Returns:
            GenerateReportResponse: The report was ordered. `Content.ReportId` identifies it in all other operations.

        Raises:
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Generate a report". Another section says that future
            report types will also be selected with `reportType` here; currently the call has no parameters and its
            path denotes the product feed.
        """
        return self._client.send(endpoints.generate(**options))

    def list_available(
        self,
        *,
        report_type: models.ReportType | str,
        created_from: datetime | str | None | NotGiven = NOT_GIVEN,
        created_to: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.AvailableReportsResponse:
        """List available reports.

        Return the existing reports of this channel, so that a recent one can be reused. Although the body has
        page counts, there is no parameter to request another page.

        `GET /v2/reports/channel/available`

        Args:
            report_type: The type of reports to list. Only `PRODUCT_FEED` is documented.
            created_from: Only reports created at or after this time. An ISO 8601 date with a time.
            created_to: Only reports created at or before this time. An ISO 8601 date with a time.

        Returns:
            AvailableReportsResponse: The IDs of the matching reports.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "List available reports"
        """
        return self._client.send(
            endpoints.list_available(
                report_type=report_type, created_from=created_from, created_to=created_to, **options
            )
        )

    def retrieve(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Table[models.ReportRow]:
        """Retrieve a report.

        Download a report. Call this only when the status is `DONE`; before that the body is empty. The
        body can be large: stream it instead of reading it into memory.

        The vendor does not document the format of a report. That it can be JSON, CSV or XML, and which attributes its
        rows have, is inferred with low confidence: check the content type, and expect other columns.

        `GET /v2/reports/{reportId}`

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            accept: Media type to ask for; any of them by default.

        Returns:
            Table[ReportRow]: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.
            NotReadyError: The body is empty, because the result does not exist yet.

        Source:
            documented, high confidence: Channel API: reports, "Retrieve a report"
        """
        return self._client.send(endpoints.retrieve(report_id, accept=accept, **options))

    def status(self, report_id: str, **options: Unpack[CallOptions]) -> models.ReportStatusResponse:
        """Check the status of a report.

        Return the status of a report. Call it at most once every 60 seconds. An invalid or expired ID is not
        an HTTP error: the response is a 200 with the status `NOT_FOUND`.

        `GET /v2/reports/{reportId}/status`

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.

        Returns:
            ReportStatusResponse: The status of the report, and its URL once it is done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Check report status"
        """
        return self._client.send(endpoints.status(report_id, **options))

    @overload
    def export(
        self,
        target: None = None,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> Table[models.ReportRow]: ...

    @overload
    def export(
        self,
        target: PathTarget,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> SavedTable[models.ReportRow]: ...

    @overload
    def export(
        self,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> SavedTable[models.ReportRow] | Download: ...

    def export(
        self,
        target: Target | None = None,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> Table[models.ReportRow] | SavedTable[models.ReportRow] | Download:
        """Start a job, wait until it is done, and fetch its result.

        Calls `generate`, then `status` until the job is done, then `retrieve`. A job that fails is started again, at
        most 2 jobs in total.

        Args:
            target: A path, or a file opened for writing in binary mode; the body is written to it in constant memory.
                Without it the result is returned.
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.
            timeout: Seconds to wait for the job in total; None waits forever.
            on_progress: Called with every state, and with how much of the result has been received.
            resume: Remember the job, and what was received of its result, in files beside the path, and continue from
                there in the next call with this path: after an error, or when the process was ended.

        Returns:
            The result, or a Download where it is written to a target. It is a SavedTable if the target is a path.

        Raises:
            JobFailedError: The API reports that the job failed.
            JobGoneError: The API does not know the job, or no longer.
            PollingTimeoutError: The timeout has passed; waiting can be continued with the error's `token`.
        """
        return run_job(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(**options),
            target,
            reuse_within=reuse_within,
            interval=interval,
            timeout=timeout,
            on_progress=on_progress,
            accept=accept,
            resume=resume,
        )

    def export_rows(
        self,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> Iterator[models.ReportRow]:
        """Start a job, wait until it is done, and yield the rows of its result, whatever its format.

        Calls `export` with a temporary file and reads that in constant memory, from the first row on.

        Columns that are not documented are in `model_extra`.

        Args:
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.
            timeout: Seconds to wait for the job in total; None waits forever.
            on_progress: Called with every state, and with how much of the result has been received.

        Yields:
            The rows.

        Raises:
            DecodeError: The result is not a table. Otherwise the exceptions of `export`.
        """
        return export_rows(
            lambda path: self.export(
                accept=accept,
                **options,
                target=path,
                reuse_within=reuse_within,
                interval=interval,
                timeout=timeout,
                on_progress=on_progress,
            )
        )

    def begin_export(
        self,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        **options: Unpack[CallOptions],
    ) -> Poller[Table[models.ReportRow], SavedTable[models.ReportRow]]:
        """Start a job with `generate` and return without waiting for it.

        The poller returns its state, waits for its result, or hands it to another process as a token.

        Args:
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.

        Returns:
            A poller for the job.
        """
        return begin_job(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(**options),
            reuse_within=reuse_within,
            interval=interval,
            accept=accept,
        )

    def export_from_token(
        self, token: str, *, interval: float | None = None
    ) -> Poller[Table[models.ReportRow], SavedTable[models.ReportRow]]:
        """Continue to wait for a job that `begin_export` or `export` started, perhaps in another process.

        No request is sent until the poller is used. A job that fails is not started again.

        Args:
            token: From `token()` of a poller or `token` of an error.
            interval: Seconds between two requests for the state; 60 by default.

        Raises:
            InvalidRequestError: The token is not one of such a job.
        """
        return resume_job(self._client, jobs.EXPORT, token, interval=interval)

    @overload
    def retrieve_to(
        self,
        report_id: str,
        target: PathTarget,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> SavedTable[models.ReportRow]: ...

    @overload
    def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> Download: ...

    def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Do what `retrieve` does, and write the body to a file.

        A path gets the complete body or nothing. An interrupted transfer is continued if the server supports it.

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            target: A path, or a file opened for writing in binary mode; the body is written to it in constant memory.
            accept: Media type to ask for; any of them by default.
            on_progress: Called with how much has been received.
            resume: Keep what was received beside the path when the call fails or the process ends, and continue from
                there in the next call if the server still has the same body.

        Returns:
            Download: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done. It is a
                SavedTable if the target is a path.

        Raises:
            OSError: The file cannot be written. Otherwise the exceptions of `retrieve`.
        """
        return download_body(
            self._client,
            endpoints.retrieve(report_id, accept=accept, **options),
            target,
            on_progress=on_progress,
            resume=resume,
        )

    def retrieve_stream(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> ByteStream:
        """Do what `retrieve` does, and return the body while it arrives, as chunks, lines or text.

        The response is open until the end of its body is read or it is closed: use it as a context manager.

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            accept: Media type to ask for; any of them by default.

        Returns:
            ByteStream: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done.

        Raises:
            The exceptions of `retrieve`. Iterating raises TransportError if the connection breaks.
        """
        return open_bytes(self._client, endpoints.retrieve(report_id, accept=accept, **options))


class AsyncReports:
    """Full exports of a seller's products and offers for one channel. A report is ordered, built in the
    background, and downloaded when it is done. It is not a delta and does not replace the daily calls of
    `GET /v2/products/data` for products and of `GET /v2/products/offers` for prices and stock.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def generate(self, **options: Unpack[CallOptions]) -> models.GenerateReportResponse:
        """Generate a report.

        Order a new product feed report. The response is immediate and contains the ID of the report; the
        export is built in the background, which takes longer the more products there are. The operation has
        no parameters and no body. The vendor recommends ordering at most one report a night, in off-peak hours.

        `POST /v2/reports/feed`

        Returns:
            GenerateReportResponse: The report was ordered. `Content.ReportId` identifies it in all other operations.

        Raises:
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Generate a report". Another section says that future
            report types will also be selected with `reportType` here; currently the call has no parameters and its
            path denotes the product feed.
        """
        return await self._client.send(endpoints.generate(**options))

    async def list_available(
        self,
        *,
        report_type: models.ReportType | str,
        created_from: datetime | str | None | NotGiven = NOT_GIVEN,
        created_to: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.AvailableReportsResponse:
        """List available reports.

        Return the existing reports of this channel, so that a recent one can be reused. Although the body has
        page counts, there is no parameter to request another page.

        `GET /v2/reports/channel/available`

        Args:
            report_type: The type of reports to list. Only `PRODUCT_FEED` is documented.
            created_from: Only reports created at or after this time. An ISO 8601 date with a time.
            created_to: Only reports created at or before this time. An ISO 8601 date with a time.

        Returns:
            AvailableReportsResponse: The IDs of the matching reports.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "List available reports"
        """
        return await self._client.send(
            endpoints.list_available(
                report_type=report_type, created_from=created_from, created_to=created_to, **options
            )
        )

    async def retrieve(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Table[models.ReportRow]:
        """Retrieve a report.

        Download a report. Call this only when the status is `DONE`; before that the body is empty. The
        body can be large: stream it instead of reading it into memory.

        The vendor does not document the format of a report. That it can be JSON, CSV or XML, and which attributes its
        rows have, is inferred with low confidence: check the content type, and expect other columns.

        `GET /v2/reports/{reportId}`

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            accept: Media type to ask for; any of them by default.

        Returns:
            Table[ReportRow]: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.
            NotReadyError: The body is empty, because the result does not exist yet.

        Source:
            documented, high confidence: Channel API: reports, "Retrieve a report"
        """
        return await self._client.send(endpoints.retrieve(report_id, accept=accept, **options))

    async def status(self, report_id: str, **options: Unpack[CallOptions]) -> models.ReportStatusResponse:
        """Check the status of a report.

        Return the status of a report. Call it at most once every 60 seconds. An invalid or expired ID is not
        an HTTP error: the response is a 200 with the status `NOT_FOUND`.

        `GET /v2/reports/{reportId}/status`

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.

        Returns:
            ReportStatusResponse: The status of the report, and its URL once it is done.

        Raises:
            BadRequestError: 400: The request is malformed, for example because a required parameter is missing.
            UnauthorizedError: 401: The key is missing or wrong, or it belongs to the Merchant API.
            RateLimitError: 429: This operation was called less than a minute ago.

        Source:
            documented, high confidence: Channel API: reports, "Check report status"
        """
        return await self._client.send(endpoints.status(report_id, **options))

    @overload
    async def export(
        self,
        target: None = None,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> Table[models.ReportRow]: ...

    @overload
    async def export(
        self,
        target: PathTarget,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> SavedTable[models.ReportRow]: ...

    @overload
    async def export(
        self,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> SavedTable[models.ReportRow] | Download: ...

    async def export(
        self,
        target: Target | None = None,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> Table[models.ReportRow] | SavedTable[models.ReportRow] | Download:
        """Start a job, wait until it is done, and fetch its result.

        Calls `generate`, then `status` until the job is done, then `retrieve`. A job that fails is started again, at
        most 2 jobs in total.

        Args:
            target: A path, or a file opened for writing in binary mode; the body is written to it in constant memory.
                Without it the result is returned.
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.
            timeout: Seconds to wait for the job in total; None waits forever.
            on_progress: Called with every state, and with how much of the result has been received.
            resume: Remember the job, and what was received of its result, in files beside the path, and continue from
                there in the next call with this path: after an error, or when the process was ended.

        Returns:
            The result, or a Download where it is written to a target. It is a SavedTable if the target is a path.

        Raises:
            JobFailedError: The API reports that the job failed.
            JobGoneError: The API does not know the job, or no longer.
            PollingTimeoutError: The timeout has passed; waiting can be continued with the error's `token`.
        """
        return await run_job_async(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(**options),
            target,
            reuse_within=reuse_within,
            interval=interval,
            timeout=timeout,
            on_progress=on_progress,
            accept=accept,
            resume=resume,
        )

    def export_rows(
        self,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        timeout: float | None = 3600.0,
        on_progress: OnProgress | None = None,
        **options: Unpack[endpoints.OptionsWithoutTimeout],
    ) -> AsyncIterator[models.ReportRow]:
        """Start a job, wait until it is done, and yield the rows of its result, whatever its format.

        Calls `export` with a temporary file and reads that in constant memory, from the first row on.

        Columns that are not documented are in `model_extra`.

        Args:
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.
            timeout: Seconds to wait for the job in total; None waits forever.
            on_progress: Called with every state, and with how much of the result has been received.

        Yields:
            The rows.

        Raises:
            DecodeError: The result is not a table. Otherwise the exceptions of `export`.
        """
        return export_rows_async(
            lambda path: self.export(
                accept=accept,
                **options,
                target=path,
                reuse_within=reuse_within,
                interval=interval,
                timeout=timeout,
                on_progress=on_progress,
            )
        )

    async def begin_export(
        self,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        reuse_within: timedelta | None = None,
        interval: float | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[Table[models.ReportRow], SavedTable[models.ReportRow]]:
        """Start a job with `generate` and return without waiting for it.

        The poller returns its state, waits for its result, or hands it to another process as a token.

        Args:
            accept: Media type to ask for; any of them by default.
            reuse_within: Use the newest job that was started within this time, if the API lists one. To find it among
                several takes up to two more requests for the list.
            interval: Seconds between two requests for the state; 60 by default.

        Returns:
            A poller for the job.
        """
        return await begin_job_async(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(**options),
            reuse_within=reuse_within,
            interval=interval,
            accept=accept,
        )

    def export_from_token(
        self, token: str, *, interval: float | None = None
    ) -> AsyncPoller[Table[models.ReportRow], SavedTable[models.ReportRow]]:
        """Continue to wait for a job that `begin_export` or `export` started, perhaps in another process.

        No request is sent until the poller is used. A job that fails is not started again.

        Args:
            token: From `token()` of a poller or `token` of an error.
            interval: Seconds between two requests for the state; 60 by default.

        Raises:
            InvalidRequestError: The token is not one of such a job.
        """
        return resume_job_async(self._client, jobs.EXPORT, token, interval=interval)

    @overload
    async def retrieve_to(
        self,
        report_id: str,
        target: PathTarget,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> SavedTable[models.ReportRow]: ...

    @overload
    async def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> Download: ...

    async def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
        **options: Unpack[CallOptions],
    ) -> Download:
        """Do what `retrieve` does, and write the body to a file.

        A path gets the complete body or nothing. An interrupted transfer is continued if the server supports it.

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            target: A path, or a file opened for writing in binary mode; the body is written to it in constant memory.
            accept: Media type to ask for; any of them by default.
            on_progress: Called with how much has been received.
            resume: Keep what was received beside the path when the call fails or the process ends, and continue from
                there in the next call if the server still has the same body.

        Returns:
            Download: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done. It is a
                SavedTable if the target is a path.

        Raises:
            OSError: The file cannot be written. Otherwise the exceptions of `retrieve`.
        """
        return await download_body_async(
            self._client,
            endpoints.retrieve(report_id, accept=accept, **options),
            target,
            on_progress=on_progress,
            resume=resume,
        )

    async def retrieve_stream(
        self,
        report_id: str,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncByteStream:
        """Do what `retrieve` does, and return the body while it arrives, as chunks, lines or text.

        The response is open until the end of its body is read or it is closed: use it as a context manager.

        Args:
            report_id: The ID of a report, either returned when ordering one (`PF_` and a UUID) or from the list of
                available reports (such as `23-13.csv`). The latter look like file names but are IDs. At least 1
                character.
            accept: Media type to ask for; any of them by default.

        Returns:
            ByteStream: The report as JSON, CSV, XML or bytes, or an empty body if the report is not done.

        Raises:
            The exceptions of `retrieve`. Iterating raises TransportError if the connection breaks.
        """
        return await open_bytes_async(self._client, endpoints.retrieve(report_id, accept=accept, **options))

"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, overload

from .. import jobs, models
from .._runtime.response.content import Content
from .._runtime.several import (
    begin_job,
    begin_job_async,
    resume_job,
    resume_job_async,
    run_job,
    run_job_async,
)
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import reports as endpoints

if TYPE_CHECKING:
    from .._runtime.asyncpoller import AsyncPoller
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.download import Download
    from .._runtime.download_target import Target
    from .._runtime.poller import Poller
    from .._runtime.progress import OnProgress

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
    ) -> Content: ...

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
    ) -> Download: ...

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
    ) -> Content | Download:
        """Start a job, wait until it is done, and fetch its result.

        Calls `generate`, then `status` until the job is done, then `retrieve`. A job that fails is started again, 2
        jobs at most.

        Args:
            accept: The representation to ask for; any of them by default.
            target: a path, or a file opened for writing in binary mode; what comes is written there in constant
                memory. Without it the result is returned.
            reuse_within: take a job that was started within this time, where the API lists one.
            interval: seconds between two questions for the state; 60 when not given.
            timeout: seconds to wait for the job altogether; None waits for ever.
            on_progress: is told every state, and how much of the result has come.

        Returns:
            The result, or what is known of the file it was written to.

        Raises:
            JobFailedError: the API says that the job failed.
            JobGoneError: the API does not know the job, or no longer.
            PollingTimeoutError: the next question would come too late; its `token` lets waiting go on.
        """
        return run_job(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(),
            target,
            reuse_within=reuse_within,
            interval=interval,
            timeout=timeout,
            on_progress=on_progress,
            accept=accept,
        )

    def begin_export(self, *, reuse_within: timedelta | None = None, interval: float | None = None) -> Poller[Content]:
        """Start a job with `generate` and return without waiting for it.

        The poller asks for its state, waits for its result, or hands it to another process as a token.

        Args:
            reuse_within: take a job that was started within this time, where the API lists one.
            interval: seconds between two questions for the state; 60 when not given.

        Returns:
            A poller for the job.
        """
        return begin_job(
            self._client, jobs.EXPORT, lambda: endpoints.generate(), reuse_within=reuse_within, interval=interval
        )

    def export_from_token(self, token: str, *, interval: float | None = None) -> Poller[Content]:
        """Go on waiting for a job that `begin_export` or `export` started, perhaps in another process.

        Nothing is sent before the poller is asked. A job that fails is not started again.

        Args:
            token: what `token()` of a poller or the `token` of an error says.
            interval: seconds between two questions for the state; 60 when not given.

        Raises:
            InvalidRequestError: it is no token of such a job.
        """
        return resume_job(self._client, jobs.EXPORT, token, interval=interval)

    def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download:
        """Do what `retrieve` does, and write the body to a file.

        A path gets the whole body or nothing. After a break it goes on where it stopped, if the server can.

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.
            accept: The representation to ask for; any of them by default.
            target: a path, or a file opened for writing in binary mode; what comes is written there in constant
                memory.
            on_progress: is told how much has come.
            resume: keep what has come beside the path when the call fails, or the process ends, and go on there in
                the next call if the server still has the same.

        Returns:
            Download: The report, as JSON, CSV, XML or bytes, or an empty body when the report is not done.

        Raises:
            OSError: the file cannot be written; beyond that, what `retrieve` raises.
        """
        return self._client.download(
            endpoints.retrieve(report_id, accept=accept), target, on_progress=on_progress, resume=resume
        )


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
    ) -> Content: ...

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
    ) -> Download: ...

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
    ) -> Content | Download:
        """Start a job, wait until it is done, and fetch its result.

        Calls `generate`, then `status` until the job is done, then `retrieve`. A job that fails is started again, 2
        jobs at most.

        Args:
            accept: The representation to ask for; any of them by default.
            target: a path, or a file opened for writing in binary mode; what comes is written there in constant
                memory. Without it the result is returned.
            reuse_within: take a job that was started within this time, where the API lists one.
            interval: seconds between two questions for the state; 60 when not given.
            timeout: seconds to wait for the job altogether; None waits for ever.
            on_progress: is told every state, and how much of the result has come.

        Returns:
            The result, or what is known of the file it was written to.

        Raises:
            JobFailedError: the API says that the job failed.
            JobGoneError: the API does not know the job, or no longer.
            PollingTimeoutError: the next question would come too late; its `token` lets waiting go on.
        """
        return await run_job_async(
            self._client,
            jobs.EXPORT,
            lambda: endpoints.generate(),
            target,
            reuse_within=reuse_within,
            interval=interval,
            timeout=timeout,
            on_progress=on_progress,
            accept=accept,
        )

    async def begin_export(
        self, *, reuse_within: timedelta | None = None, interval: float | None = None
    ) -> AsyncPoller[Content]:
        """Start a job with `generate` and return without waiting for it.

        The poller asks for its state, waits for its result, or hands it to another process as a token.

        Args:
            reuse_within: take a job that was started within this time, where the API lists one.
            interval: seconds between two questions for the state; 60 when not given.

        Returns:
            A poller for the job.
        """
        return await begin_job_async(
            self._client, jobs.EXPORT, lambda: endpoints.generate(), reuse_within=reuse_within, interval=interval
        )

    def export_from_token(self, token: str, *, interval: float | None = None) -> AsyncPoller[Content]:
        """Go on waiting for a job that `begin_export` or `export` started, perhaps in another process.

        Nothing is sent before the poller is asked. A job that fails is not started again.

        Args:
            token: what `token()` of a poller or the `token` of an error says.
            interval: seconds between two questions for the state; 60 when not given.

        Raises:
            InvalidRequestError: it is no token of such a job.
        """
        return resume_job_async(self._client, jobs.EXPORT, token, interval=interval)

    async def retrieve_to(
        self,
        report_id: str,
        target: Target,
        *,
        accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
        | NotGiven = NOT_GIVEN,
        on_progress: OnProgress | None = None,
        resume: bool = False,
    ) -> Download:
        """Do what `retrieve` does, and write the body to a file.

        A path gets the whole body or nothing. After a break it goes on where it stopped, if the server can.

        Args:
            report_id: The id of a report, either from generating one (`PF_` and a UUID) or from the list of available
                reports (like `23-13.csv`). The latter look like file names but are ids all the same.
            accept: The representation to ask for; any of them by default.
            target: a path, or a file opened for writing in binary mode; what comes is written there in constant
                memory.
            on_progress: is told how much has come.
            resume: keep what has come beside the path when the call fails, or the process ends, and go on there in
                the next call if the server still has the same.

        Returns:
            Download: The report, as JSON, CSV, XML or bytes, or an empty body when the report is not done.

        Raises:
            OSError: the file cannot be written; beyond that, what `retrieve` raises.
        """
        return await self._client.download(
            endpoints.retrieve(report_id, accept=accept), target, on_progress=on_progress, resume=resume
        )

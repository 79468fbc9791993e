"""The models: what is sent and what comes back."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum

__all__ = [
    "AvailableReportsResponse",
    "ClassicEnvelope",
    "ErrorResponse",
    "GenerateReportResponse",
    "GeneratedReport",
    "ReportState",
    "ReportStatus",
    "ReportStatusResponse",
    "ReportType",
]


class AvailableReportsResponse(Model):
    """The answer to asking which reports exist."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """False when the call failed although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """Identifies the request when talking to support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """Identifies the log entry when talking to support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """What went wrong, in words; null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The kind of the failure on the server; null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """What is wrong with the request, as messages by field; empty on success."""
    content: list[str] = Field(validation_alias="Content", serialization_alias="Content")
    """Ids of reports, usable wherever a report id is asked for. They are no download paths, even
    where they look like file names.
    """
    count: int | None = Field(default=None, validation_alias="Count", serialization_alias="Count")
    """Entries in this body."""
    total_count: int | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """Entries that match in all."""
    items_per_page: int | None = Field(
        default=None, validation_alias="ItemsPerPage", serialization_alias="ItemsPerPage"
    )
    """Entries on a page."""


class ClassicEnvelope(Model):
    """What most bodies of the Channel API have in common."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """False when the call failed although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """Identifies the request when talking to support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """Identifies the log entry when talking to support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """What went wrong, in words; null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The kind of the failure on the server; null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """What is wrong with the request, as messages by field; empty on success."""


class ErrorResponse(Model):
    """The body of a failure. It may be either envelope, so every member is optional; an empty or an HTML body
    is possible too.
    """

    status_code: int | None = Field(default=None, validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status, repeated in the body."""
    success: bool | None = Field(default=None, validation_alias="Success", serialization_alias="Success")
    """False (classic envelope)."""
    is_success: bool | None = Field(default=None, validation_alias="IsSuccess", serialization_alias="IsSuccess")
    """False (newer envelope)."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """What went wrong, in words (classic envelope)."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """What is wrong with the request, as messages by field (classic envelope)."""
    errors: list[Any] | None = Field(default=None, validation_alias="Errors", serialization_alias="Errors")
    """What went wrong (newer envelope)."""
    validations: list[Any] | None = Field(
        default=None, validation_alias="Validations", serialization_alias="Validations"
    )
    """What is wrong with the request (newer envelope)."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """Identifies the request (classic envelope)."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """Identifies the log entry (classic envelope)."""
    trace_id: str | None = Field(default=None, validation_alias="TraceId", serialization_alias="TraceId")
    """Identifies the request (newer envelope)."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The kind of the failure on the server (classic envelope)."""


class GenerateReportResponse(Model):
    """The answer to ordering a report. Only this call uses the newer envelope with `IsSuccess`; the others
    use the classic one with `Success`.
    """

    content: GeneratedReport = Field(validation_alias="Content", serialization_alias="Content")
    is_success: bool = Field(validation_alias="IsSuccess", serialization_alias="IsSuccess")
    """False when the call failed although the HTTP status is 200."""
    trace_id: str | None = Field(validation_alias="TraceId", serialization_alias="TraceId")
    """Identifies the request when talking to support."""
    errors: list[Any] = Field(validation_alias="Errors", serialization_alias="Errors")
    """What went wrong; empty on success."""
    validations: list[Any] = Field(validation_alias="Validations", serialization_alias="Validations")
    """What is wrong with the request; empty on success."""


class GeneratedReport(Model):
    """A report that has just been ordered."""

    report_id: str = Field(validation_alias="ReportId", serialization_alias="ReportId")
    """The id to use in all other calls. Has the form `PF_` and a UUID."""
    report_status: ReportStatus = Field(validation_alias="ReportStatus", serialization_alias="ReportStatus")
    """The status at the moment of ordering, which is always `IN_PROGRESS`."""


class ReportState(Model):
    """How far a report is and where it can be fetched."""

    status: ReportStatus = Field(validation_alias="Status", serialization_alias="Status")
    resource_url: str | None = Field(default=None, validation_alias="ResourceUrl", serialization_alias="ResourceUrl")
    """Where to fetch the report, null until it is done. A path such as `/v2/reports/<id>` that continues
    the server URL (it lacks the `/api` in front), so do not resolve it against the host. It carries no
    key: authenticate as in every other call.
    """


class ReportStatus(StrEnum):
    """How far a report is. A reader must accept a value that is not listed.

    * `IN_PROGRESS`: being built; ask again after a minute.
    * `DONE`: can be fetched.
    * `FAILED`: could not be built; order a new one, and contact support if that keeps happening.
    * `NOT_FOUND`: the id is unknown or the report has expired.
    """

    IN_PROGRESS = "IN_PROGRESS"
    DONE = "DONE"
    FAILED = "FAILED"
    NOT_FOUND = "NOT_FOUND"


class ReportStatusResponse(Model):
    """The answer to asking for the status of a report."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """False when the call failed although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """Identifies the request when talking to support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """Identifies the log entry when talking to support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """What went wrong, in words; null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The kind of the failure on the server; null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """What is wrong with the request, as messages by field; empty on success."""
    content: ReportState = Field(validation_alias="Content", serialization_alias="Content")


class ReportType(StrEnum):
    """The kind of a report. `PRODUCT_FEED` is the export of products and offers. The vendor announces more
    kinds, so a reader must accept a value that is not listed.
    """

    PRODUCT_FEED = "PRODUCT_FEED"

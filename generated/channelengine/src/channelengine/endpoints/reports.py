"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from .. import models
from .._runtime.api import Envelope
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Binary, Json
from .._runtime.tables import Rows, Table
from .._runtime.types import NOT_GIVEN, NotGiven, Timestamp

if TYPE_CHECKING:
    pass

__all__ = ["generate", "list_available", "retrieve", "status"]


class OptionsWithoutTimeout(TypedDict, total=False):
    """See `CallOptions`; the methods that take these have arguments of their own under the other names."""

    extra_headers: Mapping[str, str | None] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None


_GENERATE: Operation[models.GenerateReportResponse] = Operation(
    id="generateReport",
    method="POST",
    path="/v2/reports/feed",
    responses={
        "200": Json(models.GenerateReportResponse),
        "401": Json(models.ErrorResponse),
        "429": Json(models.ErrorResponse),
        "default": Json(models.ErrorResponse),
    },
    envelope=Envelope(
        success="/IsSuccess", payload="/Content", errors=("/Errors", "/Validations"), request_id="/TraceId"
    ),
)


def generate(**options: Unpack[CallOptions]) -> Call[models.GenerateReportResponse]:
    """`POST /v2/reports/feed`."""
    return _GENERATE.call(options=options)


_LIST_AVAILABLE: Operation[models.AvailableReportsResponse] = Operation(
    id="listAvailableReports",
    method="GET",
    path="/v2/reports/channel/available",
    parameters=(
        Parameter("reportType", "query", models.ReportType, required=True),
        Parameter("createdFrom", "query", Timestamp),
        Parameter("createdTo", "query", Timestamp),
    ),
    responses={
        "200": Json(models.AvailableReportsResponse),
        "400": Json(models.ErrorResponse),
        "401": Json(models.ErrorResponse),
        "429": Json(models.ErrorResponse),
        "default": Json(models.ErrorResponse),
    },
    envelope=Envelope(
        success="/Success",
        payload="/Content",
        message="/Message",
        errors=("/ValidationErrors",),
        request_id="/RequestId",
    ),
)


def list_available(
    *,
    report_type: models.ReportType | str,
    created_from: datetime | str | None | NotGiven = NOT_GIVEN,
    created_to: datetime | str | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.AvailableReportsResponse]:
    """`GET /v2/reports/channel/available`."""
    return _LIST_AVAILABLE.call(
        query={"reportType": report_type, "createdFrom": created_from, "createdTo": created_to}, options=options
    )


_RETRIEVE: Operation[Table[models.ReportRow]] = Operation(
    id="retrieveReport",
    method="GET",
    path="/v2/reports/{reportId}",
    parameters=(Parameter("reportId", "path", str),),
    responses={
        "200": (
            Binary("application/json", Rows(models.ReportRow)),
            Binary("text/csv", Rows(models.ReportRow)),
            Binary("application/xml", Rows(models.ReportRow)),
            Binary("application/octet-stream", Rows(models.ReportRow)),
        ),
        "400": Json(models.ErrorResponse),
        "401": Json(models.ErrorResponse),
        "429": Json(models.ErrorResponse),
        "default": Json(models.ErrorResponse),
    },
    is_empty_until_ready=True,
)


def retrieve(
    report_id: str,
    *,
    accept: Literal["application/json", "text/csv", "application/xml", "application/octet-stream"]
    | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[Table[models.ReportRow]]:
    """`GET /v2/reports/{reportId}`."""
    return _RETRIEVE.call(path={"reportId": report_id}, accept=accept, options=options)


_STATUS: Operation[models.ReportStatusResponse] = Operation(
    id="getReportStatus",
    method="GET",
    path="/v2/reports/{reportId}/status",
    parameters=(Parameter("reportId", "path", str),),
    responses={
        "200": Json(models.ReportStatusResponse),
        "400": Json(models.ErrorResponse),
        "401": Json(models.ErrorResponse),
        "429": Json(models.ErrorResponse),
        "default": Json(models.ErrorResponse),
    },
    envelope=Envelope(
        success="/Success",
        payload="/Content",
        message="/Message",
        errors=("/ValidationErrors",),
        request_id="/RequestId",
    ),
)


def status(report_id: str, **options: Unpack[CallOptions]) -> Call[models.ReportStatusResponse]:
    """`GET /v2/reports/{reportId}/status`."""
    return _STATUS.call(path={"reportId": report_id}, options=options)

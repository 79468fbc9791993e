"""Models of requests and responses."""

from __future__ import annotations

__all__ = [
    "AvailableReportsResponse",
    "ClassicEnvelope",
    "ErrorResponse",
    "GenerateReportResponse",
    "GeneratedReport",
    "ReportRow",
    "ReportState",
    "ReportStatus",
    "ReportStatusResponse",
    "ReportType",
]

from decimal import Decimal
from typing import Any

from pydantic import Field

from ._runtime.model import Model
from ._runtime.types import StrEnum


class AvailableReportsResponse(Model):
    """The response to listing available reports."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status code, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """Whether the call succeeded. Can be false although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """The ID of the request, for support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """The ID of the log entry, for support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """A human-readable error message. Null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The type of exception on the server. Null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """Validation errors of the request: messages by field. Empty on success."""
    content: list[str] = Field(validation_alias="Content", serialization_alias="Content")
    """The IDs of the reports. They are accepted wherever a report ID is required, and are not
    download paths, even if they look like file names.
    """
    count: int | None = Field(default=None, validation_alias="Count", serialization_alias="Count")
    """Number of entries in this response."""
    total_count: int | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """Total number of matching entries."""
    items_per_page: int | None = Field(
        default=None, validation_alias="ItemsPerPage", serialization_alias="ItemsPerPage"
    )
    """Number of entries per page."""


class ClassicEnvelope(Model):
    """The attributes that most responses of the Channel API have in common."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status code, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """Whether the call succeeded. Can be false although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """The ID of the request, for support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """The ID of the log entry, for support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """A human-readable error message. Null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The type of exception on the server. Null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """Validation errors of the request: messages by field. Empty on success."""


class ErrorResponse(Model):
    """An error response. It can use either envelope, so every attribute is optional; an empty or an HTML
    body is also possible.
    """

    status_code: int | None = Field(default=None, validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status code, repeated in the body."""
    success: bool | None = Field(default=None, validation_alias="Success", serialization_alias="Success")
    """False on errors (classic envelope)."""
    is_success: bool | None = Field(default=None, validation_alias="IsSuccess", serialization_alias="IsSuccess")
    """False on errors (newer envelope)."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """A human-readable error message (classic envelope)."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """Validation errors of the request: messages by field (classic envelope)."""
    errors: list[Any] | None = Field(default=None, validation_alias="Errors", serialization_alias="Errors")
    """Errors (newer envelope)."""
    validations: list[Any] | None = Field(
        default=None, validation_alias="Validations", serialization_alias="Validations"
    )
    """Validation errors of the request (newer envelope)."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """The ID of the request (classic envelope)."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """The ID of the log entry (classic envelope)."""
    trace_id: str | None = Field(default=None, validation_alias="TraceId", serialization_alias="TraceId")
    """The ID of the request (newer envelope)."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The type of exception on the server (classic envelope)."""


class GenerateReportResponse(Model):
    """The response to ordering a report. Only this operation uses the newer envelope with `IsSuccess`; the
    others use the classic one with `Success`.
    """

    content: GeneratedReport = Field(validation_alias="Content", serialization_alias="Content")
    is_success: bool = Field(validation_alias="IsSuccess", serialization_alias="IsSuccess")
    """Whether the call succeeded. Can be false although the HTTP status is 200."""
    trace_id: str | None = Field(validation_alias="TraceId", serialization_alias="TraceId")
    """The ID of the request, for support."""
    errors: list[Any] = Field(validation_alias="Errors", serialization_alias="Errors")
    """Errors. Empty on success."""
    validations: list[Any] = Field(validation_alias="Validations", serialization_alias="Validations")
    """Validation errors of the request. Empty on success."""


class GeneratedReport(Model):
    """A newly ordered report."""

    report_id: str = Field(validation_alias="ReportId", serialization_alias="ReportId")
    """The ID to use in all other operations. Has the form `PF_` and a UUID."""
    report_status: ReportStatus = Field(validation_alias="ReportStatus", serialization_alias="ReportStatus")
    """The status at the time of ordering. Always `IN_PROGRESS`."""


class ReportRow(Model):
    """A product and its offer in a report. Reports can have other columns as well, and any of these can be missing."""

    id: int | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """The ID of the product on the platform."""
    merchant_product_no: str | None = Field(
        default=None, validation_alias="MerchantProductNo", serialization_alias="MerchantProductNo"
    )
    """The seller's number of the product."""
    channel_product_no: str | None = Field(
        default=None, validation_alias="ChannelProductNo", serialization_alias="ChannelProductNo"
    )
    """The channel's number of the product."""
    parent_channel_product_no: str | None = Field(
        default=None, validation_alias="ParentChannelProductNo", serialization_alias="ParentChannelProductNo"
    )
    """The channel's number of the product of which this is a variant."""
    product_type: str | None = Field(default=None, validation_alias="ProductType", serialization_alias="ProductType")
    """The type of the product: `SINGLE`, `PARENT`, `CHILD`, `GRANDPARENT`, `BUNDLE` or another one."""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """The name."""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """The description, which can contain HTML."""
    brand: str | None = Field(default=None, validation_alias="Brand", serialization_alias="Brand")
    """The brand."""
    size: str | None = Field(default=None, validation_alias="Size", serialization_alias="Size")
    """The size."""
    color: str | None = Field(default=None, validation_alias="Color", serialization_alias="Color")
    """The color."""
    ean: str | None = Field(default=None, validation_alias="Ean", serialization_alias="Ean")
    """The article number of trade (EAN or GTIN)."""
    manufacturer_product_number: str | None = Field(
        default=None, validation_alias="ManufacturerProductNumber", serialization_alias="ManufacturerProductNumber"
    )
    """The manufacturer's number of the product."""
    stock: int | None = Field(default=None, validation_alias="Stock", serialization_alias="Stock")
    """The number of units that can be sold."""
    price: Decimal | None = Field(default=None, validation_alias="Price", serialization_alias="Price")
    """The price including VAT."""
    msrp: Decimal | None = Field(default=None, validation_alias="MSRP", serialization_alias="MSRP")
    """The price that the manufacturer suggests."""
    purchase_price: Decimal | None = Field(
        default=None, validation_alias="PurchasePrice", serialization_alias="PurchasePrice"
    )
    """The price at which the seller buys."""
    shipping_cost: Decimal | None = Field(
        default=None, validation_alias="ShippingCost", serialization_alias="ShippingCost"
    )
    """The cost of shipping."""
    vat_rate_type: str | None = Field(default=None, validation_alias="VatRateType", serialization_alias="VatRateType")
    """The VAT rate: `STANDARD`, `REDUCED`, `SUPER_REDUCED`, `EXEMPT` or another one."""
    shipping_time: str | None = Field(default=None, validation_alias="ShippingTime", serialization_alias="ShippingTime")
    """The time of delivery, in words."""
    url: str | None = Field(default=None, validation_alias="Url", serialization_alias="Url")
    """The page of the product."""
    image_url: str | None = Field(default=None, validation_alias="ImageUrl", serialization_alias="ImageUrl")
    """The main image."""
    category_trail: str | None = Field(
        default=None, validation_alias="CategoryTrail", serialization_alias="CategoryTrail"
    )
    """The names of the categories, separated by ` > `."""


class ReportState(Model):
    """The status of a report and its download URL."""

    status: ReportStatus = Field(validation_alias="Status", serialization_alias="Status")
    resource_url: str | None = Field(default=None, validation_alias="ResourceUrl", serialization_alias="ResourceUrl")
    """The URL of the report, null until it is done. This is a path such as `/v2/reports/<id>` relative
    to the server URL (it lacks the leading `/api`), so do not resolve it against the host. It does
    not contain a key: authenticate as in every other call.
    """


class ReportStatus(StrEnum):
    """The status of a report. Clients must accept unlisted values.

    * `IN_PROGRESS`: the report is being built; check again after a minute.
    * `DONE`: the report can be downloaded.
    * `FAILED`: the report could not be built. Order a new one, and contact support if this keeps
      happening.
    * `NOT_FOUND`: the ID is unknown or the report has expired.
    """

    IN_PROGRESS = "IN_PROGRESS"
    DONE = "DONE"
    FAILED = "FAILED"
    NOT_FOUND = "NOT_FOUND"


class ReportStatusResponse(Model):
    """The response to checking the status of a report."""

    status_code: int = Field(validation_alias="StatusCode", serialization_alias="StatusCode")
    """The HTTP status code, repeated in the body."""
    success: bool = Field(validation_alias="Success", serialization_alias="Success")
    """Whether the call succeeded. Can be false although the HTTP status is 200."""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """The ID of the request, for support."""
    log_id: str | None = Field(default=None, validation_alias="LogId", serialization_alias="LogId")
    """The ID of the log entry, for support."""
    message: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """A human-readable error message. Null on success."""
    exception_type: str | None = Field(
        default=None, validation_alias="ExceptionType", serialization_alias="ExceptionType"
    )
    """The type of exception on the server. Null on success."""
    validation_errors: dict[str, list[str]] | None = Field(
        default=None, validation_alias="ValidationErrors", serialization_alias="ValidationErrors"
    )
    """Validation errors of the request: messages by field. Empty on success."""
    content: ReportState = Field(validation_alias="Content", serialization_alias="Content")


class ReportType(StrEnum):
    """The type of a report. `PRODUCT_FEED` is the export of products and offers. The vendor announces more
    types, so clients must accept unlisted values.
    """

    PRODUCT_FEED = "PRODUCT_FEED"

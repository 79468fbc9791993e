"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "ActionProcessingStatus",
    "ActionTargetType",
    "AdditionalField",
    "ApiError",
    "Business",
    "DayOfWeek",
    "EnvironmentVariableKey",
    "ErrorBody",
    "Errors",
    "FileType",
    "InventoryItemKey",
    "InventoryStatus",
    "OrderStatus",
    "Pagination",
    "ProductCategories",
    "ProductCondition",
    "Step",
    "UnitOfMeasurement",
    "User",
]


from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp


class ActionProcessingStatus(StrEnum):
    """The status of an action. Accept unlisted values when reading.

    * `inProgress`: running.
    * `completed`: completed successfully.
    * `error`: reported as failed, or health checks missing for too long.
    """

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    ERROR = "error"


class ActionTargetType(StrEnum):
    """The type of target that an action runs on. Accept unlisted values when reading."""

    CHANNEL = "channel"
    SUPPLIER = "supplier"


class AdditionalField(Model):
    """A custom name and value. A list can contain the same name more than once."""

    name: str
    """The name of the field."""
    value: str | None = None
    """The value, always a string. The string `null` occurs as well."""


class ApiError(Model):
    """An error with its code and message."""

    code: int
    """The error code, as listed in the error catalogue."""
    message: str | None
    """The error message. Use `code` to handle errors: the wording can change and can include details of the
    request.
    """


class Business(Model):
    """A business and its settings."""

    id: str
    """The ID of the business."""
    name: str
    """The name of the business."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of inventory items, and of orders without a known currency."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    embeds: list[str]
    """Reports embedded in the pages of the business."""
    errors: Errors | None = None


class DayOfWeek(StrEnum):
    """The full name of a day of the week. (Opening hours of locations use single letters instead.)"""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class EnvironmentVariableKey(Model):
    """An environment variable that a step accepts. Its value is set where the step is used."""

    name: str
    """The name of the environment variable."""
    secured: bool | None = None
    """Whether the value is a secret, which can be written but is never returned."""
    default_value: str | None = Field(default=None, validation_alias="defaultValue", serialization_alias="defaultValue")
    """The default value for suppliers that set none. It has no effect in plays."""
    description: str | None = None
    """The purpose of the variable, up to 1000 characters."""


class ErrorBody(Model):
    """An error response."""

    errors: Errors
    status_code: int | None = Field(default=None, validation_alias="statusCode", serialization_alias="statusCode")
    """The HTTP status code. Rarely present."""


Errors = TypeAliasType("Errors", list[ApiError])
"""The errors that occurred. Successful responses contain an empty list. If the list is not empty, the call
failed, regardless of the status code.
"""


class FileType(StrEnum):
    """The column separator of a text file: comma, tab or vertical bar. Accept unlisted values when reading."""

    CSV = "CSV"
    TSV = "TSV"
    PSV = "PSV"


class InventoryItemKey(StrEnum):
    """The field that identifies the items of a supplier. If two items have the same value, one of them is ignored."""

    SKU = "SKU"
    UPC = "UPC"


class InventoryStatus(StrEnum):
    """The inventory status of units at a location. Accept unlisted values when reading.

    * `ON_HAND`: all units physically present.
    * `AVAILABLE_TO_SELL`: units available for sale. Includes `COMMITTED`, excludes `ON_HOLD` and `ON_ORDER`.
    * `COMMITTED`: the part of the available units that is allocated to orders.
    * `ON_HOLD`: units present but not available for sale.
    * `ON_ORDER`: units ordered from suppliers and not yet received.
    * `RESERVE`: units held in reserve.
    * `INCOMING`, `UNAVAILABLE`: added to the vendor's SDK in 2023, without documentation.
    """

    AVAILABLE_TO_SELL = "AVAILABLE_TO_SELL"
    COMMITTED = "COMMITTED"
    ON_ORDER = "ON_ORDER"
    RESERVE = "RESERVE"
    ON_HOLD = "ON_HOLD"
    ON_HAND = "ON_HAND"
    INCOMING = "INCOMING"
    UNAVAILABLE = "UNAVAILABLE"


class OrderStatus(StrEnum):
    """The status of an order. Accept unlisted values when reading.

    * `PENDING`: not ready for processing.
    * `OPEN`: ready for processing, and can still be changed.
    * `HOLD`: must be reviewed first.
    * `IN_PROGRESS`: partially or completely sent to a warehouse.
    * `CLOSED`: completely shipped.
    * `CANCELED`: will not be shipped.
    """

    PENDING = "PENDING"
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    CLOSED = "CLOSED"
    CANCELED = "CANCELED"
    HOLD = "HOLD"


class Pagination(Model):
    """Pagination metadata of a page."""

    last_page: bool = Field(validation_alias="lastPage", serialization_alias="lastPage")
    """Whether this is the last page. Rely on this field only to detect the end."""
    last_key: str | None = Field(default=None, validation_alias="lastKey", serialization_alias="lastKey")
    """The cursor of the next page. It can be present on the last page as well, where it must be ignored."""
    next_page_href: str | None = Field(
        default=None, validation_alias="nextPageHref", serialization_alias="nextPageHref"
    )
    """A relative URL of the next page, without a leading slash. Like `lastKey`, it can be present on the last
    page.
    """
    page_size: int | None = Field(default=None, validation_alias="pageSize", serialization_alias="pageSize")
    """The requested page size or the number of items on this page. For information only."""
    total_items: int | None = Field(default=None, validation_alias="totalItems", serialization_alias="totalItems")
    """The total number of matching items. For orders, only present if `count=true` was requested."""


class ProductCategories(Model):
    """The categories of a product."""

    primary: str | None = None
    """The main category."""
    secondary: str | None = None
    """A more specific category."""


class ProductCondition(StrEnum):
    """The condition of a product. Accept unlisted values when reading."""

    NEW = "NEW"
    USED = "USED"
    REFURBISHED = "REFURBISHED"


class Step(Model):
    """A program that plays consist of."""

    id: str
    """The ID of the step."""
    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step is included in lists."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The environment variables that the step accepts."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the step was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the step was last updated."""
    errors: Errors | None = None


class UnitOfMeasurement(StrEnum):
    """A unit of weight: ounce, pound, gram, kilogram or tonne. Accept unlisted values when reading."""

    OZ = "oz"
    LB = "lb"
    G = "g"
    KG = "kg"
    T = "t"


class User(Model):
    """A person who can sign in."""

    id: str
    """The ID of the user."""
    username: str
    """The email address used to sign in."""
    analytics_enabled: bool | None = Field(
        default=None, validation_alias="analyticsEnabled", serialization_alias="analyticsEnabled"
    )
    """Whether the user can access analytics."""
    verified: bool | None = None
    """Whether the email address is verified."""
    errors: Errors | None = None

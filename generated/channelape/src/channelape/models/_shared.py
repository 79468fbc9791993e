"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp

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


class ActionProcessingStatus(StrEnum):
    """How far an action is. A reader must accept a value that is not listed.

    * `inProgress`: running.
    * `completed`: ended well.
    * `error`: reported as failed, or silent for too long.
    """

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    ERROR = "error"


class ActionTargetType(StrEnum):
    """The kind of thing an action works on. A reader must accept a value that is not listed."""

    CHANNEL = "channel"
    SUPPLIER = "supplier"


class AdditionalField(Model):
    """A name and a text of your own. A list can hold the same name more than once."""

    name: str
    """What the value means."""
    value: str | None = None
    """The value, always a text. The text `null` occurs too."""


class ApiError(Model):
    """One reason for a failure."""

    code: int
    """The number of the reason in the error catalogue."""
    message: str | None
    """The reason in words. Decide by `code`: the wording may change and can hold details of the request."""


class Business(Model):
    """A business and its settings."""

    id: str
    """The id of the business."""
    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of its articles, and of orders whose currency is not known."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    embeds: list[str]
    """Reports that are embedded in its pages."""
    errors: Errors | None = None


class DayOfWeek(StrEnum):
    """A day, in full. (The opening hours of locations use single letters instead.)"""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class EnvironmentVariableKey(Model):
    """A setting that a step takes. Its value is given where the step is put to use."""

    name: str
    """The name of the setting."""
    secured: bool | None = None
    """Whether the value is a secret, which can be written but is never handed out."""
    default_value: str | None = Field(default=None, validation_alias="defaultValue", serialization_alias="defaultValue")
    """The value for suppliers that give none. It has no effect in plays."""
    description: str | None = None
    """What the setting is for, up to 1000 characters."""


class ErrorBody(Model):
    """The body of a failure."""

    errors: Errors
    status_code: int | None = Field(default=None, validation_alias="statusCode", serialization_alias="statusCode")
    """The HTTP status once more. Rarely there."""


Errors = TypeAliasType("Errors", list[ApiError])
"""What went wrong, one entry for each reason. Bodies of successes have this list too, empty; a success with
entries in it is a failure all the same.
"""


class FileType(StrEnum):
    """What separates the columns of a text file: comma, tab or vertical bar. A reader must accept a value that
    is not listed.
    """

    CSV = "CSV"
    TSV = "TSV"
    PSV = "PSV"


class InventoryItemKey(StrEnum):
    """What tells the articles of a supplier apart. Of two with the same value one is left out."""

    SKU = "SKU"
    UPC = "UPC"


class InventoryStatus(StrEnum):
    """The state of units at a location. A reader must accept a value that is not listed.

    * `ON_HAND`: all units that are there.
    * `AVAILABLE_TO_SELL`: what can be sold; it includes `COMMITTED`, not `ON_HOLD` and `ON_ORDER`.
    * `COMMITTED`: the part of the available units that orders have claimed.
    * `ON_HOLD`: there, but not to be sold.
    * `ON_ORDER`: ordered from suppliers, on the way.
    * `RESERVE`: kept back.
    * `INCOMING`, `UNAVAILABLE`: added to the vendor's library in 2023, without an explanation.
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
    """The state of an order. A reader must accept a value that is not listed.

    * `PENDING`: not ready to be worked on.
    * `OPEN`: ready, and can still be changed.
    * `HOLD`: somebody has to look at it first.
    * `IN_PROGRESS`: handed to a warehouse, in whole or in part.
    * `CLOSED`: everything is shipped.
    * `CANCELED`: will not be shipped.
    """

    PENDING = "PENDING"
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    CLOSED = "CLOSED"
    CANCELED = "CANCELED"
    HOLD = "HOLD"


class Pagination(Model):
    """Where a page stands among the others."""

    last_page: bool = Field(validation_alias="lastPage", serialization_alias="lastPage")
    """Whether this is the last page. The only member to go by."""
    last_key: str | None = Field(default=None, validation_alias="lastKey", serialization_alias="lastKey")
    """The cursor of the next page. It can be there on the last page too, where it leads nowhere."""
    next_page_href: str | None = Field(
        default=None, validation_alias="nextPageHref", serialization_alias="nextPageHref"
    )
    """The next page as an address relative to the server, without a slash in front. Like `lastKey` it can
    be there on the last page.
    """
    page_size: int | None = Field(default=None, validation_alias="pageSize", serialization_alias="pageSize")
    """The size that was asked for, or the number of items here. For information only."""
    total_items: int | None = Field(default=None, validation_alias="totalItems", serialization_alias="totalItems")
    """How many items match in all. Orders have it only when `count=true` was asked for."""


class ProductCategories(Model):
    """Where a product belongs."""

    primary: str | None = None
    """The main category."""
    secondary: str | None = None
    """A narrower one."""


class ProductCondition(StrEnum):
    """The condition of an article. A reader must accept a value that is not listed."""

    NEW = "NEW"
    USED = "USED"
    REFURBISHED = "REFURBISHED"


class Step(Model):
    """A program that plays are made of."""

    id: str
    """The id of the step."""
    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step shows up in queries."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The settings the step takes."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the step was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the step was last changed."""
    errors: Errors | None = None


class UnitOfMeasurement(StrEnum):
    """A unit of weight: ounce, pound, gram, kilogram or tonne. A reader must accept a value that is not listed."""

    OZ = "oz"
    LB = "lb"
    G = "g"
    KG = "kg"
    T = "t"


class User(Model):
    """A person with a login."""

    id: str
    """The id of the user."""
    username: str
    """The e-mail address to log in with."""
    analytics_enabled: bool | None = Field(
        default=None, validation_alias="analyticsEnabled", serialization_alias="analyticsEnabled"
    )
    """Whether the user may see analytics."""
    verified: bool | None = None
    """Whether the e-mail address is verified."""
    errors: Errors | None = None

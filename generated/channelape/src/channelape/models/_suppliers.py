"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "EnvironmentVariable",
    "FileColumn",
    "FileDescriptionColumn",
    "FileFieldColumn",
    "FileOptionColumn",
    "FilePriceColumn",
    "FileSettings",
    "FileSource",
    "FileSourceAuthorization",
    "FileTag",
    "FileWeightColumn",
    "OrderQueryParameters",
    "PlaySettings",
    "StepSettings",
    "StepVersion",
    "Supplier",
    "SupplierCreateRequest",
    "SupplierList",
    "SupplierUpdateRequest",
]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors, FileType, OrderStatus, UnitOfMeasurement


class EnvironmentVariable(Model):
    """The value of an environment variable of a step."""

    name: str
    """The name of the variable."""
    value: str | None = None
    """The value of the variable. Never returned for secured variables."""


class FileColumn(Model):
    """A column of a file."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""


class FileDescriptionColumn(Model):
    """A column that holds part of a description, with text around its value."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    prefix: str | None = None
    """Text before the value."""
    suffix: str | None = None
    """Text after the value."""


class FileFieldColumn(Model):
    """A column that holds an additional field."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    key: str
    """The name of the additional field."""


class FileOptionColumn(Model):
    """A column that holds an option. The name of the option is either fixed or read from another column."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    key: str | None = None
    """The name of the option."""
    key_column_index: int | None = Field(
        default=None, validation_alias="keyColumnIndex", serialization_alias="keyColumnIndex"
    )
    """The index of the column that holds the option name, starting at 0."""


class FilePriceColumn(Model):
    """A column that holds a price."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")


class FileSettings(Model):
    """The files of a supplier, and the columns that hold each attribute. Columns are counted from 0. Where several
    columns are allowed, their values are joined or collected.
    """

    sources: list[FileSource] | None = None
    """The files, at least one."""
    product_mapping: FileColumn | None = Field(
        default=None, validation_alias="productMapping", serialization_alias="productMapping"
    )
    sku_mapping: FileColumn | None = Field(
        default=None, validation_alias="skuMapping", serialization_alias="skuMapping"
    )
    upc_mapping: FileColumn | None = Field(
        default=None, validation_alias="upcMapping", serialization_alias="upcMapping"
    )
    vendor_mapping: FileColumn | None = Field(
        default=None, validation_alias="vendorMapping", serialization_alias="vendorMapping"
    )
    primary_category_mapping: FileColumn | None = Field(
        default=None, validation_alias="primaryCategoryMapping", serialization_alias="primaryCategoryMapping"
    )
    secondary_category_mapping: FileColumn | None = Field(
        default=None, validation_alias="secondaryCategoryMapping", serialization_alias="secondaryCategoryMapping"
    )
    title_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="titleMapping", serialization_alias="titleMapping"
    )
    """The columns that hold the title."""
    images_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="imagesMapping", serialization_alias="imagesMapping"
    )
    """The columns that hold image URLs."""
    quantity_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="quantityMapping", serialization_alias="quantityMapping"
    )
    """The columns that hold the quantity."""
    description_mapping: list[FileDescriptionColumn] | None = Field(
        default=None, validation_alias="descriptionMapping", serialization_alias="descriptionMapping"
    )
    """The columns that hold the description."""
    options_mapping: list[FileOptionColumn] | None = Field(
        default=None, validation_alias="optionsMapping", serialization_alias="optionsMapping"
    )
    """The columns that hold the options, such as color and size."""
    additional_fields_mapping: list[FileFieldColumn] | None = Field(
        default=None, validation_alias="additionalFieldsMapping", serialization_alias="additionalFieldsMapping"
    )
    """The columns that hold additional fields."""
    tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="tagsMapping", serialization_alias="tagsMapping"
    )
    """The columns that hold tags of the variant, and tags added to all variants."""
    product_tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="productTagsMapping", serialization_alias="productTagsMapping"
    )
    """The columns that hold tags of the product, and tags added to all products."""
    retail_price_mapping: FilePriceColumn | None = Field(
        default=None, validation_alias="retailPriceMapping", serialization_alias="retailPriceMapping"
    )
    wholesale_price_mapping: FilePriceColumn | None = Field(
        default=None, validation_alias="wholesalePriceMapping", serialization_alias="wholesalePriceMapping"
    )
    weight_mapping: FileWeightColumn | None = Field(
        default=None, validation_alias="weightMapping", serialization_alias="weightMapping"
    )
    removed_from_feed_tag: str | None = Field(
        default=None, validation_alias="removedFromFeedTag", serialization_alias="removedFromFeedTag"
    )
    """The tag for articles that are no longer in the file."""


class FileSource(Model):
    """A file of a supplier."""

    id: str
    """A unique ID of your choice, by which columns refer to the source."""
    file_type: FileType = Field(validation_alias="fileType", serialization_alias="fileType")
    url: str
    """The URL of the file."""
    join_index: int | None = Field(default=None, validation_alias="joinIndex", serialization_alias="joinIndex")
    """The column on which the files are joined."""
    headers: bool | None = None
    """Whether the first line holds column names."""
    authorization: FileSourceAuthorization | None = None


class FileSourceAuthorization(Model):
    """References to the credentials for a file: names of entries in the supplier's credentials, not the credentials
    themselves.
    """

    username_key: str | None = Field(default=None, validation_alias="usernameKey", serialization_alias="usernameKey")
    """The name of the entry that holds the username."""
    password_key: str | None = Field(default=None, validation_alias="passwordKey", serialization_alias="passwordKey")
    """The name of the entry that holds the password."""


class FileTag(Model):
    """A column that holds tags, or a single tag for all items."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    value: str | None = None
    """A fixed tag, used instead of a column."""


class FileWeightColumn(Model):
    """A column that holds a weight."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The ID of the file source."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The index of the column, starting at 0."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )


class OrderQueryParameters(Model):
    """The orders available to a step or play. Intervals are minutes before the run, as strings of digits: `Max` is
    the
    later end of the time range and `Min` the earlier one, so `Min` is the greater number.
    """

    purchased_at_max_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMaxIntervalMinutes",
        serialization_alias="purchasedAtMaxIntervalMinutes",
    )
    """Minimum time since the order was placed, in minutes."""
    purchased_at_min_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMinIntervalMinutes",
        serialization_alias="purchasedAtMinIntervalMinutes",
    )
    """Maximum time since the order was placed, in minutes."""
    updated_at_max_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMaxIntervalMinutes", serialization_alias="updatedAtMaxIntervalMinutes"
    )
    """Minimum time since the order was last updated, in minutes."""
    updated_at_min_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMinIntervalMinutes", serialization_alias="updatedAtMinIntervalMinutes"
    )
    """Maximum time since the order was last updated, in minutes."""
    status: OrderStatus | None = None
    """The status of the orders. Older form of `statuses`."""
    statuses: list[OrderStatus] | None = None
    """The statuses of the orders."""
    channel_ids: list[str] | None = Field(default=None, validation_alias="channelIds", serialization_alias="channelIds")
    """The IDs of the channels of the orders."""


class PlaySettings(Model):
    """The play that a supplier runs, and its settings."""

    play_id: str = Field(validation_alias="playId", serialization_alias="playId")
    """The ID of the play to run."""
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the environment variables of the play's steps."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """Maximum number of concurrent runs, as a string of digits."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class StepSettings(Model):
    """The step that a supplier runs, and its settings."""

    step_id: str = Field(validation_alias="stepId", serialization_alias="stepId")
    """The ID of the step to run."""
    version: StepVersion | None = None
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the step's environment variables."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """Maximum number of concurrent runs, as a string of digits."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class StepVersion(StrEnum):
    """The version of a step to run. Clients must accept unlisted values."""

    PRODUCTION = "PRODUCTION"
    STAGING = "STAGING"
    TEST = "TEST"


class Supplier(Model):
    """A data source of a business, or a program that runs for it. It has at most one of the three types of settings,
    depending on its integration.
    """

    id: str
    """The ID of the supplier."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business to which the supplier belongs."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The ID of the integration, which determines the type of supplier."""
    name: str
    """The name, unique among the suppliers of the business."""
    enabled: bool
    """Whether actions can run on the supplier."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the supplier was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the supplier was last updated."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not documented in the library; judging by its name, whether to wait for a run to finish."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not documented in the library; judging by its name, whether callbacks carry credentials."""
    errors: Errors | None = None


class SupplierCreateRequest(Model):
    """The supplier to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business to which the supplier belongs."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The ID of the integration, which determines the type of supplier."""
    name: str
    """The name, unique among the suppliers of the business."""
    enabled: bool | None = None
    """Whether actions can run on the supplier."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not documented in the library; judging by its name, whether to wait for a run to finish."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not documented in the library; judging by its name, whether callbacks carry credentials."""


class SupplierList(Model):
    """The suppliers of a business."""

    suppliers: list[Supplier]
    """The suppliers."""
    errors: Errors | None = None


class SupplierUpdateRequest(Model):
    """The attributes of a supplier to update."""

    name: str | None = None
    """The name, unique among the suppliers of the business."""
    enabled: bool | None = None
    """Whether actions can run on the supplier."""
    file_settings: FileSettings | None = Field(
        default=None, validation_alias="fileSettings", serialization_alias="fileSettings"
    )
    step_settings: StepSettings | None = Field(
        default=None, validation_alias="stepSettings", serialization_alias="stepSettings"
    )
    play_settings: PlaySettings | None = Field(
        default=None, validation_alias="playSettings", serialization_alias="playSettings"
    )
    synchronous: bool | None = None
    """Not documented in the library; judging by its name, whether to wait for a run to finish."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not documented in the library; judging by its name, whether callbacks carry credentials."""

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors, FileType, OrderStatus, UnitOfMeasurement

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


class EnvironmentVariable(Model):
    """The value of a variable that a step asks for."""

    name: str
    """The name of the variable."""
    value: str | None = None
    """Its value; never returned for secured variables."""


class FileColumn(Model):
    """A column of a file."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""


class FileDescriptionColumn(Model):
    """A column of a description, with text around its value."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    prefix: str | None = None
    """Text in front of the value."""
    suffix: str | None = None
    """Text behind the value."""


class FileFieldColumn(Model):
    """A column of an additional field."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    key: str
    """The name of the additional field."""


class FileOptionColumn(Model):
    """A column of an option. The name of the option is fixed, or stands in another column."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    key: str | None = None
    """The name of the option."""
    key_column_index: int | None = Field(
        default=None, validation_alias="keyColumnIndex", serialization_alias="keyColumnIndex"
    )
    """The column with the name of the option, counted from 0."""


class FilePriceColumn(Model):
    """A column of a price."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")


class FileSettings(Model):
    """The files of a supplier, and which of their columns hold what. Columns are counted from 0. Where a list
    of columns is allowed, their values are joined or collected.
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
    """The columns of the title."""
    images_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="imagesMapping", serialization_alias="imagesMapping"
    )
    """The columns with addresses of images."""
    quantity_mapping: list[FileColumn] | None = Field(
        default=None, validation_alias="quantityMapping", serialization_alias="quantityMapping"
    )
    """The columns of the quantity."""
    description_mapping: list[FileDescriptionColumn] | None = Field(
        default=None, validation_alias="descriptionMapping", serialization_alias="descriptionMapping"
    )
    """The columns of the description."""
    options_mapping: list[FileOptionColumn] | None = Field(
        default=None, validation_alias="optionsMapping", serialization_alias="optionsMapping"
    )
    """The columns of the options, such as color and size."""
    additional_fields_mapping: list[FileFieldColumn] | None = Field(
        default=None, validation_alias="additionalFieldsMapping", serialization_alias="additionalFieldsMapping"
    )
    """The columns of additional fields."""
    tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="tagsMapping", serialization_alias="tagsMapping"
    )
    """The columns of the variant's tags, and tags that all variants get."""
    product_tags_mapping: list[FileTag] | None = Field(
        default=None, validation_alias="productTagsMapping", serialization_alias="productTagsMapping"
    )
    """The columns of the product's tags, and tags that all products get."""
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
    """The tag of articles that are no longer in the file."""


class FileSource(Model):
    """A file of a supplier."""

    id: str
    """A name of your own, which the columns refer to. Each source has a different one."""
    file_type: FileType = Field(validation_alias="fileType", serialization_alias="fileType")
    url: str
    """Where the file is."""
    join_index: int | None = Field(default=None, validation_alias="joinIndex", serialization_alias="joinIndex")
    """The column by which the files are joined."""
    headers: bool | None = None
    """Whether the first line holds names."""
    authorization: FileSourceAuthorization | None = None


class FileSourceAuthorization(Model):
    """Where the credentials for a file are: names of entries among the credentials of the supplier, not the
    credentials themselves.
    """

    username_key: str | None = Field(default=None, validation_alias="usernameKey", serialization_alias="usernameKey")
    """The name of the entry with the user."""
    password_key: str | None = Field(default=None, validation_alias="passwordKey", serialization_alias="passwordKey")
    """The name of the entry with the password."""


class FileTag(Model):
    """A column with tags, or one tag that everything gets."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    value: str | None = None
    """The tag itself, in place of a column."""


class FileWeightColumn(Model):
    """A column of a weight."""

    source_id: str | None = Field(default=None, validation_alias="sourceId", serialization_alias="sourceId")
    """The file, by the id it has among the sources."""
    column_index: int | None = Field(default=None, validation_alias="columnIndex", serialization_alias="columnIndex")
    """The column, counted from 0."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )


class OrderQueryParameters(Model):
    """Which orders a step or play gets to see. The intervals are minutes before the run, digits as text: `Max`
    is the later end of the span, `Min` the earlier one, so `Min` is the greater number.
    """

    purchased_at_max_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMaxIntervalMinutes",
        serialization_alias="purchasedAtMaxIntervalMinutes",
    )
    """How long ago the order was placed at least."""
    purchased_at_min_interval_minutes: str | None = Field(
        default=None,
        validation_alias="purchasedAtMinIntervalMinutes",
        serialization_alias="purchasedAtMinIntervalMinutes",
    )
    """How long ago the order was placed at most."""
    updated_at_max_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMaxIntervalMinutes", serialization_alias="updatedAtMaxIntervalMinutes"
    )
    """How long ago the order changed at least."""
    updated_at_min_interval_minutes: str | None = Field(
        default=None, validation_alias="updatedAtMinIntervalMinutes", serialization_alias="updatedAtMinIntervalMinutes"
    )
    """How long ago the order changed at most."""
    status: OrderStatus | None = None
    """The state of the orders. The older form of `statuses`."""
    statuses: list[OrderStatus] | None = None
    """The states of the orders."""
    channel_ids: list[str] | None = Field(default=None, validation_alias="channelIds", serialization_alias="channelIds")
    """The channels of the orders."""


class PlaySettings(Model):
    """Which play a supplier runs, and with what."""

    play_id: str = Field(validation_alias="playId", serialization_alias="playId")
    """The play to run."""
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the variables that the steps of the play ask for."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """How many runs may be under way at a time, digits as text."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class StepSettings(Model):
    """Which step a supplier runs, and with what."""

    step_id: str = Field(validation_alias="stepId", serialization_alias="stepId")
    """The step to run."""
    version: StepVersion | None = None
    environment_variables: list[EnvironmentVariable] | None = Field(
        default=None, validation_alias="environmentVariables", serialization_alias="environmentVariables"
    )
    """The values of the variables that the step asks for."""
    maximum_concurrent_connections: str | None = Field(
        default=None,
        validation_alias="maximumConcurrentConnections",
        serialization_alias="maximumConcurrentConnections",
    )
    """How many runs may be under way at a time, digits as text."""
    order_query_parameters: OrderQueryParameters | None = Field(
        default=None, validation_alias="orderQueryParameters", serialization_alias="orderQueryParameters"
    )


class StepVersion(StrEnum):
    """Which version of a step to run. A reader must accept a value that is not listed."""

    PRODUCTION = "PRODUCTION"
    STAGING = "STAGING"
    TEST = "TEST"


class Supplier(Model):
    """Where data of a business comes from, or a program that works for it. Of the three kinds of settings it
    has the one that fits its integration, or none.
    """

    id: str
    """The id of the supplier."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it belongs to."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The kind of supplier it is."""
    name: str
    """Its name, which no other supplier of the business has."""
    enabled: bool
    """Whether actions can run on it."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When it was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
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
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""
    errors: Errors | None = None


class SupplierCreateRequest(Model):
    """A new supplier."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it belongs to."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The kind of supplier it is."""
    name: str
    """Its name, which no other supplier of the business has."""
    enabled: bool | None = None
    """Whether actions can run on it."""
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
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""


class SupplierList(Model):
    """The suppliers of a business."""

    suppliers: list[Supplier]
    """The suppliers."""
    errors: Errors | None = None


class SupplierUpdateRequest(Model):
    """What to change of a supplier."""

    name: str | None = None
    """Its name, which no other supplier of the business has."""
    enabled: bool | None = None
    """Whether actions can run on it."""
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
    """Not explained by the library; by its name, whether a run is waited for."""
    authenticated_callback: bool | None = Field(
        default=None, validation_alias="authenticatedCallback", serialization_alias="authenticatedCallback"
    )
    """Not explained by the library; by its name, whether calls back to it carry credentials."""

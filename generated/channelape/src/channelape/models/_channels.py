"""Models; their names are those of the package `models`."""

from __future__ import annotations

from typing import Any

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import AdditionalField, Errors, UnitOfMeasurement

__all__ = [
    "Channel",
    "ChannelCreateRequest",
    "ChannelCredentials",
    "ChannelList",
    "ChannelPriceType",
    "ChannelSettings",
    "ChannelSettingsRequest",
    "ChannelUpdateField",
    "ChannelUpdateRequest",
    "OutputFile",
    "OutputFileColumn",
    "OutputFileColumnField",
]


class Channel(Model):
    """Where a business sells, such as a shop or a marketplace, or a file it exports to."""

    id: str
    """The id of the channel."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that sells here."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The integration that does the work; it says which kind of channel this is."""
    name: str
    """The name, unique among the channels of the business."""
    enabled: bool
    """Whether the channel is installed. One that is not can run no actions."""
    settings: ChannelSettings
    additional_fields: list[AdditionalField] = Field(
        validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the channel."""
    location_id: str | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The location whose stock the channel sells; orders of the channel then move quantities there. One
    location has one channel at most (code 264).
    """
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the channel was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class ChannelCreateRequest(Model):
    """A new custom export."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that exports."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The integration of custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`."""
    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. One that is not can run no actions."""
    settings: ChannelSettingsRequest | None = None
    """What ChannelApe may do on the channel, and how."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the channel."""
    credentials: ChannelCredentials | None = None
    """Secrets of the channel, by the names its integration has for them."""


ChannelCredentials = TypeAliasType("ChannelCredentials", dict[str, Any])
"""Secrets of the channel, by the names its integration has for them. They never come back."""


class ChannelList(Model):
    """The channels of a business."""

    channels: list[Channel]
    """The channels, all of them."""
    errors: Errors | None = None


class ChannelPriceType(StrEnum):
    """Which price of a variant a channel uses. A reader must accept a value that is not listed."""

    RETAIL = "retail"
    WHOLESALE = "wholesale"


class ChannelSettings(Model):
    """What ChannelApe may do on a channel, and how."""

    allow_create: bool = Field(validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products may be added."""
    allow_read: bool = Field(validation_alias="allowRead", serialization_alias="allowRead")
    """Whether the products that are there may be read."""
    allow_update: bool = Field(validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products may be changed."""
    allow_delete: bool = Field(validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products may be removed."""
    disable_variants: bool = Field(validation_alias="disableVariants", serialization_alias="disableVariants")
    """Whether products go there without variants."""
    price_type: ChannelPriceType = Field(validation_alias="priceType", serialization_alias="priceType")
    update_fields: list[ChannelUpdateField] = Field(validation_alias="updateFields", serialization_alias="updateFields")
    """What is carried over when a product changes."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelSettingsRequest(Model):
    """What ChannelApe may do on a channel, and how. Whatever is left out gets its default."""

    allow_create: bool | None = Field(default=None, validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products may be added."""
    allow_read: bool | None = Field(default=None, validation_alias="allowRead", serialization_alias="allowRead")
    """Whether the products that are there may be read."""
    allow_update: bool | None = Field(default=None, validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products may be changed."""
    allow_delete: bool | None = Field(default=None, validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products may be removed."""
    disable_variants: bool | None = Field(
        default=None, validation_alias="disableVariants", serialization_alias="disableVariants"
    )
    """Whether products go there without variants."""
    price_type: ChannelPriceType | None = Field(
        default=None, validation_alias="priceType", serialization_alias="priceType"
    )
    """Which price of a variant is used, `retail` unless given (code 85)."""
    update_fields: list[ChannelUpdateField] | None = Field(
        default=None, validation_alias="updateFields", serialization_alias="updateFields"
    )
    """What is carried over when a product changes (code 86)."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelUpdateField(StrEnum):
    """Something that is carried over to a channel. A reader must accept a value that is not listed."""

    IMAGES = "images"
    INVENTORY_QUANTITY = "inventoryQuantity"
    VENDOR = "vendor"
    PRICE = "price"
    WEIGHT = "weight"
    DESCRIPTION = "description"
    TITLE = "title"
    TAGS = "tags"


class ChannelUpdateRequest(Model):
    """A custom export as it is to be."""

    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. Left out means not."""
    settings: ChannelSettingsRequest | None = None
    """What ChannelApe may do on the channel, and how."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the channel."""
    credentials: ChannelCredentials | None = None
    """Secrets of the channel, by the names its integration has for them."""


class OutputFile(Model):
    """What an exported file looks like."""

    header: bool | None = None
    """Whether the first row holds the headings of the columns."""
    columns: list[OutputFileColumn] | None = None
    """The columns, from left to right."""


class OutputFileColumn(Model):
    """A column of an exported file: either a `field` of product or variant, or the same `value` in every cell."""

    header: str | bool
    """The heading, a text that is not empty (code 195)."""
    field: OutputFileColumnField | None = None
    index: int | None = None
    """Which picture, from 0; for `productImage` and `image`, where it is needed (code 198). The cell is null
    when there is none.
    """
    key: str | None = None
    """Which entry; for `optionValue` and `additionalFieldValue`, where it is needed (code 197). The cell is
    null when there is none.
    """
    value: str | None = None
    """What to write into every cell. Only without `field`."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )
    """The unit of `weight`, grams unless given (code 146)."""


class OutputFileColumnField(StrEnum):
    """What a column holds. Names that begin with `product` are about the product, the others about the variant.
    Option names and tags are sorted and joined by commas. A reader must accept a value that is not listed.
    """

    PRODUCT_CREATED_AT = "productCreatedAt"
    PRODUCT_DESCRIPTION = "productDescription"
    PRODUCT_ID = "productId"
    PRODUCT_IMAGE = "productImage"
    PRODUCT_OPTION_KEYS = "productOptionKeys"
    PRODUCT_PRIMARY_CATEGORY = "productPrimaryCategory"
    PRODUCT_SECONDARY_CATEGORY = "productSecondaryCategory"
    PRODUCT_TAGS = "productTags"
    PRODUCT_TITLE = "productTitle"
    PRODUCT_UPDATED_AT = "productUpdatedAt"
    PRODUCT_VENDOR = "productVendor"
    PRODUT_DESCRIPTION = "produtDescription"
    ADDITIONAL_FIELD_VALUE = "additionalFieldValue"
    ALPHABETIC_CURRENCY_CODE = "alphabeticCurrencyCode"
    CONDITION = "condition"
    DESCRIPTION = "description"
    IMAGE = "image"
    INVENTORY_ITEM_VALUE = "inventoryItemValue"
    OPTION_VALUE = "optionValue"
    PRIMARY_CATEGORY = "primaryCategory"
    QUANTITY = "quantity"
    RETAIL_PRICE = "retailPrice"
    SECONDARY_CATEGORY = "secondaryCategory"
    SKU = "sku"
    TAGS = "tags"
    TITLE = "title"
    UPC = "upc"
    VARIANT_CREATED_AT = "variantCreatedAt"
    VARIANT_UPDATED_AT = "variantUpdatedAt"
    VENDOR = "vendor"
    WEIGHT = "weight"
    WHOLESALE_PRICE = "wholesalePrice"

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

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

from typing import Any

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import AdditionalField, Errors, UnitOfMeasurement


class Channel(Model):
    """A place where a business sells, such as a shop or a marketplace, or a file to which it exports."""

    id: str
    """The ID of the channel."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that sells on the channel."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The ID of the integration, which determines the type of channel."""
    name: str
    """The name, unique among the channels of the business."""
    enabled: bool
    """Whether the channel is installed. A channel that is not installed cannot run actions."""
    settings: ChannelSettings
    additional_fields: list[AdditionalField] = Field(
        validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional attributes of the channel."""
    location_id: str | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location whose stock the channel sells. Orders of the channel change quantities at this
    location. A location has at most one channel (code 264).
    """
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the channel was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the channel was last updated."""
    errors: Errors | None = None


class ChannelCreateRequest(Model):
    """The custom export channel to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that exports."""
    integration_id: str = Field(validation_alias="integrationId", serialization_alias="integrationId")
    """The ID of the integration for custom exports, `02df0b31-a071-4791-b9c2-aa01e4fb0ce6`."""
    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. A channel that is not installed cannot run actions."""
    settings: ChannelSettingsRequest | None = None
    """The operations allowed on the channel and their options."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional attributes of the channel."""
    credentials: ChannelCredentials | None = None
    """The credentials of the channel, with the names that its integration defines."""


ChannelCredentials = TypeAliasType("ChannelCredentials", dict[str, Any])
"""The credentials of a channel, with the names that its integration defines. They are never returned."""


class ChannelList(Model):
    """The channels of a business."""

    channels: list[Channel]
    """All channels of the business."""
    errors: Errors | None = None


class ChannelPriceType(StrEnum):
    """The variant price that a channel uses. Clients must accept unlisted values."""

    RETAIL = "retail"
    WHOLESALE = "wholesale"


class ChannelSettings(Model):
    """The operations that ChannelApe is allowed to perform on a channel, and their options."""

    allow_create: bool = Field(validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products can be created."""
    allow_read: bool = Field(validation_alias="allowRead", serialization_alias="allowRead")
    """Whether existing products can be read."""
    allow_update: bool = Field(validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products can be updated."""
    allow_delete: bool = Field(validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products can be deleted."""
    disable_variants: bool = Field(validation_alias="disableVariants", serialization_alias="disableVariants")
    """Whether products are sent without variants."""
    price_type: ChannelPriceType = Field(validation_alias="priceType", serialization_alias="priceType")
    update_fields: list[ChannelUpdateField] = Field(validation_alias="updateFields", serialization_alias="updateFields")
    """The attributes to transfer when a product changes."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelSettingsRequest(Model):
    """The operations that ChannelApe is allowed to perform on a channel, and their options. Omitted settings get
    their
    defaults.
    """

    allow_create: bool | None = Field(default=None, validation_alias="allowCreate", serialization_alias="allowCreate")
    """Whether products can be created."""
    allow_read: bool | None = Field(default=None, validation_alias="allowRead", serialization_alias="allowRead")
    """Whether existing products can be read."""
    allow_update: bool | None = Field(default=None, validation_alias="allowUpdate", serialization_alias="allowUpdate")
    """Whether products can be updated."""
    allow_delete: bool | None = Field(default=None, validation_alias="allowDelete", serialization_alias="allowDelete")
    """Whether products can be deleted."""
    disable_variants: bool | None = Field(
        default=None, validation_alias="disableVariants", serialization_alias="disableVariants"
    )
    """Whether products are sent without variants."""
    price_type: ChannelPriceType | None = Field(
        default=None, validation_alias="priceType", serialization_alias="priceType"
    )
    """The variant price to use (code 85). Defaults to `retail`."""
    update_fields: list[ChannelUpdateField] | None = Field(
        default=None, validation_alias="updateFields", serialization_alias="updateFields"
    )
    """The attributes to transfer when a product changes (code 86)."""
    output_file: OutputFile | None = Field(
        default=None, validation_alias="outputFile", serialization_alias="outputFile"
    )


class ChannelUpdateField(StrEnum):
    """An attribute that is transferred to a channel. Clients must accept unlisted values."""

    IMAGES = "images"
    INVENTORY_QUANTITY = "inventoryQuantity"
    VENDOR = "vendor"
    PRICE = "price"
    WEIGHT = "weight"
    DESCRIPTION = "description"
    TITLE = "title"
    TAGS = "tags"


class ChannelUpdateRequest(Model):
    """The new values of a custom export channel."""

    name: str
    """The name, unique among the channels of the business (codes 87 and 88)."""
    enabled: bool | None = None
    """Whether the channel is installed. Defaults to false."""
    settings: ChannelSettingsRequest | None = None
    """The operations allowed on the channel and their options."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional attributes of the channel."""
    credentials: ChannelCredentials | None = None
    """The credentials of the channel, with the names that its integration defines."""


class OutputFile(Model):
    """The format of an exported file."""

    header: bool | None = None
    """Whether the first row holds the column headers."""
    columns: list[OutputFileColumn] | None = None
    """The columns, from left to right."""


class OutputFileColumn(Model):
    """A column of an exported file: either a `field` of the product or variant, or the same `value` in every cell."""

    header: str | bool
    """The header of the column, a non-empty string (code 195)."""
    field: OutputFileColumnField | None = None
    index: int | None = None
    """The index of the image, starting at 0. Required for `productImage` and `image` (code 198). The cell is null
    if there is no such image.
    """
    key: str | None = None
    """The key of the entry. Required for `optionValue` and `additionalFieldValue` (code 197). The cell is null if
    there is no such entry.
    """
    value: str | None = None
    """The value of every cell. Only valid without `field`."""
    unit_of_measurement: UnitOfMeasurement | None = Field(
        default=None, validation_alias="unitOfMeasurement", serialization_alias="unitOfMeasurement"
    )
    """The unit of `weight` (code 146). Defaults to grams."""


class OutputFileColumnField(StrEnum):
    """The content of a column. Names that start with `product` refer to the product, the others to the variant.
    Option
    names and tags are sorted and joined with commas. Clients must accept unlisted values.
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

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Variant", "VariantList", "VariantSearchPage", "VariantSearchResult"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import AnyDecimal, Timestamp
from ._shared import Errors, Pagination, ProductCategories, ProductCondition


class Variant(Model):
    """A version of a product, such as one color and size."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The ID of the product to which the variant belongs."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that identifies the variant, depending on the inventory item key of the business."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str
    """The title of the variant."""
    description: str | None = None
    """The description of the variant, usually as HTML."""
    vendor: str | None = None
    """The manufacturer of the variant."""
    condition: ProductCondition | None = None
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of both prices. Search results name it `currencyCode`."""
    retail_price: AnyDecimal | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """The price that customers pay."""
    wholesale_price: AnyDecimal | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """The price that the business pays."""
    grams: AnyDecimal | None = None
    """The weight in grams, as a decimal string."""
    quantity: int | None = None
    """Number of units in stock."""
    categories: ProductCategories | None = None
    """The categories of the variant."""
    options: dict[str, str] | None = None
    """The option values that distinguish the variant, by the option keys of the product."""
    additional_fields: dict[str, str] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Custom values by name. This is a map, unlike the lists of the same name elsewhere."""
    images: list[str] | None = None
    """The URLs of the product's images."""
    tags: list[str] | None = None
    """Custom tags. Product filters can match them."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the variant was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the variant was last updated."""
    errors: Errors | None = None


class VariantList(Model):
    """The variants of a product."""

    variants: list[Variant]
    """All schedules of the business."""
    errors: Errors | None = None


class VariantSearchPage(Model):
    """A page of search results."""

    variant_search_results: list[VariantSearchResult] = Field(
        validation_alias="variantSearchResults", serialization_alias="variantSearchResults"
    )
    """The search results on this page."""
    pagination: Pagination
    errors: Errors | None = None


class VariantSearchResult(Model):
    """A search result with a summary of a variant. Get the variant for the remaining attributes."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The ID of the product to which the variant belongs."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that identifies the variant, depending on the inventory item key of the business."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that sells the variant. Variants themselves lack this attribute."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str | None = None
    """The title of the variant."""
    vendor: str | None = None
    """The manufacturer of the variant."""
    condition: ProductCondition | None = None
    primary_category: str | None = Field(
        default=None, validation_alias="primaryCategory", serialization_alias="primaryCategory"
    )
    """The main category."""
    secondary_category: str | None = Field(
        default=None, validation_alias="secondaryCategory", serialization_alias="secondaryCategory"
    )
    """A more specific category."""
    tags: list[str] | None = None
    """Custom tags. Product filters can match them."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")
    """The currency of both prices. Variants themselves name it `alphabeticCurrencyCode`."""
    retail_price: AnyDecimal | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """The price that customers pay."""
    wholesale_price: AnyDecimal | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """The price that the business pays."""
    grams: AnyDecimal | None = None
    """The weight in grams, as a decimal string."""
    quantity: int | None = None
    """Number of units in stock."""

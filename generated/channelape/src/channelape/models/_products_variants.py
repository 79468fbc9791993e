"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import DecimalString, Timestamp
from ._shared import Errors, Pagination, ProductCategories, ProductCondition

__all__ = ["Variant", "VariantList", "VariantSearchPage", "VariantSearchResult"]


class Variant(Model):
    """A product in one of its forms, such as a color and a size."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The product it is a variant of."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that names the variant, depending on the inventory item key of the business."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str
    """What the variant is called."""
    description: str | None = None
    """What it is, mostly as HTML."""
    vendor: str | None = None
    """Who makes it."""
    condition: ProductCondition | None = None
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of both prices. Hits of a search call it `currencyCode`."""
    retail_price: DecimalString | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """What a customer pays."""
    wholesale_price: DecimalString | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """What the business pays."""
    grams: DecimalString | None = None
    """The weight in grams, a decimal text."""
    quantity: int | None = None
    """How many units there are."""
    categories: ProductCategories | None = None
    """Where it belongs."""
    options: dict[str, str] | None = None
    """What makes it differ from the other variants, by the option keys of the product."""
    additional_fields: dict[str, str] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Texts of your own, by name. A map, unlike the lists of the same name elsewhere."""
    images: list[str] | None = None
    """The addresses of its pictures."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the variant was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the variant was last changed."""
    errors: Errors | None = None


class VariantList(Model):
    """The variants of a product."""

    variants: list[Variant]
    """All of them."""
    errors: Errors | None = None


class VariantSearchPage(Model):
    """A page of hits."""

    variant_search_results: list[VariantSearchResult] = Field(
        validation_alias="variantSearchResults", serialization_alias="variantSearchResults"
    )
    """The hits of this page."""
    pagination: Pagination
    errors: Errors | None = None


class VariantSearchResult(Model):
    """A hit of a search, with the short facts of a variant. Get the variant for the others."""

    product_id: str = Field(validation_alias="productId", serialization_alias="productId")
    """The product it is a variant of."""
    inventory_item_value: str = Field(validation_alias="inventoryItemValue", serialization_alias="inventoryItemValue")
    """The SKU or UPC that names the variant, depending on the inventory item key of the business."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that sells it. A variant itself does not tell."""
    sku: str | None = None
    """The SKU."""
    upc: str | None = None
    """The UPC."""
    title: str | None = None
    """What the variant is called."""
    vendor: str | None = None
    """Who makes it."""
    condition: ProductCondition | None = None
    primary_category: str | None = Field(
        default=None, validation_alias="primaryCategory", serialization_alias="primaryCategory"
    )
    """The main category."""
    secondary_category: str | None = Field(
        default=None, validation_alias="secondaryCategory", serialization_alias="secondaryCategory"
    )
    """A narrower one."""
    tags: list[str] | None = None
    """Words of your own, which product filters can ask for."""
    currency_code: str | None = Field(default=None, validation_alias="currencyCode", serialization_alias="currencyCode")
    """The currency of both prices. A variant itself calls it `alphabeticCurrencyCode`."""
    retail_price: DecimalString | None = Field(
        default=None, validation_alias="retailPrice", serialization_alias="retailPrice"
    )
    """What a customer pays."""
    wholesale_price: DecimalString | None = Field(
        default=None, validation_alias="wholesalePrice", serialization_alias="wholesalePrice"
    )
    """What the business pays."""
    grams: DecimalString | None = None
    """The weight in grams, a decimal text."""
    quantity: int | None = None
    """How many units there are."""

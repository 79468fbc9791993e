"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["ProductFilter", "ProductFilterCreateRequest", "ProductFilterList", "ProductFilterUpdateRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import AnyDecimal, Timestamp
from ._shared import Errors, ProductCondition


class ProductFilter(Model):
    """A rule that selects products."""

    label: str | None = None
    """The display name of the filter."""
    complement: bool
    """Whether to invert the filter so that it selects products that do not match."""
    skus: list[str]
    """SKUs to match."""
    upcs: list[str]
    """UPCs to match."""
    tags: list[str]
    """Tags to match."""
    vendors: list[str]
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part must match is not documented."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category to match."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the more specific category to match."""
    weight_min: AnyDecimal | None = Field(default=None, validation_alias="weightMin", serialization_alias="weightMin")
    """Minimum weight, zero or more."""
    weight_max: AnyDecimal | None = Field(default=None, validation_alias="weightMax", serialization_alias="weightMax")
    """Maximum weight, not below the minimum."""
    retail_min: AnyDecimal | None = Field(default=None, validation_alias="retailMin", serialization_alias="retailMin")
    """Minimum retail price, zero or more."""
    retail_max: AnyDecimal | None = Field(default=None, validation_alias="retailMax", serialization_alias="retailMax")
    """Maximum retail price, not below the minimum."""
    wholesale_min: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """Minimum wholesale price, zero or more."""
    wholesale_max: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """Maximum wholesale price, not below the minimum."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """Minimum quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """Maximum quantity, not below the minimum."""
    id: str
    """The ID of the product filter."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the filter."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the price criteria."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the filter was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the filter was last updated."""
    errors: Errors | None = None


class ProductFilterCreateRequest(Model):
    """The product filter to create. Only the business is required."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that will own the filter."""
    label: str | None = None
    """The display name of the filter."""
    complement: bool | None = None
    """Whether to invert the filter so that it selects products that do not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part must match is not documented."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category to match."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the more specific category to match."""
    weight_min: AnyDecimal | None = Field(default=None, validation_alias="weightMin", serialization_alias="weightMin")
    """Minimum weight, zero or more."""
    weight_max: AnyDecimal | None = Field(default=None, validation_alias="weightMax", serialization_alias="weightMax")
    """Maximum weight, not below the minimum."""
    retail_min: AnyDecimal | None = Field(default=None, validation_alias="retailMin", serialization_alias="retailMin")
    """Minimum retail price, zero or more."""
    retail_max: AnyDecimal | None = Field(default=None, validation_alias="retailMax", serialization_alias="retailMax")
    """Maximum retail price, not below the minimum."""
    wholesale_min: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """Minimum wholesale price, zero or more."""
    wholesale_max: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """Maximum wholesale price, not below the minimum."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """Minimum quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """Maximum quantity, not below the minimum."""


class ProductFilterList(Model):
    """A list of product filters of a business."""

    product_filters: list[ProductFilter] | None = Field(
        default=None, validation_alias="productFilters", serialization_alias="productFilters"
    )
    """The product filters."""
    errors: Errors | None = None


class ProductFilterUpdateRequest(Model):
    """The new values of a product filter. A complete filter returned by another call is accepted."""

    label: str | None = None
    """The display name of the filter."""
    complement: bool | None = None
    """Whether to invert the filter so that it selects products that do not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part must match is not documented."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category to match."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the more specific category to match."""
    weight_min: AnyDecimal | None = Field(default=None, validation_alias="weightMin", serialization_alias="weightMin")
    """Minimum weight, zero or more."""
    weight_max: AnyDecimal | None = Field(default=None, validation_alias="weightMax", serialization_alias="weightMax")
    """Maximum weight, not below the minimum."""
    retail_min: AnyDecimal | None = Field(default=None, validation_alias="retailMin", serialization_alias="retailMin")
    """Minimum retail price, zero or more."""
    retail_max: AnyDecimal | None = Field(default=None, validation_alias="retailMax", serialization_alias="retailMax")
    """Maximum retail price, not below the minimum."""
    wholesale_min: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """Minimum wholesale price, zero or more."""
    wholesale_max: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """Maximum wholesale price, not below the minimum."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """Minimum quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """Maximum quantity, not below the minimum."""
    id: str | None = None
    """The ID of the filter. The ID in the path takes precedence."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The value previously returned."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The value previously returned."""
    errors: Errors | None = None

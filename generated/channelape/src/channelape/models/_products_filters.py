"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import DecimalString, Timestamp
from ._shared import Errors, ProductCondition

__all__ = ["ProductFilter", "ProductFilterCreateRequest", "ProductFilterList", "ProductFilterUpdateRequest"]


class ProductFilter(Model):
    """A rule that chooses products."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str]
    """SKUs to match."""
    upcs: list[str]
    """UPCs to match."""
    tags: list[str]
    """Tags to match."""
    vendors: list[str]
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""
    id: str
    """The id of the filter."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the filter."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the price criteria."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the filter was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the filter was last changed."""
    errors: Errors | None = None


class ProductFilterCreateRequest(Model):
    """A new filter. The business alone is enough."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the filter."""
    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""


class ProductFilterList(Model):
    """Some of the filters of a business."""

    product_filters: list[ProductFilter] | None = Field(
        default=None, validation_alias="productFilters", serialization_alias="productFilters"
    )
    """The filters."""
    errors: Errors | None = None


class ProductFilterUpdateRequest(Model):
    """A filter as it is to be, which may be a whole filter as it was read."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""
    id: str | None = None
    """The id of the filter; the path decides."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """As it was read."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """As it was read."""
    errors: Errors | None = None

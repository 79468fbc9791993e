"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "ProductModifier",
    "ProductModifierCreateRequest",
    "ProductModifierList",
    "ProductModifierOperation",
    "ProductModifierTarget",
    "ProductModifierUpdateRequest",
]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors


class ProductModifier(Model):
    """A rule that changes a value of products when they are pushed to a channel."""

    id: str | None = None
    """The ID of the product modifier."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the modifier."""
    name: str | None = None
    """The display name of the modifier."""
    description: str | None = None
    """A description of the modifier."""
    modifier: ProductModifierOperation | None = None
    """The operation to apply."""
    target: ProductModifierTarget | None = None
    """The attribute to change."""
    value: str | None = None
    """The value to set or add, always as a string."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the modifier was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the modifier was last updated."""
    errors: Errors | None = None


class ProductModifierCreateRequest(Model):
    """The product modifier to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that will own the modifier."""
    name: str
    """The display name of the modifier."""
    description: str | None = None
    """A description of the modifier."""
    modifier: ProductModifierOperation | None = None
    """The operation to apply."""
    target: ProductModifierTarget | None = None
    """The attribute to change."""
    value: str | None = None
    """The value to set or add, always as a string."""


class ProductModifierList(Model):
    """The product modifiers of a business."""

    product_modifiers: list[ProductModifier] | None = Field(
        default=None, validation_alias="productModifiers", serialization_alias="productModifiers"
    )
    """All schedules of the business."""
    errors: Errors | None = None


class ProductModifierOperation(StrEnum):
    """The operation applied to a value. Only two are known; clients must accept unlisted values.

    * `setEqualTo`: replace the value with the modifier's value.
    * `addAmount`: add the modifier's value.
    """

    SET_EQUAL_TO = "setEqualTo"
    ADD_AMOUNT = "addAmount"


class ProductModifierTarget(StrEnum):
    """The attribute of a variant that the modifier changes. Only two are known; clients must accept unlisted values."""

    QUANTITY = "quantity"
    RETAIL_PRICE = "retailPrice"


class ProductModifierUpdateRequest(Model):
    """The new values of a product modifier."""

    name: str
    """The display name of the modifier."""
    description: str | None = None
    """A description of the modifier."""
    modifier: ProductModifierOperation | None = None
    """The operation to apply."""
    target: ProductModifierTarget | None = None
    """The attribute to change."""
    value: str | None = None
    """The value to set or add, always as a string."""

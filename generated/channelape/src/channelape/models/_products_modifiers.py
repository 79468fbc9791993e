"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors

__all__ = [
    "ProductModifier",
    "ProductModifierCreateRequest",
    "ProductModifierList",
    "ProductModifierOperation",
    "ProductModifierTarget",
    "ProductModifierUpdateRequest",
]


class ProductModifier(Model):
    """A rule that changes a value of products on their way to a channel."""

    id: str | None = None
    """The id of the modifier."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the modifier."""
    name: str | None = None
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation | None = None
    """What it does."""
    target: ProductModifierTarget | None = None
    """What it does that with."""
    value: str | None = None
    """What it sets or adds, as text even where it is a number."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the modifier was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the modifier was last changed."""
    errors: Errors | None = None


class ProductModifierCreateRequest(Model):
    """A new modifier."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the modifier."""
    name: str
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation
    """What to do."""
    target: ProductModifierTarget
    """What to do it with."""
    value: str
    """What to set or add, as text even where it is a number."""


class ProductModifierList(Model):
    """The modifiers of a business."""

    product_modifiers: list[ProductModifier] | None = Field(
        default=None, validation_alias="productModifiers", serialization_alias="productModifiers"
    )
    """All of them."""
    errors: Errors | None = None


class ProductModifierOperation(StrEnum):
    """What to do with a value. Only two are known, so a reader must accept a value that is not listed.

    * `setEqualTo`: use the modifier's value instead.
    * `addAmount`: add the modifier's value.
    """

    SET_EQUAL_TO = "setEqualTo"
    ADD_AMOUNT = "addAmount"


class ProductModifierTarget(StrEnum):
    """The member of a variant whose value is changed. Only two are known, so a reader must accept a value that is
    not listed.
    """

    QUANTITY = "quantity"
    RETAIL_PRICE = "retailPrice"


class ProductModifierUpdateRequest(Model):
    """A modifier as it is to be."""

    name: str
    """The name of the modifier, for people."""
    description: str | None = None
    """What it is for."""
    modifier: ProductModifierOperation
    """What to do."""
    target: ProductModifierTarget
    """What to do it with."""
    value: str
    """What to set or add, as text even where it is a number."""

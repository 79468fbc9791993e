"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["CategoryModifier", "ProductPush", "ProductPushList", "ProductPushRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class CategoryModifier(Model):
    """A change to a category. Name and value are given together; neither can be blank."""

    name: str | None = None
    """The name, probably of an operation, as in product modifiers."""
    value: str | None = None
    """The value, probably a category."""


class ProductPush(Model):
    """The products shown at one position of a channel and the changes applied to them."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel."""
    ordinal: int | None = None
    """The position among the pushes of the channel, starting at 1. Lower positions are evaluated first."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the channel."""
    product_filter_ids: list[str] | None = Field(
        default=None, validation_alias="productFilterIds", serialization_alias="productFilterIds"
    )
    """The IDs of the filters that select the products."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The IDs of the modifiers that are applied."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """The change to the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """The change to the more specific category."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the push was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the push was last updated."""
    errors: Errors | None = None


class ProductPushList(Model):
    """The product pushes of a channel."""

    product_pushes: list[ProductPush] | None = Field(
        default=None, validation_alias="productPushes", serialization_alias="productPushes"
    )
    """All schedules of the business."""
    errors: Errors | None = None


class ProductPushRequest(Model):
    """The products to push and the changes to apply."""

    product_filter_ids: list[str] = Field(validation_alias="productFilterIds", serialization_alias="productFilterIds")
    """The IDs of the filters that select the products, at least one."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The IDs of the modifiers to apply. No two of them may change the same attribute."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """The change to the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """The change to the more specific category."""

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["CategoryModifier", "ProductPush", "ProductPushList", "ProductPushRequest"]


class CategoryModifier(Model):
    """What to do with a category. Name and value belong together; neither may be blank."""

    name: str | None = None
    """The name. Probably that of an operation, as in product modifiers."""
    value: str | None = None
    """The value, probably a category."""


class ProductPush(Model):
    """What a channel shows at one place, and how."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel."""
    ordinal: int | None = None
    """The place among the pushes of the channel, from 1. Lower ones come first."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the channel."""
    product_filter_ids: list[str] | None = Field(
        default=None, validation_alias="productFilterIds", serialization_alias="productFilterIds"
    )
    """The filters that choose the products."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The modifiers that change them."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """What is done with the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """What is done with the narrower category."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the push was put."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the push was last changed."""
    errors: Errors | None = None


class ProductPushList(Model):
    """The pushes of a channel."""

    product_pushes: list[ProductPush] | None = Field(
        default=None, validation_alias="productPushes", serialization_alias="productPushes"
    )
    """All of them."""
    errors: Errors | None = None


class ProductPushRequest(Model):
    """What a push is to show, and how."""

    product_filter_ids: list[str] = Field(validation_alias="productFilterIds", serialization_alias="productFilterIds")
    """The filters that choose the products, at least one."""
    product_modifier_ids: list[str] | None = Field(
        default=None, validation_alias="productModifierIds", serialization_alias="productModifierIds"
    )
    """The modifiers that change them, no two of which change the same thing."""
    primary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="primaryCategoryModifier", serialization_alias="primaryCategoryModifier"
    )
    """What to do with the main category."""
    secondary_category_modifier: CategoryModifier | None = Field(
        default=None, validation_alias="secondaryCategoryModifier", serialization_alias="secondaryCategoryModifier"
    )
    """What to do with the narrower category."""

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["ProductBlock", "ProductBlockList"]


class ProductBlock(Model):
    """A channel, and the filter whose products it must not show."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel."""
    product_filter_id: str | None = Field(
        default=None, validation_alias="productFilterId", serialization_alias="productFilterId"
    )
    """The filter that chooses the products."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business that owns both."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the block was put."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the block was last put."""
    errors: Errors | None = None


class ProductBlockList(Model):
    """Some of the blocks of a business."""

    product_blocks: list[ProductBlock] | None = Field(
        default=None, validation_alias="productBlocks", serialization_alias="productBlocks"
    )
    """The blocks."""
    errors: Errors | None = None

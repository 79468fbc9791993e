"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["ProductBlock", "ProductBlockList"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class ProductBlock(Model):
    """A pair of a channel and a filter whose products the channel must not show."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel."""
    product_filter_id: str | None = Field(
        default=None, validation_alias="productFilterId", serialization_alias="productFilterId"
    )
    """The ID of the filter that selects the products."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the channel and the filter."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the block was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the block was last updated."""
    errors: Errors | None = None


class ProductBlockList(Model):
    """A list of product blocks of a business."""

    product_blocks: list[ProductBlock] | None = Field(
        default=None, validation_alias="productBlocks", serialization_alias="productBlocks"
    )
    """The product blocks."""
    errors: Errors | None = None

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["InventoryItem", "InventoryItemCreateRequest", "InventoryItemList", "InventoryItemUpdateRequest"]


class InventoryItem(Model):
    """An article a business keeps stock of."""

    id: str
    """The id, a text of digits."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the item."""
    sku: str
    """The SKU, unique within the business."""
    title: str | None = None
    """What the article is called."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the item was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the item was last changed."""
    errors: Errors | None = None


class InventoryItemCreateRequest(Model):
    """A new article."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the item."""
    sku: str
    """The SKU, up to 100 characters, unique within the business."""
    title: str | None = None
    """What the article is called."""


class InventoryItemList(Model):
    """The article that was looked for, if there is one."""

    inventory_items: list[InventoryItem] = Field(
        validation_alias="inventoryItems", serialization_alias="inventoryItems"
    )
    """One entry or none."""
    errors: Errors | None = None


class InventoryItemUpdateRequest(Model):
    """An article as it is to be. What belongs to the business is not changed by it."""

    sku: str
    """The SKU, up to 100 characters, unique within the business. Send the old one to keep it."""
    title: str | None = None
    """What the article is called."""

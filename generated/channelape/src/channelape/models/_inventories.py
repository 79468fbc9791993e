"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["InventoryItem", "InventoryItemCreateRequest", "InventoryItemList", "InventoryItemUpdateRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class InventoryItem(Model):
    """An item that a business keeps in stock."""

    id: str
    """The ID of the item, a string of digits."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the item."""
    sku: str
    """The SKU, unique within the business."""
    title: str | None = None
    """The title of the item."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time when the item was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time when the item was last updated."""
    errors: Errors | None = None


class InventoryItemCreateRequest(Model):
    """A new inventory item."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the item."""
    sku: str
    """The SKU, up to 100 characters, unique within the business."""
    title: str | None = None
    """The title of the item."""


class InventoryItemList(Model):
    """The matching inventory item, if any."""

    inventory_items: list[InventoryItem] = Field(
        validation_alias="inventoryItems", serialization_alias="inventoryItems"
    )
    """At most one item."""
    errors: Errors | None = None


class InventoryItemUpdateRequest(Model):
    """The new values of an inventory item. The business cannot be changed."""

    sku: str
    """The SKU, up to 100 characters, unique within the business. To keep it, send the current SKU."""
    title: str | None = None
    """The title of the item."""

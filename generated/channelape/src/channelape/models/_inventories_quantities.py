"""Models; their names are those of the package `models`."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors, InventoryStatus

__all__ = [
    "Adjustment",
    "AdjustmentBySkuRequest",
    "AdjustmentRequest",
    "InventoryItemQuantities",
    "InventoryItemQuantity",
    "SetQuantityBySkuRequest",
    "SetQuantityRequest",
]


class Adjustment(Model):
    """A change of a quantity, as it was made or is going to be made."""

    inventory_item_id: str = Field(validation_alias="inventoryItemId", serialization_alias="inventoryItemId")
    """The item."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location, a text even where a number was sent."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The status whose quantity has changed."""
    adjustment: int
    """The change, also where a quantity was set."""
    quantity: int
    """The quantity after the change."""
    staged: bool | None = None
    """True while the change waits for its `effectiveAt`."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the change was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the entry was last touched."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The API account that made the change, if it was one."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The user who made the change, if it was one."""
    errors: Errors | None = None


class AdjustmentBySkuRequest(Model):
    """By how much to change a quantity of the article with a SKU."""

    sku: str
    """The SKU. An unknown one becomes a new item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to change."""
    quantity: int | str
    """The units to add; negative to take away. At most 500 million either way, and the sum must stay within
    a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Make the same change at the parents of the location."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """When to take the change back, by an adjustment of the same size in the other direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of what can be promised (ATP) in place of a fixed number, worked out at `effectiveAt`. With 5
    and 100 units left, five are reserved; with nothing left, nothing.
    """


class AdjustmentRequest(Model):
    """By how much to change a quantity, as `quantity` or as `futureAppliedAtpPercentage`."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to change."""
    quantity: int | str | None = None
    """The units to add; negative to take away. At most 500 million either way, and the sum must stay within
    a billion. `COMMITTED`, `ON_ORDER` and `RESERVE` can not fall below zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Make the same change at the parents of the location."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """When to take the change back, by an adjustment of the same size in the other direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of what can be promised (ATP) in place of a fixed number, worked out at `effectiveAt`. With 5
    and 100 units left, five are reserved; with nothing left, nothing.
    """


class InventoryItemQuantities(Model):
    """All quantities of an article."""

    quantities: list[InventoryItemQuantity]
    """One entry for each pair of location and status that has ever been adjusted."""
    errors: Errors | None = None


class InventoryItemQuantity(Model):
    """How many units stand at a location in one status."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The status of the units."""
    quantity: int
    """The units; can be negative where no rule forbids it."""


class SetQuantityBySkuRequest(Model):
    """What a quantity of the article with a SKU is to be."""

    sku: str
    """The SKU. An unknown one becomes a new item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to set."""
    quantity: int | str
    """The new quantity, whatever it was before. The change it amounts to has the limits of an adjustment."""
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Set the parents of the location to the sum of their children."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """


class SetQuantityRequest(Model):
    """What a quantity is to be."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """Where the units are."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """Which of the location's quantities to set."""
    quantity: int | str
    """The new quantity, whatever it was before. The change it amounts to has the limits of an adjustment."""
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Set the parents of the location to the sum of their children."""
    memo: str | None = None
    """Why the quantity changes, up to 1000 characters. No answer repeats it."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """When the change takes effect; now when left out. A moment in the future stages it. A moment in the past
    is accepted, but the history is not rewritten: the entry stands where it was made.
    """

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "Adjustment",
    "AdjustmentBySkuRequest",
    "AdjustmentRequest",
    "InventoryItemQuantities",
    "InventoryItemQuantity",
    "SetQuantityBySkuRequest",
    "SetQuantityRequest",
]

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from .._runtime.alternatives import ModelWithAlternatives
from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors, InventoryStatus


class Adjustment(Model):
    """A quantity change, applied or staged."""

    inventory_item_id: str = Field(validation_alias="inventoryItemId", serialization_alias="inventoryItemId")
    """The ID of the inventory item."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location. A string, even if the request contained a number."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the changed quantity."""
    adjustment: int
    """The difference, also if the quantity was set."""
    quantity: int
    """The quantity after the change."""
    staged: bool | None = None
    """Whether the change is waiting for its `effectiveAt`."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """The time when the change takes effect."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time when the change was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time when the entry was last updated."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The ID of the API account that made the change, if any."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The ID of the user who made the change, if any."""
    errors: Errors | None = None


class AdjustmentBySkuRequest(Model):
    """A quantity adjustment for the inventory item with a SKU."""

    sku: str
    """The SKU. An unknown SKU creates an inventory item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the quantity to adjust."""
    quantity: int | str
    """The number of units to add. Negative to subtract. At most 500 million in either direction, and the
    resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall below
    zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether to apply the same change to the parents of the location."""
    memo: str | None = None
    """The reason for the change, up to 1000 characters. Not included in any response."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """The time when the change takes effect. Defaults to the current time. A time in the future stages the
    change. A time in the past is accepted, but the history is not rewritten: the entry is recorded at the time of
    the call.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """The time when the change is reverted, by an adjustment of the same size in the opposite direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of the available-to-promise (ATP) quantity instead of a fixed number, calculated at
    `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units remain, nothing is
    reserved.
    """


class AdjustmentRequest(ModelWithAlternatives):
    """A quantity adjustment, given as `quantity` or as `futureAppliedAtpPercentage`."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the quantity to adjust."""
    quantity: int | str | None = None
    """The number of units to add. Negative to subtract. At most 500 million in either direction, and the
    resulting quantity must be within one billion. `COMMITTED`, `ON_ORDER` and `RESERVE` cannot fall below
    zero.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether to apply the same change to the parents of the location."""
    memo: str | None = None
    """The reason for the change, up to 1000 characters. Not included in any response."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """The time when the change takes effect. Defaults to the current time. A time in the future stages the
    change. A time in the past is accepted, but the history is not rewritten: the entry is recorded at the time of
    the call.
    """
    expires_at: Timestamp | None = Field(default=None, validation_alias="expiresAt", serialization_alias="expiresAt")
    """The time when the change is reverted, by an adjustment of the same size in the opposite direction."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of the available-to-promise (ATP) quantity instead of a fixed number, calculated at
    `effectiveAt`. For example, 5 reserves five of 100 remaining units. If no units remain, nothing is
    reserved.
    """
    __alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = (
        (("quantity",), ("futureAppliedAtpPercentage",)),
    )


class InventoryItemQuantities(Model):
    """All quantities of an inventory item."""

    quantities: list[InventoryItemQuantity]
    """One entry for each combination of location and status that has ever been adjusted."""
    errors: Errors | None = None


class InventoryItemQuantity(Model):
    """The quantity at a location in an inventory status."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status."""
    quantity: int
    """The number of units. Can be negative unless a rule forbids it."""


class SetQuantityBySkuRequest(Model):
    """A new quantity for the inventory item with a SKU."""

    sku: str
    """The SKU. An unknown SKU creates an inventory item."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the quantity to set."""
    quantity: int | str
    """The new quantity, regardless of the previous one. The resulting change has the same limits as an
    adjustment.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether to set the parents of the location to the sum of their children."""
    memo: str | None = None
    """The reason for the change, up to 1000 characters. Not included in any response."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """The time when the change takes effect. Defaults to the current time. A time in the future stages the
    change. A time in the past is accepted, but the history is not rewritten: the entry is recorded at the time of
    the call.
    """


class SetQuantityRequest(Model):
    """A new quantity."""

    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the quantity to set."""
    quantity: int | str
    """The new quantity, regardless of the previous one. The resulting change has the same limits as an
    adjustment.
    """
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether to set the parents of the location to the sum of their children."""
    memo: str | None = None
    """The reason for the change, up to 1000 characters. Not included in any response."""
    effective_at: Timestamp | None = Field(
        default=None, validation_alias="effectiveAt", serialization_alias="effectiveAt"
    )
    """The time when the change takes effect. Defaults to the current time. A time in the future stages the
    change. A time in the past is accepted, but the history is not rewritten: the entry is recorded at the time of
    the call.
    """

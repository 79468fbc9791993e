"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["AdjustmentType", "Batch", "BatchAdjustment", "BatchCreateRequest", "BatchStatus", "BatchType"]

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from .._runtime.alternatives import ModelWithAlternatives
from .._runtime.model import Model, TaggedModel, preset as _preset
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors, InventoryStatus


class AdjustmentType(StrEnum):
    """How the quantity is applied.

    * `SET`: replace the current quantity.
    * `ADJUST`: add to the current quantity.
    """

    SET = "SET"
    ADJUST = "ADJUST"


class Batch(TaggedModel):
    """A batch and its status."""

    id: str
    """The ID of the batch."""
    type: BatchType = _preset("INVENTORY")
    status: BatchStatus
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time when the batch was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time when the batch was last updated."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    errors: Errors | None = None


class BatchAdjustment(ModelWithAlternatives):
    """A change of the quantity of an inventory item at a location. Either `inventoryItemId` or `sku` is required."""

    idempotent_key: str = Field(validation_alias="idempotentKey", serialization_alias="idempotentKey")
    """A string that is unique among the adjustments of all batches. An adjustment with a known key is skipped."""
    inventory_item_id: str | int | None = Field(
        default=None, validation_alias="inventoryItemId", serialization_alias="inventoryItemId"
    )
    """The ID of the inventory item."""
    sku: str | None = None
    """The SKU of the inventory item. Unknown SKUs are created."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The inventory status of the units to change."""
    quantity: int | None = None
    """The number of units to add (negative to subtract), or the new quantity."""
    operation: AdjustmentType
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether to change the parent locations as well."""
    memo: str | None = None
    """The reason for the change."""
    effective_time: Timestamp | None = Field(
        default=None, validation_alias="effectiveTime", serialization_alias="effectiveTime"
    )
    """The time when the change takes effect."""
    expiration_time: Timestamp | None = Field(
        default=None, validation_alias="expirationTime", serialization_alias="expirationTime"
    )
    """The time when the change is reverted."""
    future_applied_atp_percentage: Decimal | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """A percentage of the available-to-promise (ATP) quantity instead of a fixed number, calculated at
    `effectiveTime`. That part is reserved and no longer for sale. Requires an `expirationTime`.
    """
    __alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = (
        (("inventoryItemId",), ("sku",)),
        (("quantity",), ("futureAppliedAtpPercentage",)),
    )


class BatchCreateRequest(Model):
    """A batch to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    type: BatchType | None = None
    """The type of the batch. Defaults to `INVENTORY`."""
    adjustments: list[BatchAdjustment]
    """The adjustments, in a body of at most 1 MB. Split larger sets into several batches."""


class BatchStatus(StrEnum):
    """The status of a batch. Accept unlisted values when reading.

    * `READY`: accepted and waiting to be processed.
    * `COMPLETE`: processed.
    """

    READY = "READY"
    COMPLETE = "COMPLETE"


class BatchType(StrEnum):
    """The type of a batch. Accept unlisted values when reading."""

    INVENTORY = "INVENTORY"

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors, InventoryStatus

__all__ = ["AdjustmentType", "Batch", "BatchAdjustment", "BatchCreateRequest", "BatchStatus", "BatchType"]


class AdjustmentType(StrEnum):
    """How a quantity is to be understood.

    * `SET`: it replaces the present one.
    * `ADJUST`: it is added to the present one.
    """

    SET = "SET"
    ADJUST = "ADJUST"


class Batch(Model):
    """A batch and how far it is."""

    id: str
    """The id of the batch."""
    type: BatchType
    status: BatchStatus
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When it was accepted."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it runs in."""
    errors: Errors | None = None


class BatchAdjustment(Model):
    """One change of the quantity of an article at a location. Name the article by `inventoryItemId` or by
    `sku`, not by both.
    """

    idempotent_key: str = Field(validation_alias="idempotentKey", serialization_alias="idempotentKey")
    """A text of your own that no other adjustment has, in this batch or another. An adjustment with a key
    that was seen before is left out.
    """
    inventory_item_id: str | int | None = Field(
        default=None, validation_alias="inventoryItemId", serialization_alias="inventoryItemId"
    )
    """The id of the article."""
    sku: str | None = None
    """The SKU of the article. One that is not known yet is created."""
    location_id: str | int = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    inventory_status: InventoryStatus = Field(validation_alias="inventoryStatus", serialization_alias="inventoryStatus")
    """The state of the units to change."""
    quantity: int | None = None
    """How many units to add (less than 0 to take away), or how many there are from now on."""
    operation: AdjustmentType
    aggregate_channel_sync: bool | None = Field(
        default=None, validation_alias="aggregateChannelSync", serialization_alias="aggregateChannelSync"
    )
    """Whether the locations that this one is part of change too."""
    memo: str | None = None
    """Why the change is made."""
    effective_time: Timestamp | None = Field(
        default=None, validation_alias="effectiveTime", serialization_alias="effectiveTime"
    )
    """When the change takes effect."""
    expiration_time: Timestamp | None = Field(
        default=None, validation_alias="expirationTime", serialization_alias="expirationTime"
    )
    """When the change is taken back."""
    future_applied_atp_percentage: float | None = Field(
        default=None, validation_alias="futureAppliedAtpPercentage", serialization_alias="futureAppliedAtpPercentage"
    )
    """How many percent of the units that are still to come become available, in place of `quantity`. It
    needs an `expirationTime`.
    """


class BatchCreateRequest(Model):
    """The work of a batch."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business to run in."""
    type: BatchType | None = None
    """What the batch does; `INVENTORY` when not given."""
    adjustments: list[BatchAdjustment]
    """The changes to make, in one body of at most 1 MB. Split larger work into several batches."""


class BatchStatus(StrEnum):
    """How far a batch is. A reader must accept a value that is not listed.

    * `READY`: accepted, waits for its turn.
    * `COMPLETE`: worked off.
    """

    READY = "READY"
    COMPLETE = "COMPLETE"


class BatchType(StrEnum):
    """What a batch does. A reader must accept a value that is not listed."""

    INVENTORY = "INVENTORY"

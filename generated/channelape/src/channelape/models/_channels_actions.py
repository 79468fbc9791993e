"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import ActionProcessingStatus, ActionTargetType, Errors

__all__ = ["ManualAction", "ManualActionRequest"]


class ManualAction(Model):
    """The action that was started. It has the members of an action; which of them are there at this moment is
    not known, so each may be missing.
    """

    id: str | None = None
    """The id of the action. Follow it with the calls for actions."""
    action: str | None = None
    """What is done, by the name the integration has for it."""
    processing_status: ActionProcessingStatus | None = Field(
        default=None, validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str | None = Field(default=None, validation_alias="targetId", serialization_alias="targetId")
    """The channel."""
    target_type: ActionTargetType | None = Field(
        default=None, validation_alias="targetType", serialization_alias="targetType"
    )
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business it is done for."""
    description: str | None = None
    """What is done, for people."""
    health_check_interval_in_seconds: int | None = Field(
        default=None,
        validation_alias="healthCheckIntervalInSeconds",
        serialization_alias="healthCheckIntervalInSeconds",
    )
    """How often a sign of life is expected, in seconds."""
    last_health_check_time: Timestamp | None = Field(
        default=None, validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The last sign of life."""
    start_time: Timestamp | None = Field(default=None, validation_alias="startTime", serialization_alias="startTime")
    """When it began."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """When it was completed."""
    errors: Errors | None = None


class ManualActionRequest(Model):
    """Which action to start."""

    action: str
    """The name of the action, one that the integration of the channel has (code 42)."""

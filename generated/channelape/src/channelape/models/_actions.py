"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import ActionProcessingStatus, ActionTargetType, Errors, Pagination

__all__ = ["Action", "ActionsPage"]


class Action(Model):
    """Something an integration does, or has done, with a channel or a supplier."""

    id: str
    """The id of the action."""
    action: str
    """What is done, by the name the integration has for it."""
    processing_status: ActionProcessingStatus = Field(
        validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The channel or supplier that is worked on. One can have a single action of a kind at a time."""
    target_type: ActionTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it is done for."""
    description: str
    """What is done, for people."""
    health_check_interval_in_seconds: int = Field(
        validation_alias="healthCheckIntervalInSeconds", serialization_alias="healthCheckIntervalInSeconds"
    )
    """How often a sign of life is expected, in seconds, from 5 to 43200."""
    last_health_check_time: Timestamp = Field(
        validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The last sign of life."""
    start_time: Timestamp = Field(validation_alias="startTime", serialization_alias="startTime")
    """When it began."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """When it was completed. A failed action has none."""
    errors: Errors | None = None


class ActionsPage(Model):
    """A page of actions."""

    actions: list[Action]
    pagination: Pagination
    errors: Errors | None = None

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Action", "ActionsPage"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import ActionProcessingStatus, ActionTargetType, Errors, Pagination


class Action(Model):
    """Work that an integration performs on a channel or a supplier."""

    id: str
    """The ID of the action."""
    action: str
    """The type of the action, as named by the integration."""
    processing_status: ActionProcessingStatus = Field(
        validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str = Field(validation_alias="targetId", serialization_alias="targetId")
    """The ID of the channel or supplier that the action runs on. Only one action of a type can run on it at a
    time.
    """
    target_type: ActionTargetType = Field(validation_alias="targetType", serialization_alias="targetType")
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    description: str
    """A description of the action for users."""
    health_check_interval_in_seconds: int = Field(
        validation_alias="healthCheckIntervalInSeconds", serialization_alias="healthCheckIntervalInSeconds"
    )
    """The expected interval between health checks in seconds, from 5 to 43200."""
    last_health_check_time: Timestamp = Field(
        validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The time of the last health check."""
    start_time: Timestamp = Field(validation_alias="startTime", serialization_alias="startTime")
    """The time when the action started."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """The time when the action was completed. Failed actions have no end time."""
    errors: Errors | None = None


class ActionsPage(Model):
    """A page of actions."""

    actions: list[Action]
    pagination: Pagination
    errors: Errors | None = None

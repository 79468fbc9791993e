"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["ManualAction", "ManualActionRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import ActionProcessingStatus, ActionTargetType, Errors


class ManualAction(Model):
    """The action that was started. It has the attributes of an action, but it is not known which are set at this
    point, so all are optional.
    """

    id: str | None = None
    """The ID of the action. Use it with the operations for actions."""
    action: str | None = None
    """The name of the action, as defined by the integration."""
    processing_status: ActionProcessingStatus | None = Field(
        default=None, validation_alias="processingStatus", serialization_alias="processingStatus"
    )
    target_id: str | None = Field(default=None, validation_alias="targetId", serialization_alias="targetId")
    """The ID of the channel."""
    target_type: ActionTargetType | None = Field(
        default=None, validation_alias="targetType", serialization_alias="targetType"
    )
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business for which the action runs."""
    description: str | None = None
    """A human-readable description of the action."""
    health_check_interval_in_seconds: int | None = Field(
        default=None,
        validation_alias="healthCheckIntervalInSeconds",
        serialization_alias="healthCheckIntervalInSeconds",
    )
    """Expected number of seconds between two health checks."""
    last_health_check_time: Timestamp | None = Field(
        default=None, validation_alias="lastHealthCheckTime", serialization_alias="lastHealthCheckTime"
    )
    """The time of the last health check."""
    start_time: Timestamp | None = Field(default=None, validation_alias="startTime", serialization_alias="startTime")
    """The time the action started."""
    end_time: Timestamp | None = Field(default=None, validation_alias="endTime", serialization_alias="endTime")
    """The time the action completed."""
    errors: Errors | None = None


class ManualActionRequest(Model):
    """The action to start."""

    action: str
    """The name of the action, one that the channel's integration provides (code 42)."""

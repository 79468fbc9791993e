"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["Subscription"]


class Subscription(Model):
    """What a business has booked. A body with nothing but an empty list of errors occurs too."""

    active: bool | None = None
    """Whether it is running. Without one, no action can start."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business it is for."""
    subscription_id: str | None = Field(
        default=None, validation_alias="subscriptionId", serialization_alias="subscriptionId"
    )
    """Its id, digits as text."""
    subscription_product_handle: str | None = Field(
        default=None, validation_alias="subscriptionProductHandle", serialization_alias="subscriptionProductHandle"
    )
    """What was booked."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When it was booked."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    period_started_at: Timestamp | None = Field(
        default=None, validation_alias="periodStartedAt", serialization_alias="periodStartedAt"
    )
    """When the present period began."""
    period_ends_at: Timestamp | None = Field(
        default=None, validation_alias="periodEndsAt", serialization_alias="periodEndsAt"
    )
    """When the present period ends."""
    last_completed_task_usage_recording_time: Timestamp | None = Field(
        default=None,
        validation_alias="lastCompletedTaskUsageRecordingTime",
        serialization_alias="lastCompletedTaskUsageRecordingTime",
    )
    """When its use was last recorded."""
    api_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="apiRateLimitPerSecond", serialization_alias="apiRateLimitPerSecond"
    )
    """How many calls a second an API account may make."""
    user_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="userRateLimitPerSecond", serialization_alias="userRateLimitPerSecond"
    )
    """How many calls a second a user may make."""
    errors: Errors

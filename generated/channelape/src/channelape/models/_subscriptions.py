"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Subscription"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class Subscription(Model):
    """The subscription of a business. A response with only an empty list of errors is possible."""

    active: bool | None = None
    """Whether the subscription is active. Actions cannot start without an active subscription."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    subscription_id: str | None = Field(
        default=None, validation_alias="subscriptionId", serialization_alias="subscriptionId"
    )
    """The ID of the subscription, a string of digits."""
    subscription_product_handle: str | None = Field(
        default=None, validation_alias="subscriptionProductHandle", serialization_alias="subscriptionProductHandle"
    )
    """The handle of the subscribed product."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time when the subscription was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time when the subscription was last updated."""
    period_started_at: Timestamp | None = Field(
        default=None, validation_alias="periodStartedAt", serialization_alias="periodStartedAt"
    )
    """The start of the current period."""
    period_ends_at: Timestamp | None = Field(
        default=None, validation_alias="periodEndsAt", serialization_alias="periodEndsAt"
    )
    """The end of the current period."""
    last_completed_task_usage_recording_time: Timestamp | None = Field(
        default=None,
        validation_alias="lastCompletedTaskUsageRecordingTime",
        serialization_alias="lastCompletedTaskUsageRecordingTime",
    )
    """The time when usage was last recorded."""
    api_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="apiRateLimitPerSecond", serialization_alias="apiRateLimitPerSecond"
    )
    """Maximum number of calls per second for an API account."""
    user_rate_limit_per_second: float | None = Field(
        default=None, validation_alias="userRateLimitPerSecond", serialization_alias="userRateLimitPerSecond"
    )
    """Maximum number of calls per second for a user."""
    errors: Errors

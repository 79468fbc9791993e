"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors

__all__ = [
    "OrderActivity",
    "OrderActivityCreateRequest",
    "OrderActivityMessage",
    "OrderActivityOperation",
    "OrderActivityResult",
]


class OrderActivity(Model):
    """What happened to an order, as it was noted."""

    operation: OrderActivityOperation
    result: OrderActivityResult
    completion_time: Timestamp = Field(validation_alias="completionTime", serialization_alias="completionTime")
    """When it happened."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The id ChannelApe gave the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel of the order."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business of the order."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The action it was part of."""
    messages: list[OrderActivityMessage] | None = None
    """What people should read about it."""
    errors: Errors | None = None


class OrderActivityCreateRequest(Model):
    """What happened to an order. Name the order by `orderId`, or by `channelId` and `channelOrderId` when
    ChannelApe does not know it yet.
    """

    operation: OrderActivityOperation
    """What was done with the order (code 217)."""
    result: OrderActivityResult
    """How it went (code 218)."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The id ChannelApe gave the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """A channel of the business (code 213 when it is missing)."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order (code 167 when it is empty)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business of the order."""
    completion_time: Timestamp | None = Field(
        default=None, validation_alias="completionTime", serialization_alias="completionTime"
    )
    """When it happened."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The action it was part of."""
    messages: list[OrderActivityMessage] | None = None
    """What people should read about it, 20 messages at most (code 221)."""


class OrderActivityMessage(Model):
    """Something people should read about an activity."""

    title: str
    """The message in short, at most 100 characters (code 219)."""
    description: str
    """The message itself, at most 1000 characters (code 220)."""


class OrderActivityOperation(StrEnum):
    """What was done with the order (code 217). A reader must accept a value that is not listed."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


class OrderActivityResult(StrEnum):
    """How it went (code 218). A reader must accept a value that is not listed."""

    SUCCESS = "SUCCESS"
    ERROR = "ERROR"
    WARNING = "WARNING"
    UNCHANGED = "UNCHANGED"

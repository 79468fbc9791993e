"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "OrderActivity",
    "OrderActivityCreateRequest",
    "OrderActivityMessage",
    "OrderActivityOperation",
    "OrderActivityResult",
]

from typing import ClassVar

from pydantic import Field

from .._runtime.alternatives import ModelWithAlternatives
from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import Errors


class OrderActivity(Model):
    """An order activity."""

    operation: OrderActivityOperation
    result: OrderActivityResult
    completion_time: Timestamp = Field(validation_alias="completionTime", serialization_alias="completionTime")
    """The time when the operation was completed."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The ChannelApe ID of the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The ID that the channel assigned to the order."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The ID of the action that performed the operation."""
    messages: list[OrderActivityMessage] | None = None
    """Messages for users."""
    errors: Errors | None = None


class OrderActivityCreateRequest(ModelWithAlternatives):
    """A new order activity. Identify the order by `orderId`, or by `channelId` and `channelOrderId` if it does not
    exist in ChannelApe yet.
    """

    operation: OrderActivityOperation
    """The operation performed on the order (code 217)."""
    result: OrderActivityResult
    """The result of the operation (code 218)."""
    order_id: str | None = Field(default=None, validation_alias="orderId", serialization_alias="orderId")
    """The ChannelApe ID of the order."""
    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of a channel of the business (code 213 if missing)."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The ID that the channel assigned to the order (code 167 if empty)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    completion_time: Timestamp | None = Field(
        default=None, validation_alias="completionTime", serialization_alias="completionTime"
    )
    """The time when the operation was completed."""
    action_id: str | None = Field(default=None, validation_alias="actionId", serialization_alias="actionId")
    """The ID of the action that performed the operation."""
    messages: list[OrderActivityMessage] | None = None
    """Messages for users, at most 20 (code 221)."""
    __alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = (
        (("orderId",), ("channelId", "channelOrderId")),
    )


class OrderActivityMessage(Model):
    """A message about an activity, for users."""

    title: str
    """The title of the message, at most 100 characters (code 219)."""
    description: str
    """The text of the message, at most 1000 characters (code 220)."""


class OrderActivityOperation(StrEnum):
    """The operation performed on the order (code 217). Accept unlisted values when reading."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


class OrderActivityResult(StrEnum):
    """The result of the operation (code 218). Accept unlisted values when reading."""

    SUCCESS = "SUCCESS"
    ERROR = "ERROR"
    WARNING = "WARNING"
    UNCHANGED = "UNCHANGED"

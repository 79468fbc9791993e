"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["LogReceipt"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class LogReceipt(Model):
    """The flow, time and business of the log entry."""

    flow: str
    """The flow. `default` if none was given."""
    logtime: Timestamp
    """The time when the payload was logged. (The name is in lower case.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    errors: Errors | None = None

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["LogReceipt"]


class LogReceipt(Model):
    """What was logged, where and when."""

    flow: str
    """The flow, `default` when none was given."""
    logtime: Timestamp
    """When it was logged. (One word, in lower case.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it was logged for."""
    errors: Errors | None = None

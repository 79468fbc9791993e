"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["LocationClosedDay", "LocationClosures", "LocationClosuresRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class LocationClosedDay(Model):
    """A day on which a location is closed."""

    id: str
    """The ID of the entry, a number as a string."""
    date: str
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the entry was last updated."""


class LocationClosures(Model):
    """The days on which a location is closed."""

    closed_days: list[LocationClosedDay] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """The closed days."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    errors: Errors | None = None


class LocationClosuresRequest(Model):
    """The complete list of days on which a location is closed."""

    closed_days: list[str] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """All closed days. An empty list removes the existing ones."""

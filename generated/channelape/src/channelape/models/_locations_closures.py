"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["LocationClosedDay", "LocationClosures", "LocationClosuresRequest"]


class LocationClosedDay(Model):
    """A day on which a location is closed."""

    id: str
    """The id of the entry, a number as text."""
    date: str
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""


class LocationClosures(Model):
    """The days on which a location is closed."""

    closed_days: list[LocationClosedDay] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """The closed days."""
    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    errors: Errors | None = None


class LocationClosuresRequest(Model):
    """All days on which a location is to be closed."""

    closed_days: list[str] = Field(validation_alias="closedDays", serialization_alias="closedDays")
    """The closed days, all of them; an empty list removes what there was."""

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["AggregateLocationIds", "Location", "LocationCreateRequest", "LocationList", "LocationUpdateRequest"]


from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

AggregateLocationIds = TypeAliasType("AggregateLocationIds", list[str])
"""The IDs of the locations to aggregate, at most 5, of the same business. They cannot include the location
itself
or locations that aggregate others; a location can be part of several aggregates.
"""


class Location(Model):
    """A place that holds stock, such as a warehouse, or a virtual location that aggregates others."""

    id: str
    """The ID of the location, a number as a string."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the stock."""
    name: str
    """The name, unique within the business."""
    aggregate_location_ids: list[str] | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The IDs of the locations it aggregates. Empty for physical locations."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the location was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the location was last updated."""
    errors: Errors | None = None


class LocationCreateRequest(Model):
    """The location to create."""

    name: str
    """The name, up to 255 characters, unique within the business (codes 243 and 244)."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the stock (code 242 if missing)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The IDs of the locations to aggregate, at most 5, none of which may aggregate others."""


class LocationList(Model):
    """The locations of a business."""

    locations: list[Location]
    """All locations of the business."""
    errors: Errors | None = None


class LocationUpdateRequest(Model):
    """The new values of a location."""

    name: str
    """The name, up to 255 characters, unique within the business (codes 243 and 244)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The IDs of the locations to aggregate, at most 5, none of which may aggregate others."""

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["AggregateLocationIds", "Location", "LocationCreateRequest", "LocationList", "LocationUpdateRequest"]

AggregateLocationIds = TypeAliasType("AggregateLocationIds", list[str])
"""The locations this one sums up, 5 at most, of the same business. Not itself, and none that sums up others;
one location may be part of several sums.
"""


class Location(Model):
    """A place that holds stock, such as a warehouse, or a virtual one that sums up others."""

    id: str
    """The id of the location, a number as text."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the stock belongs to."""
    name: str
    """The name, unique in the business."""
    aggregate_location_ids: list[str] | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up; empty for a real one."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the location was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class LocationCreateRequest(Model):
    """A new location."""

    name: str
    """The name, up to 255 characters, unique in the business (codes 243 and 244)."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the stock belongs to (code 242 when it is missing)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up, 5 at most, none of which sums up others."""


class LocationList(Model):
    """The locations of a business."""

    locations: list[Location]
    """The locations, all of them."""
    errors: Errors | None = None


class LocationUpdateRequest(Model):
    """A location as it is to be."""

    name: str
    """The name, up to 255 characters, unique in the business (codes 243 and 244)."""
    aggregate_location_ids: AggregateLocationIds | None = Field(
        default=None, validation_alias="aggregateLocationIds", serialization_alias="aggregateLocationIds"
    )
    """The locations this one sums up, 5 at most, none of which sums up others."""

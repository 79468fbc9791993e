"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import DecimalString, StrEnum, Timestamp
from ._shared import Errors

__all__ = [
    "LocationSLA",
    "LocationSLAOperatingDay",
    "LocationSLAOperatingDayRequest",
    "LocationSLAUpdateRequest",
    "SLADay",
]


class LocationSLA(Model):
    """How fast a location ships, and when it is open."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    fulfillment_sla_hours: DecimalString | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Within how many hours it ships."""
    operating_days: list[LocationSLAOperatingDay] = Field(
        validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which it is open, one entry each."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the SLA was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""
    errors: Errors | None = None


class LocationSLAOperatingDay(Model):
    """The hours of one day of the week."""

    id: str
    """The id of the entry, a number as text."""
    day: SLADay
    open: str
    """When it opens, as `HH:mm`."""
    end: str
    """When it closes, as `HH:mm`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """When it stops shipping for the day, as `HH:mm`."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When it last changed."""


class LocationSLAOperatingDayRequest(Model):
    """The hours of one day of the week."""

    day: SLADay
    open: str
    """When it opens, as `HH:mm`; before `end`."""
    end: str
    """When it closes, as `HH:mm`; after `open`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """When it stops shipping for the day, as `HH:mm`; after `open` and not after `end`."""


class LocationSLAUpdateRequest(Model):
    """How fast a location is to ship, and when it is open."""

    fulfillment_sla_hours: DecimalString | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Within how many hours it ships, more than 0."""
    operating_days: list[LocationSLAOperatingDayRequest] | None = Field(
        default=None, validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which it is open, one entry each."""


class SLADay(StrEnum):
    """A day of the week by one letter: Monday to Friday are `M`, `T`, `W`, `R` and `F`, Saturday is `S` and Sunday
    `U`. (Schedules spell days out instead.) A reader must accept a value that is not listed.
    """

    M = "M"
    T = "T"
    W = "W"
    R = "R"
    F = "F"
    S = "S"
    U = "U"

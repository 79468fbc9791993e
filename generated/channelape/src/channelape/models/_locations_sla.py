"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "LocationSLA",
    "LocationSLAOperatingDay",
    "LocationSLAOperatingDayRequest",
    "LocationSLAUpdateRequest",
    "SLADay",
]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import AnyDecimal, StrEnum, Timestamp
from ._shared import Errors


class LocationSLA(Model):
    """The shipping time and opening hours of a location."""

    location_id: str = Field(validation_alias="locationId", serialization_alias="locationId")
    """The location."""
    fulfillment_sla_hours: AnyDecimal | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Maximum number of hours until an order ships."""
    operating_days: list[LocationSLAOperatingDay] = Field(
        validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which the location is open, one entry per day."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the SLA was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the SLA was last updated."""
    errors: Errors | None = None


class LocationSLAOperatingDay(Model):
    """The opening hours on a day of the week."""

    id: str
    """The ID of the entry, a number as a string."""
    day: SLADay
    open: str
    """The opening time, as `HH:mm`."""
    end: str
    """The closing time, as `HH:mm`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """The time after which nothing ships on the same day, as `HH:mm`."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the entry was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the entry was last updated."""


class LocationSLAOperatingDayRequest(Model):
    """The opening hours on a day of the week."""

    day: SLADay
    open: str
    """The opening time, as `HH:mm`. Must be before `end`."""
    end: str
    """The closing time, as `HH:mm`. Must be after `open`."""
    fulfillment_cutoff_time: str = Field(
        validation_alias="fulfillmentCutoffTime", serialization_alias="fulfillmentCutoffTime"
    )
    """The time after which nothing ships on the same day, as `HH:mm`. Must be after `open` and not after `end`."""


class LocationSLAUpdateRequest(Model):
    """The new shipping time and opening hours of a location."""

    fulfillment_sla_hours: AnyDecimal | None = Field(
        default=None, validation_alias="fulfillmentSLAHours", serialization_alias="fulfillmentSLAHours"
    )
    """Maximum number of hours until an order ships, greater than 0."""
    operating_days: list[LocationSLAOperatingDayRequest] | None = Field(
        default=None, validation_alias="operatingDays", serialization_alias="operatingDays"
    )
    """The days of the week on which the location is open, one entry per day."""


class SLADay(StrEnum):
    """A day of the week as a single letter: Monday to Friday are `M`, `T`, `W`, `R` and `F`, Saturday is `S` and
    Sunday `U`. (Schedules use full names instead.) Clients must accept unlisted values.
    """

    M = "M"
    T = "T"
    W = "W"
    R = "R"
    F = "F"
    S = "S"
    U = "U"

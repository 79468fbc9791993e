"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import DayOfWeek, Errors

__all__ = ["Schedule", "ScheduleCreateRequest", "ScheduleList"]


class Schedule(Model):
    """Times of the week at which recipes are set off."""

    id: str
    """The id of the schedule. (The schedules of plays have numbers instead.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that owns the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, in no order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_in_minutes: int = Field(validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes")
    """Minutes between two runs."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the schedule was created. Missing in recorded bodies."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the schedule was last changed. Missing in recorded bodies."""
    errors: Errors | None = None


class ScheduleCreateRequest(Model):
    """New times of the week."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business that is to own the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, at least one; their order means nothing."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day from 1 to 1440."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day up to 1440, later than the start."""
    interval_in_minutes: int = Field(validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes")
    """The time between two runs, from 1 to 1440 minutes."""


class ScheduleList(Model):
    """The schedules of a business."""

    schedules: list[Schedule]
    """All of them."""
    errors: Errors | None = None

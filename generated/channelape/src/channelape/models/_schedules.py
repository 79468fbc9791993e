"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Schedule", "ScheduleCreateRequest", "ScheduleList"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import DayOfWeek, Errors


class Schedule(Model):
    """The times of the week at which recipes run."""

    id: str
    """The ID of the schedule. (Schedules of plays have integer IDs instead.)"""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days of the week, in no particular order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The time of the first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """The time at which runs end, as a minute of the day."""
    interval_in_minutes: int = Field(validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes")
    """Number of minutes between two runs."""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the schedule was created. Absent from recorded responses."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the schedule was last updated. Absent from recorded responses."""
    errors: Errors | None = None


class ScheduleCreateRequest(Model):
    """The schedule to create."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that will own the schedule."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days of the week, at least one. The order is not significant."""
    start_time_in_minutes: int | None = Field(
        default=None, validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes"
    )
    """The time of the first run of a day, as a minute of the day from 1 to 1440."""
    end_time_in_minutes: int | None = Field(
        default=None, validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes"
    )
    """The time at which runs end, as a minute of the day up to 1440. Must be later than the start."""
    interval_in_minutes: int | None = Field(
        default=None, validation_alias="intervalInMinutes", serialization_alias="intervalInMinutes"
    )
    """Number of minutes between two runs, from 1 to 1440."""


class ScheduleList(Model):
    """The schedules of a business."""

    schedules: list[Schedule]
    """All schedules of the business."""
    errors: Errors | None = None

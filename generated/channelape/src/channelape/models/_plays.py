"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "Play",
    "PlayAction",
    "PlayCreateRequest",
    "PlayList",
    "PlayScheduleConfiguration",
    "PlayScheduleConfigurationRequest",
    "PlayUpdateRequest",
]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import DayOfWeek, Errors, Step


class Play(Model):
    """A sequence of steps that runs as a unit."""

    id: str
    """The ID of the play."""
    name: str
    """The name, unique among all plays."""
    schedule_configurations: list[PlayScheduleConfiguration] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Suggested schedules for the play. Absent from recorded lists."""
    steps: list[Step] | None = None
    """The steps. Only included when a single play is retrieved."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time the play was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the play was last updated."""
    errors: Errors | None = None


class PlayAction(StrEnum):
    """The action to start when a play is due. Clients must accept unlisted values."""

    INVOKE_PLAY = "INVOKE_PLAY"
    PUSH_ORDERS = "PUSH_ORDERS"


class PlayCreateRequest(Model):
    """The play to create."""

    name: str
    """The name, unique among all plays. Use at most 100 characters to be safe; the documentation allows 190."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Suggested schedules for the play."""


class PlayList(Model):
    """All plays that can be installed."""

    plays: list[Play]
    """The plays, without their steps."""
    errors: Errors | None = None


class PlayScheduleConfiguration(Model):
    """A suggested schedule for a play."""

    id: int
    """The ID of the suggested schedule. (Schedules of recipes have string IDs instead.)"""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """The action to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days of the week, in no particular order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The time of the first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """The time at which runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Number of minutes between two runs. (Schedules of recipes name it intervalInMinutes.)"""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """The time the suggested schedule was created."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time the suggested schedule was last updated."""


class PlayScheduleConfigurationRequest(Model):
    """A suggested schedule for a play."""

    id: int | None = None
    """The ID of an existing suggested schedule. Omit it for a new one."""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """The action to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days of the week. The order is not significant."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The time of the first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """The time at which runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Number of minutes between two runs. (Schedules of recipes name it intervalInMinutes.)"""


class PlayUpdateRequest(Model):
    """The attributes of a play to update."""

    name: str | None = None
    """The name, unique among all plays. Use at most 100 characters to be safe."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Suggested schedules for the play."""
    steps: list[Step] | None = None
    """The steps, in execution order."""

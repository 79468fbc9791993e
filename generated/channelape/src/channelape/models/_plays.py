"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import StrEnum, Timestamp
from ._shared import DayOfWeek, Errors, Step

__all__ = [
    "Play",
    "PlayAction",
    "PlayCreateRequest",
    "PlayList",
    "PlayScheduleConfiguration",
    "PlayScheduleConfigurationRequest",
    "PlayUpdateRequest",
]


class Play(Model):
    """A sequence of steps that runs as one."""

    id: str
    """The id of the play."""
    name: str
    """The name, unique among all plays."""
    schedule_configurations: list[PlayScheduleConfiguration] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play. Missing in recorded lists."""
    steps: list[Step] | None = None
    """The steps. Only the call for a single play has them."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When the play was created."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the play was last changed."""
    errors: Errors | None = None


class PlayAction(StrEnum):
    """The action to start when a play is due. A reader must accept a value that is not listed."""

    INVOKE_PLAY = "INVOKE_PLAY"
    PUSH_ORDERS = "PUSH_ORDERS"


class PlayCreateRequest(Model):
    """A new play."""

    name: str
    """The name, unique among all plays. Keep it within 100 characters to be safe; the text allows 190."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play."""


class PlayList(Model):
    """All plays that can be installed."""

    plays: list[Play]
    """The plays, without their steps."""
    errors: Errors | None = None


class PlayScheduleConfiguration(Model):
    """A proposal when to run a play."""

    id: int
    """Its number. (The schedules of recipes have texts instead.)"""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days, in no order."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Minutes between two runs. (The schedules of recipes call it intervalInMinutes.)"""
    created_at: Timestamp | None = Field(default=None, validation_alias="createdAt", serialization_alias="createdAt")
    """When the proposal was made."""
    updated_at: Timestamp | None = Field(default=None, validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the proposal was last changed."""


class PlayScheduleConfigurationRequest(Model):
    """A proposal when to run a play."""

    id: int | None = None
    """The number of an existing proposal; none for a new one."""
    target_action: PlayAction = Field(validation_alias="targetAction", serialization_alias="targetAction")
    """What to start."""
    days_of_week: list[DayOfWeek] = Field(validation_alias="daysOfWeek", serialization_alias="daysOfWeek")
    """The days; their order means nothing."""
    start_time_in_minutes: int = Field(validation_alias="startTimeInMinutes", serialization_alias="startTimeInMinutes")
    """The first run of a day, as a minute of the day."""
    end_time_in_minutes: int = Field(validation_alias="endTimeInMinutes", serialization_alias="endTimeInMinutes")
    """When runs end, as a minute of the day."""
    interval_time_in_minutes: int = Field(
        validation_alias="intervalTimeInMinutes", serialization_alias="intervalTimeInMinutes"
    )
    """Minutes between two runs. (The schedules of recipes call it intervalInMinutes.)"""


class PlayUpdateRequest(Model):
    """What to change in a play."""

    name: str | None = None
    """The name, unique among all plays. Keep it within 100 characters to be safe."""
    schedule_configurations: list[PlayScheduleConfigurationRequest] | None = Field(
        default=None, validation_alias="scheduleConfigurations", serialization_alias="scheduleConfigurations"
    )
    """Proposals when to run the play."""
    steps: list[Step] | None = None
    """The steps, in the order in which they run."""

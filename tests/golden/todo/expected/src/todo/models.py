"""Models of requests and responses."""

from __future__ import annotations

__all__ = ["NewTask", "Problem", "State", "Task"]

from decimal import Decimal
from uuid import UUID

from pydantic import Field

from ._runtime.model import Model
from ._runtime.types import StrEnum, Timestamp


class NewTask(Model):
    title: str
    """In a few words."""
    due_at: Timestamp | None = Field(default=None, validation_alias="dueAt", serialization_alias="dueAt")
    costs: Decimal | None = None


class Problem(Model):
    title: str | None = None


class State(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    ON_HOLD = "on hold"


class Task(Model):
    """Something to be done."""

    title: str
    """In a few words."""
    due_at: Timestamp | None = Field(default=None, validation_alias="dueAt", serialization_alias="dueAt")
    costs: Decimal | None = None
    id: UUID
    """Set by the server."""
    state: State
    parent: Task | None = None

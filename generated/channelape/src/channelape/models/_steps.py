"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["StepRequest", "StepsPage"]


from pydantic import Field

from .._runtime.model import Model
from ._shared import EnvironmentVariableKey, Errors, Pagination, Step


class StepRequest(Model):
    """The attributes of a step to create or update."""

    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step is included in lists. A private step can only be retrieved by its ID."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The environment variables that the step accepts. Names must be unique."""


class StepsPage(Model):
    """A page of steps."""

    steps: list[Step] | None = None
    """The steps on this page."""
    pagination: Pagination | None = None
    errors: Errors | None = None

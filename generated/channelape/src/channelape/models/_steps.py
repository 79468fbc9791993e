"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from ._shared import EnvironmentVariableKey, Errors, Pagination, Step

__all__ = ["StepRequest", "StepsPage"]


class StepRequest(Model):
    """A step as it is to be."""

    name: str
    """The name, unique among all steps of the platform."""
    public: bool | None = None
    """Whether the step shows up in queries. A private one can be had by its id only."""
    environment_variable_keys: list[EnvironmentVariableKey] | None = Field(
        default=None, validation_alias="environmentVariableKeys", serialization_alias="environmentVariableKeys"
    )
    """The settings a step takes; no two with the same name."""


class StepsPage(Model):
    """A page of steps."""

    steps: list[Step] | None = None
    """The steps of this page."""
    pagination: Pagination | None = None
    errors: Errors | None = None

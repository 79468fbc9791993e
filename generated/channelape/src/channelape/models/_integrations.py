"""Models; their names are those of the package `models`."""

from __future__ import annotations

from .._runtime.model import Model
from ._shared import Errors

__all__ = ["Integration", "IntegrationList"]


class Integration(Model):
    """A kind of channel, supplier, step or play that can be connected."""

    id: str | None = None
    """The id of the integration."""
    name: str | None = None
    """The name of the integration."""
    errors: Errors | None = None


class IntegrationList(Model):
    """Integrations."""

    integrations: list[Integration] | None = None
    """The integrations, all of them."""
    errors: Errors | None = None

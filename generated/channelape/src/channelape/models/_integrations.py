"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Integration", "IntegrationList"]


from .._runtime.model import Model
from ._shared import Errors


class Integration(Model):
    """A type of channel, supplier, step or play that can be connected."""

    id: str | None = None
    """The ID of the integration."""
    name: str | None = None
    """The name of the integration."""
    errors: Errors | None = None


class IntegrationList(Model):
    """A list of integrations."""

    integrations: list[Integration] | None = None
    """All integrations."""
    errors: Errors | None = None

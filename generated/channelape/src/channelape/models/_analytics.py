"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["AnalyticsReport", "AnalyticsReportList", "AnalyticsToken", "Embed", "EmbedRequest"]


class AnalyticsReport(Model):
    """A report that can be embedded."""

    category: str
    """The group it belongs to."""
    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """What to hand to the call that creates an address for it."""
    name: str
    """Its title."""


class AnalyticsReportList(Model):
    """The reports the caller may see."""

    reports: list[AnalyticsReport]
    """The reports."""
    errors: Errors


class AnalyticsToken(Model):
    """A token for analytics."""

    access_token: str = Field(validation_alias="accessToken", serialization_alias="accessToken")
    """The token. Treat it as a secret."""
    errors: Errors | None = None


class Embed(Model):
    """An address under which a report can be seen for a while."""

    embed_url: str = Field(validation_alias="embedUrl", serialization_alias="embedUrl")
    """The address. Whoever has it can see the report."""
    expiration: Timestamp
    """When it stops working."""


class EmbedRequest(Model):
    """Which report to embed, and for a reader in which time zone."""

    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """The code of a report, from the list of reports."""
    timezone: str
    """The time zone in which the report counts days, by its Java name."""

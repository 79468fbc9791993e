"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["AnalyticsReport", "AnalyticsReportList", "AnalyticsToken", "Embed", "EmbedRequest"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class AnalyticsReport(Model):
    """A report that can be embedded."""

    category: str
    """The category of the report."""
    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """The code used to create an embed URL."""
    name: str
    """The title of the report."""


class AnalyticsReportList(Model):
    """The reports that the caller can access."""

    reports: list[AnalyticsReport]
    """The reports."""
    errors: Errors


class AnalyticsToken(Model):
    """An analytics token."""

    access_token: str = Field(validation_alias="accessToken", serialization_alias="accessToken")
    """The token. Treat it as a secret."""
    errors: Errors | None = None


class Embed(Model):
    """A temporary URL for displaying a report."""

    embed_url: str = Field(validation_alias="embedUrl", serialization_alias="embedUrl")
    """The URL. Anyone who has it can see the report."""
    expiration: Timestamp
    """The time when the URL expires."""


class EmbedRequest(Model):
    """The report to embed and the reader's time zone."""

    embed_code: str = Field(validation_alias="embedCode", serialization_alias="embedCode")
    """The code of a report, as returned in the list of reports."""
    timezone: str
    """The time zone that the report uses for days, as a Java time zone name."""

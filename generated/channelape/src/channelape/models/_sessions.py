"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors

__all__ = ["Session"]


class Session(Model):
    """A session, with the user or the API account it belongs to."""

    session_id: str = Field(validation_alias="sessionId", serialization_alias="sessionId")
    """The id of the session. Treat it as a secret."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The user; missing in the session of an API account."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The API account; missing in the session of a user."""
    errors: Errors | None = None

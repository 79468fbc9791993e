"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["Session"]


from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors


class Session(Model):
    """A session and the user or API account it belongs to."""

    session_id: str = Field(validation_alias="sessionId", serialization_alias="sessionId")
    """The ID of the session. Treat it as a secret."""
    user_id: str | None = Field(default=None, validation_alias="userId", serialization_alias="userId")
    """The ID of the user. Omitted in sessions of API accounts."""
    api_account_id: str | None = Field(
        default=None, validation_alias="apiAccountId", serialization_alias="apiAccountId"
    )
    """The ID of the API account. Omitted in sessions of users."""
    errors: Errors | None = None

"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors, User

__all__ = ["BusinessInvitation", "BusinessMember", "BusinessMemberAddRequest", "BusinessUserList"]


class BusinessInvitation(Model):
    """A user who has been asked to join a business."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business to join."""
    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The user who is invited."""
    errors: Errors | None = None


class BusinessMember(Model):
    """A user as a member of a business."""

    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The user."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business."""
    owner: bool
    """Whether the business belongs to the user."""
    errors: Errors | None = None


class BusinessMemberAddRequest(Model):
    """Who to invite."""

    username: str
    """The user's e-mail address, which is the name to log in with."""


class BusinessUserList(Model):
    """The users of a business."""

    users: list[User]
    """The users."""
    errors: Errors | None = None

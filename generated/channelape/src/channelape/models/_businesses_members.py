"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["BusinessInvitation", "BusinessMember", "BusinessMemberAddRequest", "BusinessUserList"]


from pydantic import Field

from .._runtime.model import Model
from ._shared import Errors, User


class BusinessInvitation(Model):
    """An invitation of a user to a business."""

    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The ID of the invited user."""
    errors: Errors | None = None


class BusinessMember(Model):
    """A membership of a user in a business."""

    user_id: str = Field(validation_alias="userId", serialization_alias="userId")
    """The ID of the user."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business."""
    owner: bool
    """Whether the user owns the business."""
    errors: Errors | None = None


class BusinessMemberAddRequest(Model):
    """The user to invite."""

    username: str
    """The user's email address, which is also the login name."""


class BusinessUserList(Model):
    """Users of a business."""

    users: list[User]
    """The users."""
    errors: Errors | None = None

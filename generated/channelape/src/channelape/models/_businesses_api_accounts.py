"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors

__all__ = ["ApiAccount", "ApiAccountCreateRequest", "ApiAccountList"]


class ApiAccount(Model):
    """A key for programs, and what it has been used for."""

    id: str
    """The id of the API account. Adjustments of quantities name it as their author."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business it acts for."""
    name: str
    """What people call it."""
    creation_time: Timestamp | None = Field(
        default=None, validation_alias="creationTime", serialization_alias="creationTime"
    )
    """When it was created."""
    last_accessed_time: Timestamp | None = Field(
        default=None, validation_alias="lastAccessedTime", serialization_alias="lastAccessedTime"
    )
    """When it was last used; missing if that was never."""
    expired: bool | None = None
    """Whether the key has stopped working."""
    private_key: str | None = Field(default=None, validation_alias="privateKey", serialization_alias="privateKey")
    """The key itself, a secret."""
    errors: Errors | None = None


class ApiAccountCreateRequest(Model):
    """A new API account."""

    name: str
    """What people call it."""


class ApiAccountList(Model):
    """The API accounts of a business."""

    api_accounts: list[ApiAccount] = Field(validation_alias="apiAccounts", serialization_alias="apiAccounts")
    """The API accounts."""
    errors: Errors | None = None

"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["ApiAccount", "ApiAccountCreateRequest", "ApiAccountList"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import Timestamp
from ._shared import Errors


class ApiAccount(Model):
    """An API account with its usage."""

    id: str
    """The ID of the API account. Quantity adjustments refer to it as their author."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business the account acts for."""
    name: str
    """The name of the API account."""
    creation_time: Timestamp | None = Field(
        default=None, validation_alias="creationTime", serialization_alias="creationTime"
    )
    """The time when the account was created."""
    last_accessed_time: Timestamp | None = Field(
        default=None, validation_alias="lastAccessedTime", serialization_alias="lastAccessedTime"
    )
    """The time when the account was last used. Omitted if it has never been used."""
    expired: bool | None = None
    """Whether the key is no longer valid."""
    private_key: str | None = Field(default=None, validation_alias="privateKey", serialization_alias="privateKey")
    """The private key. Treat it as a secret."""
    errors: Errors | None = None


class ApiAccountCreateRequest(Model):
    """A new API account."""

    name: str
    """The name of the API account."""


class ApiAccountList(Model):
    """API accounts of a business."""

    api_accounts: list[ApiAccount] = Field(validation_alias="apiAccounts", serialization_alias="apiAccounts")
    """The API accounts."""
    errors: Errors | None = None

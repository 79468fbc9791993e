"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["BusinessCreateRequest", "BusinessList", "BusinessUpdateRequest"]


from pydantic import Field

from .._runtime.model import Model
from ._shared import Business, Errors, InventoryItemKey


class BusinessCreateRequest(Model):
    """The settings of a new business."""

    name: str
    """The name of the business."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are displayed. The API itself uses UTC."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of inventory items, and of orders without a known currency."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    """The field that identifies the items of a supplier. It cannot be changed later."""


class BusinessList(Model):
    """Businesses of a user."""

    businesses: list[Business]
    """The businesses."""
    errors: Errors | None = None


class BusinessUpdateRequest(Model):
    """The new name and time zone of a business."""

    name: str
    """The name of the business."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are displayed. The API itself uses UTC."""

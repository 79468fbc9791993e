"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from ._shared import Business, Errors, InventoryItemKey

__all__ = ["BusinessCreateRequest", "BusinessList", "BusinessUpdateRequest"]


class BusinessCreateRequest(Model):
    """The settings of a new business."""

    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are shown. The API itself speaks UTC."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of its articles, and of orders whose currency is not known."""
    inventory_item_key: InventoryItemKey = Field(
        validation_alias="inventoryItemKey", serialization_alias="inventoryItemKey"
    )
    """What tells the articles of a supplier apart. It can not be changed later."""


class BusinessList(Model):
    """The businesses of a user."""

    businesses: list[Business]
    """The businesses."""
    errors: Errors | None = None


class BusinessUpdateRequest(Model):
    """The new name and time zone of a business."""

    name: str
    """Its name."""
    time_zone: str = Field(validation_alias="timeZone", serialization_alias="timeZone")
    """The time zone in which dashboards and schedules are shown. The API itself speaks UTC."""

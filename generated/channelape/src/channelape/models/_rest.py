"""Models; their names are those of the package `models`."""

from __future__ import annotations

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import DecimalString, Timestamp
from ._orders import Customer, Fulfillment, LineItem, Refund
from ._shared import AdditionalField, OrderStatus, ProductCondition

__all__ = ["OrderFields", "ProductFilterCriteria"]


class OrderFields(Model):
    """What can be set on an order at any time."""

    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus | None = None
    """The state of the order (code 159)."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp | None = Field(
        default=None, validation_alias="purchasedAt", serialization_alias="purchasedAt"
    )
    """When the buyer ordered (code 164 when it is no date)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled (code 165 when it is no date)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything, 0 or more (code 160)."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together, 0 or more (code 161)."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together, 0 or more (code 162)."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping, 0 or more (code 187)."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, 0 or more (code 188)."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams, 0 or more (code 163)."""
    customer: Customer | None = None
    """Who bought, and where it goes."""
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class ProductFilterCriteria(Model):
    """What a product has to fulfil. Criteria that are not there ask for nothing."""

    label: str | None = None
    """The name of the filter, for people."""
    complement: bool | None = None
    """Turn the filter round, so that it chooses what does not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part of it is not said."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the narrower category."""
    weight_min: DecimalString | None = Field(
        default=None, validation_alias="weightMin", serialization_alias="weightMin"
    )
    """The least weight, zero or more."""
    weight_max: DecimalString | None = Field(
        default=None, validation_alias="weightMax", serialization_alias="weightMax"
    )
    """The greatest weight, not below the least."""
    retail_min: DecimalString | None = Field(
        default=None, validation_alias="retailMin", serialization_alias="retailMin"
    )
    """The least retail price, zero or more."""
    retail_max: DecimalString | None = Field(
        default=None, validation_alias="retailMax", serialization_alias="retailMax"
    )
    """The greatest retail price, not below the least."""
    wholesale_min: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """The least wholesale price, zero or more."""
    wholesale_max: DecimalString | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """The greatest wholesale price, not below the least."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """The least quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """The greatest quantity, not below the least."""

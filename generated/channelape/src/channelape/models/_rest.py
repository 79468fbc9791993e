"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = ["OrderFields", "ProductFilterCriteria"]


from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import AnyDecimal, Timestamp
from ._orders import Customer, Fulfillment, LineItem, Refund
from ._shared import AdditionalField, OrderStatus, ProductCondition


class OrderFields(Model):
    """Writable fields of an order."""

    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the channel. Recommended when creating an order."""
    status: OrderStatus | None = None
    """The status of the order (code 159)."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of all amounts in the order (code 29 if invalid)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The buyer's purchase order number. Not necessarily unique."""
    purchased_at: Timestamp | None = Field(
        default=None, validation_alias="purchasedAt", serialization_alias="purchasedAt"
    )
    """The time when the order was placed (code 164 if invalid)."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """The time when the order was canceled (code 165 if invalid)."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """The reason for the cancellation, as text."""
    total_price: AnyDecimal | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """The total price of the order, at least 0 (code 160)."""
    subtotal_price: AnyDecimal | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The sum of the prices of all line items, at least 0 (code 161)."""
    total_tax: AnyDecimal | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """The sum of all taxes, at least 0 (code 162)."""
    total_shipping_price: AnyDecimal | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The shipping price, at least 0 (code 187)."""
    total_shipping_tax: AnyDecimal | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping, at least 0 (code 188)."""
    total_grams: AnyDecimal | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """The total weight in grams, at least 0 (code 163)."""
    customer: Customer | None = None
    """The buyer, with billing and shipping addresses."""
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """The line items of the order. Each line item needs a unique ID and a quantity greater than 0 (codes 169 to
    173).
    """
    fulfillments: list[Fulfillment] | None = None
    """The fulfillments of the order."""
    refunds: list[Refund] | None = None
    """The refunds of the order."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the order."""


class ProductFilterCriteria(Model):
    """The criteria that a product must meet. Omitted criteria do not restrict the selection."""

    label: str | None = None
    """The display name of the filter."""
    complement: bool | None = None
    """Whether to invert the filter so that it selects products that do not match."""
    skus: list[str] | None = None
    """SKUs to match."""
    upcs: list[str] | None = None
    """UPCs to match."""
    tags: list[str] | None = None
    """Tags to match."""
    vendors: list[str] | None = None
    """Vendors to match."""
    title: str | None = None
    """A title to match. Whether the whole title or a part must match is not documented."""
    condition: ProductCondition | None = None
    """A condition to match."""
    primary_condition: str | None = Field(
        default=None, validation_alias="primaryCondition", serialization_alias="primaryCondition"
    )
    """Presumably the main category to match."""
    secondary_condition: str | None = Field(
        default=None, validation_alias="secondaryCondition", serialization_alias="secondaryCondition"
    )
    """Presumably the more specific category to match."""
    weight_min: AnyDecimal | None = Field(default=None, validation_alias="weightMin", serialization_alias="weightMin")
    """Minimum weight, zero or more."""
    weight_max: AnyDecimal | None = Field(default=None, validation_alias="weightMax", serialization_alias="weightMax")
    """Maximum weight, not below the minimum."""
    retail_min: AnyDecimal | None = Field(default=None, validation_alias="retailMin", serialization_alias="retailMin")
    """Minimum retail price, zero or more."""
    retail_max: AnyDecimal | None = Field(default=None, validation_alias="retailMax", serialization_alias="retailMax")
    """Maximum retail price, not below the minimum."""
    wholesale_min: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMin", serialization_alias="wholesaleMin"
    )
    """Minimum wholesale price, zero or more."""
    wholesale_max: AnyDecimal | None = Field(
        default=None, validation_alias="wholesaleMax", serialization_alias="wholesaleMax"
    )
    """Maximum wholesale price, not below the minimum."""
    quantity_min: int | None = Field(default=None, validation_alias="quantityMin", serialization_alias="quantityMin")
    """Minimum quantity, zero or more."""
    quantity_max: int | None = Field(default=None, validation_alias="quantityMax", serialization_alias="quantityMax")
    """Maximum quantity, not below the minimum."""

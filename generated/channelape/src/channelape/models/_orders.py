"""Models of requests and responses; import them from `models`."""

from __future__ import annotations

__all__ = [
    "Address",
    "Customer",
    "Fulfillment",
    "FulfillmentStatus",
    "LineItem",
    "Order",
    "OrderCreateRequest",
    "OrderPatchRequest",
    "OrderSummary",
    "OrderSummaryChannel",
    "OrderSummaryLineItem",
    "OrderUpdateRequest",
    "OrdersPage",
    "Refund",
    "RefundAdjustment",
    "RestockType",
    "Tax",
    "Transaction",
    "TransactionStatus",
]

from typing import Any, ClassVar

from pydantic import Field

from .._runtime.alternatives import ModelWithAlternatives
from .._runtime.model import Model
from .._runtime.read_only import ModelWithReadOnlyMembers
from .._runtime.types import AnyDecimal, StrEnum, Timestamp
from ._shared import AdditionalField, Errors, OrderStatus, Pagination


class Address(Model):
    """A postal address. The fields present depend on the channel."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """Full name."""
    company: str | None = None
    """Company."""
    address1: str | None = None
    """First address line, usually street and number."""
    address2: str | None = None
    """Second address line."""
    city: str | None = None
    """City."""
    postal_code: str | None = Field(default=None, validation_alias="postalCode", serialization_alias="postalCode")
    """Postal code."""
    province: str | None = None
    """Name of the state or province."""
    province_code: str | None = Field(default=None, validation_alias="provinceCode", serialization_alias="provinceCode")
    """Code of the state or province: the part of its ISO 3166-2 code after the hyphen."""
    country: str | None = None
    """Name of the country."""
    country_code: str | None = Field(default=None, validation_alias="countryCode", serialization_alias="countryCode")
    """Two-letter ISO 3166-1 country code."""
    phone: str | None = None
    """Phone number."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the address."""


class Customer(Model):
    """The buyer, with billing and shipping addresses."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """Full name."""
    email: str | None = None
    """Email address."""
    phone: str | None = None
    """Phone number."""
    billing_address: Address | None = Field(
        default=None, validation_alias="billingAddress", serialization_alias="billingAddress"
    )
    """Billing address."""
    shipping_address: Address | None = Field(
        default=None, validation_alias="shippingAddress", serialization_alias="shippingAddress"
    )
    """Shipping address."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the customer."""


class Fulfillment(Model):
    """Line items that are shipped together."""

    id: str | None = None
    """The ID of the fulfillment."""
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """The line items in the fulfillment. They must be part of the order (code 214)."""
    status: FulfillmentStatus
    supplier_id: str | None = Field(default=None, validation_alias="supplierId", serialization_alias="supplierId")
    """The ID of the supplier that ships the fulfillment."""
    location_id: str | int | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The ID of the location that ships the fulfillment. It must belong to the same business (code 263)."""
    shipping_company: str | None = Field(
        default=None, validation_alias="shippingCompany", serialization_alias="shippingCompany"
    )
    """The shipping carrier."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """The carrier's service."""
    tracking_number: str | None = Field(
        default=None, validation_alias="trackingNumber", serialization_alias="trackingNumber"
    )
    """The carrier's tracking number."""
    tracking_urls: list[str] | None = Field(
        default=None, validation_alias="trackingUrls", serialization_alias="trackingUrls"
    )
    """URLs for tracking the parcel."""
    shipped_at: Timestamp | None = Field(default=None, validation_alias="shippedAt", serialization_alias="shippedAt")
    """The time when the fulfillment was shipped (code 216 if invalid)."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the fulfillment."""


class FulfillmentStatus(StrEnum):
    """The status of a fulfillment. Accept unlisted values when reading."""

    OPEN = "OPEN"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    PENDING = "PENDING"
    NEW = "NEW"
    BACKORDER = "BACKORDER"


class LineItem(ModelWithReadOnlyMembers):
    """A line item of an order, or the part of it covered by a fulfillment or a refund. For existing line items, the
    SKU and ID cannot be changed and the quantity can only be increased. When sending line items, include all
    existing ones (codes 260 to 262).
    """

    id: str
    """The ID of the line item, unique within the order (codes 169 and 170)."""
    sku: str | None = None
    """SKU."""
    upc: str | None = None
    """UPC."""
    title: str | None = None
    """The name of the item."""
    vendor: str | None = None
    """The manufacturer of the item."""
    quantity: int
    """The number of units, greater than 0 (code 171)."""
    price: AnyDecimal | None = None
    """The price per unit, at least 0 (code 172)."""
    grams: AnyDecimal | None = None
    """The weight in grams."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """The shipping method of the line item."""
    shipping_price: AnyDecimal | None = Field(
        default=None, validation_alias="shippingPrice", serialization_alias="shippingPrice"
    )
    """The shipping price of the line item, at least 0 (code 189)."""
    shipping_tax: AnyDecimal | None = Field(
        default=None, validation_alias="shippingTax", serialization_alias="shippingTax"
    )
    """The tax on shipping of the line item, at least 0 (code 190)."""
    taxes: list[Tax] | None = None
    """The taxes on the line item."""
    restock_type: RestockType | None = Field(
        default=None, validation_alias="restockType", serialization_alias="restockType"
    )
    """How the units are restocked. Only used in refunds."""
    reserve_quantity: int | None = Field(
        default=None, validation_alias="reserveQuantity", serialization_alias="reserveQuantity"
    )
    """The number of units taken from the reserve."""
    presale_quantity: int | None = Field(
        default=None, validation_alias="presaleQuantity", serialization_alias="presaleQuantity"
    )
    """The number of units sold before they are in stock."""
    gift_card_code: str | None = Field(
        default=None, validation_alias="giftCardCode", serialization_alias="giftCardCode"
    )
    """The code of the gift card."""
    gift_card_id: str | None = Field(default=None, validation_alias="giftCardId", serialization_alias="giftCardId")
    """The ID of the gift card. Set by the server."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the line item."""
    __read_only__: ClassVar[frozenset[str]] = frozenset(["giftCardId"])


class Order(Model):
    """An order in ChannelApe. The format is the same for all channels. Fields without a value are omitted rather
    than null.
    """

    id: str
    """The ID that ChannelApe assigned to the order."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the order."""
    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel the order was placed on. It never changes."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """The ID that the channel assigned to the order. It is unique within the business and never changes."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The buyer's purchase order number. Not necessarily unique."""
    status: OrderStatus
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of all amounts in the order."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
    """The time when the order was placed."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """The time when the order was created in ChannelApe."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """The time when the order was last updated in ChannelApe."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """The time when the order was canceled."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """The reason for the cancellation, as text."""
    total_price: AnyDecimal | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """The total price of the order."""
    subtotal_price: AnyDecimal | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The sum of the prices of all line items."""
    total_tax: AnyDecimal | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """The sum of all taxes."""
    total_shipping_price: AnyDecimal | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The shipping price."""
    total_shipping_tax: AnyDecimal | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping."""
    total_grams: AnyDecimal | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """The total weight in grams."""
    customer: Customer | None = None
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """The line items of the order."""
    fulfillments: list[Fulfillment]
    """The fulfillments of the order. Empty if there are none."""
    refunds: list[Refund] | None = None
    """The refunds of the order."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Additional fields of the order."""
    errors: Errors | None = None


class OrderCreateRequest(Model):
    """A new order."""

    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel the order was placed on (code 213 if missing)."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """An ID that you assign to the order, unique within the business (codes 167 and 168)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the channel. Recommended when creating an order."""
    status: OrderStatus
    """The status of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of all amounts in the order (code 29 if invalid)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The buyer's purchase order number. Not necessarily unique."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
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
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
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


class OrderPatchRequest(Model):
    """The fields to change. Omitted fields stay unchanged. A given list **replaces** the existing list at every
    level: individual fulfillments, refunds, line items and additional fields cannot be patched.
    """

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel the order was placed on. It cannot be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The ID that the channel assigned to the order. It cannot be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether to send the update to the channel."""
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


class OrderSummary(Model):
    """Sales figures of a business for a period of time."""

    earliest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="earliestCreationTime", serialization_alias="earliestCreationTime"
    )
    """The start of the period: the requested time, or seven days before the request."""
    latest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="latestCreationTime", serialization_alias="latestCreationTime"
    )
    """The end of the period: the requested time, or the time of the request."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the business. All orders are assumed to use it. Amounts are not converted."""
    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """The number of orders in the period, regardless of their status."""
    open_orders: int | None = Field(default=None, validation_alias="openOrders", serialization_alias="openOrders")
    """The number of orders with the status `OPEN`."""
    in_progress_orders: int | None = Field(
        default=None, validation_alias="inProgressOrders", serialization_alias="inProgressOrders"
    )
    """The number of orders with the status `IN_PROGRESS`."""
    closed_orders: int | None = Field(default=None, validation_alias="closedOrders", serialization_alias="closedOrders")
    """The number of orders with the status `CLOSED`."""
    canceled_orders: int | None = Field(
        default=None, validation_alias="canceledOrders", serialization_alias="canceledOrders"
    )
    """The number of orders with the status `CANCELED`. There are no counters for the other two statuses."""
    total_revenue: AnyDecimal | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The sum of the total prices of all `OPEN`, `IN_PROGRESS` and `CLOSED` orders."""
    channels: list[OrderSummaryChannel] | None = None
    """The channels with orders, enabled or disabled, sorted by revenue in descending order."""
    top_selling_line_items: list[OrderSummaryLineItem] | None = Field(
        default=None, validation_alias="topSellingLineItems", serialization_alias="topSellingLineItems"
    )
    """The line items with the highest revenue, at most 100. Line items with the same ID are combined."""
    aging_orders: list[dict[str, Any]] | None = Field(
        default=None, validation_alias="agingOrders", serialization_alias="agingOrders"
    )
    """Orders with the status `OPEN` or `IN_PROGRESS` that were created between two months and seven days ago,
    regardless of the requested period.
    """
    errors: Errors | None = None


class OrderSummaryChannel(Model):
    """The sales of a channel. Other fields identify the channel."""

    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """The number of orders of the channel in the period."""
    total_revenue: AnyDecimal | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The sum of the total prices of the channel's `OPEN`, `IN_PROGRESS` and `CLOSED` orders."""


class OrderSummaryLineItem(Model):
    """The sales of a line item. Other fields identify the line item."""

    total_revenue: AnyDecimal | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """Price multiplied by quantity, summed over all line items with the same ID."""


class OrderUpdateRequest(Model):
    """The complete order. **Omitted fields are erased**, so start from the current order or use a patch."""

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The ID of the channel the order was placed on. It cannot be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The ID that the channel assigned to the order. It cannot be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether to send the update to the channel."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The ID of the business that owns the channel. Recommended when creating an order."""
    status: OrderStatus
    """The status of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
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


class OrdersPage(Model):
    """A page of orders."""

    orders: list[Order]
    """The orders on this page."""
    pagination: Pagination
    errors: Errors | None = None


class Refund(ModelWithAlternatives):
    """A refund of an order. At least one of the three lists is required (code 283)."""

    channel_refund_id: str | None = Field(
        default=None, validation_alias="channelRefundId", serialization_alias="channelRefundId"
    )
    """The ID of the refund on the channel."""
    supplier_refund_id: str | None = Field(
        default=None, validation_alias="supplierRefundId", serialization_alias="supplierRefundId"
    )
    """The ID of the refund at the supplier. Line items of such a refund have the restock type `NO_RESTOCK` (code
    259).
    """
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """The line items that were returned or canceled, with the affected quantities."""
    transactions: list[Transaction] | None = None
    """The payments to the buyer."""
    adjustments: list[RefundAdjustment] | None = None
    """Amounts that are not related to a line item."""
    __alternatives__: ClassVar[tuple[tuple[tuple[str, ...], ...], ...]] = (
        (("lineItems",), ("transactions",), ("adjustments",)),
    )


class RefundAdjustment(Model):
    """An amount of a refund that is not related to a line item."""

    id: str
    """The ID of the adjustment (code 279 if missing)."""
    amount: AnyDecimal
    """The amount (code 281 if it is not a number). Can be negative."""
    tax_amount: AnyDecimal | None = Field(default=None, validation_alias="taxAmount", serialization_alias="taxAmount")
    """The tax included in the amount (code 282 if it is not a number). Can be negative."""
    reason: str | None = None
    """The reason, at most 255 characters (code 280)."""


class RestockType(StrEnum):
    """How refunded units are restocked (code 258). Accept unlisted values when reading.

    * `NO_RESTOCK`: the stock does not change.
    * `CANCEL`: the units were never shipped and can be sold again.
    * `RETURN`: the units were returned.
    """

    NO_RESTOCK = "NO_RESTOCK"
    CANCEL = "CANCEL"
    RETURN = "RETURN"


class Tax(Model):
    """A tax on a line item."""

    title: str
    """The name of the tax, at most 255 characters (code 274)."""
    price: AnyDecimal
    """The tax amount, at least 0 (code 272)."""
    rate: AnyDecimal | None = None
    """The tax rate, for example 0.06 for 6 % (code 273 if it is not a decimal)."""


class Transaction(Model):
    """A payment to the buyer."""

    id: str
    """The ID of the transaction (code 275 if missing)."""
    amount: AnyDecimal
    """The amount (code 277 if it is not a number)."""
    status: TransactionStatus
    message: str | None = None
    """A note, at most 255 characters (code 276)."""


class TransactionStatus(StrEnum):
    """The status of a payment (code 278). Accept unlisted values when reading."""

    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    ERROR = "ERROR"

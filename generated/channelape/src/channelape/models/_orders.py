"""Models; their names are those of the package `models`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.model import Model
from .._runtime.types import DecimalString, StrEnum, Timestamp
from ._shared import AdditionalField, Errors, OrderStatus, Pagination

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


class Address(Model):
    """A postal address. Which members are there depends on the channel."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """The whole name."""
    company: str | None = None
    """Company."""
    address1: str | None = None
    """First line, mostly street and number."""
    address2: str | None = None
    """Second line."""
    city: str | None = None
    """City."""
    postal_code: str | None = Field(default=None, validation_alias="postalCode", serialization_alias="postalCode")
    """Postal code."""
    province: str | None = None
    """The name of the state or province."""
    province_code: str | None = Field(default=None, validation_alias="provinceCode", serialization_alias="provinceCode")
    """Its code, the part of an ISO 3166-2 code behind the hyphen."""
    country: str | None = None
    """The name of the country."""
    country_code: str | None = Field(default=None, validation_alias="countryCode", serialization_alias="countryCode")
    """Its code of ISO 3166-1 with two letters."""
    phone: str | None = None
    """Telephone number."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the address."""


class Customer(Model):
    """Who bought, and where it goes."""

    first_name: str | None = Field(default=None, validation_alias="firstName", serialization_alias="firstName")
    """First name."""
    last_name: str | None = Field(default=None, validation_alias="lastName", serialization_alias="lastName")
    """Last name."""
    name: str | None = None
    """The whole name."""
    email: str | None = None
    """E-mail address."""
    phone: str | None = None
    """Telephone number."""
    billing_address: Address | None = Field(
        default=None, validation_alias="billingAddress", serialization_alias="billingAddress"
    )
    """Where the bill goes."""
    shipping_address: Address | None = Field(
        default=None, validation_alias="shippingAddress", serialization_alias="shippingAddress"
    )
    """Where the goods go."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the customer."""


class Fulfillment(Model):
    """Lines that go, or went, to the buyer together."""

    id: str | None = None
    """The id of the fulfillment."""
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What is in it. The lines have to be lines of the order (code 214)."""
    status: FulfillmentStatus
    supplier_id: str | None = Field(default=None, validation_alias="supplierId", serialization_alias="supplierId")
    """The supplier that ships."""
    location_id: str | int | None = Field(default=None, validation_alias="locationId", serialization_alias="locationId")
    """The location that ships, one of the same business (code 263)."""
    shipping_company: str | None = Field(
        default=None, validation_alias="shippingCompany", serialization_alias="shippingCompany"
    )
    """The carrier."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """The service of the carrier."""
    tracking_number: str | None = Field(
        default=None, validation_alias="trackingNumber", serialization_alias="trackingNumber"
    )
    """The number under which the carrier knows the parcel."""
    tracking_urls: list[str] | None = Field(
        default=None, validation_alias="trackingUrls", serialization_alias="trackingUrls"
    )
    """Addresses where the parcel can be followed."""
    shipped_at: Timestamp | None = Field(default=None, validation_alias="shippedAt", serialization_alias="shippedAt")
    """When it was shipped (code 216 when it is no date)."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the fulfillment."""


class FulfillmentStatus(StrEnum):
    """The state of a fulfillment. A reader must accept a value that is not listed."""

    OPEN = "OPEN"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    PENDING = "PENDING"
    NEW = "NEW"
    BACKORDER = "BACKORDER"


class LineItem(Model):
    """A line of an order, or the part of it that a fulfillment or a refund is about. In an order that exists,
    the SKU and id of a line are fixed and its quantity can only grow; when lines are sent, all lines that
    exist have to be among them (codes 260 to 262).
    """

    id: str
    """The id of the line, unique in the order (codes 169 and 170)."""
    sku: str | None = None
    """SKU."""
    upc: str | None = None
    """UPC."""
    title: str | None = None
    """What the article is called."""
    vendor: str | None = None
    """Who makes the article."""
    quantity: int
    """How many units, more than 0 (code 171)."""
    price: DecimalString | None = None
    """The price of one unit, 0 or more (code 172)."""
    grams: DecimalString | None = None
    """What it weighs, in grams."""
    shipping_method: str | None = Field(
        default=None, validation_alias="shippingMethod", serialization_alias="shippingMethod"
    )
    """How the line is shipped."""
    shipping_price: DecimalString | None = Field(
        default=None, validation_alias="shippingPrice", serialization_alias="shippingPrice"
    )
    """The price of shipping the line, 0 or more (code 189)."""
    shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="shippingTax", serialization_alias="shippingTax"
    )
    """The tax on shipping the line, 0 or more (code 190)."""
    taxes: list[Tax] | None = None
    """The taxes on the line."""
    restock_type: RestockType | None = Field(
        default=None, validation_alias="restockType", serialization_alias="restockType"
    )
    """What happens to the units. Only in refunds."""
    reserve_quantity: int | None = Field(
        default=None, validation_alias="reserveQuantity", serialization_alias="reserveQuantity"
    )
    """How many of the units are taken from what is kept in reserve."""
    presale_quantity: int | None = Field(
        default=None, validation_alias="presaleQuantity", serialization_alias="presaleQuantity"
    )
    """How many of the units are sold before they are there."""
    gift_card_code: str | None = Field(
        default=None, validation_alias="giftCardCode", serialization_alias="giftCardCode"
    )
    """The code of a gift card."""
    gift_card_id: str | None = Field(default=None, validation_alias="giftCardId", serialization_alias="giftCardId")
    """The id of a gift card. Set by the server."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the line."""


class Order(Model):
    """An order as ChannelApe keeps it, the same form for every channel. Members without a value are left out
    rather than null.
    """

    id: str
    """The id ChannelApe gave the order."""
    business_id: str = Field(validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to."""
    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It never changes."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """The id the channel gave the order, unique in the business. It never changes."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    status: OrderStatus
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
    """When the buyer ordered."""
    created_at: Timestamp = Field(validation_alias="createdAt", serialization_alias="createdAt")
    """When ChannelApe first had the order."""
    updated_at: Timestamp = Field(validation_alias="updatedAt", serialization_alias="updatedAt")
    """When the order last changed in ChannelApe."""
    canceled_at: Timestamp | None = Field(default=None, validation_alias="canceledAt", serialization_alias="canceledAt")
    """When the order was canceled."""
    canceled_reason: str | None = Field(
        default=None, validation_alias="canceledReason", serialization_alias="canceledReason"
    )
    """Why the order was canceled, in words."""
    total_price: DecimalString | None = Field(
        default=None, validation_alias="totalPrice", serialization_alias="totalPrice"
    )
    """What the buyer pays for everything."""
    subtotal_price: DecimalString | None = Field(
        default=None, validation_alias="subtotalPrice", serialization_alias="subtotalPrice"
    )
    """The price of all lines together."""
    total_tax: DecimalString | None = Field(default=None, validation_alias="totalTax", serialization_alias="totalTax")
    """All taxes together."""
    total_shipping_price: DecimalString | None = Field(
        default=None, validation_alias="totalShippingPrice", serialization_alias="totalShippingPrice"
    )
    """The price of shipping."""
    total_shipping_tax: DecimalString | None = Field(
        default=None, validation_alias="totalShippingTax", serialization_alias="totalShippingTax"
    )
    """The tax on shipping."""
    total_grams: DecimalString | None = Field(
        default=None, validation_alias="totalGrams", serialization_alias="totalGrams"
    )
    """What everything weighs, in grams."""
    customer: Customer | None = None
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What was ordered."""
    fulfillments: list[Fulfillment]
    """What was shipped, or is to be. Empty as long as there is nothing."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is known about the order."""
    errors: Errors | None = None


class OrderCreateRequest(Model):
    """A new order."""

    channel_id: str = Field(validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through (code 213 when it is missing)."""
    channel_order_id: str = Field(validation_alias="channelOrderId", serialization_alias="channelOrderId")
    """Your own id for the order, unique in the business (codes 167 and 168)."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus
    """The state of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of every amount in the order (code 29 when it is none)."""
    purchase_order_number: str | None = Field(
        default=None, validation_alias="purchaseOrderNumber", serialization_alias="purchaseOrderNumber"
    )
    """The number of the buyer's purchase order. Several orders can have the same."""
    purchased_at: Timestamp = Field(validation_alias="purchasedAt", serialization_alias="purchasedAt")
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
    line_items: list[LineItem] = Field(validation_alias="lineItems", serialization_alias="lineItems")
    """What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173)."""
    fulfillments: list[Fulfillment] | None = None
    """What was shipped, or is to be."""
    refunds: list[Refund] | None = None
    """What the buyer got back."""
    additional_fields: list[AdditionalField] | None = Field(
        default=None, validation_alias="additionalFields", serialization_alias="additionalFields"
    )
    """Whatever else is to be known about the order."""


class OrderPatchRequest(Model):
    """What is to change; whatever is left out stays as it is. A list that is given **replaces** the whole list,
    at every level: single fulfillments, refunds, lines or additional fields can not be patched.
    """

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It can not be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order. It can not be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether the change goes on to the channel."""
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


class OrderSummary(Model):
    """What a business sold in a span of time, in numbers."""

    earliest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="earliestCreationTime", serialization_alias="earliestCreationTime"
    )
    """The beginning of the span, as asked for or seven days before the call."""
    latest_creation_time: Timestamp | None = Field(
        default=None, validation_alias="latestCreationTime", serialization_alias="latestCreationTime"
    )
    """The end of the span, as asked for or the moment of the call."""
    alphabetic_currency_code: str | None = Field(
        default=None, validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
    )
    """The currency of the business, taken for that of every order: nothing is converted."""
    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """Orders in the span, whatever their status."""
    open_orders: int | None = Field(default=None, validation_alias="openOrders", serialization_alias="openOrders")
    """Those with the status `OPEN`."""
    in_progress_orders: int | None = Field(
        default=None, validation_alias="inProgressOrders", serialization_alias="inProgressOrders"
    )
    """Those with the status `IN_PROGRESS`."""
    closed_orders: int | None = Field(default=None, validation_alias="closedOrders", serialization_alias="closedOrders")
    """Those with the status `CLOSED`."""
    canceled_orders: int | None = Field(
        default=None, validation_alias="canceledOrders", serialization_alias="canceledOrders"
    )
    """Those with the status `CANCELED`. The other two statuses have no counter."""
    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The total prices of the orders that are `OPEN`, `IN_PROGRESS` or `CLOSED`, added up."""
    channels: list[OrderSummaryChannel] | None = None
    """The channels that had orders, enabled or not, the highest revenue first."""
    top_selling_line_items: list[OrderSummaryLineItem] | None = Field(
        default=None, validation_alias="topSellingLineItems", serialization_alias="topSellingLineItems"
    )
    """The lines with the highest revenue, 100 at most. Lines with the same id count as one."""
    aging_orders: list[dict[str, Any]] | None = Field(
        default=None, validation_alias="agingOrders", serialization_alias="agingOrders"
    )
    """Orders that are `OPEN` or `IN_PROGRESS` and were created more than seven days and less than two
    months ago, whatever span was asked for.
    """
    errors: Errors | None = None


class OrderSummaryChannel(Model):
    """What one channel sold. Other members tell which channel it is."""

    total_orders: int | None = Field(default=None, validation_alias="totalOrders", serialization_alias="totalOrders")
    """Orders of the channel in the span."""
    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """The total prices of those that are `OPEN`, `IN_PROGRESS` or `CLOSED`, added up."""


class OrderSummaryLineItem(Model):
    """What was sold of one line. Other members tell which line it is."""

    total_revenue: DecimalString | None = Field(
        default=None, validation_alias="totalRevenue", serialization_alias="totalRevenue"
    )
    """Price times quantity, of all lines with the same id."""


class OrderUpdateRequest(Model):
    """The whole order, as it is to be from now on. **Whatever is left out is erased**, so start from the order as
    it is, or use a patch.
    """

    channel_id: str | None = Field(default=None, validation_alias="channelId", serialization_alias="channelId")
    """The channel the order came through. It can not be changed."""
    channel_order_id: str | None = Field(
        default=None, validation_alias="channelOrderId", serialization_alias="channelOrderId"
    )
    """The id the channel gave the order. It can not be changed."""
    channel_sync: bool | None = Field(default=None, validation_alias="channelSync", serialization_alias="channelSync")
    """Whether the change goes on to the channel."""
    business_id: str | None = Field(default=None, validation_alias="businessId", serialization_alias="businessId")
    """The business the order belongs to, which is that of the channel. Better sent when creating."""
    status: OrderStatus
    """The state of the order (code 159)."""
    alphabetic_currency_code: str = Field(
        validation_alias="alphabeticCurrencyCode", serialization_alias="alphabeticCurrencyCode"
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


class OrdersPage(Model):
    """A page of orders."""

    orders: list[Order]
    """The orders of this page."""
    pagination: Pagination
    errors: Errors | None = None


class Refund(Model):
    """What the buyer got back. At least one of the three lists is there (code 283)."""

    channel_refund_id: str | None = Field(
        default=None, validation_alias="channelRefundId", serialization_alias="channelRefundId"
    )
    """The id of the refund at the channel."""
    supplier_refund_id: str | None = Field(
        default=None, validation_alias="supplierRefundId", serialization_alias="supplierRefundId"
    )
    """The id of the refund at the supplier. The lines of such a refund have the restock type `NO_RESTOCK`
    (code 259).
    """
    line_items: list[LineItem] | None = Field(
        default=None, validation_alias="lineItems", serialization_alias="lineItems"
    )
    """The lines that came back or were given up, with the units they are about."""
    transactions: list[Transaction] | None = None
    """The payments to the buyer."""
    adjustments: list[RefundAdjustment] | None = None
    """Amounts that belong to no line."""


class RefundAdjustment(Model):
    """An amount of a refund that belongs to no line."""

    id: str
    """The id of the adjustment (code 279 when it is missing)."""
    amount: DecimalString
    """The amount (code 281 when it is no number). It can be negative."""
    tax_amount: DecimalString | None = Field(
        default=None, validation_alias="taxAmount", serialization_alias="taxAmount"
    )
    """The tax in it (code 282 when it is no number). It can be negative."""
    reason: str | None = None
    """Why, at most 255 characters (code 280)."""


class RestockType(StrEnum):
    """What happens to units that are refunded (code 258). A reader must accept a value that is not listed.

    * `NO_RESTOCK`: nothing; the stock stays as it is.
    * `CANCEL`: they were never shipped and can be sold again.
    * `RETURN`: they came back.
    """

    NO_RESTOCK = "NO_RESTOCK"
    CANCEL = "CANCEL"
    RETURN = "RETURN"


class Tax(Model):
    """A tax on a line."""

    title: str
    """What the tax is called, at most 255 characters (code 274)."""
    price: DecimalString
    """The amount, 0 or more (code 272)."""
    rate: DecimalString | None = None
    """The rate, 0.06 for 6 % (code 273 when it is no decimal)."""


class Transaction(Model):
    """A payment to the buyer."""

    id: str
    """The id of the transaction (code 275 when it is missing)."""
    amount: DecimalString
    """The amount (code 277 when it is no number)."""
    status: TransactionStatus
    message: str | None = None
    """What there is to say about it, at most 255 characters (code 276)."""


class TransactionStatus(StrEnum):
    """The state of a payment (code 278). A reader must accept a value that is not listed."""

    PENDING = "PENDING"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    ERROR = "ERROR"

"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import orders as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .orders_activities import AsyncOrdersActivities, OrdersActivities

__all__ = ["AsyncOrders", "Orders"]


class Orders:
    """The orders that came in through the channels, with their fulfillments and refunds."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def activities(self) -> OrdersActivities:
        """The history of an order, as far as programs report it."""
        from .orders_activities import OrdersActivities

        return OrdersActivities(self._client)

    def create(
        self,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Create an order.

        Adds an order to a channel. At least one line is needed, each with an `id` that no other line of the order
        has and a `quantity` above 0.

        `POST /v1/orders`

        Args:
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: The new order.
            channel_id: The channel the order came through (code 213 when it is missing). Required, here or in `body`.
            channel_order_id: Your own id for the order, unique in the business (codes 167 and 168). Required, here or
                in `body`.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159). Required, here or in `body`.
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none). Required,
                here or in `body`.
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date). Required, here or in `body`.
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
                Required, here or in `body`.
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The order was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_PURCHASED_AT_DATE (164), INVALID_ORDER_CANCELED_AT_DATE (165),
                INVALID_FULFILLMENT_STATUS (166), INVALID_CHANNEL_ORDER_ID (167), DUPLICATE_CHANNEL_ORDER_ID (168),
                INVALID_LINE_ITEM_ID (169), DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171),
                INVALID_LINE_ITEM_PRICE (172), LINE_ITEM_REQUIRED (173), INVALID_ORDER_TOTAL_SHIPPING_PRICE (187),
                INVALID_ORDER_TOTAL_SHIPPING_TAX (188), INVALID_LINE_ITEM_SHIPPING_PRICE (189),
                INVALID_LINE_ITEM_SHIPPING_TAX (190), INVALID_CHANNEL_ID (213), LINE_ITEM_MUST_EXIST_ON_THE_ORDER
                (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE (216), INVALID_RESTOCK_TYPE (258),
                INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE
                (272), INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Create order"
        """
        return self._client.send(
            endpoints.create(
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )

    def delete(self, order_id: str, *, action_id: str | NotGiven = NOT_GIVEN) -> models.Order:
        """Delete an order.

        Deletes one order.

        `DELETE /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.

        Returns:
            Order: The deletion was taken in.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Delete order". The path is inferred: it is that
            of the other calls for one order; the method is among those the server allows.
        """
        return self._client.send(endpoints.delete(order_id, action_id=action_id))

    def get(self, order_id: str) -> models.Order:
        """Get an order.

        One order, by the id ChannelApe gave it.

        `GET /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.

        Returns:
            Order: The order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Get order"
        """
        return self._client.send(endpoints.get(order_id))

    def list(
        self,
        *,
        channel_id: str,
        status: Sequence[models.OrderStatus | str] | NotGiven = NOT_GIVEN,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        count: bool | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Order, models.OrdersPage]:
        """List the orders of a channel.

        The orders of one channel, page by page, chosen by status, by when they were ordered and by when they
        last changed. Filters narrow each other down; without any, every order of the channel comes.

        `GET /v1/orders`

        Args:
            channel_id: The channel whose orders to list.
            status: Only orders with one of these statuses. The key is repeated for each.
            start_date: Leaves out orders placed before this moment. Everything since 1970 unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.
            updated_at_start_date: Leaves out orders that have not changed since this moment. Everything since 1970
                unless given; not earlier than `startDate` (code 266).
            updated_at_end_date: Leaves out orders that changed after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.
            count: Whether to count all orders that match, for `pagination.totalItems`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Query orders by channel"
        """
        return Pager(
            self._client,
            endpoints.list(
                channel_id=channel_id,
                status=status,
                start_date=start_date,
                end_date=end_date,
                updated_at_start_date=updated_at_start_date,
                updated_at_end_date=updated_at_end_date,
                last_key=last_key,
                size=size,
                count=count,
            ),
        )

    def list_by_business(
        self,
        *,
        business_id: str,
        status: Sequence[models.OrderStatus | str] | NotGiven = NOT_GIVEN,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        count: bool | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Order, models.OrdersPage]:
        """List the orders of a business.

        The orders of all channels of a business, page by page, with the same filters as those of one channel.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            status: Only orders with one of these statuses. The key is repeated for each.
            start_date: Leaves out orders placed before this moment. Everything since 1970 unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.
            updated_at_start_date: Leaves out orders that have not changed since this moment. Everything since 1970
                unless given; not earlier than `startDate` (code 266).
            updated_at_end_date: Leaves out orders that changed after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.
            count: Whether to count all orders that match, for `pagination.totalItems`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "orders/model/OrdersQueryRequestByBusinessId.ts".
            Beyond the documented operations, though the introduction to orders speaks of it and code 175 names both
            ways.
        """
        return Pager(
            self._client,
            endpoints.list_by_business(
                business_id=business_id,
                status=status,
                start_date=start_date,
                end_date=end_date,
                updated_at_start_date=updated_at_start_date,
                updated_at_end_date=updated_at_end_date,
                last_key=last_key,
                size=size,
                count=count,
            ),
        )

    def list_by_channel_order_id(
        self,
        *,
        business_id: str,
        channel_order_id: str,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Order, models.OrdersPage]:
        """Find an order by the id of its channel.

        The order that has this id at its channel. Such ids are unique in a business, so there is one order or
        none; the answer is a page all the same.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            channel_order_id: The id of an order at its channel.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByChannelOrderId.ts". Beyond the documented operations. The library allows
            filters too, which an exact id does not need.
        """
        return Pager(
            self._client,
            endpoints.list_by_channel_order_id(
                business_id=business_id, channel_order_id=channel_order_id, last_key=last_key, size=size
            ),
        )

    def list_by_purchase_order_number(
        self,
        *,
        business_id: str,
        purchase_order_number: str,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Order, models.OrdersPage]:
        """List the orders with a purchase order number.

        The orders of a business that carry this number of a purchase order, page by page. There can be several.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            purchase_order_number: The number of the buyer's purchase order.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByPurchaseOrderNumber.ts". Beyond the documented operations.
        """
        return Pager(
            self._client,
            endpoints.list_by_purchase_order_number(
                business_id=business_id, purchase_order_number=purchase_order_number, last_key=last_key, size=size
            ),
        )

    def patch(
        self,
        order_id: str,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderPatchRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        channel_sync: bool | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Change parts of an order.

        Changes what is given and leaves the rest of the order alone. Lists are replaced as a whole: to add a
        fulfillment, send all of them. In an order that exists the SKU and id of a line are fixed and its quantity
        can only grow; new lines can be added.

        `PATCH /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: What is to change.
            channel_id: The channel the order came through. It can not be changed.
            channel_order_id: The id the channel gave the order. It can not be changed.
            channel_sync: Whether the change goes on to the channel.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159).
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none).
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date).
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The change was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_CANCELED_AT_DATE (165), INVALID_FULFILLMENT_STATUS (166), INVALID_LINE_ITEM_ID (169),
                DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171), INVALID_LINE_ITEM_PRICE (172),
                INVALID_ORDER_TOTAL_SHIPPING_PRICE (187), INVALID_ORDER_TOTAL_SHIPPING_TAX (188),
                INVALID_LINE_ITEM_SHIPPING_PRICE (189), INVALID_LINE_ITEM_SHIPPING_TAX (190),
                LINE_ITEM_MUST_EXIST_ON_THE_ORDER (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE (216),
                INVALID_RESTOCK_TYPE (258), INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259),
                INVALID_UPDATED_LINE_ITEM_QUANTITY (260), LINE_ITEMS_REQUIRED_FOR_UPDATE (261),
                INVALID_UPDATED_LINE_ITEM_SKU (262), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE (272),
                INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Patch Order"
        """
        return self._client.send(
            endpoints.patch(
                order_id,
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                channel_sync=channel_sync,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )

    def summary(
        self,
        *,
        business_id: str,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.OrderSummary:
        """Sum up the orders of a business.

        Counts and revenue of a business in a span of time, seven days unless dates are given: in all, by channel,
        and of the lines that sell best. Currencies are not converted.

        `GET /v1/orders/summary`

        Args:
            business_id: The business whose orders to sum up.
            start_date: Leaves out orders placed before this moment. Seven days ago unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.

        Returns:
            OrderSummary: Counts and revenue.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Orders > Get order summary". The path is inferred: a noun
            below /v1/orders, as activities are. It could as well be /v1/orders/summaries or
            /v1/businesses/{business_id}/orders/summary.
        """
        return self._client.send(endpoints.summary(business_id=business_id, start_date=start_date, end_date=end_date))

    def update(
        self,
        order_id: str,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        channel_sync: bool | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Replace an order.

        Replaces everything that can be set on an order: **what is not given is erased.** To change a few things
        only, patch the order instead. The SKU and id of a line are fixed and its quantity can only grow; new lines
        can be added.

        `PUT /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: The order as it is to be from now on.
            channel_id: The channel the order came through. It can not be changed.
            channel_order_id: The id the channel gave the order. It can not be changed.
            channel_sync: Whether the change goes on to the channel.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159). Required, here or in `body`.
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none). Required,
                here or in `body`.
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date).
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The change was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_PURCHASED_AT_DATE (164), INVALID_ORDER_CANCELED_AT_DATE (165),
                INVALID_FULFILLMENT_STATUS (166), INVALID_CHANNEL_ORDER_ID (167), INVALID_LINE_ITEM_ID (169),
                DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171), INVALID_LINE_ITEM_PRICE (172),
                LINE_ITEM_REQUIRED (173), INVALID_ORDER_TOTAL_SHIPPING_PRICE (187), INVALID_ORDER_TOTAL_SHIPPING_TAX
                (188), INVALID_LINE_ITEM_SHIPPING_PRICE (189), INVALID_LINE_ITEM_SHIPPING_TAX (190),
                INVALID_CHANNEL_ID (213), LINE_ITEM_MUST_EXIST_ON_THE_ORDER (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE
                (216), INVALID_RESTOCK_TYPE (258), INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259),
                INVALID_UPDATED_LINE_ITEM_QUANTITY (260), LINE_ITEMS_REQUIRED_FOR_UPDATE (261),
                INVALID_UPDATED_LINE_ITEM_SKU (262), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE (272),
                INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Update order"
        """
        return self._client.send(
            endpoints.update(
                order_id,
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                channel_sync=channel_sync,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )


class AsyncOrders:
    """The orders that came in through the channels, with their fulfillments and refunds."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def activities(self) -> AsyncOrdersActivities:
        """The history of an order, as far as programs report it."""
        from .orders_activities import AsyncOrdersActivities

        return AsyncOrdersActivities(self._client)

    async def create(
        self,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Create an order.

        Adds an order to a channel. At least one line is needed, each with an `id` that no other line of the order
        has and a `quantity` above 0.

        `POST /v1/orders`

        Args:
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: The new order.
            channel_id: The channel the order came through (code 213 when it is missing). Required, here or in `body`.
            channel_order_id: Your own id for the order, unique in the business (codes 167 and 168). Required, here or
                in `body`.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159). Required, here or in `body`.
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none). Required,
                here or in `body`.
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date). Required, here or in `body`.
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
                Required, here or in `body`.
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The order was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_PURCHASED_AT_DATE (164), INVALID_ORDER_CANCELED_AT_DATE (165),
                INVALID_FULFILLMENT_STATUS (166), INVALID_CHANNEL_ORDER_ID (167), DUPLICATE_CHANNEL_ORDER_ID (168),
                INVALID_LINE_ITEM_ID (169), DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171),
                INVALID_LINE_ITEM_PRICE (172), LINE_ITEM_REQUIRED (173), INVALID_ORDER_TOTAL_SHIPPING_PRICE (187),
                INVALID_ORDER_TOTAL_SHIPPING_TAX (188), INVALID_LINE_ITEM_SHIPPING_PRICE (189),
                INVALID_LINE_ITEM_SHIPPING_TAX (190), INVALID_CHANNEL_ID (213), LINE_ITEM_MUST_EXIST_ON_THE_ORDER
                (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE (216), INVALID_RESTOCK_TYPE (258),
                INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE
                (272), INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Create order"
        """
        return await self._client.send(
            endpoints.create(
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )

    async def delete(self, order_id: str, *, action_id: str | NotGiven = NOT_GIVEN) -> models.Order:
        """Delete an order.

        Deletes one order.

        `DELETE /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.

        Returns:
            Order: The deletion was taken in.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Delete order". The path is inferred: it is that
            of the other calls for one order; the method is among those the server allows.
        """
        return await self._client.send(endpoints.delete(order_id, action_id=action_id))

    async def get(self, order_id: str) -> models.Order:
        """Get an order.

        One order, by the id ChannelApe gave it.

        `GET /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.

        Returns:
            Order: The order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Get order"
        """
        return await self._client.send(endpoints.get(order_id))

    def list(
        self,
        *,
        channel_id: str,
        status: Sequence[models.OrderStatus | str] | NotGiven = NOT_GIVEN,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        count: bool | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List the orders of a channel.

        The orders of one channel, page by page, chosen by status, by when they were ordered and by when they
        last changed. Filters narrow each other down; without any, every order of the channel comes.

        `GET /v1/orders`

        Args:
            channel_id: The channel whose orders to list.
            status: Only orders with one of these statuses. The key is repeated for each.
            start_date: Leaves out orders placed before this moment. Everything since 1970 unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.
            updated_at_start_date: Leaves out orders that have not changed since this moment. Everything since 1970
                unless given; not earlier than `startDate` (code 266).
            updated_at_end_date: Leaves out orders that changed after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.
            count: Whether to count all orders that match, for `pagination.totalItems`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Query orders by channel"
        """
        return AsyncPager(
            self._client,
            endpoints.list(
                channel_id=channel_id,
                status=status,
                start_date=start_date,
                end_date=end_date,
                updated_at_start_date=updated_at_start_date,
                updated_at_end_date=updated_at_end_date,
                last_key=last_key,
                size=size,
                count=count,
            ),
        )

    def list_by_business(
        self,
        *,
        business_id: str,
        status: Sequence[models.OrderStatus | str] | NotGiven = NOT_GIVEN,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
        count: bool | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List the orders of a business.

        The orders of all channels of a business, page by page, with the same filters as those of one channel.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            status: Only orders with one of these statuses. The key is repeated for each.
            start_date: Leaves out orders placed before this moment. Everything since 1970 unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.
            updated_at_start_date: Leaves out orders that have not changed since this moment. Everything since 1970
                unless given; not earlier than `startDate` (code 266).
            updated_at_end_date: Leaves out orders that changed after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.
            count: Whether to count all orders that match, for `pagination.totalItems`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "orders/model/OrdersQueryRequestByBusinessId.ts".
            Beyond the documented operations, though the introduction to orders speaks of it and code 175 names both
            ways.
        """
        return AsyncPager(
            self._client,
            endpoints.list_by_business(
                business_id=business_id,
                status=status,
                start_date=start_date,
                end_date=end_date,
                updated_at_start_date=updated_at_start_date,
                updated_at_end_date=updated_at_end_date,
                last_key=last_key,
                size=size,
                count=count,
            ),
        )

    def list_by_channel_order_id(
        self,
        *,
        business_id: str,
        channel_order_id: str,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """Find an order by the id of its channel.

        The order that has this id at its channel. Such ids are unique in a business, so there is one order or
        none; the answer is a page all the same.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            channel_order_id: The id of an order at its channel.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByChannelOrderId.ts". Beyond the documented operations. The library allows
            filters too, which an exact id does not need.
        """
        return AsyncPager(
            self._client,
            endpoints.list_by_channel_order_id(
                business_id=business_id, channel_order_id=channel_order_id, last_key=last_key, size=size
            ),
        )

    def list_by_purchase_order_number(
        self,
        *,
        business_id: str,
        purchase_order_number: str,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List the orders with a purchase order number.

        The orders of a business that carry this number of a purchase order, page by page. There can be several.

        `GET /v1/orders`

        Args:
            business_id: The business whose orders to list.
            purchase_order_number: The number of the buyer's purchase order.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many orders a page holds at most.

        Returns:
            Pager[Order, OrdersPage]: A page of orders.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByPurchaseOrderNumber.ts". Beyond the documented operations.
        """
        return AsyncPager(
            self._client,
            endpoints.list_by_purchase_order_number(
                business_id=business_id, purchase_order_number=purchase_order_number, last_key=last_key, size=size
            ),
        )

    async def patch(
        self,
        order_id: str,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderPatchRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        channel_sync: bool | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Change parts of an order.

        Changes what is given and leaves the rest of the order alone. Lists are replaced as a whole: to add a
        fulfillment, send all of them. In an order that exists the SKU and id of a line are fixed and its quantity
        can only grow; new lines can be added.

        `PATCH /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: What is to change.
            channel_id: The channel the order came through. It can not be changed.
            channel_order_id: The id the channel gave the order. It can not be changed.
            channel_sync: Whether the change goes on to the channel.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159).
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none).
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date).
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The change was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_CANCELED_AT_DATE (165), INVALID_FULFILLMENT_STATUS (166), INVALID_LINE_ITEM_ID (169),
                DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171), INVALID_LINE_ITEM_PRICE (172),
                INVALID_ORDER_TOTAL_SHIPPING_PRICE (187), INVALID_ORDER_TOTAL_SHIPPING_TAX (188),
                INVALID_LINE_ITEM_SHIPPING_PRICE (189), INVALID_LINE_ITEM_SHIPPING_TAX (190),
                LINE_ITEM_MUST_EXIST_ON_THE_ORDER (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE (216),
                INVALID_RESTOCK_TYPE (258), INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259),
                INVALID_UPDATED_LINE_ITEM_QUANTITY (260), LINE_ITEMS_REQUIRED_FOR_UPDATE (261),
                INVALID_UPDATED_LINE_ITEM_SKU (262), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE (272),
                INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Patch Order"
        """
        return await self._client.send(
            endpoints.patch(
                order_id,
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                channel_sync=channel_sync,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )

    async def summary(
        self,
        *,
        business_id: str,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
    ) -> models.OrderSummary:
        """Sum up the orders of a business.

        Counts and revenue of a business in a span of time, seven days unless dates are given: in all, by channel,
        and of the lines that sell best. Currencies are not converted.

        `GET /v1/orders/summary`

        Args:
            business_id: The business whose orders to sum up.
            start_date: Leaves out orders placed before this moment. Seven days ago unless given.
            end_date: Leaves out orders placed after this moment. The present unless given.

        Returns:
            OrderSummary: Counts and revenue.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Orders > Get order summary". The path is inferred: a noun
            below /v1/orders, as activities are. It could as well be /v1/orders/summaries or
            /v1/businesses/{business_id}/orders/summary.
        """
        return await self._client.send(
            endpoints.summary(business_id=business_id, start_date=start_date, end_date=end_date)
        )

    async def update(
        self,
        order_id: str,
        *,
        action_id: str | NotGiven = NOT_GIVEN,
        body: models.OrderUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        channel_sync: bool | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
        purchase_order_number: str | None | NotGiven = NOT_GIVEN,
        purchased_at: datetime | str | NotGiven = NOT_GIVEN,
        canceled_at: datetime | str | None | NotGiven = NOT_GIVEN,
        canceled_reason: str | None | NotGiven = NOT_GIVEN,
        total_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        subtotal_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_price: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_shipping_tax: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        total_grams: Decimal | int | str | None | NotGiven = NOT_GIVEN,
        customer: models.Customer | Mapping[str, object] | None | NotGiven = NOT_GIVEN,
        line_items: Sequence[models.LineItem | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        fulfillments: Sequence[models.Fulfillment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        refunds: Sequence[models.Refund | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Order:
        """Replace an order.

        Replaces everything that can be set on an order: **what is not given is erased.** To change a few things
        only, patch the order instead. The SKU and id of a line are fixed and its quantity can only grow; new lines
        can be added.

        `PUT /v1/orders/{order_id}`

        Args:
            order_id: The id ChannelApe gave the order.
            action_id: The action that this change belongs to. It is noted in the activities of the order.
            body: The order as it is to be from now on.
            channel_id: The channel the order came through. It can not be changed.
            channel_order_id: The id the channel gave the order. It can not be changed.
            channel_sync: Whether the change goes on to the channel.
            business_id: The business the order belongs to, which is that of the channel. Better sent when creating.
            status: The state of the order (code 159). Required, here or in `body`.
            alphabetic_currency_code: The currency of every amount in the order (code 29 when it is none). Required,
                here or in `body`.
            purchase_order_number: The number of the buyer's purchase order. Several orders can have the same.
            purchased_at: When the buyer ordered (code 164 when it is no date).
            canceled_at: When the order was canceled (code 165 when it is no date).
            canceled_reason: Why the order was canceled, in words.
            total_price: What the buyer pays for everything, 0 or more (code 160).
            subtotal_price: The price of all lines together, 0 or more (code 161).
            total_tax: All taxes together, 0 or more (code 162).
            total_shipping_price: The price of shipping, 0 or more (code 187).
            total_shipping_tax: The tax on shipping, 0 or more (code 188).
            total_grams: What everything weighs, in grams, 0 or more (code 163).
            customer: Who bought, and where it goes.
            line_items: What was ordered. Each line has an id of its own and a quantity above 0 (codes 169 to 173).
            fulfillments: What was shipped, or is to be.
            refunds: What the buyer got back.
            additional_fields: Whatever else is to be known about the order.

        Returns:
            Order: The change was taken in.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CURRENCY_CODE (29), INVALID_ORDER_STATUS (159), INVALID_ORDER_TOTAL_PRICE (160),
                INVALID_ORDER_SUBTOTAL_PRICE (161), INVALID_ORDER_TOTAL_TAX (162), INVALID_ORDER_TOTAL_GRAMS (163),
                INVALID_ORDER_PURCHASED_AT_DATE (164), INVALID_ORDER_CANCELED_AT_DATE (165),
                INVALID_FULFILLMENT_STATUS (166), INVALID_CHANNEL_ORDER_ID (167), INVALID_LINE_ITEM_ID (169),
                DUPLICATE_LINE_ITEM_ID (170), INVALID_LINE_ITEM_QUANTITY (171), INVALID_LINE_ITEM_PRICE (172),
                LINE_ITEM_REQUIRED (173), INVALID_ORDER_TOTAL_SHIPPING_PRICE (187), INVALID_ORDER_TOTAL_SHIPPING_TAX
                (188), INVALID_LINE_ITEM_SHIPPING_PRICE (189), INVALID_LINE_ITEM_SHIPPING_TAX (190),
                INVALID_CHANNEL_ID (213), LINE_ITEM_MUST_EXIST_ON_THE_ORDER (214), INVALID_FULFILLMENT_SHIPPED_AT_DATE
                (216), INVALID_RESTOCK_TYPE (258), INVALID_SUPPLIER_REFUND_RESTOCK_TYPE (259),
                INVALID_UPDATED_LINE_ITEM_QUANTITY (260), LINE_ITEMS_REQUIRED_FOR_UPDATE (261),
                INVALID_UPDATED_LINE_ITEM_SKU (262), INVALID_FULFILLMENT_LOCATION_ID (263), INVALID_TAX_PRICE (272),
                INVALID_TAX_RATE (273), INVALID_TAX_TITLE (274), INVALID_REFUND_TRANSACTION_ID (275),
                INVALID_REFUND_TRANSACTION_MESSAGE (276), INVALID_REFUND_TRANSACTION_AMOUNT (277),
                INVALID_REFUND_TRANSACTION_STATUS (278), INVALID_REFUND_ADJUSTMENT_ID (279),
                INVALID_REFUND_ADJUSTMENT_REASON (280), INVALID_REFUND_ADJUSTMENT_AMOUNT (281),
                INVALID_REFUND_ADJUSTMENT_TAX_AMOUNT (282), MISSING_REQUIRED_REFUND_ATTRIBUTES (283).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Update order"
        """
        return await self._client.send(
            endpoints.update(
                order_id,
                action_id=action_id,
                body=body,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                channel_sync=channel_sync,
                business_id=business_id,
                status=status,
                alphabetic_currency_code=alphabetic_currency_code,
                purchase_order_number=purchase_order_number,
                purchased_at=purchased_at,
                canceled_at=canceled_at,
                canceled_reason=canceled_reason,
                total_price=total_price,
                subtotal_price=subtotal_price,
                total_tax=total_tax,
                total_shipping_price=total_shipping_price,
                total_shipping_tax=total_shipping_tax,
                total_grams=total_grams,
                customer=customer,
                line_items=line_items,
                fulfillments=fulfillments,
                refunds=refunds,
                additional_fields=additional_fields,
            )
        )

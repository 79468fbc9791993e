"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import orders as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions
    from .orders_activities import AsyncOrdersActivities, OrdersActivities

__all__ = ["AsyncOrders", "Orders"]


class Orders:
    """Orders placed on channels, with their fulfillments and refunds."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def activities(self) -> OrdersActivities:
        """The history of an order, as reported by programs."""
        from .orders_activities import OrdersActivities

        return OrdersActivities(self._client)

    def create(
        self,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Create an order.

        Create an order on a channel. At least one line item is required. Each line item needs an `id` that is unique
        within the order and a `quantity` greater than 0.

        `POST /v1/orders`

        Args:
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The order to create.
            channel_id: The ID of the channel the order was placed on (code 213 if missing). At least 1 character.
                Required, here or in `body`.
            channel_order_id: An ID that you assign to the order, unique within the business (codes 167 and 168). At
                least 1 character. Required, here or in `body`.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`. Required, here or in `body`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
                Required, here or in `body`.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item. Required, here or in `body`.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The order was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    def delete(
        self, order_id: str, *, action_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.Order:
        """Delete an order.

        `DELETE /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.

        Returns:
            Order: The deletion was accepted.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Delete order". The path is inferred from the
            other operations on a single order. The server allows this method.
        """
        return self._client.send(endpoints.delete(order_id, action_id=action_id, **options))

    def get(self, order_id: str, **options: Unpack[CallOptions]) -> models.Order:
        """Get an order.

        Return the order with this ChannelApe ID.

        `GET /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.

        Returns:
            Order: The order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Get order"
        """
        return self._client.send(endpoints.get(order_id, **options))

    def list(
        self,
        *,
        channel_id: str,
        status: Sequence[models.OrderStatus | str] | None | NotGiven = NOT_GIVEN,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        count: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Order, models.OrdersPage]:
        """List the orders of a channel.

        List orders of a channel, one page at a time. Filter by status, purchase time and update time. Filters are
        combined with AND. Without filters, all orders of the channel are returned.

        `GET /v1/orders`

        Args:
            channel_id: The ID of the channel.
            status: Only orders with one of these statuses. The parameter is repeated for each status. Each item: one
                of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`, `HOLD`.
            start_date: Only orders placed at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only orders placed at or before this time. Defaults to the current time. Must not be earlier
                than `startDate` (code 132). An ISO 8601 date with a time.
            updated_at_start_date: Only orders updated at or after this time. Defaults to 1970. Must not be earlier
                than `startDate` (code 266). An ISO 8601 date with a time.
            updated_at_end_date: Only orders updated at or before this time. Defaults to the current time. Must not be
                earlier than `startDate` and `updatedAtStartDate` (code 267). An ISO 8601 date with a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.
            count: Whether to return the total number of matching orders in `pagination.totalItems`. The API's default
                is `False`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            ),
        )

    def list_by_business(
        self,
        *,
        business_id: str,
        status: Sequence[models.OrderStatus | str] | None | NotGiven = NOT_GIVEN,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        count: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Order, models.OrdersPage]:
        """List the orders of a business.

        List orders of all channels of a business, one page at a time, with the same filters as for a single
        channel.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            status: Only orders with one of these statuses. The parameter is repeated for each status. Each item: one
                of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`, `HOLD`.
            start_date: Only orders placed at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only orders placed at or before this time. Defaults to the current time. Must not be earlier
                than `startDate` (code 132). An ISO 8601 date with a time.
            updated_at_start_date: Only orders updated at or after this time. Defaults to 1970. Must not be earlier
                than `startDate` (code 266). An ISO 8601 date with a time.
            updated_at_end_date: Only orders updated at or before this time. Defaults to the current time. Must not be
                earlier than `startDate` and `updatedAtStartDate` (code 267). An ISO 8601 date with a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.
            count: Whether to return the total number of matching orders in `pagination.totalItems`. The API's default
                is `False`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "orders/model/OrdersQueryRequestByBusinessId.ts".
            Not among the documented operations, but mentioned in the introduction to orders and in the message of
            code 175.
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
                **options,
            ),
        )

    def list_by_channel_order_id(
        self,
        *,
        business_id: str,
        channel_order_id: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Order, models.OrdersPage]:
        """Find an order by its channel order ID.

        Find the order with this channel order ID. The ID is unique within a business, so the result is a page
        with at most one order.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            channel_order_id: The ID that the channel assigned to the order.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByChannelOrderId.ts". Not among the documented operations. The SDK also
            allows filters, which are not needed with an exact ID.
        """
        return Pager(
            self._client,
            endpoints.list_by_channel_order_id(
                business_id=business_id, channel_order_id=channel_order_id, last_key=last_key, size=size, **options
            ),
        )

    def list_by_purchase_order_number(
        self,
        *,
        business_id: str,
        purchase_order_number: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Order, models.OrdersPage]:
        """List orders by purchase order number.

        List orders of a business with this purchase order number, one page at a time. Several orders can have the
        same number.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            purchase_order_number: The purchase order number.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByPurchaseOrderNumber.ts". Not among the documented operations.
        """
        return Pager(
            self._client,
            endpoints.list_by_purchase_order_number(
                business_id=business_id,
                purchase_order_number=purchase_order_number,
                last_key=last_key,
                size=size,
                **options,
            ),
        )

    def patch(
        self,
        order_id: str,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Update some fields of an order.

        Update the given fields and leave all others unchanged. Lists are replaced as a whole: to add a fulfillment,
        send all fulfillments. For existing line items, the SKU and ID cannot be changed and the quantity can only be
        increased. New line items can be added.

        `PATCH /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The fields to change.
            channel_id: The ID of the channel the order was placed on. It cannot be changed.
            channel_order_id: The ID that the channel assigned to the order. It cannot be changed.
            channel_sync: Whether to send the update to the channel.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The update was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    def summary(
        self,
        *,
        business_id: str,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.OrderSummary:
        """Get an order summary of a business.

        Return order counts and revenue of a business for a period of time: in total, by channel, and for the
        best-selling line items. Defaults to the last seven days. Currencies are not converted.

        `GET /v1/orders/summary`

        Args:
            business_id: The ID of the business.
            start_date: Only orders placed at or after this time. Defaults to seven days ago. An ISO 8601 date with a
                time.
            end_date: Only orders placed at or before this time. Defaults to the current time. An ISO 8601 date with a
                time.

        Returns:
            OrderSummary: The order summary.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Orders > Get order summary". The path is inferred: a noun
            below /v1/orders, like activities. Alternatives are /v1/orders/summaries and
            /v1/businesses/{business_id}/orders/summary.
        """
        return self._client.send(
            endpoints.summary(business_id=business_id, start_date=start_date, end_date=end_date, **options)
        )

    def update(
        self,
        order_id: str,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Replace an order.

        Replace all writable fields of an order. **Omitted fields are erased.** To change individual fields, use a
        patch instead. For existing line items, the SKU and ID cannot be changed and the quantity can only be
        increased. New line items can be added.

        `PUT /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The complete order.
            channel_id: The ID of the channel the order was placed on. It cannot be changed.
            channel_order_id: The ID that the channel assigned to the order. It cannot be changed.
            channel_sync: Whether to send the update to the channel.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`. Required, here or in `body`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The update was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )


class AsyncOrders:
    """Orders placed on channels, with their fulfillments and refunds."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    @property
    def activities(self) -> AsyncOrdersActivities:
        """The history of an order, as reported by programs."""
        from .orders_activities import AsyncOrdersActivities

        return AsyncOrdersActivities(self._client)

    async def create(
        self,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Create an order.

        Create an order on a channel. At least one line item is required. Each line item needs an `id` that is unique
        within the order and a `quantity` greater than 0.

        `POST /v1/orders`

        Args:
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The order to create.
            channel_id: The ID of the channel the order was placed on (code 213 if missing). At least 1 character.
                Required, here or in `body`.
            channel_order_id: An ID that you assign to the order, unique within the business (codes 167 and 168). At
                least 1 character. Required, here or in `body`.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`. Required, here or in `body`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
                Required, here or in `body`.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item. Required, here or in `body`.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The order was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    async def delete(
        self, order_id: str, *, action_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
    ) -> models.Order:
        """Delete an order.

        `DELETE /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.

        Returns:
            Order: The deletion was accepted.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Delete order". The path is inferred from the
            other operations on a single order. The server allows this method.
        """
        return await self._client.send(endpoints.delete(order_id, action_id=action_id, **options))

    async def get(self, order_id: str, **options: Unpack[CallOptions]) -> models.Order:
        """Get an order.

        Return the order with this ChannelApe ID.

        `GET /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.

        Returns:
            Order: The order.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Orders > Get order"
        """
        return await self._client.send(endpoints.get(order_id, **options))

    def list(
        self,
        *,
        channel_id: str,
        status: Sequence[models.OrderStatus | str] | None | NotGiven = NOT_GIVEN,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        count: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List the orders of a channel.

        List orders of a channel, one page at a time. Filter by status, purchase time and update time. Filters are
        combined with AND. Without filters, all orders of the channel are returned.

        `GET /v1/orders`

        Args:
            channel_id: The ID of the channel.
            status: Only orders with one of these statuses. The parameter is repeated for each status. Each item: one
                of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`, `HOLD`.
            start_date: Only orders placed at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only orders placed at or before this time. Defaults to the current time. Must not be earlier
                than `startDate` (code 132). An ISO 8601 date with a time.
            updated_at_start_date: Only orders updated at or after this time. Defaults to 1970. Must not be earlier
                than `startDate` (code 266). An ISO 8601 date with a time.
            updated_at_end_date: Only orders updated at or before this time. Defaults to the current time. Must not be
                earlier than `startDate` and `updatedAtStartDate` (code 267). An ISO 8601 date with a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.
            count: Whether to return the total number of matching orders in `pagination.totalItems`. The API's default
                is `False`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            ),
        )

    def list_by_business(
        self,
        *,
        business_id: str,
        status: Sequence[models.OrderStatus | str] | None | NotGiven = NOT_GIVEN,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        updated_at_end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        count: bool | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List the orders of a business.

        List orders of all channels of a business, one page at a time, with the same filters as for a single
        channel.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            status: Only orders with one of these statuses. The parameter is repeated for each status. Each item: one
                of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`, `HOLD`.
            start_date: Only orders placed at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only orders placed at or before this time. Defaults to the current time. Must not be earlier
                than `startDate` (code 132). An ISO 8601 date with a time.
            updated_at_start_date: Only orders updated at or after this time. Defaults to 1970. Must not be earlier
                than `startDate` (code 266). An ISO 8601 date with a time.
            updated_at_end_date: Only orders updated at or before this time. Defaults to the current time. Must not be
                earlier than `startDate` and `updatedAtStartDate` (code 267). An ISO 8601 date with a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.
            count: Whether to return the total number of matching orders in `pagination.totalItems`. The API's default
                is `False`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "orders/model/OrdersQueryRequestByBusinessId.ts".
            Not among the documented operations, but mentioned in the introduction to orders and in the message of
            code 175.
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
                **options,
            ),
        )

    def list_by_channel_order_id(
        self,
        *,
        business_id: str,
        channel_order_id: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """Find an order by its channel order ID.

        Find the order with this channel order ID. The ID is unique within a business, so the result is a page
        with at most one order.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            channel_order_id: The ID that the channel assigned to the order.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByChannelOrderId.ts". Not among the documented operations. The SDK also
            allows filters, which are not needed with an exact ID.
        """
        return AsyncPager(
            self._client,
            endpoints.list_by_channel_order_id(
                business_id=business_id, channel_order_id=channel_order_id, last_key=last_key, size=size, **options
            ),
        )

    def list_by_purchase_order_number(
        self,
        *,
        business_id: str,
        purchase_order_number: str,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Order, models.OrdersPage]:
        """List orders by purchase order number.

        List orders of a business with this purchase order number, one page at a time. Several orders can have the
        same number.

        `GET /v1/orders`

        Args:
            business_id: The ID of the business.
            purchase_order_number: The purchase order number.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of orders per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Order, OrdersPage]: A page of orders. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132), INVALID_ORDER_STATUS (159), INVALID_ORDERS_QUERY
                (175), INVALID_UPDATED_AT_START_DATE (266), INVALID_UPDATED_AT_END_DATE (267).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1,
            "orders/model/OrdersQueryRequestByPurchaseOrderNumber.ts". Not among the documented operations.
        """
        return AsyncPager(
            self._client,
            endpoints.list_by_purchase_order_number(
                business_id=business_id,
                purchase_order_number=purchase_order_number,
                last_key=last_key,
                size=size,
                **options,
            ),
        )

    async def patch(
        self,
        order_id: str,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Update some fields of an order.

        Update the given fields and leave all others unchanged. Lists are replaced as a whole: to add a fulfillment,
        send all fulfillments. For existing line items, the SKU and ID cannot be changed and the quantity can only be
        increased. New line items can be added.

        `PATCH /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The fields to change.
            channel_id: The ID of the channel the order was placed on. It cannot be changed.
            channel_order_id: The ID that the channel assigned to the order. It cannot be changed.
            channel_sync: Whether to send the update to the channel.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The update was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

    async def summary(
        self,
        *,
        business_id: str,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.OrderSummary:
        """Get an order summary of a business.

        Return order counts and revenue of a business for a period of time: in total, by channel, and for the
        best-selling line items. Defaults to the last seven days. Currencies are not converted.

        `GET /v1/orders/summary`

        Args:
            business_id: The ID of the business.
            start_date: Only orders placed at or after this time. Defaults to seven days ago. An ISO 8601 date with a
                time.
            end_date: Only orders placed at or before this time. Defaults to the current time. An ISO 8601 date with a
                time.

        Returns:
            OrderSummary: The order summary.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, low confidence: ChannelApe V1 API, "Orders > Get order summary". The path is inferred: a noun
            below /v1/orders, like activities. Alternatives are /v1/orders/summaries and
            /v1/businesses/{business_id}/orders/summary.
        """
        return await self._client.send(
            endpoints.summary(business_id=business_id, start_date=start_date, end_date=end_date, **options)
        )

    async def update(
        self,
        order_id: str,
        *,
        action_id: str | None | NotGiven = NOT_GIVEN,
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
        **options: Unpack[CallOptions],
    ) -> models.Order:
        """Replace an order.

        Replace all writable fields of an order. **Omitted fields are erased.** To change individual fields, use a
        patch instead. For existing line items, the SKU and ID cannot be changed and the quantity can only be
        increased. New line items can be added.

        `PUT /v1/orders/{order_id}`

        Args:
            order_id: The ChannelApe ID of the order. At least 1 character.
            action_id: The ID of the action that makes this change. It is recorded in the order's activities.
            body: The complete order.
            channel_id: The ID of the channel the order was placed on. It cannot be changed.
            channel_order_id: The ID that the channel assigned to the order. It cannot be changed.
            channel_sync: Whether to send the update to the channel.
            business_id: The ID of the business that owns the channel. Recommended when creating an order.
            status: The status of the order (code 159). One of `PENDING`, `OPEN`, `IN_PROGRESS`, `CLOSED`, `CANCELED`,
                `HOLD`. Required, here or in `body`.
            alphabetic_currency_code: The currency of all amounts in the order (code 29 if invalid). Matches
                `^[A-Z]{3}$`. Required, here or in `body`.
            purchase_order_number: The buyer's purchase order number. Not necessarily unique.
            purchased_at: The time when the order was placed (code 164 if invalid). An ISO 8601 date with a time.
            canceled_at: The time when the order was canceled (code 165 if invalid). An ISO 8601 date with a time.
            canceled_reason: The reason for the cancellation, as text.
            total_price: The total price of the order, at least 0 (code 160). An exact decimal number.
            subtotal_price: The sum of the prices of all line items, at least 0 (code 161). An exact decimal number.
            total_tax: The sum of all taxes, at least 0 (code 162). An exact decimal number.
            total_shipping_price: The shipping price, at least 0 (code 187). An exact decimal number.
            total_shipping_tax: The tax on shipping, at least 0 (code 188). An exact decimal number.
            total_grams: The total weight in grams, at least 0 (code 163). An exact decimal number.
            customer: The buyer, with billing and shipping addresses.
            line_items: The line items of the order. Each line item needs a unique ID and a quantity greater than 0
                (codes 169 to 173). At least 1 item.
            fulfillments: The fulfillments of the order.
            refunds: The refunds of the order.
            additional_fields: Additional fields of the order.

        Returns:
            Order: The update was accepted.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
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
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

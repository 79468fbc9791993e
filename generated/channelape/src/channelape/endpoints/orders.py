"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.pagination import CursorPagination
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven, Timestamp

__all__ = [
    "create",
    "delete",
    "get",
    "list",
    "list_by_business",
    "list_by_channel_order_id",
    "list_by_purchase_order_number",
    "patch",
    "summary",
    "update",
]

_CREATE: Operation[models.Order] = Operation(
    id="createOrder",
    method="POST",
    path="/v1/orders",
    parameters=(Parameter("X-Channel-Ape-Action-Id", "header", str),),
    bodies=(JsonBody(models.OrderCreateRequest),),
    responses={
        "202": Json(models.Order),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
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
) -> Call[models.Order]:
    """`POST /v1/orders`."""
    return _CREATE.call(
        header={"X-Channel-Ape-Action-Id": action_id},
        body=flat_body(
            body,
            {
                "channelId": channel_id,
                "channelOrderId": channel_order_id,
                "businessId": business_id,
                "status": status,
                "alphabeticCurrencyCode": alphabetic_currency_code,
                "purchaseOrderNumber": purchase_order_number,
                "purchasedAt": purchased_at,
                "canceledAt": canceled_at,
                "canceledReason": canceled_reason,
                "totalPrice": total_price,
                "subtotalPrice": subtotal_price,
                "totalTax": total_tax,
                "totalShippingPrice": total_shipping_price,
                "totalShippingTax": total_shipping_tax,
                "totalGrams": total_grams,
                "customer": customer,
                "lineItems": line_items,
                "fulfillments": fulfillments,
                "refunds": refunds,
                "additionalFields": additional_fields,
            },
            required=True,
        ),
        options=options,
    )


_DELETE: Operation[models.Order] = Operation(
    id="deleteOrder",
    method="DELETE",
    path="/v1/orders/{order_id}",
    parameters=(
        Parameter("order_id", "path", str),
        Parameter("X-Channel-Ape-Action-Id", "header", str),
    ),
    responses={
        "202": Json(models.Order),
        "200": Json(models.Order),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(
    order_id: str, *, action_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
) -> Call[models.Order]:
    """`DELETE /v1/orders/{order_id}`."""
    return _DELETE.call(path={"order_id": order_id}, header={"X-Channel-Ape-Action-Id": action_id}, options=options)


_GET: Operation[models.Order] = Operation(
    id="getOrder",
    method="GET",
    path="/v1/orders/{order_id}",
    parameters=(Parameter("order_id", "path", str),),
    responses={
        "200": Json(models.Order),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(order_id: str, **options: Unpack[CallOptions]) -> Call[models.Order]:
    """`GET /v1/orders/{order_id}`."""
    return _GET.call(path={"order_id": order_id}, options=options)


_LIST: Operation[models.OrdersPage] = Operation(
    id="listOrdersByChannel",
    method="GET",
    path="/v1/orders",
    parameters=(
        Parameter("channelId", "query", str, required=True),
        Parameter("status", "query", builtins.list[models.OrderStatus], style="form", explode=True),
        Parameter("startDate", "query", Timestamp),
        Parameter("endDate", "query", Timestamp),
        Parameter("updatedAtStartDate", "query", Timestamp),
        Parameter("updatedAtEndDate", "query", Timestamp),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
        Parameter("count", "query", bool),
    ),
    responses={
        "200": Json(models.OrdersPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/orders",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list(
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
) -> Call[models.OrdersPage]:
    """`GET /v1/orders`."""
    return _LIST.call(
        query={
            "channelId": channel_id,
            "status": status,
            "startDate": start_date,
            "endDate": end_date,
            "updatedAtStartDate": updated_at_start_date,
            "updatedAtEndDate": updated_at_end_date,
            "lastKey": last_key,
            "size": size,
            "count": count,
        },
        options=options,
    )


_LIST_BY_BUSINESS: Operation[models.OrdersPage] = Operation(
    id="listOrdersByBusiness",
    method="GET",
    path="/v1/orders",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("status", "query", builtins.list[models.OrderStatus], style="form", explode=True),
        Parameter("startDate", "query", Timestamp),
        Parameter("endDate", "query", Timestamp),
        Parameter("updatedAtStartDate", "query", Timestamp),
        Parameter("updatedAtEndDate", "query", Timestamp),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
        Parameter("count", "query", bool),
    ),
    responses={
        "200": Json(models.OrdersPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/orders",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list_by_business(
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
) -> Call[models.OrdersPage]:
    """`GET /v1/orders`."""
    return _LIST_BY_BUSINESS.call(
        query={
            "businessId": business_id,
            "status": status,
            "startDate": start_date,
            "endDate": end_date,
            "updatedAtStartDate": updated_at_start_date,
            "updatedAtEndDate": updated_at_end_date,
            "lastKey": last_key,
            "size": size,
            "count": count,
        },
        options=options,
    )


_LIST_BY_CHANNEL_ORDER_ID: Operation[models.OrdersPage] = Operation(
    id="listOrdersByChannelOrderId",
    method="GET",
    path="/v1/orders",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("channelOrderId", "query", str, required=True),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.OrdersPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/orders",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list_by_channel_order_id(
    *,
    business_id: str,
    channel_order_id: str,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.OrdersPage]:
    """`GET /v1/orders`."""
    return _LIST_BY_CHANNEL_ORDER_ID.call(
        query={"businessId": business_id, "channelOrderId": channel_order_id, "lastKey": last_key, "size": size},
        options=options,
    )


_LIST_BY_PURCHASE_ORDER_NUMBER: Operation[models.OrdersPage] = Operation(
    id="listOrdersByPurchaseOrderNumber",
    method="GET",
    path="/v1/orders",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("purchaseOrderNumber", "query", str, required=True),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.OrdersPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/orders",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list_by_purchase_order_number(
    *,
    business_id: str,
    purchase_order_number: str,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.OrdersPage]:
    """`GET /v1/orders`."""
    return _LIST_BY_PURCHASE_ORDER_NUMBER.call(
        query={
            "businessId": business_id,
            "purchaseOrderNumber": purchase_order_number,
            "lastKey": last_key,
            "size": size,
        },
        options=options,
    )


_PATCH: Operation[models.Order] = Operation(
    id="patchOrder",
    method="PATCH",
    path="/v1/orders/{order_id}",
    parameters=(
        Parameter("order_id", "path", str),
        Parameter("X-Channel-Ape-Action-Id", "header", str),
    ),
    bodies=(JsonBody(models.OrderPatchRequest),),
    responses={
        "202": Json(models.Order),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def patch(
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
) -> Call[models.Order]:
    """`PATCH /v1/orders/{order_id}`."""
    return _PATCH.call(
        path={"order_id": order_id},
        header={"X-Channel-Ape-Action-Id": action_id},
        body=flat_body(
            body,
            {
                "channelId": channel_id,
                "channelOrderId": channel_order_id,
                "channelSync": channel_sync,
                "businessId": business_id,
                "status": status,
                "alphabeticCurrencyCode": alphabetic_currency_code,
                "purchaseOrderNumber": purchase_order_number,
                "purchasedAt": purchased_at,
                "canceledAt": canceled_at,
                "canceledReason": canceled_reason,
                "totalPrice": total_price,
                "subtotalPrice": subtotal_price,
                "totalTax": total_tax,
                "totalShippingPrice": total_shipping_price,
                "totalShippingTax": total_shipping_tax,
                "totalGrams": total_grams,
                "customer": customer,
                "lineItems": line_items,
                "fulfillments": fulfillments,
                "refunds": refunds,
                "additionalFields": additional_fields,
            },
            required=True,
        ),
        options=options,
    )


_SUMMARY: Operation[models.OrderSummary] = Operation(
    id="getOrderSummary",
    method="GET",
    path="/v1/orders/summary",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("startDate", "query", Timestamp),
        Parameter("endDate", "query", Timestamp),
    ),
    responses={
        "200": Json(models.OrderSummary),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def summary(
    *,
    business_id: str,
    start_date: datetime | str | None | NotGiven = NOT_GIVEN,
    end_date: datetime | str | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.OrderSummary]:
    """`GET /v1/orders/summary`."""
    return _SUMMARY.call(
        query={"businessId": business_id, "startDate": start_date, "endDate": end_date}, options=options
    )


_UPDATE: Operation[models.Order] = Operation(
    id="updateOrder",
    method="PUT",
    path="/v1/orders/{order_id}",
    parameters=(
        Parameter("order_id", "path", str),
        Parameter("X-Channel-Ape-Action-Id", "header", str),
    ),
    bodies=(JsonBody(models.OrderUpdateRequest),),
    responses={
        "202": Json(models.Order),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
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
) -> Call[models.Order]:
    """`PUT /v1/orders/{order_id}`."""
    return _UPDATE.call(
        path={"order_id": order_id},
        header={"X-Channel-Ape-Action-Id": action_id},
        body=flat_body(
            body,
            {
                "channelId": channel_id,
                "channelOrderId": channel_order_id,
                "channelSync": channel_sync,
                "businessId": business_id,
                "status": status,
                "alphabeticCurrencyCode": alphabetic_currency_code,
                "purchaseOrderNumber": purchase_order_number,
                "purchasedAt": purchased_at,
                "canceledAt": canceled_at,
                "canceledReason": canceled_reason,
                "totalPrice": total_price,
                "subtotalPrice": subtotal_price,
                "totalTax": total_tax,
                "totalShippingPrice": total_shipping_price,
                "totalShippingTax": total_shipping_tax,
                "totalGrams": total_grams,
                "customer": customer,
                "lineItems": line_items,
                "fulfillments": fulfillments,
                "refunds": refunds,
                "additionalFields": additional_fields,
            },
            required=True,
        ),
        options=options,
    )

"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["adjust", "adjust_by_sku", "get", "set", "set_by_sku"]

_ADJUST: Operation[models.Adjustment] = Operation(
    id="adjustQuantity",
    method="POST",
    path="/v1/inventories/{inventory_item_id}/quantities/adjusts",
    parameters=(
        Parameter("inventory_item_id", "path", str),
        Parameter("X-Channel-Ape-Idempotent-Key", "header", str),
    ),
    bodies=(JsonBody(models.AdjustmentRequest),),
    responses={
        "201": Json(models.Adjustment),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    idempotency_key="X-Channel-Ape-Idempotent-Key",
)


def adjust(
    inventory_item_id: str,
    *,
    idempotency_key: str | None | NotGiven = NOT_GIVEN,
    body: models.AdjustmentRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    location_id: str | int | NotGiven = NOT_GIVEN,
    inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
    quantity: int | str | NotGiven = NOT_GIVEN,
    aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
    memo: str | NotGiven = NOT_GIVEN,
    effective_at: datetime | str | NotGiven = NOT_GIVEN,
    expires_at: datetime | str | NotGiven = NOT_GIVEN,
    future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Adjustment]:
    """`POST /v1/inventories/{inventory_item_id}/quantities/adjusts`."""
    return _ADJUST.call(
        path={"inventory_item_id": inventory_item_id},
        header={"X-Channel-Ape-Idempotent-Key": idempotency_key},
        body=flat_body(
            body,
            {
                "locationId": location_id,
                "inventoryStatus": inventory_status,
                "quantity": quantity,
                "aggregateChannelSync": aggregate_channel_sync,
                "memo": memo,
                "effectiveAt": effective_at,
                "expiresAt": expires_at,
                "futureAppliedAtpPercentage": future_applied_atp_percentage,
            },
            required=True,
        ),
        options=options,
    )


_ADJUST_BY_SKU: Operation[models.Adjustment] = Operation(
    id="adjustQuantityBySku",
    method="POST",
    path="/v1/inventories/quantities/adjusts",
    parameters=(Parameter("X-Channel-Ape-Idempotent-Key", "header", str),),
    bodies=(JsonBody(models.AdjustmentBySkuRequest),),
    responses={
        "201": Json(models.Adjustment),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    idempotency_key="X-Channel-Ape-Idempotent-Key",
)


def adjust_by_sku(
    *,
    idempotency_key: str | None | NotGiven = NOT_GIVEN,
    body: models.AdjustmentBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    sku: str | NotGiven = NOT_GIVEN,
    location_id: str | int | NotGiven = NOT_GIVEN,
    inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
    quantity: int | str | NotGiven = NOT_GIVEN,
    aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
    memo: str | NotGiven = NOT_GIVEN,
    effective_at: datetime | str | NotGiven = NOT_GIVEN,
    expires_at: datetime | str | NotGiven = NOT_GIVEN,
    future_applied_atp_percentage: Decimal | int | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Adjustment]:
    """`POST /v1/inventories/quantities/adjusts`."""
    return _ADJUST_BY_SKU.call(
        header={"X-Channel-Ape-Idempotent-Key": idempotency_key},
        body=flat_body(
            body,
            {
                "sku": sku,
                "locationId": location_id,
                "inventoryStatus": inventory_status,
                "quantity": quantity,
                "aggregateChannelSync": aggregate_channel_sync,
                "memo": memo,
                "effectiveAt": effective_at,
                "expiresAt": expires_at,
                "futureAppliedAtpPercentage": future_applied_atp_percentage,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.InventoryItemQuantities] = Operation(
    id="getQuantities",
    method="GET",
    path="/v1/inventories/{inventory_item_id}/quantities",
    parameters=(Parameter("inventory_item_id", "path", str),),
    responses={
        "200": Json(models.InventoryItemQuantities),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(inventory_item_id: str, **options: Unpack[CallOptions]) -> Call[models.InventoryItemQuantities]:
    """`GET /v1/inventories/{inventory_item_id}/quantities`."""
    return _GET.call(path={"inventory_item_id": inventory_item_id}, options=options)


_SET: Operation[models.Adjustment] = Operation(
    id="setQuantity",
    method="POST",
    path="/v1/inventories/{inventory_item_id}/quantities/sets",
    parameters=(
        Parameter("inventory_item_id", "path", str),
        Parameter("X-Channel-Ape-Idempotent-Key", "header", str),
    ),
    bodies=(JsonBody(models.SetQuantityRequest),),
    responses={
        "201": Json(models.Adjustment),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    idempotency_key="X-Channel-Ape-Idempotent-Key",
)


def set(
    inventory_item_id: str,
    *,
    idempotency_key: str | None | NotGiven = NOT_GIVEN,
    body: models.SetQuantityRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    location_id: str | int | NotGiven = NOT_GIVEN,
    inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
    quantity: int | str | NotGiven = NOT_GIVEN,
    aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
    memo: str | NotGiven = NOT_GIVEN,
    effective_at: datetime | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Adjustment]:
    """`POST /v1/inventories/{inventory_item_id}/quantities/sets`."""
    return _SET.call(
        path={"inventory_item_id": inventory_item_id},
        header={"X-Channel-Ape-Idempotent-Key": idempotency_key},
        body=flat_body(
            body,
            {
                "locationId": location_id,
                "inventoryStatus": inventory_status,
                "quantity": quantity,
                "aggregateChannelSync": aggregate_channel_sync,
                "memo": memo,
                "effectiveAt": effective_at,
            },
            required=True,
        ),
        options=options,
    )


_SET_BY_SKU: Operation[models.Adjustment] = Operation(
    id="setQuantityBySku",
    method="POST",
    path="/v1/inventories/quantities/sets",
    parameters=(Parameter("X-Channel-Ape-Idempotent-Key", "header", str),),
    bodies=(JsonBody(models.SetQuantityBySkuRequest),),
    responses={
        "201": Json(models.Adjustment),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    idempotency_key="X-Channel-Ape-Idempotent-Key",
)


def set_by_sku(
    *,
    idempotency_key: str | None | NotGiven = NOT_GIVEN,
    body: models.SetQuantityBySkuRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    sku: str | NotGiven = NOT_GIVEN,
    location_id: str | int | NotGiven = NOT_GIVEN,
    inventory_status: models.InventoryStatus | str | NotGiven = NOT_GIVEN,
    quantity: int | str | NotGiven = NOT_GIVEN,
    aggregate_channel_sync: bool | NotGiven = NOT_GIVEN,
    memo: str | NotGiven = NOT_GIVEN,
    effective_at: datetime | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Adjustment]:
    """`POST /v1/inventories/quantities/sets`."""
    return _SET_BY_SKU.call(
        header={"X-Channel-Ape-Idempotent-Key": idempotency_key},
        body=flat_body(
            body,
            {
                "sku": sku,
                "locationId": location_id,
                "inventoryStatus": inventory_status,
                "quantity": quantity,
                "aggregateChannelSync": aggregate_channel_sync,
                "memo": memo,
                "effectiveAt": effective_at,
            },
            required=True,
        ),
        options=options,
    )

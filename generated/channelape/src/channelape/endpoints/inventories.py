"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create", "find", "get", "update"]

_CREATE: Operation[models.InventoryItem] = Operation(
    id="createInventoryItem",
    method="POST",
    path="/v1/inventories",
    bodies=(JsonBody(models.InventoryItemCreateRequest),),
    responses={
        "201": Json(models.InventoryItem),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.InventoryItemCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    sku: str | NotGiven = NOT_GIVEN,
    title: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.InventoryItem]:
    """`POST /v1/inventories`."""
    return _CREATE.call(
        body=flat_body(body, {"businessId": business_id, "sku": sku, "title": title}, required=True), options=options
    )


_FIND: Operation[models.InventoryItemList] = Operation(
    id="findInventoryItem",
    method="GET",
    path="/v1/inventories",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("sku", "query", str, required=True),
    ),
    responses={
        "200": Json(models.InventoryItemList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def find(*, business_id: str, sku: str, **options: Unpack[CallOptions]) -> Call[models.InventoryItemList]:
    """`GET /v1/inventories`."""
    return _FIND.call(query={"businessId": business_id, "sku": sku}, options=options)


_GET: Operation[models.InventoryItem] = Operation(
    id="getInventoryItem",
    method="GET",
    path="/v1/inventories/{inventory_item_id}",
    parameters=(Parameter("inventory_item_id", "path", str),),
    responses={
        "200": Json(models.InventoryItem),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(inventory_item_id: str, **options: Unpack[CallOptions]) -> Call[models.InventoryItem]:
    """`GET /v1/inventories/{inventory_item_id}`."""
    return _GET.call(path={"inventory_item_id": inventory_item_id}, options=options)


_UPDATE: Operation[models.InventoryItem] = Operation(
    id="updateInventoryItem",
    method="PUT",
    path="/v1/inventories/{inventory_item_id}",
    parameters=(Parameter("inventory_item_id", "path", str),),
    bodies=(JsonBody(models.InventoryItemUpdateRequest),),
    responses={
        "200": Json(models.InventoryItem),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    inventory_item_id: str,
    *,
    body: models.InventoryItemUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    sku: str | NotGiven = NOT_GIVEN,
    title: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.InventoryItem]:
    """`PUT /v1/inventories/{inventory_item_id}`."""
    return _UPDATE.call(
        path={"inventory_item_id": inventory_item_id},
        body=flat_body(body, {"sku": sku, "title": title}, required=True),
        options=options,
    )

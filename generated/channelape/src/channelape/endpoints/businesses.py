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

__all__ = ["create", "get", "list", "update"]

_CREATE: Operation[models.Business] = Operation(
    id="createBusiness",
    method="POST",
    path="/v1/businesses",
    bodies=(JsonBody(models.BusinessCreateRequest),),
    responses={
        "201": Json(models.Business),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.BusinessCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    time_zone: str | NotGiven = NOT_GIVEN,
    alphabetic_currency_code: str | NotGiven = NOT_GIVEN,
    inventory_item_key: models.InventoryItemKey | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Business]:
    """`POST /v1/businesses`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "name": name,
                "timeZone": time_zone,
                "alphabeticCurrencyCode": alphabetic_currency_code,
                "inventoryItemKey": inventory_item_key,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Business] = Operation(
    id="getBusiness",
    method="GET",
    path="/v1/businesses/{business_id}",
    parameters=(Parameter("business_id", "path", str),),
    responses={
        "200": Json(models.Business),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(business_id: str, **options: Unpack[CallOptions]) -> Call[models.Business]:
    """`GET /v1/businesses/{business_id}`."""
    return _GET.call(path={"business_id": business_id}, options=options)


_LIST: Operation[models.BusinessList] = Operation(
    id="listBusinesses",
    method="GET",
    path="/v1/businesses",
    parameters=(Parameter("userId", "query", str, required=True),),
    responses={
        "200": Json(models.BusinessList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, user_id: str, **options: Unpack[CallOptions]) -> Call[models.BusinessList]:
    """`GET /v1/businesses`."""
    return _LIST.call(query={"userId": user_id}, options=options)


_UPDATE: Operation[models.Business] = Operation(
    id="updateBusiness",
    method="PUT",
    path="/v1/businesses/{business_id}",
    parameters=(Parameter("business_id", "path", str),),
    bodies=(JsonBody(models.BusinessUpdateRequest),),
    responses={
        "200": Json(models.Business),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    business_id: str,
    *,
    body: models.BusinessUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    time_zone: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Business]:
    """`PUT /v1/businesses/{business_id}`."""
    return _UPDATE.call(
        path={"business_id": business_id},
        body=flat_body(body, {"name": name, "timeZone": time_zone}, required=True),
        options=options,
    )

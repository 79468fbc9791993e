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

__all__ = ["create", "delete", "get", "list", "update"]

_CREATE: Operation[models.ProductModifier] = Operation(
    id="createProductModifier",
    method="POST",
    path="/v1/products/modifiers",
    bodies=(JsonBody(models.ProductModifierCreateRequest),),
    responses={
        "201": Json(models.ProductModifier),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.ProductModifierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    description: str | NotGiven = NOT_GIVEN,
    modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
    target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
    value: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductModifier]:
    """`POST /v1/products/modifiers`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "name": name,
                "description": description,
                "modifier": modifier,
                "target": target,
                "value": value,
            },
            required=True,
        ),
        options=options,
    )


_DELETE: Operation[models.ProductModifier] = Operation(
    id="deleteProductModifier",
    method="DELETE",
    path="/v1/products/modifiers/{product_modifier_id}",
    parameters=(Parameter("product_modifier_id", "path", str),),
    responses={
        "200": Json(models.ProductModifier),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(product_modifier_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductModifier]:
    """`DELETE /v1/products/modifiers/{product_modifier_id}`."""
    return _DELETE.call(path={"product_modifier_id": product_modifier_id}, options=options)


_GET: Operation[models.ProductModifier] = Operation(
    id="getProductModifier",
    method="GET",
    path="/v1/products/modifiers/{product_modifier_id}",
    parameters=(Parameter("product_modifier_id", "path", str),),
    responses={
        "200": Json(models.ProductModifier),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(product_modifier_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductModifier]:
    """`GET /v1/products/modifiers/{product_modifier_id}`."""
    return _GET.call(path={"product_modifier_id": product_modifier_id}, options=options)


_LIST: Operation[models.ProductModifierList] = Operation(
    id="listProductModifiers",
    method="GET",
    path="/v1/products/modifiers",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.ProductModifierList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductModifierList]:
    """`GET /v1/products/modifiers`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_UPDATE: Operation[models.ProductModifier] = Operation(
    id="updateProductModifier",
    method="PUT",
    path="/v1/products/modifiers/{product_modifier_id}",
    parameters=(Parameter("product_modifier_id", "path", str),),
    bodies=(JsonBody(models.ProductModifierUpdateRequest),),
    responses={
        "200": Json(models.ProductModifier),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    product_modifier_id: str,
    *,
    body: models.ProductModifierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    description: str | NotGiven = NOT_GIVEN,
    modifier: models.ProductModifierOperation | str | NotGiven = NOT_GIVEN,
    target: models.ProductModifierTarget | str | NotGiven = NOT_GIVEN,
    value: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductModifier]:
    """`PUT /v1/products/modifiers/{product_modifier_id}`."""
    return _UPDATE.call(
        path={"product_modifier_id": product_modifier_id},
        body=flat_body(
            body,
            {"name": name, "description": description, "modifier": modifier, "target": target, "value": value},
            required=True,
        ),
        options=options,
    )

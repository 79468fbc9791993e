"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import models
from .._runtime.api import Retry
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["append", "delete", "get", "list", "put"]

_APPEND: Operation[models.ProductPush] = Operation(
    id="appendProductPush",
    method="PUT",
    path="/v1/channels/{channel_id}/products/pushes",
    parameters=(Parameter("channel_id", "path", str),),
    bodies=(JsonBody(models.ProductPushRequest),),
    responses={
        "200": Json(models.ProductPush),
        "201": Json(models.ProductPush),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    retry=Retry(statuses=(429,), safe=False),
)


def append(
    channel_id: str,
    *,
    body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
    product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
    primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
    secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductPush]:
    """`PUT /v1/channels/{channel_id}/products/pushes`."""
    return _APPEND.call(
        path={"channel_id": channel_id},
        body=flat_body(
            body,
            {
                "productFilterIds": product_filter_ids,
                "productModifierIds": product_modifier_ids,
                "primaryCategoryModifier": primary_category_modifier,
                "secondaryCategoryModifier": secondary_category_modifier,
            },
            required=True,
        ),
        options=options,
    )


_DELETE: Operation[models.ProductPush] = Operation(
    id="deleteProductPush",
    method="DELETE",
    path="/v1/channels/{channel_id}/products/pushes/{ordinal}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("ordinal", "path", int),
    ),
    responses={
        "200": Json(models.ProductPush),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> Call[models.ProductPush]:
    """`DELETE /v1/channels/{channel_id}/products/pushes/{ordinal}`."""
    return _DELETE.call(path={"channel_id": channel_id, "ordinal": ordinal}, options=options)


_GET: Operation[models.ProductPush] = Operation(
    id="getProductPush",
    method="GET",
    path="/v1/channels/{channel_id}/products/pushes/{ordinal}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("ordinal", "path", int),
    ),
    responses={
        "200": Json(models.ProductPush),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(channel_id: str, ordinal: int, **options: Unpack[CallOptions]) -> Call[models.ProductPush]:
    """`GET /v1/channels/{channel_id}/products/pushes/{ordinal}`."""
    return _GET.call(path={"channel_id": channel_id, "ordinal": ordinal}, options=options)


_LIST: Operation[models.ProductPushList] = Operation(
    id="listProductPushes",
    method="GET",
    path="/v1/channels/{channel_id}/products/pushes",
    parameters=(Parameter("channel_id", "path", str),),
    responses={
        "200": Json(models.ProductPushList),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(channel_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductPushList]:
    """`GET /v1/channels/{channel_id}/products/pushes`."""
    return _LIST.call(path={"channel_id": channel_id}, options=options)


_PUT: Operation[models.ProductPush] = Operation(
    id="putProductPush",
    method="PUT",
    path="/v1/channels/{channel_id}/products/pushes/{ordinal}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("ordinal", "path", int),
    ),
    bodies=(JsonBody(models.ProductPushRequest),),
    responses={
        "200": Json(models.ProductPush),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def put(
    channel_id: str,
    ordinal: int,
    *,
    body: models.ProductPushRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    product_filter_ids: Sequence[str] | NotGiven = NOT_GIVEN,
    product_modifier_ids: Sequence[str] | NotGiven = NOT_GIVEN,
    primary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
    secondary_category_modifier: models.CategoryModifier | Mapping[str, object] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductPush]:
    """`PUT /v1/channels/{channel_id}/products/pushes/{ordinal}`."""
    return _PUT.call(
        path={"channel_id": channel_id, "ordinal": ordinal},
        body=flat_body(
            body,
            {
                "productFilterIds": product_filter_ids,
                "productModifierIds": product_modifier_ids,
                "primaryCategoryModifier": primary_category_modifier,
                "secondaryCategoryModifier": secondary_category_modifier,
            },
            required=True,
        ),
        options=options,
    )

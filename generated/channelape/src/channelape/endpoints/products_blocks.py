"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json

__all__ = ["delete", "get", "list", "list_by_filter", "put"]

_DELETE: Operation[models.ProductBlock] = Operation(
    id="deleteProductBlock",
    method="DELETE",
    path="/v1/channels/{channel_id}/products/blocks/{product_filter_id}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("product_filter_id", "path", str),
    ),
    responses={
        "200": Json(models.ProductBlock),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductBlock]:
    """`DELETE /v1/channels/{channel_id}/products/blocks/{product_filter_id}`."""
    return _DELETE.call(path={"channel_id": channel_id, "product_filter_id": product_filter_id}, options=options)


_GET: Operation[models.ProductBlock] = Operation(
    id="getProductBlock",
    method="GET",
    path="/v1/channels/{channel_id}/products/blocks/{product_filter_id}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("product_filter_id", "path", str),
    ),
    responses={
        "200": Json(models.ProductBlock),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductBlock]:
    """`GET /v1/channels/{channel_id}/products/blocks/{product_filter_id}`."""
    return _GET.call(path={"channel_id": channel_id, "product_filter_id": product_filter_id}, options=options)


_LIST: Operation[models.ProductBlockList] = Operation(
    id="listProductBlocks",
    method="GET",
    path="/v1/channels/{channel_id}/products/blocks",
    parameters=(Parameter("channel_id", "path", str),),
    responses={
        "200": Json(models.ProductBlockList),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(channel_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductBlockList]:
    """`GET /v1/channels/{channel_id}/products/blocks`."""
    return _LIST.call(path={"channel_id": channel_id}, options=options)


_LIST_BY_FILTER: Operation[models.ProductBlockList] = Operation(
    id="listProductBlocksByFilter",
    method="GET",
    path="/v1/products/blocks",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("productFilterId", "query", str, required=True),
    ),
    responses={
        "200": Json(models.ProductBlockList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list_by_filter(
    *, business_id: str, product_filter_id: str, **options: Unpack[CallOptions]
) -> Call[models.ProductBlockList]:
    """`GET /v1/products/blocks`."""
    return _LIST_BY_FILTER.call(
        query={"businessId": business_id, "productFilterId": product_filter_id}, options=options
    )


_PUT: Operation[models.ProductBlock] = Operation(
    id="putProductBlock",
    method="PUT",
    path="/v1/channels/{channel_id}/products/blocks/{product_filter_id}",
    parameters=(
        Parameter("channel_id", "path", str),
        Parameter("product_filter_id", "path", str),
    ),
    responses={
        "200": Json(models.ProductBlock),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def put(channel_id: str, product_filter_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductBlock]:
    """`PUT /v1/channels/{channel_id}/products/blocks/{product_filter_id}`."""
    return _PUT.call(path={"channel_id": channel_id, "product_filter_id": product_filter_id}, options=options)

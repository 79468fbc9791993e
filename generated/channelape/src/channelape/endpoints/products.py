"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create", "get", "update"]

_CREATE: Operation[models.Product] = Operation(
    id="createProduct",
    method="POST",
    path="/v1/products",
    bodies=(JsonBody(models.ProductCreateRequest),),
    responses={
        "201": Json(models.Product),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.ProductCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    title: str | NotGiven = NOT_GIVEN,
    description: str | NotGiven = NOT_GIVEN,
    vendor: str | NotGiven = NOT_GIVEN,
    categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
    images: Sequence[str] | NotGiven = NOT_GIVEN,
    option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
    tags: Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Product]:
    """`POST /v1/products`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "title": title,
                "description": description,
                "vendor": vendor,
                "categories": categories,
                "images": images,
                "optionKeys": option_keys,
                "tags": tags,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Product] = Operation(
    id="getProduct",
    method="GET",
    path="/v1/products/{product_id}",
    parameters=(Parameter("product_id", "path", str),),
    responses={
        "200": Json(models.Product),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(product_id: str, **options: Unpack[CallOptions]) -> Call[models.Product]:
    """`GET /v1/products/{product_id}`."""
    return _GET.call(path={"product_id": product_id}, options=options)


_UPDATE: Operation[models.Product] = Operation(
    id="updateProduct",
    method="PUT",
    path="/v1/products/{product_id}",
    parameters=(Parameter("product_id", "path", str),),
    bodies=(JsonBody(models.ProductUpdateRequest),),
    responses={
        "200": Json(models.Product),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    product_id: str,
    *,
    body: models.ProductUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    title: str | NotGiven = NOT_GIVEN,
    description: str | NotGiven = NOT_GIVEN,
    vendor: str | NotGiven = NOT_GIVEN,
    categories: models.ProductCategories | Mapping[str, object] | NotGiven = NOT_GIVEN,
    images: Sequence[str] | NotGiven = NOT_GIVEN,
    option_keys: Sequence[str] | NotGiven = NOT_GIVEN,
    tags: Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Product]:
    """`PUT /v1/products/{product_id}`."""
    return _UPDATE.call(
        path={"product_id": product_id},
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "title": title,
                "description": description,
                "vendor": vendor,
                "categories": categories,
                "images": images,
                "optionKeys": option_keys,
                "tags": tags,
            },
            required=True,
        ),
        options=options,
    )

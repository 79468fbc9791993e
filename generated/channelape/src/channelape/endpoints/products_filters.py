"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create", "delete", "get", "list", "update"]

_CREATE: Operation[models.ProductFilter] = Operation(
    id="createProductFilter",
    method="POST",
    path="/v1/products/filters",
    bodies=(JsonBody(models.ProductFilterCreateRequest),),
    responses={
        "201": Json(models.ProductFilter),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.ProductFilterCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    label: str | None | NotGiven = NOT_GIVEN,
    complement: bool | NotGiven = NOT_GIVEN,
    skus: Sequence[str] | NotGiven = NOT_GIVEN,
    upcs: Sequence[str] | NotGiven = NOT_GIVEN,
    tags: Sequence[str] | NotGiven = NOT_GIVEN,
    vendors: Sequence[str] | NotGiven = NOT_GIVEN,
    title: str | None | NotGiven = NOT_GIVEN,
    condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
    primary_condition: str | None | NotGiven = NOT_GIVEN,
    secondary_condition: str | None | NotGiven = NOT_GIVEN,
    weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    quantity_min: int | None | NotGiven = NOT_GIVEN,
    quantity_max: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductFilter]:
    """`POST /v1/products/filters`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "label": label,
                "complement": complement,
                "skus": skus,
                "upcs": upcs,
                "tags": tags,
                "vendors": vendors,
                "title": title,
                "condition": condition,
                "primaryCondition": primary_condition,
                "secondaryCondition": secondary_condition,
                "weightMin": weight_min,
                "weightMax": weight_max,
                "retailMin": retail_min,
                "retailMax": retail_max,
                "wholesaleMin": wholesale_min,
                "wholesaleMax": wholesale_max,
                "quantityMin": quantity_min,
                "quantityMax": quantity_max,
            },
            required=True,
        ),
        options=options,
    )


_DELETE: Operation[models.ProductFilter] = Operation(
    id="deleteProductFilter",
    method="DELETE",
    path="/v1/products/filters/{product_filter_id}",
    parameters=(Parameter("product_filter_id", "path", str),),
    responses={
        "200": Json(models.ProductFilter),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(product_filter_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductFilter]:
    """`DELETE /v1/products/filters/{product_filter_id}`."""
    return _DELETE.call(path={"product_filter_id": product_filter_id}, options=options)


_GET: Operation[models.ProductFilter] = Operation(
    id="getProductFilter",
    method="GET",
    path="/v1/products/filters/{product_filter_id}",
    parameters=(Parameter("product_filter_id", "path", str),),
    responses={
        "200": Json(models.ProductFilter),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(product_filter_id: str, **options: Unpack[CallOptions]) -> Call[models.ProductFilter]:
    """`GET /v1/products/filters/{product_filter_id}`."""
    return _GET.call(path={"product_filter_id": product_filter_id}, options=options)


_LIST: Operation[models.ProductFilterList] = Operation(
    id="listProductFilters",
    method="GET",
    path="/v1/products/filters",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("label", "query", str),
    ),
    responses={
        "200": Json(models.ProductFilterList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(
    *, business_id: str, label: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
) -> Call[models.ProductFilterList]:
    """`GET /v1/products/filters`."""
    return _LIST.call(query={"businessId": business_id, "label": label}, options=options)


_UPDATE: Operation[models.ProductFilter] = Operation(
    id="updateProductFilter",
    method="PUT",
    path="/v1/products/filters/{product_filter_id}",
    parameters=(Parameter("product_filter_id", "path", str),),
    bodies=(JsonBody(models.ProductFilterUpdateRequest),),
    responses={
        "200": Json(models.ProductFilter),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    product_filter_id: str,
    *,
    body: models.ProductFilterUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    label: str | None | NotGiven = NOT_GIVEN,
    complement: bool | NotGiven = NOT_GIVEN,
    skus: Sequence[str] | NotGiven = NOT_GIVEN,
    upcs: Sequence[str] | NotGiven = NOT_GIVEN,
    tags: Sequence[str] | NotGiven = NOT_GIVEN,
    vendors: Sequence[str] | NotGiven = NOT_GIVEN,
    title: str | None | NotGiven = NOT_GIVEN,
    condition: models.ProductCondition | str | NotGiven = NOT_GIVEN,
    primary_condition: str | None | NotGiven = NOT_GIVEN,
    secondary_condition: str | None | NotGiven = NOT_GIVEN,
    weight_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    weight_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    retail_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    retail_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    wholesale_min: Decimal | int | str | NotGiven = NOT_GIVEN,
    wholesale_max: Decimal | int | str | NotGiven = NOT_GIVEN,
    quantity_min: int | None | NotGiven = NOT_GIVEN,
    quantity_max: int | None | NotGiven = NOT_GIVEN,
    id: str | NotGiven = NOT_GIVEN,
    created_at: datetime | str | NotGiven = NOT_GIVEN,
    updated_at: datetime | str | NotGiven = NOT_GIVEN,
    errors: models.Errors | Sequence[models.ApiError | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ProductFilter]:
    """`PUT /v1/products/filters/{product_filter_id}`."""
    return _UPDATE.call(
        path={"product_filter_id": product_filter_id},
        body=flat_body(
            body,
            {
                "label": label,
                "complement": complement,
                "skus": skus,
                "upcs": upcs,
                "tags": tags,
                "vendors": vendors,
                "title": title,
                "condition": condition,
                "primaryCondition": primary_condition,
                "secondaryCondition": secondary_condition,
                "weightMin": weight_min,
                "weightMax": weight_max,
                "retailMin": retail_min,
                "retailMax": retail_max,
                "wholesaleMin": wholesale_min,
                "wholesaleMax": wholesale_max,
                "quantityMin": quantity_min,
                "quantityMax": quantity_max,
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "errors": errors,
            },
            required=True,
        ),
        options=options,
    )

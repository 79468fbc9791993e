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

_CREATE: Operation[models.Supplier] = Operation(
    id="createSupplier",
    method="POST",
    path="/v1/suppliers",
    bodies=(JsonBody(models.SupplierCreateRequest),),
    responses={
        "201": Json(models.Supplier),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.SupplierCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    integration_id: str | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    synchronous: bool | NotGiven = NOT_GIVEN,
    authenticated_callback: bool | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Supplier]:
    """`POST /v1/suppliers`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "integrationId": integration_id,
                "name": name,
                "enabled": enabled,
                "fileSettings": file_settings,
                "stepSettings": step_settings,
                "playSettings": play_settings,
                "synchronous": synchronous,
                "authenticatedCallback": authenticated_callback,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Supplier] = Operation(
    id="getSupplier",
    method="GET",
    path="/v1/suppliers/{supplier_id}",
    parameters=(Parameter("supplier_id", "path", str),),
    responses={
        "200": Json(models.Supplier),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(supplier_id: str, **options: Unpack[CallOptions]) -> Call[models.Supplier]:
    """`GET /v1/suppliers/{supplier_id}`."""
    return _GET.call(path={"supplier_id": supplier_id}, options=options)


_LIST: Operation[models.SupplierList] = Operation(
    id="listSuppliers",
    method="GET",
    path="/v1/suppliers",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.SupplierList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.SupplierList]:
    """`GET /v1/suppliers`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_UPDATE: Operation[models.Supplier] = Operation(
    id="updateSupplier",
    method="PUT",
    path="/v1/suppliers/{supplier_id}",
    parameters=(Parameter("supplier_id", "path", str),),
    bodies=(JsonBody(models.SupplierUpdateRequest),),
    responses={
        "200": Json(models.Supplier),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    supplier_id: str,
    *,
    body: models.SupplierUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    file_settings: models.FileSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    step_settings: models.StepSettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    play_settings: models.PlaySettings | Mapping[str, object] | NotGiven = NOT_GIVEN,
    synchronous: bool | NotGiven = NOT_GIVEN,
    authenticated_callback: bool | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Supplier]:
    """`PUT /v1/suppliers/{supplier_id}`."""
    return _UPDATE.call(
        path={"supplier_id": supplier_id},
        body=flat_body(
            body,
            {
                "name": name,
                "enabled": enabled,
                "fileSettings": file_settings,
                "stepSettings": step_settings,
                "playSettings": play_settings,
                "synchronous": synchronous,
                "authenticatedCallback": authenticated_callback,
            },
            required=True,
        ),
        options=options,
    )

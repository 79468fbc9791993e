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

__all__ = ["create", "get"]

_CREATE: Operation[models.Batch] = Operation(
    id="createBatch",
    method="POST",
    path="/v1/batches",
    bodies=(JsonBody(models.BatchCreateRequest),),
    responses={
        "201": Json(models.Batch),
        "202": Json(models.Batch),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    retry=Retry(statuses=(429, 500, 502, 503, 504), safe=True),
)


def create(
    *,
    body: models.BatchCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    type: models.BatchType | str | NotGiven = NOT_GIVEN,
    adjustments: Sequence[models.BatchAdjustment | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Batch]:
    """`POST /v1/batches`."""
    return _CREATE.call(
        body=flat_body(body, {"businessId": business_id, "type": type, "adjustments": adjustments}, required=True),
        options=options,
    )


_GET: Operation[models.Batch] = Operation(
    id="getBatch",
    method="GET",
    path="/v1/batches/{batch_id}",
    parameters=(Parameter("batch_id", "path", str),),
    responses={
        "200": Json(models.Batch),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(batch_id: str, **options: Unpack[CallOptions]) -> Call[models.Batch]:
    """`GET /v1/batches/{batch_id}`."""
    return _GET.call(path={"batch_id": batch_id}, options=options)

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

__all__ = ["get", "update"]

_GET: Operation[models.LocationClosures] = Operation(
    id="getLocationClosures",
    method="GET",
    path="/v1/locations/{location_id}/closures",
    parameters=(Parameter("location_id", "path", str),),
    responses={
        "200": Json(models.LocationClosures),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(location_id: str, **options: Unpack[CallOptions]) -> Call[models.LocationClosures]:
    """`GET /v1/locations/{location_id}/closures`."""
    return _GET.call(path={"location_id": location_id}, options=options)


_UPDATE: Operation[models.LocationClosures] = Operation(
    id="updateLocationClosures",
    method="PUT",
    path="/v1/locations/{location_id}/closures",
    parameters=(Parameter("location_id", "path", str),),
    bodies=(JsonBody(models.LocationClosuresRequest),),
    responses={
        "200": Json(models.LocationClosures),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    location_id: str,
    *,
    body: models.LocationClosuresRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    closed_days: Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.LocationClosures]:
    """`PUT /v1/locations/{location_id}/closures`."""
    return _UPDATE.call(
        path={"location_id": location_id},
        body=flat_body(body, {"closedDays": closed_days}, required=True),
        options=options,
    )

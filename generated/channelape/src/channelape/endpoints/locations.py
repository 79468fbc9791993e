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

__all__ = ["create", "get", "list", "update"]

_CREATE: Operation[models.Location] = Operation(
    id="createLocation",
    method="POST",
    path="/v1/locations",
    bodies=(JsonBody(models.LocationCreateRequest),),
    responses={
        "201": Json(models.Location),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.LocationCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Location]:
    """`POST /v1/locations`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {"name": name, "businessId": business_id, "aggregateLocationIds": aggregate_location_ids},
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Location] = Operation(
    id="getLocation",
    method="GET",
    path="/v1/locations/{location_id}",
    parameters=(Parameter("location_id", "path", str),),
    responses={
        "200": Json(models.Location),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(location_id: str, **options: Unpack[CallOptions]) -> Call[models.Location]:
    """`GET /v1/locations/{location_id}`."""
    return _GET.call(path={"location_id": location_id}, options=options)


_LIST: Operation[models.LocationList] = Operation(
    id="listLocations",
    method="GET",
    path="/v1/locations",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.LocationList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.LocationList]:
    """`GET /v1/locations`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_UPDATE: Operation[models.Location] = Operation(
    id="updateLocation",
    method="PUT",
    path="/v1/locations/{location_id}",
    parameters=(Parameter("location_id", "path", str),),
    bodies=(JsonBody(models.LocationUpdateRequest),),
    responses={
        "200": Json(models.Location),
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
    body: models.LocationUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    aggregate_location_ids: models.AggregateLocationIds | Sequence[str] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Location]:
    """`PUT /v1/locations/{location_id}`."""
    return _UPDATE.call(
        path={"location_id": location_id},
        body=flat_body(body, {"name": name, "aggregateLocationIds": aggregate_location_ids}, required=True),
        options=options,
    )

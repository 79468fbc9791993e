"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["get", "update"]

_GET: Operation[models.LocationSLA] = Operation(
    id="getLocationSla",
    method="GET",
    path="/v1/locations/{location_id}/sla",
    parameters=(Parameter("location_id", "path", str),),
    responses={
        "200": Json(models.LocationSLA),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(location_id: str, **options: Unpack[CallOptions]) -> Call[models.LocationSLA]:
    """`GET /v1/locations/{location_id}/sla`."""
    return _GET.call(path={"location_id": location_id}, options=options)


_UPDATE: Operation[models.LocationSLA] = Operation(
    id="updateLocationSla",
    method="PUT",
    path="/v1/locations/{location_id}/sla",
    parameters=(Parameter("location_id", "path", str),),
    bodies=(JsonBody(models.LocationSLAUpdateRequest),),
    responses={
        "200": Json(models.LocationSLA),
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
    body: models.LocationSLAUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    fulfillment_sla_hours: Decimal | int | str | NotGiven = NOT_GIVEN,
    operating_days: Sequence[models.LocationSLAOperatingDayRequest | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.LocationSLA]:
    """`PUT /v1/locations/{location_id}/sla`."""
    return _UPDATE.call(
        path={"location_id": location_id},
        body=flat_body(
            body, {"fulfillmentSLAHours": fulfillment_sla_hours, "operatingDays": operating_days}, required=True
        ),
        options=options,
    )

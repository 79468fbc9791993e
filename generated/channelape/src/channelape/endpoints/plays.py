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

_CREATE: Operation[models.Play] = Operation(
    id="createPlay",
    method="POST",
    path="/v2/plays",
    bodies=(JsonBody(models.PlayCreateRequest),),
    responses={
        "201": Json(models.Play),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.PlayCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
    | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Play]:
    """`POST /v2/plays`."""
    return _CREATE.call(
        body=flat_body(body, {"name": name, "scheduleConfigurations": schedule_configurations}, required=True),
        options=options,
    )


_GET: Operation[models.Play] = Operation(
    id="getPlay",
    method="GET",
    path="/v2/plays/{play_id}",
    parameters=(Parameter("play_id", "path", str),),
    responses={
        "200": Json(models.Play),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(play_id: str, **options: Unpack[CallOptions]) -> Call[models.Play]:
    """`GET /v2/plays/{play_id}`."""
    return _GET.call(path={"play_id": play_id}, options=options)


_LIST: Operation[models.PlayList] = Operation(
    id="listPlays",
    method="GET",
    path="/v2/plays",
    responses={
        "200": Json(models.PlayList),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(**options: Unpack[CallOptions]) -> Call[models.PlayList]:
    """`GET /v2/plays`."""
    return _LIST.call(options=options)


_UPDATE: Operation[models.Play] = Operation(
    id="updatePlay",
    method="PUT",
    path="/v2/plays/{play_id}",
    parameters=(Parameter("play_id", "path", str),),
    bodies=(JsonBody(models.PlayUpdateRequest),),
    responses={
        "200": Json(models.Play),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    play_id: str,
    *,
    body: models.PlayUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
    | NotGiven = NOT_GIVEN,
    steps: Sequence[models.Step | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Play]:
    """`PUT /v2/plays/{play_id}`."""
    return _UPDATE.call(
        path={"play_id": play_id},
        body=flat_body(
            body, {"name": name, "scheduleConfigurations": schedule_configurations, "steps": steps}, required=True
        ),
        options=options,
    )

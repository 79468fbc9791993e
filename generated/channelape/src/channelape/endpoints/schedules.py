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

__all__ = ["create", "get", "list"]

_CREATE: Operation[models.Schedule] = Operation(
    id="createSchedule",
    method="POST",
    path="/v1/schedules",
    bodies=(JsonBody(models.ScheduleCreateRequest),),
    responses={
        "201": Json(models.Schedule),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.ScheduleCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    days_of_week: Sequence[models.DayOfWeek | str] | NotGiven = NOT_GIVEN,
    start_time_in_minutes: int | NotGiven = NOT_GIVEN,
    end_time_in_minutes: int | NotGiven = NOT_GIVEN,
    interval_in_minutes: int | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Schedule]:
    """`POST /v1/schedules`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "daysOfWeek": days_of_week,
                "startTimeInMinutes": start_time_in_minutes,
                "endTimeInMinutes": end_time_in_minutes,
                "intervalInMinutes": interval_in_minutes,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Schedule] = Operation(
    id="getSchedule",
    method="GET",
    path="/v1/schedules/{schedule_id}",
    parameters=(Parameter("schedule_id", "path", str),),
    responses={
        "200": Json(models.Schedule),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(schedule_id: str, **options: Unpack[CallOptions]) -> Call[models.Schedule]:
    """`GET /v1/schedules/{schedule_id}`."""
    return _GET.call(path={"schedule_id": schedule_id}, options=options)


_LIST: Operation[models.ScheduleList] = Operation(
    id="listSchedules",
    method="GET",
    path="/v1/schedules",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.ScheduleList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.ScheduleList]:
    """`GET /v1/schedules`."""
    return _LIST.call(query={"businessId": business_id}, options=options)

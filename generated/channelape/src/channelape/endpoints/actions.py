"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.pagination import CursorPagination
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven, Timestamp

__all__ = ["complete", "error", "get", "health_check", "list"]

_COMPLETE: Operation[models.Action] = Operation(
    id="completeAction",
    method="PUT",
    path="/v1/actions/{action_id}/complete",
    parameters=(Parameter("action_id", "path", str),),
    responses={
        "200": Json(models.Action),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def complete(action_id: str, **options: Unpack[CallOptions]) -> Call[models.Action]:
    """`PUT /v1/actions/{action_id}/complete`."""
    return _COMPLETE.call(path={"action_id": action_id}, options=options)


_ERROR: Operation[models.Action] = Operation(
    id="failAction",
    method="PUT",
    path="/v1/actions/{action_id}/error",
    parameters=(Parameter("action_id", "path", str),),
    responses={
        "200": Json(models.Action),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def error(action_id: str, **options: Unpack[CallOptions]) -> Call[models.Action]:
    """`PUT /v1/actions/{action_id}/error`."""
    return _ERROR.call(path={"action_id": action_id}, options=options)


_GET: Operation[models.Action] = Operation(
    id="getAction",
    method="GET",
    path="/v1/actions/{action_id}",
    parameters=(Parameter("action_id", "path", str),),
    responses={
        "200": Json(models.Action),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(action_id: str, **options: Unpack[CallOptions]) -> Call[models.Action]:
    """`GET /v1/actions/{action_id}`."""
    return _GET.call(path={"action_id": action_id}, options=options)


_HEALTH_CHECK: Operation[models.Action] = Operation(
    id="healthCheckAction",
    method="PUT",
    path="/v1/actions/{action_id}/healthcheck",
    parameters=(Parameter("action_id", "path", str),),
    responses={
        "200": Json(models.Action),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def health_check(action_id: str, **options: Unpack[CallOptions]) -> Call[models.Action]:
    """`PUT /v1/actions/{action_id}/healthcheck`."""
    return _HEALTH_CHECK.call(path={"action_id": action_id}, options=options)


_LIST: Operation[models.ActionsPage] = Operation(
    id="listActions",
    method="GET",
    path="/v1/actions",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("startDate", "query", Timestamp),
        Parameter("endDate", "query", Timestamp),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.ActionsPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/actions",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list(
    *,
    business_id: str,
    start_date: datetime | str | None | NotGiven = NOT_GIVEN,
    end_date: datetime | str | None | NotGiven = NOT_GIVEN,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ActionsPage]:
    """`GET /v1/actions`."""
    return _LIST.call(
        query={
            "businessId": business_id,
            "startDate": start_date,
            "endDate": end_date,
            "lastKey": last_key,
            "size": size,
        },
        options=options,
    )

"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.pagination import CursorPagination
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create", "get", "list", "update"]

_CREATE: Operation[models.Step] = Operation(
    id="createStep",
    method="POST",
    path="/v1/steps",
    bodies=(JsonBody(models.StepRequest),),
    responses={
        "201": Json(models.Step),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    public: bool | NotGiven = NOT_GIVEN,
    environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Step]:
    """`POST /v1/steps`."""
    return _CREATE.call(
        body=flat_body(
            body, {"name": name, "public": public, "environmentVariableKeys": environment_variable_keys}, required=True
        ),
        options=options,
    )


_GET: Operation[models.Step] = Operation(
    id="getStep",
    method="GET",
    path="/v1/steps/{step_id}",
    parameters=(Parameter("step_id", "path", str),),
    responses={
        "200": Json(models.Step),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(step_id: str, **options: Unpack[CallOptions]) -> Call[models.Step]:
    """`GET /v1/steps/{step_id}`."""
    return _GET.call(path={"step_id": step_id}, options=options)


_LIST: Operation[models.StepsPage] = Operation(
    id="listSteps",
    method="GET",
    path="/v1/steps",
    parameters=(
        Parameter("name", "query", str),
        Parameter("lastKey", "query", str),
        Parameter("size", "query", int),
    ),
    responses={
        "200": Json(models.StepsPage),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    pagination=CursorPagination(
        items="/steps",
        total="/pagination/totalItems",
        stop="/pagination/lastPage",
        stop_value=True,
        parameter="lastKey",
        cursor="/pagination/lastKey",
    ),
)


def list(
    *,
    name: str | None | NotGiven = NOT_GIVEN,
    last_key: str | None | NotGiven = NOT_GIVEN,
    size: int | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.StepsPage]:
    """`GET /v1/steps`."""
    return _LIST.call(query={"name": name, "lastKey": last_key, "size": size}, options=options)


_UPDATE: Operation[models.Step] = Operation(
    id="updateStep",
    method="PUT",
    path="/v1/steps/{step_id}",
    parameters=(Parameter("step_id", "path", str),),
    bodies=(JsonBody(models.StepRequest),),
    responses={
        "200": Json(models.Step),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    step_id: str,
    *,
    body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    public: bool | NotGiven = NOT_GIVEN,
    environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Step]:
    """`PUT /v1/steps/{step_id}`."""
    return _UPDATE.call(
        path={"step_id": step_id},
        body=flat_body(
            body, {"name": name, "public": public, "environmentVariableKeys": environment_variable_keys}, required=True
        ),
        options=options,
    )

"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Any, Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody
from .._runtime.request.files import BinaryBody, TextBody
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create"]

_CREATE: Operation[models.LogReceipt] = Operation(
    id="createLog",
    method="POST",
    path="/v1/logs",
    parameters=(Parameter("X-Channel-Ape-Logs-Flow", "header", str),),
    bodies=(
        JsonBody(Any),
        TextBody("text/plain"),
        BinaryBody("*/*"),
    ),
    responses={
        "201": Json(models.LogReceipt),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    needs_body=True,
)


def create(
    *,
    body: object,
    flow: str | None | NotGiven = NOT_GIVEN,
    media_type: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.LogReceipt]:
    """`POST /v1/logs`."""
    return _CREATE.call(header={"X-Channel-Ape-Logs-Flow": flow}, body=body, media_type=media_type, options=options)

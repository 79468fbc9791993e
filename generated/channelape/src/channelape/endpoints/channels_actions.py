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

__all__ = ["create"]

_CREATE: Operation[models.ManualAction] = Operation(
    id="createChannelAction",
    method="POST",
    path="/v1/channels/{channel_id}/actions",
    parameters=(Parameter("channel_id", "path", str),),
    bodies=(JsonBody(models.ManualActionRequest),),
    responses={
        "201": Json(models.ManualAction),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    channel_id: str,
    *,
    body: models.ManualActionRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    action: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ManualAction]:
    """`POST /v1/channels/{channel_id}/actions`."""
    return _CREATE.call(
        path={"channel_id": channel_id}, body=flat_body(body, {"action": action}, required=True), options=options
    )

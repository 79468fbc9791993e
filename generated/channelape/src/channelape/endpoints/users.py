"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json

__all__ = ["get"]

_GET: Operation[models.User] = Operation(
    id="getUser",
    method="GET",
    path="/v1/users/{user_id}",
    parameters=(Parameter("user_id", "path", str),),
    responses={
        "200": Json(models.User),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(user_id: str, **options: Unpack[CallOptions]) -> Call[models.User]:
    """`GET /v1/users/{user_id}`."""
    return _GET.call(path={"user_id": user_id}, options=options)

"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json

__all__ = ["create", "get"]

_CREATE: Operation[models.Session] = Operation(
    id="createSession",
    method="POST",
    path="/v1/sessions",
    responses={
        "201": Json(models.Session),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
    security=(("userPassword",),),
)


def create(**options: Unpack[CallOptions]) -> Call[models.Session]:
    """`POST /v1/sessions`."""
    return _CREATE.call(options=options)


_GET: Operation[models.Session] = Operation(
    id="getSession",
    method="GET",
    path="/v1/sessions/{session_id}",
    parameters=(Parameter("session_id", "path", str),),
    responses={
        "200": Json(models.Session),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(session_id: str, **options: Unpack[CallOptions]) -> Call[models.Session]:
    """`GET /v1/sessions/{session_id}`."""
    return _GET.call(path={"session_id": session_id}, options=options)

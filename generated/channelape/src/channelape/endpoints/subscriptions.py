"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json

__all__ = ["get"]

_GET: Operation[models.Subscription] = Operation(
    id="getSubscription",
    method="GET",
    path="/v1/subscriptions/{business_id}",
    parameters=(Parameter("business_id", "path", str),),
    responses={
        "200": Json(models.Subscription),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(business_id: str, **options: Unpack[CallOptions]) -> Call[models.Subscription]:
    """`GET /v1/subscriptions/{business_id}`."""
    return _GET.call(path={"business_id": business_id}, options=options)

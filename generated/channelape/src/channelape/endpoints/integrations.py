"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["get", "list"]

_GET: Operation[models.Integration] = Operation(
    id="getIntegration",
    method="GET",
    path="/v1/integrations/{integration_id}",
    parameters=(Parameter("integration_id", "path", str),),
    responses={
        "200": Json(models.Integration),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(integration_id: str, **options: Unpack[CallOptions]) -> Call[models.Integration]:
    """`GET /v1/integrations/{integration_id}`."""
    return _GET.call(path={"integration_id": integration_id}, options=options)


_LIST: Operation[models.IntegrationList] = Operation(
    id="listIntegrations",
    method="GET",
    path="/v1/integrations",
    parameters=(Parameter("businessId", "query", str),),
    responses={
        "200": Json(models.IntegrationList),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(
    *, business_id: str | None | NotGiven = NOT_GIVEN, **options: Unpack[CallOptions]
) -> Call[models.IntegrationList]:
    """`GET /v1/integrations`."""
    return _LIST.call(query={"businessId": business_id}, options=options)

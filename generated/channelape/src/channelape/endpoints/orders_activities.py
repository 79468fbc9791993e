"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create"]

_CREATE: Operation[models.OrderActivity] = Operation(
    id="createOrderActivity",
    method="POST",
    path="/v1/orders/activities",
    bodies=(JsonBody(models.OrderActivityCreateRequest),),
    responses={
        "202": Json(models.OrderActivity),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.OrderActivityCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    operation: models.OrderActivityOperation | str | NotGiven = NOT_GIVEN,
    result: models.OrderActivityResult | str | NotGiven = NOT_GIVEN,
    order_id: str | NotGiven = NOT_GIVEN,
    channel_id: str | NotGiven = NOT_GIVEN,
    channel_order_id: str | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    completion_time: datetime | str | NotGiven = NOT_GIVEN,
    action_id: str | NotGiven = NOT_GIVEN,
    messages: Sequence[models.OrderActivityMessage | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.OrderActivity]:
    """`POST /v1/orders/activities`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "operation": operation,
                "result": result,
                "orderId": order_id,
                "channelId": channel_id,
                "channelOrderId": channel_order_id,
                "businessId": business_id,
                "completionTime": completion_time,
                "actionId": action_id,
                "messages": messages,
            },
            required=True,
        ),
        options=options,
    )

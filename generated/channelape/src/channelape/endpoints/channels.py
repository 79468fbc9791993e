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

__all__ = ["create", "get", "list", "update"]

_CREATE: Operation[models.Channel] = Operation(
    id="createChannel",
    method="POST",
    path="/v1/channels",
    bodies=(JsonBody(models.ChannelCreateRequest),),
    responses={
        "201": Json(models.Channel),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.ChannelCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    integration_id: str | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Channel]:
    """`POST /v1/channels`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "integrationId": integration_id,
                "name": name,
                "enabled": enabled,
                "settings": settings,
                "additionalFields": additional_fields,
                "credentials": credentials,
            },
            required=True,
        ),
        options=options,
    )


_GET: Operation[models.Channel] = Operation(
    id="getChannel",
    method="GET",
    path="/v1/channels/{channel_id}",
    parameters=(Parameter("channel_id", "path", str),),
    responses={
        "200": Json(models.Channel),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(channel_id: str, **options: Unpack[CallOptions]) -> Call[models.Channel]:
    """`GET /v1/channels/{channel_id}`."""
    return _GET.call(path={"channel_id": channel_id}, options=options)


_LIST: Operation[models.ChannelList] = Operation(
    id="listChannels",
    method="GET",
    path="/v1/channels",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.ChannelList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.ChannelList]:
    """`GET /v1/channels`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_UPDATE: Operation[models.Channel] = Operation(
    id="updateChannel",
    method="PUT",
    path="/v1/channels/{channel_id}",
    parameters=(Parameter("channel_id", "path", str),),
    bodies=(JsonBody(models.ChannelUpdateRequest),),
    responses={
        "200": Json(models.Channel),
        "201": Json(models.Channel),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    channel_id: str,
    *,
    body: models.ChannelUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    settings: models.ChannelSettingsRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    additional_fields: Sequence[models.AdditionalField | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    credentials: models.ChannelCredentials | Mapping[str, object] | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Channel]:
    """`PUT /v1/channels/{channel_id}`."""
    return _UPDATE.call(
        path={"channel_id": channel_id},
        body=flat_body(
            body,
            {
                "name": name,
                "enabled": enabled,
                "settings": settings,
                "additionalFields": additional_fields,
                "credentials": credentials,
            },
            required=True,
        ),
        options=options,
    )

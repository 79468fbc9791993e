"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create_embed", "create_token", "list"]

_CREATE_EMBED: Operation[models.Embed] = Operation(
    id="createEmbed",
    method="POST",
    path="/v2/analytics",
    bodies=(JsonBody(models.EmbedRequest),),
    responses={
        "201": Json(models.Embed),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create_embed(
    *,
    body: models.EmbedRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    embed_code: str | NotGiven = NOT_GIVEN,
    timezone: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Embed]:
    """`POST /v2/analytics`."""
    return _CREATE_EMBED.call(
        body=flat_body(body, {"embedCode": embed_code, "timezone": timezone}, required=True), options=options
    )


_CREATE_TOKEN: Operation[models.AnalyticsToken] = Operation(
    id="createAnalyticsToken",
    method="POST",
    path="/v2/analytics/tokens",
    responses={
        "201": Json(models.AnalyticsToken),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create_token(**options: Unpack[CallOptions]) -> Call[models.AnalyticsToken]:
    """`POST /v2/analytics/tokens`."""
    return _CREATE_TOKEN.call(options=options)


_LIST: Operation[models.AnalyticsReportList] = Operation(
    id="listAnalytics",
    method="GET",
    path="/v1/analytics",
    responses={
        "200": Json(models.AnalyticsReportList),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(**options: Unpack[CallOptions]) -> Call[models.AnalyticsReportList]:
    """`GET /v1/analytics`."""
    return _LIST.call(options=options)

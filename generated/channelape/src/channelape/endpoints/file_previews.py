"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.response.content import Json
from .._runtime.types import NOT_GIVEN, NotGiven

__all__ = ["create"]

_CREATE: Operation[models.FilePreview] = Operation(
    id="createFilePreview",
    method="POST",
    path="/v1/filepreviews",
    bodies=(JsonBody(models.FilePreviewRequest),),
    responses={
        "201": Json(models.FilePreview),
        "200": Json(models.FilePreview),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.FilePreviewRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    file_type: models.FileType | str | NotGiven = NOT_GIVEN,
    url: str | NotGiven = NOT_GIVEN,
    authorization: Mapping[str, str] | NotGiven = NOT_GIVEN,
    headers: bool | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.FilePreview]:
    """`POST /v1/filepreviews`."""
    return _CREATE.call(
        body=flat_body(
            body, {"fileType": file_type, "url": url, "authorization": authorization, "headers": headers}, required=True
        ),
        options=options,
    )

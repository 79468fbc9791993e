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

__all__ = ["create", "delete", "find", "get", "list"]

_CREATE: Operation[models.ApiAccount] = Operation(
    id="createApiAccount",
    method="POST",
    path="/v1/businesses/{business_id}/apiaccounts",
    parameters=(Parameter("business_id", "path", str),),
    bodies=(JsonBody(models.ApiAccountCreateRequest),),
    responses={
        "201": Json(models.ApiAccount),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    business_id: str,
    *,
    body: models.ApiAccountCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    name: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.ApiAccount]:
    """`POST /v1/businesses/{business_id}/apiaccounts`."""
    return _CREATE.call(
        path={"business_id": business_id}, body=flat_body(body, {"name": name}, required=True), options=options
    )


_DELETE: Operation[models.ApiAccount] = Operation(
    id="deleteApiAccount",
    method="DELETE",
    path="/v1/businesses/{business_id}/apiaccounts/{api_account_id}",
    parameters=(
        Parameter("business_id", "path", str),
        Parameter("api_account_id", "path", str),
    ),
    responses={
        "200": Json(models.ApiAccount),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> Call[models.ApiAccount]:
    """`DELETE /v1/businesses/{business_id}/apiaccounts/{api_account_id}`."""
    return _DELETE.call(path={"business_id": business_id, "api_account_id": api_account_id}, options=options)


_FIND: Operation[models.ApiAccount] = Operation(
    id="findApiAccount",
    method="GET",
    path="/v1/businesses/apiaccounts",
    parameters=(Parameter("apiAccountId", "query", str, required=True),),
    responses={
        "200": Json(models.ApiAccount),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def find(*, api_account_id: str, **options: Unpack[CallOptions]) -> Call[models.ApiAccount]:
    """`GET /v1/businesses/apiaccounts`."""
    return _FIND.call(query={"apiAccountId": api_account_id}, options=options)


_GET: Operation[models.ApiAccount] = Operation(
    id="getApiAccount",
    method="GET",
    path="/v1/businesses/{business_id}/apiaccounts/{api_account_id}",
    parameters=(
        Parameter("business_id", "path", str),
        Parameter("api_account_id", "path", str),
    ),
    responses={
        "200": Json(models.ApiAccount),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(business_id: str, api_account_id: str, **options: Unpack[CallOptions]) -> Call[models.ApiAccount]:
    """`GET /v1/businesses/{business_id}/apiaccounts/{api_account_id}`."""
    return _GET.call(path={"business_id": business_id, "api_account_id": api_account_id}, options=options)


_LIST: Operation[models.ApiAccountList] = Operation(
    id="listApiAccounts",
    method="GET",
    path="/v1/businesses/{business_id}/apiaccounts",
    parameters=(Parameter("business_id", "path", str),),
    responses={
        "200": Json(models.ApiAccountList),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(business_id: str, **options: Unpack[CallOptions]) -> Call[models.ApiAccountList]:
    """`GET /v1/businesses/{business_id}/apiaccounts`."""
    return _LIST.call(path={"business_id": business_id}, options=options)

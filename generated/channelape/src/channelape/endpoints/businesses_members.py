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

__all__ = ["add", "get", "list", "remove", "verify"]

_ADD: Operation[models.BusinessInvitation] = Operation(
    id="addBusinessMember",
    method="POST",
    path="/v1/businesses/{business_id}/members",
    parameters=(Parameter("business_id", "path", str),),
    bodies=(JsonBody(models.BusinessMemberAddRequest),),
    responses={
        "201": Json(models.BusinessInvitation),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def add(
    business_id: str,
    *,
    body: models.BusinessMemberAddRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    username: str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.BusinessInvitation]:
    """`POST /v1/businesses/{business_id}/members`."""
    return _ADD.call(
        path={"business_id": business_id}, body=flat_body(body, {"username": username}, required=True), options=options
    )


_GET: Operation[models.BusinessMember] = Operation(
    id="getBusinessMember",
    method="GET",
    path="/v1/businesses",
    parameters=(
        Parameter("businessId", "query", str, required=True),
        Parameter("userId", "query", str, required=True),
    ),
    responses={
        "200": Json(models.BusinessMember),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(*, business_id: str, user_id: str, **options: Unpack[CallOptions]) -> Call[models.BusinessMember]:
    """`GET /v1/businesses`."""
    return _GET.call(query={"businessId": business_id, "userId": user_id}, options=options)


_LIST: Operation[models.BusinessUserList] = Operation(
    id="listBusinessMembers",
    method="GET",
    path="/v1/businesses",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.BusinessUserList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.BusinessUserList]:
    """`GET /v1/businesses`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_REMOVE: Operation[models.BusinessMember] = Operation(
    id="removeBusinessMember",
    method="DELETE",
    path="/v1/businesses/{business_id}/members/{user_id}",
    parameters=(
        Parameter("business_id", "path", str),
        Parameter("user_id", "path", str),
    ),
    responses={
        "200": Json(models.BusinessMember),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "403": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def remove(business_id: str, user_id: str, **options: Unpack[CallOptions]) -> Call[models.BusinessMember]:
    """`DELETE /v1/businesses/{business_id}/members/{user_id}`."""
    return _REMOVE.call(path={"business_id": business_id, "user_id": user_id}, options=options)


_VERIFY: Operation[models.Business] = Operation(
    id="verifyBusinessMember",
    method="GET",
    path="/v1/businessmemberverifications/{business_member_verification_token}",
    parameters=(Parameter("business_member_verification_token", "path", str),),
    responses={
        "200": Json(models.Business),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def verify(business_member_verification_token: str, **options: Unpack[CallOptions]) -> Call[models.Business]:
    """`GET /v1/businessmemberverifications/{business_member_verification_token}`."""
    return _VERIFY.call(
        path={"business_member_verification_token": business_member_verification_token}, options=options
    )

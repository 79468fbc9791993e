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

__all__ = ["create", "delete", "get", "list", "update"]

_CREATE: Operation[models.Recipe] = Operation(
    id="createRecipe",
    method="POST",
    path="/v1/recipes",
    bodies=(JsonBody(models.RecipeCreateRequest),),
    responses={
        "201": Json(models.Recipe),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def create(
    *,
    body: models.RecipeCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    business_id: str | NotGiven = NOT_GIVEN,
    source_id: str | NotGiven = NOT_GIVEN,
    source_type: models.RecipeSourceType | str | NotGiven = NOT_GIVEN,
    source_action: str | NotGiven = NOT_GIVEN,
    target_id: str | NotGiven = NOT_GIVEN,
    target_type: models.RecipeTargetType | str | NotGiven = NOT_GIVEN,
    target_action: models.RecipeAction | str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Recipe]:
    """`POST /v1/recipes`."""
    return _CREATE.call(
        body=flat_body(
            body,
            {
                "businessId": business_id,
                "sourceId": source_id,
                "sourceType": source_type,
                "sourceAction": source_action,
                "targetId": target_id,
                "targetType": target_type,
                "targetAction": target_action,
                "enabled": enabled,
            },
            required=True,
        ),
        options=options,
    )


_DELETE: Operation[models.Recipe] = Operation(
    id="deleteRecipe",
    method="DELETE",
    path="/v1/recipes/{recipe_id}",
    parameters=(Parameter("recipe_id", "path", str),),
    responses={
        "200": Json(models.Recipe),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def delete(recipe_id: str, **options: Unpack[CallOptions]) -> Call[models.Recipe]:
    """`DELETE /v1/recipes/{recipe_id}`."""
    return _DELETE.call(path={"recipe_id": recipe_id}, options=options)


_GET: Operation[models.Recipe] = Operation(
    id="getRecipe",
    method="GET",
    path="/v1/recipes/{recipe_id}",
    parameters=(Parameter("recipe_id", "path", str),),
    responses={
        "200": Json(models.Recipe),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def get(recipe_id: str, **options: Unpack[CallOptions]) -> Call[models.Recipe]:
    """`GET /v1/recipes/{recipe_id}`."""
    return _GET.call(path={"recipe_id": recipe_id}, options=options)


_LIST: Operation[models.RecipeList] = Operation(
    id="listRecipes",
    method="GET",
    path="/v1/recipes",
    parameters=(Parameter("businessId", "query", str, required=True),),
    responses={
        "200": Json(models.RecipeList),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def list(*, business_id: str, **options: Unpack[CallOptions]) -> Call[models.RecipeList]:
    """`GET /v1/recipes`."""
    return _LIST.call(query={"businessId": business_id}, options=options)


_UPDATE: Operation[models.Recipe] = Operation(
    id="updateRecipe",
    method="PUT",
    path="/v1/recipes/{recipe_id}",
    parameters=(Parameter("recipe_id", "path", str),),
    bodies=(JsonBody(models.RecipeUpdateRequest),),
    responses={
        "200": Json(models.Recipe),
        "400": Json(models.ErrorBody),
        "401": Json(models.ErrorBody),
        "404": Json(models.ErrorBody),
        "429": Json(models.ErrorBody),
        "5XX": Json(models.ErrorBody),
    },
)


def update(
    recipe_id: str,
    *,
    body: models.RecipeUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
    source_id: str | NotGiven = NOT_GIVEN,
    source_type: models.RecipeSourceType | str | NotGiven = NOT_GIVEN,
    source_action: str | NotGiven = NOT_GIVEN,
    target_id: str | NotGiven = NOT_GIVEN,
    target_type: models.RecipeTargetType | str | NotGiven = NOT_GIVEN,
    target_action: models.RecipeAction | str | NotGiven = NOT_GIVEN,
    enabled: bool | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Recipe]:
    """`PUT /v1/recipes/{recipe_id}`."""
    return _UPDATE.call(
        path={"recipe_id": recipe_id},
        body=flat_body(
            body,
            {
                "sourceId": source_id,
                "sourceType": source_type,
                "sourceAction": source_action,
                "targetId": target_id,
                "targetType": target_type,
                "targetAction": target_action,
                "enabled": enabled,
            },
            required=True,
        ),
        options=options,
    )

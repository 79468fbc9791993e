"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import recipes as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncRecipes", "Recipes"]


class Recipes:
    """Rules that start an action when an event occurs."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
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
    ) -> models.Recipe:
        """Create a recipe.

        Create a rule that starts an action when its source fires: a schedule, or a completed action of another
        application. Both source and target must be enabled, and they must differ.

        `POST /v1/recipes`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the recipe. Required, here or in `body`.
            source_id: The ID of the source that triggers the recipe, such as a schedule.
            source_type: The type of the source. Only `schedule` is documented.
            source_action: The action that triggers the recipe when it completes, if the source is an application.
            target_id: The ID of the application that runs the action, such as a supplier.
            target_type: The type of the target. Only `supplier` is documented.
            target_action: The action of the target to start, one of those its integration provides. One of
                `PRODUCT_PULL`, `INVOKE_PLAY`.
            enabled: Whether the recipe is enabled.

        Returns:
            Recipe: The recipe was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119),
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Create recipe". The path is inferred: the
            vendor's library reads the same collection. No status codes are documented; 201 is what other create
            operations return, and the error codes are inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                source_id=source_id,
                source_type=source_type,
                source_action=source_action,
                target_id=target_id,
                target_type=target_type,
                target_action=target_action,
                enabled=enabled,
                **options,
            )
        )

    def delete(self, recipe_id: str, **options: Unpack[CallOptions]) -> models.Recipe:
        """Delete a recipe.

        Permanently delete a recipe. To disable it instead, update it with `enabled` set to false.

        `DELETE /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.

        Returns:
            Recipe: The deleted recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Delete recipe". The method is inferred: DELETE
            on the path at which the vendor's library gets a recipe. No status codes are documented; the error code is
            inferred from the error catalogue.
        """
        return self._client.send(endpoints.delete(recipe_id, **options))

    def get(self, recipe_id: str, **options: Unpack[CallOptions]) -> models.Recipe:
        """Get a recipe.

        Return a recipe by its ID.

        `GET /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.

        Returns:
            Recipe: The recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Get recipe"
        """
        return self._client.send(endpoints.get(recipe_id, **options))

    def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.RecipeList:
        """List recipes of a business.

        Return all recipes of a business, enabled or not, in a single response.

        `GET /v1/recipes`

        Args:
            business_id: The ID of the business whose recipes to list.

        Returns:
            RecipeList: The recipes of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Query recipes by business ID"
        """
        return self._client.send(endpoints.list(business_id=business_id, **options))

    def update(
        self,
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
    ) -> models.Recipe:
        """Update a recipe.

        Replace the source and target of a recipe, or enable or disable it. Send every attribute, including unchanged
        ones. The business cannot change.

        `PUT /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.
            body: The request body.
            source_id: The ID of the source that triggers the recipe, such as a schedule.
            source_type: The type of the source. Only `schedule` is documented.
            source_action: The action that triggers the recipe when it completes, if the source is an application.
            target_id: The ID of the application that runs the action, such as a supplier.
            target_type: The type of the target. Only `supplier` is documented.
            target_action: The action of the target to start, one of those its integration provides. One of
                `PRODUCT_PULL`, `INVOKE_PLAY`.
            enabled: Whether the recipe is enabled.

        Returns:
            Recipe: The updated recipe.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Update recipe". The method is inferred: PUT on
            the path at which the vendor's library gets a recipe. No status codes are documented; the error codes are
            inferred from the error catalogue.
        """
        return self._client.send(
            endpoints.update(
                recipe_id,
                body=body,
                source_id=source_id,
                source_type=source_type,
                source_action=source_action,
                target_id=target_id,
                target_type=target_type,
                target_action=target_action,
                enabled=enabled,
                **options,
            )
        )


class AsyncRecipes:
    """Rules that start an action when an event occurs."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
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
    ) -> models.Recipe:
        """Create a recipe.

        Create a rule that starts an action when its source fires: a schedule, or a completed action of another
        application. Both source and target must be enabled, and they must differ.

        `POST /v1/recipes`

        Args:
            body: The request body.
            business_id: The ID of the business that will own the recipe. Required, here or in `body`.
            source_id: The ID of the source that triggers the recipe, such as a schedule.
            source_type: The type of the source. Only `schedule` is documented.
            source_action: The action that triggers the recipe when it completes, if the source is an application.
            target_id: The ID of the application that runs the action, such as a supplier.
            target_type: The type of the target. Only `supplier` is documented.
            target_action: The action of the target to start, one of those its integration provides. One of
                `PRODUCT_PULL`, `INVOKE_PLAY`.
            enabled: Whether the recipe is enabled.

        Returns:
            Recipe: The recipe was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119),
                BUSINESS_ID_REQUIRED (242).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Create recipe". The path is inferred: the
            vendor's library reads the same collection. No status codes are documented; 201 is what other create
            operations return, and the error codes are inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                business_id=business_id,
                source_id=source_id,
                source_type=source_type,
                source_action=source_action,
                target_id=target_id,
                target_type=target_type,
                target_action=target_action,
                enabled=enabled,
                **options,
            )
        )

    async def delete(self, recipe_id: str, **options: Unpack[CallOptions]) -> models.Recipe:
        """Delete a recipe.

        Permanently delete a recipe. To disable it instead, update it with `enabled` set to false.

        `DELETE /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.

        Returns:
            Recipe: The deleted recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Delete recipe". The method is inferred: DELETE
            on the path at which the vendor's library gets a recipe. No status codes are documented; the error code is
            inferred from the error catalogue.
        """
        return await self._client.send(endpoints.delete(recipe_id, **options))

    async def get(self, recipe_id: str, **options: Unpack[CallOptions]) -> models.Recipe:
        """Get a recipe.

        Return a recipe by its ID.

        `GET /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.

        Returns:
            Recipe: The recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Get recipe"
        """
        return await self._client.send(endpoints.get(recipe_id, **options))

    async def list(self, *, business_id: str, **options: Unpack[CallOptions]) -> models.RecipeList:
        """List recipes of a business.

        Return all recipes of a business, enabled or not, in a single response.

        `GET /v1/recipes`

        Args:
            business_id: The ID of the business whose recipes to list.

        Returns:
            RecipeList: The recipes of the business.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Query recipes by business ID"
        """
        return await self._client.send(endpoints.list(business_id=business_id, **options))

    async def update(
        self,
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
    ) -> models.Recipe:
        """Update a recipe.

        Replace the source and target of a recipe, or enable or disable it. Send every attribute, including unchanged
        ones. The business cannot change.

        `PUT /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The ID of the recipe. At least 1 character.
            body: The request body.
            source_id: The ID of the source that triggers the recipe, such as a schedule.
            source_type: The type of the source. Only `schedule` is documented.
            source_action: The action that triggers the recipe when it completes, if the source is an application.
            target_id: The ID of the application that runs the action, such as a supplier.
            target_type: The type of the target. Only `supplier` is documented.
            target_action: The action of the target to start, one of those its integration provides. One of
                `PRODUCT_PULL`, `INVOKE_PLAY`.
            enabled: Whether the recipe is enabled.

        Returns:
            Recipe: The updated recipe.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Update recipe". The method is inferred: PUT on
            the path at which the vendor's library gets a recipe. No status codes are documented; the error codes are
            inferred from the error catalogue.
        """
        return await self._client.send(
            endpoints.update(
                recipe_id,
                body=body,
                source_id=source_id,
                source_type=source_type,
                source_action=source_action,
                target_id=target_id,
                target_type=target_type,
                target_action=target_action,
                enabled=enabled,
                **options,
            )
        )

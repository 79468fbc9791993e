"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import recipes as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncRecipes", "Recipes"]


class Recipes:
    """Rules of the form: when this has happened, start that action."""

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
    ) -> models.Recipe:
        """Create a recipe.

        Ties an action to what sets it off: a schedule, or an action of another application that has been completed.
        Both sides must be enabled, and they must not be the same.

        `POST /v1/recipes`

        Args:
            body: The request body.
            business_id: The business that is to own the recipe. Required, here or in `body`.
            source_id: What sets the recipe off, such as the id of a schedule. Required, here or in `body`.
            source_type: What kind of thing the source is. Required, here or in `body`.
            source_action: The action after which to start, where the source is an application.
            target_id: The application that is to act, such as the id of a supplier. Required, here or in `body`.
            target_type: What kind of application the target is. Required, here or in `body`.
            target_action: What the target is to do, one of the actions of its integration. Required, here or in
                `body`.
            enabled: Whether the recipe is in force. Required, here or in `body`.

        Returns:
            Recipe: The recipe has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Create recipe". The path is inferred: it is the
            collection that the vendor's library reads. No statuses are documented; 201 is the platform's answer to
            creating, and the codes follow from the error catalogue.
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
            )
        )

    def delete(self, recipe_id: str) -> models.Recipe:
        """Delete a recipe.

        Removes a recipe for good. To let it rest, update it with `enabled` false.

        `DELETE /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.

        Returns:
            Recipe: The recipe as it was.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Delete recipe". The method is inferred: DELETE
            on the path at which the vendor's library gets a recipe. No statuses are documented; the code follows from
            the error catalogue.
        """
        return self._client.send(endpoints.delete(recipe_id))

    def get(self, recipe_id: str) -> models.Recipe:
        """Get a recipe.

        Looks a recipe up by its id.

        `GET /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.

        Returns:
            Recipe: The recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Get recipe"
        """
        return self._client.send(endpoints.get(recipe_id))

    def list(self, *, business_id: str) -> models.RecipeList:
        """List the recipes of a business.

        All recipes of a business, enabled or not, in one answer.

        `GET /v1/recipes`

        Args:
            business_id: The business whose recipes to list.

        Returns:
            RecipeList: The recipes of the business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Query recipes by business ID"
        """
        return self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.Recipe:
        """Update a recipe.

        Replaces both sides of a recipe, or switches it on or off. Send all members, the unchanged ones too. The
        business stays.

        `PUT /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.
            body: The request body.
            source_id: What sets the recipe off, such as the id of a schedule. Required, here or in `body`.
            source_type: What kind of thing the source is. Required, here or in `body`.
            source_action: The action after which to start, where the source is an application.
            target_id: The application that is to act, such as the id of a supplier. Required, here or in `body`.
            target_type: What kind of application the target is. Required, here or in `body`.
            target_action: What the target is to do, one of the actions of its integration. Required, here or in
                `body`.
            enabled: Whether the recipe is in force. Required, here or in `body`.

        Returns:
            Recipe: The recipe as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Update recipe". The method is inferred: PUT on
            the path at which the vendor's library gets a recipe. No statuses are documented; the codes follow from
            the error catalogue.
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
            )
        )


class AsyncRecipes:
    """Rules of the form: when this has happened, start that action."""

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
    ) -> models.Recipe:
        """Create a recipe.

        Ties an action to what sets it off: a schedule, or an action of another application that has been completed.
        Both sides must be enabled, and they must not be the same.

        `POST /v1/recipes`

        Args:
            body: The request body.
            business_id: The business that is to own the recipe. Required, here or in `body`.
            source_id: What sets the recipe off, such as the id of a schedule. Required, here or in `body`.
            source_type: What kind of thing the source is. Required, here or in `body`.
            source_action: The action after which to start, where the source is an application.
            target_id: The application that is to act, such as the id of a supplier. Required, here or in `body`.
            target_type: What kind of application the target is. Required, here or in `body`.
            target_action: What the target is to do, one of the actions of its integration. Required, here or in
                `body`.
            enabled: Whether the recipe is in force. Required, here or in `body`.

        Returns:
            Recipe: The recipe has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Create recipe". The path is inferred: it is the
            collection that the vendor's library reads. No statuses are documented; 201 is the platform's answer to
            creating, and the codes follow from the error catalogue.
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
            )
        )

    async def delete(self, recipe_id: str) -> models.Recipe:
        """Delete a recipe.

        Removes a recipe for good. To let it rest, update it with `enabled` false.

        `DELETE /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.

        Returns:
            Recipe: The recipe as it was.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Delete recipe". The method is inferred: DELETE
            on the path at which the vendor's library gets a recipe. No statuses are documented; the code follows from
            the error catalogue.
        """
        return await self._client.send(endpoints.delete(recipe_id))

    async def get(self, recipe_id: str) -> models.Recipe:
        """Get a recipe.

        Looks a recipe up by its id.

        `GET /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.

        Returns:
            Recipe: The recipe.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Get recipe"
        """
        return await self._client.send(endpoints.get(recipe_id))

    async def list(self, *, business_id: str) -> models.RecipeList:
        """List the recipes of a business.

        All recipes of a business, enabled or not, in one answer.

        `GET /v1/recipes`

        Args:
            business_id: The business whose recipes to list.

        Returns:
            RecipeList: The recipes of the business.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Query recipes by business ID"
        """
        return await self._client.send(endpoints.list(business_id=business_id))

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
    ) -> models.Recipe:
        """Update a recipe.

        Replaces both sides of a recipe, or switches it on or off. Send all members, the unchanged ones too. The
        business stays.

        `PUT /v1/recipes/{recipe_id}`

        Args:
            recipe_id: The id of a recipe.
            body: The request body.
            source_id: What sets the recipe off, such as the id of a schedule. Required, here or in `body`.
            source_type: What kind of thing the source is. Required, here or in `body`.
            source_action: The action after which to start, where the source is an application.
            target_id: The application that is to act, such as the id of a supplier. Required, here or in `body`.
            target_type: What kind of application the target is. Required, here or in `body`.
            target_action: What the target is to do, one of the actions of its integration. Required, here or in
                `body`.
            enabled: Whether the recipe is in force. Required, here or in `body`.

        Returns:
            Recipe: The recipe as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                RECIPE_SOURCE_NOT_FOUND (102), INVALID_RECIPE_SOURCE_TYPE (103), INVALID_RECIPE_SOURCE_ACTION (104),
                RECIPE_TARGET_NOT_FOUND (105), INVALID_RECIPE_TARGET_TYPE (106), INVALID_RECIPE_TARGET_ACTION (107),
                DUPLICATE_RECIPE_SOURCE_AND_TARGET (108), RECIPE_SOURCE_DISABLED (118), RECIPE_TARGET_DISABLED (119).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: RECIPE_NOT_FOUND (101).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Recipes > Update recipe". The method is inferred: PUT on
            the path at which the vendor's library gets a recipe. No statuses are documented; the codes follow from
            the error catalogue.
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
            )
        )

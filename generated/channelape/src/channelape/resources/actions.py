"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import actions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncActions", "Actions"]


class Actions:
    """An action represents work that an integration is currently doing, such as pulling products from a supplier or
    pushing quantities to a channel. The integration sends health checks while the action is running and reports
    the
    result at the end.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def complete(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Mark an action as completed.

        End an action that is in progress, with the status `completed`. The next action waiting for the same channel
        or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/complete`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the status `completed` and an end time.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Complete action"
        """
        return self._client.send(endpoints.complete(action_id, **options))

    def error(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Mark an action as failed.

        End an action that is in progress, with the status `error`. The next action waiting for the same channel or
        supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/error`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the status `error`.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action with error"
        """
        return self._client.send(endpoints.error(action_id, **options))

    def get(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Get an action.

        Return an action with its status and the time of its last health check.

        `GET /v1/actions/{action_id}`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Get action"
        """
        return self._client.send(endpoints.get(action_id, **options))

    def health_check(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Send a health check for an action.

        Record the current time as the last health check. An action without a health check for more than twice its
        `healthCheckIntervalInSeconds` plus one minute ends automatically with the status `error`. The request has no
        body.

        `PUT /v1/actions/{action_id}/healthcheck`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the new `lastHealthCheckTime`.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action health check"
        """
        return self._client.send(endpoints.health_check(action_id, **options))

    def list(
        self,
        *,
        business_id: str,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Action, models.ActionsPage]:
        """List actions of a business.

        List actions of a business that were started in a period of time, one page at a time. Without dates, all
        actions are returned.

        `GET /v1/actions`

        Args:
            business_id: The ID of the business.
            start_date: Only actions started at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only actions started at or before this time. Defaults to the current time. An ISO 8601 date with
                a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of actions per page. From 1 to 250. The API's default is `50`.

        Returns:
            Pager[Action, ActionsPage]: A page of actions. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Query actions by business"
        """
        return Pager(
            self._client,
            endpoints.list(
                business_id=business_id,
                start_date=start_date,
                end_date=end_date,
                last_key=last_key,
                size=size,
                **options,
            ),
        )


class AsyncActions:
    """An action represents work that an integration is currently doing, such as pulling products from a supplier or
    pushing quantities to a channel. The integration sends health checks while the action is running and reports
    the
    result at the end.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def complete(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Mark an action as completed.

        End an action that is in progress, with the status `completed`. The next action waiting for the same channel
        or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/complete`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the status `completed` and an end time.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Complete action"
        """
        return await self._client.send(endpoints.complete(action_id, **options))

    async def error(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Mark an action as failed.

        End an action that is in progress, with the status `error`. The next action waiting for the same channel or
        supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/error`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the status `error`.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action with error"
        """
        return await self._client.send(endpoints.error(action_id, **options))

    async def get(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Get an action.

        Return an action with its status and the time of its last health check.

        `GET /v1/actions/{action_id}`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Get action"
        """
        return await self._client.send(endpoints.get(action_id, **options))

    async def health_check(self, action_id: str, **options: Unpack[CallOptions]) -> models.Action:
        """Send a health check for an action.

        Record the current time as the last health check. An action without a health check for more than twice its
        `healthCheckIntervalInSeconds` plus one minute ends automatically with the status `error`. The request has no
        body.

        `PUT /v1/actions/{action_id}/healthcheck`

        Args:
            action_id: The ID of the action. At least 1 character.

        Returns:
            Action: The action, with the new `lastHealthCheckTime`.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action health check"
        """
        return await self._client.send(endpoints.health_check(action_id, **options))

    def list(
        self,
        *,
        business_id: str,
        start_date: datetime | str | None | NotGiven = NOT_GIVEN,
        end_date: datetime | str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Action, models.ActionsPage]:
        """List actions of a business.

        List actions of a business that were started in a period of time, one page at a time. Without dates, all
        actions are returned.

        `GET /v1/actions`

        Args:
            business_id: The ID of the business.
            start_date: Only actions started at or after this time. Defaults to 1970. An ISO 8601 date with a time.
            end_date: Only actions started at or before this time. Defaults to the current time. An ISO 8601 date with
                a time.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of actions per page. From 1 to 250. The API's default is `50`.

        Returns:
            Pager[Action, ActionsPage]: A page of actions. All items, fetched page by page; `pages()` and `first()`
            return pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Query actions by business"
        """
        return AsyncPager(
            self._client,
            endpoints.list(
                business_id=business_id,
                start_date=start_date,
                end_date=end_date,
                last_key=last_key,
                size=size,
                **options,
            ),
        )

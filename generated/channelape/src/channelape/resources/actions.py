"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import actions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncActions", "Actions"]


class Actions:
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def complete(self, action_id: str) -> models.Action:
        """Report that an action is done.

        Ends an action that is in progress with the state `completed`. The next action that waits for the same
        channel or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/complete`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, now with the state `completed` and an end time.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Complete action"
        """
        return self._client.send(endpoints.complete(action_id))

    def error(self, action_id: str) -> models.Action:
        """Report that an action failed.

        Ends an action that is in progress with the state `error`. The next action that waits for the same
        channel or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/error`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, now with the state `error`.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action with error"
        """
        return self._client.send(endpoints.error(action_id))

    def get(self, action_id: str) -> models.Action:
        """Get an action.

        One action, with its state and its last sign of life.

        `GET /v1/actions/{action_id}`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Get action"
        """
        return self._client.send(endpoints.get(action_id))

    def health_check(self, action_id: str) -> models.Action:
        """Report that an action is alive.

        Notes the time as the last sign of life. An action that is silent for longer than twice its
        `healthCheckIntervalInSeconds` and one minute ends with the state `error` by itself. The request has no
        body.

        `PUT /v1/actions/{action_id}/healthcheck`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, with a new `lastHealthCheckTime`.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action health check"
        """
        return self._client.send(endpoints.health_check(action_id))

    def list(
        self,
        *,
        business_id: str,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Action, models.ActionsPage]:
        """List the actions of a business.

        All actions of a business that were started in a span of time, page by page. Without dates that is every
        action there ever was.

        `GET /v1/actions`

        Args:
            business_id: The business whose actions to list.
            start_date: Leaves out actions started before this moment. Everything since 1970 unless given.
            end_date: Leaves out actions started after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many actions a page holds at most.

        Returns:
            Pager[Action, ActionsPage]: A page of actions.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Query actions by business"
        """
        return Pager(
            self._client,
            endpoints.list(
                business_id=business_id, start_date=start_date, end_date=end_date, last_key=last_key, size=size
            ),
        )


class AsyncActions:
    """An action is something an integration is doing right now, such as pulling the products of a supplier or
    pushing quantities to a channel. Whoever runs it reports that it is alive, and in the end how it went.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def complete(self, action_id: str) -> models.Action:
        """Report that an action is done.

        Ends an action that is in progress with the state `completed`. The next action that waits for the same
        channel or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/complete`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, now with the state `completed` and an end time.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Complete action"
        """
        return await self._client.send(endpoints.complete(action_id))

    async def error(self, action_id: str) -> models.Action:
        """Report that an action failed.

        Ends an action that is in progress with the state `error`. The next action that waits for the same
        channel or supplier can then start. The request has no body.

        `PUT /v1/actions/{action_id}/error`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, now with the state `error`.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action with error"
        """
        return await self._client.send(endpoints.error(action_id))

    async def get(self, action_id: str) -> models.Action:
        """Get an action.

        One action, with its state and its last sign of life.

        `GET /v1/actions/{action_id}`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Get action"
        """
        return await self._client.send(endpoints.get(action_id))

    async def health_check(self, action_id: str) -> models.Action:
        """Report that an action is alive.

        Notes the time as the last sign of life. An action that is silent for longer than twice its
        `healthCheckIntervalInSeconds` and one minute ends with the state `error` by itself. The request has no
        body.

        `PUT /v1/actions/{action_id}/healthcheck`

        Args:
            action_id: The id of the action.

        Returns:
            Action: The action, with a new `lastHealthCheckTime`.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                ACTION_ALREADY_COMPLETED (113).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: ACTION_NOT_FOUND (111).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Update action health check"
        """
        return await self._client.send(endpoints.health_check(action_id))

    def list(
        self,
        *,
        business_id: str,
        start_date: datetime | str | NotGiven = NOT_GIVEN,
        end_date: datetime | str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Action, models.ActionsPage]:
        """List the actions of a business.

        All actions of a business that were started in a span of time, page by page. Without dates that is every
        action there ever was.

        `GET /v1/actions`

        Args:
            business_id: The business whose actions to list.
            start_date: Leaves out actions started before this moment. Everything since 1970 unless given.
            end_date: Leaves out actions started after this moment. The present unless given.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many actions a page holds at most.

        Returns:
            Pager[Action, ActionsPage]: A page of actions.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_START_DATE (131), INVALID_END_DATE (132).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: BUSINESS_NOT_FOUND (15).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Actions > Query actions by business"
        """
        return AsyncPager(
            self._client,
            endpoints.list(
                business_id=business_id, start_date=start_date, end_date=end_date, last_key=last_key, size=size
            ),
        )

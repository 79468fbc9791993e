"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import orders_activities as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncOrdersActivities", "OrdersActivities"]


class OrdersActivities:
    """The history of an order, as far as programs report it."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.OrderActivityCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        operation: models.OrderActivityOperation | str | NotGiven = NOT_GIVEN,
        result: models.OrderActivityResult | str | NotGiven = NOT_GIVEN,
        order_id: str | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        completion_time: datetime | str | NotGiven = NOT_GIVEN,
        action_id: str | NotGiven = NOT_GIVEN,
        messages: Sequence[models.OrderActivityMessage | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.OrderActivity:
        """Add to the history of an order.

        Notes what a program did with an order, so that people see it beside what ChannelApe notes by itself. The
        order has to exist, except for a `CREATE` that ended in `ERROR` and a `DELETE` that ended in `SUCCESS`.

        `POST /v1/orders/activities`

        Args:
            body: What happened.
            operation: What was done with the order (code 217). Required, here or in `body`.
            result: How it went (code 218). Required, here or in `body`.
            order_id: The id ChannelApe gave the order.
            channel_id: A channel of the business (code 213 when it is missing).
            channel_order_id: The id the channel gave the order (code 167 when it is empty).
            business_id: The business of the order.
            completion_time: When it happened.
            action_id: The action it was part of.
            messages: What people should read about it, 20 messages at most (code 221).

        Returns:
            OrderActivity: The activity is in the queue and will be added.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_ORDER_ID (167), INVALID_CHANNEL_ID (213), INVALID_ACTIVITY_OPERATION (217),
                INVALID_ACTIVITY_RESULT (218), INVALID_ACTIVITY_MESSAGE_TITLE (219),
                INVALID_ACTIVITIY_MESSAGE_DESCRIPTION (220), TOO_MANY_ACTIVITY_MESSAGES (221).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70), ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Order Activities > Create an Order Activity"
        """
        return self._client.send(
            endpoints.create(
                body=body,
                operation=operation,
                result=result,
                order_id=order_id,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                business_id=business_id,
                completion_time=completion_time,
                action_id=action_id,
                messages=messages,
            )
        )


class AsyncOrdersActivities:
    """The history of an order, as far as programs report it."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.OrderActivityCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        operation: models.OrderActivityOperation | str | NotGiven = NOT_GIVEN,
        result: models.OrderActivityResult | str | NotGiven = NOT_GIVEN,
        order_id: str | NotGiven = NOT_GIVEN,
        channel_id: str | NotGiven = NOT_GIVEN,
        channel_order_id: str | NotGiven = NOT_GIVEN,
        business_id: str | NotGiven = NOT_GIVEN,
        completion_time: datetime | str | NotGiven = NOT_GIVEN,
        action_id: str | NotGiven = NOT_GIVEN,
        messages: Sequence[models.OrderActivityMessage | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.OrderActivity:
        """Add to the history of an order.

        Notes what a program did with an order, so that people see it beside what ChannelApe notes by itself. The
        order has to exist, except for a `CREATE` that ended in `ERROR` and a `DELETE` that ended in `SUCCESS`.

        `POST /v1/orders/activities`

        Args:
            body: What happened.
            operation: What was done with the order (code 217). Required, here or in `body`.
            result: How it went (code 218). Required, here or in `body`.
            order_id: The id ChannelApe gave the order.
            channel_id: A channel of the business (code 213 when it is missing).
            channel_order_id: The id the channel gave the order (code 167 when it is empty).
            business_id: The business of the order.
            completion_time: When it happened.
            action_id: The action it was part of.
            messages: What people should read about it, 20 messages at most (code 221).

        Returns:
            OrderActivity: The activity is in the queue and will be added.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_CHANNEL_ORDER_ID (167), INVALID_CHANNEL_ID (213), INVALID_ACTIVITY_OPERATION (217),
                INVALID_ACTIVITY_RESULT (218), INVALID_ACTIVITY_MESSAGE_TITLE (219),
                INVALID_ACTIVITIY_MESSAGE_DESCRIPTION (220), TOO_MANY_ACTIVITY_MESSAGES (221).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: CHANNEL_NOT_FOUND (70), ORDER_NOT_FOUND (174).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Order Activities > Create an Order Activity"
        """
        return await self._client.send(
            endpoints.create(
                body=body,
                operation=operation,
                result=result,
                order_id=order_id,
                channel_id=channel_id,
                channel_order_id=channel_order_id,
                business_id=business_id,
                completion_time=completion_time,
                action_id=action_id,
                messages=messages,
            )
        )

"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import orders_activities as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncOrdersActivities", "OrdersActivities"]


class OrdersActivities:
    """The history of an order, as reported by programs."""

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
        **options: Unpack[CallOptions],
    ) -> models.OrderActivity:
        """Create an order activity.

        Add an entry to the history of an order. It is displayed next to the entries that ChannelApe creates. The
        order must exist, except for a `CREATE` with the result `ERROR` and a `DELETE` with the result `SUCCESS`.

        `POST /v1/orders/activities`

        Args:
            body: The activity to add.
            operation: The operation performed on the order (code 217). One of `CREATE`, `UPDATE`, `DELETE`. Required,
                here or in `body`.
            result: The result of the operation (code 218). One of `SUCCESS`, `ERROR`, `WARNING`, `UNCHANGED`.
                Required, here or in `body`.
            order_id: The ChannelApe ID of the order.
            channel_id: The ID of a channel of the business (code 213 if missing).
            channel_order_id: The ID that the channel assigned to the order (code 167 if empty).
            business_id: The ID of the business.
            completion_time: The time when the operation was completed. An ISO 8601 date with a time.
            action_id: The ID of the action that performed the operation.
            messages: Messages for users, at most 20 (code 221). At most 20 items.

        Returns:
            OrderActivity: The activity was queued and will be added.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CHANNEL_ORDER_ID (167), INVALID_CHANNEL_ID (213), INVALID_ACTIVITY_OPERATION (217),
                INVALID_ACTIVITY_RESULT (218), INVALID_ACTIVITY_MESSAGE_TITLE (219),
                INVALID_ACTIVITIY_MESSAGE_DESCRIPTION (220), TOO_MANY_ACTIVITY_MESSAGES (221).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70), ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )


class AsyncOrdersActivities:
    """The history of an order, as reported by programs."""

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
        **options: Unpack[CallOptions],
    ) -> models.OrderActivity:
        """Create an order activity.

        Add an entry to the history of an order. It is displayed next to the entries that ChannelApe creates. The
        order must exist, except for a `CREATE` with the result `ERROR` and a `DELETE` with the result `SUCCESS`.

        `POST /v1/orders/activities`

        Args:
            body: The activity to add.
            operation: The operation performed on the order (code 217). One of `CREATE`, `UPDATE`, `DELETE`. Required,
                here or in `body`.
            result: The result of the operation (code 218). One of `SUCCESS`, `ERROR`, `WARNING`, `UNCHANGED`.
                Required, here or in `body`.
            order_id: The ChannelApe ID of the order.
            channel_id: The ID of a channel of the business (code 213 if missing).
            channel_order_id: The ID that the channel assigned to the order (code 167 if empty).
            business_id: The ID of the business.
            completion_time: The time when the operation was completed. An ISO 8601 date with a time.
            action_id: The ID of the action that performed the operation.
            messages: Messages for users, at most 20 (code 221). At most 20 items.

        Returns:
            OrderActivity: The activity was queued and will be added.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_CHANNEL_ORDER_ID (167), INVALID_CHANNEL_ID (213), INVALID_ACTIVITY_OPERATION (217),
                INVALID_ACTIVITY_RESULT (218), INVALID_ACTIVITY_MESSAGE_TITLE (219),
                INVALID_ACTIVITIY_MESSAGE_DESCRIPTION (220), TOO_MANY_ACTIVITY_MESSAGES (221).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: CHANNEL_NOT_FOUND (70), ORDER_NOT_FOUND (174).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

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
                **options,
            )
        )

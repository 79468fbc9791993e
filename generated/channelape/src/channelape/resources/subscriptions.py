"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from ..endpoints import subscriptions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncSubscriptions", "Subscriptions"]


class Subscriptions:
    """What a business has booked, its rate limits included."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, business_id: str) -> models.Subscription:
        """Get the subscription of a business.

        What a business has booked. It is looked up by the business, not by an id of its own.

        `GET /v1/subscriptions/{business_id}`

        Args:
            business_id: The id of the business.

        Returns:
            Subscription: The subscription.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: SUBSCRIPTION_NOT_FOUND (94).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "subscriptions/service/SubscriptionsService.ts"
        """
        return self._client.send(endpoints.get(business_id))


class AsyncSubscriptions:
    """What a business has booked, its rate limits included."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, business_id: str) -> models.Subscription:
        """Get the subscription of a business.

        What a business has booked. It is looked up by the business, not by an id of its own.

        `GET /v1/subscriptions/{business_id}`

        Args:
            business_id: The id of the business.

        Returns:
            Subscription: The subscription.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: SUBSCRIPTION_NOT_FOUND (94).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "subscriptions/service/SubscriptionsService.ts"
        """
        return await self._client.send(endpoints.get(business_id))

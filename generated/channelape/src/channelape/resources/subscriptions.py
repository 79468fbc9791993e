"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from ..endpoints import subscriptions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncSubscriptions", "Subscriptions"]


class Subscriptions:
    """The subscription of a business, including its rate limits."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, business_id: str, **options: Unpack[CallOptions]) -> models.Subscription:
        """Get the subscription of a business.

        Return the subscription of a business. It is identified by the business, not by an ID of its own.

        `GET /v1/subscriptions/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            Subscription: The subscription.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUBSCRIPTION_NOT_FOUND (94).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "subscriptions/service/SubscriptionsService.ts"
        """
        return self._client.send(endpoints.get(business_id, **options))


class AsyncSubscriptions:
    """The subscription of a business, including its rate limits."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, business_id: str, **options: Unpack[CallOptions]) -> models.Subscription:
        """Get the subscription of a business.

        Return the subscription of a business. It is identified by the business, not by an ID of its own.

        `GET /v1/subscriptions/{business_id}`

        Args:
            business_id: The ID of the business. At least 1 character.

        Returns:
            Subscription: The subscription.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: SUBSCRIPTION_NOT_FOUND (94).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "subscriptions/service/SubscriptionsService.ts"
        """
        return await self._client.send(endpoints.get(business_id, **options))

"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from ..endpoints import users as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncUsers", "Users"]


class Users:
    """People who can sign in."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, user_id: str, **options: Unpack[CallOptions]) -> models.User:
        """Get a user.

        Return the user with this ID.

        `GET /v1/users/{user_id}`

        Args:
            user_id: The ID of the user. At least 1 character.

        Returns:
            User: The user.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: USER_NOT_FOUND (18).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "users/service/UsersService.ts"
        """
        return self._client.send(endpoints.get(user_id, **options))


class AsyncUsers:
    """People who can sign in."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, user_id: str, **options: Unpack[CallOptions]) -> models.User:
        """Get a user.

        Return the user with this ID.

        `GET /v1/users/{user_id}`

        Args:
            user_id: The ID of the user. At least 1 character.

        Returns:
            User: The user.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: USER_NOT_FOUND (18).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "users/service/UsersService.ts"
        """
        return await self._client.send(endpoints.get(user_id, **options))

"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from ..endpoints import users as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncUsers", "Users"]


class Users:
    """People with a login."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, user_id: str) -> models.User:
        """Get a user.

        One user, by id.

        `GET /v1/users/{user_id}`

        Args:
            user_id: The id of the user.

        Returns:
            User: The user.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: USER_NOT_FOUND (18).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "users/service/UsersService.ts"
        """
        return self._client.send(endpoints.get(user_id))


class AsyncUsers:
    """People with a login."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get(self, user_id: str) -> models.User:
        """Get a user.

        One user, by id.

        `GET /v1/users/{user_id}`

        Args:
            user_id: The id of the user.

        Returns:
            User: The user.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: USER_NOT_FOUND (18).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "users/service/UsersService.ts"
        """
        return await self._client.send(endpoints.get(user_id))

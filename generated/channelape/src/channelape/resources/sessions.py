"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from ..endpoints import sessions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncSessions", "Sessions"]


class Sessions:
    """Identify the user or API account that a token belongs to."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(self, **options: Unpack[CallOptions]) -> models.Session:
        """Create a session.

        Sign in a user with email address and password. The session ID can be used like the key of an API account. The
        request has no body.

        `POST /v1/sessions`

        Returns:
            Session: The session.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INCORRECT_USERNAME_OR_PASSWORD (2), MALFORMED_USERNAME (5), MALFORMED_PASSWORD (6).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk, versions of April 2018. Only SDK versions of April 2018
            have this call. It may have been removed; use a token or the key of an API account instead.
        """
        return self._client.send(endpoints.create(**options))

    def get(self, session_id: str, **options: Unpack[CallOptions]) -> models.Session:
        """Get a session.

        Return the user or API account that a session belongs to.

        `GET /v1/sessions/{session_id}`

        Args:
            session_id: The ID of the session. Treat it as a secret. At least 1 character.

        Returns:
            Session: The session.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "sessions/service/SessionsService.ts"
        """
        return self._client.send(endpoints.get(session_id, **options))


class AsyncSessions:
    """Identify the user or API account that a token belongs to."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(self, **options: Unpack[CallOptions]) -> models.Session:
        """Create a session.

        Sign in a user with email address and password. The session ID can be used like the key of an API account. The
        request has no body.

        `POST /v1/sessions`

        Returns:
            Session: The session.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INCORRECT_USERNAME_OR_PASSWORD (2), MALFORMED_USERNAME (5), MALFORMED_PASSWORD (6).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk, versions of April 2018. Only SDK versions of April 2018
            have this call. It may have been removed; use a token or the key of an API account instead.
        """
        return await self._client.send(endpoints.create(**options))

    async def get(self, session_id: str, **options: Unpack[CallOptions]) -> models.Session:
        """Get a session.

        Return the user or API account that a session belongs to.

        `GET /v1/sessions/{session_id}`

        Args:
            session_id: The ID of the session. Treat it as a secret. At least 1 character.

        Returns:
            Session: The session.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "sessions/service/SessionsService.ts"
        """
        return await self._client.send(endpoints.get(session_id, **options))

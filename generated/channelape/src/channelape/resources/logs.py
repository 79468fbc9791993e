"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import logs as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncLogs", "Logs"]


class Logs:
    """Store payloads that your programs received or sent."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: object,
        flow: str | None | NotGiven = NOT_GIVEN,
        media_type: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LogReceipt:
        """Log a payload.

        Store the body of this request so that it can be searched later, for example data that another system sent or
        returned. Up to 1 MB in any format.

        `POST /v1/logs`

        Args:
            body: The payload to log.
            flow: The flow of the log entry, letters and digits only: a name that you choose to group related logs.
                Defaults to `default`. Matches `^[A-Za-z0-9]+$`.
            media_type: Media type of the body: application/json, text/plain, */*; by default the first that suits the
                body.

        Returns:
            LogReceipt: The payload was logged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Logging Payloads > Log Payload"
        """
        return self._client.send(endpoints.create(body=body, flow=flow, media_type=media_type, **options))


class AsyncLogs:
    """Store payloads that your programs received or sent."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: object,
        flow: str | None | NotGiven = NOT_GIVEN,
        media_type: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.LogReceipt:
        """Log a payload.

        Store the body of this request so that it can be searched later, for example data that another system sent or
        returned. Up to 1 MB in any format.

        `POST /v1/logs`

        Args:
            body: The payload to log.
            flow: The flow of the log entry, letters and digits only: a name that you choose to group related logs.
                Defaults to `default`. Matches `^[A-Za-z0-9]+$`.
            media_type: Media type of the body: application/json, text/plain, */*; by default the first that suits the
                body.

        Returns:
            LogReceipt: The payload was logged.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Logging Payloads > Log Payload"
        """
        return await self._client.send(endpoints.create(body=body, flow=flow, media_type=media_type, **options))

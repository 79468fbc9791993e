"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import logs as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncLogs", "Logs"]


class Logs:
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self, *, body: object, flow: str | NotGiven = NOT_GIVEN, media_type: str | NotGiven = NOT_GIVEN
    ) -> models.LogReceipt:
        """Log a payload.

        Keeps the body of this request, whatever it is, so that it can be searched for later: for instance what
        another system sent or answered. Up to 1 MB, in any format.

        `POST /v1/logs`

        Args:
            body: What to log.
            flow: The flow this belongs to, letters and digits only: a name of your own that keeps the logs of one
                purpose together. Without it the flow is `default`.
            media_type: What the body is sent as; application/json by default.

        Returns:
            LogReceipt: The payload is logged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Logging Payloads > Log Payload"
        """
        return self._client.send(endpoints.create(body=body, flow=flow, media_type=media_type))


class AsyncLogs:
    """A place for programs to write down what they received or sent."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self, *, body: object, flow: str | NotGiven = NOT_GIVEN, media_type: str | NotGiven = NOT_GIVEN
    ) -> models.LogReceipt:
        """Log a payload.

        Keeps the body of this request, whatever it is, so that it can be searched for later: for instance what
        another system sent or answered. Up to 1 MB, in any format.

        `POST /v1/logs`

        Args:
            body: What to log.
            flow: The flow this belongs to, letters and digits only: a name of your own that keeps the logs of one
                purpose together. Without it the flow is `default`.
            media_type: What the body is sent as; application/json by default.

        Returns:
            LogReceipt: The payload is logged.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known. Likely:
                INVALID_AUTHORIZATION_TOKEN (12).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Logging Payloads > Log Payload"
        """
        return await self._client.send(endpoints.create(body=body, flow=flow, media_type=media_type))

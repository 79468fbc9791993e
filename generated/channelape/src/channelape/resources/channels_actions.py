"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import channels_actions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncChannelsActions", "ChannelsActions"]


class ChannelsActions:
    """Actions of a channel, started by hand."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        channel_id: str,
        *,
        body: models.ManualActionRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
    ) -> models.ManualAction:
        """Start an action of a channel.

        Starts an action by hand, one of those the integration of the channel has. Only one action of a kind can
        be in progress on a channel (code 120: try again later).

        `POST /v1/channels/{channel_id}/actions`

        Args:
            channel_id: The id of the channel.
            body: Which action to start.
            action: The name of the action, one that the integration of the channel has (code 42). Required, here or
                in `body`.

        Returns:
            ManualAction: The action was started.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INTEGRATION_ACTION (42), ACTION_ALREADY_IN_PROGRESS (120), ACTION_ON_DISABLED_CHANNEL (121),
                ACTION_ON_INACTIVE_SUBSCRIPTION (133).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Channels > Add manual action". The path is inferred:
            the documentation gives its parameter; things that belong to another stand below it elsewhere, and actions
            are /v1/actions.
        """
        return self._client.send(endpoints.create(channel_id, body=body, action=action))


class AsyncChannelsActions:
    """Actions of a channel, started by hand."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        channel_id: str,
        *,
        body: models.ManualActionRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
    ) -> models.ManualAction:
        """Start an action of a channel.

        Starts an action by hand, one of those the integration of the channel has. Only one action of a kind can
        be in progress on a channel (code 120: try again later).

        `POST /v1/channels/{channel_id}/actions`

        Args:
            channel_id: The id of the channel.
            body: Which action to start.
            action: The name of the action, one that the integration of the channel has (code 42). Required, here or
                in `body`.

        Returns:
            ManualAction: The action was started.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_INTEGRATION_ACTION (42), ACTION_ALREADY_IN_PROGRESS (120), ACTION_ON_DISABLED_CHANNEL (121),
                ACTION_ON_INACTIVE_SUBSCRIPTION (133).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Channels > Add manual action". The path is inferred:
            the documentation gives its parameter; things that belong to another stand below it elsewhere, and actions
            are /v1/actions.
        """
        return await self._client.send(endpoints.create(channel_id, body=body, action=action))

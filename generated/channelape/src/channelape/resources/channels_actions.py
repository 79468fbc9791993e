"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import channels_actions as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncChannelsActions", "ChannelsActions"]


class ChannelsActions:
    """Actions of a channel that are started manually."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        channel_id: str,
        *,
        body: models.ManualActionRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ManualAction:
        """Start an action of a channel.

        Start an action manually, one of those that the channel's integration provides. A channel can have only one
        action of each type in progress (code 120; try again later).

        `POST /v1/channels/{channel_id}/actions`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The action to start.
            action: The name of the action, one that the channel's integration provides (code 42). At least 1
                character. Required, here or in `body`.

        Returns:
            ManualAction: The action was started.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INTEGRATION_ACTION (42), ACTION_ALREADY_IN_PROGRESS (120), ACTION_ON_DISABLED_CHANNEL (121),
                ACTION_ON_INACTIVE_SUBSCRIPTION (133).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Channels > Add manual action". The path is inferred:
            the documentation gives its parameter; subordinate resources are nested elsewhere, and actions are at
            /v1/actions.
        """
        return self._client.send(endpoints.create(channel_id, body=body, action=action, **options))


class AsyncChannelsActions:
    """Actions of a channel that are started manually."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        channel_id: str,
        *,
        body: models.ManualActionRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        action: str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.ManualAction:
        """Start an action of a channel.

        Start an action manually, one of those that the channel's integration provides. A channel can have only one
        action of each type in progress (code 120; try again later).

        `POST /v1/channels/{channel_id}/actions`

        Args:
            channel_id: The ID of the channel. At least 1 character.
            body: The action to start.
            action: The name of the action, one that the channel's integration provides (code 42). At least 1
                character. Required, here or in `body`.

        Returns:
            ManualAction: The action was started.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_INTEGRATION_ACTION (42), ACTION_ALREADY_IN_PROGRESS (120), ACTION_ON_DISABLED_CHANNEL (121),
                ACTION_ON_INACTIVE_SUBSCRIPTION (133).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS (17).
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, medium confidence: ChannelApe V1 API, "Channels > Add manual action". The path is inferred:
            the documentation gives its parameter; subordinate resources are nested elsewhere, and actions are at
            /v1/actions.
        """
        return await self._client.send(endpoints.create(channel_id, body=body, action=action, **options))

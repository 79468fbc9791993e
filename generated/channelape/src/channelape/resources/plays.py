"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import plays as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncPlays", "Plays"]


class Plays:
    """Sequences of steps that run as a unit."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.PlayCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Play:
        """Create a play.

        Create a play without steps. Only administrators of the playbook can do this.

        `POST /v2/plays`

        Args:
            body: The request body.
            name: The name, unique among all plays. Use at most 100 characters to be safe; the documentation allows
                190. At least 1 character. Required, here or in `body`.
            schedule_configurations: Suggested schedules for the play.

        Returns:
            Play: The play was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_PLAY_NAME (284), INVALID_PLAY_NAME (285), DUPLICATE_PLAYBOOK_PLAY_NAME (288).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Create play"
        """
        return self._client.send(
            endpoints.create(body=body, name=name, schedule_configurations=schedule_configurations, **options)
        )

    def get(self, play_id: str, **options: Unpack[CallOptions]) -> models.Play:
        """Get a play.

        Return a play by its ID, including its steps.

        `GET /v2/plays/{play_id}`

        Args:
            play_id: The ID of the play. At least 1 character.

        Returns:
            Play: The play, including its steps.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_PLAY_NOT_FOUND (287).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The documentation
            of the list refers to this path; its own section is cut off.
        """
        return self._client.send(endpoints.get(play_id, **options))

    def list(self, **options: Unpack[CallOptions]) -> models.PlayList:
        """List plays.

        Return all plays that can be installed, without their steps, in a single response. Get a play by its ID to see
        its steps.

        `GET /v2/plays`

        Returns:
            PlayList: The plays.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Get All Plays"
        """
        return self._client.send(endpoints.list(**options))

    def update(
        self,
        play_id: str,
        *,
        body: models.PlayUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        steps: Sequence[models.Step | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Play:
        """Update a play.

        Update the name, steps or suggested schedules of a play. Only the attributes given are changed.

        `PUT /v2/plays/{play_id}`

        Args:
            play_id: The ID of the play. At least 1 character.
            body: The request body.
            name: The name, unique among all plays. Use at most 100 characters to be safe. At least 1 character.
            schedule_configurations: Suggested schedules for the play.
            steps: The steps, in execution order.

        Returns:
            Play: The updated play.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The vendor's
            library accepts any subset of a play here. That omitted attributes are kept is inferred from that type; it
            is not documented.
        """
        return self._client.send(
            endpoints.update(
                play_id, body=body, name=name, schedule_configurations=schedule_configurations, steps=steps, **options
            )
        )


class AsyncPlays:
    """Sequences of steps that run as a unit."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.PlayCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Play:
        """Create a play.

        Create a play without steps. Only administrators of the playbook can do this.

        `POST /v2/plays`

        Args:
            body: The request body.
            name: The name, unique among all plays. Use at most 100 characters to be safe; the documentation allows
                190. At least 1 character. Required, here or in `body`.
            schedule_configurations: Suggested schedules for the play.

        Returns:
            Play: The play was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_PLAY_NAME (284), INVALID_PLAY_NAME (285), DUPLICATE_PLAYBOOK_PLAY_NAME (288).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Create play"
        """
        return await self._client.send(
            endpoints.create(body=body, name=name, schedule_configurations=schedule_configurations, **options)
        )

    async def get(self, play_id: str, **options: Unpack[CallOptions]) -> models.Play:
        """Get a play.

        Return a play by its ID, including its steps.

        `GET /v2/plays/{play_id}`

        Args:
            play_id: The ID of the play. At least 1 character.

        Returns:
            Play: The play, including its steps.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_PLAY_NOT_FOUND (287).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The documentation
            of the list refers to this path; its own section is cut off.
        """
        return await self._client.send(endpoints.get(play_id, **options))

    async def list(self, **options: Unpack[CallOptions]) -> models.PlayList:
        """List plays.

        Return all plays that can be installed, without their steps, in a single response. Get a play by its ID to see
        its steps.

        `GET /v2/plays`

        Returns:
            PlayList: The plays.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Get All Plays"
        """
        return await self._client.send(endpoints.list(**options))

    async def update(
        self,
        play_id: str,
        *,
        body: models.PlayUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        steps: Sequence[models.Step | Mapping[str, object]] | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Play:
        """Update a play.

        Update the name, steps or suggested schedules of a play. Only the attributes given are changed.

        `PUT /v2/plays/{play_id}`

        Args:
            play_id: The ID of the play. At least 1 character.
            body: The request body.
            name: The name, unique among all plays. Use at most 100 characters to be safe. At least 1 character.
            schedule_configurations: Suggested schedules for the play.
            steps: The steps, in execution order.

        Returns:
            Play: The updated play.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: The resource in the path does not exist, or you cannot access it. The response is the
                same in both cases.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The vendor's
            library accepts any subset of a play here. That omitted attributes are kept is inferred from that type; it
            is not documented.
        """
        return await self._client.send(
            endpoints.update(
                play_id, body=body, name=name, schedule_configurations=schedule_configurations, steps=steps, **options
            )
        )

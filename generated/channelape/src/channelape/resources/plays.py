"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import plays as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncPlays", "Plays"]


class Plays:
    """Sequences of steps that run as one."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.PlayCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Play:
        """Create a play.

        Adds a play, so far without steps. Only administrators of the playbook may do so.

        `POST /v2/plays`

        Args:
            body: The request body.
            name: The name, unique among all plays. Keep it within 100 characters to be safe; the text allows 190.
                Required, here or in `body`.
            schedule_configurations: Proposals when to run the play.

        Returns:
            Play: The play has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_PLAY_NAME (284), INVALID_PLAY_NAME (285), DUPLICATE_PLAYBOOK_PLAY_NAME (288).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Create play"
        """
        return self._client.send(
            endpoints.create(body=body, name=name, schedule_configurations=schedule_configurations)
        )

    def get(self, play_id: str) -> models.Play:
        """Get a play.

        Looks a play up by its id. This is the call that shows its steps.

        `GET /v2/plays/{play_id}`

        Args:
            play_id: The id of a play.

        Returns:
            Play: The play with its steps.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_PLAY_NOT_FOUND (287).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The documentation
            of the list sends the reader to this path; its own section is cut off.
        """
        return self._client.send(endpoints.get(play_id))

    def list(self) -> models.PlayList:
        """List all plays.

        Every play that can be installed, in one answer and without its steps. Get a play by its id to see them.

        `GET /v2/plays`

        Returns:
            PlayList: The plays.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Get All Plays"
        """
        return self._client.send(endpoints.list())

    def update(
        self,
        play_id: str,
        *,
        body: models.PlayUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        steps: Sequence[models.Step | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Play:
        """Update a play.

        Changes what is given of a play, be it the name, the steps or the proposals when to run it.

        `PUT /v2/plays/{play_id}`

        Args:
            play_id: The id of a play.
            body: The request body.
            name: The name, unique among all plays. Keep it within 100 characters to be safe.
            schedule_configurations: Proposals when to run the play.
            steps: The steps, in the order in which they run.

        Returns:
            Play: The play as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The vendor's
            library takes any part of a play here. That members left out are kept follows from that type; nothing says
            it.
        """
        return self._client.send(
            endpoints.update(
                play_id, body=body, name=name, schedule_configurations=schedule_configurations, steps=steps
            )
        )


class AsyncPlays:
    """Sequences of steps that run as one."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.PlayCreateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Play:
        """Create a play.

        Adds a play, so far without steps. Only administrators of the playbook may do so.

        `POST /v2/plays`

        Args:
            body: The request body.
            name: The name, unique among all plays. Keep it within 100 characters to be safe; the text allows 190.
                Required, here or in `body`.
            schedule_configurations: Proposals when to run the play.

        Returns:
            Play: The play has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_PLAY_NAME (284), INVALID_PLAY_NAME (285), DUPLICATE_PLAYBOOK_PLAY_NAME (288).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Create play"
        """
        return await self._client.send(
            endpoints.create(body=body, name=name, schedule_configurations=schedule_configurations)
        )

    async def get(self, play_id: str) -> models.Play:
        """Get a play.

        Looks a play up by its id. This is the call that shows its steps.

        `GET /v2/plays/{play_id}`

        Args:
            play_id: The id of a play.

        Returns:
            Play: The play with its steps.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_PLAY_NOT_FOUND (287).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, high confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The documentation
            of the list sends the reader to this path; its own section is cut off.
        """
        return await self._client.send(endpoints.get(play_id))

    async def list(self) -> models.PlayList:
        """List all plays.

        Every play that can be installed, in one answer and without its steps. Get a play by its id to see them.

        `GET /v2/plays`

        Returns:
            PlayList: The plays.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Plays > Get All Plays"
        """
        return await self._client.send(endpoints.list())

    async def update(
        self,
        play_id: str,
        *,
        body: models.PlayUpdateRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        schedule_configurations: Sequence[models.PlayScheduleConfigurationRequest | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        steps: Sequence[models.Step | Mapping[str, object]] | NotGiven = NOT_GIVEN,
    ) -> models.Play:
        """Update a play.

        Changes what is given of a play, be it the name, the steps or the proposals when to run it.

        `PUT /v2/plays/{play_id}`

        Args:
            play_id: The id of a play.
            body: The request body.
            name: The name, unique among all plays. Keep it within 100 characters to be safe.
            schedule_configurations: Proposals when to run the play.
            steps: The steps, in the order in which they run.

        Returns:
            Play: The play as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: What the path names does not exist, or you may not see it; the answer is the same in
                both cases.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            sdk, medium confidence: channelape-typescript-sdk 1.49.1, "plays/service/PlaysService.ts". The vendor's
            library takes any part of a play here. That members left out are kept follows from that type; nothing says
            it.
        """
        return await self._client.send(
            endpoints.update(
                play_id, body=body, name=name, schedule_configurations=schedule_configurations, steps=steps
            )
        )

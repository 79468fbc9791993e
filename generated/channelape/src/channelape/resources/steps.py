"""One resource, sync and async: thin methods, each a single call of its endpoint function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import steps as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient

__all__ = ["AsyncSteps", "Steps"]


class Steps:
    """The building blocks of plays."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Step:
        """Create a step.

        Adds a step. Only administrators of the playbook may do so.

        `POST /v1/steps`

        Args:
            body: The request body.
            name: The name, unique among all steps of the platform. Required, here or in `body`.
            public: Whether the step shows up in queries. A private one can be had by its id only.
            environment_variable_keys: The settings a step takes; no two with the same name.

        Returns:
            Step: The step has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Create step"
        """
        return self._client.send(
            endpoints.create(body=body, name=name, public=public, environment_variable_keys=environment_variable_keys)
        )

    def get(self, step_id: str) -> models.Step:
        """Get a step.

        Looks a step up by its id, which is the only way to a private one.

        `GET /v1/steps/{step_id}`

        Args:
            step_id: The id of a step, public or private.

        Returns:
            Step: The step.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Get step"
        """
        return self._client.send(endpoints.get(step_id))

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> Pager[models.Step, models.StepsPage]:
        """List public steps.

        The public steps of the platform, page by page. Private ones can be had by their id only.

        `GET /v1/steps`

        Args:
            name: Keeps the steps whose name begins with this text, in upper or lower case.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many steps a page holds at most.

        Returns:
            Pager[Step, StepsPage]: A page of steps.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Query steps". The path is inferred: it is the
            collection in which the vendor's library creates steps. The documentation lists the credential among the
            query parameters of this call alone; it travels in the header as ever.
        """
        return Pager(self._client, endpoints.list(name=name, last_key=last_key, size=size))

    def update(
        self,
        step_id: str,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Step:
        """Update a step.

        Replaces the name, the visibility and the settings of a step. Only administrators of the playbook may do so.

        `PUT /v1/steps/{step_id}`

        Args:
            step_id: The id of a step, public or private.
            body: The request body.
            name: The name, unique among all steps of the platform. Required, here or in `body`.
            public: Whether the step shows up in queries. A private one can be had by its id only.
            environment_variable_keys: The settings a step takes; no two with the same name.

        Returns:
            Step: The step as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Update step"
        """
        return self._client.send(
            endpoints.update(
                step_id, body=body, name=name, public=public, environment_variable_keys=environment_variable_keys
            )
        )


class AsyncSteps:
    """The building blocks of plays."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Step:
        """Create a step.

        Adds a step. Only administrators of the playbook may do so.

        `POST /v1/steps`

        Args:
            body: The request body.
            name: The name, unique among all steps of the platform. Required, here or in `body`.
            public: Whether the step shows up in queries. A private one can be had by its id only.
            environment_variable_keys: The settings a step takes; no two with the same name.

        Returns:
            Step: The step has been created.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Create step"
        """
        return await self._client.send(
            endpoints.create(body=body, name=name, public=public, environment_variable_keys=environment_variable_keys)
        )

    async def get(self, step_id: str) -> models.Step:
        """Get a step.

        Looks a step up by its id, which is the only way to a private one.

        `GET /v1/steps/{step_id}`

        Args:
            step_id: The id of a step, public or private.

        Returns:
            Step: The step.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Get step"
        """
        return await self._client.send(endpoints.get(step_id))

    def list(
        self,
        *,
        name: str | NotGiven = NOT_GIVEN,
        last_key: str | NotGiven = NOT_GIVEN,
        size: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPager[models.Step, models.StepsPage]:
        """List public steps.

        The public steps of the platform, page by page. Private ones can be had by their id only.

        `GET /v1/steps`

        Args:
            name: Keeps the steps whose name begins with this text, in upper or lower case.
            last_key: The cursor: `pagination.lastKey` of the page before. Leave it out to get the first page. An
                opaque text; other filters have to stay as they were.
            size: How many steps a page holds at most.

        Returns:
            Pager[Step, StepsPage]: A page of steps.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Query steps". The path is inferred: it is the
            collection in which the vendor's library creates steps. The documentation lists the credential among the
            query parameters of this call alone; it travels in the header as ever.
        """
        return AsyncPager(self._client, endpoints.list(name=name, last_key=last_key, size=size))

    async def update(
        self,
        step_id: str,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
    ) -> models.Step:
        """Update a step.

        Replaces the name, the visibility and the settings of a step. Only administrators of the playbook may do so.

        `PUT /v1/steps/{step_id}`

        Args:
            step_id: The id of a step, public or private.
            body: The request body.
            name: The name, unique among all steps of the platform. Required, here or in `body`.
            public: Whether the step shows up in queries. A private one can be had by its id only.
            environment_variable_keys: The settings a step takes; no two with the same name.

        Returns:
            Step: The step as it is now.

        Raises:
            BadRequestError: 400: The request is not valid. One body can name several reasons. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or not known.
            ForbiddenError: 403: The credential is valid, but its owner may not do this. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            NotFoundError: 404: Nothing with this id exists, or you may not see it; the answer is the same in both
                cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: More calls a second than the subscription allows. No header says how long to wait.
            ServerError: 5XX: The server failed, mostly for a moment only. The body may be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Update step"
        """
        return await self._client.send(
            endpoints.update(
                step_id, body=body, name=name, public=public, environment_variable_keys=environment_variable_keys
            )
        )

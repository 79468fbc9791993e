"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .. import models
from .._runtime.pagination import AsyncPager, Pager
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import steps as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

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
        **options: Unpack[CallOptions],
    ) -> models.Step:
        """Create a step.

        Create a step. Only administrators of the playbook can do this.

        `POST /v1/steps`

        Args:
            body: The request body.
            name: The name, unique among all steps of the platform. At least 1 character. Required, here or in `body`.
            public: Whether the step is included in lists. A private step can only be retrieved by its ID. The API's
                default is `True`.
            environment_variable_keys: The environment variables that the step accepts. Names must be unique.

        Returns:
            Step: The step was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Create step"
        """
        return self._client.send(
            endpoints.create(
                body=body, name=name, public=public, environment_variable_keys=environment_variable_keys, **options
            )
        )

    def get(self, step_id: str, **options: Unpack[CallOptions]) -> models.Step:
        """Get a step.

        Return a step by its ID. Private steps can only be retrieved this way.

        `GET /v1/steps/{step_id}`

        Args:
            step_id: The ID of the step, public or private. At least 1 character.

        Returns:
            Step: The step.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Get step"
        """
        return self._client.send(endpoints.get(step_id, **options))

    def list(
        self,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> Pager[models.Step, models.StepsPage]:
        """List public steps.

        Return the public steps of the platform, one page at a time. Private steps can only be retrieved by ID.

        `GET /v1/steps`

        Args:
            name: Only steps whose name starts with this text, ignoring case.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of steps per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Step, StepsPage]: A page of steps. All items, fetched page by page; `pages()` and `first()` return
            pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Query steps". The path is inferred: the vendor's
            library creates steps in this collection. For this call only, the documentation lists the credential as a
            query parameter; it is sent in the header as in all other calls.
        """
        return Pager(self._client, endpoints.list(name=name, last_key=last_key, size=size, **options))

    def update(
        self,
        step_id: str,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Step:
        """Update a step.

        Replace the name, visibility and environment variables of a step. Only administrators of the playbook can do
        this.

        `PUT /v1/steps/{step_id}`

        Args:
            step_id: The ID of the step, public or private. At least 1 character.
            body: The request body.
            name: The name, unique among all steps of the platform. At least 1 character. Required, here or in `body`.
            public: Whether the step is included in lists. A private step can only be retrieved by its ID. The API's
                default is `True`.
            environment_variable_keys: The environment variables that the step accepts. Names must be unique.

        Returns:
            Step: The updated step.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Update step"
        """
        return self._client.send(
            endpoints.update(
                step_id,
                body=body,
                name=name,
                public=public,
                environment_variable_keys=environment_variable_keys,
                **options,
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
        **options: Unpack[CallOptions],
    ) -> models.Step:
        """Create a step.

        Create a step. Only administrators of the playbook can do this.

        `POST /v1/steps`

        Args:
            body: The request body.
            name: The name, unique among all steps of the platform. At least 1 character. Required, here or in `body`.
            public: Whether the step is included in lists. A private step can only be retrieved by its ID. The API's
                default is `True`.
            environment_variable_keys: The environment variables that the step accepts. Names must be unique.

        Returns:
            Step: The step was created.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Create step"
        """
        return await self._client.send(
            endpoints.create(
                body=body, name=name, public=public, environment_variable_keys=environment_variable_keys, **options
            )
        )

    async def get(self, step_id: str, **options: Unpack[CallOptions]) -> models.Step:
        """Get a step.

        Return a step by its ID. Private steps can only be retrieved this way.

        `GET /v1/steps/{step_id}`

        Args:
            step_id: The ID of the step, public or private. At least 1 character.

        Returns:
            Step: The step.

        Raises:
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Get step"
        """
        return await self._client.send(endpoints.get(step_id, **options))

    def list(
        self,
        *,
        name: str | None | NotGiven = NOT_GIVEN,
        last_key: str | None | NotGiven = NOT_GIVEN,
        size: int | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[models.Step, models.StepsPage]:
        """List public steps.

        Return the public steps of the platform, one page at a time. Private steps can only be retrieved by ID.

        `GET /v1/steps`

        Args:
            name: Only steps whose name starts with this text, ignoring case.
            last_key: The pagination cursor: `pagination.lastKey` of the previous page. Omit it to get the first page.
                Treat it as an opaque string, and keep all other filters unchanged between pages.
            size: Maximum number of steps per page. From 1 to 250. The API's default is `100`.

        Returns:
            Pager[Step, StepsPage]: A page of steps. All items, fetched page by page; `pages()` and `first()` return
            pages as they come.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors.
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Query steps". The path is inferred: the vendor's
            library creates steps in this collection. For this call only, the documentation lists the credential as a
            query parameter; it is sent in the header as in all other calls.
        """
        return AsyncPager(self._client, endpoints.list(name=name, last_key=last_key, size=size, **options))

    async def update(
        self,
        step_id: str,
        *,
        body: models.StepRequest | Mapping[str, object] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        public: bool | NotGiven = NOT_GIVEN,
        environment_variable_keys: Sequence[models.EnvironmentVariableKey | Mapping[str, object]]
        | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Step:
        """Update a step.

        Replace the name, visibility and environment variables of a step. Only administrators of the playbook can do
        this.

        `PUT /v1/steps/{step_id}`

        Args:
            step_id: The ID of the step, public or private. At least 1 character.
            body: The request body.
            name: The name, unique among all steps of the platform. At least 1 character. Required, here or in `body`.
            public: Whether the step is included in lists. A private step can only be retrieved by its ID. The API's
                default is `True`.
            environment_variable_keys: The environment variables that the step accepts. Names must be unique.

        Returns:
            Step: The updated step.

        Raises:
            BadRequestError: 400: The request is invalid. A response can contain several errors. Likely:
                INVALID_PLAYBOOK_STEP_NAME (229), DUPLICATE_PLAYBOOK_STEP_NAME (230),
                INVALID_PLAYBOOK_STEP_ENVIRONMENT_VARIABLE_KEY_NAME (231).
            UnauthorizedError: 401: The token or key is missing, malformed, expired or unknown.
            ForbiddenError: 403: The credentials are valid but lack permission for this operation. Likely:
                INSUFFICIENT_PLAYBOOK_ADMIN_PERMISSIONS (232).
            NotFoundError: 404: No resource with this ID exists, or you cannot access it. The response is the same in
                both cases. Likely: PLAYBOOK_STEP_NOT_FOUND (228).
            RateLimitError: 429: The rate limit of the subscription is exceeded. No header reports how long to wait.
            ServerError: 5XX: A server error, usually temporary. The body can be empty or plain text.

        Source:
            documented, high confidence: ChannelApe V1 API, "Steps > Update step"
        """
        return await self._client.send(
            endpoints.update(
                step_id,
                body=body,
                name=name,
                public=public,
                environment_variable_keys=environment_variable_keys,
                **options,
            )
        )

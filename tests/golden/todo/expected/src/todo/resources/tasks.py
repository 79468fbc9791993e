"""One resource, sync and async: each method calls its endpoint function and sends the result."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack
from uuid import UUID

from .. import models
from .._runtime.types import NOT_GIVEN, NotGiven
from ..endpoints import tasks as endpoints

if TYPE_CHECKING:
    from .._runtime.client import AsyncClient, SyncClient
    from .._runtime.operation import CallOptions

__all__ = ["AsyncTasks", "Tasks"]


class Tasks:
    """What is to be done."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def create(
        self,
        *,
        body: models.NewTask | Mapping[str, object] | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        due_at: datetime | str | NotGiven = NOT_GIVEN,
        costs: Decimal | int | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Task:
        """Create a task.

        `POST /tasks`

        Args:
            body: The request body.
            title: In a few words. Required, here or in `body`.
            due_at: An ISO 8601 date with a time.
            costs: An exact decimal number.

        Returns:
            Task: The task as it is kept.

        Raises:
            UnprocessableEntityError: 422: Something is missing.
        """
        return self._client.send(endpoints.create(body=body, title=title, due_at=due_at, costs=costs, **options))

    def delete(self, task_id: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a task.

        `DELETE /tasks/{taskId}`

        Args:
            task_id: A UUID.

        Raises:
            NotFoundError: 404: There was none.
        """
        return self._client.send(endpoints.delete(task_id, **options))

    def list(
        self,
        *,
        state: Sequence[models.State | str] | None | NotGiven = NOT_GIVEN,
        due_before: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> builtins.list[models.Task]:
        """List tasks.

        `GET /tasks`

        Args:
            state: Only those in one of these states. Each item: one of `open`, `done`, `on hold`.
            due_before: An ISO 8601 date with a time.

        Returns:
            list[Task]: The tasks, oldest first.

        Raises:
            UnauthorizedError: 401: No token.
        """
        return self._client.send(endpoints.list(state=state, due_before=due_before, **options))


class AsyncTasks:
    """What is to be done."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        body: models.NewTask | Mapping[str, object] | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        due_at: datetime | str | NotGiven = NOT_GIVEN,
        costs: Decimal | int | str | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> models.Task:
        """Create a task.

        `POST /tasks`

        Args:
            body: The request body.
            title: In a few words. Required, here or in `body`.
            due_at: An ISO 8601 date with a time.
            costs: An exact decimal number.

        Returns:
            Task: The task as it is kept.

        Raises:
            UnprocessableEntityError: 422: Something is missing.
        """
        return await self._client.send(endpoints.create(body=body, title=title, due_at=due_at, costs=costs, **options))

    async def delete(self, task_id: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a task.

        `DELETE /tasks/{taskId}`

        Args:
            task_id: A UUID.

        Raises:
            NotFoundError: 404: There was none.
        """
        return await self._client.send(endpoints.delete(task_id, **options))

    async def list(
        self,
        *,
        state: Sequence[models.State | str] | None | NotGiven = NOT_GIVEN,
        due_before: datetime | str | None | NotGiven = NOT_GIVEN,
        **options: Unpack[CallOptions],
    ) -> builtins.list[models.Task]:
        """List tasks.

        `GET /tasks`

        Args:
            state: Only those in one of these states. Each item: one of `open`, `done`, `on hold`.
            due_before: An ISO 8601 date with a time.

        Returns:
            list[Task]: The tasks, oldest first.

        Raises:
            UnauthorizedError: 401: No token.
        """
        return await self._client.send(endpoints.list(state=state, due_before=due_before, **options))

"""Endpoint functions: they take typed arguments and return a `Call`, and send nothing."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Unpack
from uuid import UUID

from .. import models
from .._runtime.operation import Call, CallOptions, Operation
from .._runtime.request.bodies import JsonBody, flat_body
from .._runtime.request.parameters import Parameter
from .._runtime.response.content import Json, Nothing
from .._runtime.types import NOT_GIVEN, NotGiven, Timestamp

__all__ = ["create", "delete", "list"]

_CREATE: Operation[models.Task] = Operation(
    id="createTask",
    method="POST",
    path="/tasks",
    bodies=(JsonBody(models.NewTask),),
    responses={"201": Json(models.Task), "422": Json(models.Problem, "application/problem+json")},
)


def create(
    *,
    body: models.NewTask | Mapping[str, object] | NotGiven = NOT_GIVEN,
    title: str | NotGiven = NOT_GIVEN,
    due_at: datetime | str | NotGiven = NOT_GIVEN,
    costs: Decimal | int | str | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[models.Task]:
    """`POST /tasks`."""
    return _CREATE.call(
        body=flat_body(body, {"title": title, "dueAt": due_at, "costs": costs}, required=True), options=options
    )


_DELETE: Operation[None] = Operation(
    id="deleteTask",
    method="DELETE",
    path="/tasks/{taskId}",
    parameters=(Parameter("taskId", "path", UUID),),
    responses={"204": Nothing()},
)


def delete(task_id: UUID | str, **options: Unpack[CallOptions]) -> Call[None]:
    """`DELETE /tasks/{taskId}`."""
    return _DELETE.call(path={"taskId": task_id}, options=options)


_LIST: Operation[builtins.list[models.Task]] = Operation(
    id="listTasks",
    method="GET",
    path="/tasks",
    parameters=(
        Parameter("state", "query", builtins.list[models.State]),
        Parameter("dueBefore", "query", Timestamp),
    ),
    responses={"200": Json(builtins.list[models.Task])},
)


def list(
    *,
    state: Sequence[models.State | str] | None | NotGiven = NOT_GIVEN,
    due_before: datetime | str | None | NotGiven = NOT_GIVEN,
    **options: Unpack[CallOptions],
) -> Call[builtins.list[models.Task]]:
    """`GET /tasks`."""
    return _LIST.call(query={"state": state, "dueBefore": due_before}, options=options)

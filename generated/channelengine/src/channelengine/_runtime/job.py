"""A job of the API as data: how it is started, asked for and fetched; and a token for one that is under way."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .errors import InvalidRequestError
from .guards import is_list
from .value import Value

if TYPE_CHECKING:
    from datetime import datetime

    from .operation import Call

T = TypeVar("T")

_VERSION = 1
_LONGEST_TOKEN = 4_096

Asking = Callable[[str], "Call[Any]"]
"""From the id of a job to the call that asks about it; what it answers is looked into by pointer, whatever its type."""


class Job(Value, Generic[T], kw_only=True):
    """What a document says about a job whose result is read as `T`.

    `operation` is the id of the operation that starts it, `id` the pointer to the job's id in its answer, `state` that
    to the state in the answer of `status`. A state that is in none of `done`, `failed` and `gone` is a pending one.
    `interval` is the least time between two questions in seconds, `attempts` how many jobs are started at most when one
    fails. `recent` lists, under `items`, the ids of jobs created since a moment.
    """

    operation: str
    id: str
    status: Asking
    state: str
    result: Callable[[str], Call[T]]
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    interval: float
    attempts: int = 1
    recent: Callable[[datetime], Call[Any]] | None = None
    items: str = ""


class Ticket(Value, kw_only=True):
    """One job under way: all that another process needs to wait for it. `due`: not to be asked before, in Unix time."""

    operation: str
    id: str
    attempt: int
    due: float

    def token(self) -> str:
        """The ticket as one word. It holds no secret."""
        said = [_VERSION, self.operation, self.id, self.attempt, self.due]
        return base64.urlsafe_b64encode(json.dumps(said).encode()).decode("ascii")

    @classmethod
    def read(cls, token: str, operation: str) -> Self:
        """The ticket in a token. Raises InvalidRequestError for what is none, or one of another kind of job."""
        try:
            said: object = json.loads(base64.urlsafe_b64decode(token[:_LONGEST_TOKEN]))
        except (ValueError, RecursionError):
            said = None
        match said if is_list(said) else []:
            case [1, str(job), str(name), int(attempt), int() | float() as due] if isfinite(due) and name:
                if job != operation:
                    raise InvalidRequestError(f"the token is of a job of another operation, {job[:60]!r}")
                return cls(operation=job, id=name, attempt=attempt, due=float(due))
            case _:
                raise InvalidRequestError("this is not a token of a job")

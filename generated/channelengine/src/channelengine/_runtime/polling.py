"""Waiting for a job, without I/O: a generator of the same steps as those of a call, for both clients."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import (
    InvalidRequestError,
    JobCanceledError,
    JobFailedError,
    JobGoneError,
    PollingError,
    PollingTimeoutError,
    RateLimitError,
    ServerError,
    TransportError,
)
from .http.messages import Sleep
from .job import Job, Ticket
from .json_pointer import find
from .progress import OnProgress, Progress
from .scalars import jsonable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .http.messages import Step
    from .operation import Call

T = TypeVar("T")

_LONGEST_NAP = 1.0
"""Seconds; after each a wish to cancel is noticed."""
_PASSING = (TransportError, ServerError, RateLimitError)
_PATIENCE = 3
"""So many questions in a row may fail in passing before waiting ends."""


@dataclass(slots=True, kw_only=True)
class Waiting(Generic[T]):
    """A job that is being waited for. `steps` makes the flow of a call, `clock` gives Unix time.

    `create` makes the call that starts the job; without it a failed job is not started again. `interval` replaces the
    declared one.
    """

    job: Job[T]
    steps: Callable[[Call[Any]], Generator[Step, Any, object]]
    clock: Callable[[], float]
    create: Callable[[], Call[Any]] | None
    interval: float
    ticket: Ticket | None = None
    state: str = ""
    on_progress: OnProgress | None = None
    canceled: bool = False
    reused: bool = False
    misses: int = field(default=0)

    def begin(self, reuse_within: timedelta | None) -> Generator[Step, Any, None]:
        """Take a job that was started recently, else start one."""
        if reuse_within is not None:
            recent = self.job.recent
            if recent is None:
                raise InvalidRequestError("the API lists no jobs, so reuse_within= cannot work", operation=self._name)
            since = datetime.fromtimestamp(self.clock(), UTC) - reuse_within
            listed = yield from self._found(recent(since), self.job.items)
            if listed:  # all of them are recent enough; the last is the latest wherever a list grows at its end
                self.ticket = Ticket(operation=self._name, id=listed[-1], attempt=1, due=self.clock())
                self.reused = True
                return
        yield from self._start(1)

    def ask(self, until: float | None = None) -> Generator[Step, Any, str]:
        """Ask for the state once, after the rest of the interval. `until` is the Unix time at which patience ends."""
        ticket = self._ticket()
        if until is not None and max(ticket.due, self.clock()) > until:
            raise self._error(PollingTimeoutError, f"the job is {self.state or 'not done'} and time is up")
        while (left := ticket.due - self.clock()) > 0:
            self._check()
            yield Sleep(min(left, _LONGEST_NAP))
        self._check()
        self.ticket = replace(ticket, due=self.clock() + self.interval)
        try:
            found = yield from self._found(self.job.status(ticket.id), self.job.state)
            self.misses = 0
        except _PASSING:
            self.misses += 1
            if self.misses >= _PATIENCE:
                raise
            return self.state
        self.ticket = replace(ticket, due=self.clock() + self.interval)
        if not found:
            raise self._error(PollingError, "the answer says nothing about the state of the job")
        self.state = found[0]
        if self.on_progress:
            self.on_progress(Progress(state=self.state, job_id=ticket.id))
        return self.state

    def wait(self, timeout: float | None) -> Generator[Step, Any, str]:
        """Ask until the job is done, and return its id; starts another for one that failed, as often as allowed."""
        until = None if timeout is None else self.clock() + timeout
        while self.state not in self.job.done:
            state = yield from self.ask(until)
            ticket = self._ticket()
            failed, gone = state in self.job.failed, state in self.job.gone
            if (failed or gone) and self.create and self.reused:
                yield from self._start(1)
            elif failed and self.create and ticket.attempt < self.job.attempts:
                yield from self._start(ticket.attempt + 1)
            elif failed:
                raise self._error(JobFailedError, f"the job failed: {state}")
            elif gone:
                raise self._error(JobGoneError, f"the job is unknown or has expired: {state}")
        self._check()
        return self._ticket().id

    def _start(self, attempt: int) -> Generator[Step, Any, None]:
        if self.create is None:
            raise InvalidRequestError("a job can only be started with its arguments", operation=self._name)
        self._check()
        found = yield from self._found(self.create(), self.job.id)
        if not found:
            raise PollingError("the answer holds no id of a job", operation=self._name)
        self.reused, self.state = False, ""
        self.ticket = Ticket(operation=self._name, id=found[0], attempt=attempt, due=self.clock() + self.interval)
        if self.on_progress:
            self.on_progress(Progress(state="started", job_id=found[0]))

    def _found(self, call: Call[Any], pointer: str) -> Generator[Step, Any, tuple[str, ...]]:
        """Make a call and return the texts, or numbers as such, at a pointer into its answer."""
        value = yield from self.steps(call)
        flat: list[object] = []
        for each in find(jsonable(value), pointer):
            flat += each if isinstance(each, list) else [each]
        return tuple(str(each) for each in flat if isinstance(each, str | int) and each != "")

    @property
    def _name(self) -> str:
        return self.job.operation

    def _ticket(self) -> Ticket:
        if self.ticket is None:
            raise InvalidRequestError("the job has not been started", operation=self._name)
        return self.ticket

    def _check(self) -> None:
        if self.canceled:
            raise self._error(JobCanceledError, "waiting was canceled")

    def _error(self, kind: type[PollingError], text: str) -> PollingError:
        ticket = self.ticket
        return kind(
            f"{self._name}: {text}",
            operation=self._name,
            job_id=ticket.id if ticket else "",
            state=self.state,
            token=ticket.token() if ticket else "",
        )

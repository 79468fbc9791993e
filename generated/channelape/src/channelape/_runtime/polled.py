"""What a sync and an async poller have in common: everything but asking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import ConfigurationError
from .polling import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .client import AsyncClient, SyncClient
    from .download_target import Target
    from .http.messages import Step
    from .job import Job
    from .notgiven import NotGiven
    from .operation import Call
    from .progress import OnProgress

T = TypeVar("T")

PATIENCE = 3600.0
"""Seconds to wait for a job altogether, unless the caller says something else."""


class BasePoller(Generic[T]):
    """A job that a client waits for: it can be given up, or handed to another process as a token."""

    def __init__(
        self,
        client: SyncClient | AsyncClient,
        job: Job[T],
        create: Callable[[], Call[Any]] | None,
        *,
        interval: float | None,
        on_progress: OnProgress | None = None,
    ) -> None:
        """Use the class methods of the pollers instead."""
        if interval is not None and interval < 0:
            raise ConfigurationError("interval= cannot be negative")
        self.flow = client.perform
        self.waiting = Waiting(
            job=job,
            steps=client.perform,
            clock=client.now,
            create=create,
            interval=job.interval if interval is None else interval,
            on_progress=on_progress,
        )

    @property
    def job_id(self) -> str:
        """The API's id of the job."""
        return self.waiting.ticket.id if self.waiting.ticket else ""

    @property
    def state(self) -> str:
        """The state that was heard of last, in the API's own word; "" before the first question."""
        return self.waiting.state

    def token(self) -> str:
        """A word with which another process can go on waiting for this job. It holds no secret."""
        return self.waiting.ticket.token() if self.waiting.ticket else ""

    def cancel(self) -> None:
        """Stop waiting: `status` and `result`, also those under way, raise JobCanceledError. The job itself goes on."""
        self.waiting.canceled = True

    def __repr__(self) -> str:
        """Id and state."""
        return f"{type(self).__name__}(job_id={self.job_id!r}, state={self.state!r})"

    def fetch(
        self,
        target: Target | None,
        timeout: float | None,
        on_progress: OnProgress | None,
        accept: str | NotGiven,
    ) -> Generator[Step, Any, Any]:
        """Wait, and fetch the result: as a value, or into a target."""
        if on_progress:
            self.waiting.on_progress = on_progress
        job_id = yield from self.waiting.wait(timeout)
        call = self.waiting.job.result(job_id)
        if accept:
            call = replace(call, headers=(*call.headers, ("Accept", accept)))
        if target is None:
            value: object = yield from self.flow(call)
            return value
        from .download import Sink  # noqa: PLC0415 - most jobs are not even waited for

        with Sink(target, self.waiting.on_progress) as sink:
            yield from self.flow(call, sink)
            return sink.download()


def check(target: Target | None) -> None:
    """Find out before a long wait whether a target can be written at all."""
    if target is not None:
        from .download_target import Place  # noqa: PLC0415 - as above

        Place(target).drop()

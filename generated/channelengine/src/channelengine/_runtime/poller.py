"""A job and the sync client that waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from .job import Job, Ticket
from .notgiven import NOT_GIVEN, NotGiven
from .polled import PATIENCE, BasePoller

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from .client import SyncClient
    from .download import Download
    from .download_target import Target
    from .operation import Call
    from .progress import OnProgress

T = TypeVar("T")


class Poller(BasePoller[T]):
    """A job and the sync client that waits for it; for one thread, except for `cancel`."""

    _client: SyncClient

    @classmethod
    def begin(
        cls,
        client: SyncClient,
        job: Job[T],
        create: Callable[[], Call[Any]],
        *,
        reuse_within: timedelta | None,
        interval: float | None,
        on_progress: OnProgress | None = None,
    ) -> Self:
        """Take a job that was started within `reuse_within`, else start one; does not wait for it."""
        poller = cls(client, job, create, interval=interval, on_progress=on_progress)
        poller._client = client
        client.drive(poller.waiting.begin(reuse_within))
        return poller

    @classmethod
    def from_token(cls, client: SyncClient, job: Job[T], token: str, *, interval: float | None = None) -> Self:
        """Go on with the job of a token; it is not started again when it fails. Raises InvalidRequestError."""
        poller = cls(client, job, None, interval=interval)
        poller._client = client
        poller.waiting.ticket = Ticket.read(token, job.operation)
        return poller

    def status(self) -> str:
        """Ask for the state, in the API's own word, after the rest of the interval since the last question.

        Raises JobCanceledError, and what a call raises.
        """
        return self._client.drive(self.waiting.ask())

    @overload
    def result(
        self,
        target: None = None,
        *,
        timeout: float | None = PATIENCE,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
    ) -> T: ...

    @overload
    def result(
        self,
        target: Target,
        *,
        timeout: float | None = PATIENCE,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
    ) -> Download: ...

    def result(
        self,
        target: Target | None = None,
        *,
        timeout: float | None = PATIENCE,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
    ) -> T | Download:
        """Wait until the job is done, and fetch its result: as a value, or into `target`, a path or open binary file.

        `timeout`: seconds to wait for the job altogether, None for ever. `accept`: the media type to ask for.

        Raises JobFailedError, JobGoneError, JobCanceledError, PollingTimeoutError (as soon as the next question would
        come too late), and what a call raises.
        """
        value: T | Download = self._client.drive(self.fetch(target, timeout, on_progress, accept))
        return value

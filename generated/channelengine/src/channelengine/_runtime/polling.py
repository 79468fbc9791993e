"""Long-running operations: start a job, poll its state until it is done, and fetch its result.

The policy is PollingFlow: generators of steps without I/O, which the client of a Poller or AsyncPoller performs.
"""

from __future__ import annotations

import base64
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from .download import DownloadReceiver, check_target, open_private, path_beside
from .errors import (
    ConfigurationError,
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
from .json_pointer import find
from .media_types import is_in_range
from .progress import Progress, check_progress
from .response.content import Content
from .serialization import jsonable
from .types import NOT_GIVEN, NotGiven, is_dict, is_list, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from .client import AsyncClient, SyncClient
    from .download import Download, PathTarget, Target
    from .http.messages import Step
    from .operation import Call
    from .progress import OnProgress

T = TypeVar("T")
"""The result of a job in memory."""
S = TypeVar("S")
"""The result of a job that is written to a path: SavedFile or a subclass."""

DEFAULT_TIMEOUT = 3600.0
"""Seconds that `result` waits for a job."""

_CANCEL_CHECK_INTERVAL = 1.0
"""The longest sleep in seconds, so that `cancel` takes effect soon."""
_TRANSIENT_ERRORS = (TransportError, ServerError, RateLimitError)
_MAX_TRANSIENT_ERRORS = 3
"""Polling ends when this many requests for the state have failed in a row."""
_MAX_TOKEN_LENGTH = 4_096
_MAX_NARROWING = 2
"""The most additional requests to find the newest of several jobs: an API may allow one such request a minute."""
_RESUMED_WITHIN = timedelta(days=1)
"""An interrupted job that was started earlier is not continued, unless `reuse_within` says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[T, S]):
    """A kind of job that the document declares, whose result is decoded as `T`, and as `S` when it goes to a path.

    Args:
        operation: the id of the operation that starts a job.
        id: JSON Pointer to the job's id in the response of that operation.
        status: builds the call that returns the state of the job with an id.
        state: JSON Pointer to the state in the response of `status`.
        result: builds the call that returns the result of the job with an id.
        done: states of a job whose result can be fetched. A state in none of `done`, `failed` and `gone` is pending.
        failed: states of a job that failed.
        gone: states of a job that is unknown or has expired.
        interval: seconds between two requests for the state.
        attempts: how many jobs are started at most while they fail.
        recent: builds the call that lists the jobs created since a time.
        items: JSON Pointer to the ids in the response of `recent`, in any order.
        suffixes: the media type of the result of a job whose id ends with a text.
    """

    operation: str
    id: str
    status: Callable[[str], Call[Any]]
    state: str
    result: Callable[[str], Call[T]]
    done: tuple[str, ...]
    failed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    interval: float
    attempts: int = 1
    recent: Callable[[datetime], Call[Any]] | None = None
    items: str = ""
    suffixes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class JobToken:
    """Everything another process needs to wait for a job; no secrets. `due` is the Unix time of the next poll."""

    operation: str
    id: str
    attempt: int
    due: float

    def encode(self) -> str:
        """Return the token as URL-safe text."""
        fields = [1, self.operation, self.id, self.attempt, self.due]  # 1 is the version of this format
        return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode("ascii")

    @classmethod
    def decode(cls, text: str, operation: str) -> Self:
        """Parse a token. Raises InvalidRequestError if it is malformed or belongs to another operation."""
        try:
            fields: object = json.loads(base64.urlsafe_b64decode(text[:_MAX_TOKEN_LENGTH]))
        except (ValueError, RecursionError):
            fields = None
        match fields if is_list(fields) else []:
            case [1, str(owner), str(job_id), int(attempt), int() | float() as due] if job_id and isfinite(due):
                if owner != operation:
                    raise InvalidRequestError(f"the token is for a job of another operation, {owner[:60]!r}")
                return cls(operation=owner, id=job_id, attempt=attempt, due=float(due))
            case _:
                raise InvalidRequestError("this is not a job token")


class JobFile:
    """Remembers beside the target of a call which job it waits for, so that a later call can continue."""

    def __init__(self, target: Target | None) -> None:
        if not isinstance(target, str | os.PathLike):
            raise InvalidRequestError("resume= needs a path to write to: an open file cannot be opened again later")
        self._path = path_beside(Path(target), ".job")

    def read(self, operation: str, since: float) -> JobToken | None:
        """Return the token of a job of this operation that was started since a Unix time, None if there is none.

        Raises OSError for a link and for a file that others may write to, as `write` does.
        """
        if not os.path.lexists(self._path):
            return None
        with open_private(self._path) as file:
            try:
                note: object = json.loads(file.read())
            except (ValueError, RecursionError):  # incomplete after a crash
                return None
        match note if is_dict(note) else {}:
            case {"token": str(token), "started": int() | float() as started} if started >= since:
                with suppress(InvalidRequestError):
                    return JobToken.decode(token, operation)
                return None
            case _:
                return None

    def write(self, token: JobToken, started: float) -> None:
        """Remember a job that was started at a Unix time."""
        with open_private(self._path) as file:
            file.truncate()
            file.write(json.dumps({"token": token.encode(), "started": started}).encode())

    def remove(self) -> None:
        """Forget the job."""
        self._path.unlink(missing_ok=True)


class PollingFlow(Generic[T]):
    """How a job is started, polled and fetched, without I/O.

    `state` is the latest one that the API reported, "" before the first. `is_canceled` ends the waiting.
    """

    def __init__(
        self,
        client: SyncClient | AsyncClient,
        job: Job[T, Any],
        create: Callable[[], Call[Any]] | None = None,
        *,
        interval: float | None = None,
        on_progress: OnProgress | None = None,
        token: JobToken | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        file: JobFile | None = None,
    ) -> None:
        _check_seconds("interval", interval)
        check_progress(on_progress)
        self.token = token
        self.state = ""
        self.is_canceled = False
        self._client = client
        self._job = job
        self._create = create  # without it, a failed job is not started again
        self._interval = job.interval if interval is None else interval
        self._on_progress = on_progress
        self._accept = accept
        self._file = file
        self._is_reused = False
        self._transient_errors = 0

    def begin(self, reuse_within: timedelta | None) -> Generator[Step, Any, None]:
        """Take over the job of an interrupted call or one that was started recently, or start one."""
        if not _is_period(reuse_within):
            raise ConfigurationError("reuse_within= has to be a timedelta, or None")
        since = self._client.now() - (reuse_within or _RESUMED_WITHIN).total_seconds()
        if self._file and (token := self._file.read(self._job.operation, since)):
            self.token, self._is_reused = token, True
        elif reuse_within is not None and (job_id := (yield from self._find_recent(reuse_within))):
            self._track(job_id, attempt=1, delay=0)
            self._is_reused = True
        else:
            yield from self._start(1)

    def _find_recent(self, within: timedelta) -> Generator[Step, Any, str | None]:
        """Return the newest job within a period whose result can be had in the representation that is asked for.

        The API tells no times. The filter by creation time does: of several jobs, those are kept that are in the latest
        part of the period, which is as long as one of them can be expected to be in it. Jobs that stay together are
        equally good.
        """
        recent = self._job.recent
        if recent is None:
            raise InvalidRequestError("reuse_within= needs an API that lists its jobs", operation=self._job.operation)
        latest = datetime.fromtimestamp(self._client.now(), UTC)
        earliest = latest - within
        job_ids = set(filter(self._fits, (yield from self._request(recent(earliest), self._job.items))))
        for _ in range(_MAX_NARROWING):
            if len(job_ids) <= 1:
                break
            since = latest - (latest - earliest) / len(job_ids)
            if newer := job_ids.intersection((yield from self._request(recent(since), self._job.items))):
                job_ids, earliest = newer, since
            else:
                latest = since
        return min(job_ids, default=None)

    def _fits(self, job_id: str) -> bool:
        """Whether the result of a job may come as the media type that is asked for."""
        media_types = [each for suffix, each in self._job.suffixes.items() if job_id.endswith(suffix)]
        return not (self._accept and media_types) or any(is_in_range(each, self._accept) for each in media_types)

    def _start(self, attempt: int) -> Generator[Step, Any, None]:
        if self._create is None:
            raise InvalidRequestError("starting a job needs its arguments", operation=self._job.operation)
        self._raise_if_canceled()
        job_ids = yield from self._request(self._create(), self._job.id)
        if not job_ids:
            raise PollingError("the response contains no job id", operation=self._job.operation)
        self.state, self._is_reused = "", False
        self._track(job_ids[0], attempt, delay=self._interval)
        if self._file:
            self._file.write(self._require_token(), self._client.now())
        self._report("started")

    def poll(self, deadline: float | None = None) -> Generator[Step, Any, str]:
        """Request the state once the interval has passed. `deadline` is a Unix time."""
        token = self._require_token()
        if deadline is not None and max(token.due, self._client.now()) > deadline:
            raise self._error(PollingTimeoutError, f"the job is {self.state or 'not done'} and the timeout has expired")
        while (remaining := token.due - self._client.now()) > 0:
            self._raise_if_canceled()
            yield Sleep(min(remaining, _CANCEL_CHECK_INTERVAL))
        self._raise_if_canceled()
        self._track(token.id, token.attempt, delay=self._interval)
        try:
            states = yield from self._request(self._job.status(token.id), self._job.state)
        except _TRANSIENT_ERRORS:
            self._transient_errors += 1
            if self._transient_errors >= _MAX_TRANSIENT_ERRORS:
                raise
            return self.state
        self._transient_errors = 0
        self._track(token.id, token.attempt, delay=self._interval)
        if not states:
            raise self._error(PollingError, "the response contains no job state")
        self.state = states[0]
        self._report(self.state)
        return self.state

    def wait(self, timeout: float | None) -> Generator[Step, Any, str]:
        """Poll until the job is done and return its id; start another if it fails and attempts are left."""
        deadline = None if timeout is None else self._client.now() + timeout
        while self.state not in self._job.done:
            state = yield from self.poll(deadline)
            attempt = self._require_token().attempt
            has_failed, is_gone = state in self._job.failed, state in self._job.gone
            if (has_failed or is_gone) and self._create and self._is_reused:
                yield from self._start(1)
            elif has_failed and self._create and attempt < self._job.attempts:
                yield from self._start(attempt + 1)
            elif has_failed or is_gone:
                if self._file:
                    self._file.remove()
                if has_failed:
                    raise self._error(JobFailedError, f"the job failed: {state}")
                raise self._error(JobGoneError, f"the job is unknown or has expired: {state}")
        self._raise_if_canceled()
        return self._require_token().id

    def fetch(
        self,
        target: Target | None,
        timeout: float | None,
        on_progress: OnProgress | None,
        accept: str | NotGiven = NOT_GIVEN,
        *,
        resume: bool = False,
    ) -> Generator[Step, Any, Any]:
        """Wait for the job, then return its result or write it to `target`."""
        _check_seconds("timeout", timeout)
        check_progress(on_progress)
        if resume and target is None:
            raise InvalidRequestError("resume= needs a path to write to", operation=self._job.operation)
        if on_progress:
            self._on_progress = on_progress
        job_id = yield from self.wait(timeout)
        call = self._job.result(job_id)
        if accept := accept or self._accept:
            call = replace(call, headers=(*call.headers, ("Accept", accept)))
        if target is None:
            return (yield from self._client.perform(call))
        with DownloadReceiver(target, self._on_progress, content_id=call.name if resume else "") as receiver:
            yield from self._client.perform(call, receiver)
            download = receiver.finish()
        if self._file:
            self._file.remove()
        return download

    def _request(self, call: Call[Any], pointer: str) -> Generator[Step, Any, tuple[str, ...]]:
        """Send a call and return the strings and integers at a JSON Pointer into its response, as text."""
        response = yield from self._client.perform(call)
        values: list[object] = []
        for value in () if isinstance(response, Content) else find(jsonable(response), pointer):
            values += value if is_list(value) else [value]
        return tuple(str(value) for value in values if isinstance(value, str | int) and value != "")

    def _track(self, job_id: str, attempt: int, *, delay: float) -> None:
        due = self._client.now() + delay
        self.token = JobToken(operation=self._job.operation, id=job_id, attempt=attempt, due=due)

    def _report(self, state: str) -> None:
        if self._on_progress:
            self._on_progress(Progress(state=state, job_id=self._require_token().id))

    def _require_token(self) -> JobToken:
        if self.token is None:
            raise InvalidRequestError("the job has not been started", operation=self._job.operation)
        return self.token

    def _raise_if_canceled(self) -> None:
        if self.is_canceled:
            raise self._error(JobCanceledError, "waiting was canceled")

    def _error(self, error_class: type[PollingError], text: str) -> PollingError:
        operation, token = self._job.operation, self.token
        return error_class(
            f"{operation}: {text}",
            operation=operation,
            job_id=token.id if token else "",
            state=self.state,
            token=token.encode() if token else "",
        )


class BasePoller(Generic[T, S]):
    """A running job. It can be canceled, or handed to another process as a token."""

    def __init__(self, flow: PollingFlow[T]) -> None:
        self._flow = flow

    @property
    def job_id(self) -> str:
        """The API's id of the job."""
        return self._flow.token.id if self._flow.token else ""

    @property
    def state(self) -> str:
        """The latest state of the job, in the API's own word; "" before the first request for it."""
        return self._flow.state

    def token(self) -> str:
        """Return a text with which another process can continue to wait for this job. It contains no secrets."""
        return self._flow.token.encode() if self._flow.token else ""

    def cancel(self) -> None:
        """Stop waiting: `status` and `result`, including running ones, raise JobCanceledError. The job continues."""
        self._flow.is_canceled = True

    def __repr__(self) -> str:
        return f"{type(self).__name__}(job_id={self.job_id!r}, state={self.state!r})"


class Poller(BasePoller[T, S]):
    """A running job of a sync client. For one thread, except for `cancel`."""

    def __init__(self, client: SyncClient, flow: PollingFlow[T]) -> None:
        super().__init__(flow)
        self._client = client

    def status(self) -> str:
        """Request the job's state, in the API's own word, after the rest of the interval since the last request.

        Raises JobCanceledError and everything a call raises.
        """
        return self._client.drive(self._flow.poll())

    @overload
    def result(
        self,
        target: None = None,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
    ) -> T: ...

    @overload
    def result(
        self,
        target: PathTarget,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> S: ...

    @overload
    def result(
        self,
        target: Target,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> S | Download: ...

    def result(
        self,
        target: Target | None = None,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> T | S | Download:
        """Wait until the job is done, then return its result or write it to `target`, a path or open binary file.

        `timeout` is in seconds, for all of the waiting; None waits forever. `accept` is the media type to request. With
        `resume`, a download that is interrupted continues in the next call with the same path.

        Raises JobFailedError, JobGoneError, JobCanceledError, PollingTimeoutError (as soon as the next poll would be
        too late) and everything a call raises.
        """
        result: T | S | Download = self._client.drive(
            self._flow.fetch(target, timeout, on_progress, accept, resume=resume)
        )
        return result


class AsyncPoller(BasePoller[T, S]):
    """A running job of an async client. For one task at a time, except for `cancel`."""

    def __init__(self, client: AsyncClient, flow: PollingFlow[T]) -> None:
        super().__init__(flow)
        self._client = client

    async def status(self) -> str:
        """Request the job's state; see `Poller.status`."""
        return await self._client.drive(self._flow.poll())

    @overload
    async def result(
        self,
        target: None = None,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - the error of a late job carries a token
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
    ) -> T: ...

    @overload
    async def result(
        self,
        target: PathTarget,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - as above
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> S: ...

    @overload
    async def result(
        self,
        target: Target,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - as above
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> S | Download: ...

    async def result(
        self,
        target: Target | None = None,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,  # noqa: ASYNC109 - as above
        on_progress: OnProgress | None = None,
        accept: str | NotGiven = NOT_GIVEN,
        resume: bool = False,
    ) -> T | S | Download:
        """Wait until the job is done, then return its result or write it to `target`; see `Poller.result`."""
        result: T | S | Download = await self._client.drive(
            self._flow.fetch(target, timeout, on_progress, accept, resume=resume)
        )
        return result


def _is_period(value: object) -> bool:
    return value is None or isinstance(value, timedelta)


def _check_seconds(argument: str, value: object) -> None:
    if value is not None and not (is_number(value) and value >= 0):
        raise ConfigurationError(f"{argument}= has to be a number of seconds, 0 or more, or None")


def run_job(
    client: SyncClient,
    job: Job[T, S],
    create: Callable[[], Call[Any]],
    target: Target | None,
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    timeout: float | None,
    on_progress: OnProgress | None,
    accept: str | NotGiven = NOT_GIVEN,
    resume: bool = False,
) -> T | S | Download:
    """Take over or start a job, wait for it, and return its result or write it to `target`.

    With `resume`, the job is remembered beside the path until its result has arrived, and an interrupted call continues
    with it.
    """
    _check_seconds("timeout", timeout)
    if target is not None:
        check_target(target)
    flow = PollingFlow(
        client,
        job,
        create,
        interval=interval,
        on_progress=on_progress,
        accept=accept,
        file=JobFile(target) if resume else None,
    )
    client.drive(flow.begin(reuse_within))
    result: T | S | Download = client.drive(flow.fetch(target, timeout, None, resume=resume))
    return result


async def run_job_async(
    client: AsyncClient,
    job: Job[T, S],
    create: Callable[[], Call[Any]],
    target: Target | None,
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    timeout: float | None,  # noqa: ASYNC109 - of the job, not of a call
    on_progress: OnProgress | None,
    accept: str | NotGiven = NOT_GIVEN,
    resume: bool = False,
) -> T | S | Download:
    """Take over or start a job, wait for it, and return its result or write it to `target`.

    With `resume`, the job is remembered beside the path until its result has arrived, and an interrupted call continues
    with it.
    """
    _check_seconds("timeout", timeout)
    if target is not None:
        check_target(target)
    flow = PollingFlow(
        client,
        job,
        create,
        interval=interval,
        on_progress=on_progress,
        accept=accept,
        file=JobFile(target) if resume else None,
    )
    await client.drive(flow.begin(reuse_within))
    result: T | S | Download = await client.drive(flow.fetch(target, timeout, None, resume=resume))
    return result


def begin_job(
    client: SyncClient,
    job: Job[T, S],
    create: Callable[[], Call[Any]],
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    on_progress: OnProgress | None = None,
    accept: str | NotGiven = NOT_GIVEN,
) -> Poller[T, S]:
    """Take over a job that was started within `reuse_within`, or start one. Does not wait for it."""
    flow = PollingFlow(client, job, create, interval=interval, on_progress=on_progress, accept=accept)
    client.drive(flow.begin(reuse_within))
    return Poller(client, flow)


async def begin_job_async(
    client: AsyncClient,
    job: Job[T, S],
    create: Callable[[], Call[Any]],
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    on_progress: OnProgress | None = None,
    accept: str | NotGiven = NOT_GIVEN,
) -> AsyncPoller[T, S]:
    """Take over a job that was started within `reuse_within`, or start one. Does not wait for it."""
    flow = PollingFlow(client, job, create, interval=interval, on_progress=on_progress, accept=accept)
    await client.drive(flow.begin(reuse_within))
    return AsyncPoller(client, flow)


def resume_job(client: SyncClient, job: Job[T, S], token: str, *, interval: float | None) -> Poller[T, S]:
    """Continue with the job of a token. It is not started again if it fails. Raises InvalidRequestError."""
    return Poller(client, PollingFlow(client, job, interval=interval, token=JobToken.decode(token, job.operation)))


def resume_job_async(client: AsyncClient, job: Job[T, S], token: str, *, interval: float | None) -> AsyncPoller[T, S]:
    """Continue with the job of a token; see `resume_job`."""
    return AsyncPoller(client, PollingFlow(client, job, interval=interval, token=JobToken.decode(token, job.operation)))

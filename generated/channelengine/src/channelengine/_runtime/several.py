"""What the methods that make several calls say: jobs and lists of any length.

Only signatures are here. What carries them out is loaded with the first such call, for most programs make none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .notgiven import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Sequence
    from datetime import timedelta

    from .asyncpoller import AsyncPoller
    from .batch_values import Batching, BatchLimit, BatchResult
    from .client import AsyncClient, SyncClient
    from .download import Download
    from .download_target import Target
    from .job import Job
    from .operation import Call
    from .poller import Poller
    from .progress import OnProgress

T = TypeVar("T")
Item = TypeVar("Item")

# ruff: noqa: PLC0415 - see the top


def run_job(
    client: SyncClient,
    job: Job[T],
    create: Callable[[], Call[Any]],
    target: Target | None,
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    timeout: float | None,
    on_progress: OnProgress | None,
    accept: str | NotGiven = NOT_GIVEN,
) -> T | Download:
    """Take or start a job, wait for it and fetch its result, in one go; see Poller."""
    from .polled import check
    from .poller import Poller

    check(target)
    poller = Poller[T].begin(client, job, create, reuse_within=reuse_within, interval=interval, on_progress=on_progress)
    return poller.result(target, timeout=timeout, accept=accept)


async def run_job_async(
    client: AsyncClient,
    job: Job[T],
    create: Callable[[], Call[Any]],
    target: Target | None,
    *,
    reuse_within: timedelta | None,
    interval: float | None,
    timeout: float | None,  # noqa: ASYNC109 - of the job, not of a call
    on_progress: OnProgress | None,
    accept: str | NotGiven = NOT_GIVEN,
) -> T | Download:
    """Take or start a job, wait for it and fetch its result, in one go; see AsyncPoller."""
    from .asyncpoller import AsyncPoller
    from .polled import check

    check(target)
    poller = await AsyncPoller[T].begin(
        client, job, create, reuse_within=reuse_within, interval=interval, on_progress=on_progress
    )
    return await poller.result(target, timeout=timeout, accept=accept)


def begin_job(
    client: SyncClient,
    job: Job[T],
    create: Callable[[], Call[Any]],
    *,
    reuse_within: timedelta | None,
    interval: float | None,
) -> Poller[T]:
    """Take or start a job; see Poller."""
    from .poller import Poller

    return Poller[T].begin(client, job, create, reuse_within=reuse_within, interval=interval)


async def begin_job_async(
    client: AsyncClient,
    job: Job[T],
    create: Callable[[], Call[Any]],
    *,
    reuse_within: timedelta | None,
    interval: float | None,
) -> AsyncPoller[T]:
    """Take or start a job; see AsyncPoller."""
    from .asyncpoller import AsyncPoller

    return await AsyncPoller[T].begin(client, job, create, reuse_within=reuse_within, interval=interval)


def resume_job(client: SyncClient, job: Job[T], token: str, *, interval: float | None) -> Poller[T]:
    """Go on with the job of a token; see Poller."""
    from .poller import Poller

    return Poller[T].from_token(client, job, token, interval=interval)


def resume_job_async(client: AsyncClient, job: Job[T], token: str, *, interval: float | None) -> AsyncPoller[T]:
    """Go on with the job of a token; see AsyncPoller."""
    from .asyncpoller import AsyncPoller

    return AsyncPoller[T].from_token(client, job, token, interval=interval)


def send_batches(
    client: SyncClient,
    items: Iterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    batching: Batching | None,
) -> BatchResult[T]:
    """Send all items in calls that `build` makes; see `batching.py`."""
    from . import batching as sending

    return sending.send_batches(client, items, build, limit, batching)


async def async_send_batches(
    client: AsyncClient,
    items: Iterable[Item] | AsyncIterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    batching: Batching | None,
) -> BatchResult[T]:
    """The same for asynchronous clients."""
    from . import batching as sending

    return await sending.async_send_batches(client, items, build, limit, batching)

"""Sending a list of any length in batches, sync and async: as many at a time as the caller allows, in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from .batches import Batching, BatchPart, BatchResult
from .errors import ApiError, AuthenticationError, ConfigurationError
from .journal import Journal
from .splitting import Chunk, Earlier, Refused, split

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .batches import BatchLimit
    from .client import AsyncClient, SyncClient
    from .operation import Call

T = TypeVar("T")
Item = TypeVar("Item")

_HOPELESS = (AuthenticationError, ConfigurationError)
"""What every other batch would fail for too, so it is raised instead of collected."""


@dataclass(frozen=True)  # without slots: with them `Outcome[X](...)` fails on Python 3.11
class Outcome(Generic[T]):
    """What one call gave: its value, or its error."""

    value: T | None = None
    error: ApiError | None = None


class _Run(Generic[T]):
    """What both clients share: the parts to send, and what is made of their outcomes."""

    def __init__(self, batching: Batching | None) -> None:
        self.batching = batching or Batching()
        self.journal = Journal.open(self.batching)
        self._parts: list[BatchPart[T]] = []

    def split(
        self, items: Iterable[Item], build: Callable[[Sequence[Item]], Call[T]], limit: BatchLimit
    ) -> Iterator[Chunk[T]]:
        """What has to be sent; what has not is noted on the way."""
        for each in split(items, build, limit, run=self.journal.run, done=self.journal.done):
            if isinstance(each, Refused):
                self._note(BatchPart(each.position, each.position + 1, 1, error=each.error, items=(each.item,)))
            elif isinstance(each, Earlier):
                self._note(BatchPart(each.first, each.end, each.count, is_earlier=True))
            else:
                yield each

    def settle(self, chunk: Chunk[T], outcome: Outcome[T]) -> None:
        """Note what became of a chunk, or raise what would stop all others too."""
        first, end, count, error = chunk.first, chunk.end, len(chunk.items), outcome.error
        if isinstance(error, _HOPELESS):
            raise error
        if error is None:
            self.journal.accepted(first, end, chunk.digest)
            self._note(BatchPart(first, end, count, outcome.value))
        else:
            self._note(BatchPart(first, end, count, error=error, items=chunk.items))

    def result(self) -> BatchResult[T]:
        """Everything noted, in the order of the list."""
        return BatchResult(self.journal.run, tuple(sorted(self._parts, key=lambda part: part.first)))

    def _note(self, part: BatchPart[T]) -> None:
        self._parts.append(part)
        if self.batching.on_part is not None:
            self.batching.on_part(part)


def send_batches(
    client: SyncClient,
    items: Iterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    batching: Batching | None,
) -> BatchResult[T]:
    """Send all items in calls that `build` makes; see Batching and BatchResult.

    A part that fails is in the result and the others go on. Raises what would stop every part: AuthenticationError,
    ConfigurationError; and what a hook raises. What was accepted until then is in the journal.
    """
    run = _Run[T](batching)

    def attempt(call: Call[T]) -> Outcome[T]:
        try:
            return Outcome(client.send(call))
        except ApiError as error:
            return Outcome(error=error)

    chunks = run.split(items, build, limit)
    if run.batching.workers == 1:
        for chunk in chunks:
            run.settle(chunk, attempt(chunk.call))
        return run.result()
    under_way: deque[tuple[Chunk[T], Future[Outcome[T]]]] = deque()
    with ThreadPoolExecutor(run.batching.workers) as pool:
        try:
            for chunk in chunks:
                under_way.append((chunk, pool.submit(attempt, chunk.call)))
                if len(under_way) == run.batching.workers:
                    run.settle(under_way[0][0], under_way.popleft()[1].result())
        finally:  # whatever happened: these are sent, and it should be known what became of them
            while under_way:
                run.settle(under_way[0][0], under_way.popleft()[1].result())
    return run.result()


async def async_send_batches(
    client: AsyncClient,
    items: Iterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    batching: Batching | None,
) -> BatchResult[T]:
    """The same for asynchronous clients; `workers` are tasks."""
    import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

    run = _Run[T](batching)

    async def attempt(call: Call[T]) -> Outcome[T]:
        try:
            value = await client.send(call)
        except ApiError as error:
            return Outcome(error=error)
        return Outcome(value)

    under_way: deque[tuple[Chunk[T], asyncio.Task[Outcome[T]]]] = deque()
    try:
        for chunk in run.split(items, build, limit):
            under_way.append((chunk, asyncio.create_task(attempt(chunk.call))))
            if len(under_way) == run.batching.workers:
                run.settle(under_way[0][0], await under_way.popleft()[1])
        while under_way:
            run.settle(under_way[0][0], await under_way.popleft()[1])
    finally:
        for _, task in under_way:
            task.cancel()
        await asyncio.gather(*(task for _, task in under_way), return_exceptions=True)
    return run.result()

"""Sending a list of any length in batches, sync and async: as many at a time as the caller allows, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .batch_values import Batching, BatchPart, BatchResult
from .errors import ApiError, AuthenticationError, ConfigurationError, EnvelopeError, StatusError
from .journal import Journal
from .splitting import Chunk, Earlier, Refused, Splitter

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator, Sequence

    from .batch_values import BatchLimit
    from .client import AsyncClient, SyncClient
    from .operation import Call

T = TypeVar("T")
Item = TypeVar("Item")

_HOPELESS = (AuthenticationError, ConfigurationError)
"""What every other batch would fail for too, so it is raised instead of collected."""

_REFUSED = frozenset({400, 413, 422})
"""Statuses that a batch may have for one of its items, or for its size."""


@dataclass(frozen=True)  # without slots: with them `Outcome[X](...)` fails on Python 3.11
class Outcome(Generic[T]):
    """What one call gave: its value, or its error."""

    value: T | None = None
    error: ApiError | None = None


class _Run(Generic[Item, T]):
    """What both clients share: the parts to send, and what is made of their outcomes."""

    def __init__(
        self, build: Callable[[Sequence[Item]], Call[T]], limit: BatchLimit, batching: Batching | None
    ) -> None:
        self.batching = batching or Batching()
        self.journal = Journal.open(self.batching)
        self._build = build
        self._spare = self.batching.search if limit.key else 0  # without keys some items might be applied twice
        self._splitter = Splitter(build, limit, run=self.journal.run, done=self.journal.done)
        self._parts: list[BatchPart[T]] = []

    def take(self, item: Item) -> Iterator[Chunk[T]]:
        """What has to be sent, now that the list goes on with this item."""
        return self._to_send(self._splitter.take(item))

    def end(self) -> Iterator[Chunk[T]]:
        """What has to be sent at the end of the list."""
        return self._to_send(self._splitter.end())

    def _to_send(self, found: Iterator[Chunk[T] | Earlier | Refused]) -> Iterator[Chunk[T]]:
        for each in found:
            if isinstance(each, Refused):
                self._note(BatchPart(each.position, each.position + 1, 1, error=each.error, items=(each.item,)))
            elif isinstance(each, Earlier):
                self._note(BatchPart(each.first, each.end, each.count, is_earlier=True))
            else:
                yield each

    def attempts(self, chunk: Chunk[T]) -> Generator[Call[T], Outcome[T], list[tuple[Chunk[T], Outcome[T]]]]:
        """The calls to make for a chunk, given the outcome of each; a refused one goes on in halves."""
        found: list[tuple[Chunk[T], Outcome[T]]] = []
        waiting, spare = [chunk], self._spare
        while waiting:
            each = waiting.pop()
            outcome = yield each.call
            if len(each.items) > 1 and spare > 1 and _is_refusal(outcome.error):
                waiting += reversed(each.halves(self._build))
                spare -= 2
            else:
                found.append((each, outcome))
        return found

    def settle(self, found: Iterable[tuple[Chunk[T], Outcome[T]]]) -> None:
        """Note what became of chunks, or raise what would stop all others too."""
        for chunk, outcome in sorted(found, key=lambda each: each[1].error is not None):
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


def _is_refusal(error: ApiError | None) -> bool:
    return isinstance(error, EnvelopeError) or (isinstance(error, StatusError) and error.status in _REFUSED)


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
    run = _Run(build, limit, batching)

    def attempt(chunk: Chunk[T]) -> list[tuple[Chunk[T], Outcome[T]]]:
        calls = run.attempts(chunk)
        call = next(calls)
        while True:
            try:
                outcome = Outcome(client.send(call))
            except ApiError as error:
                outcome = Outcome[T](error=error)
            try:
                call = calls.send(outcome)
            except StopIteration as done:
                return cast("list[tuple[Chunk[T], Outcome[T]]]", done.value)

    chunks = (chunk for found in chain(map(run.take, items), (run.end(),)) for chunk in found)
    if run.batching.workers == 1:
        for chunk in chunks:
            run.settle(attempt(chunk))
        return run.result()
    under_way: deque[Future[list[tuple[Chunk[T], Outcome[T]]]]] = deque()
    with ThreadPoolExecutor(run.batching.workers) as pool:
        try:
            for chunk in chunks:
                under_way.append(pool.submit(attempt, chunk))
                if len(under_way) == run.batching.workers:
                    run.settle(under_way.popleft().result())
        finally:  # whatever happened: these are sent, and it should be known what became of them
            while under_way:
                run.settle(under_way.popleft().result())
    return run.result()


async def async_send_batches(
    client: AsyncClient,
    items: Iterable[Item] | AsyncIterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    batching: Batching | None,
) -> BatchResult[T]:
    """The same for asynchronous clients; `workers` are tasks, and the items may come asynchronously."""
    import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

    run = _Run(build, limit, batching)

    async def attempt(chunk: Chunk[T]) -> list[tuple[Chunk[T], Outcome[T]]]:
        calls = run.attempts(chunk)
        call = next(calls)
        while True:
            try:
                value = await client.send(call)
                outcome = Outcome(value)
            except ApiError as error:
                outcome = Outcome[T](error=error)
            try:
                call = calls.send(outcome)
            except StopIteration as done:
                return cast("list[tuple[Chunk[T], Outcome[T]]]", done.value)

    under_way: deque[asyncio.Task[list[tuple[Chunk[T], Outcome[T]]]]] = deque()
    try:
        async for chunk in _chunks(run, items):
            under_way.append(asyncio.create_task(attempt(chunk)))
            if len(under_way) == run.batching.workers:
                run.settle(await under_way.popleft())
        while under_way:
            run.settle(await under_way.popleft())
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
    return run.result()


async def _chunks(run: _Run[Item, T], items: Iterable[Item] | AsyncIterable[Item]) -> AsyncIterator[Chunk[T]]:
    if isinstance(items, AsyncIterable):
        async for item in items:
            for chunk in run.take(item):
                yield chunk
    else:
        for item in items:
            for chunk in run.take(item):
                yield chunk
    for chunk in run.end():
        yield chunk

"""Batching: send a list of any length in requests that keep the declared limits, and resume after a crash.

A Splitter cuts the list into chunks and a Journal remembers which of them were accepted; neither sends anything.
`send_batches` and `send_batches_async` perform the calls.
"""

from __future__ import annotations

import json
import os
import stat
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, NamedTuple, TypeVar, cast
from uuid import UUID, uuid4, uuid5
from zlib import crc32

from pydantic import BaseModel

from .errors import ApiError, AuthenticationError, ConfigurationError, EnvelopeError, InvalidRequestError, StatusError
from .file_lock import lock_file
from .serialization import dumps, given_fields
from .types import NOT_GIVEN, is_async_function, is_mapping, is_number

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from typing import TypeAlias

    from .client import AsyncClient, SyncClient
    from .http.messages import Step
    from .operation import Call

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
if TYPE_CHECKING:
    BuildCall: TypeAlias = Callable[[Sequence[Any]], Call[T]]
    Parts: TypeAlias = "list[BatchPart[Any, Any]]"

_FATAL_ERRORS = (AuthenticationError, ConfigurationError)
"""Errors that every other batch would share, so they are raised instead of collected."""
_REJECTING_STATUSES = frozenset({400, 413, 422})
"""Statuses with which a server may reject a batch because of one item, or because of its size."""
_WRONG_JOURNAL = "the journal belongs to another list: items that it records as accepted are missing or have changed"
_JOURNAL_START = b'{"batch_journal": 1, "run": "'
_UNCHECKED_JOURNAL_START = b'{"run": "'
"""How journals of earlier versions of this package begin, whose lines have no checksums."""
_UNCHECKED_LINE_START = b'{"first": '
_CHECKSUM = b', "check": "'
_NO_JOURNAL = "this is not a journal of batches"
_KEY_NAMESPACE = UUID("b7d0c1a4-52f5-4f0a-9a6e-8f1f5b1d7c39")
"""Namespace of generated keys. It must never change, or a list that is sent again would be applied again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLimit:
    """How much the body of one request may contain, as the document declares it; 0 means no limit.

    `items` limits the number of items, `bytes` the size of the encoded body. `key` is the wire name of the property by
    which the server recognizes an item that it has already applied, "" if there is none.
    """

    items: int = 0
    bytes: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class BatchPart(Generic[T_co, Item_co]):
    """The outcome of one request, or of one item that could not be sent, for responses `T_co` and items `Item_co`.

    Attributes:
        first: the position of the first item in the list, counted from 0.
        end: the position after the last item.
        count: the number of items; fewer than `end - first` if some in between could not be sent.
        value: the response of the server.
        error: why the items failed, None if they were accepted.
        items: the items that failed, as they were given, or as mappings that have their keys too.
        is_earlier: whether the journal recorded these items as accepted by an earlier run.
    """

    first: int
    end: int
    count: int
    value: T_co | None = field(default=None, repr=False)
    error: ApiError | None = None
    items: tuple[Item_co, ...] = field(default=(), repr=False)
    is_earlier: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether the server accepted the items, in this run or an earlier one."""
        return self.error is None


@dataclass(frozen=True, slots=True)
class BatchResult(Generic[T_co, Item_co]):
    """The outcome of a list: its parts in the order of the list, and the name of the run, for sending it again."""

    run: str
    parts: tuple[BatchPart[T_co, Item_co], ...]

    @property
    def accepted(self) -> int:
        """The number of items that the server accepted."""
        return sum(part.count for part in self.parts if part.is_accepted)

    @property
    def failed(self) -> int:
        """The number of items that failed, or whose outcome is unknown."""
        return sum(part.count for part in self.failures)

    @property
    def failures(self) -> tuple[BatchPart[T_co, Item_co], ...]:
        """The parts that failed, with their errors and items."""
        return tuple(part for part in self.parts if not part.is_accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """Options for sending a list in batches.

    Args:
        workers: the number of concurrent requests. With one, the default, requests arrive in the order of the list,
            which matters if later items depend on earlier ones.
        search: how many additional requests may be made for a batch that the server rejects as a whole (400, 413, 422
            or a body that reports a failure), if its items have keys. The batch is sent again in halves, and these in
            halves, until the rejected items are isolated and all others accepted. One rejected item among 4,000 takes
            24 requests; 0 turns the search off.
        run: a name for this run. Items without a key get one that is derived from the run, their position and their
            content: if the same list is sent again under the same name, it has the same keys, and a server that
            recognizes keys applies nothing twice. By default a new name is generated.
        journal: a file that records which items were accepted. If it exists, its run continues: accepted items are
            not sent again, all others are, with the same keys. The list has to be the same. One run at a time can use
            it.
        on_part: called with each part as soon as its outcome is known.

    Raises ConfigurationError if `workers` is less than 1, `search` is negative, or an option has another type.
    """

    workers: int = 1
    search: int = 32
    run: str = ""
    journal: str | os.PathLike[str] | None = None
    on_part: Callable[[BatchPart[object, object]], None] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for name, least in (("workers", 1), ("search", 0)):
            value: object = getattr(self, name)
            if not isinstance(value, int) or not is_number(value) or value < least:
                raise ConfigurationError(f"{name}= has to be an int, {least} or more")
        if self.on_part is not None and (not callable(self.on_part) or is_async_function(self.on_part)):
            raise ConfigurationError("on_part= has to be a function that need not be awaited, or None")


def send_batches(
    client: SyncClient,
    items: Iterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    options: Batching | None,
) -> BatchResult[T, Item]:
    """Send all items in calls that `build` creates.

    A part that fails is reported in the result and the others continue. Raises AuthenticationError and
    ConfigurationError, which would fail every part, and what a hook raises; the journal then contains everything that
    was accepted before.
    """
    with closing(_BatchRun(client, build, limit, options or Batching())) as run:
        chunks = (chunk for chunks in chain(map(run.add, items), (run.flush(),)) for chunk in chunks)
        if run.options.workers == 1:
            for chunk in chunks:
                run.settle(client.drive(run.send(chunk)))
            return run.result()
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - slow to load, and one worker needs no threads

        pending: deque[Future[Parts]] = deque()
        with ThreadPoolExecutor(run.options.workers) as pool:
            try:
                for chunk in chunks:
                    pending.append(pool.submit(client.drive, run.send(chunk)))
                    if len(pending) == run.options.workers:
                        run.settle(pending.popleft().result())
                while pending:
                    run.settle(pending.popleft().result())
            except BaseException:
                run.report(future.result for future in pending)
                raise
        return run.result()


async def send_batches_async(
    client: AsyncClient,
    items: Iterable[Item] | AsyncIterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    options: Batching | None,
) -> BatchResult[T, Item]:
    """Send all items in calls that `build` creates; see `send_batches`. `workers` are tasks here."""
    import asyncio  # noqa: PLC0415 - slow to load, and a sync client does not need it

    with closing(_BatchRun(client, build, limit, options or Batching())) as run:
        pending: deque[asyncio.Task[Parts]] = deque()
        try:
            async for item in _iterate(items):
                for chunk in run.add(item):
                    pending.append(asyncio.create_task(client.drive(run.send(chunk))))
                    if len(pending) == run.options.workers:
                        run.settle(await pending.popleft())
            pending.extend(asyncio.create_task(client.drive(run.send(chunk))) for chunk in run.flush())
            while pending:
                run.settle(await pending.popleft())
        except BaseException:
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            run.report(task.result for task in pending if not task.cancelled())
            raise
        return run.result()


async def _iterate(items: Iterable[Item] | AsyncIterable[Item]) -> AsyncIterator[Item]:
    if isinstance(items, AsyncIterable):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item


class _BatchRun(Generic[T]):
    """The state of one run, without I/O except to the journal: chunks to send, and the parts they became."""

    def __init__(
        self, client: SyncClient | AsyncClient, build: BuildCall[T], limit: BatchLimit, options: Batching
    ) -> None:
        self.options = options
        self._client = client
        self._build = build
        self._search = options.search if limit.key else 0  # without keys, items might be applied twice
        self._journal = Journal.open(options)
        self._splitter = Splitter(build, limit, run=self._journal.run, accepted=self._journal.accepted)
        self._parts: list[BatchPart[T, Any]] = []

    def add(self, item: object) -> Iterator[Chunk[T]]:
        """Yield the chunks that are complete now that the list continues with this item."""
        return self._chunks(self._splitter.add(item))

    def close(self) -> None:
        """Let other runs use the journal."""
        self._journal.close()

    def flush(self) -> Iterator[Chunk[T]]:
        """Yield the last chunk."""
        return self._chunks(self._splitter.flush())

    def _chunks(self, pieces: Iterator[Chunk[T] | BatchPart[T, Any]]) -> Iterator[Chunk[T]]:
        for piece in pieces:
            if isinstance(piece, Chunk):
                yield piece
            else:
                self._record(piece)

    def send(self, chunk: Chunk[T]) -> Generator[Step, Any, Parts]:
        """Send a chunk; if the server rejects it, send it again in halves. Returns the outcomes.

        What is accepted is written to the journal first, perhaps by a thread of its own.
        """
        parts: Parts = []
        pending, search = [chunk], self._search
        while pending:
            chunk = pending.pop()
            first, end, count = chunk.first, chunk.end, len(chunk.entries)
            try:
                value: Any = yield from self._client.perform(chunk.call)
            except ApiError as error:
                if count > 1 and search > 1 and _is_rejected(error):
                    pending += reversed(chunk.halve(self._build))
                    search -= 2
                else:
                    parts.append(BatchPart(first, end, count, error=error, items=chunk.items))
            else:  # at once: whatever happens to this chunk or to others, these items have been accepted
                self._journal.append(JournalEntry(first, end, chunk.digest))
                parts.append(BatchPart(first, end, count, value))
        return parts

    def settle(self, parts: Parts) -> None:
        """Record the outcome of a chunk. Raises the errors that every other chunk would share."""
        for part in sorted(parts, key=lambda part: not part.is_accepted):
            if isinstance(part.error, _FATAL_ERRORS):
                raise part.error
            self._record(part)

    def report(self, results: Iterable[Callable[[], Parts]]) -> None:
        """Record the outcomes of the other chunks that were being sent when one raised; what they raise is dropped."""
        for result in results:
            with suppress(Exception):
                self.settle(result())

    def result(self) -> BatchResult[T, Any]:
        return BatchResult(self._journal.run, tuple(sorted(self._parts, key=lambda part: part.first)))

    def _record(self, part: BatchPart[T, Any]) -> None:
        self._parts.append(part)
        if self.options.on_part is not None:
            self.options.on_part(part)


def _is_rejected(error: ApiError) -> bool:
    return isinstance(error, EnvelopeError) or (isinstance(error, StatusError) and error.status in _REJECTING_STATUSES)


class _Entry(NamedTuple):
    """An item of the list, where it is, and the size and digest of its encoding."""

    position: int
    item: object
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Chunk(Generic[T]):
    """Items that are sent together in one call."""

    entries: tuple[_Entry, ...]
    call: Call[T]

    @property
    def first(self) -> int:
        """The position of the first item."""
        return self.entries[0].position

    @property
    def end(self) -> int:
        """The position after the last item."""
        return self.entries[-1].position + 1

    @property
    def items(self) -> tuple[object, ...]:
        """The items, with their keys."""
        return tuple(entry.item for entry in self.entries)

    @property
    def digest(self) -> str:
        """A digest of the content of all items."""
        return _digest(self.entries)

    def halve(self, build: BuildCall[T]) -> list[Chunk[T]]:
        """Return the same items in two calls."""
        middle = len(self.entries) // 2
        halves = (self.entries[:middle], self.entries[middle:])
        return [Chunk(half, build([entry.item for entry in half])) for half in halves]


class Splitter(Generic[T]):
    """Cuts a list into chunks that are as large as the limit allows, in order; reads no further than it has to.

    Items that cannot be sent, and those that were accepted earlier, become parts instead. Every item is encoded twice:
    once alone, which gives its size and shows whether it can be sent, and once in its chunk.

    Args:
        build: creates the call for a list of items.
        limit: how much one call may contain.
        run: the name of the run, from which keys are derived.
        accepted: items that were accepted earlier.
    """

    def __init__(
        self, build: BuildCall[T], limit: BatchLimit, *, run: str, accepted: Sequence[JournalEntry] = ()
    ) -> None:
        self._build, self._limit, self._run = build, limit, run
        self._accepted = deque(sorted(accepted, key=lambda entry: entry.first))
        self._skipping: JournalEntry | None = None  # the earlier chunk that the list is inside of
        self._entries: list[_Entry] = []
        self._size = 0  # bytes of the entries
        self._overhead: int | None = None  # bytes of a body around its items, less one comma
        self._position = 0

    def add(self, item: object) -> Iterator[Chunk[T] | BatchPart[T, Any]]:
        """Take the next item. Raises ConfigurationError if it is not the one that was accepted earlier."""
        position = self._position
        self._position += 1
        try:
            keyed = add_key(item, position, self._run, self._limit.key)
            content = self._encode_alone(keyed)
        except InvalidRequestError as error:
            yield BatchPart(position, position + 1, 1, error=error, items=(item,))
            return
        if self._overhead is None:
            self._overhead = 2 * len(content) - len(_content(self._build([keyed, keyed])))
        if self._accepted and position == self._accepted[0].first:
            yield from self._complete()
            self._skipping = self._accepted.popleft()
        entry = _Entry(position, keyed, len(content) - self._overhead, sha256(content).digest())
        if self._skipping is None and not self._fits(entry):
            yield from self._complete()
        self._entries.append(entry)
        self._size += entry.size
        if self._skipping and position == self._skipping.end - 1:
            if _digest(self._entries) != self._skipping.digest:
                raise ConfigurationError(_WRONG_JOURNAL)
            yield BatchPart(self._skipping.first, self._skipping.end, len(self._entries), is_earlier=True)
            self._entries, self._size, self._skipping = [], 0, None

    def flush(self) -> Iterator[Chunk[T]]:
        """Take the end of the list. Raises ConfigurationError if it ends before the items accepted earlier do."""
        if self._skipping or self._accepted:
            raise ConfigurationError(_WRONG_JOURNAL)
        yield from self._complete()

    def _complete(self) -> Iterator[Chunk[T]]:
        entries = tuple(self._entries)
        self._entries, self._size = [], 0
        if entries:
            yield Chunk(entries, self._build([entry.item for entry in entries]))

    def _fits(self, entry: _Entry) -> bool:
        if self._limit.items and len(self._entries) >= self._limit.items:
            return False
        return not self._limit.bytes or self._size + entry.size + (self._overhead or 0) <= self._limit.bytes

    def _encode_alone(self, item: object) -> bytes:
        content, limit = _content(self._build([item])), self._limit.bytes
        if limit and len(content) > limit:
            raise InvalidRequestError(f"with one item the body takes {len(content)} bytes, the limit is {limit}")
        return content


def add_key(item: object, position: int, run: str, key: str) -> object:
    """Return the item with a key derived from the run, its position and its content, unless it already has one.

    Raises InvalidRequestError for an item that cannot be written as JSON.
    """
    if not key:
        return item
    fields = item if is_mapping(item) else given_fields(item) if isinstance(item, BaseModel) else None
    if fields is None:
        return item
    content = {name: value for name, value in fields.items() if not _is_same_name(name, key)}
    if any(_is_given(fields[name]) for name in fields.keys() - content.keys()):
        return item
    try:
        text = f"{run}\n{position}\n{dumps(content)}"
    except (ValueError, TypeError) as error:
        raise InvalidRequestError(f"the item cannot be written: {error}") from None
    return {**content, key: str(uuid5(_KEY_NAMESPACE, text))}


def _is_given(value: object) -> bool:
    return value is not None and value is not NOT_GIVEN and value != ""


def _is_same_name(name: str, wire_name: str) -> bool:
    """Whether the key of a mapping is the wire name or the Python name of a property."""
    return name.replace("_", "").lower() == wire_name.replace("_", "").lower()


def _content(call: Call[T]) -> bytes:
    """Return the encoded body; b"" for one that is not made of bytes, whose size is unknown."""
    return call.body.content if call.body and isinstance(call.body.content, bytes) else b""


def _digest(entries: Iterable[_Entry]) -> str:
    return sha256(b"".join(entry.digest for entry in entries)).hexdigest()


class JournalEntry(NamedTuple):
    """Items that were accepted: their positions, `end` exclusive, and the digest of their content."""

    first: int
    end: int
    digest: str


class Journal:
    """A file that records which items of a run were accepted; no other run can use it before it is closed.

    Each line is a JSON object that ends with a checksum of the rest. Lines are only added, so that what a crash can
    damage is the last one, which nothing was reported of yet.
    """

    def __init__(self, file: BinaryIO | None, path: Path | None, run: str) -> None:
        self.run = run
        self.accepted: tuple[JournalEntry, ...] = ()
        self._file = file
        self._path = path
        self._size = 0
        self._lock = Lock()

    @classmethod
    def open(cls, options: Batching) -> Journal:
        """Open the journal of these options, a new or an existing one; without a path, nothing is written.

        Raises ConfigurationError if the file is not a journal, is damaged, in use, or belongs to another run, and
        OSError if it cannot be opened.
        """
        run = options.run or str(uuid4())
        if options.journal is None:
            return cls(None, None, run)
        path = Path(options.journal)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        journal = cls(os.fdopen(os.open(path, flags, 0o666), "r+b", buffering=0), path, run)
        try:
            journal._begin(options.run)
        except BaseException:
            journal.close()
            raise
        return journal

    def append(self, entry: JournalEntry) -> None:
        """Record durably that these items were accepted. Raises OSError if that fails."""
        if self._file is not None:
            with self._lock:
                self._write(self._file, _journal_line(entry._asdict()))

    def close(self) -> None:
        """Let other runs use the file."""
        if self._file is not None:
            self._file.close()

    def _begin(self, run: str) -> None:
        file = cast("BinaryIO", self._file)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise self._error(_NO_JOURNAL)
        try:
            lock_file(file)
        except BlockingIOError:
            raise self._error("the journal is in use by another process, thread or task") from None
        self._read(file)
        if run not in {"", self.run}:
            raise self._error(f"the journal belongs to the run {self.run!r}, not {run!r}")
        file.truncate(self._size)
        if not self._size:
            self._write(file, _journal_line({"batch_journal": 1, "run": self.run}))

    def _read(self, file: BinaryIO) -> None:
        """Read the run and its entries, if there are any, and the size of the complete lines."""
        data = file.read(len(_JOURNAL_START))
        is_checked, is_cut = data == _JOURNAL_START, _JOURNAL_START.startswith(data)
        if not is_cut and not data.startswith(_UNCHECKED_JOURNAL_START):
            raise self._error(_NO_JOURNAL)
        data += file.read()
        *lines, rest = data.split(b"\n")
        is_own_rest = rest.startswith(_UNCHECKED_LINE_START) or _UNCHECKED_LINE_START.startswith(rest)
        if not is_cut and not (lines and (is_checked or is_own_rest)):
            raise self._error(_NO_JOURNAL)
        accepted: list[JournalEntry] = []
        for number, line in enumerate(lines, 1):
            try:
                values = _parse_journal_line(line, is_checked=is_checked)
                if number == 1:
                    self.run = str(values["run"])
                else:
                    accepted.append(JournalEntry(int(values["first"]), int(values["end"]), str(values["digest"])))
            except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
                raise self._error(f"line {number} of the journal is damaged" if is_checked else _NO_JOURNAL) from None
        self.accepted, self._size = tuple(accepted), len(data) - len(rest)

    def _write(self, file: BinaryIO, line: bytes) -> None:
        left = memoryview(line)
        try:
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except OSError:  # such as a full disk: what another worker adds is a line of its own
            with suppress(OSError):
                file.truncate(self._size)
            raise
        self._size += len(line)

    def _error(self, fault: str) -> ConfigurationError:
        return ConfigurationError(f"{self._path}: {fault}")


def _journal_line(values: Mapping[str, object]) -> bytes:
    text = json.dumps(values).encode().removesuffix(b"}")
    return text + b'%b%08x"}\n' % (_CHECKSUM, crc32(text))


def _parse_journal_line(line: bytes, *, is_checked: bool) -> Mapping[str, Any]:
    """Return what a line says. Raises ValueError, TypeError or RecursionError for a damaged one."""
    text, separator, checksum = line.rpartition(_CHECKSUM)
    if is_checked or separator:
        if checksum != b'%08x"}' % crc32(text):
            raise ValueError("the checksum is another one")
        line = text + b"}"
    values = json.loads(line)
    if not is_mapping(values):
        raise TypeError("it is not an object")
    return values

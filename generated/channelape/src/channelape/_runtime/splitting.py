"""Cutting a list of any length into calls that keep a limit, without I/O; the list is read as far as it is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeGuard, TypeVar, cast
from uuid import UUID, uuid5

from .errors import ConfigurationError, InvalidRequestError
from .guards import is_mapping
from .jsontext import dumps
from .notgiven import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from .batch_values import BatchLimit
    from .operation import Call

T = TypeVar("T")
Item = TypeVar("Item")

_OTHER_LIST = "the journal is of another list: items that it calls accepted are missing or say something else"
_KEYS = UUID("b7d0c1a4-52f5-4f0a-9a6e-8f1f5b1d7c39")
"""The namespace of the keys made here; it must never change, or a list sent again would be applied again."""


@dataclass(frozen=True, slots=True)
class Done:
    """Items that a journal says were accepted: their positions, `end` exclusive, and the digest of what they said."""

    first: int
    end: int
    digest: str


@dataclass(frozen=True)  # without slots: with them `Chunk[X](...)` fails on Python 3.11
class Chunk(Generic[T]):
    """Items that go together in one call, where they are in the list, and a digest of what each says."""

    positions: tuple[int, ...]
    items: tuple[object, ...] = field(repr=False)
    said: tuple[bytes, ...] = field(repr=False)
    call: Call[T]

    @property
    def first(self) -> int:
        """The position of the first item."""
        return self.positions[0]

    @property
    def end(self) -> int:
        """The position after the last item."""
        return self.positions[-1] + 1

    @property
    def digest(self) -> str:
        """A digest of what all of them say."""
        return _digest(self.said)

    def halves(self, build: Callable[[Sequence[Item]], Call[T]]) -> tuple[Chunk[T], Chunk[T]]:
        """The same items in two calls."""
        middle = len(self.items) // 2
        return self._part(slice(middle), build), self._part(slice(middle, None), build)

    def _part(self, part: slice, build: Callable[[Sequence[Item]], Call[T]]) -> Chunk[T]:
        call = build(cast("Sequence[Item]", self.items[part]))
        return Chunk(self.positions[part], self.items[part], self.said[part], call)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Items that were accepted earlier; `count` without those that could not be sent."""

    first: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that cannot be sent, and why."""

    position: int
    item: object
    error: InvalidRequestError


@dataclass(slots=True)
class _Pile:
    """Items that may go together, and the bytes they take."""

    positions: list[int] = field(default_factory=list[int])
    items: list[object] = field(default_factory=list[object])
    size: int = 0
    said: list[bytes] = field(default_factory=list[bytes])

    def has_room(self, size: int, limit: BatchLimit) -> bool:
        """Whether one more item fits; `size` is its bytes with those of the body around all items."""
        too_many = limit.items and len(self.items) >= limit.items
        too_long = limit.bytes and self.size + size > limit.bytes
        return not (too_many or too_long)

    def add(self, position: int, item: object, said: bytes, size: int) -> None:
        self.positions.append(position)
        self.items.append(item)
        self.said.append(sha256(said).digest())
        self.size += size

    @property
    def digest(self) -> str:
        return _digest(self.said)


def split(
    items: Iterable[Item],
    build: Callable[[Sequence[Item]], Call[T]],
    limit: BatchLimit,
    *,
    run: str,
    done: Sequence[Done] = (),
) -> Iterator[Chunk[T] | Earlier | Refused]:
    """Yield what a Splitter makes of all items."""
    splitter = Splitter(build, limit, run=run, done=done)
    for each in items:
        yield from splitter.take(each)
    yield from splitter.end()


class Splitter(Generic[Item, T]):
    """Takes items one by one, and gives calls of as many as the limit allows, in order, and items that fit into none.

    `build` makes the call of some items. Each item is encoded once alone, which tells its size and whether it can be
    sent at all, and once with its neighbours.
    """

    def __init__(
        self, build: Callable[[Sequence[Item]], Call[T]], limit: BatchLimit, *, run: str, done: Sequence[Done] = ()
    ) -> None:
        """Nothing has been taken; `done` tells of items that were accepted earlier."""
        self._build, self._limit, self._run = build, limit, run
        self._pile = _Pile()
        self._earlier: Done | None = None
        self._left = sorted(done, key=lambda each: each.first)
        self._around: int | None = None  # bytes of a body around its items, less one comma
        self._taken = 0

    def take(self, given: Item) -> Iterator[Chunk[T] | Earlier | Refused]:
        """The next item. Raises ConfigurationError when those that were accepted earlier are others."""
        position, limit = self._taken, self._limit
        self._taken += 1
        try:
            item = keyed(given, position, self._run, limit.key)
            said = _alone(self._build([item]), limit)
        except InvalidRequestError as error:
            yield Refused(position, given, error)
            return
        if self._around is None:
            self._around = 2 * len(said) - len(_content(self._build([item, item])))
        if self._left and position == self._left[0].first:
            yield from self._chunk()
            self._earlier = self._left.pop(0)
        size = len(said) - self._around
        if self._earlier is None and not self._pile.has_room(size + self._around, limit):
            yield from self._chunk()
        self._pile.add(position, item, said, size)
        if self._earlier and position == self._earlier.end - 1:
            yield _accepted(self._pile, self._earlier)
            self._pile, self._earlier = _Pile(), None

    def end(self) -> Iterator[Chunk[T]]:
        """What is left after the last item. Raises ConfigurationError when some that were accepted earlier are not."""
        if self._earlier or self._left:
            raise ConfigurationError(_OTHER_LIST)
        yield from self._chunk()

    def _chunk(self) -> Iterator[Chunk[T]]:
        pile, self._pile = self._pile, _Pile()
        if pile.items:
            call = self._build(cast("Sequence[Item]", pile.items))
            yield Chunk(tuple(pile.positions), tuple(pile.items), tuple(pile.said), call)


def keyed(item: Item, position: int, run: str, key: str) -> Item:
    """The item with a key, made of the run, its position and what it says, unless it has one of its own.

    Raises InvalidRequestError for what cannot be written as JSON.
    """
    from .serialization import given_fields  # noqa: PLC0415 - importing this module must not load pydantic

    if not key:
        return item
    fields = item if is_mapping(item) else given_fields(item) if _is_model(item) else None
    if fields is None or any(_same(name, key) and _is_given(value) for name, value in fields.items()):
        return item
    said = {name: value for name, value in fields.items() if not _same(name, key)}
    try:
        text = f"{run}\n{position}\n{dumps(said)}"
    except (ValueError, TypeError) as error:
        raise InvalidRequestError(f"the item cannot be written: {error}") from None
    return cast("Item", {**said, key: str(uuid5(_KEYS, text))})


def _is_model(item: object) -> TypeGuard[BaseModel]:
    from pydantic import BaseModel  # noqa: PLC0415 - as above

    return isinstance(item, BaseModel)


def _is_given(value: object) -> bool:
    return value is not None and value is not NOT_GIVEN and value != ""


def _same(name: str, wire: str) -> bool:
    """Whether a mapping's key may be the Python or the wire name of one member."""
    return name.replace("_", "").lower() == wire.replace("_", "").lower()


def _content(call: Call[T]) -> bytes:
    """The encoded body; b"" for one that is not made of bytes, and then has no known size."""
    return call.body.content if call.body and isinstance(call.body.content, bytes) else b""


def _alone(call: Call[T], limit: BatchLimit) -> bytes:
    said = _content(call)
    if limit.bytes and len(said) > limit.bytes:
        raise InvalidRequestError(f"with one item the body takes {len(said)} bytes, the limit is {limit.bytes}")
    return said


def _digest(said: Iterable[bytes]) -> str:
    return sha256(b"".join(said)).hexdigest()


def _accepted(pile: _Pile, earlier: Done) -> Earlier:
    if pile.digest != earlier.digest:
        raise ConfigurationError(_OTHER_LIST)
    return Earlier(earlier.first, earlier.end, len(pile.items))

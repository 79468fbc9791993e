"""Lists longer than one request may hold: what the document declares, what a caller may choose, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from .errors import ApiError, ConfigurationError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLimit:
    """How much one body may hold, as the document declares it; 0 is no limit.

    `items` counts entries, `bytes` the encoded body. `key` is the wire name of the member by which the server knows
    an entry it has seen, "" when there is none.
    """

    items: int = 0
    bytes: int = 0
    key: str = ""


@dataclass(frozen=True)  # without slots: with them `BatchPart[X](...)` fails on Python 3.11
class BatchPart(Generic[T_co]):
    """What came of the items of one request, or of one item that could not be sent.

    `first` and `end` are positions in the whole list, counted from 0, `end` exclusive; `count` items of these went
    together (one that could not be sent is missing). `value` is what the server answered. `error` says why they
    failed, and `items` then holds them. `is_earlier`: a journal says that an earlier run sent them.
    """

    first: int
    end: int
    count: int
    value: T_co | None = field(default=None, repr=False)
    error: ApiError | None = None
    items: tuple[object, ...] = field(default=(), repr=False)
    is_earlier: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether the server took them, now or earlier."""
        return self.error is None


@dataclass(frozen=True)  # without slots, for the same reason
class BatchResult(Generic[T_co]):
    """What came of a whole list: its parts in order of sending, and the name of the run, for sending it again."""

    run: str
    parts: tuple[BatchPart[T_co], ...]

    @property
    def accepted(self) -> int:
        """How many items the server took."""
        return sum(part.count for part in self.parts if part.is_accepted)

    @property
    def failed(self) -> int:
        """How many it did not take, as far as anybody knows."""
        return sum(part.count for part in self.parts if not part.is_accepted)

    @property
    def failures(self) -> tuple[BatchPart[T_co], ...]:
        """The parts that failed, each with its error and its items."""
        return tuple(part for part in self.parts if not part.is_accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """How a list is sent in batches.

    Args:
        workers: how many requests are under way at the same time. With one, the default, they arrive in the order of
            the list, which matters where a later item builds on an earlier one.
        run: a name for this run. Items without a key of their own get one that follows from the run, their position
            and what they say: the same list sent again under the same name has the same keys, and a server that
            knows keys applies nothing twice. A new name is made up when none is given.
        journal: a file that says which items were accepted. When it exists, the run it is of goes on: what was
            accepted is not sent again, the rest is, with the same keys. The list has to be the same.
        on_part: is told of every part as soon as its outcome is known.

    Raises ConfigurationError for a number of workers below 1.
    """

    workers: int = 1
    run: str = ""
    journal: str | os.PathLike[str] | None = None
    on_part: Callable[[BatchPart[object]], None] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Check at once."""
        if self.workers < 1:
            raise ConfigurationError("workers= has to be 1 or more")

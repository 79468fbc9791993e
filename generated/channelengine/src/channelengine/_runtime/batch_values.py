"""Lists longer than one request may hold: what the document declares, what a caller may choose, what came of it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Generic, TypeVar

from .errors import ApiError, ConfigurationError
from .value import Value

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

T_co = TypeVar("T_co", covariant=True)


class BatchLimit(Value, kw_only=True):
    """How much one body may hold, as the document declares it; 0 is no limit.

    `items` counts entries, `bytes` the encoded body. `key` is the wire name of the member by which the server knows
    an entry it has seen, "" when there is none.
    """

    items: int = 0
    bytes: int = 0
    key: str = ""


class BatchPart(Value, Generic[T_co]):
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


class BatchResult(Value, Generic[T_co]):
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


class Batching(Value, kw_only=True):
    """How a list is sent in batches.

    Args:
        workers: how many requests are under way at the same time. With one, the default, they arrive in the order of
            the list, which matters where a later item builds on an earlier one.
        run: a name for this run. Items without a key of their own get one that follows from the run, their position
            and what they say: the same list sent again under the same name has the same keys, and a server that
            knows keys applies nothing twice. A new name is made up when none is given.
        journal: a file that says which items were accepted. When it exists, the run it is of goes on: what was
            accepted is not sent again, the rest is, with the same keys. The list has to be the same.
        search: when a server refuses a batch as a whole (400, 413, 422, or a body that says failure) although its
            items have keys, it is sent again in halves, and those in halves, to find the items that are to blame and
            have the others accepted: at the cost of so many further requests for each refused batch, 0 for none. One
            bad item among 4,000 takes 24.
        on_part: is told of every part as soon as its outcome is known.

    Raises ConfigurationError for a number of workers below 1, and for a negative `search`.
    """

    workers: int = 1
    search: int = 32
    run: str = ""
    journal: str | os.PathLike[str] | None = None
    on_part: Callable[[BatchPart[object]], None] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Check at once."""
        if self.workers < 1:
            raise ConfigurationError("workers= has to be 1 or more")
        if self.search < 0:
            raise ConfigurationError("search= cannot be negative")

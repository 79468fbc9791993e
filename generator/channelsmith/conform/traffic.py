"""What goes over the wire, as the far side of the client sees it, and what the relay is told to do with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

CELL_HEADER: Final = "x-conform-cell"
"""Names the cell a request belongs to; the relay takes it off."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it arrived: the target is still percent-encoded, headers are as they were written."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header, by any spelling of its name; None when it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """The query, still encoded; "" when there is none."""
        return self.target.partition("?")[2]


@dataclass(frozen=True, slots=True)
class Answered:
    """One complete response; header names are lower-case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header; None when there was none."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(slots=True)
class Exchange:
    """One request and what became of it; without an answer the connection broke, or nothing ever came."""

    sent: Sent
    here: bool = True
    """Whether it came to the API's own host; False for the host that a redirect leads to."""
    answered: Answered | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer the relay gives itself. With `promised` more bytes are announced than there are."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    promised: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection is reset, without a byte of an answer."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Nothing is ever answered."""


@dataclass(frozen=True, slots=True)
class Forward:
    """The request goes on to the server, with further headers; its answer comes back as it is.

    With `edit` the answer is changed on its way; with `then` it is thrown away, and that happens instead.
    """

    headers: tuple[tuple[str, str], ...] = ()
    edit: Callable[[Answered], "Reply"] | None = None
    then: "Reply | Cut | None" = None


Step: TypeAlias = Reply | Cut | Hang | Forward


@dataclass(slots=True)
class Script:
    """What happens to the requests of one cell: a step for each, the last one again and again."""

    steps: tuple[Step, ...] = (Forward(),)
    seen: list[Exchange] = field(default_factory=list["Exchange"])

    def next(self) -> Step:
        """The step for the request that has just been noted."""
        arrived = sum(1 for each in self.seen if each.here)
        return self.steps[min(arrived, len(self.steps)) - 1]

"""Recorded requests and responses, and the steps that a relay takes for them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

CELL_HEADER: Final = "x-conform-cell"
"""Names the cell that a request belongs to; the relay removes it."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """A request as it arrived: the target is still percent-encoded, header names are as they were written."""

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
class RecordedResponse:
    """A complete response; header names are lower-case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header; None when there is none."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(slots=True)
class Exchange:
    """A request and its response, None where the connection broke or nothing was answered."""

    request: RecordedRequest
    is_own_host: bool = True
    """False for the host that a redirect leads to."""
    response: RecordedResponse | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A response that the relay gives itself. With `announced` the headers promise more bytes than there are."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    announced: int = 0


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Reset the connection, without a byte of a response."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Never answer."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Send the request on to the server with further headers, and its response back unchanged.

    With `edit` the response is changed on its way; with `then` it is discarded, and that step is taken instead.
    """

    headers: tuple[tuple[str, str], ...] = ()
    edit: Callable[[RecordedResponse], Reply] | None = None
    then: Reply | Disconnect | None = None


Step: TypeAlias = Reply | Disconnect | Hang | Forward


@dataclass(slots=True)
class Script:
    """What happens to the requests of one cell: a step for each, the last one for all that follow."""

    steps: tuple[Step, ...] = (Forward(),)
    exchanges: list[Exchange] = field(default_factory=list[Exchange])

    def next_step(self) -> Step:
        """The step for the request that has just been recorded."""
        arrived = sum(exchange.is_own_host for exchange in self.exchanges)
        return self.steps[min(arrived, len(self.steps)) - 1]

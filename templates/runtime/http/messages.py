"""What passes between the flow of a call and the driver that does the I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..auth.schemes import Placed
    from ..request.bodies import EncodedBody
    from .protocols import AsyncStreamedResponse, StreamedResponse


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request. The secrets stand apart and are joined at the last moment, so a repr shows none."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    cookies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    secrets: tuple[Placed, ...] = field(default=(), repr=False)
    body: EncodedBody | None = field(default=None, repr=False)
    timeout: float | None


@dataclass(frozen=True, slots=True)
class Response:
    """One complete HTTP response; header names are lower-case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    def __str__(self) -> str:
        """For a log."""
        return f"status {self.status}"

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return self.status // 100 == 2  # noqa: PLR2004 - 2xx

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class TransportFailure:
    """No complete response, and why."""

    kind: Literal["connect", "timeout", "broken"]
    reason: str = field(repr=False)

    def __str__(self) -> str:
        """For a log; the reason is somebody else's text, so it is left out."""
        return {"connect": "no connection", "timeout": "no answer in time", "broken": "connection broken"}[self.kind]


class BodyReceiver(Protocol):
    """Takes the body of a response while it arrives, over all attempts of one call."""

    def prepare(self, request: Request) -> Request:
        """Return the request of the next attempt, for example for the rest of the body only."""
        ...

    def receive(self, response: StreamedResponse, headers: Mapping[str, str]) -> Answer | None:
        """Take the body. Return the response without it, or None when the body was read into memory instead."""
        ...

    async def receive_async(self, response: AsyncStreamedResponse, headers: Mapping[str, str]) -> Answer | None:
        """Take the body of an async client's response; see `receive`."""
        ...

    def made_progress(self) -> bool:
        """Whether the last attempt received more than all attempts before it."""
        ...


class Effect(Protocol):
    """A step that knows how to perform itself, such as waiting for a semaphore or calling a hook."""

    def perform(self) -> None:
        """Perform the step in the current thread."""
        ...

    async def perform_async(self) -> None:
        """Perform the step in the current task."""
        ...


@dataclass(frozen=True, slots=True)
class Send:
    """Ask the driver to send a request; it answers with a Response or a TransportFailure.

    With a `receiver` the body of a success goes there while it arrives, and the Response has none.
    """

    request: Request
    receiver: BodyReceiver | None = None


@dataclass(frozen=True, slots=True)
class Sleep:
    """Ask the driver to wait."""

    seconds: float


Answer = Response | TransportFailure

if TYPE_CHECKING:
    Step = Send | Sleep | Effect
    """What a flow may ask of its driver."""

"""Requests and responses, the steps that a flow asks its driver to perform, and the interface of HTTP libraries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from .decompression import BodyLimits

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterable,
        AsyncIterator,
        Callable,
        Generator,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )
    from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ExitStack
    from typing import TypeAlias

    from ..redaction import Redactor, Secret
    from ..timeouts import Deadline, Timeout
    from ..types import NotGiven

    Answer: TypeAlias = "Response | TransportFailure"
    """What the driver answers to Send."""

    Step: TypeAlias = "Send | Sleep | Effect"
    """What a flow may ask of its driver."""

    HttpTimeout: TypeAlias = float | tuple[float | None, float | None, float | None, float | None] | None


# ---------------------------------------------------------------- secrets


@dataclass(frozen=True, slots=True)
class PlacedSecret:
    """A secret, where in the request it is sent, and the grant that it comes from, if it does not stay the same."""

    location: Literal["header", "query", "cookie"]
    name: str
    secret: Secret
    grant: Grant | None = None

    @property
    def owner(self) -> str:
        """What distinguishes the owner of the secret from others, the same as long as the client exists."""
        return self.grant.owner if self.grant else self.secret.reveal()


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantSettings:
    """The settings of the calling client that a grant uses.

    `redactor` learns every token, so that none appears in an error or a log. `random` gives 0 to 1.
    """

    base: str
    user_agent: str
    timeout: Timeout | NotGiven
    deadline: Deadline | None
    max_retries: int
    monotonic: Callable[[], float] = field(repr=False)
    random: Callable[[], float] = field(repr=False)
    redactor: Redactor


class Grant(Protocol):
    """Gets the secrets of one security scheme and renews them; shared by a client and its copies."""

    @property
    def owner(self) -> str:
        """What distinguishes the owner of the tokens from others."""
        ...

    def renew(self, settings: GrantSettings, refused: Secret | None) -> Generator[Step, Answer, Secret]:
        """Return the secret to send, as it is sent; not the one that the server `refused`, if there is another.

        Raises AuthenticationError when there is none.
        """
        ...


# ---------------------------------------------------------------- requests and responses


class BodyStream(Protocol):
    """A body that is read while it is sent; each iteration begins at its start, or raises InvalidRequestError."""

    @property
    def size(self) -> int | None:
        """How many bytes there are, None if that is unknown."""
        ...

    @property
    def needs_async(self) -> str:
        """The argument with a content that only an async client can send, "" if there is none."""
        ...

    @property
    def is_repeatable(self) -> bool:
        """Whether it can be iterated, which a body that can be read only once cannot a second time."""
        ...

    def __iter__(self) -> Generator[bytes]: ...

    def __aiter__(self) -> AsyncGenerator[bytes]: ...


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body ready to be sent as often as needed.

    `complete` is the same with the read-only members that were left out, None where there were none.
    """

    media_type: str
    content: bytes | BodyStream = field(repr=False)
    complete: EncodedBody | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One HTTP request. Its secrets are separate until it is sent, so a repr shows none.

    `timeout` limits each of its steps, NOT_GIVEN leaves that to the HTTP client; `deadline` ends the whole call.
    `limits` are those of the response.
    `auth` is an authentication of the HTTP library.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    cookies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    secrets: tuple[PlacedSecret, ...] = field(default=(), repr=False)
    body: EncodedBody | None = field(default=None, repr=False)
    auth: HttpAuth | None = field(default=None, repr=False)
    timeout: Timeout | NotGiven
    deadline: Deadline | None = None
    limits: BodyLimits = field(default_factory=BodyLimits)

    @property
    def is_repeatable(self) -> bool:
        """Whether it can be sent, or sent again."""
        content = self.body.content if self.body else b""
        return isinstance(content, bytes) or content.is_repeatable


@dataclass(frozen=True, slots=True)
class Response:
    """One complete HTTP response; header names are lower-case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    def __str__(self) -> str:
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

    kind: Literal["connect", "timeout", "deadline", "broken", "oversized"]
    reason: str = field(repr=False)

    def __str__(self) -> str:  # without the reason, which is a text of the library or the server
        return _FAILURE_TEXTS[self.kind]


_FAILURE_TEXTS = {
    "connect": "no connection",
    "timeout": "no answer in time",
    "deadline": "no complete answer within max_elapsed",
    "broken": "connection broken",
    "oversized": "response too large",
}


# ---------------------------------------------------------------- steps


class BodyReceiver(Protocol):
    """Takes the body of a response while it arrives, over all attempts of one call."""

    def prepare(self, request: Request) -> Request:
        """Return the request of the next attempt, for example for the rest of the body only."""
        ...

    def receive(
        self, response: StreamedResponse, headers: Mapping[str, str], connection: ExitStack, /
    ) -> Answer | None:
        """Take the body. Return the response without it, or None when the body was read into memory instead.

        `connection` closes the response afterwards; a receiver that leaves it open moves its content (`pop_all`).
        """
        ...

    async def receive_async(
        self, response: AsyncStreamedResponse, headers: Mapping[str, str], connection: AsyncExitStack, /
    ) -> Answer | None:
        """Take the body of an async client's response; see `receive`."""
        ...

    def made_progress(self) -> bool:
        """Whether the last attempt received more than all attempts before it."""
        ...


@dataclass(frozen=True, slots=True)
class Send:
    """Send a request; the driver answers with a Response or a TransportFailure.

    With a `receiver` the body of a success goes there while it arrives, and the Response has none.
    """

    request: Request
    receiver: BodyReceiver | None = None


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait for some seconds."""

    seconds: float


class Effect(Protocol):
    """A step that knows how to perform itself, such as waiting for a semaphore or calling a hook."""

    def perform(self) -> None:
        """Perform the step in the current thread."""
        ...

    async def perform_async(self) -> None:
        """Perform the step in the current task."""
        ...


# ---------------------------------------------------------------- HTTP libraries


class HttpAuth(Protocol):
    """An authentication of an HTTP library, such as `httpx.Auth`."""

    def auth_flow(self, request: Any, /) -> Generator[Any, Any, None]:
        """Authenticate a request, perhaps with further requests."""
        ...


class HttpHeaders(Protocol):
    """Headers of a response."""

    def multi_items(self) -> list[tuple[str, str]]:
        """All headers, repeated ones as often as they were sent."""
        ...


class HttpResponse(Protocol):
    """A response of an HTTP library; `content` is its body, decompressed."""

    @property
    def status_code(self) -> int: ...  # noqa: D102
    @property
    def headers(self) -> HttpHeaders: ...  # noqa: D102
    @property
    def content(self) -> bytes: ...  # noqa: D102


class StreamedResponse(HttpResponse, Protocol):
    """A response whose body has not been read; `content` is there after `read`."""

    @property
    def is_stream_consumed(self) -> bool:
        """Whether the body has been read already, as that of a response made by hand."""
        ...

    @property
    def extensions(self) -> Mapping[str, Any]:
        """What the library tells of the connection."""
        ...

    def iter_raw(self) -> Iterator[bytes]:
        """The body while it arrives, still compressed."""
        ...

    def iter_bytes(self) -> Iterator[bytes]:
        """The body while it arrives, decompressed."""
        ...

    def read(self) -> bytes:
        """Read the whole body, decompressed."""
        ...


class AsyncStreamedResponse(HttpResponse, Protocol):
    """A response of an async client whose body has not been read; `content` is there after `aread`."""

    @property
    def is_stream_consumed(self) -> bool:
        """Whether the body has been read already, as that of a response made by hand."""
        ...

    def aiter_raw(self) -> AsyncIterator[bytes]:
        """The body while it arrives, still compressed."""
        ...

    def aiter_bytes(self) -> AsyncIterator[bytes]:
        """The body while it arrives, decompressed."""
        ...

    async def aread(self) -> bytes:
        """Read the whole body, decompressed."""
        ...

    async def aclose(self) -> None:
        """Close the response, and the connection unless the body was read to its end."""
        ...


class SyncHttpClient(Protocol):
    """The interface of the HTTP client of a sync client; `httpx.Client` implements it."""

    def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | Iterable[bytes] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: HttpTimeout = ...,
        extensions: dict[str, Any] | None = ...,
        auth: Any = ...,
    ) -> HttpResponse:
        """Send a request and read the response."""
        ...

    def stream(
        self,
        method: str,
        url: str,
        *,
        content: bytes | Iterable[bytes] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: HttpTimeout = ...,
        extensions: dict[str, Any] | None = ...,
        auth: Any = ...,
    ) -> AbstractContextManager[StreamedResponse]:
        """Send a request and read the head of the response; downloads need it."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class AsyncHttpClient(Protocol):
    """The interface of the HTTP client of an async client; `httpx.AsyncClient` implements it."""

    async def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | AsyncIterable[bytes] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: HttpTimeout = ...,  # noqa: ASYNC109 - it is the library's own argument
        extensions: dict[str, Any] | None = ...,
        auth: Any = ...,
    ) -> HttpResponse:
        """Send a request and read the response."""
        ...

    def stream(
        self,
        method: str,
        url: str,
        *,
        content: bytes | AsyncIterable[bytes] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: HttpTimeout = ...,
        extensions: dict[str, Any] | None = ...,
        auth: Any = ...,
    ) -> AbstractAsyncContextManager[AsyncStreamedResponse]:
        """Send a request and read the head of the response; downloads need it."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...

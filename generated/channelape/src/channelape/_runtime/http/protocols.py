"""What this package needs of an HTTP library: `httpx` has it, and so may anything else that a caller brings."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterator, Sequence
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from .arguments import File


class HttpHeaders(Protocol):
    """Headers of a response."""

    def multi_items(self) -> list[tuple[str, str]]:
        """All of them, repeated ones as often as they came."""
        ...


class HttpResponse(Protocol):
    """A response that has been read to its end."""

    @property
    def status_code(self) -> int:
        """HTTP status."""
        ...

    @property
    def headers(self) -> HttpHeaders:
        """Headers."""
        ...

    @property
    def content(self) -> bytes:
        """The body, decompressed."""
        ...


class StreamedResponse(Protocol):
    """A response of which only the head has arrived."""

    @property
    def status_code(self) -> int:
        """HTTP status."""
        ...

    @property
    def headers(self) -> HttpHeaders:
        """Headers."""
        ...

    @property
    def content(self) -> bytes:
        """The body, decompressed, once it has been read."""
        ...

    @property
    def is_stream_consumed(self) -> bool:
        """Whether the body has been read already, as that of a response made by hand."""
        ...

    def iter_raw(self) -> Iterator[bytes]:
        """The body as it comes, still compressed."""
        ...

    def read(self) -> bytes:
        """The whole body, decompressed."""
        ...


class AsyncStreamedResponse(Protocol):
    """The same for asynchronous clients."""

    @property
    def status_code(self) -> int:
        """HTTP status."""
        ...

    @property
    def headers(self) -> HttpHeaders:
        """Headers."""
        ...

    @property
    def content(self) -> bytes:
        """The body, decompressed, once it has been read."""
        ...

    @property
    def is_stream_consumed(self) -> bool:
        """Whether the body has been read already, as that of a response made by hand."""
        ...

    def aiter_raw(self) -> AsyncIterator[bytes]:
        """The body as it comes, still compressed."""
        ...

    async def aread(self) -> bytes:
        """The whole body, decompressed."""
        ...


class SyncHttpClient(Protocol):
    """What a client of ours needs of an HTTP client of yours: `httpx.Client` has it."""

    def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | IO[bytes] | None = ...,
        files: Sequence[tuple[str, File]] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,
    ) -> HttpResponse:
        """Send a request and read the response."""
        ...

    def stream(
        self,
        method: str,
        url: str,
        *,
        content: bytes | IO[bytes] | None = ...,
        files: Sequence[tuple[str, File]] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,
    ) -> AbstractContextManager[StreamedResponse]:
        """Send a request and read the head of the response; downloads need it."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class AsyncHttpClient(Protocol):
    """What an async client of ours needs of an HTTP client of yours: `httpx.AsyncClient` has it."""

    async def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | AsyncIterable[bytes] | None = ...,
        files: Sequence[tuple[str, File]] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,  # noqa: ASYNC109 - it is the library's own argument
    ) -> HttpResponse:
        """Send a request and read the response."""
        ...

    def stream(
        self,
        method: str,
        url: str,
        *,
        content: bytes | AsyncIterable[bytes] | None = ...,
        files: Sequence[tuple[str, File]] | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,
    ) -> AbstractAsyncContextManager[AsyncStreamedResponse]:
        """Send a request and read the head of the response; downloads need it."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...

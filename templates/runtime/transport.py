"""The only file that talks to an HTTP library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class _Headers(Protocol):
    def multi_items(self) -> list[tuple[str, str]]: ...


class HttpResponse(Protocol):
    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> _Headers: ...
    @property
    def content(self) -> bytes: ...


class SyncHttpClient(Protocol):
    """What a client of ours needs of an HTTP client of yours; `httpx.Client` fits."""

    def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,
    ) -> HttpResponse: ...

    def close(self) -> None: ...


class AsyncHttpClient(Protocol):
    """What an async client of ours needs of an HTTP client of yours; `httpx.AsyncClient` fits."""

    async def request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None = ...,
        headers: Sequence[tuple[bytes, bytes]] | None = ...,
        follow_redirects: bool = ...,
        timeout: float | None = ...,
    ) -> HttpResponse: ...

    async def aclose(self) -> None: ...

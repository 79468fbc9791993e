"""Sync and async clients.

The order of one call:

    build request -> authenticate -> send -> classify -> retry (may sleep) -> envelope -> decode or raise
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Self, TypeVar

from .notgiven import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from types import TracebackType

    from .api import Api
    from .content import Content
    from .drift import Drift
    from .operation import Call
    from .transport import AsyncHttpClient, SyncHttpClient

T = TypeVar("T")


class _Client:
    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | None] | None = None,
        auth: str | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
    ) -> None:
        raise NotImplementedError

    @property
    def base_url(self) -> str:
        raise NotImplementedError

    def resolve(self, url_or_path: str) -> str:
        raise NotImplementedError

    def with_options(
        self,
        *,
        timeout: float | NotGiven | None = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: Callable[[Drift], None] | NotGiven | None = NOT_GIVEN,
    ) -> Self:
        raise NotImplementedError


class SyncClient(_Client):
    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | None] | None = None,
        auth: str | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None: ...

    def send(self, call: Call[T]) -> T:
        raise NotImplementedError

    def fetch(self, url_or_path: str) -> Content:
        raise NotImplementedError

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(_Client):
    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, str | None] | None = None,
        auth: str | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None: ...

    async def send(self, call: Call[T]) -> T:
        raise NotImplementedError

    async def fetch(self, url_or_path: str) -> Content:
        raise NotImplementedError

    async def aclose(self) -> None: ...

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

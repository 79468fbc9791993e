"""The clients: options, and one property for each resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ._api import API
from ._runtime.client import AsyncClient, SyncClient

if TYPE_CHECKING:
    from ._runtime.drift import Drift
    from ._runtime.transport import AsyncHttpClient, SyncHttpClient
    from .resources.tasks import AsyncTasks, Tasks

__all__ = ["AsyncTodo", "Todo"]


class Todo(SyncClient):
    """Todo, version 1.2.

    A list of things to do, kept small enough to be read.

    Args:
        token: The token of your account. Falls back to `TODO_TOKEN`.
        base_url: another server than the described ones.
        timeout: seconds for each request; None waits for ever.
        max_retries: how often a call that may safely be repeated is repeated.
        headers: sent with every request.
        strict: raise when an answer does not fit its description, instead of delivering what does.
        on_drift: is told of every answer that does not fit; without it a warning is given once per place.
        http_client: your own HTTP client (proxies, TLS, limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={"token": token},
            auth=None,
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            http_client=http_client,
        )

    @property
    def tasks(self) -> Tasks:
        """What is to be done."""
        from .resources.tasks import Tasks

        return Tasks(self)


class AsyncTodo(AsyncClient):
    """Todo, version 1.2, async.

    A list of things to do, kept small enough to be read.

    Args:
        token: The token of your account. Falls back to `TODO_TOKEN`.
        base_url: another server than the described ones.
        timeout: seconds for each request; None waits for ever.
        max_retries: how often a call that may safely be repeated is repeated.
        headers: sent with every request.
        strict: raise when an answer does not fit its description, instead of delivering what does.
        on_drift: is told of every answer that does not fit; without it a warning is given once per place.
        http_client: your own HTTP client (proxies, TLS, limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={"token": token},
            auth=None,
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            http_client=http_client,
        )

    @property
    def tasks(self) -> AsyncTasks:
        """What is to be done."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self)

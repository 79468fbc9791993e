"""The clients: options, and one property for each resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ._api import API
from ._runtime.client import AsyncClient, SyncClient

if TYPE_CHECKING:
    from ._runtime.drift import Drift
    from ._runtime.transport import AsyncHttpClient, SyncHttpClient
    from .resources.animals import Animals, AsyncAnimals
    from .resources.care_takers import AsyncCareTakers, CareTakers

__all__ = ["AsyncZoo", "Zoo"]


class Zoo(SyncClient):
    """Zoo "of" odd \\ things, version 1.

    Args:
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
            credentials={},
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
    def animals(self) -> Animals:
        """The operations of `animals`."""
        from .resources.animals import Animals

        return Animals(self)

    @property
    def care_takers(self) -> CareTakers:
        """The operations of `care_takers`."""
        from .resources.care_takers import CareTakers

        return CareTakers(self)


class AsyncZoo(AsyncClient):
    """Zoo "of" odd \\ things, version 1, async.

    Args:
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
            credentials={},
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
    def animals(self) -> AsyncAnimals:
        """The operations of `animals`."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @property
    def care_takers(self) -> AsyncCareTakers:
        """The operations of `care_takers`."""
        from .resources.care_takers import AsyncCareTakers

        return AsyncCareTakers(self)

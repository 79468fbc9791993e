"""The sync and the async client, with a property for each resource."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Self

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.types import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from ._runtime.hooks import AfterResponse, AsyncAfterResponse, AsyncBeforeRequest, BeforeRequest, Drift
    from ._runtime.http.messages import AsyncHttpClient, SyncHttpClient
    from ._runtime.types import UrlObject
    from .raw import AsyncRawZoo, RawZoo
    from .resources.animals import Animals, AsyncAnimals
    from .resources.care_takers import AsyncCareTakers, CareTakers

__all__ = ["AsyncZoo", "Zoo"]


class Zoo(SyncClient):
    """Zoo "of" odd \\ things, version 1.

    Args:
        base_url: The URL of the server, if it is none of the documented ones.
        timeout: Seconds for each request: to connect, and for every read and write; None waits forever.
        max_retries: How often a call that can safely be repeated is sent again.
        max_elapsed: Seconds after which a call makes no further attempt and does not go on waiting for a limit;
            None sets no end.
        headers: Headers to send with every request; those of `with_options` are added to the client's own.
        strict: Raise an error when a response does not match its schema, instead of delivering what matches.
        on_drift: Called for every place at which a response does not match its schema; without it a warning is
            given once per place.
        before_request: Called before every attempt, see RequestEvent; may return headers to send along.
        after_response: Called after every attempt with its outcome and whether another one follows, see
            ResponseEvent.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        base_url: str | UrlObject | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: BeforeRequest | None = None,
        after_response: AfterResponse | None = None,
        http_client: SyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        timeout: float | None | NotGiven = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        max_elapsed: float | None | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: Callable[[Drift], None] | None | NotGiven = NOT_GIVEN,
        before_request: BeforeRequest | None | NotGiven = NOT_GIVEN,
        after_response: AfterResponse | None | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a copy with other options, for one call or for many; `headers` are added to the client's own.

        The copy shares the connections; closing it leaves them open.
        """
        return self._with_options(
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
        )

    @property
    def with_raw_response(self) -> RawZoo:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import RawZoo

        return RawZoo(self)

    @property
    def animals(self) -> Animals:
        """Operations of `animals`."""
        from .resources.animals import Animals

        return Animals(self)

    @property
    def care_takers(self) -> CareTakers:
        """Operations of `care_takers`."""
        from .resources.care_takers import CareTakers

        return CareTakers(self)


class AsyncZoo(AsyncClient):
    """Zoo "of" odd \\ things, version 1, async.

    Args:
        base_url: The URL of the server, if it is none of the documented ones.
        timeout: Seconds for each request: to connect, and for every read and write; None waits forever.
        max_retries: How often a call that can safely be repeated is sent again.
        max_elapsed: Seconds after which a call makes no further attempt and does not go on waiting for a limit;
            None sets no end.
        headers: Headers to send with every request; those of `with_options` are added to the client's own.
        strict: Raise an error when a response does not match its schema, instead of delivering what matches.
        on_drift: Called for every place at which a response does not match its schema; without it a warning is
            given once per place.
        before_request: Called before every attempt, see RequestEvent; may return headers to send along.
        after_response: Called after every attempt with its outcome and whether another one follows, see
            ResponseEvent.
        http_client: Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one.
    """

    def __init__(
        self,
        *,
        base_url: str | UrlObject | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        max_elapsed: float | None = None,
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        before_request: AsyncBeforeRequest | None = None,
        after_response: AsyncAfterResponse | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        from ._api import API

        super().__init__(
            API,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
            http_client=http_client,
        )

    def with_options(
        self,
        *,
        timeout: float | None | NotGiven = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        max_elapsed: float | None | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: Callable[[Drift], None] | None | NotGiven = NOT_GIVEN,
        before_request: AsyncBeforeRequest | None | NotGiven = NOT_GIVEN,
        after_response: AsyncAfterResponse | None | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a copy with other options, for one call or for many; `headers` are added to the client's own.

        The copy shares the connections; closing it leaves them open.
        """
        return self._with_options(
            timeout=timeout,
            max_retries=max_retries,
            max_elapsed=max_elapsed,
            headers=headers,
            strict=strict,
            on_drift=on_drift,
            before_request=before_request,
            after_response=after_response,
        )

    @property
    def with_raw_response(self) -> AsyncRawZoo:
        """The same resources, with methods that return a RawResponse: status, headers and bytes besides the value.

        Only methods that make a single call have a raw variant.
        """
        from .raw import AsyncRawZoo

        return AsyncRawZoo(self)

    @property
    def animals(self) -> AsyncAnimals:
        """Operations of `animals`."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @property
    def care_takers(self) -> AsyncCareTakers:
        """Operations of `care_takers`."""
        from .resources.care_takers import AsyncCareTakers

        return AsyncCareTakers(self)

"""The sync and the async client: two drivers of one flow.

The order of one call:

    build the request       operation.py, request/: in the endpoint function, before `send`
    choose the secrets      auth/schemes.py: which of them the operation needs, before anything is waited for
    concurrency, then the rate limit
                            rate_limit/limiter.py: may wait for both
    send                    http/transport.py: redirects are followed on the same host only
    classify, retry         retry.py: may sleep, then sends again
    envelope                response/decode.py: a success status with a body that reports a failure
    decode or raise         response/decode.py, response/lenient.py, response/failures.py

`flow.py` has this order in code. Clients can be shared by threads (sync) or tasks (async).

Importing this module loads no library and next to nothing of the package, so that importing a package of many APIs
costs little: the rest is loaded when the first client is made, by imports inside of functions.
"""

# ruff: noqa: PLC0415 - see the docstring

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from .types import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping
    from types import TracebackType

    from .api import Api
    from .flow import Receiver
    from .http.messages import Answer, AsyncHttpClient, Step, SyncHttpClient
    from .http.transport import AsyncTransport, SyncTransport
    from .operation import Call
    from .options import ClientConfig
    from .response.content import Content

T = TypeVar("T")
R = TypeVar("R")

_SHARED = ("_config", "_owns_connections", "_transport", "_sleep")
"""What a copy has in common with its client; a subclass may have attributes of one client only."""


class BaseClient:
    """URL, options and flow of a client; everything but I/O."""

    _config: ClientConfig
    _owns_connections: bool

    def _configure(
        self,
        api: Api,
        *,
        credentials: Mapping[str, object] | None = None,
        variables: Mapping[str, object] | None = None,
        http_client: object = None,
        **options: Any,
    ) -> ClientConfig:
        from .options import ClientConfig

        return ClientConfig.create(
            api,
            credentials=credentials or {},
            variables=variables or {},
            http_client=http_client,
            options=options,
        )

    @property
    def base_url(self) -> str:
        """The URL below which requests are sent, without a final slash."""
        return self._config.base

    def resolve(self, url_or_path: str) -> str:
        """The absolute URL of a link from a response.

        A path, with or without a leading slash, is below the base URL. An absolute URL must have the scheme, host and
        port of the base URL. Raises ConfigurationError for everything else.
        """
        from .request.urls import resolve

        return resolve(self._config.base, url_or_path)

    def _with_options(self, **options: Any) -> Self:
        """A copy with other options, except those that are NOT_GIVEN; `with_options` of the subclass names them."""
        given = {name: value for name, value in options.items() if value is not NOT_GIVEN}
        return self._copy(self._config.with_options(given))

    def returning_raw(self) -> Self:
        """A copy whose `send` returns a RawResponse, whatever its annotation says; see `raw.py` for the types."""
        from dataclasses import replace

        return self._copy(replace(self._config, returns_raw=True))

    def _copy(self, config: ClientConfig) -> Self:
        copy = object.__new__(type(self))
        vars(copy).update({name: value for name, value in vars(self).items() if name in _SHARED})
        copy._config = config
        copy._owns_connections = False
        return copy

    def perform(self, call: Call[T], receiver: Receiver | None = None) -> Generator[Step, Answer, object]:
        """The steps of one call, for parts of this package that make several calls; see `drive`."""
        from .flow import perform

        if receiver is None and call.operation.receiver is not None:
            receiver = cast("Receiver", call.operation.receiver(self))
        if receiver is not None:
            receiver.begin(call, self._config)
        return perform(call, self._config, receiver)

    def _fetch_call(self, url_or_path: str) -> Call[Content]:
        from .flow import fetch_call

        return fetch_call(url_or_path)

    def now(self) -> float:
        """Unix time by the client's clock."""
        return self._config.clock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def config_of(client: BaseClient) -> ClientConfig:
    """The configuration of a client, for the parts of this package."""
    return client._config  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - of a class of this module


class SyncClient(BaseClient):
    """Performs calls one at a time in each thread.

    `credentials` and `variables` are by constructor argument; None is replaced from the environment. For `options` see
    Options in `options.py`. `http_client` is never closed here, and keeps cookies if it does so by itself; without one,
    `keep_cookies` says whether those that the server sets are sent with later calls.

    Raises ConfigurationError. Missing credentials are reported by the first call that needs them.
    """

    _transport: SyncTransport

    def __init__(
        self,
        api: Api,
        *,
        http_client: SyncHttpClient | None = None,
        keep_cookies: bool = False,
        sleep: Callable[[float], None] = time.sleep,
        **options: Any,
    ) -> None:
        from .http.transport import SyncTransport

        self._config = self._configure(api, http_client=http_client, **options)
        redactor = self._config.redactor
        self._transport = SyncTransport(http_client, api.http_library, redactor, keep_cookies=keep_cookies)
        self._sleep = sleep
        self._owns_connections = True

    def send(self, call: Call[T]) -> T:
        """Perform a call and return its value.

        Raises StatusError or one of its subclasses for a failure status, EnvelopeError for a body that reports a
        failure, DecodeError for one that cannot be read, TransportError when no response arrived,
        MissingCredentialError.
        """
        return cast("T", self.drive(self.perform(call)))

    def drive(self, steps: Generator[Step, Answer, R]) -> R:
        """Perform the steps of a flow, and return its result; for the parts of this package."""
        from .http.messages import Send, Sleep

        answer: Answer | None = None
        try:
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("R", done.value)
                if isinstance(step, Send):
                    answer = self._transport.send(step.request, step.receiver)
                    continue
                answer = None
                if isinstance(step, Sleep):
                    self._sleep(step.seconds)
                else:
                    step.perform()
        finally:
            steps.close()

    def fetch(self, url_or_path: str) -> Content:
        """GET a link from a response, with the API's own authentication; see `resolve`."""
        return self.send(self._fetch_call(url_or_path))

    def close(self) -> None:
        """Close the connections, unless they belong to `http_client` or to the client that this is a copy of."""
        if self._owns_connections:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


async def _asyncio_sleep(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)


class AsyncClient(BaseClient):
    """Performs calls for any number of tasks of one event loop; see SyncClient."""

    _transport: AsyncTransport

    def __init__(
        self,
        api: Api,
        *,
        http_client: AsyncHttpClient | None = None,
        keep_cookies: bool = False,
        sleep: Callable[[float], Awaitable[None]] = _asyncio_sleep,
        **options: Any,
    ) -> None:
        from .http.transport import AsyncTransport

        self._config = self._configure(api, http_client=http_client, **options)
        redactor = self._config.redactor
        self._transport = AsyncTransport(http_client, api.http_library, redactor, keep_cookies=keep_cookies)
        self._sleep = sleep
        self._owns_connections = True

    async def send(self, call: Call[T]) -> T:
        """Perform a call and return its value; raises the exceptions of `SyncClient.send`."""
        return cast("T", await self.drive(self.perform(call)))

    async def drive(self, steps: Generator[Step, Answer, R]) -> R:
        """Perform the steps of a flow, and return its result; for the parts of this package."""
        from .http.messages import Send, Sleep

        answer: Answer | None = None
        try:
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("R", done.value)
                if isinstance(step, Send):
                    answer = await self._transport.send(step.request, step.receiver)
                    continue
                answer = None
                if isinstance(step, Sleep):
                    await self._sleep(step.seconds)
                else:
                    await step.perform_async()
        finally:
            steps.close()

    async def fetch(self, url_or_path: str) -> Content:
        """GET a link from a response, with the API's own authentication; see `resolve`."""
        return await self.send(self._fetch_call(url_or_path))

    async def aclose(self) -> None:
        """Close the connections, unless they belong to `http_client` or to the client that this is a copy of."""
        if self._owns_connections:
            await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

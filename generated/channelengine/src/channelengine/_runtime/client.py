"""The sync and the async client: two drivers around one flow.

The order of one call:

    build the request       operation.py, serialize.py, encode.py: in the endpoint function, before `send`
    authenticate            auth.py: which secrets this operation needs
    send                    transport.py: redirects are followed on the same host only
    classify, retry         retry.py: may sleep, then sends again
    envelope                outcome.py: a success status around a body that says failure
    decode or raise         outcome.py, lenient.py, failures.py

`flow.py` tells it in code. Clients may be shared by threads (sync) or tasks (async).
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Self, TypeVar, Unpack, cast

from .address import resolve
from .drift import DriftReporter, OnDrift
from .flow import perform
from .messages import Answer, Send, Sleep
from .notgiven import NOT_GIVEN, NotGiven
from .operation import Call, Operation
from .options import Options
from .read import Binary
from .setup import Setup
from .transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType

    from .api import Api
    from .content import Content
    from .options import ClientOptions
    from .transport import AsyncHttpClient, SyncHttpClient

T = TypeVar("T")

_FETCH: Operation[Content] = Operation(id="fetch", method="GET", path="", responses={"2XX": Binary()})


_STATE = ("_setup", "_owner", "_transport", "_sleep")
"""What a copy takes over; a subclass may hold things that belong to one client only, such as its resources."""


class _Client:
    """What both clients share: everything but sending."""

    _setup: Setup
    _owner: bool  # of the connections

    @property
    def base_url(self) -> str:
        """The URL below which requests go, without a final slash."""
        return self._setup.base

    def resolve(self, url_or_path: str) -> str:
        """The absolute URL of a link that the API handed out.

        A path, with or without a leading slash, goes below the base URL. An absolute URL has to have the scheme,
        host and port of the base URL. Raises ConfigurationError for everything else.
        """
        return resolve(self._setup.base, url_or_path)

    def with_options(
        self,
        *,
        timeout: float | NotGiven | None = NOT_GIVEN,
        max_retries: int | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | NotGiven = NOT_GIVEN,
        strict: bool | NotGiven = NOT_GIVEN,
        on_drift: OnDrift | NotGiven | None = NOT_GIVEN,
    ) -> Self:
        """A copy with other options, for one call or for many; `headers` are added to the client's own.

        The copy shares the connections; closing it leaves them open.
        """
        old = self._setup.options
        options = Options(
            timeout=old.timeout if timeout is NOT_GIVEN else timeout,
            max_retries=old.max_retries if max_retries is NOT_GIVEN else max_retries,
            headers=old.headers if headers is NOT_GIVEN else {**old.headers, **headers},
            strict=old.strict if strict is NOT_GIVEN else strict,
        )
        drift = self._setup.drift if on_drift is NOT_GIVEN else DriftReporter(on_drift)
        copy = object.__new__(type(self))
        vars(copy).update({name: value for name, value in vars(self).items() if name in _STATE})
        copy._setup = replace(self._setup, options=options, drift=drift)
        copy._owner = False
        return copy

    def __repr__(self) -> str:
        """Where it sends to; no secrets."""
        return f"{type(self).__name__}(base_url={self.base_url!r})"


class SyncClient(_Client):
    """Performs calls one at a time for each thread."""

    def __init__(
        self,
        api: Api,
        *,
        http_client: SyncHttpClient | None = None,
        sleep: Callable[[float], None] = time.sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """See ClientOptions. `http_client` is used as it is and never closed here.

        Raises ConfigurationError. Missing credentials are told by the first call that needs them.
        """
        self._setup = Setup.make(api, options)
        self._transport = SyncTransport(http_client, api.http_library, self._setup.redactor)
        self._sleep = sleep
        self._owner = True

    def send(self, call: Call[T]) -> T:
        """Perform a call and return what its success is read as.

        Raises StatusError or one of its kinds for a failure status, EnvelopeError for a body that says failure,
        DecodeError for one that cannot be read, TransportError when no response came, MissingCredentialError.
        """
        with closing(perform(call, self._setup)) as steps:
            answer: Answer | None = None
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("T", done.value)
                match step:
                    case Send(request):
                        answer = self._transport.send(request)
                    case Sleep(seconds):
                        self._sleep(seconds)
                        answer = None

    def fetch(self, url_or_path: str) -> Content:
        """GET a link that the API handed out, with the API's own authentication; see `resolve`."""
        return self.send(Call(_FETCH, path="", link=url_or_path))

    def close(self) -> None:
        """Close the connections, if they are this client's own."""
        if self._owner:
            self._transport.close()

    def __enter__(self) -> Self:
        """Enter a `with` block, which closes the client at its end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


async def _asyncio_sleep(seconds: float) -> None:
    import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

    await asyncio.sleep(seconds)


class AsyncClient(_Client):
    """Performs calls for any number of tasks of one event loop."""

    def __init__(
        self,
        api: Api,
        *,
        http_client: AsyncHttpClient | None = None,
        sleep: Callable[[float], Awaitable[None]] = _asyncio_sleep,
        **options: Unpack[ClientOptions],
    ) -> None:
        """See ClientOptions. `http_client` is used as it is and never closed here.

        Raises ConfigurationError. Missing credentials are told by the first call that needs them.
        """
        self._setup = Setup.make(api, options)
        self._transport = AsyncTransport(http_client, api.http_library, self._setup.redactor)
        self._sleep = sleep
        self._owner = True

    async def send(self, call: Call[T]) -> T:
        """Perform a call and return what its success is read as; raises what `SyncClient.send` raises."""
        with closing(perform(call, self._setup)) as steps:
            answer: Answer | None = None
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("T", done.value)
                match step:
                    case Send(request):
                        answer = await self._transport.send(request)
                    case Sleep(seconds):
                        await self._sleep(seconds)
                        answer = None

    async def fetch(self, url_or_path: str) -> Content:
        """GET a link that the API handed out, with the API's own authentication; see `resolve`."""
        return await self.send(Call(_FETCH, path="", link=url_or_path))

    async def aclose(self) -> None:
        """Close the connections, if they are this client's own."""
        if self._owner:
            await self._transport.aclose()

    async def __aenter__(self) -> Self:
        """Enter an `async with` block, which closes the client at its end."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        await self.aclose()

"""The sync and the async client: two drivers around one flow.

The order of one call:

    build the request       operation.py, serialize.py, encode.py: in the endpoint function, before `send`
    choose the secrets      auth.py: which of them this operation needs, before anything is waited for
    a place among the calls under way, then the rate limit
                            rate_limit/: may wait for both
    send                    transport.py: redirects are followed on the same host only
    classify, retry         retry.py: may sleep, then sends again
    envelope                outcome.py: a success status around a body that says failure
    decode or raise         outcome.py, lenient.py, failures.py

`flow.py` tells it in code. Clients may be shared by threads (sync) or tasks (async).

Importing a client costs little: what it works with is loaded when the first one is made.
"""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Self, TypeVar, Unpack, cast

from .baseclient import BaseClient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator
    from types import TracebackType

    from .api import Api
    from .http.messages import Answer, Step
    from .http.protocols import AsyncHttpClient, SyncHttpClient
    from .operation import Call
    from .options import ClientOptions
    from .response.content import Content

T = TypeVar("T")
R = TypeVar("R")


class SyncClient(BaseClient):
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
        from .http.transport import SyncTransport  # noqa: PLC0415 - see the top
        from .setup import Setup  # noqa: PLC0415 - see the top

        self._setup = Setup.make(api, options)
        self._transport = SyncTransport(http_client, api.http_library, self._setup.redactor)
        self._sleep = sleep
        self._owner = True

    def send(self, call: Call[T]) -> T:
        """Perform a call and return what its success is read as.

        Raises StatusError or one of its kinds for a failure status, EnvelopeError for a body that says failure,
        DecodeError for one that cannot be read, TransportError when no response came, MissingCredentialError.
        """
        return cast("T", self.drive(self.perform(call)))

    def drive(self, steps: Generator[Step, Answer, R]) -> R:
        """Do what a flow asks for, and return what it returns; for the parts of this package."""
        from .http.messages import Send, Sleep  # noqa: PLC0415 - see the top

        with closing(steps):
            answer: Answer | None = None
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("R", done.value)
                match step:
                    case Send(request, receiver):
                        answer = self._transport.send(request, receiver)
                    case Sleep(seconds):
                        self._sleep(seconds)
                        answer = None
                    case _:
                        step.perform()
                        answer = None

    def fetch(self, url_or_path: str) -> Content:
        """GET a link that the API handed out, with the API's own authentication; see `resolve`."""
        return self.send(self._link(url_or_path))

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


class AsyncClient(BaseClient):
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
        from .http.transport import AsyncTransport  # noqa: PLC0415 - see the top
        from .setup import Setup  # noqa: PLC0415 - see the top

        self._setup = Setup.make(api, options)
        self._transport = AsyncTransport(http_client, api.http_library, self._setup.redactor)
        self._sleep = sleep
        self._owner = True

    async def send(self, call: Call[T]) -> T:
        """Perform a call and return what its success is read as; raises what `SyncClient.send` raises."""
        return cast("T", await self.drive(self.perform(call)))

    async def drive(self, steps: Generator[Step, Answer, R]) -> R:
        """Do what a flow asks for, and return what it returns; for the parts of this package."""
        from .http.messages import Send, Sleep  # noqa: PLC0415 - see the top

        with closing(steps):
            answer: Answer | None = None
            while True:
                try:
                    step = next(steps) if answer is None else steps.send(answer)
                except StopIteration as done:
                    return cast("R", done.value)
                match step:
                    case Send(request, receiver):
                        answer = await self._transport.send(request, receiver)
                    case Sleep(seconds):
                        await self._sleep(seconds)
                        answer = None
                    case _:
                        await step.perform_async()
                        answer = None

    async def fetch(self, url_or_path: str) -> Content:
        """GET a link that the API handed out, with the API's own authentication; see `resolve`."""
        return await self.send(self._link(url_or_path))

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

"""A response with everything the server sent, beside what the call returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Generic, NoReturn, ParamSpec, TypeVar, cast

from .hooks import shown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .client import AsyncClient, SyncClient
    from .http.messages import Response
    from .operation import Call
    from .setup import Setup

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)  # without slots: with them `RawResponse[X](...)` fails on Python 3.11
class RawResponse(Generic[T]):
    """A successful response: its status and headers, its body as bytes, and `parsed`, which the plain call returns.

    `headers` have lower-case names; those that carry secrets are hidden. `content` is decompressed, else unchanged.
    """

    parsed: T = field(repr=False)
    operation: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def raw_response(value: T, operation: str, response: Response, setup: Setup) -> RawResponse[T]:
    """Join what a call returns with the response it was read from."""
    return RawResponse(value, operation, response.status, shown(response.headers, setup), response.content)


class RawResource:
    """What one resource has of methods that return whole responses: those of its operations, and no others."""

    if not TYPE_CHECKING:  # a type checker says by itself that there is no such method

        def __getattr__(self, name: str) -> NoReturn:
            """Say why. Raises AttributeError."""
            raise AttributeError(
                f"{name!r} gives no whole response: only the methods of single operations do. What is made of several "
                "calls, a job or a batch, has several; what is written to a file is a Download, which tells status and "
                "headers itself."
            )


class RawClient:
    """Sends calls and returns whole responses; failures raise as ever."""

    def __init__(self, client: SyncClient) -> None:
        """Share the connections and the options of a client."""
        self._client = client.returning_raw()

    def send(self, call: Call[T]) -> RawResponse[T]:
        """Perform a call; see `SyncClient.send`."""
        return cast("RawResponse[T]", self._client.send(call))


class AsyncRawClient:
    """The same for asynchronous clients."""

    def __init__(self, client: AsyncClient) -> None:
        """Share the connections and the options of a client."""
        self._client = client.returning_raw()

    async def send(self, call: Call[T]) -> RawResponse[T]:
        """Perform a call; see `AsyncClient.send`."""
        return cast("RawResponse[T]", await self._client.send(call))


def sending(client: RawClient, endpoint: Callable[P, Call[T]]) -> Callable[P, RawResponse[T]]:
    """An endpoint function as a method: it sends what it builds."""

    @wraps(endpoint)
    def send(*args: P.args, **arguments: P.kwargs) -> RawResponse[T]:
        return client.send(endpoint(*args, **arguments))

    return send


def async_sending(client: AsyncRawClient, endpoint: Callable[P, Call[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """The same for asynchronous clients."""

    @wraps(endpoint)
    async def send(*args: P.args, **arguments: P.kwargs) -> RawResponse[T]:
        return await client.send(endpoint(*args, **arguments))

    return send

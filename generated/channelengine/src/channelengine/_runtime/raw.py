"""Clients whose methods return whole responses: status, headers and bytes besides the value."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .client import AsyncClient, SyncClient
    from .operation import Call
    from .response.content import RawResponse

P = ParamSpec("P")
T = TypeVar("T")


class RawResource:
    """The methods of one resource that return whole responses: those of its operations, and no others."""

    if not TYPE_CHECKING:  # a type checker reports a missing method by itself

        def __getattr__(self, name: str) -> NoReturn:
            raise AttributeError(
                f"{name!r} does not return a whole response: only the methods of single operations do. A method that "
                "makes several calls, for a job or a batch, has several responses; one that writes to a file returns a "
                "Download, which has status and headers itself; what one returns that leaves the body open (`_stream`) "
                "has them in its `response`."
            )


class RawClient:
    """Sends calls and returns whole responses; failures raise the same exceptions."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client.returning_raw()

    def send(self, call: Call[T]) -> RawResponse[T]:
        """Perform a call; see `SyncClient.send`."""
        return cast("RawResponse[T]", self._client.send(call))


class AsyncRawClient:
    """Sends calls and returns whole responses; failures raise the same exceptions."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client.returning_raw()

    async def send(self, call: Call[T]) -> RawResponse[T]:
        """Perform a call; see `AsyncClient.send`."""
        return cast("RawResponse[T]", await self._client.send(call))


def sending(client: RawClient, endpoint: Callable[P, Call[T]]) -> Callable[P, RawResponse[T]]:
    """Turn an endpoint function into a method that sends the call."""

    @wraps(endpoint)
    def send(*args: P.args, **arguments: P.kwargs) -> RawResponse[T]:
        return client.send(endpoint(*args, **arguments))

    return send


def async_sending(client: AsyncRawClient, endpoint: Callable[P, Call[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Turn an endpoint function into a method of an async client that sends the call."""

    @wraps(endpoint)
    async def send(*args: P.args, **arguments: P.kwargs) -> RawResponse[T]:
        return await client.send(endpoint(*args, **arguments))

    return send

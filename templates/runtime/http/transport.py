"""The only file that talks to an HTTP library: httpx, or one with the same interface.

It is imported with the first request, not before; what a caller brings need only look like those of `protocols.py`.
"""

from __future__ import annotations

import importlib
from threading import Lock
from typing import TYPE_CHECKING, Literal

from ..errors import ConfigurationError
from ..redaction import guard_logs
from .arguments import chunks, wire
from .messages import Response, TransportFailure

if TYPE_CHECKING:
    from ..redaction import Redactor
    from .messages import Answer, BodyReceiver, Request
    from .protocols import AsyncHttpClient, HttpResponse, SyncHttpClient

_FAILURES: dict[str, Literal["connect", "timeout", "broken"]] = {
    "ConnectError": "connect",
    "ProxyError": "connect",
    "TimeoutException": "timeout",
    "RequestError": "broken",
    "InvalidURL": "broken",
}
"""Exceptions by class name, which holds for httpx and its relatives without importing one."""


class SyncTransport:
    """Sends requests through one HTTP client: the caller's, or an own one with its pool, made when first needed."""

    def __init__(self, given: SyncHttpClient | None, library: str, redactor: Redactor) -> None:
        """Take the given client, or remember which library to make one from."""
        self._client = given
        self._is_ours = given is None
        self._library = library if given is None else _library_of(given)
        self._closed = False
        self._lock = Lock()
        guard_logs(redactor, self._library)

    def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response. Failures of the connection are values.

        With a `receiver` the body of a success goes there as it comes.
        """
        client, told = self._open(), wire(request)
        try:
            if receiver is not None:
                with client.stream(
                    told.method,
                    told.url,
                    content=told.content,
                    files=told.files,
                    headers=told.headers,
                    follow_redirects=False,
                    timeout=told.timeout,
                ) as streamed:
                    return receiver.receive(streamed, _headers(streamed)) or _response(streamed)
            response = client.request(
                told.method,
                told.url,
                content=told.content,
                files=told.files,
                headers=told.headers,
                follow_redirects=False,
                timeout=told.timeout,
            )
        except Exception as error:
            failure = _failure(error)
            if failure is None:
                raise
            return failure
        return _response(response)

    def _open(self) -> SyncHttpClient:
        with self._lock:
            if self._closed:
                raise ConfigurationError("the client is closed")
            if self._client is None:
                self._client = _new_sync(self._library)
            return self._client

    def close(self) -> None:
        """Close the HTTP client if it is ours."""
        with self._lock:
            self._closed = True
            if self._is_ours and self._client is not None:
                self._client.close()


class AsyncTransport:
    """The same for asynchronous clients."""

    def __init__(self, given: AsyncHttpClient | None, library: str, redactor: Redactor) -> None:
        """Take the given client, or remember which library to make one from."""
        self._client = given
        self._is_ours = given is None
        self._library = library if given is None else _library_of(given)
        self._closed = False
        guard_logs(redactor, self._library)

    async def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response; see `SyncTransport.send`."""
        client, told = self._open(), wire(request)
        content = told.content if told.content is None or isinstance(told.content, bytes) else chunks(told.content)
        try:
            if receiver is not None:
                async with client.stream(
                    told.method,
                    told.url,
                    content=content,
                    files=told.files,
                    headers=told.headers,
                    follow_redirects=False,
                    timeout=told.timeout,
                ) as streamed:
                    return await receiver.receive_async(streamed, _headers(streamed)) or _response(streamed)
            response = await client.request(
                told.method,
                told.url,
                content=content,
                files=told.files,
                headers=told.headers,
                follow_redirects=False,
                timeout=told.timeout,
            )
        except Exception as error:
            failure = _failure(error)
            if failure is None:
                raise
            return failure
        return _response(response)

    def _open(self) -> AsyncHttpClient:
        if self._closed:
            raise ConfigurationError("the client is closed")
        if self._client is None:
            self._client = _new_async(self._library)
        return self._client

    async def aclose(self) -> None:
        """Close the HTTP client if it is ours."""
        self._closed = True
        if self._is_ours and self._client is not None:
            await self._client.aclose()


def _new_sync(library: str) -> SyncHttpClient:
    client: SyncHttpClient = importlib.import_module(library).Client()
    return client


def _new_async(library: str) -> AsyncHttpClient:
    client: AsyncHttpClient = importlib.import_module(library).AsyncClient()
    return client


def _library_of(client: object) -> str:
    """The package a client comes from, through the caller's own subclasses of it."""
    packages = [each.__module__.partition(".")[0] for each in type(client).__mro__]
    return next((each for each in packages if each.startswith("httpx")), packages[0])


def _failure(error: Exception) -> TransportFailure | None:
    for each in type(error).__mro__:
        if each.__name__ in _FAILURES:
            return TransportFailure(_FAILURES[each.__name__], f"{type(error).__name__}: {error}".rstrip(": "))
    return None


def _response(response: HttpResponse) -> Response:
    return Response(response.status_code, _headers(response), response.content)


def _headers(response: HttpResponse) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in response.headers.multi_items():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers

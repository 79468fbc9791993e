"""The only module that calls an HTTP library: httpx, or one with the same interface.

The library is loaded with the first request. Here, and only here, secrets become plain text.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from threading import Lock
from typing import IO, TYPE_CHECKING, Literal
from urllib.parse import quote

from ..errors import ConfigurationError
from ..redaction import guard_logs
from .messages import Response, TransportFailure, Upload, size_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..redaction import Redactor
    from ..types import FileContent
    from .messages import (
        Answer,
        AsyncHttpClient,
        BodyPart,
        BodyReceiver,
        HttpFile,
        HttpResponse,
        Request,
        SyncHttpClient,
    )

_CHUNK_SIZE = 65_536

_FAILURES: dict[str, Literal["connect", "timeout", "broken"]] = {
    "ConnectError": "connect",
    "ProxyError": "connect",
    "TimeoutException": "timeout",
    "RequestError": "broken",
    "InvalidURL": "broken",
}
"""Exceptions by class name, which works for all libraries with the interface of httpx, without importing one."""


class SyncTransport:
    """Sends requests through one HTTP client: the caller's, or its own one, made when first needed."""

    def __init__(self, given: SyncHttpClient | None, library: str, redactor: Redactor) -> None:
        self._client = given
        self._is_ours = given is None
        self._library = library if given is None else _library_of(given)
        self._closed = False
        self._lock = Lock()
        guard_logs(redactor, self._library)

    def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response. Failures of the connection are returned.

        With a `receiver` the body of a success goes there while it arrives.
        """
        client, arguments = self._open(), _arguments(request)
        try:
            if receiver is not None:
                with client.stream(
                    arguments.method,
                    arguments.url,
                    content=arguments.content,
                    files=arguments.files,
                    headers=arguments.headers,
                    follow_redirects=False,
                    timeout=arguments.timeout,
                ) as streamed:
                    return receiver.receive(streamed, _response_headers(streamed)) or _response(streamed)
            response = client.request(
                arguments.method,
                arguments.url,
                content=arguments.content,
                files=arguments.files,
                headers=arguments.headers,
                follow_redirects=False,
                timeout=arguments.timeout,
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
        """Close the HTTP client unless it is the caller's."""
        with self._lock:
            self._closed = True
            if self._is_ours and self._client is not None:
                self._client.close()


class AsyncTransport:
    """Sends requests through one async HTTP client; see SyncTransport."""

    def __init__(self, given: AsyncHttpClient | None, library: str, redactor: Redactor) -> None:
        self._client = given
        self._is_ours = given is None
        self._library = library if given is None else _library_of(given)
        self._closed = False
        guard_logs(redactor, self._library)

    async def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response; see `SyncTransport.send`."""
        client, arguments = self._open(), _arguments(request)
        content = (
            arguments.content
            if arguments.content is None or isinstance(arguments.content, bytes)
            else _chunks(arguments.content)
        )
        try:
            if receiver is not None:
                async with client.stream(
                    arguments.method,
                    arguments.url,
                    content=content,
                    files=arguments.files,
                    headers=arguments.headers,
                    follow_redirects=False,
                    timeout=arguments.timeout,
                ) as streamed:
                    return await receiver.receive_async(streamed, _response_headers(streamed)) or _response(streamed)
            response = await client.request(
                arguments.method,
                arguments.url,
                content=content,
                files=arguments.files,
                headers=arguments.headers,
                follow_redirects=False,
                timeout=arguments.timeout,
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
        """Close the HTTP client unless it is the caller's."""
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
    """The package of a client's class, or of the class that it is derived from."""
    packages = [each.__module__.partition(".")[0] for each in type(client).__mro__]
    return next((each for each in packages if each.startswith("httpx")), packages[0])


def _failure(error: Exception) -> TransportFailure | None:
    for each in type(error).__mro__:
        if each.__name__ in _FAILURES:
            return TransportFailure(_FAILURES[each.__name__], f"{type(error).__name__}: {error}".rstrip(": "))
    return None


def _response(response: HttpResponse) -> Response:
    return Response(response.status_code, _response_headers(response), response.content)


def _response_headers(response: HttpResponse) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in response.headers.multi_items():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers


# ---------------------------------------------------------------- arguments of the library


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arguments:
    """A request as the arguments of an HTTP library."""

    method: str
    url: str = field(repr=False)
    headers: list[tuple[bytes, bytes]] = field(repr=False)
    content: FileContent | None = field(repr=False)
    files: list[tuple[str, HttpFile]] | None = field(repr=False)
    timeout: float | None


def _arguments(request: Request) -> _Arguments:
    """Join request and secrets; open files are rewound, so this is called for every attempt."""
    body = request.body
    parts = body.content if body and isinstance(body.content, tuple) else None
    content = body.content if body and not isinstance(body.content, tuple) else None
    return _Arguments(
        method=request.method,
        url=_url(request),
        headers=_request_headers(request, content, multipart=parts is not None),
        content=content,
        files=[_file(part) for part in parts] if parts is not None else None,
        timeout=request.timeout,
    )


def _url(request: Request) -> str:
    keys = [
        f"{quote(placed.name, safe='')}={quote(placed.secret.reveal(), safe='')}"
        for placed in request.secrets
        if placed.location == "query"
    ]
    return request.url + "".join(("&" if "?" in request.url or at else "?") + key for at, key in enumerate(keys))


def _request_headers(request: Request, content: FileContent | None, *, multipart: bool) -> list[tuple[bytes, bytes]]:
    headers = {name.lower(): (name, value) for name, value in request.headers}
    if content is not None and not isinstance(content, bytes):
        headers["content-length"] = (
            "Content-Length",
            str(size_of(content)),
        )  # or an async library uses chunked encoding
    if multipart:
        headers.pop("content-type", None)  # the library adds it, with its boundary
    cookies = list(request.cookies)
    for placed in request.secrets:
        if placed.location == "header":
            headers[placed.name.lower()] = (placed.name, placed.secret.reveal())
        elif placed.location == "cookie":
            cookies.append((placed.name, placed.secret.reveal()))
    if cookies:
        headers["cookie"] = ("Cookie", "; ".join(f"{name}={value}" for name, value in cookies))
    return [(name.encode("ascii"), value.encode()) for name, value in headers.values()]


def _file(part: BodyPart) -> tuple[str, HttpFile]:
    content = part.content
    if isinstance(content, Upload):
        if not isinstance(content.content, bytes):
            content.content.seek(0)
        return part.name, (content.filename, content.content, content.media_type)
    return part.name, (None, content, part.media_type or None)


async def _chunks(content: IO[bytes]) -> AsyncIterator[bytes]:
    """An open file in pieces, as an async library needs it."""
    while chunk := content.read(_CHUNK_SIZE):
        yield chunk

"""The only module that calls an HTTP library: httpx, or one with the same interface.

The library is loaded with the first request. Here, and only here, secrets become plain text.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote
from weakref import ReferenceType, ref

from ..errors import ConfigurationError
from ..redaction import guard_logs
from .messages import Response, TransportFailure

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Sequence

    from ..redaction import Redactor
    from .messages import (
        Answer,
        AsyncHttpClient,
        BodyReceiver,
        BodyStream,
        HttpResponse,
        Request,
        SyncHttpClient,
    )

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
        _check_given(given, "close", "httpx.Client")
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
        client = self._open()
        arguments = _arguments(request, client)
        try:
            if receiver is not None:
                with client.stream(
                    arguments.method,
                    arguments.url,
                    content=arguments.content,
                    headers=arguments.headers,
                    follow_redirects=False,
                    timeout=arguments.timeout,
                ) as streamed:
                    return receiver.receive(streamed, _response_headers(streamed)) or _response(streamed)
            response = client.request(
                arguments.method,
                arguments.url,
                content=arguments.content,
                headers=arguments.headers,
                follow_redirects=False,
                timeout=arguments.timeout,
            )
        except Exception as error:
            failure = _failure(error)
            if failure is None:
                raise
            return failure
        finally:
            arguments.close()
        return _response(response)

    def _open(self) -> SyncHttpClient:
        with self._lock:
            if self._closed:
                raise ConfigurationError("the client is closed")
            if self._client is None:
                self._client = _new_sync(self._library)
            _check_open(self._client)
            return self._client

    def close(self) -> None:
        """Close the HTTP client unless it is the caller's."""
        with self._lock:
            self._closed = True
            if self._is_ours and self._client is not None:
                self._client.close()


class AsyncTransport:
    """Sends requests through the caller's async HTTP client, or through one of its own for each event loop.

    The connections of an HTTP client belong to the event loop in which they were opened.
    """

    def __init__(self, given: AsyncHttpClient | None, library: str, redactor: Redactor) -> None:
        _check_given(given, "aclose", "httpx.AsyncClient")
        self._given = given
        self._given_loop: ReferenceType[object] | None = None
        self._own: dict[object, tuple[AsyncHttpClient, AsyncGenerator[None]]] = {}
        self._library = library if given is None else _library_of(given)
        self._closed = False
        guard_logs(redactor, self._library)

    async def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response; see `SyncTransport.send`."""
        client = await self._open()
        arguments = _arguments(request, client)
        content = _AsyncStream(arguments.content) if isinstance(arguments.content, _Stream) else arguments.content
        try:
            if receiver is not None:
                async with client.stream(
                    arguments.method,
                    arguments.url,
                    content=content,
                    headers=arguments.headers,
                    follow_redirects=False,
                    timeout=arguments.timeout,
                ) as streamed:
                    return await receiver.receive_async(streamed, _response_headers(streamed)) or _response(streamed)
            response = await client.request(
                arguments.method,
                arguments.url,
                content=content,
                headers=arguments.headers,
                follow_redirects=False,
                timeout=arguments.timeout,
            )
        except Exception as error:
            failure = _failure(error)
            if failure is None:
                if isinstance(error, RuntimeError) and "loop" in str(error):
                    raise ConfigurationError(_OTHER_LOOP) from error
                raise
            return failure
        finally:
            arguments.close()
        return _response(response)

    async def _open(self) -> AsyncHttpClient:
        if self._closed:
            raise ConfigurationError("the client is closed")
        loop = _running_loop()
        if self._given is not None:
            self._check_loop(self._given, loop)
            _check_open(self._given)
            return self._given
        if (own := self._own.get(loop)) is not None:
            return own[0]
        for ended in filter(_is_closed, tuple(self._own)):
            self._own.pop(ended, None)
        client = _new_async(self._library)
        lifetime = _closing(client)
        await anext(lifetime)
        self._own[loop] = (client, lifetime)
        return client

    def _check_loop(self, given: AsyncHttpClient, loop: object) -> None:
        if loop is None:
            return
        if self._given_loop is None:
            self._given_loop = ref(loop)
        elif self._given_loop() is not loop and _has_connections(given):
            raise ConfigurationError(_OTHER_LOOP)

    async def aclose(self) -> None:
        """Close the HTTP clients but the caller's.

        Those of event loops that have ended are closed already; one that runs in another thread closes its own, because
        it finalizes the generators that are not referenced any more.
        """
        self._closed = True
        own, self._own = self._own, {}
        if (here := own.get(_running_loop())) is not None:
            await here[1].aclose()


_OTHER_LOOP = (
    "http_client= was used in another event loop, where its connections belong: pass one for each event loop, or none, "
    "so that the client makes its own"
)


async def _closing(client: AsyncHttpClient) -> AsyncGenerator[None]:
    """Close a client when the event loop ends, which finalizes all async generators that were started in it."""
    try:
        yield
    finally:
        await client.aclose()


def _running_loop() -> object:
    """The event loop of this task, None for one of another library than asyncio."""
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio.get_running_loop() if asyncio else None
    except RuntimeError:
        return None


def _is_closed(loop: object) -> bool:
    is_closed = getattr(loop, "is_closed", None)
    return callable(is_closed) and bool(is_closed())


def _has_connections(client: object) -> bool:
    """Whether an HTTP client has connections of its own, unlike one that answers from memory."""
    transport = getattr(client, "_transport", None)
    return any(each.__name__ == "AsyncHTTPTransport" for each in type(transport).__mro__)


def _check_given(client: object, close: str, example: str) -> None:
    """Raise ConfigurationError for what is no HTTP client of this kind."""
    if client is None:
        return
    if isinstance(client, type) or not all(callable(getattr(client, method, None)) for method in ("request", close)):
        raise ConfigurationError(f"http_client= has to be a client such as {example}()")
    _check_open(client)


def _check_open(client: object) -> None:
    if getattr(client, "is_closed", False) is True:
        raise ConfigurationError("http_client= is closed")


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
    content: bytes | _Stream | None = field(repr=False)
    timeout: float | None

    def close(self) -> None:
        """Close the files that the library has not read to their end."""
        if isinstance(self.content, _Stream):
            self.content.close()


def _arguments(request: Request, client: object) -> _Arguments:
    """Join request and secrets, for one attempt."""
    content = request.body.content if request.body else None
    return _Arguments(
        method=request.method,
        url=_url(request),
        headers=_request_headers(request, client, content),
        content=content if content is None or isinstance(content, bytes) else _Stream(content),
        timeout=request.timeout,
    )


def _url(request: Request) -> str:
    keys = [
        f"{quote(placed.name, safe='')}={quote(placed.secret.reveal(), safe='')}"
        for placed in request.secrets
        if placed.location == "query"
    ]
    return request.url + "".join(("&" if "?" in request.url or at else "?") + key for at, key in enumerate(keys))


def _request_headers(request: Request, client: object, content: bytes | BodyStream | None) -> list[tuple[bytes, bytes]]:
    headers = {name.lower(): (name, value) for name, value in request.headers}
    if content is not None and not isinstance(content, bytes):
        headers["content-length"] = ("Content-Length", str(content.size))  # or libraries use chunked encoding
    keys: list[tuple[str, str]] = []
    for placed in request.secrets:
        if placed.location == "header":
            headers[placed.name.lower()] = (placed.name, placed.secret.reveal())
        elif placed.location == "cookie":
            keys.append((placed.name, placed.secret.reveal()))
    if request.cookies or keys:
        _, from_headers = headers.get("cookie", ("", ""))
        session = _session_cookies(client, request.url)
        headers["cookie"] = ("Cookie", _cookie_header(session, _cookies(from_headers), request.cookies, keys))
    return [(name.encode("ascii"), value.encode()) for name, value in headers.values()]


def _session_cookies(client: object, url: str) -> list[tuple[str, str]]:
    """The cookies that an HTTP client has for a URL; it adds none to a request that has a Cookie header already."""
    from http.cookiejar import CookieJar  # noqa: PLC0415 - most APIs have no cookies
    from urllib.request import Request as UrlRequest  # noqa: PLC0415

    jar: object = getattr(getattr(client, "cookies", None), "jar", None)
    if not isinstance(jar, CookieJar):
        return []
    request = UrlRequest(url)  # noqa: S310 - is not sent; the jar writes its header
    jar.add_cookie_header(request)
    return _cookies(request.get_header("Cookie") or "")


def _cookies(header: str) -> list[tuple[str, str]]:
    pairs = (pair.strip().partition("=") for pair in header.split(";") if pair.strip())
    return [(name, value) for name, _, value in pairs]


def _cookie_header(*sources: Sequence[tuple[str, str]]) -> str:
    """Join cookies; a later source replaces those of the same name in earlier ones."""
    pairs: list[tuple[str, str]] = []
    for source in sources:
        names = {name for name, _ in source}
        pairs = [pair for pair in pairs if pair[0] not in names] + list(source)
    return "; ".join(f"{name}={value}" for name, value in pairs)


class _Stream:
    """A body in pieces; not a generator, so that the authentication of a library can send it twice."""

    def __init__(self, body: BodyStream) -> None:
        self._body = body
        self._running: list[Generator[bytes]] = []

    def __iter__(self) -> Iterator[bytes]:
        chunks = iter(self._body)
        self._running.append(chunks)
        return chunks

    def close(self) -> None:
        """End all iterations."""
        for chunks in self._running:
            chunks.close()


class _AsyncStream:
    """The same for an async library."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._stream:
            yield chunk

"""The only module that calls an HTTP library: httpx, or one with the same interface.

The library is loaded with the first request. Here, and only here, secrets become plain text.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import AsyncExitStack, ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar
from urllib.parse import parse_qsl, quote, urlsplit
from weakref import ReferenceType, ref

from ..errors import ConfigurationError, InvalidRequestError
from ..redaction import Secret, guard_logs
from ..timeouts import DEFAULT_TIMEOUT, Activity, enforce, limit_connection, parse_timeout
from ..types import NOT_GIVEN, is_dict, is_mapping
from .decompression import ACCEPTED_CODINGS, BodyError, Decompressor
from .messages import Response, TransportFailure

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Callable,
        Coroutine,
        Generator,
        Iterator,
        Mapping,
        Sequence,
    )

    from ..redaction import Redactor
    from ..timeouts import Deadline, Timeout
    from .messages import (
        Answer,
        AsyncHttpClient,
        AsyncStreamedResponse,
        BodyReceiver,
        BodyStream,
        HttpHeaders,
        HttpResponse,
        Request,
        StreamedResponse,
        SyncHttpClient,
    )

T = TypeVar("T")
R = TypeVar("R", bound="StreamedResponse | AsyncStreamedResponse")

_TOLERANCE = 0.01
"""Seconds before its deadline from which on a timeout of a call is taken for the deadline."""
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

    def __init__(self, given: SyncHttpClient | None, library: str, redactor: Redactor, *, keep_cookies: bool) -> None:
        _check_given(given, "close", "httpx.Client")
        self._keep_cookies = _checked_keeping(keep_cookies)
        self._has_jar = keep_cookies or given is not None
        self._client = given
        self._is_ours = given is None
        self._library = library if given is None else _library_of(given)
        self._can_trace = self._library.startswith("httpx")
        self._closed = False
        self._lock = Lock()
        self._redactor = redactor
        guard_logs(redactor, self._library)

    def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response. Failures of the connection are returned.

        With a `receiver` the body of a success goes there while it arrives, or stays open.
        """
        client = self._open()
        exchange = _prepare(request, client, self._redactor, is_given=not self._is_ours, has_jar=self._has_jar)
        if exchange.stream and (argument := exchange.stream.body.needs_async):
            raise InvalidRequestError(f"{argument}: an async iterable or an async file needs the async client")
        try:
            exchange.limit_time(exchange.activity.trace if self._can_trace else None)
            if receiver is None and not hasattr(client, "stream"):
                return exchange.complete(client.request(request.method, exchange.url, **exchange.options))
            with enforce(request.deadline) if request.deadline else nullcontext(), ExitStack() as connection:
                streamed = connection.enter_context(client.stream(request.method, exchange.url, **exchange.options))
                exchange.learn_authorization(streamed)
                limit_connection(_network_stream(streamed))
                limited = _LimitedResponse(streamed, request)
                answer = receiver.receive(limited, limited.header_texts, connection) if receiver else None
                return answer or Response(limited.status_code, limited.header_texts, limited.read())
        except Exception as error:
            failure = exchange.failure(error)
            if failure is None:
                raise
            return failure
        finally:
            exchange.close()

    def _open(self) -> SyncHttpClient:
        with self._lock:
            if self._closed:
                raise ConfigurationError("the client is closed")
            if self._client is None:
                self._client = _new_sync(self._library, keep_cookies=self._keep_cookies)
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

    def __init__(self, given: AsyncHttpClient | None, library: str, redactor: Redactor, *, keep_cookies: bool) -> None:
        _check_given(given, "aclose", "httpx.AsyncClient")
        self._keep_cookies = _checked_keeping(keep_cookies)
        self._has_jar = keep_cookies or given is not None
        self._given = given
        self._given_loop: ReferenceType[object] | None = None
        self._own: dict[object, tuple[AsyncHttpClient, AsyncGenerator[None]]] = {}
        self._library = library if given is None else _library_of(given)
        self._can_trace = self._library.startswith("httpx")
        self._closed = False
        self._redactor = redactor
        guard_logs(redactor, self._library)

    async def send(self, request: Request, receiver: BodyReceiver | None = None) -> Answer:
        """Send one request and read the whole response; see `SyncTransport.send`."""
        client = await self._open()
        is_given = self._given is not None
        exchange = _prepare(request, client, self._redactor, is_given=is_given, has_jar=self._has_jar)
        stream = _AsyncStream(exchange.stream.body) if exchange.stream else None
        exchange.options["content"] = stream or exchange.options["content"]
        try:
            if request.deadline is None:
                return await _perform(client, exchange, receiver)
            exchange.limit_time(exchange.activity.trace_async if self._can_trace else None)
            answer = await run_within(request.deadline.time_left, _perform(client, exchange, receiver))
            return answer or exchange.deadline_failure(request.deadline)
        except Exception as error:
            failure = exchange.failure(error)
            if failure is None:
                if isinstance(error, RuntimeError) and "loop" in str(error):
                    raise ConfigurationError(_OTHER_LOOP) from error
                raise
            return failure
        finally:
            if stream:
                await stream.aclose()

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
        client = _new_async(self._library, keep_cookies=self._keep_cookies)
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


async def _perform(client: AsyncHttpClient, exchange: _Exchange, receiver: BodyReceiver | None) -> Answer:
    request = exchange.request
    if receiver is None and not hasattr(client, "stream"):
        return exchange.complete(await client.request(request.method, exchange.url, **exchange.options))
    async with AsyncExitStack() as connection:
        streamed = await connection.enter_async_context(client.stream(request.method, exchange.url, **exchange.options))
        exchange.learn_authorization(streamed)
        limited = _AsyncLimitedResponse(streamed, request)
        answer = await receiver.receive_async(limited, limited.header_texts, connection) if receiver else None
        return answer or Response(limited.status_code, limited.header_texts, await limited.aread())


async def run_within(seconds: float, exchange: Coroutine[object, object, T]) -> T | None:
    """Await an exchange; cancel it after some seconds and return None."""
    if _running_loop() is None:
        anyio = importlib.import_module("anyio")  # httpx needs it too for other event loops than that of asyncio
        with anyio.move_on_after(seconds):
            return await exchange
        return None
    import asyncio  # noqa: PLC0415 - a sync client does not need it

    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            return await exchange
    except TimeoutError:
        if not scope.expired():
            raise
        return None


async def run_in_thread(function: Callable[[], T]) -> T:
    """Call a function that may block in a thread."""
    if _running_loop() is None:
        outside_asyncio: T = await importlib.import_module("anyio").to_thread.run_sync(function)
        return outside_asyncio
    import asyncio  # noqa: PLC0415 - as above

    return await asyncio.to_thread(function)


class _Limited(Generic[R]):
    """A response that is read within the limits and until the deadline of its request."""

    def __init__(self, response: R, request: Request) -> None:
        self._response = response
        self._request = request
        self._content: bytes | None = None
        self.header_texts = _response_headers(response)

    @property
    def status_code(self) -> int:
        return self._response.status_code

    @property
    def headers(self) -> HttpHeaders:
        return self._response.headers

    @property
    def is_stream_consumed(self) -> bool:
        return self._response.is_stream_consumed

    @property
    def content(self) -> bytes:
        return self._response.content if self._content is None else self._content

    @property
    def _is_read(self) -> bool:
        return self._content is not None or self._response.is_stream_consumed

    def _check_time(self) -> None:
        if (deadline := self._request.deadline) and deadline.time_left <= 0:
            raise TimeoutError

    def _decompressor(self, *, is_kept: bool = False) -> Decompressor:
        return Decompressor(self.header_texts.get("content-encoding", ""), self._request.limits, is_kept=is_kept)

    def _is_dispensable(self, error: Exception) -> bool:
        """Whether a body that cannot be read is taken for none: that of a failure, whose status says more."""
        failure = None if self.status_code // 100 == 2 else transport_failure(error, self._request.deadline)  # noqa: PLR2004 - 2xx
        return failure is not None and failure.kind == "broken"


class _LimitedResponse(_Limited["StreamedResponse"]):
    """A response of a sync client; see `StreamedResponse`."""

    @property
    def extensions(self) -> Mapping[str, Any]:
        return self._response.extensions

    def iter_raw(self) -> Iterator[bytes]:
        for chunk in self._response.iter_raw():
            self._check_time()
            yield chunk

    def iter_bytes(self) -> Iterator[bytes]:
        return self._decompressed(self._decompressor())

    def _decompressed(self, decompressor: Decompressor) -> Iterator[bytes]:
        if self._is_read:
            yield self.content
            return
        for chunk in self._response.iter_raw():
            self._check_time()
            for piece in decompressor.decompress(chunk):
                self._check_time()
                yield piece
        decompressor.finish()

    def read(self) -> bytes:
        pieces, size = list[bytes](), 0
        try:
            for piece in self._decompressed(self._decompressor(is_kept=True)):
                size += len(piece)
                self._request.limits.check_size(size)
                pieces.append(piece)
        except Exception as error:
            if not self._is_dispensable(error):
                raise
            pieces = []
        self._content = b"".join(pieces)
        return self._content


class _AsyncLimitedResponse(_Limited["AsyncStreamedResponse"]):
    """A response of an async client; see `AsyncStreamedResponse`."""

    def aiter_raw(self) -> AsyncIterator[bytes]:
        return self._response.aiter_raw()

    def aiter_bytes(self) -> AsyncGenerator[bytes]:
        return self._decompressed(self._decompressor())

    async def _decompressed(self, decompressor: Decompressor) -> AsyncGenerator[bytes]:
        if self._is_read:
            yield self.content
            return
        async for chunk in self._response.aiter_raw():
            for piece in decompressor.decompress(chunk):
                self._check_time()
                yield piece
        decompressor.finish()

    async def aread(self) -> bytes:
        pieces, size = list[bytes](), 0
        try:
            async for piece in self._decompressed(self._decompressor(is_kept=True)):
                size += len(piece)
                self._request.limits.check_size(size)
                pieces.append(piece)
        except Exception as error:
            if not self._is_dispensable(error):
                raise
            pieces = []
        self._content = b"".join(pieces)
        return self._content

    async def aclose(self) -> None:
        await self._response.aclose()


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


def _checked_keeping(keep_cookies: object) -> bool:
    if not isinstance(keep_cookies, bool):
        raise ConfigurationError("keep_cookies= has to be True or False")
    return keep_cookies


def _new_sync(library: str, *, keep_cookies: bool) -> SyncHttpClient:
    client: SyncHttpClient = importlib.import_module(library).Client(**_arguments(keep_cookies=keep_cookies))
    return client


def _new_async(library: str, *, keep_cookies: bool) -> AsyncHttpClient:
    client: AsyncHttpClient = importlib.import_module(library).AsyncClient(**_arguments(keep_cookies=keep_cookies))
    return client


def _arguments(*, keep_cookies: bool) -> dict[str, Any]:
    """The arguments of an HTTP client of our own."""
    from http.cookiejar import CookieJar  # noqa: PLC0415 - loaded by the library anyway

    class NoCookies(CookieJar):
        """Looks for no cookies in responses, which takes a while."""

        def extract_cookies(self, response: object, request: object) -> None:
            pass

    return {"timeout": DEFAULT_TIMEOUT, "cookies": CookieJar() if keep_cookies else NoCookies()}


def _library_of(client: object) -> str:
    """The package of a client's class, or of the class that it is derived from."""
    packages = [each.__module__.partition(".")[0] for each in type(client).__mro__]
    return next((each for each in packages if each.startswith("httpx")), packages[0])


def _network_stream(response: object) -> object:
    """The connection of a response of httpx, None for one that has none."""
    extensions: object = getattr(response, "extensions", None)
    return extensions.get("network_stream") if is_dict(extensions) else None


def transport_failure(
    error: Exception, deadline: Deadline | None, activity: str = "receiving a stream"
) -> TransportFailure | None:
    """What an exception means for a response, None for one that is not of the connection."""
    if isinstance(error, BodyError):
        return TransportFailure(error.kind, str(error))
    names = [each.__name__ for each in type(error).__mro__ if each.__name__ in _FAILURES]
    kind = _FAILURES[names[0]] if names else None
    is_timeout = kind == "timeout" or type(error) is TimeoutError
    if deadline and is_timeout and deadline.time_left < _TOLERANCE:
        return TransportFailure("deadline", deadline.describe(activity))
    return TransportFailure(kind, f"{type(error).__name__}: {error}".rstrip(": ")) if kind else None


def _response_headers(response: HttpResponse) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in response.headers.multi_items():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return headers


# ---------------------------------------------------------------- arguments of the library


@dataclass(slots=True)
class _Exchange:
    """One attempt to send a request: the arguments of the HTTP library, with the secrets, and what it waits for."""

    request: Request
    client: object = field(repr=False)
    url: str = field(repr=False)
    options: dict[str, Any] = field(repr=False)
    stream: _Stream | None = field(repr=False)
    redactor: Redactor
    is_of_caller: bool
    activity: Activity = field(default_factory=Activity)

    @property
    def timeout(self) -> Timeout:
        """The timeout of the request, which may be that of the HTTP client."""
        given = self.request.timeout
        if given is not NOT_GIVEN:
            return given
        try:
            return parse_timeout(getattr(self.client, "timeout", None))
        except ConfigurationError:
            return parse_timeout(None)

    def learn_authorization(self, outcome: object) -> None:
        """Keep secret what the caller's HTTP client, or its authentication, has added to the request.

        That is an Authorization header, and everything that an authentication such as `httpx.Auth` added or changed.
        The `outcome` of the request is a response or an exception.
        """
        if not self.is_of_caller:
            return
        try:
            sent: object = getattr(outcome, "request", None)
        except RuntimeError:  # one made by hand has no request
            return
        headers = getattr(sent, "headers", None)
        if not is_mapping(headers):
            return
        if isinstance(value := headers.get("authorization"), str):
            self.redactor.learn_header("authorization", value)
        if self.request.auth is not None or getattr(self.client, "auth", None) is not None:
            ours = {name.decode().lower(): value.decode() for name, value in self.options["headers"]}
            added = [value for name, value in headers.items() if name not in _ORDINARY and value != ours.get(name)]
            known = set(parse_qsl(urlsplit(self.url).query))
            query = parse_qsl(urlsplit(str(getattr(sent, "url", ""))).query)
            added += [value for name, value in query if (name, value) not in known]
            self.redactor.learn(*(Secret(str(value)) for value in added if len(str(value)) >= _SHORTEST_SIGNATURE))

    def complete(self, response: HttpResponse) -> Response:
        """Return a response that the library has read to its end. Raises OversizedBodyError."""
        self.learn_authorization(response)
        self.request.limits.check_size(len(response.content))
        return Response(response.status_code, _response_headers(response), response.content)

    def limit_time(self, trace: object) -> None:
        """Let no step outlast the deadline; `trace` learns of the steps. Raises TimeoutError if no time is left."""
        if self.request.deadline:
            self.options["timeout"] = steps = tuple(map(self.request.deadline.cap, self.timeout.steps))
            if min(steps) <= 0:
                raise TimeoutError
            if trace:
                self.options["extensions"] = {"trace": trace}

    def failure(self, error: Exception) -> TransportFailure | None:
        """Return why there is no response, None for an error that does not mean that."""
        self.learn_authorization(error)  # what cannot be sent is quoted in the message
        failure = transport_failure(error, self.request.deadline, self.activity.text)
        if failure is None or failure.kind == "deadline" or isinstance(error, BodyError):
            return failure
        return replace(failure, reason=f"{type(error).__name__}: {self._reason(error)}".rstrip(": "))

    def deadline_failure(self, deadline: Deadline) -> TransportFailure:
        """Return the failure of a call whose time is over."""
        return TransportFailure("deadline", deadline.describe(self.activity.text))

    def _reason(self, error: Exception) -> str:
        host = urlsplit(self.url).netloc.rpartition("@")[2]
        name = type(error).__name__
        if name in _TIMEOUT_REASONS:
            step, reason = _TIMEOUT_REASONS[name]
            seconds = getattr(self.timeout, step)
            return f"{reason.format(host=host)}{'' if seconds is None else f' within {seconds:g} s'}"
        if _FAILURES.get(name) == "connect" and host not in str(error):
            return f"{host}: {error}"
        return str(error)

    def close(self) -> None:
        """Close the files that the library has not read to their end."""
        if self.stream:
            self.stream.close()


_ORDINARY = frozenset(
    [
        *("accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "cookie"),
        *("date", "host", "transfer-encoding", "user-agent"),
    ]
)
"""Headers whose values say nothing secret, or that are kept secret anyway."""
_SHORTEST_SIGNATURE = 8
"""Characters from which on a cookie, or what an authentication has added, is secret; a shorter one is a version."""
_TIMEOUT_REASONS = {
    "ConnectTimeout": ("connect", "no connection to {host}"),
    "ReadTimeout": ("read", "nothing received from {host}"),
    "WriteTimeout": ("write", "nothing accepted by {host}"),
    "PoolTimeout": ("pool", "no free connection to {host}"),
}
"""For the exceptions of HTTP libraries, the step that took too long, and what was missing."""


def _prepare(request: Request, client: object, redactor: Redactor, *, is_given: bool, has_jar: bool) -> _Exchange:
    """Join request and secrets, for one attempt; the HTTP client may be given by the caller, and may have cookies."""
    content = request.body.content if request.body else None
    stream = None if content is None or isinstance(content, bytes) else _Stream(content)
    session = _session_cookies(client, request.url) if has_jar else []
    redactor.learn(*(Secret(value) for _, value in session if len(value) >= _SHORTEST_SIGNATURE))
    options: dict[str, Any] = {
        "content": stream or content,
        "headers": _request_headers(request, session, content),
        "follow_redirects": False,
    }
    if request.timeout is not NOT_GIVEN:
        steps = request.timeout.steps
        options["timeout"] = steps if len(set(steps)) > 1 else steps[0]
    if request.auth is not None:
        options["auth"] = request.auth
    is_of_caller = is_given or request.auth is not None
    return _Exchange(request, client, _url(request), options, stream, redactor, is_of_caller)


def _url(request: Request) -> str:
    keys = [
        f"{quote(placed.name, safe='')}={quote(placed.secret.reveal(), safe='')}"
        for placed in request.secrets
        if placed.location == "query"
    ]
    return request.url + ("&" if "?" in request.url else "?") + "&".join(keys) if keys else request.url


def _request_headers(
    request: Request, session: list[tuple[str, str]], content: bytes | BodyStream | None
) -> list[tuple[bytes, bytes]]:
    headers = {name.lower(): (name, value) for name, value in request.headers}
    headers.setdefault("accept-encoding", ("Accept-Encoding", ACCEPTED_CODINGS))
    if content is not None and not isinstance(content, bytes) and content.size is not None:
        headers["content-length"] = ("Content-Length", str(content.size))  # or libraries use chunked encoding
    keys: list[tuple[str, str]] = []
    for placed in request.secrets:
        if placed.location == "header":
            headers[placed.name.lower()] = (placed.name, placed.secret.reveal())
        elif placed.location == "cookie":
            keys.append((placed.name, placed.secret.reveal()))
    if request.cookies or keys or session:  # the library refuses cookies of a server that are not ASCII
        _, from_headers = headers.get("cookie", ("", ""))
        headers["cookie"] = ("Cookie", _cookie_header(session, _cookies(from_headers), request.cookies, keys))
    return [(name.encode("ascii"), value.encode()) for name, value in headers.values()]


def _session_cookies(client: object, url: str) -> list[tuple[str, str]]:
    """The cookies that an HTTP client has for a URL; it adds none to a request that has a Cookie header already."""
    from http.cookiejar import CookieJar  # noqa: PLC0415 - most APIs have no cookies
    from urllib.request import Request as UrlRequest  # noqa: PLC0415

    jar: object = getattr(getattr(client, "cookies", None), "jar", None)
    if not isinstance(jar, CookieJar) or not len(jar):
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
        self.body = body
        self._running: list[Generator[bytes]] = []

    def __iter__(self) -> Iterator[bytes]:
        chunks = iter(self.body)
        self._running.append(chunks)
        return chunks

    def close(self) -> None:
        """End all iterations."""
        for chunks in self._running:
            chunks.close()


class _AsyncStream:
    """The same for an async library."""

    def __init__(self, body: BodyStream) -> None:
        self._body = body
        self._running: list[AsyncGenerator[bytes]] = []

    def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = aiter(self._body)
        self._running.append(chunks)
        return chunks

    async def aclose(self) -> None:
        """End all iterations."""
        for chunks in self._running:
            await chunks.aclose()

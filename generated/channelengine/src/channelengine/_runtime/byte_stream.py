"""Responses whose bodies stay open: read while they arrive, closed early or at their end.

`ByteStream` gives the chunks, lines or text of any body; `streaming.py` gives the items of bodies that consist of some.
"""

from __future__ import annotations

import codecs
import socket
import sys
from abc import ABC, abstractmethod
from contextlib import AsyncExitStack, ExitStack, nullcontext
from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, cast

from .framing import FramingError, LineSplitter
from .http.messages import Response, TransportFailure
from .http.transport import run_within, transport_failure
from .media_types import charset_of
from .response.content import is_json
from .response.decode import download_error, value_of
from .response.failures import transport_error
from .timeouts import enforce

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    from .client import AsyncClient, SyncClient
    from .errors import ResponseError, TransportError
    from .http.messages import Answer, AsyncStreamedResponse, Request, StreamedResponse
    from .operation import Call
    from .options import ClientConfig
    from .timeouts import Deadline


@dataclass(frozen=True, slots=True)
class ResponseHead:
    """Status and headers of a response whose body is read while it arrives.

    `headers` have lower-case names; those with secrets are hidden.
    """

    operation: str
    status: int
    headers: Mapping[str, str] = field(repr=False)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


# ---------------------------------------------------------------- open bodies


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call whose response is open: what reading its body has to know of it."""

    call: Call[Any]
    config: ClientConfig
    response: Response
    deadline: Deadline | None

    @property
    def head(self) -> ResponseHead:
        """Status and headers, for the caller."""
        headers = self.config.redactor.headers(self.response.headers)
        return ResponseHead(self.call.operation.id, self.response.status, headers)

    def transport_error(self, error: Exception) -> TransportError | None:
        """The error for an exception while the body was read, None where it is not one of the connection."""
        failure = transport_failure(error, self.deadline)
        return None if failure is None else transport_error(failure, self.call.operation, self.config)

    def broken(self, reason: str) -> TransportError:
        """The error for a body that cannot be read to its end."""
        return transport_error(TransportFailure("broken", reason), self.call.operation, self.config)


class OpenBody:
    """The body of an open response of a sync client. It is closed at its end, by `close`, and with its last owner."""

    def __init__(self, opened: OpenCall, response: StreamedResponse, connection: ExitStack) -> None:
        self.is_closed = False
        self._opened = opened
        self._extensions = response.extensions
        self._lock = RLock()
        self._chunks = _read_chunks(response, connection.pop_all())
        next(self._chunks)

    def read(self) -> bytes | None:
        """Wait for the next chunk, decompressed; None after the last one. Raises TransportError."""
        with self._lock:
            chunk = failure = None
            try:
                with enforce(self._opened.deadline):
                    chunk = None if self.is_closed else next(self._chunks, None)
            except Exception as error:
                if self.is_closed:  # by another thread, meanwhile
                    return None
                self.close()
                if (failure := self._opened.transport_error(error)) is None:
                    raise
            if failure is not None:  # not in the context of an error that has the request, and so its headers
                raise failure
            if chunk is None or self.is_closed:
                self.close()
                return None
            return chunk

    def close(self) -> None:
        """Close the response; a thread that waits for the next chunk gets None."""
        self.is_closed = True
        if self._lock.acquire(blocking=False):
            try:
                self._chunks.close()
            finally:
                self._lock.release()
        else:
            _interrupt(self._extensions)


def _read_chunks(response: StreamedResponse, connection: ExitStack) -> Generator[bytes]:
    """Yield the chunks of a body; a generator that is not referenced any more is closed, and closes the response."""
    with connection:
        yield b""  # nothing before this one is executed when a generator is closed
        yield from response.iter_bytes()


def _interrupt(extensions: Mapping[str, Any]) -> None:
    """End a read that is waiting in another thread, unless other requests share its connection (HTTP/2)."""
    stream = extensions.get("network_stream")
    if stream is None or extensions.get("http_version") not in {b"HTTP/1.0", b"HTTP/1.1"}:
        return
    connection = stream.get_extra_info("socket")
    if isinstance(connection, socket.socket):
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:  # it has ended by itself
            return


class AsyncOpenBody:
    """The body of an open response of an async client; see OpenBody."""

    def __init__(self, opened: OpenCall, response: AsyncStreamedResponse, connection: AsyncExitStack) -> None:
        self.is_closed = False
        self._opened = opened
        self._response = response
        self._connection = connection
        self._chunks = _read_chunks_async(response)
        self._lock = _async_lock()
        self._is_canceled = False

    @classmethod
    async def create(cls, opened: OpenCall, response: AsyncStreamedResponse, connection: AsyncExitStack) -> Self:
        """Take over the response."""
        body = cls(opened, response, connection.pop_all())
        await anext(body._chunks)
        return body

    async def read(self) -> bytes | None:
        """Wait for the next chunk, decompressed; None after the last one. Raises TransportError.

        A task that is canceled while it waits leaves a broken connection, which is no end of the body.
        """
        async with self._lock:
            if self._is_canceled:
                raise self._opened.broken("the task that waited for the next part of the body was canceled")
            chunk = failure = None
            try:
                chunk = None if self.is_closed else await self._next_chunk()
            except Exception as error:
                if self.is_closed:  # by another task, meanwhile
                    return None
                await self.aclose()
                if (failure := self._opened.transport_error(error)) is None:
                    raise
            except BaseException:
                self._is_canceled = True
                raise
            if failure is not None:
                raise failure
            if chunk is None or self.is_closed:
                await self.aclose()
                return None
            return chunk

    async def _next_chunk(self) -> bytes | None:
        deadline = self._opened.deadline
        if deadline is None:
            return await anext(self._chunks, None)
        taken = await run_within(deadline.time_left, self._take()) if deadline.time_left > 0 else None
        if taken is None:
            raise TimeoutError
        return taken[0]

    async def _take(self) -> tuple[bytes | None]:
        return (await anext(self._chunks, None),)

    async def aclose(self) -> None:
        """Close the response; a task that waits for the next chunk gets None."""
        self.is_closed = True
        try:
            await self._chunks.aclose()
        except RuntimeError:  # the generator is running: another task waits for the next chunk
            await self._response.aclose()
        await self._connection.aclose()


async def _read_chunks_async(response: AsyncStreamedResponse) -> AsyncGenerator[bytes]:
    """Yield the chunks of a body; the event loop closes a generator that is not referenced any more, or at its end.

    It closes those of the library then too, so nothing but the response is closed here, which may happen twice.
    """
    try:
        yield b""
        async for chunk in response.aiter_bytes():
            yield chunk
    finally:
        await response.aclose()


def _async_lock() -> AbstractAsyncContextManager[object]:
    """A lock of the running event loop; nothing where that is one of another library than asyncio."""
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio.Lock() if asyncio and asyncio.get_running_loop() else nullcontext()
    except RuntimeError:
        return nullcontext()


# ---------------------------------------------------------------- bytes, lines and text


def open_bytes(client: SyncClient, call: Call[object]) -> ByteStream:
    """Perform a call and return its open body; raises what `send` raises."""
    receiver = _ByteReceiver()
    client.drive(client.perform(call, receiver))
    return cast("ByteStream", receiver.stream)


async def open_bytes_async(client: AsyncClient, call: Call[object]) -> AsyncByteStream:
    """Perform a call and return its open body; raises what `send` raises."""
    receiver = _ByteReceiver()
    await client.drive(client.perform(call, receiver))
    return cast("AsyncByteStream", receiver.stream)


class ByteStream:
    """A body that is read while it arrives, in constant memory. As a context manager it is closed at the end.

    Iterating it gives the chunks, as `iter_bytes` does. Closing it early closes the connection. Threads may share it:
    each chunk goes to one of them, and `close` ends the waiting of the others. What was read cannot be read again.

    Attributes:
        response: status and headers.
    """

    def __init__(self, opened: OpenCall, body: OpenBody) -> None:
        self.response = opened.head
        self._opened = opened
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return self.iter_bytes()

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the chunks as they arrive, decompressed. Raises TransportError if the connection breaks."""
        while (chunk := self._body.read()) is not None:
            if chunk:
                yield chunk

    def iter_text(self) -> Iterator[str]:
        """Yield the chunks as text, decoded by the charset that the response names, else by UTF-8."""
        decoder = _TextDecoder(self.response)
        for chunk in self.iter_bytes():
            yield from decoder.decode(chunk)
        yield from decoder.decode(b"", is_last=True)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines as they arrive, without their ends; a line ends with LF, CR or both.

        Raises ResponseTooLargeError for a line of more than `max_response_size` bytes.
        """
        lines = _TextLines(self._opened)
        for text in self.iter_text():
            yield from lines.feed(text)
        yield from lines.finish()

    def close(self) -> None:
        """Close the response, and its connection if the body is not at its end."""
        self._body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncByteStream:
    """A body that is read while it arrives, in constant memory; see ByteStream.

    Attributes:
        response: status and headers.
    """

    def __init__(self, opened: OpenCall, body: AsyncOpenBody) -> None:
        self.response = opened.head
        self._opened = opened
        self._body = body

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.iter_bytes()

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the chunks as they arrive, decompressed. Raises TransportError if the connection breaks."""
        while (chunk := await self._body.read()) is not None:
            if chunk:
                yield chunk

    async def iter_text(self) -> AsyncIterator[str]:
        """Yield the chunks as text, decoded by the charset that the response names, else by UTF-8."""
        decoder = _TextDecoder(self.response)
        async for chunk in self.iter_bytes():
            for text in decoder.decode(chunk):
                yield text
        for text in decoder.decode(b"", is_last=True):
            yield text

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines as they arrive, without their ends; see `ByteStream.iter_lines`."""
        lines = _TextLines(self._opened)
        async for text in self.iter_text():
            for line in lines.feed(text):
                yield line
        for line in lines.finish():
            yield line

    async def aclose(self) -> None:
        """Close the response, and its connection if the body is not at its end."""
        await self._body.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


class _TextDecoder:
    """Decodes a body chunk by chunk; bytes that do not decode become U+FFFD, a byte order mark is removed."""

    def __init__(self, response: ResponseHead) -> None:
        charset = charset_of(response.headers.get("content-type", ""))
        self._decoder = codecs.getincrementaldecoder("utf-8-sig" if charset == "utf-8" else charset)("replace")

    def decode(self, chunk: bytes, *, is_last: bool = False) -> Iterator[str]:
        """Yield the text that is complete, if there is any."""
        try:
            text = self._decoder.decode(chunk, is_last)
        except UnicodeError:  # UTF-16 or UTF-32 without a byte order mark: then the order of this machine, as elsewhere
            self._decoder.setstate((self._decoder.getstate()[0], 0))
            text = self._decoder.decode(chunk, is_last)
        if text:
            yield text


class _TextLines:
    """Divides a text into lines, each of them no longer than a body in memory may be."""

    def __init__(self, opened: OpenCall) -> None:
        self._opened = opened
        self._splitter = LineSplitter(cr=True, limit=opened.config.limits.size)

    def feed(self, text: str) -> Iterator[str]:
        """Yield the lines that are complete with this text. Raises ResponseTooLargeError."""
        try:
            for line in self._splitter.feed(text.encode("utf-8", "surrogatepass")):
                yield line.decode("utf-8", "surrogatepass")
        except FramingError as error:
            failure = TransportFailure("oversized", f"{error}, which max_response_size= permits")
            raise transport_error(failure, self._opened.call.operation, self._opened.config) from None

    def finish(self) -> Iterator[str]:
        """Yield the last line if it has no end."""
        for line in self._splitter.finish():
            yield line.decode("utf-8", "surrogatepass")


# ---------------------------------------------------------------- from a call to its open body


class OpenReceiver(ABC):
    """Leaves the body of a success open; see Receiver. `stream` is what was made of it, None if it was read instead."""

    def __init__(self) -> None:
        self.stream: object = None
        self._error: ResponseError | None = None
        self._deadline: Deadline | None = None

    def begin(self, call: Call[Any], config: ClientConfig) -> None:
        """Prepare for the attempts of a call."""
        self.call, self.config = call, config

    def prepare(self, request: Request) -> Request:
        """Return the request as it is, and take note of its deadline, which ends the stream too."""
        self._deadline = request.deadline
        return request

    def receive(
        self, response: StreamedResponse, headers: Mapping[str, str], connection: ExitStack, /
    ) -> Answer | None:
        """Leave the response open if its body is accepted."""
        head = Response(response.status_code, headers, b"")
        if not self.accepts(head):
            response.read()
            return None
        self._error = self.check(Response(head.status, headers, response.read()) if self._may_fail(head) else head)
        if self._error is None:
            opened = OpenCall(self.call, self.config, head, self._deadline)
            self.stream = self.open(opened, OpenBody(opened, response, connection))
        return head

    async def receive_async(
        self, response: AsyncStreamedResponse, headers: Mapping[str, str], connection: AsyncExitStack, /
    ) -> Answer | None:
        """Leave the response of an async client open; see `receive`."""
        head = Response(response.status_code, headers, b"")
        if not self.accepts(head):
            await response.aread()
            return None
        self._error = self.check(
            Response(head.status, headers, await response.aread()) if self._may_fail(head) else head
        )
        if self._error is None:
            opened = OpenCall(self.call, self.config, head, self._deadline)
            self.stream = self.open_async(opened, await AsyncOpenBody.create(opened, response, connection))
        return head

    def made_progress(self) -> bool:
        """Whether another attempt continues where the last one stopped; never."""
        return False

    def result(self, response: Response) -> object:
        """Return the stream, the value of a body that was read instead, or an error."""
        if self._error is not None or self.stream is not None:
            return self._error or self.stream
        return value_of(response, self.call.operation, self.config)

    def _may_fail(self, head: Response) -> bool:
        """Whether a body, which then is read into memory, may report a failure."""
        operation, errors = self.call.operation, self.config.api.errors
        has_errors = operation.envelope is not None or (errors is not None and errors.codes)
        return bool(has_errors) and is_json(head.media_type)

    @abstractmethod
    def accepts(self, head: Response) -> bool:
        """Whether the body of a response is left open, rather than read into memory."""

    @abstractmethod
    def check(self, response: Response) -> ResponseError | None:
        """Return why a body that is accepted cannot be used."""

    @abstractmethod
    def open(self, opened: OpenCall, body: OpenBody) -> object:
        """Return what the caller gets."""

    @abstractmethod
    def open_async(self, opened: OpenCall, body: AsyncOpenBody) -> object:
        """Return what the caller of an async client gets."""


class _ByteReceiver(OpenReceiver):
    def accepts(self, head: Response) -> bool:
        return head.is_success

    def check(self, response: Response) -> ResponseError | None:
        is_empty = response.headers.get("content-length") == "0"
        return download_error(response, self.call.operation, self.config, is_empty=is_empty)

    def open(self, opened: OpenCall, body: OpenBody) -> ByteStream:
        return ByteStream(opened, body)

    def open_async(self, opened: OpenCall, body: AsyncOpenBody) -> AsyncByteStream:
        return AsyncByteStream(opened, body)

"""A relay on loopback between client and server: it records every request and can spoil responses.

It stands in front of the sandbox and of any other server alike, so cells count requests that arrived, not those that a
client believes it sent. Bytes of responses are passed on as they arrive.
"""

import asyncio
import socket
import ssl
import struct
import threading
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from typing import Final
from urllib.parse import SplitResult, urlsplit

import h11

from channelsmith.conform.traffic import (
    CELL_HEADER,
    Disconnect,
    Exchange,
    Forward,
    Hang,
    RecordedRequest,
    RecordedResponse,
    Reply,
    Script,
)

_PATIENCE: Final = 10.0
"""Seconds to wait for the relay to start or stop."""
_CHUNK: Final = 1 << 16
_MAX_HEAD: Final = 1 << 20
_RESET: Final = struct.pack("ii", 1, 0)
"""The linger option with which closing a socket resets the connection."""
_NOT_FORWARDED: Final = frozenset({CELL_HEADER, "host", "accept-encoding", "connection"})
"""Request headers that are the relay's own, or would hide bodies from it."""
_FRAMING: Final = frozenset({"content-length", "transfer-encoding", "connection", "content-encoding"})
_BODILESS: Final = frozenset({204, 304})
_PHRASES: Final = {status.value: status.phrase for status in HTTPStatus}


class _ConnectionReset(Exception):  # noqa: N818 -- an outcome, not a mistake
    """The connection to the client has to be reset."""


@dataclass(eq=False)
class Relay:
    """Where clients connect to, and what was recorded by cell."""

    target: SplitResult
    url: str = ""
    """The base URL for clients: the relay, with the path of the server."""
    other_origin: str = ""
    """The origin of another host, which should never receive a request."""
    scripts: dict[str, Script] = field(default_factory=dict[str, Script])
    strays: list[RecordedRequest] = field(default_factory=list[RecordedRequest])
    """Requests that belong to no cell."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_own_host: bool) -> None:
        """Answer the requests of one connection."""
        connection = _ClientConnection(reader, writer)
        with suppress(ConnectionError, asyncio.CancelledError):
            try:
                while (request := await connection.receive()) is not None and await self._answer(
                    request, connection, is_own_host=is_own_host
                ):
                    pass
            except _ConnectionReset:
                connection.reset()
            finally:
                writer.close()

    async def _answer(self, request: RecordedRequest, connection: "_ClientConnection", *, is_own_host: bool) -> bool:
        """Take the step for one request; False when the connection cannot be used again."""
        exchange = Exchange(request, is_own_host)
        script = self.scripts.get(request.header(CELL_HEADER) or "")
        if script is None:
            self.strays.append(request)
            return await connection.reply(Reply(400, (), b"this request belongs to no cell"), exchange)
        script.exchanges.append(exchange)
        if not is_own_host:
            return await connection.reply(Reply(200, (("content-type", "application/json"),), b"{}"), exchange)
        match script.next_step():
            case Reply() as reply:
                return await connection.reply(reply, exchange)
            case Disconnect():
                raise _ConnectionReset
            case Hang():
                await connection.wait_closed()
                return False
            case Forward() as step:
                return await self._forward(step, exchange, connection)

    async def _forward(self, step: Forward, exchange: Exchange, connection: "_ClientConnection") -> bool:
        request = exchange.request
        kept = [(name, value) for name, value in request.headers if name.lower() not in _NOT_FORWARDED]
        headers = (("Host", self.target.netloc), *kept, *step.headers)
        passes_on = step.edit is None and step.then is None
        is_reusable = await _fetch(
            RecordedRequest(request.method, request.target, headers, request.body),
            self.target,
            exchange,
            connection.writer if passes_on else None,
        )
        if exchange.response is None:
            return False
        match step.then:
            case Disconnect():
                raise _ConnectionReset
            case Reply() as reply:
                return await connection.reply(reply, exchange)
            case None if step.edit is not None:
                return await connection.reply(step.edit(exchange.response), exchange)
            case None:
                return is_reusable


class _ClientConnection:
    """The connection of one client: requests are read whole, one after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self.writer = writer
        self._rest = b""

    async def receive(self) -> RecordedRequest | None:
        """Return the next request; None at the end of the connection, and for what is not HTTP."""
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_HEAD)
        if self._rest:
            connection.receive_data(self._rest)
        request: h11.Request | None = None
        body: list[bytes] = []
        while True:
            try:
                event = connection.next_event()
            except h11.RemoteProtocolError:
                return None
            if event is h11.NEED_DATA:
                connection.receive_data(await self._reader.read(_CHUNK))
            elif isinstance(event, h11.Request):
                request = event
            elif isinstance(event, h11.Data):
                body.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage) and request is not None:
                self._rest = connection.trailing_data[0]
                headers = _decoded(request.headers.raw_items())
                return RecordedRequest(
                    request.method.decode(), request.target.decode("latin-1"), headers, b"".join(body)
                )
            else:
                return None

    async def reply(self, reply: Reply, exchange: Exchange) -> bool:
        """Send a response of the relay's own; False when the connection cannot be used again."""
        is_head, target = exchange.request.method == "HEAD", exchange.request.target
        headers = tuple((name.lower(), value) for name, value in reply.headers)
        body = b"" if is_head or reply.status in _BODILESS else reply.body
        exchange.response = None if reply.announced else RecordedResponse(reply.status, headers, body)
        lines = [f"HTTP/1.1 {reply.status} {_PHRASES.get(reply.status, '')}"]
        lines += [f"{name}: {value.replace('{target}', target)}" for name, value in headers if name not in _FRAMING]
        if reply.status not in _BODILESS:
            lines.append(f"content-length: {reply.announced or len(reply.body)}")
        if reply.announced:
            lines.append("connection: close")
        self.writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        await self.writer.drain()
        return not reply.announced

    async def wait_closed(self) -> None:
        """Wait until the client has closed the connection."""
        while await self._reader.read(_CHUNK):
            pass

    def reset(self) -> None:
        """Reset the connection (TCP RST)."""
        connection: socket.socket | None = self.writer.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.writer.transport.abort()


async def _fetch(
    request: RecordedRequest, target: SplitResult, exchange: Exchange, passing: asyncio.StreamWriter | None
) -> bool:
    """Send a request to the server and its response to `passing`, byte by byte as it arrives.

    A complete response is recorded before its last bytes are passed on.

    Returns:
        Whether the connection to the client can be used again.

    Raises:
        _ConnectionReset: the server could not be reached, or reset the connection.
    """
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        reader, writer = await asyncio.open_connection(target.hostname, port, ssl=_tls(target.scheme))
    except OSError:
        raise _ConnectionReset from None
    try:
        connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MAX_HEAD)
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in request.headers]
        head = h11.Request(method=request.method, target=request.target.encode("latin-1"), headers=headers)
        events = [head, *([h11.Data(data=request.body)] if request.body else []), h11.EndOfMessage()]
        writer.write(b"".join(connection.send(event) or b"" for event in events))
        return await _pass_on(connection, reader, exchange, passing)
    except ConnectionResetError:
        raise _ConnectionReset from None
    finally:
        writer.close()


async def _pass_on(
    connection: h11.Connection,
    reader: asyncio.StreamReader,
    exchange: Exchange,
    passing: asyncio.StreamWriter | None,
) -> bool:
    response: h11.Response | None = None
    body: list[bytes] = []
    data = b""
    while True:
        try:
            event = connection.next_event()
        except h11.RemoteProtocolError:
            event = h11.ConnectionClosed()
        if isinstance(event, h11.Response):
            response = event
        elif isinstance(event, h11.Data):
            body.append(bytes(event.data))
        elif event is h11.NEED_DATA:
            await _write(passing, data)
            data = await reader.read(_CHUNK)
            connection.receive_data(data)
        elif isinstance(event, h11.EndOfMessage) and response is not None:
            exchange.response = RecordedResponse(response.status_code, _decoded(response.headers), b"".join(body))
            await _write(passing, data)
            return connection.their_state is h11.DONE
        elif isinstance(event, h11.ConnectionClosed):
            await _write(passing, data)
            return False


async def _write(writer: asyncio.StreamWriter | None, data: bytes) -> None:
    if writer is not None and data:
        writer.write(data)
        await writer.drain()


def _decoded(headers: Iterable[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)


@cache
def _tls(scheme: str) -> ssl.SSLContext | None:
    return ssl.create_default_context() if scheme == "https" else None


@contextmanager
def run_relay(base_url: str) -> Generator[Relay]:
    """Run a relay in front of a server, in a thread, for as long as the context lasts.

    Raises:
        OSError: no port of loopback can be listened on.
    """
    relay = Relay(urlsplit(base_url))
    loop = asyncio.new_event_loop()
    ready, stopped = threading.Event(), asyncio.Event()

    async def main() -> None:
        servers = [
            await asyncio.start_server(lambda r, w, own=own: relay.serve(r, w, is_own_host=own), "127.0.0.1", 0)  # type: ignore[misc]
            for own in (True, False)
        ]
        own, other = (server.sockets[0].getsockname()[1] for server in servers)
        relay.url = f"http://127.0.0.1:{own}{relay.target.path.rstrip('/')}"
        relay.other_origin = f"http://127.0.0.1:{other}"
        ready.set()
        await stopped.wait()
        for server in servers:
            server.close()
        while left := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    thread = threading.Thread(target=lambda: loop.run_until_complete(main()), daemon=True)
    with closing(loop):
        thread.start()
        if not ready.wait(_PATIENCE):
            raise OSError("the relay did not start")
        try:
            yield relay
        finally:
            loop.call_soon_threadsafe(stopped.set)
            thread.join(_PATIENCE)

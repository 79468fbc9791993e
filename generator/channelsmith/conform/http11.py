"""HTTP/1.1 over asyncio's streams, both ways, by h11: requests are read whole, answers are passed on as they come."""

import asyncio
import socket
import ssl
import struct
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from http import HTTPStatus
from typing import Final
from urllib.parse import SplitResult

import h11

from channelsmith.conform.traffic import Answered, Reply, Sent

_CHUNK: Final = 1 << 16
_LONGEST_HEAD: Final = 1 << 20
_LINGER: Final = struct.pack("ii", 1, 0)
_FRAMING: Final = frozenset({"content-length", "transfer-encoding", "connection", "content-encoding"})
_BODILESS: Final = frozenset({204, 304})


class Reset(Exception):  # noqa: N818 -- it is what happens to the connection, not a mistake
    """The connection to the client is to be reset."""


class Reader:
    """The requests of one connection, one after the other."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        """Reads from a stream."""
        self._reader = reader
        self._left = b""

    async def receive(self) -> Sent | None:
        """The next request, whole; None at the end of the connection, and for what is no HTTP."""
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_LONGEST_HEAD)
        connection.receive_data(self._left) if self._left else None
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
                self._left = connection.trailing_data[0]
                headers = _texts(request.headers.raw_items())
                return Sent(request.method.decode(), request.target.decode("latin-1"), headers, b"".join(body))
            else:
                return None

    async def gone(self) -> None:
        """Waits until the client has closed the connection."""
        while await self._reader.read(_CHUNK):
            pass


async def fetch(
    sent: Sent, target: SplitResult, passing: asyncio.StreamWriter | None, note: Callable[[Answered], None]
) -> bool:
    """Sends a request to the server; its answer goes to `passing` byte by byte while it comes.

    A complete answer is noted before its last bytes are passed on.

    Returns:
        Whether the connection to the client can be used again.

    Raises:
        Reset: the server could not be reached, or reset the connection.
    """
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        reader, writer = await asyncio.open_connection(target.hostname, port, ssl=_tls(target.scheme))
    except OSError:
        raise Reset from None
    try:
        connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        writer.write(b"".join(_request(connection, sent)))
        return await _response(connection, reader, passing, note)
    except ConnectionResetError:
        raise Reset from None
    finally:
        writer.close()


def _request(connection: h11.Connection, sent: Sent) -> Iterator[bytes]:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.headers]
    yield connection.send(h11.Request(method=sent.method, target=sent.target.encode("latin-1"), headers=headers)) or b""
    if sent.body:
        yield connection.send(h11.Data(data=sent.body)) or b""
    yield connection.send(h11.EndOfMessage()) or b""


async def _response(
    connection: h11.Connection,
    reader: asyncio.StreamReader,
    passing: asyncio.StreamWriter | None,
    note: Callable[[Answered], None],
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
            await _pass_on(passing, data)
            data = await reader.read(_CHUNK)
            connection.receive_data(data)
        elif isinstance(event, h11.EndOfMessage) and response is not None:
            note(Answered(response.status_code, _texts(response.headers), b"".join(body)))
            await _pass_on(passing, data)
            return connection.their_state is h11.DONE
        elif isinstance(event, h11.ConnectionClosed):
            await _pass_on(passing, data)
            return False


async def _pass_on(passing: asyncio.StreamWriter | None, data: bytes) -> None:
    if passing is not None and data:
        passing.write(data)
        await passing.drain()


def _texts(headers: Iterable[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)


def written(reply: Reply, *, target: str, head_only: bool = False) -> bytes:
    """A reply as it travels; `{target}` in a header is where the request went."""
    phrase = HTTPStatus(reply.status).phrase if reply.status in {each.value for each in HTTPStatus} else ""
    lines = [f"HTTP/1.1 {reply.status} {phrase}"]
    lines += [
        f"{name}: {value.replace('{target}', target)}" for name, value in reply.headers if name.lower() not in _FRAMING
    ]
    if reply.status not in _BODILESS:
        lines.append(f"content-length: {reply.promised or len(reply.body)}")
    lines += ["connection: close"] if reply.promised else []
    head = "\r\n".join([*lines, "", ""]).encode("latin-1")
    return head if head_only or reply.status in _BODILESS else head + reply.body


def abort(writer: asyncio.StreamWriter) -> None:
    """Resets a connection (a TCP RST)."""
    connection: socket.socket | None = writer.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
    writer.transport.abort()


@cache
def _tls(scheme: str) -> ssl.SSLContext | None:
    return ssl.create_default_context() if scheme == "https" else None

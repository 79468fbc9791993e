"""A relay on loopback between client and server: it records every request and can corrupt responses.

It is used with the sandbox and with any other server, so cells count requests that arrived, not those that a
client believes it sent.
"""

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urlsplit

import h11
import httpx

CELL_HEADER: Final = "x-conform-cell"
"""Names the cell that a request belongs to; the relay removes it."""
_PATIENCE: Final = 60.0
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


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """A request as it arrived: the target is still percent-encoded, header names are as they were written."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header, by any spelling of its name; None when it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        """The query, still encoded; "" when there is none."""
        return self.target.partition("?")[2]


@dataclass(frozen=True, slots=True)
class RecordedResponse:
    """A complete response; header names are lower-case."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header; None when there is none."""
        return next((value for key, value in self.headers if key == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(slots=True)
class Exchange:
    """A request and its response, None where the connection broke or nothing was answered."""

    request: RecordedRequest
    is_own_host: bool = True
    """False for the host that a redirect leads to."""
    response: RecordedResponse | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A response that the relay gives itself. With `announced` the headers promise more bytes than there are."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    announced: int = 0


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Reset the connection, without a byte of a response."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Never answer."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Send the request on to the server with further headers, and its response back unchanged.

    With `edit` the response is changed on its way; with `then` it is discarded, and that step is taken instead.
    """

    headers: tuple[tuple[str, str], ...] = ()
    edit: Callable[[RecordedResponse], Reply] | None = None
    then: Reply | Disconnect | None = None


Step: TypeAlias = Reply | Disconnect | Hang | Forward


@dataclass(slots=True)
class Script:
    """What happens to the requests of one cell: a step for each, the last one for all that follow."""

    steps: tuple[Step, ...] = (Forward(),)
    exchanges: list[Exchange] = field(default_factory=list[Exchange])

    def next_step(self) -> Step:
        """The step for the request that has just been recorded."""
        arrived = sum(exchange.is_own_host for exchange in self.exchanges)
        return self.steps[min(arrived, len(self.steps)) - 1]


class _ConnectionReset(Exception):  # noqa: N818 -- an outcome, not a mistake
    """The connection to the client has to be reset."""


@dataclass(eq=False)
class Relay:
    """The address for clients, and the recorded exchanges by cell."""

    target: SplitResult
    client: httpx.AsyncClient
    """Sends requests to the server, each over a connection of its own."""
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
        reply = await self._fetch(exchange.request, step.headers)
        if reply.announced:
            return await connection.reply(reply, exchange)
        if isinstance(step.then, Disconnect):
            raise _ConnectionReset
        if step.edit is not None:
            reply = step.edit(RecordedResponse(reply.status, reply.headers, reply.body))
        return await connection.reply(step.then or reply, exchange)

    async def _fetch(self, request: RecordedRequest, headers: tuple[tuple[str, str], ...]) -> Reply:
        """Return the response of the server to a request with further headers; one that breaks off announces more.

        Raises:
            _ConnectionReset: the server could not be reached, or gave no response.
        """
        kept = [(name, value) for name, value in request.headers if name.lower() not in _NOT_FORWARDED]
        forwarded = httpx.Request(
            request.method,
            f"{self.target.scheme}://{self.target.netloc}",
            headers=[*kept, *headers],
            content=request.body or None,
            extensions={"target": request.target.encode("latin-1")},
        )
        body = b""
        try:
            response = await self.client.send(forwarded, stream=True)
        except httpx.TransportError:
            raise _ConnectionReset from None
        announced = 0
        try:
            async for chunk in response.aiter_raw():
                body += chunk
        except httpx.RemoteProtocolError:
            announced = len(body) + 1
        except httpx.TransportError:
            raise _ConnectionReset from None
        finally:
            await response.aclose()
        return Reply(response.status_code, tuple(response.headers.multi_items()), body, announced)


class _ClientConnection:
    """The connection of one client: complete requests are read one after the other."""

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
        body = b""
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
                body += event.data
            elif isinstance(event, h11.EndOfMessage) and request is not None:
                self._rest = connection.trailing_data[0]
                raw = request.headers.raw_items()
                headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)
                return RecordedRequest(request.method.decode(), request.target.decode("latin-1"), headers, body)
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


@contextmanager
def run_relay(base_url: str) -> Generator[Relay]:
    """Run a relay in front of a server, in a thread, for as long as the context lasts.

    Raises:
        OSError: no port of loopback can be listened on.
    """
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
    client = httpx.AsyncClient(timeout=None, trust_env=False, limits=limits)  # noqa: S113 -- the tested client has one
    relay = Relay(urlsplit(base_url), client)
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
        await client.aclose()

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

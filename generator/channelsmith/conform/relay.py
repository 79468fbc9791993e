"""A relay between client and server, on loopback: it notes every request as a server sees it, and can spoil answers.

It stands in front of the sandbox and of any other server alike, so what a cell counts are requests that arrived, not
those that a client believes it sent. Bytes of answers are passed on as they come.
"""

import asyncio
import threading
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urlsplit

from channelsmith.conform.http11 import Reader, Reset, abort, fetch, written
from channelsmith.conform.traffic import CELL_HEADER, Answered, Cut, Exchange, Forward, Hang, Reply, Script, Sent

_PATIENCE: Final = 10.0
"""Seconds to wait for the relay to start or stop."""
_KEPT_OFF: Final = frozenset({CELL_HEADER, "host", "accept-encoding", "connection"})
"""Headers that are not passed on: they are the relay's own, or would hide bodies from it."""


@dataclass(eq=False)
class Relay:
    """Where clients connect to, and what has passed by cell."""

    target: SplitResult
    url: str = ""
    """The base URL for clients: the relay, with the path of the server."""
    elsewhere: str = ""
    """The origin of another host, at which nothing should ever arrive."""
    scripts: dict[str, Script] = field(default_factory=dict[str, "Script"])
    strays: list[Sent] = field(default_factory=list["Sent"])
    """Requests that belong to no cell."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, here: bool) -> None:
        """Answers the requests of one connection."""
        requests = Reader(reader)
        with suppress(ConnectionError, asyncio.CancelledError):
            try:
                while (sent := await requests.receive()) is not None and await self._answer(
                    sent, requests, writer, here=here
                ):
                    pass
            except Reset:
                abort(writer)
            finally:
                writer.close()

    async def _answer(self, sent: Sent, requests: Reader, writer: asyncio.StreamWriter, *, here: bool) -> bool:
        """Carries out the step for one request; False when the connection is of no use any more."""
        script = self.scripts.get(sent.header(CELL_HEADER) or "")
        if script is None:
            self.strays.append(sent)
            return await _reply(Reply(400, (), b"this request belongs to no cell"), Exchange(sent), writer)
        exchange = Exchange(sent, here)
        script.seen.append(exchange)
        if not here:
            return await _reply(Reply(200, (("content-type", "application/json"),), b"{}"), exchange, writer)
        match script.next():
            case Reply() as reply:
                return await _reply(reply, exchange, writer)
            case Cut():
                raise Reset
            case Hang():
                await requests.gone()
                return False
            case Forward() as forward:
                return await self._forward(forward, exchange, writer)

    async def _forward(self, step: Forward, exchange: Exchange, writer: asyncio.StreamWriter) -> bool:
        sent = exchange.sent
        kept = tuple((name, value) for name, value in sent.headers if name.lower() not in _KEPT_OFF)
        onward = Sent(sent.method, sent.target, (("Host", self.target.netloc), *kept, *step.headers), sent.body)
        passing = writer if step.edit is None and step.then is None else None

        def note(answered: Answered) -> None:
            exchange.answered = answered

        goes_on = await fetch(onward, self.target, passing, note)
        if exchange.answered is None:
            return False
        match step.then:
            case Cut():
                raise Reset
            case Reply() as reply:
                return await _reply(reply, exchange, writer)
            case None if step.edit is not None:
                return await _reply(step.edit(exchange.answered), exchange, writer)
            case None:
                return goes_on


async def _reply(reply: Reply, exchange: Exchange, writer: asyncio.StreamWriter) -> bool:
    headers = tuple((name.lower(), value) for name, value in reply.headers)
    bare = exchange.sent.method == "HEAD"
    exchange.answered = None if reply.promised else Answered(reply.status, headers, b"" if bare else reply.body)
    writer.write(written(reply, target=exchange.sent.target, head_only=bare))
    await writer.drain()
    return not reply.promised


@contextmanager
def relayed(base_url: str) -> Generator[Relay]:
    """A relay in front of a server, in a thread, for as long as the context lasts.

    Raises:
        OSError: no port of loopback can be listened on.
    """
    relay = Relay(urlsplit(base_url))
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def main() -> None:
        servers = [
            await asyncio.start_server(lambda r, w, here=here: relay.serve(r, w, here=here), "127.0.0.1", 0)  # type: ignore[misc]
            for here in (True, False)
        ]
        here, elsewhere = (server.sockets[0].getsockname()[1] for server in servers)
        relay.url = f"http://127.0.0.1:{here}{relay.target.path.rstrip('/')}"
        relay.elsewhere = f"http://127.0.0.1:{elsewhere}"
        ready.set()
        await stopped.wait()
        for server in servers:
            server.close()
        while left := asyncio.all_tasks() - {asyncio.current_task()}:
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    stopped = asyncio.Event()
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

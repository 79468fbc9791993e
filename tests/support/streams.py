"""A server whose responses arrive piece by piece: it goes on when the test has received a piece, and never sleeps."""

import asyncio
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from support.interop import served

PATIENCE = 20.0
"""Seconds after which a test that waits for something has failed."""


@dataclass
class Answer:
    """One response. A gate among its chunks is waited for; `breaks` ends it with a broken connection."""

    chunks: Sequence[bytes | threading.Event] = ()
    media_type: str = "text/event-stream"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks: bool = False


@dataclass
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    client: tuple[str, int]


class StreamServer:
    """Gives prepared answers in their order, the last one again and again."""

    def __init__(self) -> None:
        self.url = ""
        self.reset()

    def reset(self, *answers: Answer) -> None:
        """Forget what there was."""
        self.answers = list(answers)
        self.asked: list[Asked] = []
        self.disconnected = threading.Event()  # the client closed a connection before its response was complete
        self.overdue = False  # a gate was not opened

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        self.asked.append(
            Asked(scope["method"], scope["path"], scope["query_string"].decode(), headers, body, tuple(scope["client"]))
        )
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        sending = asyncio.ensure_future(self._send(answer, send))
        leaving = asyncio.ensure_future(self._notice_disconnect(receive, sending))
        try:
            await sending
        except asyncio.CancelledError:
            return
        finally:
            leaving.cancel()
        if answer.breaks:
            raise ConnectionResetError

    async def _notice_disconnect(self, receive: Any, sending: asyncio.Future[None]) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.disconnected.set()
        sending.cancel()

    async def _send(self, answer: Answer, send: Any) -> None:
        headers = {"content-type": answer.media_type, **answer.headers}
        listed = [(name.encode(), value.encode()) for name, value in headers.items() if value]
        await send({"type": "http.response.start", "status": answer.status, "headers": listed})
        await send({"type": "http.response.body", "body": b"", "more_body": True})
        for chunk in answer.chunks:
            if isinstance(chunk, bytes):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            else:
                await self._wait(chunk)
        if not answer.breaks:
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _wait(self, gate: threading.Event) -> None:
        for _ in range(int(PATIENCE / 0.005)):
            if gate.is_set():
                return
            await asyncio.sleep(0.005)
        self.overdue = True


@contextmanager
def stream_server() -> Iterator[StreamServer]:
    """Run the server on loopback."""
    server = StreamServer()
    with served(server) as server.url:
        yield server

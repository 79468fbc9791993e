"""Clients of a FastAPI server that streams: each item arrives while the server waits for the test to have it."""

import asyncio
import io
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from interop import streams_app
from support.interop import Subject, connect, served
from support.streams import PATIENCE


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Subject]:
    with served(streams_app.app) as url:
        folder = tmp_path_factory.mktemp("streams")
        with connect(url, "/openapi.json", streams_app.received, folder, "streams_backend") as connected:
            yield connected


@pytest.fixture(autouse=True)
def _closed_gate() -> Iterator[None]:
    streams_app.gate.clear()
    yield
    streams_app.gate.set()


CALLS: dict[str, Any] = {
    "events": lambda client: client.feed.events(),
    "lines": lambda client: client.feed.lines(),
    "chat": lambda client: client.chat.create(text="a b c", stream=True),
    "export": lambda client: client.feed.export_stream(),
    "file": lambda client: client.feed.file_stream(),
}


def shown(item: Any) -> Any:
    item = getattr(item, "data", item)
    return item if isinstance(item, bytes) else (type(item).__name__, item.n)


@pytest.mark.parametrize("name", CALLS)
def test_a_sync_client_gets_each_item_while_the_server_waits(subject: Subject, name: str) -> None:
    with subject.package._class("")(base_url=subject.url, strict=True) as client:
        stream = iter(CALLS[name](client))
        first = shown(next(stream))
        streams_app.gate.set()
        rest = [shown(item) for item in stream]
    check(name, first, rest)


@pytest.mark.parametrize("name", CALLS)
def test_an_async_client_gets_each_item_while_the_server_waits(subject: Subject, name: str) -> None:
    async def read() -> tuple[Any, list[Any]]:
        async with asyncio.timeout(PATIENCE), subject.package._class("Async")(base_url=subject.url) as client:
            stream = aiter(await CALLS[name](client))
            first = shown(await anext(stream))
            streams_app.gate.set()
            return first, [shown(item) async for item in stream]

    check(name, *asyncio.run(read()))


def check(name: str, first: Any, rest: list[Any]) -> None:
    if name in {"export", "file"}:
        assert (first, b"".join(rest)) == (b"n,name\n0,", "gr\u00fcn\n".encode())
    else:
        assert (first, rest) == (("Item", 0), [("Item", 1), ("Item", 2)])


class Pipe(io.RawIOBase):
    """A file that someone else reads while it is written."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.chunks.append(bytes(data))
        if len(self.chunks) == 1:
            streams_app.gate.set()
        return len(data)


class Writer:
    """Nothing but `write`."""

    def __init__(self) -> None:
        self.chunks: list[bytes] = []

    def write(self, data: Any) -> None:
        self.chunks.append(bytes(data))
        streams_app.gate.set()


@pytest.mark.parametrize("writer", [Pipe, Writer])
@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_chunks_are_written_while_the_server_waits(subject: Subject, flavour: str, writer: Any) -> None:
    target = writer()

    async def write() -> None:
        async with asyncio.timeout(PATIENCE), subject.package._class("Async")(base_url=subject.url) as client:
            await client.feed.file_to(target)

    if flavour == "sync":
        with subject.package._class("")(base_url=subject.url) as client:
            client.feed.file_to(target)
    else:
        asyncio.run(write())
    assert (target.chunks[0], b"".join(target.chunks)) == (b"n,name\n0,", "n,name\n0,gr\u00fcn\n".encode())


def test_a_stream_of_events_continues_after_the_last_one(subject: Subject) -> None:
    with subject.package._class("")(base_url=subject.url) as client:
        events = client.feed.named_events(last_event_id="1").reconnecting(attempts=1)
        assert [(event.id, event.event, event.retry) for event in events] == [("2", "made", 1), ("3", "made", 1)]


def test_many_threads_read_a_stream_each(subject: Subject) -> None:
    streams_app.gate.set()
    counts: list[int] = []
    with subject.package._class("")(base_url=subject.url) as client:
        readers = [threading.Thread(target=lambda: counts.append(len(list(client.feed.lines())))) for _ in range(8)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(PATIENCE)
    assert counts == [3] * 8

"""A FastAPI application that streams: events, JSON lines, a file in chunks; each waits for the client in between."""

import asyncio
import threading
from collections.abc import AsyncIterable
from typing import Annotated

from fastapi import FastAPI, Header
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from support.interop import Recorder
from support.streams import PATIENCE

app = FastAPI(title="Streams", generate_unique_id_function=lambda route: route.name)
received = Recorder()
gate = threading.Event()
"""What a response waits for after its first item; open unless a test closes it."""
gate.set()


class Item(BaseModel):
    """One item of a stream."""

    name: str
    n: int


class Message(BaseModel):
    """A question, and whether the answer is streamed."""

    text: str
    stream: bool = False


class Reply(BaseModel):
    """The whole answer."""

    text: str


async def opened() -> None:
    """Wait until the gate is open."""
    for _ in range(int(PATIENCE / 0.005)):
        if gate.is_set():
            return
        await asyncio.sleep(0.005)
    raise TimeoutError


async def items(count: int) -> AsyncIterable[Item]:
    """Yield some items; the gate is between the first two."""
    for n in range(count):
        if n == 1:
            await opened()
        yield Item(name=f"item {n}", n=n)


@app.get("/events", response_class=EventSourceResponse, tags=["feed"])
async def events(count: int = 3) -> AsyncIterable[Item]:
    """Items as events."""
    async for item in items(count):
        yield item


@app.get("/named-events", response_class=EventSourceResponse, tags=["feed"])
async def named_events(last_event_id: Annotated[str | None, Header()] = None) -> AsyncIterable[ServerSentEvent]:
    """Events with ids, from the one after `Last-Event-ID`."""
    for n in range(int(last_event_id or 0) + 1, 4):
        yield ServerSentEvent(data={"n": n}, event="made", id=str(n), retry=1)


@app.get("/lines", tags=["feed"])
async def lines(count: int = 3) -> AsyncIterable[Item]:
    """Items as JSON lines."""
    async for item in items(count):
        yield item


async def chunks() -> AsyncIterable[bytes]:
    """Yield a file in two chunks."""
    yield b"n,name\n0,"
    await opened()
    yield "gr\u00fcn\n".encode()


class CsvResponse(StreamingResponse):
    """A response in chunks."""

    media_type = "text/csv"


@app.get(
    "/export",
    tags=["feed"],
    response_class=CsvResponse,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def export() -> StreamingResponse:
    """A file in chunks."""
    return CsvResponse(chunks())


@app.get(
    "/file",
    tags=["feed"],
    response_class=StreamingResponse,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
async def file() -> StreamingResponse:
    """The same as bytes."""
    return StreamingResponse(chunks(), media_type="application/octet-stream")


async def tokens(text: str) -> AsyncIterable[str]:
    """Yield the words of a text in the form of the APIs of language models."""
    for n, word in enumerate(text.split()):
        if n == 1:
            await opened()
        yield f'data: {{"name": "{word}", "n": {n}}}\n\n'
    yield "data: [DONE]\n\n"


@app.post(
    "/chat",
    tags=["chat"],
    response_model=Reply,
    responses={200: {"content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Item"}}}}},
)
async def create(message: Message) -> Reply | StreamingResponse:
    """An answer, as a whole or word by word."""
    if message.stream:
        return StreamingResponse(tokens(message.text), media_type="text/event-stream")
    return Reply(text=message.text)

"""A program that uses a client of an API that streams, as its types suggest."""

import asyncio
import sys
from pathlib import Path
from typing import assert_type

from streams_backend import (
    AsyncByteStream,
    AsyncStream,
    AsyncStreamsBackend,
    ByteStream,
    ServerSentEvent,
    Stream,
    StreamsBackend,
)
from streams_backend.models import Item, Reply

URL, FOLDER = sys.argv[1], Path(sys.argv[2])


def use(client: StreamsBackend, *, flag: bool) -> None:
    """The sync client."""
    for event in client.feed.events(count=2):
        assert_type(event, ServerSentEvent[Item])
        assert event.data.name == f"item {event.data.n}"
    with client.feed.lines() as stream:
        assert_type(stream, Stream[Item])
        assert [item.n for item in stream] == [0, 1, 2]
        assert (stream.response.status, stream.response.media_type) == (200, "application/jsonl")
    assert_type(client.chat.create(text="a b"), Reply)
    assert_type(client.chat.create(text="a b", stream=False), Reply)
    events = client.chat.create(text="a b", stream=True)
    assert_type(events, Stream[ServerSentEvent[Item]])
    assert [event.data.name for event in events] == ["a", "b"]
    either = client.chat.create(text="a b", stream=flag)
    assert_type(either, Reply | Stream[ServerSentEvent[Item]])
    if isinstance(either, Stream):
        either.close()
    raw = client.with_raw_response.chat.create(text="a", stream=True)
    assert_type(raw.parsed, Stream[ServerSentEvent[Item]])
    assert [event.data.n for event in raw.parsed] == [0]
    with client.feed.export_stream() as body:
        assert_type(body, ByteStream)
        assert list(body.iter_lines()) == ["n,name", "0,gr\u00fcn"]


async def use_async(client: AsyncStreamsBackend, *, flag: bool) -> None:
    """The async client."""
    async for event in await client.feed.events(count=2):
        assert_type(event, ServerSentEvent[Item])
        assert event.data.name == f"item {event.data.n}"
    async with await client.feed.lines() as stream:
        assert_type(stream, AsyncStream[Item])
        assert [item.n async for item in stream] == [0, 1, 2]
    assert_type(await client.chat.create(text="a b"), Reply)
    events = await client.chat.create(text="a b", stream=True)
    assert_type(events, AsyncStream[ServerSentEvent[Item]])
    assert [event.data.name async for event in events] == ["a", "b"]
    either = await client.chat.create(text="a b", stream=flag)
    assert_type(either, Reply | AsyncStream[ServerSentEvent[Item]])
    if isinstance(either, AsyncStream):
        await either.aclose()
    raw = await client.with_raw_response.chat.create(text="a", stream=True)
    assert_type(raw.parsed, AsyncStream[ServerSentEvent[Item]])
    assert [event.data.n async for event in raw.parsed] == [0]
    async with await client.feed.export_stream() as body:
        assert_type(body, AsyncByteStream)
        assert [line async for line in body.iter_lines()] == ["n,name", "0,gr\u00fcn"]


async def main() -> None:
    """The async client."""
    async with AsyncStreamsBackend(base_url=URL) as client:
        await use_async(client, flag=True)


with StreamsBackend(base_url=URL) as sync_client:
    use(sync_client, flag=True)
asyncio.run(main())

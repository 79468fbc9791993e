"""Streams over a socket: items as they arrive, closed early, broken, continued; sync and async."""

import asyncio
import sys
import threading
import tracemalloc
import zlib
from collections.abc import Awaitable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from scratch._runtime.api import Envelope
from scratch._runtime.byte_stream import open_bytes, open_bytes_async
from scratch._runtime.errors import (
    DeadlineExceededError,
    DecodeError,
    EnvelopeError,
    InvalidRequestError,
    NotFoundError,
    TransportError,
)
from scratch._runtime.framing import ServerSentEvent as Event
from scratch._runtime.operation import Operation
from scratch._runtime.request.bodies import JsonBody
from scratch._runtime.response.content import Binary, Content, Items, Json, Nothing
from scratch._runtime.streaming import StreamReceiver, StreamSwitch

from runtime.shop import API, RuntimeAsyncClient, RuntimeSyncClient
from support.streams import PATIENCE, Answer, StreamServer, stream_server

T = TypeVar("T")


def operation(*readers: Any, method: str = "GET", **arguments: Any) -> Operation[Any]:
    return Operation(
        id="listen", method=method, path="/x", responses={"200": readers}, receiver=StreamReceiver, **arguments
    )


NUMBERS = operation(Items(dict[str, int], "application/jsonl"))
EVENTS = operation(Items(dict[str, int], "text/event-stream"))
TEXTS = operation(Items(str, "text/event-stream"))
PARTS = operation(Items(Content, "multipart/mixed"))
CHAT = operation(
    Json(dict[str, int]),
    Items(dict[str, int], "text/event-stream"),
    method="POST",
    bodies=(JsonBody(Any),),
    stream_switch=StreamSwitch("body", "stream"),
)
LINES = [b'{"n": 1}\n', b'{"n": 2}\n']


@pytest.fixture(scope="module")
def server() -> Iterator[StreamServer]:
    with stream_server() as running:
        yield running


class Caller:
    """A client of one flavour, whose calls and streams are used as if they were sync."""

    def __init__(self, flavour: str, server: StreamServer) -> None:
        self.flavour, self.server = flavour, server
        self.runner = asyncio.Runner()
        self.slept: list[float] = []
        self.drifts: list[str] = []
        self.clients: list[Any] = []

    def client(self, **options: Any) -> Any:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)

        client = (RuntimeSyncClient if self.flavour == "sync" else RuntimeAsyncClient)(
            API,
            credentials={"api_key": "canary-1"},
            base_url=self.server.url,
            sleep=self.slept.append if self.flavour == "sync" else sleep,
            **{"max_retries": 0, "on_drift": lambda drift: self.drifts.append(str(drift)), **options},
        )
        self.clients.append(client)
        return client

    def run(self, result: Awaitable[T] | T) -> T:
        async def wait(awaitable: Awaitable[T]) -> T:
            async with asyncio.timeout(PATIENCE):
                return await awaitable

        return self.runner.run(wait(result)) if isinstance(result, Awaitable) else result

    def open(self, of: Operation[Any], *answers: Answer, options: Any = None, **arguments: Any) -> Any:
        self.server.reset(*answers)
        return self.run(self.client(**(options or {})).send(of.call(**arguments)))

    def next(self, stream: Any) -> Any:
        return next(stream) if self.flavour == "sync" else self.run(anext(stream))

    def all(self, stream: Any) -> list[Any]:
        async def collect() -> list[Any]:
            return [item async for item in stream]

        return list(stream) if self.flavour == "sync" else self.run(collect())

    def is_disconnected(self) -> bool:
        """Whether the server notices that a connection was closed, while the event loop runs."""
        wait = self.server.disconnected.wait
        return wait(PATIENCE) if self.flavour == "sync" else self.run(asyncio.to_thread(wait, PATIENCE))

    def close(self, stream: Any) -> None:
        stream.close() if self.flavour == "sync" else self.run(stream.aclose())


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest, server: StreamServer) -> Iterator[Caller]:
    caller = Caller(request.param, server)
    yield caller
    for client in caller.clients:
        caller.run(client.close() if caller.flavour == "sync" else client.aclose())
    caller.runner.close()
    assert not server.overdue


def event(n: int) -> bytes:
    return b'id: %d\ndata: {"n": %d}\n\n' % (n, n)


def test_items_are_delivered_before_the_server_goes_on(caller: Caller) -> None:
    gates = [threading.Event(), threading.Event()]
    chunks = [LINES[0], gates[0], LINES[1][:3], gates[1], LINES[1][3:]]
    stream = caller.open(NUMBERS, Answer(chunks, "application/jsonl", headers={"x-name": "v"}))
    assert (stream.response.status, stream.response.headers["x-name"]) == (200, "v")
    assert stream.response.media_type == "application/jsonl"
    assert caller.next(stream) == {"n": 1}
    for gate in gates:
        gate.set()
    assert caller.all(stream) == [{"n": 2}]
    assert caller.all(stream) == []
    assert caller.server.asked[0].headers["accept"] == "application/jsonl, */*;q=0.1"


def test_compressed_items_are_delivered_before_the_server_goes_on(caller: Caller) -> None:
    gate, packer = threading.Event(), zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    chunks = [
        packer.compress(LINES[0]) + packer.flush(zlib.Z_SYNC_FLUSH),
        gate,
        packer.compress(LINES[1]) + packer.flush(),
    ]
    stream = caller.open(NUMBERS, Answer(chunks, "application/x-ndjson", headers={"content-encoding": "gzip"}))
    assert caller.next(stream) == {"n": 1}
    gate.set()
    assert caller.all(stream) == [{"n": 2}]


def test_closing_early_closes_the_connection(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer([LINES[0], threading.Event()], "application/jsonl"))
    assert caller.next(stream) == {"n": 1}
    caller.close(stream)
    assert caller.server.disconnected.wait(PATIENCE)
    assert caller.all(stream) == []


def test_a_stream_that_is_not_referenced_any_more_closes_the_connection(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer([LINES[0], threading.Event()], "application/jsonl"))
    assert caller.next(stream) == {"n": 1}
    del stream
    assert caller.is_disconnected()


def test_a_waiting_thread_or_task_ends_when_another_closes_the_stream(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer([LINES[0], threading.Event()], "application/jsonl"))
    assert caller.next(stream) == {"n": 1}
    if caller.flavour == "sync":
        rest: list[Any] = []
        reader = threading.Thread(target=lambda: rest.append(list(stream)))
        reader.start()
        while reader.is_alive() and not stream._body._lock._is_owned() and stream._body._lock.acquire(blocking=False):
            stream._body._lock.release()  # until the other thread waits for the next chunk
        stream.close()
        reader.join(PATIENCE)
        assert (rest, reader.is_alive()) == ([[]], False)
    else:

        async def close_while_reading() -> list[Any]:
            reader = asyncio.ensure_future(anext(stream, "end"))
            for _ in range(3):
                await asyncio.sleep(0)
            assert stream._body._lock.locked()
            await stream.aclose()
            return [await reader]

        assert caller.run(close_while_reading()) == ["end"]
    assert caller.is_disconnected()


def test_a_canceled_task_does_not_end_a_stream_silently(server: StreamServer) -> None:
    caller = Caller("async", server)

    async def read() -> list[Any]:
        stream = await caller.client().send(NUMBERS.call())
        items = [await anext(stream)]
        waiting = asyncio.ensure_future(anext(stream))
        for _ in range(3):
            await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        with pytest.raises(TransportError, match="was canceled"):
            await anext(stream)
        return items

    server.reset(Answer([LINES[0], threading.Event()], "application/jsonl"))
    assert caller.run(read()) == [{"n": 1}]
    assert caller.is_disconnected()
    caller.runner.close()


def test_a_stream_that_is_left_open_ends_with_its_event_loop(
    server: StreamServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def read() -> list[Any]:
        opened.append(await caller.client().send(NUMBERS.call()))
        return [await anext(opened[0])]

    caller, opened = Caller("async", server), list[Any]()
    server.reset(Answer([LINES[0], threading.Event()], "application/jsonl"))
    assert caller.run(read()) == [{"n": 1}]
    caller.runner.close()
    assert server.disconnected.wait(PATIENCE)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_threads_and_tasks_share_a_stream(caller: Caller) -> None:
    lines = [b'{"n": %d}\n' % n for n in range(200)]
    stream = caller.open(NUMBERS, Answer(lines, "application/jsonl"))
    got: list[int] = []

    async def read() -> None:
        got.extend([item["n"] async for item in stream])

    async def read_twice() -> None:
        await asyncio.gather(read(), read())

    if caller.flavour == "sync":
        readers = [threading.Thread(target=lambda: got.extend(item["n"] for item in stream)) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    else:
        caller.run(read_twice())
    assert sorted(got) == list(range(200))


def test_a_context_manager_closes_a_stream(caller: Caller) -> None:
    async def read_one(stream: Any) -> Any:
        async with stream as opened:
            return await anext(opened)

    stream = caller.open(NUMBERS, Answer([LINES[0], threading.Event()], "application/jsonl"))
    if caller.flavour == "sync":
        with stream as opened:
            item = next(opened)
    else:
        item = caller.run(read_one(stream))
    assert (item, caller.is_disconnected()) == ({"n": 1}, True)


def test_a_connection_is_used_again_after_the_end_of_a_stream(caller: Caller) -> None:
    client = caller.client()
    caller.server.reset(Answer(LINES, "application/jsonl"))
    for _ in range(2):
        assert caller.all(caller.run(client.send(NUMBERS.call()))) == [{"n": 1}, {"n": 2}]
    assert len({asked.client for asked in caller.server.asked}) == 1


# ---------------------------------------------------------------- failures


def test_a_broken_connection_raises_after_the_items_that_arrived(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer([*LINES, b'{"n": 3'], "application/jsonl", breaks=True))
    assert [caller.next(stream), caller.next(stream)] == [{"n": 1}, {"n": 2}]
    with pytest.raises(TransportError, match=r"^listen: "):
        caller.next(stream)
    assert caller.all(stream) == []


def test_a_failure_status_is_read_as_a_whole_and_raised(caller: Caller) -> None:
    refused = Answer([b'{"message": "there ', b'is none"}'], "application/json", 404)
    with pytest.raises(NotFoundError, match="there is none") as caught:
        caller.open(NUMBERS, refused)
    assert caught.value.body == {"message": "there is none"}


def test_a_call_is_retried_before_its_body_begins_and_not_after(caller: Caller) -> None:
    busy = Answer(status=503, media_type="")
    stream = caller.open(EVENTS, busy, Answer([event(1)], breaks=True), options={"max_retries": 2})
    assert (caller.next(stream).data, len(caller.server.asked), len(caller.slept)) == ({"n": 1}, 2, 1)
    with pytest.raises(TransportError):
        caller.next(stream)
    assert len(caller.server.asked) == 2


def test_an_item_is_read_leniently_and_its_differences_are_reported(caller: Caller) -> None:
    body = [b'{"n": "x"}\n', LINES[0]]
    stream = caller.open(NUMBERS, Answer(body, "application/jsonl"))
    assert caller.all(stream) == [{"n": "x"}, {"n": 1}]
    assert [drift.partition(": ")[2] for drift in caller.drifts] == [
        "response differs at /*: Input should be a valid integer, got string"
    ]
    strict = caller.open(NUMBERS, Answer([LINES[1], *body], "application/jsonl"), options={"strict": True})
    assert caller.next(strict) == {"n": 2}
    with pytest.raises(DecodeError, match="not as documented"):
        caller.next(strict)
    assert caller.all(strict) == []


def test_an_item_that_is_no_json_is_an_error(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer([LINES[0], b"<html>\n", LINES[1]], "application/jsonl"))
    assert caller.next(stream) == {"n": 1}
    with pytest.raises(DecodeError, match="200, item 2 of the application/jsonl stream is not JSON") as caught:
        caller.next(stream)
    assert (caught.value.status, caught.value.excerpt) == (200, "")


def test_a_chunk_of_very_many_items_is_divided_as_they_are_taken(caller: Caller) -> None:
    size = 800_000
    packed = zlib.compress(b"data:\n\n" * (size // 7), wbits=31)
    stream = caller.open(TEXTS, Answer([packed], headers={"content-encoding": "gzip"}))
    tracemalloc.start()
    try:
        assert caller.next(stream).data == ""
        assert tracemalloc.get_traced_memory()[1] < 8 * size  # all events together have 20 times that size
    finally:
        tracemalloc.stop()
    caller.close(stream)


def test_an_item_without_end_is_an_error(caller: Caller) -> None:
    endless = Answer([event(1), b"data: " + bytes(10_100_000)])
    stream = caller.open(EVENTS, endless)
    assert caller.next(stream).data == {"n": 1}
    with pytest.raises(DecodeError, match="a line of more than 10000000 bytes"):
        caller.next(stream)


@pytest.mark.parametrize("media_type", ["text/html", "image/png"])
def test_a_page_of_a_proxy_is_no_stream(caller: Caller, media_type: str) -> None:
    with pytest.raises(DecodeError, match=f"200 with {media_type}, not text/event-stream"):
        caller.open(EVENTS, Answer([b"<html>"], media_type))


@pytest.mark.parametrize("media_type", ["text/plain", "application/octet-stream", "application/json", ""])
def test_an_unlabelled_stream_is_read_as_declared(caller: Caller, media_type: str) -> None:
    assert caller.all(caller.open(NUMBERS, Answer(LINES, media_type))) == [{"n": 1}, {"n": 2}]
    assert len(caller.drifts) == bool(media_type)
    if media_type:
        with pytest.raises(DecodeError, match="is not documented"):
            caller.open(NUMBERS, Answer(LINES, media_type), options={"strict": True})


# ---------------------------------------------------------------- events


def test_events_have_data_type_id_and_retry(caller: Caller) -> None:
    body = b'event: made\nid: 7\nretry: 10\ndata: {"n":\ndata: 1}\n\ndata: {"n": 2}\n\n'
    assert caller.all(caller.open(EVENTS, Answer([body]))) == [
        Event({"n": 1}, "made", "7", 10),
        Event({"n": 2}, "message", "7", None),
    ]


def test_data_may_be_a_text_where_the_document_says_so(caller: Caller) -> None:
    mixed = operation(Items(dict[str, int] | str, "text/event-stream"))
    stream = caller.open(mixed, Answer([event(1), b"data: hello\n\n", b'data: "quoted"\n\n']), options={"strict": True})
    assert [each.data for each in caller.all(stream)] == [{"n": 1}, "hello", "quoted"]


def test_the_end_mark_ends_a_stream_of_json_only(caller: Caller) -> None:
    body = [event(1), b"data: [DONE]\n\n", threading.Event()]
    assert [each.data for each in caller.all(caller.open(EVENTS, Answer(body)))] == [{"n": 1}]
    assert caller.is_disconnected()
    assert [each.data for each in caller.all(caller.open(TEXTS, Answer(body[:2])))] == ['{"n": 1}', "[DONE]"]


def test_a_success_without_a_body_is_an_empty_stream(caller: Caller) -> None:
    for of in (EVENTS, NUMBERS):
        assert caller.all(caller.open(of, Answer(status=204, media_type=""))) == []
    documented = replace(EVENTS, responses={**EVENTS.responses, "204": Nothing()})
    assert caller.open(documented, Answer(status=204, media_type="")) is None
    with pytest.raises(DecodeError, match="boundary"):
        caller.open(PARTS, Answer(status=204, media_type=""))


def test_a_stream_continues_where_it_broke_if_asked_to(caller: Caller) -> None:
    answers = [
        Answer([event(1), b"retry: 250\n\n"], breaks=True),
        Answer([event(2)]),  # it ends in order, which an event stream never does by itself
        Answer(status=204, media_type=""),
    ]
    stream = caller.open(EVENTS, *answers).reconnecting()
    assert [(each.id, each.data["n"]) for each in caller.all(stream)] == [("1", 1), ("2", 2)]
    assert [asked.headers.get("last-event-id") for asked in caller.server.asked] == [None, "1", "2"]
    assert caller.slept == [0.25, 0.25]


def test_a_stream_is_not_continued_for_ever(caller: Caller) -> None:
    stream = caller.open(EVENTS, Answer([event(1)]), Answer([b": nothing\n\n"])).reconnecting(attempts=2)
    assert [each.id for each in caller.all(stream)] == ["1"]
    assert (len(caller.server.asked), caller.slept) == (3, [3.0, 3.0])
    broken = caller.open(EVENTS, Answer([event(1)]), Answer(breaks=True)).reconnecting(attempts=2)
    assert caller.next(broken).id == "1"
    with pytest.raises(TransportError):
        caller.next(broken)


def test_a_stream_is_not_continued_after_the_deadline_of_its_call(caller: Caller) -> None:
    caller.server.reset(Answer([b"retry: 250\n" + event(1)]), Answer([event(2)]))
    client = caller.client(max_elapsed=30)
    client._config = replace(client._config, monotonic=lambda: 29.9 * len(caller.slept))
    stream = caller.run(client.send(EVENTS.call())).reconnecting()
    assert [caller.next(stream).id for _ in range(2)] == ["1", "2"]
    with pytest.raises(DeadlineExceededError, match="max_elapsed=30 s has passed while waiting to continue a stream"):
        caller.next(stream)
    assert caller.slept == [0.25]


def test_a_failure_of_a_reconnection_raises(caller: Caller) -> None:
    stream = caller.open(EVENTS, Answer([event(1)]), Answer(status=404, media_type="")).reconnecting()
    assert caller.next(stream).id == "1"
    with pytest.raises(NotFoundError):
        caller.next(stream)


def test_an_event_id_that_cannot_be_sent_ends_a_stream(caller: Caller) -> None:
    stream = caller.open(EVENTS, Answer([b"id: a \n" + b"data: {}\n\n"]), Answer([b"id: a\x01b\ndata: {}\n\n"]))
    stream.reconnecting()
    assert [caller.next(stream).id for _ in range(2)] == ["a ", "a\x01b"]
    assert caller.server.asked[1].headers["last-event-id"] == "a"
    with pytest.raises(DecodeError, match="an event id that cannot be sent"):
        caller.next(stream)
    assert len(caller.server.asked) == 2


def test_only_event_streams_can_be_continued(caller: Caller) -> None:
    stream = caller.open(NUMBERS, Answer(LINES, "application/jsonl"))
    with pytest.raises(InvalidRequestError, match="only a stream of server-sent events can be continued"):
        stream.reconnecting()
    caller.close(stream)


# ---------------------------------------------------------------- JSON or a stream, parts


def test_a_member_of_the_body_decides_between_json_and_a_stream(caller: Caller) -> None:
    stream = caller.open(CHAT, Answer([event(1)]), body={"stream": True})
    assert [each.data for each in caller.all(stream)] == [{"n": 1}]
    assert caller.server.asked[0].headers["accept"] == "text/event-stream"
    for body in ({}, {"stream": False}):
        assert caller.open(CHAT, Answer([b'{"n": 1}'], "application/json"), body=body) == {"n": 1}
        assert caller.server.asked[0].headers["accept"] == "application/json"


def test_the_other_kind_of_response_is_an_error(caller: Caller) -> None:
    with pytest.raises(DecodeError, match="200 with text/event-stream, but no stream was asked for"):
        caller.open(CHAT, Answer([event(1), threading.Event()]), body={})
    assert caller.is_disconnected()
    with pytest.raises(DecodeError, match="200 with application/json, but a stream was asked for"):
        caller.open(CHAT, Answer([b'{"n": 1}'], "application/json"), body={"stream": True})


def test_parts_arrive_one_by_one(caller: Caller) -> None:
    gate = threading.Event()
    first = b"--b\r\nContent-Type: image/png\r\nX-Name: a\r\n\r\n\x00\r\n--b\r\n"
    stream = caller.open(PARTS, Answer([first, gate, b"\r\ntext\r\n--b--"], "multipart/mixed; boundary=b"))
    part = caller.next(stream)
    assert (part.data, part.media_type, part.headers["x-name"]) == (b"\x00", "image/png", "a")
    gate.set()
    assert [part.text for part in caller.all(stream)] == ["text"]
    with pytest.raises(DecodeError, match="names no boundary"):
        caller.open(PARTS, Answer([first], "multipart/mixed"))


def test_a_raw_response_has_the_stream(caller: Caller) -> None:
    caller.server.reset(Answer(LINES, "application/jsonl"))
    raw = caller.run(caller.client().returning_raw().send(NUMBERS.call()))
    assert (raw.status, raw.content, raw.media_type) == (200, b"", "application/jsonl")
    assert caller.all(raw.parsed) == [{"n": 1}, {"n": 2}]


# ---------------------------------------------------------------- bytes

FILE: Operation[Any] = Operation(id="file", method="GET", path="/x", responses={"200": Binary("text/csv")})


class Bytes:
    """Opens bodies and reads them in one of the ways."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller

    def open(self, *answers: Answer, of: Operation[Any] = FILE, **options: Any) -> Any:
        self.caller.server.reset(*answers)
        client, call = self.caller.client(**options), of.call()
        if self.caller.flavour == "sync":
            return open_bytes(client, call)
        return self.caller.run(open_bytes_async(client, call))


def test_chunks_lines_and_text_are_delivered_as_they_arrive(caller: Caller) -> None:
    chunks = [b"a,1\r", b"\nb,gr\xc3", b"\xbcn\n", b"c"]
    for way, expected in [
        ("iter_bytes", [b"a,1\r", b"\nb,gr\xc3", b"\xbcn\n", b"c"]),
        ("iter_text", ["a,1\r", "\nb,gr", "\u00fcn\n", "c"]),
        ("iter_lines", ["a,1", "b,gr\u00fcn", "c"]),
    ]:
        gates = [threading.Event() for _ in chunks]
        body = [each for pair in zip(chunks, gates, strict=True) for each in pair]
        stream = Bytes(caller).open(Answer(body, "text/csv"))
        items, got = getattr(stream, way)(), []
        for index in range(len(expected)):
            for gate in gates[: index if way != "iter_lines" else 2 * index]:
                gate.set()
            got.append(caller.next(items))
        gates[-1].set()
        assert [*got, *caller.all(items)] == expected
        assert (stream.response.status, stream.response.media_type) == (200, "text/csv")


def test_the_charset_of_the_response_is_used(caller: Caller) -> None:
    text = "a\u00fc\nb\u010a\n"
    stream = Bytes(caller).open(Answer([text.encode("utf-16")], "text/csv; charset=utf-16"))
    assert caller.all(stream.iter_lines()) == ["a\u00fc", "b\u010a"]


@pytest.mark.parametrize(
    ("charset", "body", "lines"),
    [
        ("utf-16", "a\u00fc\nb".encode(f"utf-16-{sys.byteorder[0]}e"), ["a\u00fc", "b"]),
        ("utf-32", "a\u00fc\nb".encode(f"utf-32-{sys.byteorder[0]}e"), ["a\u00fc", "b"]),
        ("utf-7", b"+2AA-\nb", ["\ud800", "b"]),
    ],
)
def test_a_charset_without_its_mark_or_with_lone_surrogates_is_read(
    caller: Caller, charset: str, body: bytes, lines: list[str]
) -> None:
    chunks = [body[:1], body[1:]]
    stream = Bytes(caller).open(Answer(chunks, f"text/csv; charset={charset}"))
    assert caller.all(stream.iter_lines()) == lines


def test_a_broken_body_raises_and_an_early_close_disconnects(caller: Caller) -> None:
    stream = Bytes(caller).open(Answer([b"a"], "text/csv", breaks=True))
    assert caller.next(stream.iter_bytes()) == b"a"
    with pytest.raises(TransportError):
        caller.next(stream.iter_bytes())
    stream = Bytes(caller).open(Answer([b"a", threading.Event()], "text/csv"))
    assert caller.next(stream.iter_bytes()) == b"a"
    caller.close(stream)
    assert caller.is_disconnected()


def test_failures_of_a_body_are_those_of_other_calls(caller: Caller) -> None:
    with pytest.raises(NotFoundError):
        Bytes(caller).open(Answer([b"no"], "text/plain", 404))
    with pytest.raises(DecodeError, match="text/html is not documented"):
        Bytes(caller).open(Answer([b"<html>"], "text/html"), strict=True)


def test_a_body_that_reports_a_failure_raises_and_another_is_delivered(caller: Caller) -> None:
    enveloped = replace(FILE, envelope=Envelope(success="/ok", payload="/content", message="/message"))
    refused = Answer([b'{"ok": false, ', b'"message": "no"}'], "application/json")
    for options in ({}, {"max_elapsed": 60}):
        with pytest.raises(EnvelopeError, match="no"):
            Bytes(caller).open(refused, of=enveloped, **options)
        stream = Bytes(caller).open(Answer([b'{"ok": ', b"true}"], "application/json"), of=enveloped, **options)
        assert b"".join(caller.all(stream)) == b'{"ok": true}'


def test_the_deadline_of_a_call_ends_its_stream(caller: Caller) -> None:
    now, client = [0.0], caller.client(max_elapsed=30)
    client._config = replace(client._config, monotonic=lambda: now[0])
    caller.server.reset(Answer(LINES, "application/jsonl"))
    stream = caller.run(client.send(NUMBERS.call()))
    now[0] = 31.0
    with pytest.raises(DeadlineExceededError, match="max_elapsed=30 s has passed while receiving a stream"):
        caller.all(stream)
    assert caller.all(stream) == []

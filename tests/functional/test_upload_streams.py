"""Files that are read while they are sent: memory, repetition, progress, async sources; over a socket."""

import asyncio
import io
import itertools
import socket
import threading
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /blob:
    put:
      operationId: putBlob
      tags: [files]
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /form:
    put:
      operationId: putForm
      tags: [files]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties: {file: {type: string, format: binary}, note: {type: string}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
"""
LARGE = 64 * 1024 * 1024
PIECE = bytes(1024 * 1024)


class Server:
    """Counts the bytes of request bodies and keeps none of a large one; answers with the statuses that are planned."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.statuses: list[int] = []
        self.requests: list[dict[str, Any]] = []
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.thread.join(30)
        self.listener.close()

    def _run(self) -> None:
        buffer = memoryview(bytearray(1024 * 1024))
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, suppress(ConnectionError):
                connection.settimeout(30)
                self._serve(connection, buffer)

    def _serve(self, connection: socket.socket, buffer: memoryview) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            received = connection.recv(4096)
            if not received:
                return
            data += received
        head, _, body = data.partition(b"\r\n\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:])
        length = headers.get("content-length")
        count, kept, tail = len(body), body, body[-5:]
        while (count < int(length)) if length else (tail != b"0\r\n\r\n"):
            size = connection.recv_into(buffer)
            if not size:
                return
            count += size
            tail = (tail + bytes(buffer[max(size - 5, 0) : size]))[-5:]
            kept = kept + bytes(buffer[:size]) if count < 500_000 else b""
        self.requests.append({"headers": headers, "count": count, "body": kept if length else unchunked(kept)})
        status = self.statuses.pop(0) if self.statuses else 200
        answer = b"{}"
        extra = "Location: /blob\r\n" if status == 307 else ""
        connection.sendall(
            f"HTTP/1.1 {status} X\r\n{extra}Retry-After: 0\r\nContent-Type: application/json\r\nConnection: close\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n".encode()
            + answer
        )


def unchunked(data: bytes) -> bytes:
    body = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        body, data = body + data[: int(size, 16)], data[int(size, 16) + 2 :]
    return body


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("streams")) as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    serving = Server()
    yield serving
    serving.close()


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


Send = Callable[..., Any]


@pytest.fixture
def send(flavour: str, package: Package, server: Server) -> Send:
    """Calls a method with a client of that flavour."""

    def call(method: str, flavour: str = flavour, **arguments: Any) -> Any:
        if flavour == "sync":
            with package._class("")(base_url=server.url) as client:
                return getattr(client.files, method)(**arguments)

        async def run() -> Any:
            async with package._class("Async")(base_url=server.url) as client:
                return await getattr(client.files, method)(**arguments)

        return asyncio.run(run())

    return call


class Pieces:
    """An iterable that can be iterated again."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.pieces)


class AsyncReader:
    """An async file without a position that could be set."""

    def __init__(self, content: bytes) -> None:
        self.file = io.BytesIO(content)

    async def read(self, size: int = -1, /) -> bytes:
        await asyncio.sleep(0)
        return self.file.read(size)


class AsyncSeekable(AsyncReader):
    """One that can be rewound."""

    async def seek(self, position: int) -> int:
        return self.file.seek(position)


async def async_pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        await asyncio.sleep(0)
        yield piece


def large_sources(tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(LARGE)
    return {
        "generator": (PIECE for _ in range(LARGE // len(PIECE))),
        "path": path,
        "async": async_pieces(*[PIECE] * (LARGE // len(PIECE))),
    }


@pytest.mark.parametrize(
    ("flavour", "source"),
    [("sync", "generator"), ("sync", "path"), ("async", "generator"), ("async", "path"), ("async", "async")],
)
@pytest.mark.parametrize("method", ["put_blob", "put_form"])
def test_a_large_file_is_sent_in_constant_memory(
    send: Send, server: Server, tmp_path: Path, method: str, source: str
) -> None:
    file = large_sources(tmp_path)[source]
    tracemalloc.start()
    try:
        send(method, **{"body" if method == "put_blob" else "file": file})
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert server.requests[0]["count"] >= LARGE
    assert peak < 12_000_000
    assert ("content-length" in server.requests[0]["headers"]) == (source == "path")


SOURCES: dict[str, Callable[[], Any]] = {
    "generator": lambda: (piece for piece in (b"ab", b"", b"c")),
    "bytearrays": lambda: iter([bytearray(b"ab"), memoryview(b"c")]),
    "iterable": lambda: Pieces(b"ab", b"c"),
    "pipe": lambda: Pipe(b"abc"),
    "async generator": lambda: async_pieces(b"ab", b"", b"c"),
    "async file": lambda: AsyncReader(b"abc"),
    "async seekable": lambda: AsyncSeekable(b"abc"),
}
SYNC = {"generator", "bytearrays", "iterable", "pipe"}
ONCE = {"generator", "bytearrays", "pipe", "async generator", "async file"}
ALL = [(flavour, name) for name in SOURCES for flavour in ("sync", "async") if flavour == "async" or name in SYNC]


class Pipe(io.BytesIO):
    """A file that cannot go back."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: Any) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize(("flavour", "source"), ALL)
def test_every_source_arrives_as_a_body_and_as_a_part(send: Send, server: Server, source: str) -> None:
    send("put_blob", body=SOURCES[source]())
    send("put_form", note="n", file=("a.txt", SOURCES[source]()))
    blob, form = server.requests
    assert (blob["body"], blob["headers"].get("transfer-encoding")) == (b"abc", "chunked")
    assert b'name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--' in form["body"]


@pytest.mark.parametrize(("flavour", "source"), ALL)
def test_what_can_be_read_once_is_sent_once_and_the_error_says_so(
    send: Send, server: Server, package: Package, source: str
) -> None:
    server.statuses = [503]
    if source in ONCE:
        with pytest.raises(package.module.ServerError) as caught:
            send("put_blob", body=SOURCES[source]())
        assert caught.value.__notes__ == ["The call was not repeated, because its body can be read only once."]
        assert len(server.requests) == 1
    else:
        send("put_blob", body=SOURCES[source]())
        assert [each["body"] for each in server.requests] == [b"abc", b"abc"]


@pytest.mark.parametrize(("flavour", "source"), ALL)
def test_a_redirect_repeats_only_what_can_be_read_again(
    send: Send, server: Server, package: Package, source: str
) -> None:
    server.statuses = [307]
    if source in ONCE:
        with pytest.raises(package.module.StatusError, match="a redirect that is not followed") as caught:
            send("put_blob", body=SOURCES[source]())
        assert caught.value.__notes__ == ["The call was not repeated, because its body can be read only once."]
    else:
        send("put_blob", body=SOURCES[source]())
    assert [each["body"] for each in server.requests] == [b"abc"] * (1 if source in ONCE else 2)


def put_blob(package: Package, flavour: str, source: Any, plan: list[tuple[int, Exception | None]]) -> list[bytes]:
    """Send a file to a function that reads so many parts of it in each attempt, and then fails or not."""
    received: list[bytes] = []

    def answer(error: Exception | None) -> httpx.Response:
        if error:
            raise error
        return httpx.Response(200, json={})

    class Transport(httpx.BaseTransport, httpx.AsyncBaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            count, error = plan.pop(0)
            received.append(b"".join(itertools.islice(request.stream, count)))  # type: ignore[arg-type]
            return answer(error)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            count, error = plan.pop(0)
            chunks = aiter(request.stream)  # type: ignore[arg-type]
            received.append(b"".join([await anext(chunks, b"") for _ in range(count)]))
            return answer(error)

    if flavour == "sync":
        http = httpx.Client(transport=Transport())
        package._class("")(http_client=http, base_url="https://x.test").files.put_blob(body=source)
    else:
        http_async = httpx.AsyncClient(transport=Transport())
        client = package._class("Async")(http_client=http_async, base_url="https://x.test")
        asyncio.run(client.files.put_blob(body=source))
    return received


def test_a_source_that_was_not_touched_can_be_sent_by_the_next_attempt(package: Package, flavour: str) -> None:
    source = (piece for piece in (b"a", b"b"))
    plan = [(0, httpx.ConnectError("refused")), (9, None)]
    assert put_blob(package, flavour, source, plan) == [b"", b"ab"]


def test_a_call_with_a_generator_cannot_be_sent_twice(package: Package) -> None:
    source = (piece for piece in (b"a", b"b"))
    call = package.load("endpoints.files").put_blob(body=source)
    client = package.client(httpx.Response(200, json={}))
    client.send(call)
    with pytest.raises(package.module.InvalidRequestError, match="the body: it was read already and cannot be"):
        client.send(call)


class Once:
    """An iterator that is no generator."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = iter(pieces)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self.pieces)


class OnceUnhashable(Once):
    __hash__ = None  # type: ignore[assignment]


USED: dict[str, Callable[[], Any]] = {
    "generator": SOURCES["generator"],
    "iterator": lambda: Once(b"abc"),
    "iterator without a hash": lambda: OnceUnhashable(b"abc"),
    "map": lambda: map(bytes.upper, [b"a", b"b"]),
    "iterator of a list": lambda: iter([b"abc"]),
    "chain": lambda: itertools.chain([b"a"], [b"b"]),
    "pipe": SOURCES["pipe"],
    "async generator": SOURCES["async generator"],
    "async file": SOURCES["async file"],
}


@pytest.mark.parametrize(
    ("flavour", "source"),
    [(flavour, name) for name in USED for flavour in ("sync", "async") if flavour == "async" or "async" not in name],
)
def test_what_was_read_already_is_refused_before_it_is_sent_as_an_empty_file(
    send: Send, server: Server, package: Package, source: str
) -> None:
    for method, argument, place in (("put_blob", "body", "the body"), ("put_form", "file", "'file'")):
        for wrap in (lambda given: given, package.module.Upload, lambda given: ("a.txt", given)):
            given = wrap(USED[source]())
            send(method, **{argument: given})
            with pytest.raises(package.module.InvalidRequestError, match=f"{place}: it was read already and cannot"):
                send(method, **{argument: given})
    assert len(server.requests) == 6


def test_an_iterator_that_a_failed_call_has_begun_is_not_sent_without_its_beginning(
    package: Package, flavour: str
) -> None:
    source = map(bytes.upper, [b"a", b"b"])
    with pytest.raises(package.module.TransportError) as caught:
        put_blob(package, flavour, source, [(1, httpx.ReadError("broken"))])
    assert caught.value.__notes__ == ["The call was not repeated, because its body can be read only once."]
    with pytest.raises(package.module.InvalidRequestError, match="the body: it was read already"):
        put_blob(package, flavour, source, [(9, None)])


def test_a_generator_that_its_caller_has_read_is_refused(package: Package) -> None:
    used = SOURCES["generator"]()
    list(used)
    with pytest.raises(package.module.InvalidRequestError, match="the body: it was read already"):
        package.load("endpoints.files").put_blob(body=used)
    begun = (piece for piece in (b"a", b"b"))
    next(begun)
    assert put_blob(package, "sync", begun, [(9, None)]) == [b"b"]


def test_an_iterator_without_a_hash_is_sent(package: Package) -> None:
    assert put_blob(package, "sync", OnceUnhashable(b"abc"), [(9, None)]) == [b"abc"]


@pytest.mark.parametrize("source", ["async generator", "async file", "async seekable"])
def test_a_sync_client_refuses_async_sources_before_it_sends_anything(
    package: Package, server: Server, source: str
) -> None:
    with package._class("")(base_url=server.url) as client:
        for method, argument, place in (("put_blob", "body", "the body"), ("put_form", "file", "'file'")):
            message = f"^{place}: an async iterable or an async file needs the async client"
            with pytest.raises(package.module.InvalidRequestError, match=message):
                getattr(client.files, method)(**{argument: SOURCES[source]()})
    assert server.requests == []


@pytest.mark.parametrize("wrong", ["text", 5, None])
def test_a_source_of_anything_but_bytes_is_refused_by_name(send: Send, package: Package, wrong: Any) -> None:
    message = f"'file': it gives a {type(wrong).__name__}, not bytes"
    with pytest.raises(package.module.InvalidRequestError, match=message):
        send("put_form", file=("a", (each for each in (b"a", wrong))))


@pytest.mark.parametrize("value", [[b"a"], {b"a"}, range(3), {"a": 1}.items(), "text"])
def test_a_collection_is_no_file(send: Send, package: Package, value: Any) -> None:
    with pytest.raises(package.module.InvalidRequestError, match="file has to be bytes, an open binary file, a Path"):
        send("put_blob", body=value)


def test_an_error_of_a_source_ends_the_call_and_is_raised(send: Send, server: Server) -> None:
    def failing() -> Iterator[bytes]:
        yield b"a"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        send("put_blob", body=failing())
    assert server.requests == []


def test_a_generator_is_closed_when_the_call_ends_early(package: Package, flavour: str) -> None:
    ends: list[str] = []

    def source() -> Iterator[bytes]:
        try:
            yield from [b"a"] * 10
        finally:
            ends.append("closed")

    with pytest.raises(package.module.TransportError):
        put_blob(package, flavour, source(), [(1, httpx.ReadError("broken"))])
    assert ends == ["closed"]


def test_an_async_client_reads_in_threads(package: Package, server: Server) -> None:
    threads: set[threading.Thread] = set()

    class Noting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if size:
                threads.add(threading.current_thread())
            return super().read(size)

    def generator() -> Iterator[bytes]:
        threads.add(threading.current_thread())
        yield b"abc"

    async def main() -> threading.Thread:
        async with package._class("Async")(base_url=server.url) as client:
            for source in (Noting(b"abc"), generator()):
                await client.files.put_blob(body=source)
        return threading.current_thread()

    assert asyncio.run(main()) not in threads
    assert threads
    assert [each["body"] for each in server.requests] == [b"abc", b"abc"]


def test_progress_is_reported_up_to_the_whole_file(send: Send, package: Package, tmp_path: Path) -> None:
    content = bytes(600_000)
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    for file, total in (
        (content, 600_000),
        (path, 600_000),
        (io.BytesIO(content), 600_000),
        (iter([content[:1], content[1:]]), None),
    ):
        for method, argument in (("put_blob", "body"), ("put_form", "file")):
            seen: list[Any] = []
            source = file if total else iter([content[:1], content[1:]])
            send(method, **{argument: package.module.Upload(source, on_progress=seen.append)})
            assert {(type(each), each.state, each.total) for each in seen} == {
                (package.module.Progress, "sending", total)
            }
            assert [each.sent for each in seen] == sorted({each.sent for each in seen})
            assert (len(seen) > 1, seen[-1].sent) == (True, 600_000)
            assert seen[-1].fraction == (1.0 if total else None)


def test_an_upload_names_the_file_and_its_media_type(send: Send, server: Server, package: Package) -> None:
    upload = package.module.Upload(b"x", name="a.bin", media_type="image/x-own")
    send("put_form", file=upload)
    assert b'filename="a.bin"\r\nContent-Type: image/x-own\r\n\r\nx\r\n' in server.requests[0]["body"]
    assert repr(upload) == "Upload(name='a.bin', media_type='image/x-own')"


def test_a_wrong_upload_is_refused_at_once(package: Package) -> None:
    with pytest.raises(package.module.InvalidRequestError, match="A file has to be bytes"):
        package.module.Upload("a.txt")
    with pytest.raises(package.module.ConfigurationError, match="on_progress= has to be a function that need"):
        package.module.Upload(b"x", on_progress=5)


class Awaited:
    async def __call__(self, _: Any) -> None: ...


@pytest.mark.parametrize("on_progress", [asyncio.sleep, Awaited(), partial(asyncio.sleep)])
def test_a_callback_that_has_to_be_awaited_is_refused_at_once(package: Package, on_progress: Any) -> None:
    with pytest.raises(package.module.ConfigurationError, match="a function that need not be awaited, or None"):
        package.module.Upload(b"x", on_progress=on_progress)


def test_progress_begins_again_when_a_call_is_repeated(send: Send, server: Server, package: Package) -> None:
    seen: list[int] = []
    server.statuses = [503]
    send("put_blob", body=package.module.Upload(b"abc", on_progress=lambda progress: seen.append(progress.sent)))
    assert seen == [3, 3]


def test_files_are_read_in_threads_of_anyio_where_the_event_loop_is_not_that_of_asyncio(
    package: Package, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package.load("_runtime.http.transport"), "_running_loop", lambda: None)
    threads: list[threading.Thread] = []

    def source() -> Iterator[bytes]:
        threads.append(threading.current_thread())
        yield b"abc"

    async def main() -> None:
        client = package._class("Async")(base_url=server.url)
        await client.files.put_blob(body=source())
        await client.aclose()

    asyncio.run(main())
    assert server.requests[0]["body"] == b"abc"
    assert threads
    assert threading.current_thread() not in threads

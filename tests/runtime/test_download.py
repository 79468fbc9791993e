"""Downloads: complete or nothing, in constant memory, continued after a broken connection."""

import gzip
import io
import os
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.api import Envelope
from scratch._runtime.errors import EnvelopeError, InvalidRequestError, NotFoundError, TransportError
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Binary

from runtime.shop import Shop

GET: Operation[Any] = Operation(id="get", method="GET", path="/report", responses={"200": Binary()})
POST: Operation[Any] = Operation(id="post", method="POST", path="/report", responses={"200": Binary()})
ENVELOPED: Operation[Any] = Operation(
    id="get",
    method="GET",
    path="/report",
    responses={"200": Binary()},
    envelope=Envelope(success="/Success", payload="/Content", message="/Message"),
)
BODY = bytes(range(256)) * 1_000  # more than what is held back
SMALL = b"a,b\n1,2\n"


class Breaking(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that ends with a broken connection, unless `error` is None."""

    def __init__(self, data: bytes | memoryview, error: Exception | None) -> None:
        self.data, self.error = data, error

    def __iter__(self) -> Iterator[bytes]:
        for at in range(0, len(self.data), 10_000):
            yield bytes(self.data[at : at + 10_000])
        if self.error:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for data in self:
            yield data


class Server:
    """Serves one body; breaks the connection after this many bytes in the first attempts."""

    def __init__(self, body: bytes, *breaks: int, ranges: bool = True, **headers: Any) -> None:
        self.body, self.breaks, self.ranges = body, list(breaks), ranges
        self.headers = {"content-type": "text/csv; charset=utf-8", "etag": '"v1"', **headers}
        self.asked: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        requested = request.headers.get("range")
        self.asked.append(requested)
        start = int(requested[6:-1]) if requested and self.ranges and request.headers["if-range"] == '"v1"' else 0
        headers = dict(self.headers)
        if start:
            headers["content-range"] = f"bytes {start}-{len(self.body) - 1}/{len(self.body)}"
        headers.setdefault("content-length", str(len(self.body) - start))
        sent, error = memoryview(self.body)[start:], None
        if self.breaks:
            sent, error = sent[: self.breaks.pop(0)], httpx.ReadError("broken")
        return httpx.Response(206 if start else 200, headers=headers, stream=Breaking(sent, error))


def download(shop: Shop, answer: Callable[[httpx.Request], httpx.Response], target: Any, call: Any = None) -> Any:
    return shop.download(shop.client(answer), call or GET.call(), target)


@pytest.mark.parametrize("body", [b"", SMALL, BODY, b"x" * 65_536, b"x" * 65_537])
def test_a_path_receives_the_whole_body(shop: Shop, tmp_path: Path, body: bytes) -> None:
    saved = download(shop, Server(body), tmp_path / "report.csv")
    assert (tmp_path / "report.csv").read_bytes() == body
    assert (saved.path, saved.size, bool(saved)) == (tmp_path / "report.csv", len(body), bool(body))
    assert (saved.media_type, saved.status, saved.headers["etag"]) == ("text/csv", 200, '"v1"')
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]


def test_an_open_file_receives_the_body_at_its_position_and_stays_open(shop: Shop) -> None:
    target = io.BytesIO(b"head:....")
    target.seek(5)
    saved = download(shop, Server(BODY), target)
    assert (target.getvalue(), saved.path, saved.size, target.closed) == (b"head:" + BODY, None, len(BODY), False)


@pytest.mark.parametrize("breaks", [(1,), (70_000,), (70_000, 70_000), (len(BODY) - 1,), (0, 0)])
def test_a_broken_download_continues_where_it_stopped(shop: Shop, tmp_path: Path, breaks: tuple[int, ...]) -> None:
    server = Server(BODY, *breaks)
    download(shop, server, tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == BODY
    ends = [sum(breaks[: at + 1]) for at in range(len(breaks))]
    assert server.asked == [None, *(f"bytes={end}-" if end else None for end in ends)]


def test_attempts_with_progress_do_not_use_up_the_retries(shop: Shop, tmp_path: Path) -> None:
    server = Server(BODY, *[20_000] * 10)
    download(shop, server, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == BODY, len(server.asked)) == (True, 11)


def test_attempts_without_progress_use_up_the_retries(shop: Shop, tmp_path: Path) -> None:
    server = Server(BODY, *[0] * 10)
    with pytest.raises(TransportError):
        download(shop, server, tmp_path / "r")
    assert (len(server.asked), list(tmp_path.iterdir())) == (3, [])


def test_attempts_with_hardly_any_progress_use_up_the_retries(shop: Shop, tmp_path: Path) -> None:
    server = Server(BODY, *[1] * 20)
    with pytest.raises(TransportError):
        download(shop, server, tmp_path / "r")
    assert len(server.asked) == 3


def test_a_changed_body_is_downloaded_from_the_start(shop: Shop, tmp_path: Path) -> None:
    class Changing(Server):
        def __call__(self, request: httpx.Request) -> httpx.Response:
            answer = super().__call__(request)
            self.body, self.headers["etag"], self.ranges = BODY[::-1], '"v2"', False
            return answer

    download(shop, Changing(BODY, 100_000), tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == BODY[::-1]


NO_WAY_TO_GO_ON = [{"etag": ""}, {"etag": 'W/"v1"'}, {"accept-ranges": "none"}]


@pytest.mark.parametrize("headers", NO_WAY_TO_GO_ON)
def test_without_ranges_or_validator_a_download_restarts(shop: Shop, tmp_path: Path, headers: dict[str, str]) -> None:
    server = Server(BODY, 100_000, **headers)
    download(shop, server, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == BODY, server.asked) == (True, [None, None])


LONG_AGO, DATE = "Sun, 29 Nov 2026 10:00:00 GMT", "Sun, 29 Nov 2026 10:01:00 GMT"
NEW = BODY[::-1]


class Versions:
    """Serves a body that breaks after 100,000 bytes, and then another version of the same size.

    It answers each request for a range with a part, whatever version was asked for, changed by `changes`.
    """

    def __init__(self, first: dict[str, str], changes: dict[str, str | None]) -> None:
        self.first, self.changes = first, changes
        self.requests: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        names = ("range", "if-range")
        self.requests.append({name: request.headers[name] for name in names if name in request.headers})
        if len(self.requests) == 1:
            stream = Breaking(BODY[:100_000], httpx.ReadError("broken"))
            return httpx.Response(200, headers={**self.first, "content-length": str(len(BODY))}, stream=stream)
        if "range" not in request.headers:
            return httpx.Response(200, stream=Breaking(NEW, None))
        start = int(request.headers["range"][6:-1])
        headers = {**self.first, "content-range": f"bytes {start}-{len(BODY) - 1}/{len(BODY)}", **self.changes}
        kept = {name: value for name, value in headers.items() if value is not None}
        return httpx.Response(206, headers=kept, stream=Breaking(NEW[start:], None))


@pytest.mark.parametrize(
    "headers",
    [
        {"etag": 'W/"1"', "last-modified": LONG_AGO, "date": DATE},  # RFC 9110, 13.1.5: not the date, where an ETag is
        {"etag": "1"},
        {"etag": '"1", "2"'},
        {"etag": '"a b"', "last-modified": LONG_AGO, "date": DATE},
        {"last-modified": LONG_AGO},
        {"last-modified": LONG_AGO, "date": LONG_AGO},
        {"last-modified": "Sun, 29 Nov 2026 10:00:01 GMT", "date": DATE},
        {"last-modified": DATE, "date": LONG_AGO},
        {"last-modified": "yesterday", "date": DATE},
        {"last-modified": LONG_AGO, "date": "today"},
        {"last-modified": "Sun, 29 Nov 99999999999 10:00:00 GMT", "date": DATE},
        {"etag": '"1"', "accept-ranges": "none"},
        {},
    ],
)
def test_no_range_is_requested_by_a_weak_validator(shop: Shop, tmp_path: Path, headers: dict[str, str]) -> None:
    server = Versions(headers, {})
    download(shop, server, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == NEW, server.requests) == (True, [{}, {}])


@pytest.mark.parametrize(
    ("headers", "validator"),
    [
        ({"etag": '"1"', "last-modified": DATE, "date": DATE}, '"1"'),
        ({"etag": '""'}, '""'),
        ({"last-modified": LONG_AGO, "date": DATE}, LONG_AGO),
    ],
)
@pytest.mark.parametrize("changes", [{}, {"content-range": f"bytes 100000-{len(BODY) - 1}/*"}])
def test_a_range_is_requested_by_a_strong_validator(
    shop: Shop, tmp_path: Path, headers: dict[str, str], validator: str, changes: dict[str, str | None]
) -> None:
    server = Versions({**headers, "content-type": "text/csv"}, {**changes, "content-type": None})
    saved = download(shop, server, tmp_path / "r")
    assert server.requests == [{}, {"range": "bytes=100000-", "if-range": validator}]
    assert (tmp_path / "r").read_bytes() == BODY[:100_000] + NEW[100_000:]
    assert (saved.media_type, saved.status, saved.size) == ("text/csv", 206, len(BODY))


OTHER_VERSION: list[dict[str, str | None]] = [
    {"etag": None},
    {"etag": '"v2"'},
    {"etag": 'W/"v1"'},
    {"content-range": f"bytes 100000-{len(BODY) - 1}/{len(BODY) + 1}"},
    {"content-range": f"bytes 100000-{len(BODY)}/{len(BODY)}"},
    {"content-range": f"bytes 99999-{len(BODY) - 1}/{len(BODY)}"},
    {"content-range": f"bytes 0-{len(BODY) - 1}/{len(BODY)}"},
    {"content-range": f"bytes 100000-100009/{len(BODY)}"},  # but more than that
    {"content-range": f"bytes */{len(BODY)}"},
    {"content-range": f"items 100000-{len(BODY) - 1}/{len(BODY)}"},
    {"content-range": None},
    {"content-encoding": "gzip"},
]


@pytest.mark.parametrize("changes", [*OTHER_VERSION, {"last-modified": DATE}])
def test_a_part_of_another_version_restarts_the_download(
    shop: Shop, tmp_path: Path, changes: dict[str, str | None]
) -> None:
    server = Versions({"etag": '"v1"', "last-modified": LONG_AGO}, changes)
    download(shop, server, tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == NEW
    assert server.requests == [{}, {"range": "bytes=100000-", "if-range": '"v1"'}, {}]


@pytest.mark.parametrize("changes", [{"last-modified": None}, {"last-modified": DATE}, {"etag": '"1"'}])
def test_a_part_without_the_date_that_was_asked_for_restarts_the_download(
    shop: Shop, tmp_path: Path, changes: dict[str, str | None]
) -> None:
    server = Versions({"last-modified": LONG_AGO, "date": DATE}, changes)
    download(shop, server, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == NEW, len(server.requests)) == (True, 3)


def test_a_part_of_a_body_of_unknown_size_restarts_the_download(shop: Shop, tmp_path: Path) -> None:
    server = Versions({"etag": '"1"', "transfer-encoding": "chunked"}, {"content-range": "bytes 100000-255999/*"})

    def answer(request: httpx.Request) -> httpx.Response:
        response = server(request)
        response.headers.pop("content-length", None)
        return response

    download(shop, answer, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == NEW, len(server.requests)) == (True, 3)


def test_a_server_whose_content_always_changes_does_not_keep_a_download_going(shop: Shop, tmp_path: Path) -> None:
    requests: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(1)
        headers = {"etag": f'"{len(requests)}"', "content-length": str(len(BODY))}
        if "range" in request.headers:
            return httpx.Response(206, headers={**headers, "content-range": "bytes 1-2/3"})
        return httpx.Response(200, headers=headers, stream=Breaking(BODY[: 1000 * len(requests)], httpx.ReadError("x")))

    with pytest.raises(TransportError):
        download(shop, answer, tmp_path / "r")
    assert len(requests) < 20


def test_a_seekable_file_is_rewritten(shop: Shop) -> None:
    target = io.BytesIO()
    download(shop, Server(BODY, 100_000, ranges=False), target)
    assert target.getvalue() == BODY


class Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation

    def seek(self, *_: Any) -> int:
        raise io.UnsupportedOperation

    def truncate(self, *_: Any) -> int:
        raise io.UnsupportedOperation


def test_a_pipe_can_continue_but_not_restart(shop: Shop) -> None:
    pipe = Pipe()
    download(shop, Server(BODY, 100_000), pipe)
    assert pipe.getvalue() == BODY
    with pytest.raises(OSError, match="cannot be rewound"):
        download(shop, Server(BODY, 100_000, ranges=False), Pipe())


def other_range(request: httpx.Request) -> httpx.Response:
    if "range" in request.headers:
        return httpx.Response(206, headers={"content-range": f"bytes 5-{len(BODY) - 1}/{len(BODY)}"}, content=BODY[5:])
    headers = {"etag": '"v1"', "content-length": str(len(BODY))}
    return httpx.Response(200, headers=headers, stream=Breaking(BODY[:100], httpx.ReadError("broken")))


def no_range(request: httpx.Request) -> httpx.Response:
    return httpx.Response(416) if "range" in request.headers else other_range(request)


@pytest.mark.parametrize("server", [other_range, no_range])
def test_an_unrequested_range_is_never_used(shop: Shop, tmp_path: Path, server: Any) -> None:
    with pytest.raises(TransportError):
        download(shop, server, tmp_path / "r")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", ["255999", "256001"])
def test_a_wrong_length_is_a_failure(shop: Shop, tmp_path: Path, length: str) -> None:
    with pytest.raises(TransportError):
        download(shop, Server(BODY, **{"content-length": length, "etag": ""}), tmp_path / "r")
    assert list(tmp_path.iterdir()) == []


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


COMPRESSED = [
    ("gzip", gzip.compress(BODY)),
    ("x-gzip", gzip.compress(BODY[:99_999]) + gzip.compress(BODY[99_999:])),
    ("deflate", zlib.compress(BODY)),
    ("deflate", raw_deflate(BODY)),
    ("identity", BODY),
]


@pytest.mark.parametrize(("encoding", "data"), COMPRESSED, ids=["gzip", "members", "zlib", "deflate", "identity"])
@pytest.mark.parametrize("breaks", [(), (1,), (40,), (200, 300)])
def test_a_compressed_body_arrives_decompressed(
    shop: Shop, tmp_path: Path, encoding: str, data: bytes, breaks: tuple[int, ...]
) -> None:
    server = Server(data, *breaks, **{"content-encoding": encoding})
    saved = download(shop, server, tmp_path / "r")
    assert ((tmp_path / "r").read_bytes() == BODY, saved.size) == (True, len(BODY))
    assert shop.requests[0].headers["accept-encoding"] == "gzip, deflate"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("gzip", b"no gzip"), ("gzip", gzip.compress(BODY)[:-9]), ("gzip", gzip.compress(BODY)[:-1] + b"x"), ("br", BODY)],
)
def test_a_body_that_cannot_be_decompressed_is_a_failure(
    shop: Shop, tmp_path: Path, encoding: str, data: bytes
) -> None:
    with pytest.raises(TransportError):
        download(shop, Server(data, **{"content-encoding": encoding}), tmp_path / "r")
    assert list(tmp_path.iterdir()) == []


def test_an_error_status_raises_and_leaves_no_file(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "r").write_text("old")
    with pytest.raises(NotFoundError) as caught:
        download(shop, lambda _: httpx.Response(404, json={"message": "no such report"}), tmp_path / "r")
    assert (caught.value.message, (tmp_path / "r").read_text()) == ("no such report", "old")
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_an_envelope_error_raises_and_writes_nothing(shop: Shop) -> None:
    target = io.BytesIO()
    answer = httpx.Response(200, json={"Success": False, "Message": "not today"})
    with pytest.raises(EnvelopeError, match="not today"):
        shop.download(shop.client(answer), ENVELOPED.call(), target)
    assert target.getvalue() == b""


def test_a_transient_failure_is_retried_for_get_only(shop: Shop, tmp_path: Path) -> None:
    client = shop.client(httpx.Response(503), httpx.Response(200, content=SMALL))
    shop.download(client, GET.call(), tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == SMALL
    with pytest.raises(TransportError):
        download(shop, Server(BODY, 10), tmp_path / "p", POST.call())
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_progress_counts_transferred_bytes(shop: Shop, tmp_path: Path) -> None:
    reports: list[Any] = []
    client = shop.client(Server(BODY, 100_000))
    shop.download(client, GET.call(), tmp_path / "r", on_progress=reports.append)
    assert {report.total for report in reports} == {len(BODY)}
    assert [report.received for report in reports] == sorted(report.received for report in reports)
    assert (reports[-1].received, reports[-1].fraction, reports[-1].state) == (len(BODY), 1.0, "receiving")


def test_an_exception_in_the_callback_ends_the_download(shop: Shop, tmp_path: Path) -> None:
    def stop(_: Any) -> None:
        raise KeyError("enough")

    with pytest.raises(KeyError):
        shop.download(shop.client(Server(BODY)), GET.call(), tmp_path / "r", on_progress=stop)
    assert (list(tmp_path.iterdir()), len(shop.requests)) == ([], 1)


def test_an_unwritable_target_raises_before_a_request_is_sent(shop: Shop, tmp_path: Path) -> None:
    targets: list[tuple[Any, type[Exception]]] = [
        (tmp_path, IsADirectoryError),
        (tmp_path / "no" / "r", FileNotFoundError),
        (io.StringIO(), InvalidRequestError),
        (7, InvalidRequestError),
        (tmp_path / "nul\0", InvalidRequestError),
        (tmp_path / "\ud800", InvalidRequestError),
    ]
    for target, error in targets:
        with pytest.raises(error):
            download(shop, Server(BODY), target)
    assert shop.requests == []


@pytest.mark.parametrize("resume", [False, True])
def test_a_missing_folder_of_a_target_is_named(shop: Shop, tmp_path: Path, resume: bool) -> None:
    client = shop.client(Server(BODY))
    with pytest.raises(FileNotFoundError, match="the folder of the target does not exist") as caught:
        shop.download(client, GET.call(), tmp_path / "no" / "r", resume=resume)
    assert (caught.value.filename, shop.requests) == (str(tmp_path / "no"), [])


@pytest.mark.parametrize("resume", [False, True])
def test_a_device_or_a_pipe_is_not_replaced(shop: Shop, tmp_path: Path, resume: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    for name in ("pipe", "link"):
        with pytest.raises(InvalidRequestError, match=f"{name} is not a regular file; open it to write to it"):
            shop.download(shop.client(Server(BODY)), GET.call(), tmp_path / name, resume=resume)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "pipe"]
    assert ((tmp_path / "pipe").is_fifo(), (tmp_path / "link").is_char_device(), shop.requests) == (True, True, [])


@pytest.mark.parametrize("resume", [False, True])
def test_a_name_may_be_as_long_as_the_file_system_allows(shop: Shop, tmp_path: Path, resume: bool) -> None:
    for name in ("é" * 127, "a" * 255, "a" * 245, "a" * 244, "€" * 85):
        shop.download(shop.client(Server(BODY, 50_000)), GET.call(), tmp_path / name, resume=resume)
        assert [each.name for each in tmp_path.iterdir()] == [name]
        (tmp_path / name).unlink()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_memory_does_not_grow_with_the_body(shop: Shop, tmp_path: Path, encoding: str) -> None:
    size = 64 * 1_048_576
    data = bytes(size) if encoding == "identity" else gzip.compress(bytes(size), 1)
    server = Server(data, **{"content-encoding": encoding})
    client = shop.client(server, max_compression_ratio=None)
    tracemalloc.start()
    try:
        saved = shop.download(client, GET.call(), tmp_path / "r")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert saved.size == size
    assert peak < size / 8

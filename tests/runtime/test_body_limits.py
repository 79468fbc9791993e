"""How much of a response is read: its size in memory, how far it is decompressed, and that it has to be complete."""

import gzip
import random
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.byte_stream import open_bytes, open_bytes_async
from scratch._runtime.client import AsyncClient, SyncClient
from scratch._runtime.errors import (
    ConfigurationError,
    NotFoundError,
    ResponseTooLargeError,
    StatusError,
    TransportError,
    UnauthorizedError,
)
from scratch._runtime.http import decompression
from scratch._runtime.http.decompression import BodyLimits, Decompressor
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Binary

from runtime.shop import API, Shop

GET: Operation[Any] = Operation(id="get", method="GET", path="/report", responses={"200": Binary()})
TEXT = b"".join(b"%d;%d\n" % (number, number * number) for number in range(20))


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that arrives in parts; counts those that were read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts, self.count = parts, 0

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            self.count += 1
            yield part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def answer(content: bytes, encoding: str = "", status: int = 200) -> Callable[[httpx.Request], httpx.Response]:
    """A server that sends a body in small parts, without its length."""

    def respond(_: httpx.Request) -> httpx.Response:
        parts = (content[at : at + 65_536] for at in range(0, len(content), 65_536))
        headers = {"content-encoding": encoding} if encoding else {}
        return httpx.Response(status, headers={"content-type": "text/csv", **headers}, stream=Body(parts))

    return respond


def raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


CODINGS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
    ("deflate, GZIP", lambda data: gzip.compress(raw_deflate(data))),
    ("gzip", lambda data: b"".join(gzip.compress(data[at : at + 1]) for at in range(len(data)))),
]


def chunks(shop: Shop, client: Any) -> bytes:
    """The body of a stream."""
    if shop.flavour == "sync":
        with open_bytes(client, GET.call()) as stream:
            return b"".join(stream)

    async def read() -> bytes:
        async with await open_bytes_async(client, GET.call()) as stream:
            return b"".join([chunk async for chunk in stream])

    return shop.run(read())


def lines(shop: Shop, client: Any) -> list[str]:
    """The lines of a stream."""
    if shop.flavour == "sync":
        with open_bytes(client, GET.call()) as stream:
            return list(stream.iter_lines())

    async def read() -> list[str]:
        async with await open_bytes_async(client, GET.call()) as stream:
            return [line async for line in stream.iter_lines()]

    return shop.run(read())


# ---------------------------------------------------------------- size


@pytest.mark.parametrize(("encoding", "encode"), [("", bytes), *CODINGS])
def test_a_body_in_memory_has_a_largest_size(shop: Shop, encoding: str, encode: Callable[[bytes], bytes]) -> None:
    respond = answer(encode(TEXT), encoding)
    for size in (None, len(TEXT)):
        assert shop.perform(GET.call(), respond, max_response_size=size).data == TEXT
    shop.requests.clear()
    with pytest.raises(ResponseTooLargeError, match=rf"more than {len(TEXT) - 1} bytes, which max_response_size=.*str"):
        shop.perform(GET.call(), respond, max_response_size=len(TEXT) - 1)
    assert len(shop.requests) == 1  # it would be as large again


@pytest.mark.parametrize("status", [201, 404, 503])
def test_the_size_holds_for_every_response(shop: Shop, status: int) -> None:
    for body in (answer(TEXT, status=status), httpx.Response(status, content=TEXT)):
        client = shop.client(body, max_retries=0).with_options(max_response_size=100)
        with pytest.raises(ResponseTooLargeError, match="more than 100 bytes"):
            shop.run(client.send(GET.call()))


def test_no_more_than_the_size_is_read(shop: Shop) -> None:
    body = Body(bytes(10_000) for _ in range(1_000_000))
    with pytest.raises(ResponseTooLargeError):
        shop.perform(GET.call(), lambda _: httpx.Response(200, stream=body), max_response_size=1_000_000)
    assert body.count == 101


def test_downloads_and_streams_have_no_largest_size(shop: Shop, tmp_path: Path) -> None:
    client = shop.client(answer(TEXT), max_response_size=50)
    assert shop.download(client, GET.call(), tmp_path / "report").size == len(TEXT)
    assert chunks(shop, client) == TEXT
    assert len(lines(shop, client)) == 20


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_line_of_a_stream_has_a_largest_size(shop: Shop, end: bytes) -> None:
    client = shop.client(answer(b"a\n" + b"b" * 50 + end), max_response_size=50)
    assert lines(shop, client) == ["a", "b" * 50]
    body = Body(iter([b"a\n", *[b"b" * 10] * 100_000]))
    client = shop.client(lambda _: httpx.Response(200, stream=body), max_response_size=50)
    with pytest.raises(ResponseTooLargeError, match=r"get: a line of more than 50 bytes, which max_response_size="):
        lines(shop, client)
    assert body.count == 7


def test_a_client_without_streams_is_limited_too(shop: Shop) -> None:
    class Own:
        def request(self, *_: Any, **__: Any) -> Any:
            async def later() -> httpx.Response:
                return httpx.Response(200, content=TEXT)

            return httpx.Response(200, content=TEXT) if shop.flavour == "sync" else later()

        def close(self) -> None:
            """Nothing."""

        async def aclose(self) -> None:
            """Nothing."""

    kind = SyncClient if shop.flavour == "sync" else AsyncClient
    client: Any = kind(replace(API, authentication=None), http_client=Own(), base_url="https://x.test", max_elapsed=60)  # type: ignore[arg-type]
    assert shop.run(client.send(GET.call())).data == TEXT
    with pytest.raises(ResponseTooLargeError):
        shop.run(client._with_options(max_response_size=100).send(GET.call()))


# ---------------------------------------------------------------- decompression

ZEROS = bytes(30_000_000)


def members(data: bytes) -> bytes:
    return gzip.compress(data[:1_000_000]) * (len(data) // 1_000_000)


BOMBS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("gzip", members),
    ("gzip, gzip", lambda data: gzip.compress(gzip.compress(data))),
    ("gzip, deflate, gzip", lambda data: gzip.compress(zlib.compress(gzip.compress(data)))),
]


@pytest.mark.parametrize(("encoding", "encode"), BOMBS)
def test_a_body_is_decompressed_to_a_limited_ratio(
    shop: Shop, tmp_path: Path, encoding: str, encode: Callable[[bytes], bytes]
) -> None:
    client = shop.client(answer(encode(ZEROS), encoding))
    uses: list[Callable[[], object]] = [
        lambda: shop.run(client.send(GET.call())),
        lambda: shop.download(client, GET.call(), tmp_path / "report"),
        lambda: chunks(shop, client),
    ]
    tracemalloc.start()
    for use in uses:
        with pytest.raises(ResponseTooLargeError, match=r"more than 200 times as large, which max_compression_ratio="):
            use()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < len(ZEROS)
    assert (len(shop.requests), list(tmp_path.iterdir())) == (3, [])


def test_the_ratio_can_be_changed_and_spares_small_bodies(shop: Shop) -> None:
    bomb = answer(gzip.compress(ZEROS), "gzip")
    for ratio in (None, 2_000):
        assert len(shop.perform(GET.call(), bomb, max_compression_ratio=ratio).data) == len(ZEROS)
    small = answer(gzip.compress(ZEROS[:10_000_000]), "gzip")
    assert len(shop.perform(GET.call(), small, max_compression_ratio=1).data) == 10_000_000


def test_what_decompresses_to_much_inside_of_a_body_is_limited(shop: Shop) -> None:
    empty = gzip.compress(gzip.compress(b"") * 1_000_000)  # decompressed once it is large, and twice it is empty
    with pytest.raises(ResponseTooLargeError, match="200 times"):
        shop.perform(GET.call(), answer(empty, "gzip, gzip"))


def test_the_work_for_many_members_grows_with_the_body(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    decode = decompression._Layer._decode

    def counted(layer: Any, data: bytes) -> bytes:
        sizes.append(len(data))
        return decode(layer, data)

    monkeypatch.setattr(decompression._Layer, "_decode", counted)
    body = gzip.compress(b"x") * 20_000
    decompressor = Decompressor("gzip", BodyLimits())
    assert b"".join(decompressor.decompress(body)) == b"x" * 20_000
    assert (decompressor.is_complete, len(sizes) < 21_000, max(sizes)) == (True, True, 16_384)


@pytest.mark.parametrize(("encoding", "encode"), CODINGS[:5])
def test_a_compressed_body_that_is_cut_off_is_not_taken_for_a_complete_one(
    shop: Shop, encoding: str, encode: Callable[[bytes], bytes]
) -> None:
    whole = encode(TEXT[:60])
    for size in range(1, len(whole)):
        client = shop.client(answer(whole[:size], encoding), max_retries=0)
        for use in (lambda client: shop.run(client.send(GET.call())), lambda client: chunks(shop, client)):
            with pytest.raises(TransportError, match=r"incomplete|cannot be decompressed"):
                use(client)
    assert shop.perform(GET.call(), answer(whole, encoding)).data == TEXT[:60]


def test_a_compressed_body_that_is_cut_off_is_requested_again(shop: Shop) -> None:
    whole = gzip.compress(TEXT)
    assert shop.perform(GET.call(), answer(whole[:-1], "gzip"), answer(whole, "gzip")).data == TEXT
    assert len(shop.requests) == 2


def test_large_pieces_are_complete(shop: Shop) -> None:
    data = random.Random(3).randbytes(2_000) * 2_000  # noqa: S311 - 4 MB of something that is easy to compress
    for encoding, encode in CODINGS[:5]:
        assert shop.perform(GET.call(), answer(encode(data), encoding)).data == data


@pytest.mark.parametrize("rest", [b"\0" * 100, b"\0\0garbage", b"<!-- cached -->", b"\x1fgarbage", b"\x1f\x1f"])
def test_what_follows_the_last_member_of_a_gzip_body_is_ignored(shop: Shop, rest: bytes) -> None:
    assert shop.perform(GET.call(), answer(gzip.compress(TEXT) + rest, "gzip")).data == TEXT


@pytest.mark.parametrize(("encoding", "encode"), CODINGS)
def test_a_compressed_body_may_arrive_byte_by_byte(encoding: str, encode: Callable[[bytes], bytes]) -> None:
    decompressor = Decompressor(encoding, BodyLimits())
    assert b"".join(part for byte in encode(TEXT) for part in decompressor.decompress(bytes([byte]))) == TEXT
    assert decompressor.is_complete


ENDLESS = {
    "garbage after the end": (gzip.compress(b"{}"), b"garbage"),
    "zeros after the end": (gzip.compress(b"{}"), b"\0"),
    "empty members": (b"", gzip.compress(b"")),
    "a comment": (bytes([31, 139, 8, 16, 0, 0, 0, 0, 0, 0]), b"comment"),
    "empty blocks": (zlib.compressobj(wbits=31).flush(zlib.Z_SYNC_FLUSH), b"\0\0\0\xff\xff"),
}


@pytest.mark.parametrize(("head", "filling"), ENDLESS.values(), ids=ENDLESS)
def test_a_body_that_becomes_nothing_ends(shop: Shop, tmp_path: Path, head: bytes, filling: bytes) -> None:
    parts = [head, *[filling * (65_536 // len(filling))] * 100]
    bodies: list[Body] = []

    def respond(_: httpx.Request) -> httpx.Response:
        bodies.append(Body(iter(parts)))
        return httpx.Response(200, headers={"content-encoding": "gzip"}, stream=bodies[-1])

    client = shop.client(respond, max_retries=0)
    for use in (
        lambda: shop.run(client.send(GET.call())),
        lambda: chunks(shop, client),
        lambda: shop.download(client, GET.call(), tmp_path / "report"),
    ):
        with pytest.raises(TransportError, match="more bytes than what it holds"):
            use()
    assert [body.count < 40 for body in bodies] == [True] * 3


def test_the_size_of_a_body_in_memory_is_limited_as_it_is_sent_too(shop: Shop) -> None:
    stored = zlib.compressobj(wbits=31)
    parts = [stored.compress(bytes(range(256)) * 4) + stored.flush(zlib.Z_SYNC_FLUSH) for _ in range(1_000)]
    padded = (part + b"\0\0\0\xff\xff" * 8_000 for part in parts)
    body = Body(padded)
    with pytest.raises(ResponseTooLargeError, match="more than 2000000 bytes"):
        shop.perform(
            GET.call(),
            lambda _: httpx.Response(200, headers={"content-encoding": "gzip"}, stream=body),
            max_response_size=2_000_000,
        )
    assert body.count < 100


class Broken(Body):
    """A body whose connection breaks."""

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"message": "no'
        raise httpx.RemoteProtocolError("cut off")


UNREADABLE: list[tuple[str, Callable[[], Body]]] = [
    ("br", lambda: Body(iter([TEXT]))),
    ("gzip", lambda: Body(iter([b"no gzip"]))),
    ("gzip", lambda: Body(iter([gzip.compress(TEXT)[:-9]]))),
    ("", lambda: Broken(iter([]))),
]


@pytest.mark.parametrize(("encoding", "body"), UNREADABLE)
def test_the_status_of_a_failure_counts_without_its_body(
    shop: Shop, tmp_path: Path, encoding: str, body: Callable[[], Body]
) -> None:
    def responding(status: int, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
        named = {"content-encoding": encoding, "content-type": "application/json", **headers}
        return lambda _: httpx.Response(status, headers=named, stream=body())

    client = shop.client(responding(401))
    for use in (
        lambda: shop.run(client.send(GET.call())),
        lambda: chunks(shop, client),
        lambda: shop.download(client, GET.call(), tmp_path / "report"),
    ):
        with pytest.raises(UnauthorizedError) as caught:
            use()
        assert caught.value.body is None
    assert len(shop.requests) == 3
    post: Operation[Any] = Operation(id="post", method="POST", path="/report", responses={"200": Binary()})
    for first in (responding(429, **{"retry-after": "0"}), responding(307, location="/api/other")):
        assert shop.perform(post.call(), first, httpx.Response(200, content=b"done")).data == b"done"


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("HEAD", 404), ("GET", 204), ("GET", 200)])
def test_a_coding_of_no_body_does_not_matter(shop: Shop, tmp_path: Path, method: str, status: int) -> None:
    call = Operation(id="get", method=method, path="/report", responses={"2XX": Binary()}).call()
    client = shop.client(answer(b"", "br", status))
    if status == 404:
        with pytest.raises(StatusError):
            shop.run(client.send(call))
    else:
        assert not shop.run(client.send(call))
        assert not shop.download(client, call, tmp_path / "report")


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br", "gzip, gzip, gzip, gzip", "gz" * 1_000])
def test_an_unknown_coding_is_an_error(shop: Shop, tmp_path: Path, encoding: str) -> None:
    client = shop.client(answer(TEXT, encoding), max_retries=0)
    for use in (
        lambda: shop.run(client.send(GET.call())),
        lambda: chunks(shop, client),
        lambda: shop.download(client, GET.call(), tmp_path / "report"),
    ):
        with pytest.raises(TransportError, match=r"the content encoding .* is not supported"):
            use()


def test_only_known_codings_are_requested(shop: Shop) -> None:
    shop.perform(GET.call(), httpx.Response(200))
    shop.perform(GET.call(), httpx.Response(200), headers={"accept-encoding": "identity"})
    assert [request.headers.get_list("accept-encoding") for request in shop.requests] == [
        ["gzip, deflate"],
        ["identity"],
    ]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip", "identity"])
def test_a_body_may_be_empty_whatever_its_coding(shop: Shop, encoding: str) -> None:
    assert shop.perform(GET.call(), answer(b"", encoding)).data == b""
    with pytest.raises(NotFoundError):
        shop.perform(GET.call(), answer(b"", encoding, 404))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        *(({"max_response_size": value}, "a number of bytes above 0") for value in (0, -1, 1.5, "1", True)),
        *(({"max_compression_ratio": value}, "a number, 1 or more") for value in (0, 0.5, "1", float("nan"), True)),
    ],
)
def test_limits_that_make_no_sense_are_refused(shop: Shop, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(ConfigurationError, match=reason):
        shop.client(**options)

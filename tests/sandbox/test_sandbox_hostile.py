"""Whatever comes in over the socket, the server stays up, answers in HTTP, and prints no traceback."""

from __future__ import annotations

import logging
import random
import socket
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from channelsmith.sandbox import Running, run
from channelsmith.sandbox.request import RequestDecoder
from channelsmith.sandbox.server import is_own_host
from support.shop import KEY, written

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = b"Host: localhost\r\nAuthorization: Bearer sandbox-key\r\nX-Request-Key: k\r\nConnection: close\r\n"
DEEP = b'{"lineItems": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with run(written(tmp_path_factory.mktemp("shop"))) as running:
        yield running


def sent(server: Running, data: bytes, *, stays: bool = False) -> bytes:
    """What comes back for these bytes; a client that `stays` does not say that nothing follows."""
    host, port = server.control_url.removeprefix("http://").partition("/")[0].split(":")
    pieces: list[bytes] = []
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        try:
            connection.sendall(data)
            if not stays:
                connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                pieces.append(piece)
        except (ConnectionResetError, BrokenPipeError):
            pass  # the server has had enough of it
    return b"".join(pieces)


def post(body: bytes, kind: bytes = b"application/json") -> bytes:
    length = str(len(body)).encode()
    return (
        b"POST /api/orders HTTP/1.1\r\n"
        + HEAD
        + b"Content-Type: "
        + kind
        + b"\r\nContent-Length: "
        + length
        + b"\r\n\r\n"
        + body
    )


def get(target: bytes, more: bytes = b"") -> bytes:
    return b"GET " + target + b" HTTP/1.1\r\n" + HEAD + more + b"\r\n"


REQUESTS = {
    "garbage": bytes(range(1, 256)) * 8,
    "nothing": b"",
    "half a line": b"GET /api/or",
    "no headers": b"GET /api/orders HTTP/1.1\r\n",
    "old version": b"GET /api/orders HTTP/0.9\r\n\r\n",
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "huge header": get(b"/api/orders", b"X-Big: " + b"a" * 200_000 + b"\r\n"),
    "many headers": get(b"/api/orders", b"".join(b"X-%d: 1\r\n" % at for at in range(5000))),
    "bad escapes": get(b"/api/orders/%zz%"),
    "half a character": get(b"/api/orders/%e2%82"),
    "NUL": get(b"/api/orders/%00"),
    "raw bytes in the target": get(b"/api/orders/\xff\xfe"),
    "upwards": get(b"/api/../../etc/passwd"),
    "encoded slashes": get(b"/api/orders%2F..%2F..%2Fetc"),
    "an absolute target": get(b"http://elsewhere.example/api/orders"),
    "a star": b"OPTIONS * HTTP/1.1\r\n" + HEAD + b"\r\n",
    "an unknown method": b"FROB /api/orders HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a long query": get(b"/api/orders?" + b"&".join(b"size=%d" % at for at in range(5000))),
    "a bad query": get(b"/api/orders?size=%ff&startDate=%00&=&&tags[=1"),
    "a huge number": get(b"/api/orders?size=" + b"9" * 6000),
    "a bad fault": get(b"/api/orders", b"X-Sandbox-Fault: \xff\xfe\r\n"),
    "a bad preference": get(b"/api/orders", b"Prefer: code=\xb2; example=%00\r\n"),
    "a huge preference": get(b"/api/orders", b"Prefer: code=" + b"9" * 5000 + b"\r\n"),
    "bad basic credentials": b"GET /api/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic \xe4\xf6\r\n\r\n",
    "bad host": b'GET /_sandbox/openapi.json HTTP/1.1\r\nHost: a b<>"\r\n\r\n',
    "no JSON": post(b"{"),
    "no text": post(b"\xff\xfe\x00"),
    "half a surrogate": post(b'{"number": "\\ud800", "lineItems": [{"quantity": 1}]}'),
    "deep JSON": post(DEEP),
    "infinite": post(b'{"lineItems": [{"quantity": Infinity}]}'),
    "a huge number in JSON": post(b'{"lineItems": [{"quantity": ' + b"9" * 6000 + b"}]}"),
    "NUL in JSON": post(b'{"number": "\\u0000", "lineItems": [{"quantity": 1}]}'),
    "another media type": post(b"<a/>", b"text/xml"),
    "no media type": post(b"{}", b";;;="),
    "more announced than sent": post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 200"),
    "no length at all": post(b"{}").replace(b"Content-Length: 2", b"Content-Length: many"),
    "two lengths": post(b"{}").replace(b"Content-Length: 2", b"Content-Length: 2\r\nContent-Length: 3"),
    "bad chunks": b"POST /api/orders HTTP/1.1\r\n" + HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "deep faults": b"PUT /_sandbox/faults HTTP/1.1\r\n" + HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(DEEP), DEEP),
    "an odd page": get(b"/_sandbox/page/../routes.py"),
    "an odd collection": get(b"/_sandbox/state/%00%ff"),
    "odd paging": get(b"/_sandbox/requests?limit=99999999999999999999"),
}  # fmt: skip


@pytest.mark.parametrize("data", REQUESTS.values(), ids=REQUESTS)
def test_the_server_takes_what_comes(
    server: Running, data: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    answer = sent(server, data)
    alive = httpx.get(f"{server.url}/orders?size=1", headers=KEY).status_code
    errors = [record.getMessage() for record in caplog.records if record.exc_info or record.levelno >= logging.ERROR]
    assert (alive, errors) == (200, [])
    assert answer == b"" or (answer.startswith(b"HTTP/1.1 ") and not answer.startswith(b"HTTP/1.1 500"))
    assert "Traceback" not in capfd.readouterr().err


def test_random_changes_to_good_requests_do_no_harm(
    server: Running, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    dice = random.Random(11)  # noqa: S311 -- the same changes on every run
    good = [
        post(b'{"number": "n", "lineItems": [{"quantity": 1}]}'),
        get(b"/api/orders?size=1&tags=a&startDate=2026-01-01"),
    ]
    for _ in range(150):
        data = bytearray(dice.choice(good))
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        assert not sent(server, bytes(data)).startswith(b"HTTP/1.1 500")
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("[::1]:8080", True),
        ("shop.localhost:8080", True),
        ("host.docker.internal:8080", True),
        ("evil.example", False),
        ("evil", False),
        ("evil.local", False),
        ("evil.internal", False),
        ("127.0.0.1:8977@evil", False),
        ("evil@127.0.0.1", False),
        ("127.0.0.1/evil", False),
        ("", False),
        ("127.0.0.1.evil.example:8080", False),
        ("evil.example.", False),
        ("[", False),
    ],
)
@pytest.mark.parametrize("path", ["/api/orders", "/_sandbox/state", "/"])
def test_a_page_that_renames_the_server_reads_nothing(server: Running, host: str, path: str, *, is_own: bool) -> None:
    origin = server.control_url.removesuffix("/_sandbox")
    response = httpx.get(f"{origin}{path}", headers={"Host": host, "Authorization": "Bearer sandbox-key"})
    assert (response.status_code == 421) is not is_own


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("sandbox:8080", True),
        ("sandbox.shop.svc.cluster.local", True),
        ("shop.sandbox.internal", True),
        ("192.0.2.1:8080", True),
        ("api.company.example:8080", True),
        ("evil.example", False),
        ("evil@sandbox", False),
    ],
)
def test_a_server_for_other_machines_has_names_in_their_network(host: str, *, is_own: bool) -> None:
    own = "api.company.example" if "company" in host else "0.0.0.0"  # noqa: S104 -- nothing listens
    assert is_own_host(host, own) is is_own


def test_a_body_that_is_too_large_is_refused(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("channelsmith.sandbox.request.MAX_BODY", 1_000)
    assert (
        b" 413 "
        in sent(server, post(b'{"lineItems": [' + b'{"quantity": 1},' * 100 + b'{"quantity": 1}]}')).partition(b"\r\n")[
            0
        ]
    )


def test_of_a_large_body_the_first_violation_is_reported(server: Running) -> None:
    body = b'{"number": 1, "lineItems": [' + b'{"quantity": 0},' * 30_000 + b'{"quantity": 1}]}'
    answer = sent(server, post(body), stays=True)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert len(answer) < 2_000


@pytest.mark.parametrize(
    ("headers", "is_foreign"),
    [
        ({}, False),  # a program
        ({"Origin": "OWN", "Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://evil.example"}, True),
        ({"Origin": "null"}, True),
        ({"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"}, True),  # another server of this machine
        ({"Sec-Fetch-Site": "cross-site"}, True),
    ],
)
def test_pages_of_other_origins_change_nothing(server: Running, headers: dict[str, str], *, is_foreign: bool) -> None:
    origin = server.control_url.removesuffix("/_sandbox")
    own = {**KEY, **{name: value.replace("OWN", origin) for name, value in headers.items()}}
    before = httpx.get(f"{server.url}/orders", headers=own)
    changed = [
        httpx.request(method, f"{origin}{path}", headers={**own, "Content-Type": "text/plain"})
        for method, path in (("POST", "/api/orders"), ("DELETE", "/api/orders/none"), ("PUT", "/_sandbox/faults"))
    ]
    assert before.status_code == 200
    assert [response.status_code == 403 for response in changed] == [is_foreign] * 3


def test_a_large_body_is_validated_beside_the_event_loop(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    decode = RequestDecoder.decode

    def recorded(self: RequestDecoder, *arguments: Any) -> object:
        threads.append(threading.current_thread().name)
        return decode(self, *arguments)

    monkeypatch.setattr(RequestDecoder, "decode", recorded)
    sent(server, post(b"[]"))
    assert sent(server, post(b"[" + b"0," * 200_000 + b"0]"), stays=True).startswith(b"HTTP/1.1 400 ")
    assert [name.startswith("AnyIO worker") for name in threads] == [False, True]


def test_idle_connections_do_no_harm(server: Running) -> None:
    host, port = server.control_url.removeprefix("http://").partition("/")[0].split(":")
    with ExitStack() as stack:
        for begun in (b"", b"GET /api/orders HTTP/1.1\r\nHost: localhost\r\n", post(b"{}")[:-1]) * 40:
            connection = stack.enter_context(socket.create_connection((host, int(port)), timeout=10))
            connection.sendall(begun)
        assert httpx.get(f"{server.url}/orders?size=1", headers=KEY).status_code == 200
    assert httpx.get(f"{server.url}/orders?size=1", headers=KEY).status_code == 200

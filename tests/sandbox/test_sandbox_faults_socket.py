"""Each fault over a real socket, seen by a plain HTTP client."""

from __future__ import annotations

import contextlib
import logging
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from support.sandboxes import start
from support.shop import KEY, codes, served, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from channelsmith.sandbox import Running

SLOW = "slow=60"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, Running]]:
    with served(tmp_path_factory.mktemp("shop")) as running:
        yield running


@pytest.fixture(scope="module")
def client(shop: tuple[httpx.Client, Running]) -> httpx.Client:
    return shop[0]


def fault(text: str, **others: str) -> dict[str, str]:
    return {"x-sandbox-fault": text, **others}


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [("503", 503, 1), ("404", 404, 5), ("500=3", 500, 1), ("401", 401, 2), ("429=7", 429, 10)],
)
def test_a_status_comes_with_the_declared_body(client: httpx.Client, text: str, status: int, code: int) -> None:
    response = client.get("/orders/1", headers=fault(text))
    assert (response.status_code, codes(response)) == (status, [code])
    assert response.headers.get("retry-after") == (text.partition("=")[2] or None)


def test_a_family_gives_its_statuses_in_turn(client: httpx.Client) -> None:
    found = [client.get("/orders", headers=fault("5xx")).status_code for _ in range(5)]
    assert found == [502, 503, 500, 504, 502]


def test_the_declared_header_says_when_to_come_back(client: httpx.Client) -> None:
    response = client.get("/limited", headers=fault("429=9"))
    assert (response.status_code, response.headers["wait-for"]) == (429, "9")


@pytest.mark.parametrize("text", ["reset", "lost"])
def test_a_connection_is_reset_before_any_byte(client: httpx.Client, text: str) -> None:
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        client.get("/orders/1", headers=fault(text))


def test_a_reset_is_a_real_one(shop: tuple[httpx.Client, Running]) -> None:
    with connected(shop[1]) as connection:
        connection.sendall(b"GET /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Sandbox-Fault: reset\r\n\r\n")
        with pytest.raises(ConnectionResetError):
            connection.recv(1)


def test_a_body_ends_before_the_length_that_was_announced(
    client: httpx.Client, shop: tuple[httpx.Client, Running]
) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        client.get("/orders", headers=fault("truncate"))
    with connected(shop[1]) as connection:
        connection.sendall(
            b"GET /api/orders HTTP/1.1\r\nHost: localhost\r\nPrefer: code=200\r\nX-Sandbox-Fault: truncate\r\n\r\n"
        )
        head, _, body = everything(connection).partition(b"\r\n\r\n")
    announced = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"content-length"))
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert 0 < len(body) < announced


def test_an_answer_without_a_body_ends_in_its_head(shop: tuple[httpx.Client, Running]) -> None:
    with connected(shop[1]) as connection:
        connection.sendall(
            b"DELETE /api/orders/1 HTTP/1.1\r\nHost: localhost\r\nPrefer: code=204\r\nX-Sandbox-Fault: truncate\r\n\r\n"
        )
        assert b"\r\n\r\n" not in everything(connection)


@pytest.mark.parametrize(
    ("text", "status", "kind"),
    [
        ("html", 502, "text/html; charset=utf-8"),
        ("html=200", 200, "text/html; charset=utf-8"),
        ("garbage", 200, "application/json"),
        ("empty", 200, "application/json"),
        ("wrong-envelope", 200, "application/json"),
    ],
)
def test_a_body_is_not_what_it_should_be(client: httpx.Client, text: str, status: int, kind: str) -> None:
    response = client.get("/orders/1", headers=fault(text, prefer="code=200"))
    assert (response.status_code, response.headers["content-type"]) == (status, kind)
    match text.partition("=")[0]:
        case "html":
            assert response.text.startswith("<html>")
        case "garbage":
            with pytest.raises(ValueError, match=r"utf-8|Expecting"):
                response.json()
        case "empty":
            assert response.content == b""
        case _:
            assert response.json() == {"result": "ok", "response": {"id": "1", "number": "A-1"}}


def test_a_redirect_leads_elsewhere(client: httpx.Client) -> None:
    named = client.get("/orders", headers=fault("redirect=http://127.0.0.1:1/login"))
    plain = client.get("/orders", headers=fault("redirect"))
    assert (named.status_code, named.headers["location"]) == (302, "http://127.0.0.1:1/login")
    assert plain.headers["location"] == "https://login.invalid/"


def test_a_slow_answer_blocks_no_other_and_ends_with_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.WARNING)
    with served(tmp_path) as (client, running), connected(running) as waiting:
        waiting.sendall(f"GET /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Sandbox-Fault: {SLOW}\r\n\r\n".encode())
        assert client.get("/orders").status_code == 200
        waiting.setblocking(False)  # noqa: FBT003 -- as the standard library has it
        with pytest.raises(BlockingIOError):
            waiting.recv(1)
    said = capfd.readouterr().err + "".join(record.exc_text or "" for record in caplog.records)
    assert "Traceback" not in said


def test_a_slow_answer_is_the_right_one_in_the_end(client: httpx.Client) -> None:
    assert client.get("/orders", headers=fault("slow=0.01")).status_code == 200


def test_an_unknown_fault_is_refused_with_a_hint(client: httpx.Client) -> None:
    response = client.get("/orders", headers=fault("rest"))
    assert response.status_code == 400
    assert response.json()["detail"] == "x-sandbox-fault: there is no fault 'rest'\n    hint: did you mean 'reset'?"


@pytest.mark.parametrize(
    ("text", "applied"),
    [
        *((kind, 0) for kind in ("503", "5xx", "reset", "html", "html=200", "redirect")),
        *((kind, 1) for kind in ("lost", "applied=503", "truncate", "garbage", "empty", "wrong-envelope", "slow=0")),
    ],
)
def test_a_fault_says_whether_the_request_is_applied(
    shop: tuple[httpx.Client, Running], text: str, applied: int
) -> None:
    client, running = shop
    count = f"{running.control_url}/state/orders?limit=0"
    before = client.get(count).json()["count"]
    with contextlib.suppress(httpx.TransportError):
        body = {"lineItems": [{"quantity": 1}]}
        client.post("/orders", json=body, headers=fault(text, **{"x-request-key": f"key for {text}"}))
    assert client.get(count).json()["count"] - before == applied


# ---------------------------------------------------------------- Prefer


@pytest.mark.parametrize(
    ("prefer", "status", "body"),
    [
        ("code=200", 200, [{"id": "1", "number": "A-1"}]),
        ("code=200, example=none", 200, []),
        ('example="none"', 200, []),
        ("respond-async; example=some", 200, [{"id": "1", "number": "A-1"}]),
        ("code=429", 429, {"errors": [{"code": 10, "text": "Slowly."}]}),
        ("code=503", 503, {"errors": [{"code": 1, "text": "It broke."}]}),
    ],
)
def test_a_declared_answer_can_be_asked_for(client: httpx.Client, prefer: str, status: int, body: object) -> None:
    response = client.get("/orders", headers={"prefer": prefer, "authorization": ""})
    assert (response.status_code, response.json()) == (status, body)


@pytest.mark.parametrize(
    ("prefer", "known"),
    [("code=418", "200, 400, 401, 429, 5XX"), ("code=ok", "200, 400, 401, 429, 5XX"), ("example=few", "none, some")],
)
def test_what_is_not_declared_is_refused_with_what_is(client: httpx.Client, prefer: str, known: str) -> None:
    response = client.get("/orders", headers={"prefer": prefer})
    assert (response.status_code, response.json()["detail"]) == (
        400,
        f"The operation declares no response for {prefer}; it declares {known}",
    )


def test_a_declared_answer_comes_in_the_wanted_media_type(client: httpx.Client) -> None:
    response = client.get("/orders/1", headers={"prefer": "code=200", "accept": "text/csv"})
    assert (response.headers["content-type"], response.text) == ("text/csv; charset=utf-8", "id,number")


def test_another_preference_changes_nothing(client: httpx.Client) -> None:
    assert client.get("/orders", headers={"prefer": "return=minimal"}).status_code == 200


# ---------------------------------------------------------------- rates, scenarios


def test_rates_give_the_same_faults_on_every_run(tmp_path: Path) -> None:
    runs: list[list[int]] = []
    for _ in range(2):
        sandbox = start(written(tmp_path), headers=KEY, fault={"5xx": 0.3}, seed=7)
        runs.append([sandbox.get("/api/orders").status_code for _ in range(30)])
    assert runs[0] == runs[1]
    assert {200, 502, 503} <= set(runs[0])


def test_in_process_an_error_stands_for_a_broken_connection(tmp_path: Path) -> None:
    sandbox = start(written(tmp_path), headers=KEY)
    for text in ("reset", "lost", "truncate"):
        with pytest.raises(ConnectionResetError, match="in-process, this error is raised instead"):
            sandbox.get("/api/orders", headers=fault(text))


def connected(running: Running) -> socket.socket:
    host, port = running.control_url.removeprefix("http://").partition("/")[0].split(":")
    connection = socket.create_connection((host, int(port)))
    connection.settimeout(10)
    return connection


def everything(connection: socket.socket) -> bytes:
    pieces: list[bytes] = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)

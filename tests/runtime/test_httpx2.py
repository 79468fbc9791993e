"""The successor of the HTTP library, the real one, against a server on this machine."""

import io
import logging
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from scratch._runtime.client import AsyncClient, SyncClient
from scratch._runtime.errors import ConnectError, NotFoundError, RequestTimeoutError, TransportError
from scratch._runtime.operation import Call, Operation
from scratch._runtime.request.bodies import JsonBody
from scratch._runtime.response.content import Json

from runtime.shop import API, Shop

KEY = "canary-7f3a"


class Server(BaseHTTPRequestHandler):
    """Answers by path: what it was sent, a redirect, nothing at all, half of it, or only when the test is over."""

    protocol_version = "HTTP/1.1"
    over = threading.Event()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/late":
            self.over.wait(30)
        if path in {"/late", "/nothing"}:
            self.close_connection = True
            return
        self.send_response({"/moved": 302, "/missing": 404}.get(path, 200))
        self.send_header("Location", "/there")
        self.send_header("Content-Type", "application/json")
        told = self.rfile.read(int(self.headers.get("Content-Length", 0))) or f'"{self.path}"'.encode()
        self.send_header("Content-Length", str(len(told) + (path == "/half")))
        self.end_headers()
        self.wfile.write(told)
        self.close_connection = path == "/half"

    do_POST = do_GET  # noqa: N815 - named by the base class

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Server.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


def call(path: str, method: str = "GET", **arguments: Any) -> Call[Any]:
    """A call of a path with the key in the URL."""
    reader = Json(object)
    operation: Operation[Any] = Operation(
        id="op", method=method, path=path, responses={"200": reader}, bodies=(JsonBody(object),)
    )
    return operation.call(**arguments)


def perform(shop: Shop, what: Call[Any], base_url: str, *, given: bool = False, **options: Any) -> Any:
    """Send one call through the real library, with a client of its own or a given one, and close everything."""
    api = replace(API, http_library="httpx2", authentication=replace(API.authentication, security=(("key_query",),)))
    options = {"credentials": {"api_key": KEY}, "base_url": base_url, "max_retries": 0, **options}
    if shop.flavour == "sync":
        with httpx2.Client() as http, SyncClient(api, http_client=http if given else None, **options) as client:
            return client.send(what)

    async def later() -> Any:
        async with (
            httpx2.AsyncClient() as http,
            AsyncClient(api, http_client=http if given else None, **options) as client,
        ):
            return await client.send(what)

    return shop.run(later())


@pytest.mark.parametrize("given", [False, True])
def test_calls_go_through_it(shop: Shop, url: str, given: bool) -> None:
    assert perform(shop, call("/a"), url, given=given) == f"/a?apikey={KEY}"
    assert perform(shop, call("/b", "POST", body={"n": 1}), url, given=given) == {"n": 1}
    assert perform(shop, call("/moved"), url, given=given) == f"/there?apikey={KEY}"


FAILURES = [
    ("/missing", {}, NotFoundError),
    ("/nothing", {}, TransportError),
    ("/half", {}, TransportError),
    ("/late", {"timeout": 0.05}, RequestTimeoutError),
]


@pytest.mark.parametrize(("path", "options", "kind"), FAILURES)
def test_its_failures_are_ours(shop: Shop, url: str, path: str, options: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind) as caught:
        perform(shop, call(path), url, **options)
    assert type(caught.value) is kind
    assert KEY not in repr(caught.value)


def test_no_connection_is_a_connect_error(shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ConnectError):
        perform(shop, call("/x"), f"http://127.0.0.1:{port}")


def test_its_logs_hold_no_key(shop: Shop, url: str) -> None:
    stream = io.StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        perform(shop, call("/a"), url)
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
    log = stream.getvalue()
    assert ("HTTP Request: GET" in log, "receive_response_headers" in log, KEY in log) == (True, True, False)

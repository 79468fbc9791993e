"""An async client in more than one event loop: one after the other, alternating, and in threads."""

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest

from support.packages import Package, built

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
x-concurrency: {requests: 1, scope: account}
paths:
  /count:
    get:
      operationId: count
      tags: [numbers]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}
"""
Run = Callable[[Any], object]


class Handler(BaseHTTPRequestHandler):
    """Answers with the number of connections there were, and keeps them open."""

    protocol_version = "HTTP/1.1"
    connections: ClassVar[list[object]] = []

    def setup(self) -> None:
        super().setup()
        self.connections.append(self)

    def do_GET(self) -> None:
        body = str(len(self.connections)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, Path(tmp_path_factory.mktemp("loops"))) as package:
        yield package


@pytest.fixture
def url() -> Iterator[str]:
    Handler.connections.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


async def count_twice(client: Any) -> list[int]:
    """Two calls, one after the other and so over one connection."""
    return [await client.numbers.count() for _ in range(2)]


def test_a_client_works_in_one_loop_after_the_other(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)
    assert [asyncio.run(count_twice(client)) for _ in range(3)] == [[1, 1], [2, 2], [3, 3]]
    del client
    gc.collect()  # a connection that was left open would be an error here


def test_a_copy_follows_its_client_into_another_loop(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)
    copy = client.with_options(timeout=5)
    assert [asyncio.run(count_twice(each)) for each in (client, copy)] == [[1, 1], [2, 2]]


def test_each_of_two_loops_that_alternate_keeps_its_connection(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)
    with asyncio.Runner() as one, asyncio.Runner() as other:
        counts = [runner.run(count_twice(client)) for runner in (one, other, one, other)]
    assert counts == [[1, 1], [2, 2], [2, 2], [2, 2]]


def test_loops_of_several_threads_share_a_client(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)
    counts: list[list[int]] = []
    threads = [threading.Thread(target=lambda: counts.append(asyncio.run(count_twice(client)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == len(Handler.connections) == 4


def test_a_closed_client_stays_closed_in_another_loop(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)

    async def use_and_close() -> None:
        async with client:
            await count_twice(client)

    asyncio.run(use_and_close())
    with pytest.raises(package.module.ConfigurationError, match=r"^the client is closed$"):
        asyncio.run(count_twice(client))


def test_a_client_can_be_closed_in_another_loop(package: Package, url: str) -> None:
    client = package._class("Async")(base_url=url)
    asyncio.run(count_twice(client))
    asyncio.run(client.aclose())


OTHER_LOOP = "^http_client= was used in another event loop"


def test_an_http_client_of_the_caller_belongs_to_one_loop(package: Package, url: str) -> None:
    http = httpx.AsyncClient()
    client = package._class("Async")(base_url=url, http_client=http)
    with asyncio.Runner() as one:
        one.run(count_twice(client))
        with asyncio.Runner() as other, pytest.raises(package.module.ConfigurationError, match=OTHER_LOOP):
            other.run(count_twice(client))
        one.run(http.aclose())


def test_an_http_client_that_was_used_elsewhere_before_is_explained_too(package: Package, url: str) -> None:
    class Transport(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            del request
            raise RuntimeError("Event loop is closed")

    http = httpx.AsyncClient(transport=Transport())
    client = package._class("Async")(base_url=url, http_client=http)
    with pytest.raises(package.module.ConfigurationError, match=OTHER_LOOP):
        asyncio.run(count_twice(client))


def test_an_http_client_without_connections_works_in_every_loop(package: Package) -> None:
    client = package.async_client(httpx.Response(200, json=7))
    assert [asyncio.run(count_twice(client)) for _ in range(2)] == [[7, 7], [7, 7]]

"""A server that counts calls and refuses those over its limit, a Redis server, and what a process does with both."""

import asyncio
import shutil
import socket
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory
from typing import Any, Self

import pytest
from scratch._runtime.api import Api, RateLimit
from scratch._runtime.client import AsyncClient, SyncClient
from scratch._runtime.operation import Operation
from scratch._runtime.rate_limit import window
from scratch._runtime.rate_limit.redis import RedisRateLimits
from scratch._runtime.rate_limit.stores import FileRateLimits

from runtime.shop import API


class Counting:
    """Lets `requests` calls through in any `per` seconds on a port of this machine, and answers 429 to others."""

    def __init__(self, *, requests: int, per: float) -> None:
        self.served = self.refused = 0
        self._calls: deque[float] = deque(maxlen=requests)
        self._lock = threading.Lock()
        self._per = per
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self.send_response(204 if owner._count() else 429)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
                """Nothing."""

        class Server(ThreadingHTTPServer):
            request_queue_size = 128

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def _count(self) -> bool:
        with self._lock:
            now = time.monotonic()
            if len(self._calls) == self._calls.maxlen and now - self._calls[0] < self._per:
                self.refused += 1
                return False
            self._calls.append(now)
            self.served += 1
            return True

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextmanager
def redis_server() -> Iterator[str]:
    """The URL of a server of our own; without the program or its client the test is skipped, and says so."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("NOT TESTED: redis-server is not installed, so nothing is known about RedisRateLimits here")
    pytest.importorskip("redis", reason="NOT TESTED: the package redis is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no")
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen([program, *options, "--dir", folder], stdout=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout
        assert any("eady to accept connections" in line for line in server.stdout), "redis-server did not start"
        try:
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.stdout.read()


GET: Operation[None] = Operation(id="get", method="GET", path="/")


def work(url: str, where: str, *, calls: int, requests: int, per: float) -> None:
    """What one of several processes does: calls from threads as fast as its limits allow, never a second try."""
    api, options = _settings(url, where, requests, per)
    with SyncClient(api, **options) as client, ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _: client.send(GET.call()), range(calls)))


def work_async(url: str, where: str, *, calls: int, requests: int, per: float) -> None:
    """The same with tasks."""
    api, options = _settings(url, where, requests, per)

    async def main() -> None:
        async with AsyncClient(api, **options) as client:
            await asyncio.gather(*(client.send(GET.call()) for _ in range(calls)))

    asyncio.run(main())


def _settings(url: str, where: str, requests: int, per: float) -> tuple[Api, Any]:
    window.TRANSIT = 30.0  # a busy machine may need longer than usual to deliver a request
    store = RedisRateLimits(where) if where.startswith("redis:") else FileRateLimits(where)
    options = {"credentials": {"api_key": "canary-1"}, "base_url": url, "max_retries": 0, "rate_limits": store}
    return replace(API, rate_limit=RateLimit(requests=requests, per=per)), options

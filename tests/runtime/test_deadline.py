"""`max_elapsed` ends a call whatever the server does: servers that never finish, on this machine."""

import asyncio
import importlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from scratch._runtime.byte_stream import open_bytes, open_bytes_async
from scratch._runtime.client import AsyncClient, SyncClient
from scratch._runtime.download import download_body, download_body_async
from scratch._runtime.errors import DeadlineExceededError, RequestTimeoutError, TimeBudgetError
from scratch._runtime.http import transport
from scratch._runtime.operation import Operation
from scratch._runtime.request.files import BinaryBody
from scratch._runtime.response.content import Text
from scratch._runtime.timeouts import Activity

from runtime.shop import API

LIMIT = 0.15
PATIENCE = 30
"""Seconds after which a call that should have ended fails its test."""
ANSWERS = {
    "/ok": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok",
    "/busy": b"HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "/close": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
}
STALLING = {
    "/nothing": b"",
    "/head": b"HTTP/1.1 200 OK\r\nX-Slow: ",
    "/body": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n",
    "/chunks": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
    "/gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000000\r\n\r\n\x1f\x8b\x08\x08" + bytes(6),
}


@dataclass
class Server:
    """Sends the beginning of a response and then a byte now and then, and notes whether the client hangs up."""

    listener: socket.socket
    stalled: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def run(self) -> None:
        threads = []
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                break
            self.connections += 1
            threads.append(threading.Thread(target=self._serve, args=(connection,)))
            threads[-1].start()
        for thread in threads:
            thread.join()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE)
        with connection, suppress(ConnectionError):
            while data := connection.recv(65_536):
                path = data.split()[1].decode()
                if path in STALLING:
                    self._stall(connection, STALLING[path])
                    break
                connection.sendall(ANSWERS[path])
                if path != "/ok":
                    break

    def _stall(self, connection: socket.socket, beginning: bytes) -> None:
        self.stalled.set()
        try:
            connection.sendall(beginning)
            while not self.over.wait(0.01):
                if beginning:
                    connection.sendall(b"1\r\nx\r\n" if b"chunked" in beginning else b"x")
            while connection.recv(1_000_000):
                pass
        except TimeoutError:
            return
        except ConnectionError:
            pass
        self.hung_up.set()


@pytest.fixture
def server() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = Server(listener)
        thread = threading.Thread(target=serving.run)
        thread.start()
        yield serving
        serving.over.set()
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(PATIENCE)
        assert not thread.is_alive()


def operation(path: str, method: str = "GET") -> Operation[Any]:
    return Operation(id="get", method=method, path=path, responses={"200": Text()}, bodies=(BinaryBody(),))


CLOSE = operation("/close").call()


@dataclass
class Caller:
    """Performs calls with a client of one flavour and library, its own or one that was given."""

    flavour: str
    library: str
    is_given: bool

    def run(self, server: Server, *uses: Callable[[Any], Any], **options: Any) -> Exception | None:
        """Use one client in a thread that must end, and return the error of the last use."""
        errors: list[Exception] = []

        def target() -> None:
            try:
                if self.flavour == "sync":
                    self._use(server, uses, options)
                else:
                    asyncio.run(self._use_async(server, uses, options))
            except Exception as error:  # noqa: BLE001 - the test looks at it
                errors.append(error)

        thread = threading.Thread(target=target, daemon=True)
        before = set(threading.enumerate())
        thread.start()
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the call did not end"
        left = {each for each in threading.enumerate() if each not in before and "_serve" not in each.name}
        assert not left
        return errors[0] if errors else None

    @contextmanager
    def _hanging_up(self, server: Server) -> Iterator[None]:
        """Expect that the connection of a call that failed is closed, although its client is not."""
        try:
            yield
        finally:
            server.over.set()
            assert not server.stalled.is_set() or server.hung_up.wait(PATIENCE), "the connection is open"

    def _options(self, server: Server, kind: str, options: dict[str, Any]) -> dict[str, Any]:
        if self.is_given:
            options["http_client"] = getattr(importlib.import_module(self.library), kind)(trust_env=False)
        return {"api": replace(API, http_library=self.library), "base_url": server.url, **options}

    def _use(self, server: Server, uses: Any, options: dict[str, Any]) -> None:
        arguments = self._options(server, "Client", options)
        with SyncClient(credentials={"api_key": "k"}, **arguments) as client:
            client._with_options(max_elapsed=None).send(CLOSE)  # making an HTTP client takes time too
            with self._hanging_up(server):
                for use in uses:
                    use(client)
        if self.is_given:
            arguments["http_client"].close()

    async def _use_async(self, server: Server, uses: Any, options: dict[str, Any]) -> None:
        arguments = self._options(server, "AsyncClient", options)
        async with AsyncClient(credentials={"api_key": "k"}, **arguments) as client:
            await client._with_options(max_elapsed=None).send(CLOSE)
            with self._hanging_up(server):
                for use in uses:
                    await use(client)
        if self.is_given:
            await arguments["http_client"].aclose()


@pytest.fixture(
    params=[
        (flavour, library, given)
        for flavour in ("sync", "async")
        for library, given in (("httpx", False), ("httpx", True), ("httpx2", False))
    ],
    ids=lambda param: "-".join(map(str, param)),
)
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(*request.param)


@pytest.mark.parametrize("path", STALLING)
def test_a_server_that_never_finishes_does_not_hold_a_call_beyond_max_elapsed(
    server: Server, caller: Caller, path: str
) -> None:
    error = caller.run(server, lambda client: client.send(operation(path).call()), max_elapsed=LIMIT)
    assert type(error) is DeadlineExceededError
    assert str(error).startswith(f"get: max_elapsed={LIMIT} s has passed while ")
    assert isinstance(error, RequestTimeoutError)
    assert isinstance(error, TimeBudgetError)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("connection.connect_tcp.started", "connecting"),
        ("connection.start_tls.started", "connecting"),
        ("connection.start_tls.complete", "waiting for a connection"),
        ("http11.send_request_headers.started", "sending the request"),
        ("http2.send_request_body.started", "sending the request"),
        ("http11.receive_response_headers.started", "waiting for the response"),
        ("http11.receive_response_body.started", "receiving the response"),
        ("http2.send_connection_init.started", "waiting for a connection"),
        ("other", "waiting for a connection"),
    ],
)
def test_the_message_says_what_the_call_was_doing(event: str, text: str) -> None:
    activities = Activity(), Activity()
    activities[0].trace(event, {})
    asyncio.run(activities[1].trace_async(event, {}))
    assert [each.text for each in activities] == [text, text]


def test_a_connection_that_is_used_again_is_no_way_around_the_limit(server: Server, caller: Caller) -> None:
    def use_again(client: Any) -> Any:
        return client._with_options(max_elapsed=LIMIT).send(operation("/head").call())

    error = caller.run(server, lambda client: client.send(operation("/ok").call()), use_again)
    assert type(error) is DeadlineExceededError
    assert server.connections == 2


def test_a_server_that_does_not_read_does_not_hold_an_upload(server: Server, caller: Caller) -> None:
    call = operation("/nothing", "PUT").call(body=bytes(30_000_000))
    error = caller.run(server, lambda client: client.send(call), max_elapsed=LIMIT)
    assert type(error) is DeadlineExceededError


def test_a_download_ends_and_leaves_nothing_behind(server: Server, caller: Caller, tmp_path: Path) -> None:
    download = download_body if caller.flavour == "sync" else download_body_async
    target = tmp_path / "target"
    error = caller.run(
        server, lambda client: download(client, operation("/body").call(), target), max_elapsed=LIMIT, max_retries=5
    )
    assert type(error) is DeadlineExceededError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["/body", "/chunks", "/gzip"])
def test_a_stream_ends_at_the_limit_of_its_call(server: Server, caller: Caller, path: str) -> None:
    def read(client: Any) -> None:
        for _ in open_bytes(client, operation(path).call()):
            pass

    async def read_async(client: Any) -> None:
        async for _ in await open_bytes_async(client, operation(path).call()):
            pass

    error = caller.run(server, read if caller.flavour == "sync" else read_async, max_elapsed=LIMIT)
    assert type(error) is DeadlineExceededError


def test_attempts_share_the_time(server: Server, caller: Caller) -> None:
    error = caller.run(
        server, lambda client: client.send(operation("/busy").call()), max_elapsed=LIMIT, max_retries=10**9
    )
    assert error is not None
    assert server.connections > 2


def test_a_call_that_is_done_in_time_leaves_the_connection_for_others(server: Server, caller: Caller) -> None:
    call = operation("/ok").call()
    error = caller.run(server, *[lambda client: client.send(call)] * 3, max_elapsed=PATIENCE)
    assert error is None
    assert server.connections == 2


@pytest.mark.parametrize("path", ["/head", "/body"])
def test_another_event_loop_than_that_of_asyncio_is_left_to_anyio(
    server: Server, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(transport, "_running_loop", lambda: None)
    caller = Caller("async", "httpx", is_given=False)
    error = caller.run(server, lambda client: client.send(operation(path).call()), max_elapsed=LIMIT)
    assert type(error) is DeadlineExceededError

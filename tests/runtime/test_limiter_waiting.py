"""Which clients share permits, how long a call waits for one, and how a deadlock is prevented."""

import asyncio
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.api import Concurrency, RateLimit
from scratch._runtime.download import download_body
from scratch._runtime.errors import ConfigurationError, ServerError, TimeBudgetError
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Binary

from runtime.shop import API, AsyncClient, Shop, SyncClient

GET: Any = Operation(id="get", method="GET", path="/a", responses={"200": Binary()})
ONE = replace(API, concurrency=Concurrency(requests=1))
LONG = 30.0  # seconds; nothing here takes so long unless it hangs
OK = httpx.Response(200)


def sync_client(handler: Callable[[httpx.Request], httpx.Response], key: str = "canary-1", **options: Any) -> Any:
    http_client = httpx.Client(transport=httpx.MockTransport(handler))
    options = {"credentials": {"api_key": key}, "base_url": "https://demo.shop.test/api", **options}
    return SyncClient(options.pop("api", ONE), http_client=http_client, **options)


class BlockingServer:
    """A server that responds when `open` is set."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.entered.set()
        assert self.open.wait(LONG)
        return httpx.Response(200, request=request)


@contextmanager
def running_call(client: Any, server: BlockingServer) -> Iterator[None]:
    """One call of a client takes its place, from beginning to end of the block."""
    thread = threading.Thread(target=lambda: client.send(GET.call()))
    thread.start()
    assert server.entered.wait(LONG)
    try:
        yield
    finally:
        server.open.set()
        thread.join(LONG)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        ({}, True),
        ({"key": "k-2"}, False),
        ({"base_url": "https://else.shop.test/api"}, False),
        ({"api": replace(ONE, name="Other")}, False),
    ],
)
def test_clients_with_the_same_key_share_their_permits(other: dict[str, Any], shared: bool) -> None:
    server, sent = BlockingServer(), list[httpx.Request]()

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200)

    second = sync_client(answer, max_elapsed=0.01, **other)
    with running_call(sync_client(server), server):
        if shared:
            with pytest.raises(TimeBudgetError, match="get: would have to wait for other calls"):
                second.send(GET.call())
        else:
            second.send(GET.call())
    assert len(sent) == (0 if shared else 1)
    second.send(GET.call())  # the place was given back


def test_a_copy_shares_the_permits_of_its_client() -> None:
    server = BlockingServer()
    client = sync_client(server)
    with running_call(client, server), pytest.raises(TimeBudgetError):
        client.with_options(max_elapsed=0.01).send(GET.call())


def test_tasks_wait_for_the_permits_of_threads() -> None:
    server, order = BlockingServer(), list[str]()

    async def answer(_: httpx.Request) -> httpx.Response:
        order.append("task")
        return httpx.Response(200)

    async def main() -> None:
        options: dict[str, Any] = {"credentials": {"api_key": "canary-1"}, "base_url": "https://demo.shop.test/api"}
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        client = AsyncClient(ONE, http_client=http_client, **options)
        with pytest.raises(TimeBudgetError):
            await client.with_options(max_elapsed=0.01).send(GET.call())
        waiting = asyncio.create_task(client.send(GET.call()))
        await asyncio.sleep(0)
        order.append("thread ends")
        server.open.set()
        await asyncio.wait_for(waiting, LONG)

    with running_call(sync_client(server), server):
        asyncio.run(main())
    assert order == ["thread ends", "task"]


# The rate limit.


def client_at(shop: Shop, *answers: Any, **options: Any) -> Any:
    """A client whose clock is moved by its sleep."""
    shop.api = replace(API, rate_limit=RateLimit(requests=1, per=60))
    client = shop.client(*answers, **options)
    client._config = replace(client._config, monotonic=lambda: 1000.0 + sum(shop.slept))
    return client


@pytest.mark.parametrize(("budget", "is_sent"), [(None, True), (61, True), (60, False), (0.1, False)])
def test_a_call_does_not_wait_for_the_rate_limit_beyond_max_elapsed(
    shop: Shop, budget: float | None, is_sent: bool
) -> None:
    client = client_at(shop, OK)
    shop.run(client.send(GET.call()))
    second = client.with_options(max_elapsed=budget)
    if is_sent:
        shop.run(second.send(GET.call()))
    else:
        with pytest.raises(
            TimeBudgetError, match="get: would have to wait for the rate limit longer than max_elapsed="
        ):
            shop.run(second.send(GET.call()))
    assert (len(shop.requests), sum(shop.slept)) == ((2, 60) if is_sent else (1, 0))


def test_if_max_elapsed_prevents_a_retry_the_last_error_is_raised(shop: Shop) -> None:
    with pytest.raises(ServerError):
        shop.run(client_at(shop, httpx.Response(503), max_elapsed=30).send(GET.call()))
    assert len(shop.requests) == 1


def test_a_call_that_gave_up_does_not_use_a_slot(shop: Shop) -> None:
    client = client_at(shop, OK)
    shop.run(client.send(GET.call()))
    for _ in range(3):
        with pytest.raises(TimeBudgetError):
            shop.run(client.with_options(max_elapsed=1).send(GET.call()))
    shop.run(client.send(GET.call()))
    assert sum(shop.slept) == 60


def test_the_store_can_be_chosen_for_one_call(shop: Shop) -> None:
    client = client_at(shop, OK)
    shop.run(client.send(GET.call()))
    shop.run(client.with_options(rate_limits=False).send(GET.call()))
    assert (len(shop.requests), shop.slept) == (2, [])
    shop.run(client.with_options(timeout=1).send(GET.call()))
    assert (len(shop.requests), shop.slept) == (3, [60.0])


# Calls inside of calls.


def test_a_hook_that_makes_a_call_at_a_limit_of_one_raises(shop: Shop) -> None:
    shop.api = ONE

    def sync_hook(_: object) -> None:
        client.with_options(before_request=None).send(GET.call())

    async def async_hook(_: object) -> None:
        await client.with_options(before_request=None).send(GET.call())

    client = shop.client(OK, before_request=sync_hook if shop.flavour == "sync" else async_hook)
    with pytest.raises(ConfigurationError, match="get: a hook or callback of a running call makes another"):
        run_bounded(lambda: shop.run(client.send(GET.call())))
    assert shop.requests == []
    shop.run(client.with_options(before_request=None).send(GET.call()))


def test_a_progress_callback_that_makes_a_call_at_a_limit_of_one_raises() -> None:
    def nested(_: object) -> None:
        client.send(GET.call())

    client = sync_client(lambda _: httpx.Response(200, content=b"x" * 100_000))
    with pytest.raises(ConfigurationError, match="a hook or callback of a running call"):
        run_bounded(lambda: download_body(client, GET.call(), io.BytesIO(), on_progress=nested))


def test_a_hook_can_make_a_call_at_a_limit_of_two(shop: Shop) -> None:
    shop.api = replace(API, concurrency=Concurrency(requests=2))
    seen: list[str] = []

    def hook(event: Any) -> None:
        seen.append(event.operation)
        if len(seen) == 1 and shop.flavour == "sync":
            client.send(GET.call())

    client = shop.client(OK, before_request=hook)
    run_bounded(lambda: shop.run(client.send(GET.call())))
    assert len(shop.requests) == len(seen)


def test_a_hook_after_the_response_can_make_a_call() -> None:
    client = sync_client(lambda _: httpx.Response(200))

    def after(_: object) -> None:
        client.send(GET.call())

    run_bounded(lambda: client.with_options(after_response=after).send(GET.call()))


def run_bounded(work: Callable[[], object]) -> None:
    """Do it in a thread, and raise what it raises; fail when it hangs."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - it is raised again below
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LONG)
    assert not thread.is_alive()
    if raised:
        raise raised[0]

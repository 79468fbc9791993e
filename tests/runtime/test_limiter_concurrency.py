"""Limits of concurrent calls, in order, for threads and tasks."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.api import Concurrency, RateLimit
from scratch._runtime.errors import ConnectError, ServerError
from scratch._runtime.operation import Operation
from scratch._runtime.rate_limit.stores import MemoryRateLimits

from runtime.shop import API, AsyncClient, Shop, SyncClient

GET: Any = Operation(id="get", method="GET", path="/a")
OTHER: Any = Operation(id="other", method="GET", path="/b")
COMMON: dict[str, Any] = {"credentials": {"api_key": "canary-1"}, "base_url": "https://demo.shop.test/api"}
LIMITED = replace(API, concurrency=Concurrency(requests=3))


def test_a_later_call_does_not_overtake_one_that_waits_for_the_limit() -> None:
    order, now = list[str](), [0.0]

    async def handler(request: httpx.Request) -> httpx.Response:
        order.append(request.headers["x-name"])
        return httpx.Response(204)

    async def main() -> None:
        woken = asyncio.Event()

        async def sleep(seconds: float) -> None:
            await woken.wait()
            now[0] += seconds

        client = AsyncClient(
            replace(API, rate_limit=RateLimit(requests=1, per=60)),
            http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)),
            sleep=sleep,
            rate_limits=MemoryRateLimits(clock=lambda: now[0]),
            **COMMON,
        )

        def start(name: str) -> asyncio.Task[None]:
            return asyncio.create_task(client.with_options(headers={"X-Name": name}).send(GET.call()))

        await start("first")
        waiting = start("waiting")
        await asyncio.sleep(0)
        now[0] = 60.0
        late = start("late")
        for _ in range(50):
            await asyncio.sleep(0)
        assert order == ["first"]
        woken.set()
        await asyncio.gather(waiting, late)

    asyncio.run(main())
    assert order == ["first", "waiting", "late"]


class Crowd:
    """A server that holds every call until so many are there at once, and counts them."""

    def __init__(self) -> None:
        self.inside = self.most = 0
        self.lock = threading.Lock()

    def __enter__(self) -> None:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)

    def __exit__(self, *_: object) -> None:
        with self.lock:
            self.inside -= 1


def sync_client(api: Any, handler: Callable[[httpx.Request], httpx.Response]) -> Any:
    return SyncClient(api, http_client=httpx.Client(transport=httpx.MockTransport(handler)), **COMMON)


def test_threads_run_as_many_concurrent_calls_as_declared() -> None:
    crowd, full = Crowd(), threading.Barrier(3)

    def handler(_: httpx.Request) -> httpx.Response:
        with crowd:
            full.wait(30)  # passes only if three are there at the same time
            return httpx.Response(204)

    client = sync_client(LIMITED, handler)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda _: client.send(GET.call()), range(24)))
    assert (crowd.most, crowd.inside) == (3, 0)


def test_tasks_run_as_many_concurrent_calls_as_declared_in_order() -> None:
    crowd, order = Crowd(), list[str]()

    async def handler(request: httpx.Request) -> httpx.Response:
        order.append(request.headers["x-number"])
        with crowd:
            for _ in range(5):
                await asyncio.sleep(0)
            return httpx.Response(204)

    async def main() -> None:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        client = AsyncClient(LIMITED, http_client=http_client, **COMMON)
        await asyncio.gather(
            *(client.with_options(headers={"X-Number": str(number)}).send(GET.call()) for number in range(20))
        )

    asyncio.run(main())
    assert (crowd.most, order) == (3, [str(number) for number in range(20)])


@pytest.mark.parametrize(
    ("scope", "concurrency", "most"),
    [("account", None, 1), ("operation", None, 2), ("account", Concurrency(requests=4), 4)],
)
def test_api_and_operation_declare_limits_and_scopes(scope: Any, concurrency: Any, most: int) -> None:
    crowd = Crowd()

    async def handler(_: httpx.Request) -> httpx.Response:
        with crowd:
            for _ in range(5):
                await asyncio.sleep(0)
            return httpx.Response(204)

    async def main() -> None:
        api = replace(API, concurrency=Concurrency(requests=1, scope=scope))
        client = AsyncClient(
            api, http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)), **COMMON, rate_limits=False
        )
        await asyncio.gather(
            *(client.send(replace(operation, concurrency=concurrency).call()) for operation in (GET, GET, OTHER, OTHER))
        )

    asyncio.run(main())
    assert crowd.most == most


def test_a_permit_is_released_after_every_outcome(shop: Shop) -> None:
    shop.api = replace(API, concurrency=Concurrency(requests=1))
    client = shop.client(
        httpx.ConnectError("no"), httpx.Response(500), RuntimeError("odd"), httpx.Response(204), max_retries=0
    )
    for error in (ConnectError, ServerError, RuntimeError):
        with pytest.raises(error):
            shop.run(client.send(GET.call()))
    shop.run(client.send(GET.call()))
    assert len(shop.requests) == 4


def test_other_calls_proceed_while_a_retry_waits() -> None:
    api = replace(API, concurrency=Concurrency(requests=1))
    answers = [httpx.Response(503), httpx.Response(204), httpx.Response(204)]
    sent: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.url.path)
        return answers.pop(0)

    def sleep(_: float) -> None:
        client.send(OTHER.call())

    http_client = httpx.Client(transport=httpx.MockTransport(handler))
    client: Any = SyncClient(api, http_client=http_client, sleep=sleep, **COMMON)
    client.send(GET.call())
    assert sent == ["/api/a", "/api/b", "/api/a"]


def test_many_threads_never_exceed_a_rate_limit() -> None:
    api = replace(API, rate_limit=RateLimit(requests=3, per=10))
    lock, now, sent = threading.Lock(), [0.0], list[float]()

    def handler(_: httpx.Request) -> httpx.Response:
        with lock:
            sent.append(now[0])
        return httpx.Response(204)

    def sleep(seconds: float) -> None:
        with lock:
            now[0] += seconds

    client = SyncClient(
        api,
        http_client=httpx.Client(transport=httpx.MockTransport(handler)),
        sleep=sleep,
        rate_limits=MemoryRateLimits(clock=lambda: now[0]),
        **COMMON,
    )
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: client.send(GET.call()), range(20)))
    times = sorted(sent)
    assert [late - early for early, late in zip(times, times[3:], strict=False) if late - early < 10 - 1e-6] == []
    assert len(times) == 20

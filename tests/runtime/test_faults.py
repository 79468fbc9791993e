"""Single calls with an idempotency key each, through a server that fails in every way a fifth of the time."""

import asyncio
import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from scratch._runtime.operation import Call, Operation
from scratch._runtime.request.bodies import JsonBody
from scratch._runtime.response.content import Json

from runtime.shop import Shop

ADJUST: Operation[Any] = Operation(
    id="adjust",
    method="POST",
    path="/adjusts",
    bodies=(JsonBody(int),),
    responses={"200": Json(int)},
    idempotency_key="X-Once",
)
FAULTS = ("reset", "late", "cut", "500", "429", "503")


class Stock:
    """One article's stock behind HTTP: applies each key once, and may fail before or after."""

    def __init__(self) -> None:
        self.units, self.repeated = 0, 0
        self.keys: set[str] = set()
        self.answers: Counter[str] = Counter()
        self._random, self._lock = random.Random(11), threading.Lock()  # noqa: S311 - repeatable

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            fault = self._random.choice(FAULTS) if self._random.random() < 0.2 else "none"
            self.answers[fault] += 1
            if fault not in {"reset", "429", "503"}:
                self._apply(request.headers["X-Once"], int(request.content))
        if fault in {"reset", "late", "cut"}:
            kind = {"reset": httpx.ReadError, "late": httpx.ReadTimeout, "cut": httpx.RemoteProtocolError}[fault]
            raise kind(fault, request=request)
        return httpx.Response(int(fault) if fault.isdecimal() else 200, json=1)

    def _apply(self, key: str, units: int) -> None:
        self.repeated += key in self.keys
        self.units += 0 if key in self.keys else units
        self.keys.add(key)


def perform_all(shop: Shop, client: Any, calls: list[Call[Any]]) -> list[Any]:
    """Send all of them, eight at a time."""
    if shop.flavour == "sync":
        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(client.send, calls))

    async def run() -> list[Any]:
        gate = asyncio.Semaphore(8)

        async def one(call: Call[Any]) -> Any:
            async with gate:
                return await client.send(call)

        return await asyncio.gather(*(one(call) for call in calls))

    return asyncio.run(run())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_thousands_of_single_calls_are_each_applied_once(flavour: str) -> None:
    shop, stock, chance = Shop(flavour), Stock(), random.Random(5)  # noqa: S311 - repeatable
    units = [chance.randrange(-50, 80) for _ in range(3_000)]
    client = shop.client(stock, max_retries=12)
    assert perform_all(shop, client, [ADJUST.call(body=each) for each in units]) == [1] * 3_000
    assert (stock.units, len(stock.keys)) == (sum(units), 3_000)
    assert all(stock.answers[fault] > 100 for fault in FAULTS)
    assert stock.repeated > 300  # so the keys were needed

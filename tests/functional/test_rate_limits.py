"""Declared limits reach the generated client."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx

from support.packages import Package

Build = Callable[[str], Package]

SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    x-rate-limit: {requests: 2, per: 60, scope: account}
    x-concurrency: {requests: 1, scope: account}
    paths:
      /a:
        get: {operationId: a, tags: [orders], x-method: a, responses: {"204": {description: ok}}}
      /b:
        get:
          operationId: b
          tags: [orders]
          x-method: b
          x-rate-limit: {requests: 1, per: 5, scope: operation}
          responses: {"204": {description: ok}}
"""


class Store:
    """Lets everybody through and remembers who asked."""

    blocking = False

    def __init__(self) -> None:
        self.keys: list[str] = []

    def update(self, key: str, change: Any) -> float:
        assert change
        self.keys.append(key)
        return 0.0


def shared(keys: list[str]) -> list[str]:
    """The part of a key with the scope and the limit."""
    return [key.split(":", 2)[2] for key in keys]


def test_a_client_updates_the_given_store_before_and_after_each_call(build: Build) -> None:
    store = Store()
    client = build(SHOP).client(httpx.Response(204), rate_limits=store)
    client.orders.a()
    client.orders.b()
    assert shared(store.keys) == ["account:2/60"] * 2 + ["operation b:1/5"] * 2


def test_an_async_client_keeps_the_declared_concurrency(build: Build) -> None:
    shop, inside = build(SHOP)._class("Async"), [0, 0]

    async def handler(_: httpx.Request) -> httpx.Response:
        inside[0] += 1
        inside[1] = max(inside)
        await asyncio.sleep(0)
        inside[0] -= 1
        return httpx.Response(204)

    async def main() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http_client:
            client = shop(base_url="https://shop.test", http_client=http_client, rate_limits=False)
            await asyncio.gather(*(call() for call in (client.orders.a, client.orders.b) * 5))

    asyncio.run(main())
    assert inside == [0, 1]


def test_the_stores_are_public(build: Build) -> None:
    package = build(SHOP).module
    assert {"FileRateLimits", "MemoryRateLimits", "RateLimitStore", "RateLimitStoreError", "RedisRateLimits"} <= set(
        package.__all__
    )
    assert package.FileRateLimits("limits.db").blocking is True

"""Batches that a server rejects because of one item: the item is isolated, all others accepted."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.batching import BatchLimit
from scratch._runtime.errors import UnauthorizedError

from runtime.adjustments import send
from runtime.shop import Shop


class Strict:
    """A server that rejects a request because of any bad item in it, and applies every key once."""

    def __init__(self, *bad: int, status: int = 400) -> None:
        self.bad, self.status = {f"SKU-{number}" for number in bad}, status
        self.taken: Counter[str] = Counter()
        self.sizes: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        changes = json.loads(request.content)["changes"]
        self.sizes.append(len(changes))
        if rejected := [change["sku"] for change in changes if change["sku"] in self.bad]:
            return httpx.Response(self.status, json={"message": f"bad: {rejected[0]}"})
        self.taken.update(change["onceKey"] for change in changes)
        return httpx.Response(201, json=len(changes))


def listed(count: int) -> list[dict[str, Any]]:
    return [{"sku": f"SKU-{number}", "units": number} for number in range(count)]


WIDE = BatchLimit(items=4_000, key="onceKey")


@pytest.mark.parametrize("workers", [1, 3])
@pytest.mark.parametrize("status", [400, 413, 422])
def test_one_rejected_item_among_thousands_is_isolated(shop: Shop, workers: int, status: int) -> None:
    server = Strict(2_345, status=status)
    result = send(shop, shop.client(server), listed(4_500), WIDE, workers=workers)
    assert (result.accepted, result.failed) == (4_499, 1)
    (failed,) = result.failures
    assert (failed.first, failed.end, getattr(failed.error, "message", "")) == (2_345, 2_346, "bad: SKU-2345")
    assert (set(server.taken.values()), len(server.taken), len(server.sizes) <= 2 + 24) == ({1}, 4_499, True)


def test_the_search_ends_at_its_limit_and_the_rest_has_failed(shop: Shop) -> None:
    server = Strict(*range(0, 1_000, 10))
    result = send(shop, shop.client(server), listed(1_000), WIDE, search=8)
    assert len(server.sizes) == 1 + 8
    assert (result.accepted + result.failed, sum(part.count for part in result.parts)) == (1_000, 1_000)
    assert all(part.items and part.error for part in result.failures)


@pytest.mark.parametrize(("limit", "search"), [(WIDE, 0), (BatchLimit(items=4_000), 32)])
def test_without_keys_nothing_is_sent_twice(shop: Shop, limit: BatchLimit, search: int) -> None:
    server = Strict(7)
    items = [{**item, "onceKey": f"own-{item['sku']}"} for item in listed(100)]
    result = send(shop, shop.client(server), items, limit, search=search)
    assert (server.sizes, result.failed) == ([100], 100)


def test_the_journal_records_accepted_halves(shop: Shop, tmp_path: Path) -> None:
    server, journal = Strict(50), tmp_path / "run.jsonl"
    send(shop, shop.client(server), listed(100), WIDE, journal=journal)
    server.bad.clear()
    server.sizes.clear()
    again = send(shop, shop.client(server), listed(100), WIDE, journal=journal)
    assert (server.sizes, again.accepted, set(server.taken.values())) == ([1], 100, {1})


@pytest.mark.parametrize("status", [401, 409, 500])
def test_other_failures_start_no_search(shop: Shop, status: int) -> None:
    server = Strict(7, status=status)
    try:
        send(shop, shop.client(server, max_retries=0), listed(100), WIDE)
    except UnauthorizedError:
        assert status == 401
    assert server.sizes == [100]


@pytest.mark.parametrize("workers", [1, 4])
def test_an_async_client_accepts_an_async_iterable(workers: int) -> None:
    shop, server = Shop("async"), Strict()

    async def items() -> AsyncIterator[dict[str, Any]]:
        for item in listed(60):
            await asyncio.sleep(0)
            yield item

    result = send(shop, shop.client(server), items(), workers=workers)
    assert (result.accepted, server.sizes, len(server.taken)) == (60, [25, 25, 10], 60)

"""Sending long lists in batches: outcomes, order, journals, and an unreliable server."""

import asyncio
import json
import random
import threading
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.batching import Batching, BatchLimit, BatchPart, BatchResult, send_batches_async
from scratch._runtime.client import AsyncClient
from scratch._runtime.errors import BadRequestError, ConfigurationError, ServerError, UnauthorizedError

from runtime.adjustments import LIMIT, build, send
from runtime.shop import API, Shop


class Stock:
    """An HTTP server that applies each key once, and may fail before or after."""

    def __init__(self, faults: float = 0.0, seed: int = 0) -> None:
        self.units: Counter[str] = Counter()
        self.keys: set[str] = set()
        self.applied_twice = 0
        self.answers: Counter[str] = Counter()
        self.dies_after: int | None = None
        self._faults, self._random, self._lock = faults, random.Random(seed), threading.Lock()  # noqa: S311 - repeatable

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            if self.dies_after is not None and sum(self.answers.values()) >= self.dies_after:
                raise KeyboardInterrupt
            fault = self._random.choice(FAULTS) if self._random.random() < self._faults else "none"
            self.answers[fault] += 1
            if fault not in {"reset", "429"}:
                changes = json.loads(request.content)["changes"]
                assert len(changes) <= 25
                assert len(request.content) <= 2_000
                for change in changes:
                    self._apply(change)
        return self._answer(fault, request)

    def _apply(self, change: dict[str, Any]) -> None:
        if change["onceKey"] in self.keys:
            self.applied_twice += 1  # it would be, if the server did not know the key
            return
        self.keys.add(change["onceKey"])
        self.units[change["sku"]] += change["units"]

    def _answer(self, fault: str, request: httpx.Request) -> httpx.Response:
        match fault:
            case "reset":
                raise httpx.ReadError("connection reset by peer", request=request)
            case "late":
                raise httpx.ReadTimeout("timed out", request=request)
            case "cut":
                raise httpx.RemoteProtocolError("peer closed connection without the whole body", request=request)
            case "500":
                return httpx.Response(500)
            case "429":
                return httpx.Response(429, headers={"Retry-After": "1"})
            case _:
                return httpx.Response(201, json=len(self.keys))


FAULTS = ("reset", "late", "cut", "500", "429")


def adjustments(count: int = 10_000) -> list[dict[str, Any]]:
    chance = random.Random(7)  # noqa: S311 - repeatable
    return [{"sku": f"SKU-{chance.randrange(300)}", "units": chance.randrange(-50, 80)} for _ in range(count)]


def expected(items: Sequence[dict[str, Any]]) -> Counter[str]:
    units: Counter[str] = Counter()
    for item in items:
        units[item["sku"]] += item["units"]
    return units


@pytest.mark.parametrize("workers", [1, 5])
def test_ten_thousand_items_through_a_failing_server_are_applied_once(shop: Shop, workers: int) -> None:
    stock, items = Stock(faults=0.2, seed=workers), adjustments()
    result = send(shop, shop.client(stock, max_retries=12), iter(items), workers=workers)
    assert stock.units == expected(items)
    assert (result.accepted, result.failed, len(stock.keys)) == (10_000, 0, 10_000)
    assert all(stock.answers[fault] > 5 for fault in FAULTS)
    assert stock.applied_twice > 100  # so the keys were needed


@pytest.mark.parametrize("workers", [1, 5])
def test_sending_a_list_again_completes_what_failed(shop: Shop, tmp_path: Path, workers: int) -> None:
    stock, items, journal = Stock(faults=0.5, seed=3), adjustments(2_000), tmp_path / "run.jsonl"
    result = send(shop, shop.client(stock, max_retries=0), items, workers=workers, journal=journal)
    assert (result.accepted + result.failed, result.failed > 0) == (2_000, True)
    assert sum(len(part.items) for part in result.failures) == result.failed
    stock._faults = 0.0
    again = send(shop, shop.client(stock), items, workers=workers, journal=journal)
    assert (again.accepted, again.failed, again.run) == (2_000, 0, result.run)
    assert sum(part.count for part in again.parts if part.is_earlier) == result.accepted
    assert stock.units == expected(items)


@pytest.mark.parametrize("workers", [1, 5])
def test_after_a_crash_another_process_resumes_from_the_journal(shop: Shop, tmp_path: Path, workers: int) -> None:
    stock, items, journal = Stock(faults=0.2), adjustments(3_000), tmp_path / "run.jsonl"
    stock.dies_after = 60
    with pytest.raises(KeyboardInterrupt):
        send(shop, shop.client(stock, max_retries=12), items, workers=workers, journal=journal)
    assert 0 < len(stock.keys) < 3_000
    stock.dies_after = None
    with journal.open("ab") as file:
        file.write(b'{"first": 12')  # the crash came in the middle of a line
    again = send(shop, shop.client(stock, max_retries=12), items, workers=workers, journal=journal)
    assert (again.accepted, again.failed) == (3_000, 0)
    assert stock.units == expected(items)
    assert sum(part.count for part in again.parts if part.is_earlier) > 0
    third = send(shop, shop.client(httpx.Response(500)), items, journal=journal)
    assert all(part.is_earlier for part in third.parts)


def test_one_worker_keeps_the_order_of_the_list(shop: Shop) -> None:
    stock, items = Stock(), adjustments(100)
    send(shop, shop.client(stock), items)
    sent = [change["sku"] for request in shop.requests for change in json.loads(request.content)["changes"]]
    assert sent == [item["sku"] for item in items]


def test_the_result_contains_failures_and_their_errors(shop: Shop) -> None:
    items: list[Any] = [{"sku": "a", "units": 1}, {"sku": "b", "units": "many"}, {"sku": "c", "units": 3}]
    reported: list[BatchPart[object, object]] = []
    answers = (httpx.Response(201, json=7), httpx.Response(400, json={"message": "no such article"}))
    limit = BatchLimit(items=1)
    result = send(shop, shop.client(*answers), items, limit, run="monday", on_part=reported.append)
    assert [(part.first, part.end, part.count, part.value, part.is_accepted) for part in result.parts] == [
        (0, 1, 1, 7, True),
        (1, 2, 1, None, False),
        (2, 3, 1, None, False),
    ]
    refused, failed = result.failures
    assert "units" in str(refused.error)
    assert (refused.items, failed.items) == ((items[1],), (items[2],))
    assert (type(failed.error), getattr(failed.error, "message", "")) == (BadRequestError, "no such article")
    assert (result.run, result.accepted, result.failed) == ("monday", 1, 2)
    assert sorted(reported, key=lambda part: part.first) == list(result.parts)
    assert "many" not in repr(result)


@pytest.mark.parametrize("workers", [1, 3])
def test_an_error_that_all_batches_share_is_raised(shop: Shop, workers: int) -> None:
    with pytest.raises(UnauthorizedError):
        send(shop, shop.client(httpx.Response(401)), adjustments(1_000), workers=workers)
    assert len(shop.requests) <= workers + 1


def test_errors_of_a_failing_server_are_in_the_result(shop: Shop) -> None:
    result = send(shop, shop.client(httpx.Response(500), max_retries=0), adjustments(60))
    assert (result.accepted, result.failed, {type(part.error) for part in result.parts}) == (0, 60, {ServerError})


def test_the_name_of_a_run_reproduces_its_keys(shop: Shop) -> None:
    stock, items = Stock(), adjustments(100)
    for _ in range(2):
        send(shop, shop.client(stock), items, run="monday")
    assert (stock.units, stock.applied_twice) == (expected(items), 100)
    send(shop, shop.client(stock), items)
    assert len(stock.keys) == 200


def test_nothing_is_sent_for_an_empty_list(shop: Shop) -> None:
    assert (send(shop, shop.client(Stock()), []).parts, shop.requests) == ((), [])


def test_a_journal_contains_lines_of_json(shop: Shop, tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    send(shop, shop.client(Stock()), adjustments(30), journal=str(journal), run="monday")
    head, *lines = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert (head["batch_journal"], head["run"], len(head["check"])) == (1, "monday", 8)
    assert [(line["first"], line["end"], len(line["digest"])) for line in lines] == [(0, 25, 64), (25, 30, 64)]
    assert len({line["check"] for line in (head, *lines)}) == 3


JOURNALS = [
    ('{"run": "monday"}\n', {"run": "tuesday"}, "belongs to the run 'monday', not 'tuesday'"),
    ("sku;units\na;1\n", {}, "not a journal"),
    ('{"run": "monday"}\n{"first": 0}\n', {}, "not a journal"),
    ('{"run": "monday"}\n[0, 25]\n', {}, "not a journal"),
    ('{"run": "monday"}\n{"first": 0, "end": 25, "digest": "x"}\n', {}, "another list"),
]


@pytest.mark.parametrize(("text", "options", "why"), JOURNALS)
def test_a_journal_of_another_list_raises_an_error(
    shop: Shop, tmp_path: Path, text: str, options: dict[str, Any], why: str
) -> None:
    journal = tmp_path / "run.jsonl"
    journal.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError, match=why):
        send(shop, shop.client(Stock()), adjustments(30), journal=journal, **options)
    assert (shop.requests, journal.read_text("utf-8")) == ([], text)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        *(({"workers": value}, "workers= has to be an int, 1 or more") for value in (0, "2", True, 1.5)),
        *(({"search": value}, "search= has to be an int, 0 or more") for value in (-1, "2")),
        ({"on_part": 5}, "on_part= has to be a function that need not be awaited, or None"),
        ({"on_part": asyncio.sleep}, "on_part= has to be a function that need not be awaited, or None"),
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{message}$"):
        Batching(**wrong)


def test_as_many_threads_send_as_there_are_workers() -> None:
    shop = Shop("sync")
    everybody = threading.Barrier(3, timeout=20)

    def answer(_: httpx.Request) -> httpx.Response:
        everybody.wait()
        return httpx.Response(201, json=1)

    assert send(shop, shop.client(answer), adjustments(150), workers=3).accepted == 150


def test_as_many_tasks_send_as_there_are_workers() -> None:
    under_way, most = 0, 0

    async def answer(_: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        for _ in range(10):
            await asyncio.sleep(0)
        under_way -= 1
        return httpx.Response(201, json=1)

    async def run() -> BatchResult[Any, Any]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        async with AsyncClient(
            API, credentials={"api_key": "canary-2"}, base_url="https://x.test", http_client=http
        ) as client:
            return await send_batches_async(client, adjustments(300), build, LIMIT, Batching(workers=3))

    assert (asyncio.run(run()).accepted, most) == (300, 3)

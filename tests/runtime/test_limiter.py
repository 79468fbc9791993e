"""Rate limits are enforced by both clients before a request is sent."""

import logging
import threading
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.api import RateLimit
from scratch._runtime.errors import MissingCredentialError, RateLimitError, RateLimitStoreError
from scratch._runtime.operation import Operation
from scratch._runtime.rate_limit.stores import MemoryRateLimits
from scratch._runtime.rate_limit.window import Change

from runtime.shop import API, Shop

MINUTE = RateLimit(requests=1, per=60)
GET: Any = Operation(id="get", method="GET", path="/a")
OTHER: Any = Operation(id="other", method="GET", path="/b")
OK = httpx.Response(204)


def send(shop: Shop, client: Any, *operations: Any) -> None:
    """One call after another through one client."""
    for operation in operations:
        shop.run(client.send(operation.call()))


@pytest.mark.parametrize(
    ("limit", "slept"),
    [
        (None, []),
        (MINUTE, [60.0, 60.0]),
        (RateLimit(requests=2, per=60), [60.0]),
        (RateLimit(requests=3, per=60), []),
        (RateLimit(requests=5, per=1), []),
    ],
)
def test_a_call_over_the_limit_waits(shop: Shop, limit: Any, slept: list[float]) -> None:
    shop.api = replace(API, rate_limit=limit)
    send(shop, shop.client(OK), GET, GET, GET)
    assert shop.slept == pytest.approx(slept)
    assert len(shop.requests) == 3


@pytest.mark.parametrize(("scope", "slept"), [("operation", []), ("account", [60.0])])
def test_the_scope_decides_which_calls_share_a_limit(shop: Shop, scope: Any, slept: list[float]) -> None:
    shop.api = replace(API, rate_limit=replace(MINUTE, scope=scope))
    send(shop, shop.client(OK), GET, OTHER)
    assert shop.slept == slept


def test_the_limit_of_an_operation_replaces_that_of_the_api(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    often = replace(GET, rate_limit=RateLimit(requests=10, per=60))
    send(shop, shop.client(OK), often, often, often)
    assert shop.slept == []


def test_a_copy_of_a_client_shares_its_limits(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    client = shop.client(OK)
    send(shop, client, GET)
    send(shop, client.with_options(timeout=1), GET)
    assert shop.slept == [60.0]


def test_clients_share_limits_through_a_store_if_they_have_the_same_account(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    store = MemoryRateLimits(clock=lambda: sum(shop.slept))
    for key in ("canary-1", "k-2", "canary-1"):
        send(shop, shop.client(OK, rate_limits=store, credentials={"api_key": key}), GET)
    assert shop.slept == [60.0]


def test_clients_of_two_servers_do_not_share_limits(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    store = MemoryRateLimits(clock=lambda: sum(shop.slept))
    for url in ("https://a.test", "https://b.test"):
        send(shop, shop.client(OK, rate_limits=store, base_url=url), GET)
    assert shop.slept == []


def test_limits_can_be_switched_off(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    send(shop, shop.client(OK, rate_limits=False), GET, GET, GET)
    assert shop.slept == []


def test_by_default_a_client_counts_in_memory_on_its_own(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=RateLimit(requests=1, per=0.000_001))
    send(shop, shop.client(OK, rate_limits=None), GET, GET)
    assert len(shop.requests) == 2


def test_after_a_429_all_calls_wait_as_long_as_the_server_asks(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=RateLimit(requests=10, per=60))
    client = shop.client(httpx.Response(429, headers={"Retry-After": "7"}), OK, max_retries=0)
    with pytest.raises(RateLimitError):
        send(shop, client, GET)
    send(shop, client, GET)
    assert shop.slept == [7.0]


def test_a_429_without_retry_after_blocks_for_the_declared_period(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=RateLimit(requests=10, per=60))
    client = shop.client(httpx.Response(429), OK, max_retries=0)
    with pytest.raises(RateLimitError):
        send(shop, client, GET)
    send(shop, client, GET)
    assert shop.slept == [60.0]


def test_a_retry_after_a_429_waits_once(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    send(shop, shop.client(httpx.Response(429, headers={"Retry-After": "7"}), OK), GET)
    assert shop.slept == [7.0]


def test_every_attempt_counts(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    send(shop, shop.client(httpx.ReadError("cut"), OK), GET)
    assert len(shop.slept) == 2  # the pause of the retry, and the rest of the minute
    assert sum(shop.slept) == pytest.approx(60)


def test_a_lower_remaining_count_of_the_server_is_used(shop: Shop) -> None:
    limit = RateLimit(requests=4, per=60, remaining_header="X-Left")
    shop.api = replace(API, rate_limit=limit)
    send(shop, shop.client(httpx.Response(204, headers={"X-Left": "1"})), GET, GET, GET)
    assert shop.slept == [60.0]


@pytest.mark.parametrize("header", ["", "many", "-1", "1.5", "²"])
def test_an_invalid_remaining_header_is_ignored(shop: Shop, header: str) -> None:
    shop.api = replace(API, rate_limit=RateLimit(requests=4, per=60, remaining_header="X-Left"))
    answer = httpx.Response(204, headers=[(b"X-Left", header.encode())])
    send(shop, shop.client(answer), GET, GET, GET)
    assert shop.slept == []


def test_a_call_without_credentials_fails_before_it_reserves_a_slot(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    store = MemoryRateLimits(clock=lambda: 0)
    with pytest.raises(MissingCredentialError):
        send(shop, shop.client(OK, credentials={}, rate_limits=store), GET)
    assert store._windows == {}


def test_waiting_logs_one_line_at_info(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    with caplog.at_level(logging.INFO, "scratch"):
        send(shop, shop.client(OK), GET, GET)
    lines = [record.getMessage() for record in caplog.records if record.name == "scratch"]
    assert lines == ["get: the rate limit is used up, waiting 60.0 s"]


class Failing:
    """A store that works so often, and then no more; `blocking` decides where an async client calls it."""

    blocking = True

    def __init__(self, good: int) -> None:
        self.good = good
        self.threads: list[threading.Thread] = []

    def update(self, key: str, change: Change) -> float:  # noqa: ARG002 - it changes nothing
        self.threads.append(threading.current_thread())
        assert "canary-1" not in key
        if len(self.threads) > self.good:
            raise RateLimitStoreError("the disk is full")
        return 0.0


def test_nothing_is_sent_if_the_store_fails(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    with pytest.raises(RateLimitStoreError, match="the disk is full"):
        send(shop, shop.client(OK, rate_limits=Failing(0)), GET)
    assert shop.requests == []


def test_a_store_that_fails_after_the_response_does_not_lose_it(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    send(shop, shop.client(OK, rate_limits=Failing(1)), GET)
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "get: the disk is full"
    ]


def test_an_async_client_updates_a_blocking_store_in_a_thread(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    store = Failing(2)
    send(shop, shop.client(OK, rate_limits=store), GET)
    assert [thread is threading.current_thread() for thread in store.threads] == [shop.flavour == "sync"] * 2


def test_hooks_run_after_waiting_for_the_limit(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=MINUTE)
    seen: list[float] = []
    client = shop.client(OK, before_request=lambda _: seen.append(sum(shop.slept)))
    send(shop, client, GET, GET)
    assert seen == [0.0, 60.0]

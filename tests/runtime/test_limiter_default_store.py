"""The default store: in memory, and without effect on a server on this machine that does not announce a limit."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.api import RateLimit
from scratch._runtime.operation import Operation
from scratch._runtime.rate_limit.stores import MemoryRateLimits

from runtime.shop import API, Shop

GET: Any = Operation(id="get", method="GET", path="/a")
OTHER: Any = Operation(id="other", method="GET", path="/b")
OK = httpx.Response(204)
LOCAL = "http://127.0.0.1:8080/api"


def announcing(policy: str) -> httpx.Response:
    return httpx.Response(204, headers={"RateLimit-Policy": policy})


@pytest.fixture
def limited(shop: Shop) -> Any:
    """Makes clients with the default store, on a clock that sleeping moves."""
    shop.api = replace(API, rate_limit=RateLimit(requests=1, per=60))

    def client(*answers: Any, base_url: str = LOCAL, **options: Any) -> Any:
        made = shop.client(*answers, base_url=base_url, **{"rate_limits": None, **options})
        made._config.limiter._own_store = MemoryRateLimits(clock=lambda: sum(shop.slept))
        return made

    return client


def send(shop: Shop, client: Any, *operations: Any) -> list[float]:
    for operation in operations:
        shop.run(client.send(operation.call()))
    return shop.slept


@pytest.mark.parametrize(
    ("base_url", "waits"),
    [
        ("https://api.example", True),
        ("http://10.0.0.7:8080", True),
        ("http://localhost.example", True),
        (LOCAL, False),
        ("http://127.8.8.8", False),
        ("http://[::1]:8080", False),
        ("http://localhost:8080", False),
        ("http://shop.localhost", False),
    ],
)
def test_calls_to_a_local_server_do_not_wait_by_default(shop: Shop, limited: Any, base_url: str, waits: bool) -> None:
    assert send(shop, limited(OK, base_url=base_url), GET, GET) == [60.0] * waits


@pytest.mark.parametrize(("given", "waits"), [(True, True), (False, False)])
def test_a_given_store_is_used_for_every_server(shop: Shop, limited: Any, given: bool, waits: bool) -> None:
    store = MemoryRateLimits(clock=lambda: sum(shop.slept)) if given else False
    assert send(shop, limited(OK, rate_limits=store), GET, GET) == [60.0] * waits


@pytest.mark.parametrize(
    ("policy", "slept"),
    [
        ('"operation";q=1;w=60', [60.0, 60.0]),
        ('"burst"; q=2; w=60', []),
        ('"scaled";q=1;w=0.6', [0.6]),  # by another limit than the declared one, so the first was not
        ('"endless";q=1;w=999999999', [120.0]),
        ('"never";q=0;w=60', []),
        ('"odd";q=1', []),
        ("1;w=60", []),
        ("", []),
    ],
)
def test_a_local_server_that_announces_a_limit_is_called_no_more_often(
    shop: Shop, limited: Any, policy: str, slept: list[float]
) -> None:
    assert send(shop, limited(announcing(policy)), GET, GET, GET) == slept


def test_an_announced_limit_has_the_scope_of_the_declared_one(shop: Shop, limited: Any) -> None:
    assert send(shop, limited(announcing('"a";q=1;w=60')), GET, OTHER) == []
    shop.api = replace(API, rate_limit=RateLimit(requests=1, per=60, scope="account"))
    assert send(shop, limited(announcing('"a";q=1;w=60')), GET, OTHER) == [60.0]


def test_a_server_elsewhere_cannot_replace_the_declared_limit(shop: Shop, limited: Any) -> None:
    client = limited(announcing('"a";q=1000;w=1'), base_url="https://api.example")
    assert send(shop, client, GET, GET) == [60.0]

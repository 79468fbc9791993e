"""The total time of a call with its retries, on a clock that only sleeping moves."""

import logging
from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.errors import ConfigurationError, ServerError
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Text

from runtime.shop import Shop

GET: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"200": Text()})
BUSY = httpx.Response(503, headers={"Retry-After": "10"})


def client_at(shop: Shop, *answers: Any, seconds_each: float = 0.0, **options: Any) -> Any:
    """A client whose clock is moved by its sleep, and by that much in every attempt."""

    def now() -> float:
        return 1000.0 + sum(shop.slept) + seconds_each * len(shop.requests)

    client = shop.client(*answers, max_retries=9, **options)
    client._config = replace(client._config, monotonic=now)
    return client


@pytest.mark.parametrize(
    ("budget", "seconds_each", "attempts"),
    [
        (0.1, 0, 1),
        (10, 0, 1),  # at its end is too late
        (10.1, 0, 2),
        (30, 0, 3),
        (30.1, 0, 4),
        (30, 2, 3),  # 2 + 10 + 2 + 10 = 24, and the next would begin at 36
        (None, 2, 10),
    ],
)
def test_no_attempt_begins_later_than_the_budget_allows(
    shop: Shop, budget: float | None, seconds_each: float, attempts: int
) -> None:
    client = client_at(shop, BUSY, seconds_each=seconds_each, max_elapsed=budget)
    with pytest.raises(ServerError):
        shop.run(client.send(GET.call()))
    assert len(shop.requests) == attempts


def test_nobody_sleeps_for_an_attempt_that_will_not_come(shop: Shop) -> None:
    with pytest.raises(ServerError):
        shop.run(client_at(shop, BUSY, max_elapsed=15).send(GET.call()))
    assert shop.slept == [10.0]


def test_each_call_has_the_whole_budget(shop: Shop) -> None:
    client = client_at(shop, BUSY, httpx.Response(200), BUSY, httpx.Response(200), max_elapsed=11)
    for _ in range(2):
        shop.run(client.send(GET.call()))
    assert len(shop.requests) == 4


def test_a_budget_can_be_set_for_one_call(shop: Shop) -> None:
    client = client_at(shop, BUSY, httpx.Response(200))
    with pytest.raises(ServerError):
        shop.run(client.with_options(max_elapsed=5).send(GET.call()))


def test_the_end_of_the_budget_is_one_line_at_info(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "scratch"), pytest.raises(ServerError):
        shop.run(client_at(shop, BUSY, max_elapsed=5).send(GET.call()))
    lines = [record.getMessage() for record in caplog.records if record.name == "scratch"]
    assert lines == ["op: status 503, no retry: it would begin after 5.0 s"]


@pytest.mark.parametrize("budget", [0, -1, float("nan"), float("inf")])
def test_a_budget_without_sense_is_refused_at_once(shop: Shop, budget: float) -> None:
    with pytest.raises(ConfigurationError, match=r"^max_elapsed="):
        shop.client(max_elapsed=budget)

"""When a call is sent again, and after how long; no test waits."""

import logging
from dataclasses import replace
from typing import Any
from uuid import UUID

import httpx
import pytest
from scratch._runtime import retry
from scratch._runtime.api import RateLimit, Retry
from scratch._runtime.errors import RateLimitError, ServerError, StatusError, TransportError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.response.content import Text

from runtime.shop import API, Shop

KEY = "X-Once"
SAFE, UNSAFE, NO_RULE = Retry(safe=True), Retry(safe=False), None
OWN = Retry(statuses=(409, 503))

ALWAYS = {429}
TRANSIENT = {429, 500, 502, 503, 504, None}
OUTCOMES = (None, 400, 401, 404, 408, 409, 418, 429, 500, 501, 502, 503, 504)  # None: no response

# method, with an idempotency key, rule of the operation -> the outcomes after which it is sent again
MATRIX = [
    ("GET", False, NO_RULE, TRANSIENT),
    ("HEAD", False, NO_RULE, TRANSIENT),
    ("OPTIONS", False, NO_RULE, TRANSIENT),
    ("PUT", False, NO_RULE, TRANSIENT),
    ("DELETE", False, NO_RULE, TRANSIENT),
    ("POST", False, NO_RULE, ALWAYS),
    ("PATCH", False, NO_RULE, ALWAYS),
    ("POST", True, NO_RULE, TRANSIENT),
    ("PATCH", True, NO_RULE, TRANSIENT),
    ("POST", False, SAFE, TRANSIENT),
    ("POST", True, UNSAFE, ALWAYS),
    ("GET", False, UNSAFE, ALWAYS),
    ("GET", False, OWN, {429, 409, 503, None}),
    ("POST", False, OWN, ALWAYS),
    ("POST", True, OWN, {429, 409, 503, None}),
]


@pytest.mark.parametrize(("method", "keyed", "rule", "again"), MATRIX)
def test_the_matrix_of_method_failure_and_key(
    shop: Shop, method: str, keyed: bool, rule: Retry | None, again: set[int | None]
) -> None:
    operation: Operation[Any] = Operation(
        id="op",
        method=method,
        path="/x",
        parameters=(Parameter(KEY, "header"),),
        responses={"200": Text()},
        retry=rule,
        idempotency_key=KEY if keyed else "",
    )
    call = operation.call(header={KEY: "once"} if keyed else {})
    repeated: set[int | None] = set()
    for outcome in OUTCOMES:
        shop.requests.clear()
        answer = httpx.ReadError("cut") if outcome is None else httpx.Response(outcome)
        with pytest.raises((StatusError, TransportError)):
            shop.perform(call, answer, max_retries=1)
        assert len(shop.requests) in {1, 2} or outcome == 429
        assert {request.headers.get(KEY) for request in shop.requests} == {"once" if keyed else None}
        if len(shop.requests) > 1:
            repeated.add(outcome)
    assert repeated == again


def test_a_key_that_is_not_given_is_made_up_once_for_all_attempts_of_a_call(shop: Shop) -> None:
    operation: Operation[Any] = Operation(
        id="op", method="POST", path="/x", responses={"200": Text()}, idempotency_key=KEY
    )
    seen: list[str] = []
    for _ in range(2):
        shop.requests.clear()
        with pytest.raises(ServerError):
            shop.perform(operation.call(), httpx.Response(503), max_retries=2)
        keys = {request.headers[KEY] for request in shop.requests}
        assert (len(shop.requests), len(keys)) == (3, 1)
        seen += keys
    assert seen[0] != seen[1]
    assert all(UUID(key).version == 4 for key in seen)


GET: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"200": Text()})


@pytest.mark.parametrize("retries", [0, 1, 2, 5])
def test_a_call_is_sent_at_most_so_often_and_then_fails(shop: Shop, retries: int) -> None:
    with pytest.raises(ServerError):
        shop.perform(GET.call(), httpx.Response(503), max_retries=retries)
    assert (len(shop.requests), len(shop.slept)) == (retries + 1, retries)


def test_unless_told_otherwise_a_call_is_repeated_twice(shop: Shop) -> None:
    with pytest.raises(ServerError):
        shop.perform(GET.call(), httpx.Response(503))
    assert len(shop.requests) == 3


def test_the_first_success_ends_it(shop: Shop) -> None:
    answers = (httpx.ConnectError("refused"), httpx.Response(500), httpx.Response(200, text="done"))
    assert shop.perform(GET.call(), *answers) == "done"
    assert len(shop.requests) == 3


def test_retries_can_be_set_for_one_call(shop: Shop) -> None:
    client = shop.client(httpx.Response(429))
    with pytest.raises(RateLimitError):
        shop.run(client.with_options(max_retries=0).send(GET.call()))
    assert len(shop.requests) == 1


NOW = 1_700_000_000.0  # Tue, 14 Nov 2023 22:13:20 GMT
ASKED: list[tuple[dict[str, str], float | None]] = [
    ({}, None),
    ({"retry-after": "7"}, 7.0),
    ({"retry-after": " 7 "}, 7.0),
    ({"retry-after": "0"}, 0.0),
    ({"retry-after": "1.5"}, 1.5),
    ({"retry-after": "86400"}, 86_400.0),
    ({"retry-after": "-7"}, None),
    ({"retry-after": "soon"}, None),
    ({"retry-after": "nan"}, None),
    ({"retry-after": "inf"}, None),
    ({"retry-after": "1e9"}, None),
    ({"retry-after": "\u0667"}, None),  # a digit, but not one of ours
    ({"retry-after": "9" * 5000}, None),
    ({"retry-after": ""}, None),
    ({"retry-after": "Tue, 14 Nov 2023 22:14:20 GMT"}, 60.0),
    ({"retry-after": "Tue, 14 Nov 2023 22:12:20 GMT"}, 0.0),
    ({"retry-after": "Tuesday, 14-Nov-23 22:14:20 GMT"}, 60.0),
    ({"retry-after": "Tue, 14 Nov 2023 22:14:20 GMT", "date": "Tue, 14 Nov 2023 22:14:10 GMT"}, 10.0),
    ({"retry-after": "Tue, 14 Nov 2023 22:14:20 GMT", "date": "nonsense"}, 60.0),
    ({"retry-after": "Tue, 99 Foo 2023 22:14:20 GMT"}, None),
]


@pytest.mark.parametrize(("headers", "seconds"), ASKED)
def test_retry_after_is_seconds_or_a_date_or_nothing(headers: dict[str, str], seconds: float | None) -> None:
    assert retry.retry_after(headers, now=lambda: NOW) == seconds


LIMIT, OFTEN = RateLimit(requests=2, per=60), RateLimit(requests=5, per=1)
DELAYS = [
    # attempt, asked, status, limit, chance, seconds
    (0, None, 503, None, 0.0, 0.25),
    (0, None, 503, None, 1.0, 0.5),
    (1, None, 503, None, 1.0, 1.0),
    (3, None, 503, None, 0.0, 2.0),
    (9, None, 503, None, 1.0, 8.0),
    (900, None, 503, None, 1.0, 8.0),
    (0, 7.0, 503, None, 0.5, 7.0),
    (0, 0.0, 503, None, 0.5, 0.0),
    (1, 0.0, 429, None, 0.5, 0.25),
    (3, 0.000001, 429, OFTEN, 0.5, 1.0),
    (900, 0.0, 429, None, 0.5, 1.0),
    (900, 1.5, 429, None, 0.5, 1.5),
    (0, 3600.0, 429, None, 0.5, 120.0),
    (0, None, 429, LIMIT, 0.0, 60.0),
    (0, None, 429, LIMIT, 0.5, 90.0),
    (5, None, 429, LIMIT, 1.0, 120.0),
    (0, None, 429, OFTEN, 0.0, 1.0),
    (0, None, 429, OFTEN, 1.0, 2.0),
    (1, None, 429, OFTEN, 0.5, 2.5),
    (2, None, 429, OFTEN, 0.0, 1.0),
    (2, None, 429, OFTEN, 1.0, 8.0),
    (900, None, 429, OFTEN, 1.0, 8.0),
    (0, None, 429, None, 0.0, 0.5),
    (0, None, 429, None, 1.0, 1.0),
    (3, None, 429, None, 1.0, 8.0),
    (0, 7.0, 429, LIMIT, 0.5, 7.0),
    (0, None, 503, LIMIT, 1.0, 0.5),
    (0, None, 429, RateLimit(requests=1, per=3600), 0.5, 120.0),
]


@pytest.mark.parametrize("row", DELAYS)
def test_the_pause_is_what_the_server_asks_or_grows_with_chance(row: Any) -> None:
    attempt, asked, status, limit, chance, seconds = row
    assert retry.delay(attempt, asked=asked, status=status, limit=limit, random=lambda: chance) == seconds


def test_the_client_waits_as_long_as_it_is_asked_to(shop: Shop) -> None:
    answers = [httpx.Response(429, headers={"Retry-After": value}) for value in ("3", "600")]
    shop.perform(GET.call(), *answers, httpx.Response(200))
    assert shop.slept == [3.0, 120.0]


def test_without_a_word_of_the_server_the_declared_period_is_waited_at_least(shop: Shop) -> None:
    shop.api = replace(API, rate_limit=RateLimit(requests=1, per=60))
    shop.perform(GET.call(), httpx.Response(429), httpx.Response(200))
    (slept,) = shop.slept
    assert 60 <= slept <= 120


REFUSED, LATER = httpx.Response(429), httpx.Response(429, headers={"Retry-After": "30"})


def with_clock(shop: Shop, client: Any) -> Any:
    """The same client with a clock that only its sleep moves, and the longest pauses."""
    client._config = replace(client._config, monotonic=lambda: sum(shop.slept), random=lambda: 1.0)
    return client


def test_a_429_does_not_use_up_the_retries(shop: Shop) -> None:
    answers = [REFUSED] * 5 + [httpx.Response(503)] + [REFUSED] * 2 + [httpx.Response(200, text="done")]
    client = with_clock(shop, shop.client(*answers, max_retries=1))
    assert shop.run(client.send(GET.call())) == "done"
    assert shop.slept == [1, 2, 4, 8, 8, 0.5, 8, 8]


def test_other_failures_use_up_the_retries_among_429s(shop: Shop) -> None:
    client = with_clock(shop, shop.client(*[REFUSED, httpx.Response(503)] * 3, max_retries=2))
    with pytest.raises(ServerError):
        shop.run(client.send(GET.call()))
    assert len(shop.requests) == 6


@pytest.mark.parametrize(
    ("answer", "max_elapsed", "slept"),
    [
        (REFUSED, None, 1 + 2 + 4 + 36 * 8),
        (LATER, None, 300.0),
        (LATER, 100.0, 90.0),
        (LATER, 3600.0, 3570.0),
        (REFUSED, 0.9, 0.0),
    ],
)
def test_a_429_is_repeated_as_long_as_the_time_lasts(
    shop: Shop, answer: httpx.Response, max_elapsed: float | None, slept: float
) -> None:
    client = with_clock(shop, shop.client(answer, max_elapsed=max_elapsed))
    with pytest.raises(RateLimitError):
        shop.run(client.send(GET.call()))
    assert sum(shop.slept) == slept


def test_a_server_that_asks_for_no_pause_is_not_called_forever(shop: Shop) -> None:
    client = with_clock(shop, shop.client(httpx.Response(429, headers={"Retry-After": "0"})))
    with pytest.raises(RateLimitError):
        shop.run(client.send(GET.call()))
    assert len(shop.requests) == 301
    assert shop.slept[:4] == [0, 0.25, 0.5, 1]


def test_with_a_deadline_a_server_that_asks_for_no_pause_is_not_called_all_the_time(shop: Shop) -> None:
    past = {"Retry-After": "Tue, 14 Nov 2023 22:12:20 GMT", "Date": "Tue, 14 Nov 2023 22:14:20 GMT"}
    client = with_clock(shop, shop.client(httpx.Response(429, headers=past), max_elapsed=60))
    with pytest.raises(RateLimitError):
        shop.run(client.send(GET.call()))
    assert len(shop.requests) == 63


def test_without_retries_a_429_is_not_repeated_either(shop: Shop) -> None:
    with pytest.raises(RateLimitError):
        shop.perform(GET.call(), REFUSED, max_retries=0, max_elapsed=3600)
    assert len(shop.requests) == 1


def test_the_header_an_api_declares_is_read(shop: Shop) -> None:
    limited = replace(GET, rate_limit=RateLimit(requests=1, per=60, retry_after_header="X-Wait"))
    shop.perform(limited.call(), httpx.Response(429, headers={"X-Wait": "9"}), httpx.Response(200))
    assert shop.slept == [9.0]


def test_an_error_carries_what_the_server_asked(shop: Shop) -> None:
    with pytest.raises(RateLimitError) as caught:
        shop.perform(GET.call(), httpx.Response(429, headers={"Retry-After": "600"}), max_retries=0)
    assert caught.value.retry_after == 600.0


def test_every_response_is_one_line_at_debug_without_the_query(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "scratch"):
        shop.perform(replace(GET, path="/x?a=1").call(), httpx.Response(200))
    assert [record.getMessage() for record in caplog.records if record.name == "scratch"] == [
        "op: GET /api/x: status 200"
    ]


def test_every_retry_is_one_line_at_info(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "scratch"):
        shop.perform(
            GET.call(), httpx.Response(429, headers={"Retry-After": "3"}), httpx.ReadError("cut"), httpx.Response(200)
        )
    lines = [record.getMessage() for record in caplog.records if record.name == "scratch"]
    assert lines[0] == "op: status 429, retry 1 in 3.0 s"
    assert lines[1].startswith("op: connection broken, retry 2 in ")
    assert len(lines) == 2

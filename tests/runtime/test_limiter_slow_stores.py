"""A store of rate limits that does not answer holds no call beyond `max_elapsed`."""

import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest
from scratch._runtime.api import RateLimit
from scratch._runtime.errors import TimeBudgetError
from scratch._runtime.operation import Operation
from scratch._runtime.rate_limit.redis import RedisRateLimits
from scratch._runtime.rate_limit.stores import FileRateLimits
from scratch._runtime.rate_limit.window import SlidingWindow

from runtime.shop import API, Shop

GET: Operation[Any] = Operation(id="get", method="GET", path="/a")
LIMITED = replace(API, rate_limit=RateLimit(requests=5, per=60))
LIMIT = 0.2
"""Seconds; without it the calls of this file would take 30 s and then raise another error."""
TOO_LATE = r"get: would have to wait for the store of rate limits longer than max_elapsed= allows"


class Stalling:
    """A store that answers some updates at once, and the others when `over` is set."""

    blocking = True

    def __init__(self, answers: int) -> None:
        self.answers, self.over, self.ended = answers, Event(), Event()
        self.window = SlidingWindow()
        self.errors: list[Exception] = []

    def update(self, _key: str, change: Callable[[SlidingWindow, float], tuple[SlidingWindow, float]]) -> float:
        self.answers -= 1
        if self.answers < 0:
            assert self.over.wait(30)
        try:
            self.window, wait = change(self.window, 1_000.0)
        except TimeoutError as error:
            self.errors.append(error)
            raise
        finally:
            if self.answers < 0:
                self.ended.set()
        return wait


@pytest.fixture
def limited(shop: Shop) -> Shop:
    return replace(shop, api=LIMITED)


def call(shop: Shop, store: Any) -> Any:
    client = shop.client(httpx.Response(204), rate_limits=store, max_elapsed=LIMIT)
    return shop.run(client.send(GET.call()))


def test_a_locked_file_does_not_hold_a_call(limited: Shop, tmp_path: Path) -> None:
    path = tmp_path / "limits.db"
    store = FileRateLimits(path)
    store.update("a", lambda window, _: (window, 0.0))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TimeBudgetError, match=TOO_LATE):
            call(limited, store)
        other.execute("COMMIT")
    assert limited.requests == []


def test_a_server_of_redis_that_does_not_answer_does_not_hold_a_call(limited: Shop) -> None:
    pytest.importorskip("redis")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        store = RedisRateLimits(f"redis://127.0.0.1:{listener.getsockname()[1]}/0")
        with pytest.raises(TimeBudgetError, match=TOO_LATE):
            call(limited, store)
    assert limited.requests == []


def test_no_slot_is_taken_for_a_call_that_has_ended(limited: Shop) -> None:
    store = Stalling(answers=0)
    with pytest.raises(TimeBudgetError, match=TOO_LATE):
        call(limited, store)
    store.over.set()
    assert store.ended.wait(30)
    assert (store.window, len(store.errors), limited.requests) == (SlidingWindow(), 1, [])


def test_a_response_is_delivered_although_it_cannot_be_recorded_in_time(
    limited: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    store = Stalling(answers=1)
    call(limited, store)
    assert "get: the store of rate limits does not answer" in caplog.text
    assert [entry.is_settled for entry in store.window.entries] == [False]
    store.over.set()
    assert store.ended.wait(30)
    assert ([entry.is_settled for entry in store.window.entries], store.errors) == ([True], [])


def test_an_error_of_a_store_of_the_callers_own_is_theirs(limited: Shop) -> None:
    class Broken:
        blocking = True

        def update(self, *_: object) -> float:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        call(limited, Broken())


def test_redis_has_a_timeout_without_a_deadline_too() -> None:
    pytest.importorskip("redis")
    for url, seconds in (("redis://127.0.0.1/0", 30), ("redis://127.0.0.1/0?socket_timeout=2", 2)):
        store: Any = RedisRateLimits(url)
        assert store._client.connection_pool.connection_kwargs["socket_timeout"] == seconds

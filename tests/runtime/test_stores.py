"""The stores of rate limits share one contract: persistence, atomic updates, errors."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from scratch._runtime.api import RateLimit
from scratch._runtime.errors import ConfigurationError, RateLimitStoreError
from scratch._runtime.rate_limit.redis import RedisRateLimits
from scratch._runtime.rate_limit.stores import FileRateLimits, MemoryRateLimits
from scratch._runtime.rate_limit.window import SlidingWindow

from runtime.limited import Counting, redis_server

MINUTE = RateLimit(requests=1, per=60)
TESTS = Path(__file__).parents[1]
START = "import runtime.shop; from runtime.limited import work, work_async"  # the first makes the runtime importable


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    with redis_server() as url:
        yield url


@pytest.fixture(params=["memory", "file", "redis"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    match request.param:
        case "memory":
            return MemoryRateLimits()
        case "file":
            return FileRateLimits(tmp_path / "new" / "limits.db")
        case _:
            return RedisRateLimits(request.getfixturevalue("redis_url"), prefix=f"{tmp_path}:")


def taking(call: str, limit: RateLimit = MINUTE) -> Callable[[SlidingWindow, float], tuple[SlidingWindow, float]]:
    return partial(SlidingWindow.reserve, call=call, limit=limit)


def test_an_update_is_visible_to_the_next_one(store: Any) -> None:
    assert store.update("a", taking("1")) == 0
    assert 0 < store.update("a", taking("2")) <= 60
    assert store.update("b", taking("3")) == 0


def test_a_response_is_recorded(store: Any) -> None:
    seen: list[SlidingWindow] = []

    def look(window: SlidingWindow, _: float) -> tuple[SlidingWindow, float]:
        seen.append(window)
        return window, 0.0

    store.update("a", taking("1"))
    store.update("a", partial(SlidingWindow.settle, call="1", limit=MINUTE))
    store.update("a", look)
    assert [(entry.call, entry.is_settled) for entry in seen[0].entries] == [("1", True)]


def test_threads_do_not_exceed_the_limit_together(store: Any) -> None:
    limit = RateLimit(requests=17, per=3600)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda number: store.update("a", taking(str(number), limit)), range(60)))
    assert waits.count(0) == 17


def test_an_update_is_atomic(store: Any) -> None:
    limit, first_is_in, second_is_in = RateLimit(requests=9, per=60), Event(), Event()

    def slow(window: SlidingWindow, now: float) -> tuple[SlidingWindow, float]:
        first_is_in.set()
        second_is_in.wait(0.1)  # set only if the store is not atomic, or retries
        return window.reserve(now, call="first", limit=limit)

    def quick(window: SlidingWindow, now: float) -> tuple[SlidingWindow, float]:
        second_is_in.set()
        return window.reserve(now, call="second", limit=limit)

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(store.update, "a", slow)
        first_is_in.wait(30)
        store.update("a", quick)
        done.result()
    seen: list[SlidingWindow] = []
    store.update("a", lambda window, _: (seen.append(window) or window, 0.0))
    assert {entry.call for entry in seen[0].entries} == {"first", "second"}


def test_a_file_is_shared_by_later_runs(tmp_path: Path) -> None:
    path = tmp_path / "limits.db"
    assert FileRateLimits(path, clock=lambda: 1000.0).update("a", taking("1")) == 0
    assert FileRateLimits(path, clock=lambda: 1020.0).update("a", taking("2")) == 40


def test_a_file_is_private_and_drops_expired_windows(tmp_path: Path) -> None:
    path = tmp_path / "limits.db"
    FileRateLimits(path, clock=lambda: 1000.0).update("old", taking("1"))
    FileRateLimits(path, clock=lambda: 9000.0).update("new", taking("2"))
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT key FROM rate_limits").fetchall() == [("new",)]
    file.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["limits.db"]  # noqa: PTH208 - names are what is compared


@pytest.mark.parametrize("content", [b"no database at all, and long enough to be seen as none", b"SQLite format 3\0"])
def test_a_file_of_another_kind_raises_an_error_with_its_path(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "limits.db"
    path.write_bytes(content)
    with pytest.raises(RateLimitStoreError, match=r"limits\.db"):
        FileRateLimits(path).update("a", taking("1"))
    assert path.read_bytes() == content


def test_an_invalid_stored_window_raises_an_error(tmp_path: Path) -> None:
    path = tmp_path / "limits.db"
    store = FileRateLimits(path)
    store.update("a", taking("1"))
    with sqlite3.connect(path) as file:
        file.execute("UPDATE rate_limits SET ledger = 'poison'")
    file.close()
    with pytest.raises(RateLimitStoreError, match="not a rate-limit window"):
        store.update("a", taking("2"))


class OneFaster:
    """A Redis in memory in which another client changes the window between the first read and the first write."""

    def __init__(self) -> None:
        self.kept = ""
        self.writes = 0

    def eval(self, script: str, numkeys: int, /, *keys_and_args: str) -> object:  # noqa: ARG002 - what it does is below
        assert (numkeys, keys_and_args[0]) == (1, "p:a")
        if len(keys_and_args) == 1:
            return [self.kept, "1000", "500000"]
        self.writes += 1
        if self.writes == 1:
            self.kept = SlidingWindow().reserve(1000.5, call="other", limit=MINUTE)[0].to_json()
        _, old, new, lifetime = keys_and_args
        if old != self.kept:
            return 0
        self.kept, self.lifetime = new, lifetime
        return 1


def test_a_conflict_in_redis_is_retried() -> None:
    server = OneFaster()
    store = RedisRateLimits(server, prefix="p:")
    assert store.update("a", taking("1", RateLimit(requests=2, per=60))) == 0
    assert [entry.call for entry in SlidingWindow.from_json(server.kept).entries] == ["other", "1"]
    assert (server.writes, server.lifetime) == (2, "62000")
    assert store.update("a", taking("2")) > 0


def test_a_redis_key_expires_with_its_window(redis_url: str, tmp_path: Path) -> None:
    from redis import Redis  # noqa: PLC0415 - there only where the server is

    store = RedisRateLimits(redis_url, prefix=f"{tmp_path}:")
    store.update("a", taking("1"))
    with Redis.from_url(redis_url) as client:
        assert 61_000 < client.pttl(f"{tmp_path}:a") <= 62_000


def test_an_unreachable_redis_raises_an_error_without_its_url() -> None:
    pytest.importorskip("redis")
    store = RedisRateLimits("redis://:hidden-password@127.0.0.1:1/0")
    with pytest.raises(RateLimitStoreError) as caught:
        store.update("a", taking("1"))
    assert "ConnectionError" in str(caught.value)
    assert "hidden-password" not in str(caught.value) + repr(store)


def test_an_invalid_redis_url_is_a_configuration_error() -> None:
    pytest.importorskip("redis")
    with pytest.raises(ConfigurationError, match="redis://"):
        RedisRateLimits("http://127.0.0.1")


def test_without_the_redis_package_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ConfigurationError, match="pip install redis"):
        RedisRateLimits("redis://127.0.0.1")


@pytest.mark.parametrize("store_type", ["file", "redis"])
def test_four_processes_share_one_limit_without_a_429(
    store_type: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    where = str(tmp_path / "limits.db") if store_type == "file" else request.getfixturevalue("redis_url")
    with Counting(requests=10, per=0.5) as server:
        arguments = f"({server.url!r}, {where!r}, calls=12, requests=10, per=0.5)"
        programs = [f"{START}; {work}{arguments}" for work in ("work", "work_async") * 2]
        workers = [
            subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(TESTS)})
            for program in programs
        ]
        codes = [worker.wait(120) for worker in workers]
    assert codes == [0, 0, 0, 0]
    assert (server.served, server.refused) == (48, 0)


def test_the_counting_server_rejects_processes_that_do_not_share(tmp_path: Path) -> None:
    with Counting(requests=10, per=600) as server:
        program = START + "; work({!r}, {!r}, calls={}, requests=10, per=600)"
        codes = [
            subprocess.run(
                [sys.executable, "-c", program.format(server.url, str(tmp_path / name), calls)],
                env={**os.environ, "PYTHONPATH": str(TESTS)},
                check=False,
                stderr=subprocess.DEVNULL,
            ).returncode
            for name, calls in (("one.db", 6), ("two.db", 5))  # one too many
        ]
    assert (codes, server.served, server.refused) == ([0, 1], 10, 1)

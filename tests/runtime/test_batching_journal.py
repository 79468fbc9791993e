"""The journal of a batch run: what it keeps through crashes, which files it refuses, and who may use it."""

import asyncio
import errno
import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from scratch._runtime.batching import Batching, BatchLimit, BatchPart, Journal, JournalEntry, send_batches_async
from scratch._runtime.client import AsyncClient
from scratch._runtime.errors import ConfigurationError, UnauthorizedError

from runtime.adjustments import build
from runtime.shop import API, Shop, response
from runtime.test_batching import Stock, adjustments, expected, send

TESTS = Path(__file__).parents[1]
ENTRIES = tuple(JournalEntry(25 * at, 25 * at + 25, f"{at:064x}") for at in range(3))


def opened(path: Path, run: str = "") -> Journal:
    return Journal.open(Batching(journal=path, run=run))


def accepted(path: Path) -> tuple[JournalEntry, ...]:
    journal = opened(path)
    journal.close()
    return journal.accepted


def written(path: Path, run: str = "monday") -> bytes:
    """The content of a journal with three entries."""
    journal = opened(path, run)
    for entry in ENTRIES:
        journal.append(entry)
    journal.close()
    return path.read_bytes()


def test_a_journal_that_is_cut_off_anywhere_keeps_its_complete_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # it takes its time
    path = tmp_path / "run.jsonl"
    content = written(path, 'mon"day, "check": "é')
    for size in range(len(content) + 1):
        path.write_bytes(content[:size])
        count = content[:size].count(b"\n")
        journal = opened(path)
        assert journal.accepted == ENTRIES[: max(count - 1, 0)]
        assert (journal.run == 'mon"day, "check": "é') == (count > 0)
        journal.append(ENTRIES[2])
        journal.close()
        assert accepted(path) == (*journal.accepted, ENTRIES[2])


def test_a_journal_with_any_changed_byte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    content = written(path)
    for at in range(len(content)):
        damaged = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        path.write_bytes(damaged)
        try:
            journal = opened(path)
        except ConfigurationError as error:
            assert "damaged" in str(error) or "not a journal" in str(error)  # noqa: PT017 - in a loop
            assert path.read_bytes() == damaged
        else:  # without its end the last line is one that was being written
            assert (journal.accepted, at) == (ENTRIES[:2], len(content) - 1)
            journal.close()


def test_the_number_of_a_damaged_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_bytes(written(path).replace(b'"first": 25', b'"first": 24'))
    with pytest.raises(ConfigurationError, match=r"run\.jsonl: line 3 of the journal is damaged"):
        opened(path)


OTHER_FILES = [
    b"sku;units",
    b"{}",
    b'{"batch_journal"}',
    b'{"batch_journal": 2, "run": "x", "check": "00000000"}',
    b'{"run": "x", ',
    b"[" * 100_000,
    b'{"run": ' + b"[" * 100_000,
    b"\0" * 100,
    b"\xff\xfe{",
    b"\n",
    b"SQLite format 3\0",
]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\0", b"}", b" "])
def test_a_file_that_is_not_a_journal_is_refused_and_kept(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "other"
    without_its_line_end = [] if end.endswith(b"\n") else [b'{"run": "x"}']  # of an earlier version
    for content in (*OTHER_FILES, *without_its_line_end):
        path.write_bytes(content + end)
        with pytest.raises(ConfigurationError, match="this is not a journal of batches"):
            opened(path)
        assert path.read_bytes() == content + end


@pytest.mark.parametrize("rest", [b'{"host": "a"}', b'{"firsts": 1}', b"done", b"{}"])
def test_a_foreign_file_keeps_its_last_line(tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(b'{"run": "nightly"}\n' + rest)
    with pytest.raises(ConfigurationError, match="this is not a journal of batches"):
        opened(path)
    assert path.read_bytes() == b'{"run": "nightly"}\n' + rest


def test_what_is_not_a_regular_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigurationError, match="not a journal"):
        opened(tmp_path / "pipe")
    with pytest.raises(IsADirectoryError):
        opened(tmp_path)


def test_a_journal_of_an_earlier_version_continues(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    path.write_text('{"run": "monday"}\n{"first": 0, "end": 25, "digest": "' + "0" * 64 + '"}\n{"first": 25, "en')
    journal = opened(path)
    assert (journal.run, journal.accepted) == ("monday", ENTRIES[:1])
    journal.append(ENTRIES[1])
    journal.close()
    assert accepted(path) == ENTRIES[:2]


def test_another_run_refuses_the_journal_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    content = written(path) + b'{"first": '
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="belongs to the run 'monday', not 'tuesday'"):
        opened(path, "tuesday")
    assert path.read_bytes() == content


def test_a_full_disk_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "run.jsonl"
    content = written(path)

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    journal = opened(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="no space left"):
            journal.append(ENTRIES[0])
    assert path.read_bytes() == content
    journal.append(JournalEntry(75, 80, "0" * 64))
    journal.close()
    assert [entry.first for entry in accepted(path)] == [0, 25, 50, 75]


def test_a_run_refuses_a_journal_that_another_one_uses(shop: Shop, tmp_path: Path) -> None:
    path, stock, items = tmp_path / "run.jsonl", Stock(), adjustments(60)
    held = opened(path)
    with pytest.raises(ConfigurationError, match=r"run\.jsonl: the journal is in use"):
        send(shop, shop.client(stock), items, journal=path)
    assert shop.requests == []
    held.close()
    assert send(shop, shop.client(stock), items, journal=path).accepted == 60
    assert send(shop, shop.client(stock), items, journal=path).accepted == 60
    assert (stock.units, stock.applied_twice) == (expected(items), 0)


def test_a_failed_run_leaves_its_journal_to_others(shop: Shop, tmp_path: Path) -> None:
    stock = Stock()
    stock.dies_after = 1
    with pytest.raises(KeyboardInterrupt):
        send(shop, shop.client(stock), adjustments(60), journal=tmp_path / "run.jsonl")
    assert len(accepted(tmp_path / "run.jsonl")) == 1


LIMIT_OF_TWO = BatchLimit(items=2)
EIGHT: list[Any] = [{"sku": "refused" if at < 4 else "fine", "units": at} for at in range(8)]


def test_other_threads_record_what_was_accepted_when_two_chunks_raise(tmp_path: Path) -> None:
    shop, path, everybody = Shop("sync"), tmp_path / "run.jsonl", threading.Barrier(4, timeout=20)
    reported: list[BatchPart[object, object]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        everybody.wait()
        return httpx.Response(401) if b"refused" in request.content else httpx.Response(201, json=1)

    options: Any = {"workers": 4, "journal": path, "on_part": reported.append}
    with pytest.raises(UnauthorizedError):
        send(shop, shop.client(answer), EIGHT, LIMIT_OF_TWO, **options)
    assert sorted(entry.first for entry in accepted(path)) == [4, 6]
    assert [part.first for part in reported] == [4, 6]


def test_an_error_of_the_callback_loses_nothing_that_was_accepted(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    calls = itertools.count()

    def fail(_: object) -> None:
        raise LookupError(next(calls))

    with pytest.raises(LookupError, match="0"):
        send(shop, shop.client(response("1", 201)), EIGHT, LIMIT_OF_TWO, workers=4, journal=path, on_part=fail)
    assert len(accepted(path)) == len(shop.requests) == 4


@pytest.mark.parametrize("end", ["refused", "cancelled"])
def test_other_tasks_record_what_was_accepted_when_the_first_one_ends(tmp_path: Path, end: str) -> None:
    path = tmp_path / "run.jsonl"
    answered = 0

    async def run() -> None:
        others = asyncio.Event()

        async def answer(request: httpx.Request) -> httpx.Response:
            nonlocal answered
            if b'"units":0' not in request.content:
                answered += 1
                if answered == 3:
                    others.set()
                return httpx.Response(201, json=1)
            await others.wait()
            for _ in range(20):
                await asyncio.sleep(0)
            if end == "cancelled":
                sending.cancel()
                await asyncio.Event().wait()
            return httpx.Response(401)

        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        options = Batching(workers=4, journal=path)
        async with AsyncClient(
            API, credentials={"api_key": "canary-2"}, base_url="https://x.test", http_client=http
        ) as client:
            sending = asyncio.create_task(send_batches_async(client, EIGHT, build, LIMIT_OF_TWO, options))
            await sending

    with pytest.raises(UnauthorizedError if end == "refused" else asyncio.CancelledError):
        asyncio.run(run())
    assert sorted(entry.first for entry in accepted(path)) == [2, 4, 6]


HOLD = """
import sys, time
import runtime.shop
from scratch._runtime.batching import Batching, Journal, JournalEntry
journal = Journal.open(Batching(journal=sys.argv[1], run="monday"))
journal.append(JournalEntry(0, 25, "0" * 64))
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_process_that_is_killed_releases_its_journal_with_all_that_it_recorded(tmp_path: Path) -> None:
    path, environment = tmp_path / "run.jsonl", {**os.environ, "PYTHONPATH": str(TESTS)}
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], env=environment, **pipes) as process:
        assert process.stdout.readline() == b"ready\n"
        with pytest.raises(ConfigurationError, match="in use"):
            opened(path)
        process.kill()
    journal = opened(path)
    assert (journal.run, journal.accepted) == ("monday", ENTRIES[:1])
    journal.close()

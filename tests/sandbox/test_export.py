"""A report from order to file in one call, against the real local server over a socket; also across processes."""

import asyncio
import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from channelengine import (
    AsyncChannelEngine,
    ChannelEngine,
    InvalidRequestError,
    JobFailedError,
    JobGoneError,
    PollingTimeoutError,
    Table,
)
from channelengine._runtime.polling import JobToken

from channelsmith.sandbox import Running, run

ROOT = Path(__file__).parents[2]
KEY = "export-key"
SCALE = 0.002  # a minute of the API takes 0.12 seconds
INTERVAL = 0.13
NEVER = 1e9  # seconds, so a job ends only when the clock is put forward
ROWS = 2_000


class Clock:
    """The time of day, and what it was put forward by; the server's."""

    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def server() -> Iterator[Running]:
    with run("channelengine", time_scale=SCALE, keys=(KEY,), pending_seconds=90, rows=ROWS) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def reports(request: pytest.FixtureRequest, server: Running) -> Callable[..., Any]:
    """Calls a method of the reports; a poller that it gives is asked for its result by the same client."""
    settings: dict[str, Any] = {"api_key": KEY, "base_url": server.url, "rate_limits": False, "max_retries": 5}

    def perform(method: str, *arguments: Any, then: Callable[[Any], Any] | None = None, **options: Any) -> Any:
        async def awaited() -> Any:
            async with AsyncChannelEngine(**settings) as client:
                value = getattr(client.reports, method)(*arguments, **options)
                value = await value if asyncio.iscoroutine(value) else value
                return await then(value) if then else value

        if request.param == "async":
            return asyncio.run(awaited())
        with ChannelEngine(**settings) as client:
            value = getattr(client.reports, method)(*arguments, **options)
            return then(value) if then else value

    return perform


def rows(data: bytes) -> int:
    return len(list(csv.DictReader(io.StringIO(data.decode()))))


def test_one_call_orders_waits_and_delivers(reports: Any) -> None:
    report = reports("export", interval=INTERVAL, accept="text/csv")
    assert (type(report), rows(report.data)) == (Table, ROWS)


def test_one_call_orders_waits_and_writes_a_file(reports: Any, tmp_path: Path) -> None:
    told: list[Any] = []
    saved = reports("export", tmp_path / "r.csv", interval=INTERVAL, accept="text/csv", on_progress=told.append)
    assert (saved.media_type, rows((tmp_path / "r.csv").read_bytes())) == ("text/csv", ROWS)
    assert [each.name for each in tmp_path.iterdir()] == ["r.csv"]
    assert list(dict.fromkeys(each.state for each in told)) == ["started", "IN_PROGRESS", "DONE", "receiving"]
    assert (told[-1].received, told[-1].total) == (saved.size, saved.size)


def test_a_report_of_the_last_day_is_used_again(reports: Any, tmp_path: Path) -> None:
    ordered = reports("begin_export", interval=INTERVAL)
    reports("export_from_token", ordered.token(), interval=INTERVAL, then=lambda poller: poller.result())
    again = reports("begin_export", reuse_within=timedelta(days=1), interval=INTERVAL)
    assert again.job_id == ordered.job_id
    saved = reports("retrieve_to", again.job_id, tmp_path / "r", accept="application/xml")
    assert (saved.media_type, (tmp_path / "r").stat().st_size) == ("application/xml", saved.size)


@pytest.mark.parametrize(("failing", "error"), [(1, None), (2, JobFailedError)])
def test_a_report_that_fails_is_ordered_once_more(reports: Any, failing: int, error: Any, server: Running) -> None:
    httpx.post(f"{server.control_url}/fail", params={"next": failing}).raise_for_status()
    if error is None:
        assert reports("export", interval=INTERVAL, accept="text/csv").data
        return
    with pytest.raises(error) as caught:
        reports("export", interval=INTERVAL)
    assert (caught.value.state, caught.value.operation) == ("FAILED", "generateReport")


def test_a_report_nobody_knows_is_gone(reports: Any) -> None:
    token = reports("begin_export").token()
    with pytest.raises(InvalidRequestError):
        reports("export_from_token", token[:-8])
    forged = JobToken(operation="generateReport", id="PF_made-up", attempt=1, due=0.0).encode()
    with pytest.raises(JobGoneError):
        reports("export_from_token", forged, then=lambda poller: poller.result())


def test_time_that_is_too_short_gives_a_token(reports: Any) -> None:
    with pytest.raises(PollingTimeoutError) as caught:
        reports("export", interval=INTERVAL, timeout=INTERVAL / 2)
    assert caught.value.token


POLLS = """
import sys
from channelengine import ChannelEngine
client = ChannelEngine(api_key=sys.argv[1], base_url=sys.argv[2], rate_limits=False, max_retries=5)
poller = client.reports.begin_export(interval=0.13)
while True:
    print(poller.status(), poller.token(), flush=True)
"""
RESUMES = """
import sys
from channelengine import ChannelEngine
with ChannelEngine(api_key=sys.argv[1], base_url=sys.argv[2], rate_limits=False, max_retries=5) as client:
    poller = client.reports.export_from_token(sys.argv[3], interval=0.13)
    saved = poller.result(sys.argv[4], timeout=20, accept="text/csv")
    print(poller.state, poller.job_id, saved.size)
"""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    path = str(ROOT / "generated" / "channelengine" / "src")
    return subprocess.Popen(
        [sys.executable, "-c", program, KEY, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def test_a_process_killed_in_mid_poll_is_carried_on_by_another(tmp_path: Path) -> None:
    clock = Clock()
    with run("channelengine", time_scale=SCALE, clock=clock, keys=(KEY,), pending_seconds=NEVER, rows=ROWS) as server:
        with start(POLLS, server.url) as polling:
            try:
                assert polling.stdout
                seen = [polling.stdout.readline().split() for _ in range(2)]
            finally:
                polling.kill()
        assert ([state for state, _ in seen], polling.returncode) == (["IN_PROGRESS"] * 2, -signal.SIGKILL)
        clock.ahead = NEVER * SCALE
        with start(RESUMES, server.url, seen[-1][1], str(tmp_path / "r.csv")) as resuming:
            out, _ = resuming.communicate(timeout=60)
    state, job_id, size = out.split()
    assert (state, job_id[:3], resuming.returncode) == ("DONE", "PF_", 0)
    assert ((tmp_path / "r.csv").stat().st_size, rows((tmp_path / "r.csv").read_bytes())) == (int(size), ROWS)

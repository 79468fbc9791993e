"""Measure the cost of the generated clients compared with bare httpx and pydantic, in one run on one machine.

The candidates take turns in short rounds, so that other load affects them alike. A figure is the best of its rounds,
because other load only adds time, and a ratio compares two such figures. Programs are measured from start to end by the
processor time they use, without waiting; their figures are medians, and a ratio is the median of the ratios of all
rounds. Nothing fails for being slow. On a busy machine with cold caches the many small files of a client cost more than
elsewhere.

    scripts/bench                           everything, one to two minutes
    scripts/bench calls starts downloads    some of it
"""

import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import bench_programs as programs
import httpx
from channelape import ChannelApe
from channelape.models import Order
from channelengine import AsyncChannelEngine, ChannelEngine
from channelengine.models import ReportStatusResponse
from rich.console import Console
from rich.table import Table

SERVER = Path(__file__).with_name("bench_server.py")
ROUNDS = 200
CALLS = 10  # in a round
STARTS = 20  # of each program
DOWNLOADS = 3  # by each program
MEBIBYTE = 1 << 20
SIZE = 1024  # mebibytes of a download
KEY = {"X-CE-KEY": "secret"}
FREE: Final = False  # the declared limits of the APIs would have the clients wait

Row = tuple[str, str, str, str, str]
"""The comparison, the bare figure, the client's figure, the result, the goal."""

Run = Callable[[], object]
"""One round of a candidate."""


def main() -> None:
    """Measure and print one table."""
    measures = {"calls": calls, "starts": starts, "downloads": downloads}
    table = Table("", "bare", "client", "result", "goal", title="What a client costs", title_justify="left")
    with bytecode(), server() as url:
        for name in sys.argv[1:] or measures:
            for row in measures[name](url):
                table.add_row(*row)
    Console(highlight=False, width=120).print(table)


@contextmanager
def bytecode() -> Iterator[None]:
    """Use compiled modules, as installed packages do; the warm-up fills the folder."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        yield


@contextmanager
def server() -> Iterator[str]:
    """Run a local server in a process of its own and return its URL."""
    program = [sys.executable, str(SERVER)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        port = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.communicate()


def calls(url: str) -> Iterator[Row]:
    """Measure one call on a warm connection: bare with plain JSON, bare with a model, and by a client."""
    status, order = f"{url}/v2/reports/PF_1/status", f"{url}/v1/orders/order-1"
    with (
        httpx.Client() as bare,
        ChannelEngine(api_key="secret", base_url=url, rate_limits=FREE) as engine,
        ChannelApe(api_key="secret", base_url=url, rate_limits=FREE) as ape,
    ):
        yield call_row(
            "one call, 0.2 kB",
            repeated(lambda: json.loads(bare.get(status, headers=KEY).content)),
            repeated(lambda: ReportStatusResponse.model_validate_json(bare.get(status, headers=KEY).content)),
            repeated(lambda: engine.reports.status("PF_1")),
        )
        yield call_row(
            "one call, 2 kB",
            repeated(lambda: json.loads(bare.get(order, headers=KEY).content)),
            repeated(lambda: Order.model_validate_json(bare.get(order, headers=KEY).content)),
            repeated(lambda: ape.orders.get("order-1")),
        )
    yield async_calls(status, url)


def async_calls(status: str, url: str) -> Row:
    """Measure the small call in one task of an event loop."""
    with asyncio.Runner() as runner:
        bare = httpx.AsyncClient()
        engine = AsyncChannelEngine(api_key="secret", base_url=url, rate_limits=FREE)

        async def body() -> bytes:
            return (await bare.get(status, headers=KEY)).content

        async def plain() -> object:
            return json.loads(await body())

        async def typed() -> object:
            return ReportStatusResponse.model_validate_json(await body())

        async def client() -> object:
            return await engine.reports.status("PF_1")

        row = call_row("one call, 0.2 kB, async", *(awaited(each, runner) for each in (plain, typed, client)))
        runner.run(bare.aclose())
        runner.run(engine.aclose())
    return row


def call_row(what: str, plain: Run, typed: Run, client: Run) -> Row:
    """Compare three ways to make one call."""
    plains, typeds, clients = in_turns([plain, typed, client], rounds=ROUNDS)
    figures = [f"{min(each) / CALLS * 1e6:.0f} us" for each in (plains, typeds, clients)]
    result = f"{ratio(clients, plains):.2f} of JSON, {ratio(clients, typeds):.2f} of model"
    return what, f"{figures[0]} JSON, {figures[1]} model", figures[2], result, "1.35"


def starts(url: str) -> Iterator[Row]:
    """Measure importing a client, and a whole program that makes one call."""
    for name, (bare, client) in programs.FIRST_CALLS.items():
        importing = programs.IMPORT.format(package=name.lower(), client=name)
        sources = (programs.NOTHING, importing, bare.format(url=url), client.format(url=url))
        nothing, imported, bares, clients = in_turns(
            [program(each) for each in sources], rounds=STARTS, clock=processor_time
        )
        over = f"{statistics.median(map(float.__sub__, imported, nothing)) * 1e3:+.0f} ms"
        yield f"import of {name}", milli(nothing), milli(imported), over, "+30 ms"
        result = f"{statistics.median(map(float.__truediv__, clients, bares)):.2f} of bare"
        yield f"first call of {name}", milli(bares), milli(clients), result, "1.15"


def downloads(url: str) -> Iterator[Row]:
    """Measure downloading a large report to a file: additional memory, and throughput."""
    bare: list[dict[str, float]] = []
    client: list[dict[str, float]] = []
    with TemporaryDirectory() as folder:
        target = f"{folder}/report"
        for _ in range(DOWNLOADS):
            for source, results in ((programs.BARE_DOWNLOAD, bare), (programs.DOWNLOAD, client)):
                text = source.format(url=url, mebibytes=SIZE, target=target)
                results.append(json.loads(output_of(text)))
                if Path(target).stat().st_size != SIZE * MEBIBYTE:
                    raise OSError("the download is not complete")
                Path(target).unlink()
    over = [max(run["most"] - run["idle"] for run in results) / MEBIBYTE for results in (bare, client)]
    yield f"memory of {SIZE} MiB", f"+{over[0]:.1f} MiB", f"+{over[1]:.1f} MiB", f"+{over[1]:.1f} MiB", "+40 MiB"
    bares, clients = ([run["seconds"] for run in results] for results in (bare, client))
    speeds = [f"{SIZE / min(each):.0f} MiB/s" for each in (bares, clients)]
    yield f"speed of {SIZE} MiB", speeds[0], speeds[1], f"{ratio(bares, clients):.2f} of bare", "0.90"


def repeated(call: Run) -> Run:
    """A round of calls."""

    def run() -> None:
        for _ in range(CALLS):
            call()

    return run


def awaited(call: Callable[[], Awaitable[object]], runner: asyncio.Runner) -> Run:
    """A round of calls, awaited one after another."""

    async def run() -> None:
        for _ in range(CALLS):
            await call()

    return lambda: runner.run(run())


def in_turns(
    contenders: Sequence[Run], *, rounds: int, clock: Callable[[], float] = time.perf_counter
) -> list[list[float]]:
    """Return the seconds of each candidate in each round, after a warm-up round."""
    times: list[list[float]] = [[] for _ in contenders]
    for contender in contenders:
        contender()
    for _ in range(rounds):
        for contender, taken in zip(contenders, times, strict=True):
            begin = clock()
            contender()
            taken.append(clock() - begin)
    return times


def processor_time() -> float:
    """Return the processor seconds of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the ratio of the best rounds."""
    return min(ours) / min(theirs)


def milli(times: Sequence[float]) -> str:
    """Return the median time."""
    return f"{statistics.median(times) * 1e3:.0f} ms"


def program(source: str) -> Run:
    """Return a round that runs a program from start to end."""
    return lambda: output_of(source)


def output_of(source: str) -> str:
    """Return what a program prints. Raises CalledProcessError when it fails."""
    command = [sys.executable, "-c", source]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - ours


if __name__ == "__main__":
    main()

"""The measure of what clients cost: that it measures at all, and the part of the cost that needs no clock."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SMALL = {"ROUNDS": 1, "CALLS": 1, "STARTS": 1, "DOWNLOADS": 1, "SIZE": 1}


def loaded(code: str, package: str) -> set[str]:
    """The modules of a package that a program has loaded in the end."""
    report = f"import sys; print(*[name for name in sys.modules if name.partition('.')[0] == {package!r}])"
    output = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], check=True, capture_output=True, text=True)
    return set(output.stdout.split())


@pytest.mark.parametrize(("package", "client"), [("channelengine", "ChannelEngine"), ("channelape", "ChannelApe")])
def test_importing_a_client_loads_nothing_that_only_a_call_needs(package: str, client: str) -> None:
    names = {"", ".client", "._runtime", "._runtime.baseclient", "._runtime.client"}
    assert loaded(f"from {package} import {client}", package) == {f"{package}{name}" for name in names}


@pytest.mark.parametrize("library", ["httpx", "pydantic", "asyncio", "dataclasses"])
def test_importing_a_client_loads_no_library(library: str) -> None:
    assert loaded("from channelengine import ChannelEngine", library) == set()


def test_a_call_that_succeeds_loads_nothing_about_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    bench = importlib.import_module("bench")
    with bench.server() as url:
        modules = loaded(bench.programs.FIRST_CALL.format(url=url), "channelengine")
    unused = {"failures", "said", "lenient", "hooks", "raw", "sink", "place", "inflate", "filestore", "redisstore"}
    assert modules & {f"channelengine._runtime.{name}" for name in unused} == set()
    assert "channelengine._runtime.outcome" in modules


def test_every_measure_gives_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    bench = importlib.import_module("bench")
    for name, value in SMALL.items():
        monkeypatch.setattr(bench, name, value)
    with bench.server() as url:
        rows = [row[0] for measure in (bench.calls, bench.starts, bench.downloads) for row in measure(url)]
    assert rows == [
        "one call, 0.2 kB",
        "one call, 2 kB",
        "one call, 0.2 kB, async",
        "import of ChannelEngine",
        "import of ChannelApe",
        "start and first call",
        "memory of 1 MiB",
        "speed of 1 MiB",
    ]

"""The measure of what clients cost: that it measures at all, and the part of the cost that needs no clock."""

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SMALL = {"ROUNDS": 1, "CALLS": 1, "STARTS": 1, "DOWNLOADS": 1, "SIZE": 1}


def loaded(code: str, package: str) -> set[str]:
    """The modules of a package that a program has loaded in the end."""
    report = f"import sys; print(*[name for name in sys.modules if (name + '.').startswith({package!r} + '.')])"
    output = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], check=True, capture_output=True, text=True)
    return set(output.stdout.split())


@pytest.mark.parametrize(("package", "client"), [("channelengine", "ChannelEngine"), ("channelape", "ChannelApe")])
def test_importing_a_client_loads_nothing_that_only_a_call_needs(package: str, client: str) -> None:
    names = {"", ".client", "._runtime", "._runtime.client", "._runtime.types"}
    assert loaded(f"from {package} import {client}", package) == {f"{package}{name}" for name in names}


@pytest.mark.parametrize("library", ["httpx", "pydantic", "asyncio", "dataclasses"])
def test_importing_a_client_loads_no_library(library: str) -> None:
    assert loaded("from channelengine import ChannelEngine", library) == set()


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("bench")


def first_call(bench: Any, url: str) -> str:
    """The program that is measured."""
    code: str = bench.programs.FIRST_CALLS["ChannelEngine"][1].format(url=url)
    return code


def test_a_call_that_succeeds_loads_nothing_that_only_others_need(bench: Any) -> None:
    with bench.server() as url:
        modules = loaded(first_call(bench, url), "channelengine")
    unused = {"raw", "batching", "rate_limit.redis"}
    assert modules & {f"channelengine._runtime.{name}" for name in unused} == set()
    assert "channelengine._runtime.response.decode" in modules


def test_importing_a_client_costs_less_than_half_of_importing_pydantic() -> None:
    """Pydantic takes about 70 ms on a quiet machine. Counted are calls, which no other work on the machine changes."""

    def calls(code: str) -> int:
        counted = f"import sys; seen = []; sys.setprofile(lambda *_: seen.append(1)); {code}; sys.setprofile(None)"
        command = [sys.executable, "-c", f"{counted}; print(len(seen))"]
        return int(subprocess.run(command, check=True, capture_output=True).stdout)

    assert calls("from channelape import ChannelApe") < calls("import pydantic; pydantic.BaseModel") / 2


def test_the_models_of_other_resources_are_not_loaded_by_a_first_call(bench: Any) -> None:
    with bench.server() as url:
        modules = loaded(bench.programs.FIRST_CALLS["ChannelApe"][1].format(url=url), "channelape.models")
    assert {name for name in modules if "models" in name} == {
        *("channelape.models", "channelape.models._orders", "channelape.models._shared"),
    }


def test_every_measure_gives_its_rows(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SMALL.items():
        monkeypatch.setattr(bench, name, value)
    with bench.server() as url:
        rows = [row[0] for measure in (bench.calls, bench.starts, bench.downloads) for row in measure(url)]
    assert rows == [
        "one call, 0.2 kB",
        "one call, 2 kB",
        "one call, 0.2 kB, async",
        "import of ChannelEngine",
        "first call of ChannelEngine",
        "import of ChannelApe",
        "first call of ChannelApe",
        "memory of 1 MiB",
        "speed of 1 MiB",
    ]

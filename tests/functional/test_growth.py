"""Work grows with the document, not with its square: counted in calls, which no other work on the machine changes."""

import importlib
import json
import sys
from pathlib import Path

import pytest

from channelsmith.codegen import models
from channelsmith.config import config_for_document
from channelsmith.pipeline import generate_package

SCRIPTS = Path(__file__).parents[2] / "scripts"


def calls(folder: Path, operations: int) -> int:
    """How many functions are called to generate a package of so many operations."""
    spec = folder / f"{operations}.json"
    spec.write_text(json.dumps(importlib.import_module("bench_synthetic").synthetic(operations)))
    counted = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        counted[0] += event.endswith("call")

    sys.setprofile(count)
    try:
        generate_package(config_for_document(spec, folder / str(operations), "shop"))
    finally:
        sys.setprofile(None)
    return counted[0]


def test_twice_the_operations_are_twice_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    monkeypatch.setattr(models, "generate_module", lambda _: "")  # datamodel-code-generator's own work is not counted
    calls(tmp_path, 20)  # what is done once
    some, more, most = (calls(tmp_path, operations) for operations in (100, 200, 400))
    assert (most - more) / (more - some) < 2.1

"""The program that `./scripts/demo` ends with runs to its end, with a minute of 60 milliseconds."""

import runpy
from pathlib import Path

import pytest

DEMO = Path(__file__).parents[1] / "scripts" / "demo.py"


def test_the_workflow_of_the_vendor_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(DEMO))["main"]
    main.__globals__.update(TIME_SCALE=0.001, MINUTE=0.06)
    main()
    printed = capsys.readouterr().out
    assert "fetched too early       retrieveReport: the body is empty" in printed
    assert "300 products and offers" in printed
    assert "in the list             True" in printed

"""`channelsmith conform`: output, exit codes, unusable input."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from channelsmith.config import load_configs
from channelsmith.conform import cases
from channelsmith.conform import run as conform_run
from channelsmith.conform.faults import FAULTS
from channelsmith.sandbox import run as sandbox
from conform.workshop import HERE, Run, write_project

ONE = ("--only", "getTool/404/*")
UNREACHABLE = "http://127.0.0.1:9"


@pytest.fixture
def broken(workshop: Path, tmp_path: Path) -> Path:
    """A project whose package raises every status as a plain StatusError."""
    write_project(tmp_path, output="broken")
    shutil.copytree(workshop / "made", tmp_path / "broken")
    file = tmp_path / "broken" / "src" / "workshop" / "_runtime" / "errors.py"
    file.write_text(file.read_text("utf-8").replace("_BY_STATUS.get(status) or ", ""), "utf-8")
    return tmp_path


def test_the_matrix_has_a_row_for_each_operation_and_two_marks_in_each_field(run: Run) -> None:
    result = run("workshop", "--only", "deleteTool", "--only", "getStatus/4*")
    assert result.exit_code == 0
    assert "| getStatus | · | ✓✓ | · |" in result.stdout
    assert re.search(r"\| deleteTool \| (✓✓ \| ){2,}", result.stdout)
    assert "## Not conforming" not in result.stdout


def test_a_cell_that_does_not_conform_is_named_with_the_reason_and_the_exit_code_is_1(run: Run, broken: Path) -> None:
    result = run("workshop", *ONE, folder=broken)
    line = "* `getTool/404/several/sync`: it raised StatusError: getTool: 404 Not Found: No such tool; Try again"
    assert (result.exit_code, line in result.stdout) == (1, True)
    assert "| getTool | ✗✗ |" in result.stdout
    assert "getTool/404/several/async: it raised StatusError" in result.stderr


def test_json_has_every_cell_with_its_verdict(run: Run, broken: Path) -> None:
    result = run("workshop", *ONE, "--format", "json", folder=broken)
    report = json.loads(result.stdout)
    assert (report["version"], report["api"], report["client"], report["server"]) == (
        2,
        "Workshop",
        "Workshop",
        "the sandbox",
    )
    assert report["totals"] == {"operations": 1, "cells": 2, "conform": 0, "fail": 2, "not_executable": 0}
    assert report["conforms"] is False
    first = report["cells"][0]
    assert {key: value for key, value in first.items() if key != "problems"} == {
        "id": "getTool/404/several/sync",
        "operation": "getTool",
        "method": "tools.get_tool",
        "group": "answers",
        "column": "404",
        "variant": "several",
        "flavour": "sync",
        "verdict": "fails",
        "reason": "",
    }
    assert len(first["problems"]) == 1


def test_junit_has_a_case_for_each_cell_and_counts_that_agree(run: Run, broken: Path) -> None:
    result = run("workshop", "--only", "getTool/4*", "--only", "getTool/503/*", "--format", "junit", folder=broken)
    root = ET.fromstring(result.stdout)  # noqa: S314 -- our own
    cases = list(root.iter("testcase"))
    failed = [each.get("name") for each in cases if each.find("failure") is not None]
    assert root.tag == "testsuites"
    assert (int(root.get("tests") or 0), int(root.get("failures") or 0)) == (len(cases), len(failed))
    assert {"404/several/sync", "404/several/async"} <= set(failed)
    assert {each.get("classname") for each in cases} == {"getTool"}
    for suite in root.iter("testsuite"):
        assert int(suite.get("tests") or 0) == len(list(suite.iter("testcase")))


def test_results_go_to_a_file_and_the_summary_to_stderr(run: Run, tmp_path: Path) -> None:
    result = run("workshop", *ONE, "--output", str(tmp_path / "matrix.md"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "matrix.md").read_text("utf-8").startswith("# Conformance of Workshop\n")
    assert result.stderr == "Workshop: 1 operations, 2 cells: 2 conform, 0 do not, 0 not executable\n"


def test_the_list_shows_how_to_bring_about_each_cell_and_executes_none(run: Run) -> None:
    result = run("workshop", "--list", "--only", "lendTool/lost/sync", "--base-url", UNREACHABLE)
    (cell,) = json.loads(result.stdout)["cells"]
    assert cell["request"] == {"method": "POST", "path": "/tools/{toolId}/loans"}
    assert cell["attempts"] == [
        {"X-Sandbox-Fault": "lost"},
        {"Prefer": "code=202, example=ok"},
    ]
    assert cell["expected"] == {"requests": 2, "error": None, "drift": "none"}


def test_a_timeout_that_is_too_short_for_a_busy_machine_is_not_a_failure(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = next(each for each in FAULTS if each.name == "slow")
    monkeypatch.setattr(cases, "FAULTS", (replace(slow, timeout=1e-6),))
    monkeypatch.setattr(conform_run, "_SETTLING", 0.1)
    monkeypatch.setattr(conform_run, "_LONG_TIMEOUT", 1.0)
    result = run("workshop", "--only", "getTool/slow/*")
    assert (result.exit_code, "2 conform" in result.stderr) == (0, True), result.stderr


def test_spec_takes_any_document(run: Run, tmp_path: Path) -> None:
    result = run("--spec", str(HERE / "workshop.yaml"), *ONE, folder=tmp_path)
    assert (result.exit_code, list(tmp_path.iterdir())) == (0, [])


HOSTILE = """
openapi: 3.1.0
info: {title: "a \\e[31m|title", version: "1"}
paths:
  /x:
    get:
      operationId: "get|`x`<b>\\e[2J"
      responses: {"200": {description: "", content: {application/json: {schema: {}}}}}
"""


def test_text_of_a_document_cannot_control_the_terminal_or_break_a_table_or_xml(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hostile.yaml").write_text(HOSTILE, "utf-8")
    printed = {
        form: run("--spec", "hostile.yaml", "--only", "drift", "--only", "200", "--format", form, folder=tmp_path)
        for form in ("markdown", "json", "junit")
    }
    assert [each.exit_code for each in printed.values()] == [0, 0, 0], printed["markdown"].output
    assert ["\x1b" in each.stdout for each in printed.values()] == [False, False, False]
    assert r"| get\|'x'&lt;b>\x1b[2J | ✓✓ |" in printed["markdown"].stdout
    root = ET.fromstring(printed["junit"].stdout)  # noqa: S314 -- our own
    assert len(list(root.iter("testcase"))) == 4
    assert json.loads(printed["json"].stdout)["totals"]["not_executable"] == 2


def test_base_url_selects_the_server(run: Run, workshop: Path) -> None:
    (job,) = load_configs(root=workshop)
    with sandbox(job.spec, time_scale=1e-6) as server:
        result = run("workshop", "--only", "getTool", "--base-url", server.url)
    assert (result.exit_code, f"against {server.url}." in result.stdout) == (0, True), result.output


def test_every_call_is_reported_as_progress(workshop: Path) -> None:
    (job,) = load_configs(root=workshop)
    calls: list[tuple[int, int]] = []
    conform_run.conform(job, only=["getTool/404/*"], on_progress=lambda *numbers: calls.append(numbers))
    assert sorted(calls) == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("workshop", "--base-url", UNREACHABLE), f"error: --base-url: no server answers at {UNREACHABLE} [conform]"),
        (("workshop", "--base-url", "ftp://here"), "error: --base-url: this is not an http or https URL"),
        (("workshop", "--only", "nothing"), "error: --only: no cell is selected [conform]"),
        (("nowhere",), "error: no API 'nowhere' is configured"),
        (("--spec", "nowhere.yaml"), "nowhere.yaml"),
        ((), "name an API, or a document with --spec"),
        (("workshop", "--format", "pdf"), "'pdf' is not one of"),
        (("workshop", *ONE, "--output", "no/such/folder/x.md"), "error: it cannot be written: No such file"),
    ],
)
def test_unusable_input_is_reported_and_exits_with_2(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    plain = " ".join(result.output.replace("│", " ").split())
    assert (result.exit_code, message in plain, "Traceback" in plain) == (2, True, False), result.output


def test_a_missing_or_broken_package_is_reported(run: Run, tmp_path: Path) -> None:
    write_project(tmp_path)
    missing = run("workshop", folder=tmp_path)
    assert (missing.exit_code, "there is no package here" in missing.output) == (2, True)
    package = tmp_path / "made" / "src" / "workshop"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise OSError('on purpose')", "utf-8")
    broken = run("workshop", folder=tmp_path)
    assert (broken.exit_code, "cannot be imported" in broken.output) == (2, True)

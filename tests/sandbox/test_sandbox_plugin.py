"""The fixture for users' own tests, and the command's options."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from channelsmith.cli.app import app, main
from channelsmith.sandbox.faults import load_scenario
from support.sandboxes import operations_of
from support.shop import written

ROOT = Path(__file__).parents[2]
TEST = """
import httpx

def test_two_servers_of_one_document(channelsmith_sandbox):
    good = channelsmith_sandbox("openapi.yaml", keys=("k",))
    bad = channelsmith_sandbox("openapi.yaml", keys=("k",), fault={"503": 1.0})
    seen.append(good.url)
    headers = {"authorization": "Bearer k"}
    assert httpx.get(f"{good.url}/orders", headers=headers).status_code == 200
    assert httpx.get(f"{bad.url}/orders", headers=headers).status_code == 503

seen = []

def test_the_servers_are_gone_afterwards():
    try:
        httpx.get(seen[0])
    except httpx.ConnectError:
        return
    raise AssertionError("still there")
"""
PYTEST = [
    *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
    *("-p", "no:schemathesis", "-p", "no:hypothesispytest", "-p", "no:faker"),  # slow to load
]
LOADED = """
import sys
import channelsmith.sandbox.pytest_plugin
heavy = {"starlette", "uvicorn", "jsonschema_rs", "yaml", "httpx", "pydantic", "channelsmith.sandbox.app"}
print(sorted(heavy & set(sys.modules)))
"""


def test_a_test_of_a_user_starts_servers_by_a_fixture(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "test_mine.py").write_text(TEST, encoding="utf-8")
    done = subprocess.run(
        [*PYTEST, "test_mine.py"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, "2 passed" in done.stdout) == (0, True), done.stdout + done.stderr


def block(language: str, page: str = "docs/how-to/testing.md") -> str:
    """The one block of a page in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    return str(found)


def test_the_test_on_the_page_runs_outside_this_repository(tmp_path: Path) -> None:
    assert block("py") == block("py", "README.md")
    (tmp_path / "test_page.py").write_text(block("py"), encoding="utf-8")
    command = [*PYTEST, "-c", "/dev/null", "test_page.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, "1 passed" in done.stdout) == (0, True), done.stdout + done.stderr


def test_the_scenario_on_the_page_can_be_used_as_printed(tmp_path: Path) -> None:
    (tmp_path / "faults.yaml").write_text(block("yaml"), encoding="utf-8")
    spec = ROOT / "specs" / "channelape" / "openapi.yaml"
    plan = load_scenario(tmp_path / "faults.yaml", operations_of(spec))
    assert [rule.fault.name for rule in plan.rules] == ["503=1", "lost"]


def test_the_plugin_loads_nothing_of_the_sandbox() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_the_plugin_is_named_for_pytest_to_find() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    entry = r'\[project\.entry-points\.pytest11\]\nchannelsmith = "channelsmith\.sandbox\.pytest_plugin"'
    assert re.search(entry, text)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--fault", "5xx"], "error: the fault '5xx' has no rate\n    hint: write FAULT=RATE"),
        (["--fault", "5xy=0.1"], "error: there is no fault '5xy'\n    hint: did you mean '5xx'?"),
        (["--fault", "5xx=2"], "error: invalid rate '2' for fault 5xx\n    hint: a rate is a number from 0 to 1"),
        (["--fault", "5xx=0.9", "--fault", "reset=0.9"], "are more than 1 together\n    hint: "),
        (["--scenario", "scenario.yaml"], "scenario.yaml:2:6: error: there is no operation 'x' [scenario]"),
        (["--scenario", "nowhere.yaml"], "nowhere.yaml:1:1: error: file not found [file]"),
        (["--log", "nowhere/log"], "error: log: cannot write nowhere/log: no such file or directory\n    hint: "),
        (["--log-format", "xml"], "'xml' is not one of 'text',"),
    ],
)
def test_an_option_that_makes_no_sense_is_a_message_with_a_hint(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    complaint: str,
) -> None:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["channelsmith", "sandbox", "openapi.yaml", "--port", "0", *options])
    (tmp_path / "scenario.yaml").write_text("faults:\n  - {operation: x, fault: 503}", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.usefixtures("shown_on_purpose")
@pytest.mark.parametrize("form", ["json", "none"])
def test_requests_are_printed_in_the_form_asked_for(tmp_path: Path, form: str) -> None:
    written(tmp_path)
    command = [sys.executable, "-m", "channelsmith", "sandbox", "openapi.yaml", "--port", "0", "--log-format", form]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        address = re.findall(r"listening on (http://[^ \"]+)", process.stderr.readline())[0]
        httpx.get(f"{address}/orders?key=sandbox-key", headers={"x-sandbox-fault": "503"})
        process.send_signal(signal.SIGINT)
        lines = process.stderr.readlines()
    said = [json.loads(line) for line in lines if "status" in line]
    seen = [(one["operation"], one["status"], one["fault"], one["query"]) for one in said]
    assert seen == ([("listOrders", 503, "503", "key=***")] if form == "json" else [])
    assert (process.returncode, any("/orders" in line for line in lines)) == (0, form == "json")


def test_the_help_tells_of_every_kind_of_fault() -> None:
    shown = CliRunner().invoke(app, ["sandbox", "--help"], terminal_width=200)
    kinds = (
        "5xx",
        "slow",
        "reset",
        "lost",
        "applied",
        "truncate",
        "html",
        "empty",
        "garbage",
        "wrong-envelope",
        "redirect",
    )
    assert [kind for kind in kinds if kind not in shown.output] == []

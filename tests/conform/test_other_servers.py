"""Servers that are not the sandbox: the relay brings faults about, and what they will not answer is listed by name."""

import json
from pathlib import Path

import pytest

from channelsmith.config import load_configs
from channelsmith.conform import run as conform_run
from channelsmith.sandbox import run as sandbox
from conform.workshop import Run

KEYS = (conform_run.SECRET,)


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox passes for another server: its own endpoints are not found."""

    def nothing(_url: str) -> dict[str, object]:
        return {}

    monkeypatch.setattr(conform_run, "_get_json", nothing)


@pytest.mark.usefixtures("strange")
def test_every_cell_is_executed_where_a_server_knows_prefer(run: Run, workshop: Path) -> None:
    (job,) = load_configs(root=workshop)
    with sandbox(job.spec, keys=KEYS) as server:
        result = run("workshop", "--base-url", server.url, "--format", "json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["totals"]["fail"]) == (0, 0), result.stderr
    assert {each["id"].partition("/")[2] for each in report["cells"] if each["verdict"] == "not executable"} <= {
        "documented/sync",
        "documented/async",
    }


@pytest.mark.usefixtures("strange")
def test_an_answer_that_a_server_will_not_give_is_an_exception_with_its_reason(run: Run, workshop: Path) -> None:
    (job,) = load_configs(root=workshop)
    with sandbox(job.spec) as server:  # does not take the made-up secret, and so
        result = run("workshop", "--base-url", server.url, "--only", "getStatus/documented/*", "--format", "json")
    report = json.loads(result.stdout)
    assert (result.exit_code, [each["verdict"] for each in report["cells"]]) == (0, ["not executable"] * 2)
    assert {each["reason"].partition(":")[0] for each in report["cells"]} == {"the server answered 401"}


@pytest.mark.usefixtures("strange")
def test_secrets_come_from_the_environment_variables_of_the_client(
    run: Run, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = load_configs(root=workshop)
    monkeypatch.setenv("WORKSHOP_API_KEY", "from-the-environment")
    with sandbox(job.spec, keys=("from-the-environment",)) as server:
        result = run("workshop", "--base-url", server.url, "--only", "getStatus/documented/*")
    assert (result.exit_code, "2 conform" in result.stderr) == (0, True)
    assert "from-the-environment" not in result.output

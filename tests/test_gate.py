"""The hooks for pre-commit and the action for GitHub, as they run in the repository of a user."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /orders: {get: {operationId: listOrders, tags: [orders], responses: {'204': {description: None left.}}}}
"""
PROJECT = "[tool.channelsmith.apis.shop]\nspec = 'specs/openapi.yaml'\noutput = 'client'\n"
PROGRAMS = Path(sys.executable).parent


def run(repository: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a document, its configuration and its client."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "specs").mkdir()
    (folder / "specs" / "openapi.yaml").write_text(SPEC, "utf-8")
    (folder / "specs" / "notes.yaml").write_text("no: document\n", "utf-8")
    (folder / "pyproject.toml").write_text(PROJECT, "utf-8")
    assert run(folder, "git", "init", "--quiet").returncode == 0
    assert run_hook(folder, "channelsmith-generate").returncode == 0
    return folder


@pytest.fixture
def repository(generated: Path) -> Path:
    """The repository in its first state."""
    (generated / "specs" / "openapi.yaml").write_text(SPEC, "utf-8")
    return generated


# ---------------------------------------------------------------- pre-commit
def run_hook(repository: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook on all files, as `pre-commit run --all-files` does in the environment that it has made."""
    hook = HOOKS[name]
    listed = run(repository, "git", "ls-files", "--cached", "--others", "--exclude-standard").stdout.splitlines()
    files = [
        file
        for file in listed
        if re.search(hook.get("files", ""), file) and not re.search(hook.get("exclude", "^$"), file)
    ]
    assert files or hook.get("always_run")
    passed = files if hook.get("pass_filenames", True) else []
    return run(repository, *shlex.split(hook["entry"]), *arguments, *passed)


def test_every_hook_has_what_pre_commit_needs() -> None:
    keys = {"id", "name", "description", "entry", "language", "files", "exclude", "always_run", "pass_filenames"}
    for hook in HOOKS.values():
        assert keys >= hook.keys() >= {"id", "name", "entry", "language"}
        assert hook["language"] == "python"  # installs this repository, whose project has the program
        assert shlex.split(hook["entry"])[0] == "channelsmith"


def test_documents_are_linted_before_a_commit(repository: Path) -> None:
    passed = run_hook(repository, "channelsmith-lint", "--strict")
    assert (passed.returncode, passed.stdout) == (0, "")
    (repository / "specs" / "openapi.yaml").write_text(SPEC.replace("get:", "gte:"), "utf-8")
    failed = run_hook(repository, "channelsmith-lint")
    assert failed.returncode == 1
    assert "client/src/shop/openapi.json" not in failed.stdout
    assert "specs/openapi.yaml:4:13: error: '/orders' cannot have 'gte' [validity]" in failed.stdout


def test_clients_are_checked_before_a_commit(repository: Path) -> None:
    passed = run_hook(repository, "channelsmith-check")
    assert (passed.returncode, passed.stdout, passed.stderr) == (0, "", "")
    (repository / "specs" / "openapi.yaml").write_text(SPEC.replace("None left", "Nothing left"), "utf-8")
    failed = run_hook(repository, "channelsmith-check")
    assert failed.returncode == 1
    assert "Nothing left" in failed.stdout


# ---------------------------------------------------------------- GitHub
posix = pytest.mark.skipif(os.name == "nt", reason="the program in place of Python is a script of a POSIX shell")
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


def run_action(
    repository: Path, temporary: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], list[list[str]]]:
    """Run the steps of the action as a runner does; return the last one, and the calls of the Python that installs.

    Python itself is a program that makes an environment with this one's `channelsmith`, so that nothing is installed.
    """
    declared: dict[str, dict[str, str]] = ACTION["inputs"]
    assert inputs.keys() <= declared.keys()
    python, calls = temporary / "python", temporary / "calls"
    python.write_text(
        f"#!/bin/sh\nprintf '%s\\n' \"$*\" >>'{calls}'\n"
        f'[ "$2" = venv ] && mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && ln -s {PROGRAMS}/channelsmith "$3/bin"\n'
        "exit 0\n"
    )
    python.chmod(0o755)
    values = {
        "github.action_path": str(ROOT),
        "steps.python.outputs.python-path": str(python),
        **{f"inputs.{name}": inputs.get(name, each["default"]) for name, each in declared.items()},
    }

    def evaluate(text: str) -> str:
        return _EXPRESSION.sub(lambda match: values[match[1]], text)

    path = temporary / "path"
    path.touch()
    runner = {"RUNNER_TEMP": str(temporary), "GITHUB_PATH": str(path)}
    done = None
    for step in ACTION["runs"]["steps"]:
        if "run" not in step:
            assert step["uses"].startswith("actions/setup-python@")
            continue
        assert "${{" not in step["run"]  # inputs reach the script as variables, never as its text
        folder = repository / evaluate(step.get("working-directory", "."))
        added = os.pathsep.join(path.read_text().split())
        variables = {name: evaluate(value) for name, value in step["env"].items()}
        shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"])
        search = f"{added}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            shell,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **runner, **variables, "PATH": search},
        )
        if done.returncode:
            break
    assert done is not None
    return done, [line.split() for line in calls.read_text().splitlines()]


@posix
def test_the_action_annotates_stale_files(repository: Path, tmp_path: Path) -> None:
    (repository / "specs" / "openapi.yaml").write_text(SPEC.replace("None left", "Nothing left"), "utf-8")
    failed, calls = run_action(repository, tmp_path)
    assert failed.returncode == 1
    assert [call[1] for call in calls] == ["venv", "pip"]
    assert calls[1][-1] == str(ROOT)  # the version that the action is part of
    lines = failed.stdout.splitlines()
    assert lines
    assert all(re.match(r"::(error|warning) title=\w+,file=client/[^:]+,line=1,col=1::", line) for line in lines)


@posix
def test_the_action_writes_results_to_a_file(repository: Path, tmp_path: Path) -> None:
    (repository / "specs" / "openapi.yaml").write_text(SPEC.replace("get:", "gte:"), "utf-8")
    output = tmp_path / "results.sarif"
    inputs = {"working-directory": "specs", "output": str(output)}
    failed, _ = run_action(
        repository, tmp_path, command="lint", arguments="openapi.yaml\n--strict", format="sarif", **inputs
    )
    assert (failed.returncode, failed.stdout) == (1, "")
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(output.read_text("utf-8"))["runs"][0]["results"]
    }
    assert uris == {"openapi.yaml"}


@posix
def test_the_action_runs_no_other_command(repository: Path, tmp_path: Path) -> None:
    refused, _ = run_action(repository, tmp_path, command="generate; touch owned")
    assert (refused.returncode, "not lint, check or diff" in refused.stdout) == (2, True)
    hostile, _ = run_action(repository, tmp_path, command="lint", arguments="$(touch${IFS}owned) `touch owned` *")
    assert hostile.returncode == 2
    assert not list(repository.rglob("owned*"))

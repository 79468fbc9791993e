"""What is generated is strictly typed, for both checkers, whatever the document asks for."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.packages import Package

ZOO = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize("name", ["todo", "zoo"])
def test_mypy_strict_finds_nothing(build: Callable[[Path], Package], name: str, tmp_path: Path) -> None:
    package = build(ZOO / name / "openapi.yaml")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run([*command, str(package.folder / "src")], capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.mark.parametrize("name", ["todo", "zoo"])
def test_pyright_strict_finds_nothing(build: Callable[[Path], Package], name: str) -> None:
    package = build(ZOO / name / "openapi.yaml")
    settings = {"typeCheckingMode": "strict", "include": ["src"], "pythonVersion": "3.11"}
    (package.folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--outputjson",
        "--pythonpath",
        sys.executable,
        "--project",
        str(package.folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert said["generalDiagnostics"] == []
    assert said["summary"]["filesAnalyzed"] > 30  # it did look


def test_arguments_are_checked_at_the_call(build: Callable[[Path], Package], tmp_path: Path) -> None:
    package = build(ZOO / "todo" / "openapi.yaml")
    (tmp_path / "user.py").write_text(
        f"from {package.name} import {package.load('client').__all__[1]} as Client\n"
        "client = Client(token='t')\n"
        "task = client.tasks.create(title='a', costs='1.50')\n"
        "reveal_type(task.due_at)\n"
        "client.tasks.create(titel='a')\n"
        "client.tasks.delete(7)\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(
        [*command, str(tmp_path / "user.py")],
        capture_output=True,
        text=True,
        check=False,
        cwd=package.folder / "src",
    )
    said = [line.split(": ", 1)[1] for line in done.stdout.splitlines() if "user.py" in line]
    told = [line for line in said if line.startswith("error:") or "Revealed" in line]
    assert 'Revealed type is "datetime.datetime | None"' in told[0]
    assert [line.split('"')[1] for line in told[1:]] == ["titel", "delete"]

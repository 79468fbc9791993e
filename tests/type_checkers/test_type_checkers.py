"""Both type checkers, strict, on generated packages and on programs that use them.

Each checker runs once, over all packages and programs, since it takes seconds to read what the packages import. The
package `runtime` has all modules of the runtime, whichever are copied into others. A line of a program that has to be
refused says so, with the code of the error of mypy: `# refused: arg-type`.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import pytest

from channelsmith.config import config_for_document
from channelsmith.pipeline import generate_package

TESTS = Path(__file__).parents[1]
RUNTIME = TESTS.parent / "templates" / "runtime"
PROGRAMS = Path(__file__).parent / "programs"
DOCUMENTS = {
    "todo": TESTS / "golden" / "todo" / "openapi.yaml",
    "zoo": TESTS / "golden" / "zoo" / "openapi.yaml",
    "kinds": Path(__file__).with_name("kinds.yaml"),
    "inheritance": Path(__file__).with_name("inheritance.yaml"),
}
PACKAGES = (*DOCUMENTS, "runtime")
SOURCES = [f"{name}/src" for name in PACKAGES]


@dataclass(frozen=True)
class Finding:
    """An error that a type checker reports."""

    file: str
    line: int
    code: str
    message: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and a copy of the programs."""
    folder = tmp_path_factory.mktemp("types")
    for name, document in DOCUMENTS.items():
        config = config_for_document(document, folder / name, name)
        generate_package(config)[0].write(config.output)
    without_bytecode = shutil.ignore_patterns("__pycache__")
    whole = folder / "runtime" / "src" / "runtime"
    shutil.copytree(RUNTIME, whole / "_runtime", ignore=without_bytecode)
    (whole / "__init__.py").touch()
    (whole / "error_codes.py").write_text(
        "from ._runtime.error_codes import Code as ErrorCode\n\n__all__ = ['ErrorCode']\n"
    )
    shutil.copytree(PROGRAMS, folder / "programs", ignore=without_bytecode)
    return folder


@pytest.fixture(scope="module")
def mypy(folder: Path) -> list[Finding]:
    (folder / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {':'.join(SOURCES)}\n")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--output", "json", *SOURCES, "programs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.stderr == ""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        Finding(each["file"], each["line"], each["code"], each["message"])
        for each in found
        if each["severity"] == "error"
    ]


@pytest.fixture(scope="module")
def pyright(folder: Path) -> list[Finding]:
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": SOURCES}
    copies = [f"{name}/src/{name}/_runtime" for name in DOCUMENTS]
    settings |= {"include": [*SOURCES, "programs"], "exclude": copies}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    report = json.loads(done.stdout)
    left_out = sum(len([*(folder / copy).rglob("*.py")]) for copy in copies)
    assert report["summary"]["filesAnalyzed"] == len([*folder.rglob("*.py")]) - left_out
    return [
        Finding(
            str(Path(each["file"]).relative_to(folder)),
            each["range"]["start"]["line"] + 1,
            each.get("rule", ""),
            each["message"],
        )
        for each in report["generalDiagnostics"]
        if each["severity"] == "error"
    ]


@pytest.fixture(params=["mypy", "pyright"])
def findings(request: pytest.FixtureRequest) -> list[Finding]:
    found: list[Finding] = request.getfixturevalue(request.param)
    return found


def refused(program: Path) -> AbstractSet[tuple[int, str]]:
    """The lines of a program that have to be refused, with the code of mypy."""
    lines = enumerate(program.read_text("utf-8").splitlines(), start=1)
    marks = ((number, re.search(r"# refused: (\S+)$", line)) for number, line in lines)
    return {(number, mark[1]) for number, mark in marks if mark}


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_is_found_in_a_package(findings: list[Finding], name: str) -> None:
    assert [each for each in findings if each.file.startswith(f"{name}/")] == []


@pytest.mark.parametrize("program", sorted(PROGRAMS.glob("*.py")), ids=lambda program: str(program.stem))
def test_mypy_refuses_the_lines_that_are_marked(mypy: list[Finding], program: Path) -> None:
    found = [each for each in mypy if each.file == f"programs/{program.name}"]
    assert {(each.line, each.code) for each in found} == refused(program), found


@pytest.mark.parametrize("program", sorted(PROGRAMS.glob("*.py")), ids=lambda program: str(program.stem))
def test_pyright_refuses_the_lines_that_are_marked(pyright: list[Finding], program: Path) -> None:
    found = [each for each in pyright if each.file == f"programs/{program.name}"]
    assert {each.line for each in found} == {line for line, _ in refused(program)}, found

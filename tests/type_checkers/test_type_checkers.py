"""Both type checkers, strict, on generated packages and on programs that use them.

Each checker runs once, over all packages and programs, since it takes seconds to read what the packages import. A line
of a program that has to be refused says so, with the code of the error of mypy: `# refused: arg-type`.
"""

import json
import re
import subprocess
import sys
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import pytest

from channelsmith.config import config_for_document
from channelsmith.pipeline import generate_package

TESTS = Path(__file__).parents[1]
PROGRAMS = Path(__file__).parent / "programs"
DOCUMENTS = {
    "todo": TESTS / "golden" / "todo" / "openapi.yaml",
    "zoo": TESTS / "golden" / "zoo" / "openapi.yaml",
    "kinds": Path(__file__).with_name("kinds.yaml"),
    "inheritance": Path(__file__).with_name("inheritance.yaml"),
}


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
    (folder / "programs").mkdir()
    for program in PROGRAMS.glob("*.py"):
        (folder / "programs" / program.name).write_text(program.read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def mypy(folder: Path) -> list[Finding]:
    sources = [f"{name}/src" for name in DOCUMENTS]
    (folder / "mypy.ini").write_text(f"[mypy]\nstrict = true\nmypy_path = {':'.join(sources)}\n")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--output", "json", *sources, "programs"]
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
    sources = [f"{name}/src" for name in DOCUMENTS]
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": sources}
    (folder / "pyrightconfig.json").write_text(json.dumps({**settings, "include": [*sources, "programs"]}))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] == len([*folder.rglob("*.py")])
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


@pytest.mark.parametrize("name", DOCUMENTS)
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


def test_every_module_of_the_runtime_is_checked(folder: Path) -> None:
    """Those that no document here needs are in the packages that `scripts/lint` checks."""
    root = TESTS.parent
    copies = [*folder.glob("*/src/*/_runtime"), *(root / "generated").glob("*/src/*/_runtime")]
    checked = {path.relative_to(copy) for copy in copies for path in copy.rglob("*.py")}
    assert checked == {path.relative_to(root / "templates/runtime") for path in root.glob("templates/runtime/**/*.py")}

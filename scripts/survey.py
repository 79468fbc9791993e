"""Whether the documents of a folder become whole packages: each is generated, imported and called, and counted.

    scripts/survey FOLDER            every .json, .yaml and .yml file in it
    scripts/survey FOLDER --types    mypy and pyright too, both strict

A document is complete when every operation it describes can be called and every module of the package can be imported.
The exit code is 1 where one is not. Nothing is left behind.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from channelsmith.diagnostics import UnusableInput
from channelsmith.document.load import load_document
from channelsmith.lint.rules import LintContext
from channelsmith.transform.bundle import bundle_document

LIMIT = 600  # seconds for each step
PACKAGE = "surveyed"


@dataclass(frozen=True)
class Row:
    """What became of one document."""

    name: str
    wanted: int
    kept: int
    seconds: float
    problem: str
    mypy: int = 0
    pyright: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether nothing was lost and everything works."""
        return not self.problem and self.kept == self.wanted


def wanted(spec: Path) -> Counter[str]:
    """The operations a document describes, as requests; a fragment in a path is never sent."""
    try:
        found = LintContext(bundle_document(load_document(spec))).operations()
        return Counter(f"{method.upper()} /{path.removeprefix('/').partition('#')[0]}" for path, _, method, _ in found)
    except UnusableInput:
        return Counter()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A program's end, its output kept."""
    command = (sys.executable, *command)
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)  # noqa: S603 -- our own


def surveyed(spec: Path, folder: Path, *, types: bool) -> Row:
    """One document's row."""
    expected, started = wanted(spec), time.monotonic()
    arguments = ["--spec", str(spec), "--output", str(folder), "--package", PACKAGE]
    try:
        made = run("-m", "channelsmith", "generate", *arguments)
        seconds = time.monotonic() - started
        if made.returncode:
            lines = [line for line in made.stderr.splitlines() if "error:" in line] or made.stderr.splitlines()[-1:]
            return Row(spec.name, expected.total(), 0, seconds, "; ".join(lines[:1]))
        looked = run(str(Path(__file__).with_name("survey_package.py")), str(folder / "src"), PACKAGE)
    except subprocess.TimeoutExpired:
        return Row(spec.name, expected.total(), 0, time.monotonic() - started, f"took more than {LIMIT} s")
    if looked.returncode:
        return Row(spec.name, expected.total(), 0, seconds, looked.stderr.strip().rpartition("\n")[2])
    found: dict[str, Any] = json.loads(looked.stdout.splitlines()[-1])
    kept = expected.total() - (expected - Counter(found["operations"])).total()
    problem = next(iter(found["problems"]), "")
    counts = (_mypy(folder), _pyright(folder)) if types else (0, 0)
    return Row(spec.name, expected.total(), kept, seconds, problem, *counts)


def _mypy(folder: Path) -> int:
    told = run("-m", "mypy", "--strict", "--no-error-summary", "--config-file", "", str(folder / "src")).stdout
    return sum(": error:" in line for line in told.splitlines())


def _pyright(folder: Path) -> int:
    settings = {"typeCheckingMode": "strict", "include": ["src"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    told = run("-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", str(folder)).stdout
    return len(json.loads(told)["generalDiagnostics"])


def rows(folder: Path, *, types: bool) -> Iterator[Row]:
    """A row for each document of a folder, in the order of their names."""
    for spec in sorted(each for each in folder.iterdir() if each.suffix in {".json", ".yaml", ".yml"}):
        with TemporaryDirectory() as made:
            yield surveyed(spec, Path(made) / "out", types=types)


def main() -> int:
    """Print the table and its sum."""
    arguments = [each for each in sys.argv[1:] if each != "--types"]
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    columns = ["document", "operations", "kept", "seconds", "mypy", "pyright", "problem"]
    table, found = Table(*columns), list[Row]()
    for row in rows(Path(arguments[0]), types="--types" in sys.argv):
        found.append(row)
        cells = (row.wanted, row.kept, f"{row.seconds:.1f}", row.mypy, row.pyright)
        table.add_row(row.name, *map(str, cells), row.problem)
    console = Console(highlight=False)
    console.print(table)
    complete, clean = sum(row.is_complete for row in found), sum(not row.mypy + row.pyright for row in found)
    kept, every = sum(row.kept for row in found), sum(row.wanted for row in found)
    console.print(f"{complete} of {len(found)} documents complete, {kept} of {every} operations, {clean} clean")
    return int(complete < len(found))


if __name__ == "__main__":
    sys.exit(main())

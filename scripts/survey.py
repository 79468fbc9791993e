"""Generate a package from every document of a folder, import and call it, and count what works.

    scripts/survey FOLDER            every .json, .yaml and .yml file in it
    scripts/survey FOLDER --types    mypy and pyright too, both strict

A document is complete when every operation it describes can be called and every module of the package can be imported.
The exit code is 1 when a document is not complete. No files are left behind.
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
    """The result for one document."""

    name: str
    operations: int
    kept: int
    seconds: float
    problem: str
    mypy: int = 0
    pyright: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether no operation is missing and everything works."""
        return not self.problem and self.kept == self.operations


def count_operations(spec: Path) -> Counter[str]:
    """Count the operations of a document by method and path; a fragment in a path is never sent."""
    try:
        operations = LintContext(bundle_document(load_document(spec))).operations()
        return Counter(
            f"{method.upper()} /{path.removeprefix('/').partition('#')[0]}" for path, _, method, _ in operations
        )
    except UnusableInput:
        return Counter()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program and capture its output."""
    command = (sys.executable, *command)
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)  # noqa: S603 -- our own


def survey_document(spec: Path, folder: Path, *, types: bool) -> Row:
    """Generate and check the package of one document."""
    expected, started = count_operations(spec), time.monotonic()
    arguments = ["--spec", str(spec), "--output", str(folder), "--package", PACKAGE]
    try:
        generated = run("-m", "channelsmith", "generate", *arguments)
        seconds = time.monotonic() - started
        if generated.returncode:
            lines = [
                line for line in generated.stderr.splitlines() if "error:" in line
            ] or generated.stderr.splitlines()[-1:]
            return Row(spec.name, expected.total(), 0, seconds, "; ".join(lines[:1]))
        checked = run(str(Path(__file__).with_name("survey_package.py")), str(folder / "src"), PACKAGE)
    except subprocess.TimeoutExpired:
        return Row(spec.name, expected.total(), 0, time.monotonic() - started, f"took more than {LIMIT} s")
    if checked.returncode:
        return Row(spec.name, expected.total(), 0, seconds, checked.stderr.strip().rpartition("\n")[2])
    survey: dict[str, Any] = json.loads(checked.stdout.splitlines()[-1])
    kept = expected.total() - (expected - Counter(survey["operations"])).total()
    problem = next(iter(survey["problems"]), "")
    counts = (_mypy(folder), _pyright(folder)) if types else (0, 0)
    return Row(spec.name, expected.total(), kept, seconds, problem, *counts)


def _mypy(folder: Path) -> int:
    output = run("-m", "mypy", "--strict", "--no-error-summary", "--config-file", "", str(folder / "src")).stdout
    return sum(": error:" in line for line in output.splitlines())


def _pyright(folder: Path) -> int:
    settings = {"typeCheckingMode": "strict", "include": ["src"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    output = run("-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", str(folder)).stdout
    return len(json.loads(output)["generalDiagnostics"])


def survey_folder(folder: Path, *, types: bool) -> Iterator[Row]:
    """Survey each document of a folder, in the order of their names."""
    for spec in sorted(path for path in folder.iterdir() if path.suffix in {".json", ".yaml", ".yml"}):
        with TemporaryDirectory() as temporary:
            yield survey_document(spec, Path(temporary) / "out", types=types)


def main() -> int:
    """Print the table and its totals."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--types"]
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    columns = ["document", "operations", "kept", "seconds", "mypy", "pyright", "problem"]
    table, rows = Table(*columns), list[Row]()
    for row in survey_folder(Path(arguments[0]), types="--types" in sys.argv):
        rows.append(row)
        cells = (row.operations, row.kept, f"{row.seconds:.1f}", row.mypy, row.pyright)
        table.add_row(row.name, *map(str, cells), row.problem)
    console = Console(highlight=False)
    console.print(table)
    complete, clean = sum(row.is_complete for row in rows), sum(not row.mypy + row.pyright for row in rows)
    kept, total = sum(row.kept for row in rows), sum(row.operations for row in rows)
    console.print(f"{complete} of {len(rows)} documents complete, {kept} of {total} operations, {clean} clean")
    return int(complete < len(rows))


if __name__ == "__main__":
    sys.exit(main())

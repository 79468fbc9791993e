"""Generate a package from every document below a folder, import and call it, and count what works.

    scripts/survey FOLDER             every document in it and in its folders; files that are no documents are left out
    scripts/survey FOLDER FILE ...    those of several folders, and single documents
    scripts/survey FOLDER --every 10  only the first of them, the eleventh and so on, in the order of their paths
    scripts/survey FOLDER --types     mypy and pyright too, both strict

A document is complete when every operation it describes can be called, and importable when every module of its package
can be imported and every call can be built. What was refused is listed with its reason, and warnings are counted by
kind. The exit code is 1 when a document is not complete. No files are left behind.
"""

import json
import re
import subprocess
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from channelsmith.diagnostics import UnusableInput, message_kind, printable
from channelsmith.document.load import load_document
from channelsmith.lint.rules import LintContext
from channelsmith.transform.bundle import bundle_document

LIMIT = 600  # seconds for each step
PACKAGE = "surveyed"
SUFFIXES = {".json", ".yaml", ".yml"}
DOCUMENT = re.compile(r"""^(\s*\{)?\s*["']?(openapi|swagger)["']?\s*:\s*["']?[0-9]""", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """The result for one document; `refused` and `problem` say why there is no package, or what in it does not work."""

    name: str
    operations: int
    seconds: float
    kept: int = 0
    refused: str = ""
    problem: str = ""
    warnings: Counter[str] = field(default_factory=Counter[str])
    mypy: int = 0
    pyright: int = 0

    @property
    def is_importable(self) -> bool:
        """Whether there is a package that can be imported and called."""
        return not self.refused and not self.problem

    @property
    def is_complete(self) -> bool:
        """Whether no operation is missing and everything works."""
        return self.is_importable and self.kept == self.operations


def find_documents(folder: Path) -> list[Path]:
    """Return the files below a folder that say which version of OpenAPI or Swagger they have, in the order of paths.

    A file in place of the folder is returned as it is.
    """
    if folder.is_file():
        return [folder]
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return [path for path in files if DOCUMENT.search(path.read_text("utf-8", errors="replace"))]


def count_operations(spec: Path) -> Counter[str]:
    """Count the operations of a document by method and path; a fragment in a path is never sent."""
    try:
        operations = LintContext(bundle_document(load_document(spec))).operations()
        return Counter(
            f"{method} /{path.removeprefix('/').partition('#')[0]}"
            for path, _, method, _ in operations
            if not path.startswith("x-")
        )
    except UnusableInput:
        return Counter()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program and capture its output."""
    command = (sys.executable, *command)
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)  # noqa: S603 -- our own


def survey_document(spec: Path, name: str, folder: Path, *, types: bool) -> Row:
    """Generate and check the package of one document."""
    expected, started = count_operations(spec), time.monotonic()
    arguments = ["--spec", str(spec), "--output", str(folder), "--package", PACKAGE, "--format", "json"]
    try:
        generated = run("-m", "channelsmith", "generate", *arguments)
        seconds = time.monotonic() - started
        problems = _read_problems(generated.stdout)
        if generated.returncode:
            refused = "; ".join(_describe(each) for each in problems if each["severity"] == "error")
            return Row(name, expected.total(), seconds, refused=refused or _last_line(generated.stderr))
        checked = run(str(Path(__file__).with_name("survey_package.py")), str(folder / "src"), PACKAGE)
    except subprocess.TimeoutExpired:
        return Row(name, expected.total(), time.monotonic() - started, refused=f"took more than {LIMIT} s")
    warnings = Counter(
        f"{message_kind(each['message'])} [{each['rule']}]" for each in problems if each["severity"] == "warning"
    )
    if checked.returncode:
        return Row(name, expected.total(), seconds, 0, "", _last_line(checked.stderr), warnings)
    survey: dict[str, Any] = json.loads(checked.stdout.splitlines()[-1])
    kept = expected.total() - (expected - Counter(survey["operations"])).total()
    problem = next(iter(survey["problems"]), "")
    counts = (_mypy(folder), _pyright(folder)) if types else (0, 0)
    return Row(name, expected.total(), seconds, kept, "", problem, warnings, *counts)


def _read_problems(text: str) -> list[dict[str, Any]]:
    try:
        problems: list[dict[str, Any]] = json.loads(text)
    except ValueError:  # a crash
        return []
    return problems


def _describe(problem: dict[str, Any]) -> str:
    place = problem["place"] or {"line": 0, "column": 0}
    return f"{place['line']}:{place['column']}: {problem['message']} [{problem['rule']}]"


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _mypy(folder: Path) -> int:
    output = run("-m", "mypy", "--strict", "--no-error-summary", "--config-file", "", str(folder / "src")).stdout
    return sum(": error:" in line for line in output.splitlines())


def _pyright(folder: Path) -> int:
    settings = {"typeCheckingMode": "strict", "include": ["src"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    output = run("-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "--project", str(folder)).stdout
    return len(json.loads(output)["generalDiagnostics"])


def survey_folder(folder: Path, *, every: int, types: bool) -> Iterator[Row]:
    """Survey the documents of a folder, in the order of their paths."""
    for spec in find_documents(folder)[::every]:
        name = str(spec.relative_to(folder)) if spec != folder else spec.name
        with TemporaryDirectory() as temporary:
            yield survey_document(spec, name, Path(temporary) / "out", types=types)


def describe_row(row: Row) -> str:
    """Return the line of a document."""
    types = f", {row.mypy} mypy, {row.pyright} pyright" if row.mypy + row.pyright else ""
    result = f"{row.kept} of {row.operations} operations, {row.warnings.total()} warnings, {row.seconds:.1f} s{types}"
    return f"{row.name}: refused: {row.refused}" if row.refused else f"{row.name}: {result} {row.problem}".rstrip()


def describe_totals(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each kind of warning, the most frequent first, and the totals."""
    kinds = sum((row.warnings for row in rows), Counter[str]())
    for kind, count in kinds.most_common():
        yield f"{count} warnings in {sum(kind in row.warnings for row in rows)} documents: {kind}"
    complete, clean = sum(row.is_complete for row in rows), sum(not row.mypy + row.pyright for row in rows)
    kept, total = sum(row.kept for row in rows), sum(row.operations for row in rows)
    importable, refused = sum(row.is_importable for row in rows), sum(bool(row.refused) for row in rows)
    yield (
        f"{complete} of {len(rows)} documents complete, {importable} importable, {refused} refused, "
        f"{kept} of {total} operations, {clean} clean"
    )


def main() -> int:
    """Survey the folders that the command line names."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--types", action="store_true")
    arguments = parser.parse_args()
    if not all(folder.exists() for folder in arguments.folders) or arguments.every < 1:
        parser.error("FOLDER has to exist, and --every to be a positive number")
    rows: list[Row] = []
    for folder in arguments.folders:
        for row in survey_folder(folder, every=arguments.every, types=arguments.types):
            rows.append(row)
            print(printable(describe_row(row)), flush=True)
    for line in describe_totals(rows):
        print(printable(line))
    return int(not all(row.is_complete for row in rows))


if __name__ == "__main__":
    sys.exit(main())

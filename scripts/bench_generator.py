"""Time of generating, compared with other generators, and the quality of their output in the same table.

Other generators run with their fastest documented settings, which the table names; see bench_peers.py. A ratio is
relative to datamodel-code-generator alone, on the same document and in the same run. A generator that skips
operations or writes modules that cannot be imported is not faster for it, so the table has both beside the time.

    scripts/bench generator                  all documents
    scripts/bench generator small medium     some of them
    scripts/bench generator --ours small     without other generators, which have to be downloaded
    scripts/bench generator --ours 1000 10000    synthetic documents with that many operations
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import bench_peers
from bench_peers import DOCUMENTS, Generator, MissingError
from rich.console import Console
from rich.table import Table

ROUNDS = 2  # the fastest counts
TIMEOUT = 600  # seconds for one command
BASE = "datamodel-code-generator"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
IMPORT_ALL = """
import importlib, json, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder.parent))
begun = time.perf_counter()
try:
    importlib.import_module(folder.name)
except BaseException:
    pass
first = time.perf_counter() - begun
files = [each.relative_to(folder.parent).with_suffix("") for each in folder.rglob("*.py")]
names = [".".join(each.parts).removesuffix(".__init__") for each in files]
good = 0
for name in names:
    try:
        importlib.import_module(name)
        good += 1
    except BaseException:
        pass
print(json.dumps([good, len(names), first]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a generator: its time, the folder of its output, and why it failed."""

    seconds: float
    output: Path
    failure: str


@dataclass(frozen=True, slots=True)
class Result:
    """The number of operations, of importable modules and of all modules; seconds to import the package."""

    kept: int | None
    imported: int
    modules: int
    first: float


def main(arguments: Sequence[str]) -> None:
    """Measure, and print one table."""
    console = Console(highlight=False, width=150)
    chosen = [each for each in arguments if not each.startswith("--")] or list(DOCUMENTS)
    with TemporaryDirectory() as folder:
        peers = [] if "--ours" in arguments else list(_available(bench_peers.peers(), console))
        contenders = [*bench_peers.ours(Path(folder) / "cache"), *peers]
        columns = ("document", "generator", "settings", "seconds", f"to {BASE}", "operations", "modules that import")
        table = Table(*columns, "import")
        for name in chosen:
            try:
                spec = bench_peers.document(name)
            except MissingError as missing:
                console.print(f"skipped: {missing}", style="bold red")
                continue
            for row in rows(name, spec, contenders, Path(folder)):
                table.add_row(*row)
        console.print(table)


def rows(name: str, spec: Path, contenders: Sequence[Generator], folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one document."""
    total = operations(spec)
    runs: dict[str, list[Run]] = {generator.name: [] for generator in contenders}
    for at in range(ROUNDS):  # in turn, so that other load on the machine affects all of them
        for generator in contenders:
            if not any(each.failure for each in runs[generator.name]):
                runs[generator.name].append(run(generator, spec, folder / generator.name / spec.stem, at))
    base = min(each.seconds for each in runs[BASE])
    for generator in contenders:
        label = (name, generator.name, generator.settings)
        latest = runs[generator.name][-1]
        fastest = min(each.seconds for each in runs[generator.name])
        if latest.failure:
            yield (*label, f"{fastest:.2f}", "", latest.failure, "", "")
            continue
        result = inspect_output(generator, latest.output)
        kept = "models only" if result.kept is None else f"{result.kept} of {total}"
        imported = f"{result.imported} of {result.modules}"
        yield (*label, f"{fastest:.2f}", f"{fastest / base:.2f}", kept, imported, f"{result.first:.2f} s")


def run(generator: Generator, spec: Path, folder: Path, at: int) -> Run:
    """Run a generator once; with a cache it is run before, so that nothing has changed."""
    environment = {**os.environ, "CHANNELSMITH_CACHE": generator.cache}
    environment["PATH"] = f"{Path(generator.python).parent}{os.pathsep}{environment['PATH']}"
    has_cache = generator.cache != "off"
    output = folder / ("again" if has_cache else f"round_{at}")
    output.mkdir(parents=True, exist_ok=True)
    for _ in range(2 if has_cache and at == 0 else 1):
        command = generator.command(spec, output)
        start = time.perf_counter()
        try:
            process = subprocess.run(  # noqa: S603 -- commands of bench_peers
                command, env=environment, capture_output=True, timeout=TIMEOUT, check=False
            )
        except subprocess.TimeoutExpired:
            return Run(TIMEOUT, output, f"not finished after {TIMEOUT} s")
        seconds = time.perf_counter() - start
    return Run(seconds, output, f"failed with {process.returncode}" if process.returncode else "")


def inspect_output(generator: Generator, output: Path) -> Result:
    """Count operations and importable modules in the output of a generator."""
    package = generator.package(output)
    files = package.glob(generator.files) if generator.operation is not None else ()
    texts = [path.read_text("utf-8") for path in files]
    kept = sum(len(generator.operation.findall(text)) for text in texts) if generator.operation is not None else None
    command = [generator.python, "-W", "ignore", "-c", IMPORT_ALL, str(package)]
    for _ in range(2):  # the first writes bytecode
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)  # noqa: S603
    good, whole, first = json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else (0, 0, 0.0)
    return Result(kept, good, whole, first)


def operations(spec: Path) -> int:
    """Return the number of operations of a document."""
    paths = json.loads(spec.read_text("utf-8"))["paths"]
    return sum(method in METHODS for item in paths.values() for method in item)


def _available(peers: Iterator[Generator], console: Console) -> Iterator[Generator]:
    try:
        yield from peers
    except MissingError as missing:
        console.print(f"skipped: {missing}", style="bold red")


if __name__ == "__main__":
    main(sys.argv[1:])

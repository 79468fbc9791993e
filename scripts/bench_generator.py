"""How long generating takes, beside other generators, with what comes out of it in the same table.

A ratio is to the model generator alone on the same document, in the same run. A generator that loses operations or
makes modules that can not be imported is no faster for it, so both stand beside its time.

    scripts/bench generator                  all documents
    scripts/bench generator small medium     some of them
    scripts/bench generator --ours small     without peers, which have to be fetched
    scripts/bench generator --ours 1000 10000    synthetic documents of so many operations
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

ROUNDS = 2  # the best counts
LONGEST = 600  # seconds for one command
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
    """One run of a generator: how long it took, where its output is, and why there is none."""

    seconds: float
    output: Path
    failure: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of it: operations, modules that can be imported of those there are, seconds for the package."""

    kept: int | None
    imported: int
    modules: int
    first: float


def main(arguments: Sequence[str]) -> None:
    """Measures and prints one table."""
    console = Console(highlight=False, width=150)
    chosen = [each for each in arguments if not each.startswith("--")] or list(DOCUMENTS)
    with TemporaryDirectory() as folder:
        peers = [] if "--ours" in arguments else list(_told(bench_peers.peers(), console))
        contenders = [*bench_peers.ours(Path(folder) / "cache"), *peers]
        table = Table("document", "generator", "seconds", f"to {BASE}", "operations", "modules that import", "import")
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
    """The rows of one document."""
    asked = operations(spec)
    found: dict[str, list[Run]] = {each.name: [] for each in contenders}
    for at in range(ROUNDS):  # they take turns, so that whatever else the machine does meets them alike
        for each in contenders:
            if not (found[each.name] and found[each.name][-1].failure):
                found[each.name].append(run(each, spec, folder / each.name / spec.stem, at))
    base = min(each.seconds for each in found[BASE])
    for generator in contenders:
        runs = found[generator.name]
        seconds = f"{min(each.seconds for each in runs):.2f}"
        if runs[-1].failure:
            yield name, generator.name, seconds, "", runs[-1].failure, "", ""
            continue
        result = looked_at(generator, runs[-1].output)
        kept = "models only" if result.kept is None else f"{result.kept} of {asked}"
        imported = f"{result.imported} of {result.modules}"
        ratio = f"{min(each.seconds for each in runs) / base:.2f}"
        yield name, generator.name, seconds, ratio, kept, imported, f"{result.first:.2f} s"


def run(generator: Generator, spec: Path, folder: Path, at: int) -> Run:
    """One round of one generator."""
    environment = {**os.environ, "CHANNELSMITH_CACHE": generator.cache}
    environment["PATH"] = f"{Path(generator.python).parent}{os.pathsep}{environment['PATH']}"
    output = folder / ("again" if generator.cache != "off" else f"round_{at}")
    output.mkdir(parents=True, exist_ok=True)
    for _ in range(2 if generator.cache != "off" and at == 0 else 1):  # the first makes what then does not change
        command = generator.command(spec, output)
        begun = time.perf_counter()
        try:
            done = subprocess.run(  # noqa: S603 -- commands of bench_peers
                command, env=environment, capture_output=True, timeout=LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            return Run(LONGEST, output, f"not done after {LONGEST} s")
        seconds = time.perf_counter() - begun
    return Run(seconds, output, f"failed with {done.returncode}" if done.returncode else "")


def looked_at(generator: Generator, output: Path) -> Result:
    """What a generator left behind."""
    package = generator.package(output)
    files = package.glob(generator.files) if generator.operation is not None else ()
    texts = [each.read_text("utf-8") for each in files]
    kept = sum(len(generator.operation.findall(text)) for text in texts) if generator.operation is not None else None
    command = [generator.python, "-W", "ignore", "-c", IMPORT_ALL, str(package)]
    for _ in range(2):  # the first writes bytecode
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)  # noqa: S603
    good, whole, first = json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else (0, 0, 0.0)
    return Result(kept, good, whole, first)


def operations(spec: Path) -> int:
    """How many operations a document has."""
    paths = json.loads(spec.read_text("utf-8"))["paths"]
    return sum(method in METHODS for item in paths.values() for method in item)


def _told(found: Iterator[Generator], console: Console) -> Iterator[Generator]:
    try:
        yield from found
    except MissingError as missing:
        console.print(f"left out: {missing}", style="bold red")


if __name__ == "__main__":
    main(sys.argv[1:])

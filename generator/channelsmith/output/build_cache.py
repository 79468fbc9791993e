"""What the last run made of what: where neither has changed since, there is nothing to do.

Everything that can change the output is in the digest of the input: the description with all its parts and tables,
overlays, settings, the generator's own code and templates, and the libraries whose work is part of the output. The
output (a names file included) is read again and compared, so what was changed or lost by hand is noticed and mended.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from channelsmith.codegen.render import templates
from channelsmith.config import Job
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.output.cache import Cache
from channelsmith.output.file_tree import FileTree

_KIND = "run"
_LIBRARIES = (
    "datamodel-code-generator",
    "jinja2",
    "jsonschema-rs",
    "openapi-spec-validator",
    "python-jsonpath",
    "ruff",
)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A run that would change nothing: how many files there are, what was doubtful, and what it was made from."""

    files: int
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Path, ...]


def unchanged(job: Job, store: Cache) -> Unchanged | None:
    """What the last run of this job said, if another would do the same and find its output as it is."""
    data = store.read(_KIND, _key(job))
    if data is None:
        return None
    try:
        said: dict[str, Any] = json.loads(data)
        if said["input"] != _of_input(job, said["sources"]) or said["output"] != _of_files(said["files"]):
            return None
        diagnostics = tuple(_diagnostic(each) for each in said["diagnostics"])
        return Unchanged(said["count"], diagnostics, tuple(map(Path, said["sources"])))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(job: Job, store: Cache, tree: FileTree, diagnostics: Iterable[Diagnostic], started: int) -> None:
    """Remembers a run whose output has been written; not one whose input was written to meanwhile.

    Args:
        job: what was asked for.
        store: where to keep it.
        tree: what was made.
        diagnostics: what was doubtful.
        started: when it began, in nanoseconds since the epoch.
    """
    sources = sorted(str(each.absolute()) for each in tree.sources)
    if any(Path(each).stat().st_mtime_ns >= started for each in sources):
        return
    made = (*(job.output / path for path in tree.files), *tree.outside)
    files = sorted(str(each.absolute()) for each in made)
    said = {
        "input": _of_input(job, sources),
        "sources": sources,
        "output": _of_files(files),
        "files": files,
        "count": len(tree.files),
        "diagnostics": [asdict(each) for each in diagnostics],
    }
    store.write(_KIND, _key(job), json.dumps(said).encode())


def _key(job: Job) -> str:
    return str(job.output.absolute())


def _of_input(job: Job, sources: Iterable[str]) -> str:
    settings = {key: str(value) for key, value in asdict(job).items()}
    return _digest(json.dumps([settings, str(Path.cwd()), _of_generator(), _of_files(sources)]).encode())


@cache
def _of_generator() -> str:
    code = Path(__file__).parent
    files = [*code.rglob("*.py"), *code.rglob("*.json"), *templates().rglob("*.jinja"), *templates().rglob("*.py")]
    said = [sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES), _of_files(sorted(map(str, files)))]
    return _digest("\n".join(said).encode())


def _of_files(paths: Iterable[str]) -> str:
    """A digest of the names and contents of files; raises OSError where one is missing."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{len(path)}:{path}".encode())
        whole.update(hashlib.sha256(Path(path).read_bytes()).digest())
    return whole.hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _diagnostic(said: dict[str, Any]) -> Diagnostic:
    location = SourceLocation(**said["location"]) if said["location"] else None
    rest = {key: str(said[key]) for key in ("rule", "message", "hint", "pointer")}
    return Diagnostic(Severity(said["severity"]), location=location, **rest)

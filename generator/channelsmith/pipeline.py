"""From a file to a package, one typed stage a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from channelsmith import ir
from channelsmith.bundle import bundle, to_json
from channelsmith.config import Job
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document
from channelsmith.emit.package import manifest, package
from channelsmith.format import format_python
from channelsmith.load import load
from channelsmith.naming import name
from channelsmith.overlay import apply
from channelsmith.read import read
from channelsmith.rules import check
from channelsmith.tree import MANIFEST, FileTree


@dataclass(frozen=True, slots=True)
class Understood:
    """A document that passed its checks, what it says, and what is doubtful about it."""

    document: Document
    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]


def understand(spec: Path, overlays: Sequence[Path] = ()) -> Understood:
    """Loads, bundles, corrects by overlays, checks and reads a document.

    Raises:
        UnusableInput: it can not be worked with; every error found, located.
    """
    document = apply(bundle(load(spec)), overlays)
    problems = check(document)
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise UnusableInput(*errors)
    api, approximations = read(document)
    return Understood(document, api, (*problems, *approximations))


def generate(job: Job) -> tuple[FileTree, tuple[Diagnostic, ...]]:
    """The package of one job as a value, and what is doubtful about its document.

    Raises:
        UnusableInput: the document can not be worked with.
    """
    understood = understand(job.spec, job.overlays)
    names = name(understood.api)
    description = to_json(understood.document)
    files = dict(package(understood.api, names, job.target, description))
    formatted = format_python(files)
    return FileTree({**formatted, MANIFEST: manifest(job.target, description, formatted)}), understood.diagnostics

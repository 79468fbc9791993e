"""From a file to a package, one typed stage a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.context import extra_names, resources
from channelsmith.codegen.models import models
from channelsmith.codegen.package import manifest, package
from channelsmith.config import Job
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document
from channelsmith.document.load import load
from channelsmith.ir.builder import read
from channelsmith.ir.error_table import tables
from channelsmith.lint.rules import examine
from channelsmith.naming import names_file as pins
from channelsmith.naming.names import name
from channelsmith.naming.stable_id import Identities
from channelsmith.output.file_tree import MANIFEST, FileTree
from channelsmith.output.format import format_python
from channelsmith.transform.bundle import bundle, to_json
from channelsmith.transform.overlay import apply
from channelsmith.transform.repair import mend


@dataclass(frozen=True, slots=True)
class Understood:
    """A document that passed its checks, what it says, and what is doubtful about it."""

    document: Document
    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]


def understand(
    spec: Path, overlays: Sequence[Path] = (), *, strict: bool = False, allowed: Sequence[Path] = ()
) -> Understood:
    """Loads, bundles, corrects by overlays, checks and reads a document; what lies in it is read as something weaker.

    Raises:
        UnusableInput: it can not be worked with, or `strict` and something would be read as what it does not say; every
            error found, located.
    """
    document = apply(bundle(load(spec), allowed), overlays)
    verdict = examine(document, strict=strict)
    _refuse(verdict.diagnostics)
    api, approximations = read(mend(document, verdict.repairs))
    if strict:
        _refuse(replace(each, severity=Severity.ERROR) for each in approximations if each.severity is Severity.WARNING)
    return Understood(document, api, (*verdict.diagnostics, *approximations))


def _refuse(problems: Iterable[Diagnostic]) -> None:
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise UnusableInput(*errors)


def generate(job: Job) -> tuple[FileTree, tuple[Diagnostic, ...]]:
    """The package of one job as a value, and what is doubtful about its document.

    Raises:
        UnusableInput: the document can not be worked with.
    """
    understood = understand(job.spec, job.overlays, strict=job.strict, allowed=job.allow_refs)
    api, identity = understood.api, Identities(understood.document)
    pinned, doubts = pins.read(job.names or job.output / pins.NAMES, api, identity)
    names = name(api, client=job.target.client, pinned=pinned, identity=identity)
    types = PyTypes({schema.pointer: schema for schema in api.schemas}, names)
    found = resources(api, names, types)
    code = models(api, names, types, key=str(job.output.absolute()))
    description = to_json(understood.document)
    files = format_python(dict(package(api, names, job.target, description=description, found=found, code=code)))
    listed = pins.write(names, api, identity, extra_names(found))
    inside, outside = ({}, {job.names: listed}) if job.names else ({pins.NAMES: listed}, {})
    files |= {**inside, MANIFEST: manifest(job.target, files[job.target.description], [*files, *inside])}
    sources = (*understood.document.files, *tables(understood.document))
    return FileTree(files, outside, sources), (*understood.diagnostics, *doubts)

"""From a file to a package, one typed stage a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen.annotations import PyTypes
from channelsmith.codegen.context import extra_names, resources
from channelsmith.codegen.models import models
from channelsmith.codegen.package import manifest, render_package
from channelsmith.config import Job
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document
from channelsmith.document.json_text import format_json
from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.ir.error_table import tables
from channelsmith.lint.linter import lint_document
from channelsmith.naming import names_file as pins
from channelsmith.naming.names import build_names
from channelsmith.naming.stable_id import Identities
from channelsmith.output.file_tree import MANIFEST, FileTree
from channelsmith.output.format import format_files
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays
from channelsmith.transform.repair import repair_document


@dataclass(frozen=True, slots=True)
class LoadedApi:
    """A checked document and the API it describes."""

    document: Document
    """As it was written: bundled and overlaid."""
    repaired: Document
    """The same with its invalid parts replaced; the pointers of the IR lead into it."""
    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]


def load_api(
    spec: Path, overlays: Sequence[Path] = (), *, strict: bool = False, allowed: Sequence[Path] = ()
) -> LoadedApi:
    """Loads, bundles, corrects by overlays, checks and reads a document; what lies in it is read as something weaker.

    Raises:
        UnusableInput: it can not be worked with, or `strict` and something would be read as what it does not say; every
            error found, located.
    """
    document = apply_overlays(bundle_document(load_document(spec), allowed), overlays)
    verdict = lint_document(document, strict=strict)
    _refuse(verdict.diagnostics)
    repaired = repair_document(document, verdict.repairs)
    api, approximations = build_ir(repaired)
    if strict:
        _refuse(replace(each, severity=Severity.ERROR) for each in approximations if each.severity is Severity.WARNING)
    return LoadedApi(document, repaired, api, (*verdict.diagnostics, *approximations))


def _refuse(problems: Iterable[Diagnostic]) -> None:
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise UnusableInput(*errors)


def generate_package(job: Job) -> tuple[FileTree, tuple[Diagnostic, ...]]:
    """The package of one job as a value, and what is doubtful about its document.

    Raises:
        UnusableInput: the document can not be worked with.
    """
    loaded = load_api(job.spec, job.overlays, strict=job.strict, allowed=job.allow_refs)
    api, identity = loaded.api, Identities(loaded.document)
    pinned, doubts = pins.read(job.names or job.output / pins.NAMES, api, identity)
    names = build_names(api, client=job.target.client, pinned=pinned, identity=identity)
    types = PyTypes({schema.pointer: schema for schema in api.schemas}, names)
    found = resources(api, names, types)
    code = models(api, names, types, key=str(job.output.absolute()))
    description = format_json(loaded.document.value)
    files = format_files(dict(render_package(api, names, job.target, description=description, found=found, code=code)))
    listed = pins.write(names, api, identity, extra_names(found))
    inside, outside = ({}, {job.names: listed}) if job.names else ({pins.NAMES: listed}, {})
    files |= {**inside, MANIFEST: manifest(job.target, files[job.target.description], [*files, *inside])}
    sources = (*loaded.document.files, *tables(loaded.document))
    return FileTree(files, outside, sources), (*loaded.diagnostics, *doubts)

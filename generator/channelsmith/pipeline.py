"""The pipeline, from a document to a package, one stage per line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.context import build_resources, extra_names
from channelsmith.codegen.models import render_models
from channelsmith.codegen.package import read_behavior, render_package
from channelsmith.codegen.render import custom_templates
from channelsmith.config import ApiConfig
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document
from channelsmith.document.json_text import format_json
from channelsmith.ir.builder import build_ir
from channelsmith.ir.error_table import error_table_files
from channelsmith.lint.linter import lint_document
from channelsmith.lint.settings import LintSettings
from channelsmith.naming.names import build_names
from channelsmith.naming.names_file import NAMES, describe_kept_methods, format_names_file, read_names_file
from channelsmith.output.build_cache import NO_CACHE, Cache
from channelsmith.output.commands import run_commands
from channelsmith.output.file_tree import FileTree
from channelsmith.output.format import format_files
from channelsmith.output.manifest import MANIFEST, render_manifest
from channelsmith.transform.assemble import assemble_document
from channelsmith.transform.repair import repair_document
from channelsmith.transform.source import NO_EDITS, DocumentEdits, DocumentSource

Paths = Sequence[Path]


@dataclass(frozen=True, slots=True)
class LoadedApi:
    """A checked document and the API it describes."""

    document: Document
    """As it was written: bundled and overlaid."""
    repaired: Document  # the same with its invalid parts replaced; the pointers of the IR lead into it
    api: ir.Api
    diagnostics: tuple[Diagnostic, ...]


def load_api(
    spec: Path,
    overlays: Paths = (),
    allow_refs: Paths = (),
    infer_pagination: bool = True,
    edits: DocumentEdits = NO_EDITS,
    *,
    strict: bool = False,
    lint: LintSettings | None = None,
) -> LoadedApi:
    """Load, lint and repair a document, and build the IR.

    Args:
        spec: the document.
        overlays: its overlays, in the order in which they are applied.
        allow_refs: further folders that its references may lead into.
        infer_pagination: whether operations that look paged are.
        edits: what is left out or changed.
        strict: whether invalid parts are errors.
        lint: the user's severities of rules, and exemptions from them.

    Raises:
        UnusableInput: the document has errors; under `strict` also if it had to be repaired or approximated.
    """
    document, notes = assemble_document(DocumentSource(spec, overlays, allow_refs, infer_pagination, edits))
    settings = lint or LintSettings()
    result = lint_document(document, strict=strict, settings=settings, generating=True)
    _raise_errors(result.diagnostics)
    repaired = repair_document(document, result.repairs)
    api, remarks = build_ir(repaired)
    approximations = settings.apply(remarks, document, generating=True)
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    _raise_errors(replace(each, severity=Severity.ERROR) for each in approximations if each.severity in fatal)
    return LoadedApi(document, repaired, api, (*notes, *result.without_approximated(remarks), *approximations))


def _raise_errors(problems: Iterable[Diagnostic]) -> None:
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise UnusableInput(*errors)


def generate_package(config: ApiConfig, cache: Cache = NO_CACHE) -> tuple[FileTree, tuple[Diagnostic, ...]]:
    """Generate the files of a package, with texts of earlier runs from a cache; return the warnings about its document.

    Raises:
        UnusableInput: the document has errors.
    """
    loaded = load_api(*config.source, strict=config.strict, lint=config.lint)
    api, document = loaded.api, loaded.document
    target = config.target.with_version_of(document)
    names_path = config.names or config.output / NAMES
    kept_names, warnings = read_names_file(names_path, api, document)
    names = build_names(api, document, client=target.client, kept=kept_names, **config.naming)
    annotations = Annotations({schema.pointer: schema for schema in api.schemas}, names)
    warnings = (*warnings, *describe_kept_methods(names_path, api, document, names, kept_names, **config.naming))
    resources = build_resources(api, names, annotations)
    models = render_models(api, names, annotations, cache, str(config.output.absolute()), mixin=config.model_mixin)
    description = format_json(document.value)
    with custom_templates(config.templates, config.templates_location):
        rendered = render_package(api, names, target, loaded.repaired, description, resources=resources, models=models)
        package = dict(rendered)
    names_text = format_names_file(names, api, document, extra_names(resources))
    inside, outside = ({}, {config.names: names_text}) if config.names else ({NAMES: names_text}, {})
    files = format_files(package) | read_behavior(config.sandbox, target)
    needed = [target.description]
    files = run_commands(config.commands, files, config.output, needed=needed, location=config.commands_location)
    files |= inside
    files[MANIFEST] = render_manifest(
        target.package, files[target.description], files, editable=inside, folder=config.output
    )
    sources = (*loaded.document.files, *error_table_files(loaded.document), *config.further_files)
    return FileTree(files, outside, sources), (*loaded.diagnostics, *warnings)

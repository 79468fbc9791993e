"""The command `channelsmith lint`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from channelsmith.cli.options import (
    AllowRefOption,
    FormatOption,
    OverlayOption,
    QuietOption,
    VerboseOption,
    extend_source,
)
from channelsmith.cli.report import Format, Report, show_progress
from channelsmith.config import find_input, is_generated, load_configs, load_lint_settings
from channelsmith.diagnostics import Diagnostic, Severity, printable
from channelsmith.lint.settings import LintSettings
from channelsmith.transform.source import DocumentSource

if TYPE_CHECKING:
    from rich.table import Table


def lint(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="Documents; those of configured APIs by default.")
    ] = None,
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    skip_generated: Annotated[
        bool, typer.Option("--skip-generated", help="Skip the documents in generated packages.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 1 on warnings too.")] = False,
    output_format: FormatOption = Format.TEXT,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Check documents for validity and against our own rules, and count the sources of their statements.

    Exit status 1 if there is an error, with --strict also on a warning. Severities are set in pyproject.toml, in the
    table tool.channelsmith.lint.
    """
    from rich.console import Console  # noqa: PLC0415 -- slow to load, and no other command needs it

    failures = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    passed = True
    with Report(output_format, quiet=quiet, verbose=verbose, is_result=True) as report:
        settings = load_lint_settings()
        selected = [file for file in files or () if not (skip_generated and is_generated(file))]
        named = [find_input(str(file)).source for file in selected]
        configured = () if files else load_configs(alternative="give the path of an OpenAPI document")
        sources = named or [config.source for config in configured]
        for source in sources:
            with show_progress(f"checking {source.spec}"):
                problems, provenance = _lint_source(extend_source(source, overlay, allow_ref), settings)
            report.add(each for each in problems if not quiet or each.severity in failures)
            passed = passed and all(problem.severity not in failures for problem in problems)
            if report.is_text and not quiet and provenance is not None:
                Console(highlight=False).print(provenance)
        if configured and not quiet:
            report.add(settings.describe_unused())
    if not passed:
        raise typer.Exit(1)


def _lint_source(source: DocumentSource, settings: LintSettings) -> "tuple[tuple[Diagnostic, ...], Table | None]":
    """Return every problem of a document with its overlays, and the table of its sources if it declares any."""
    from channelsmith.ir.builder import build_ir  # noqa: PLC0415 -- slow to load, not needed for --help
    from channelsmith.lint.linter import lint_document  # noqa: PLC0415
    from channelsmith.lint.rules.provenance import BASES, UNSOURCED, count_sources  # noqa: PLC0415
    from channelsmith.transform.assemble import assemble_document  # noqa: PLC0415

    document, _ = assemble_document(source)
    result = lint_document(document, strict=True, advice=True, settings=settings)
    problems = result.diagnostics
    if result.is_usable:
        remarks = build_ir(document)[1]
        problems = (*result.without_approximated(remarks), *settings.apply(remarks, document))
    counted = count_sources(document)
    bases = (*BASES, UNSOURCED)
    if not any(counts[basis] for counts in counted.values() for basis in BASES):
        return problems, None

    from rich.table import Table  # noqa: PLC0415 -- slow to load, and no other command needs it
    from rich.text import Text  # noqa: PLC0415

    table = Table(title=Text(printable(str(source.spec))), title_justify="left")
    for name in ("", *bases, "total"):
        table.add_column(name, justify="right" if name else "left")
    for kind, counts in counted.items():
        table.add_row(kind, *(str(counts[basis]) for basis in bases), str(counts.total()))
    return problems, table

"""What a maintainer of documents wants to know: what is wrong, and where every statement comes from."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from rich.table import Table
from rich.text import Text

from channelsmith.diagnostics import Diagnostic, Severity, printable
from channelsmith.document.load import load_document
from channelsmith.ir.builder import build_ir
from channelsmith.lint.linter import lint_document
from channelsmith.lint.rules.provenance import Counts, ProvenanceReport, count_sources
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.overlay import apply_overlays


def lint(
    spec: Path, overlays: Sequence[Path] = (), allowed: Sequence[Path] = ()
) -> tuple[tuple[Diagnostic, ...], Table]:
    """Every problem of a document with its overlays, strictly taken, and the table of its sources.

    Raises:
        UnusableInput: the document or an overlay can not even be loaded, or an overlay does not fit.
    """
    document = apply_overlays(bundle_document(load_document(spec), allowed), overlays)
    problems = lint_document(document, strict=True, advice=True).diagnostics
    if all(each.severity is not Severity.ERROR for each in problems):
        problems = (*problems, *build_ir(document)[1])
    return problems, _table(count_sources(document), f"{spec}")


def _table(found: ProvenanceReport, title: str) -> Table:
    bases = [field.name for field in fields(Counts)]
    table = Table(title=Text(printable(title)), title_justify="left")
    for name in ("", *bases, "total"):
        table.add_column(name, justify="left" if not name else "right")
    for kind in fields(found):
        counts: Counts = getattr(found, kind.name)
        table.add_row(kind.name, *(str(getattr(counts, basis)) for basis in bases), str(counts.total))
    return table

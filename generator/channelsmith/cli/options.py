"""Arguments and options that several commands have."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.report import Format
from channelsmith.config import DocumentSource

ApisArgument = Annotated[list[str] | None, typer.Argument(metavar="[API]...", help="Configured APIs; all by default.")]
SourceArgument = Annotated[str, typer.Argument(metavar="API_OR_SPEC", help="A configured API, or an OpenAPI document.")]
FormatOption = Annotated[Format, typer.Option("--format", help="The format of problems on stderr.")]
OverlayOption = Annotated[
    list[Path] | None, typer.Option("--overlay", help="An overlay that corrects the document; may be repeated.")
]
AllowRefOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-ref",
        metavar="FOLDER",
        help="A folder that references may lead into, besides the document's own; may be repeated. "
        "Nothing is ever fetched from a network.",
    ),
]


def extend_source(
    source: DocumentSource, overlays: Iterable[Path] | None, allow_refs: Iterable[Path] | None
) -> DocumentSource:
    """Add the overlays and folders given on the command line after the configured ones."""
    return DocumentSource(source.spec, (*source.overlays, *(overlays or ())), (*source.allow_refs, *(allow_refs or ())))

"""The command `channelsmith diff`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.report import Format, exit_on_unusable_input
from channelsmith.config import find_input
from channelsmith.diagnostics import format_github


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A document, or a configured API.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The changed document, or a configured API.")],
    *,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The names file of both; that of the configured API by default."),
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="X.Y.Z", help="The previous version; that of the OLD document by default.")
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="The format of the changes.")] = Format.TEXT,
) -> None:
    """Report the changes for callers between two documents, which of them are breaking, and the next version.

    Exit status 0 if nothing is breaking, 1 if something is, 2 if a document cannot be used.
    """
    from channelsmith.diff import (  # noqa: PLC0415 -- slow to load, not needed for --help
        Level,
        compare_surfaces,
        format_changes_json,
        format_changes_text,
        load_surface,
        next_version,
    )
    from channelsmith.naming.names_file import NAMES  # noqa: PLC0415

    with exit_on_unusable_input():
        inputs = [find_input(old), find_input(new)]
        names_file = names or inputs[1].names or inputs[0].names or Path(NAMES)
        is_ascii = any(each.ascii_names for each in inputs)
        before, after = (
            load_surface(each.source, names_file, ascii_only=is_ascii, method_names=inputs[1].method_names)
            for each in inputs
        )
        changes = compare_surfaces(before, after)
    previous = version or before.version
    following = next_version(previous, changes)
    match output_format:
        case Format.TEXT:
            sys.stdout.write(f"{format_changes_text(changes, previous, following)}\n")
        case Format.JSON:
            sys.stdout.write(f"{format_changes_json(changes, previous, following)}\n")
        case Format.GITHUB if changes:
            sys.stdout.write(f"{format_github(change.diagnostic() for change in changes)}\n")
        case _:
            pass
    if any(change.level is Level.BREAKING for change in changes):
        raise typer.Exit(1)

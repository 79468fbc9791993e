"""The command `channelsmith diff`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from channelsmith.cli.options import AllowRefOption, OverlayOption, QuietOption, extend_source
from channelsmith.cli.report import Format, Report, show_progress
from channelsmith.config import find_input
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput, format_text

if TYPE_CHECKING:
    from channelsmith.diff import Change, Surface


class DiffFormat(StrEnum):
    """The format of the changes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A document, a configured API, or an installed package.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same for the changed document.")],
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The names file of both; that of the configured API by default."),
    ] = None,
    version: Annotated[
        str | None,
        typer.Option(metavar="X.Y.Z", help="The version to be released: exit status 1 only if it is too low."),
    ] = None,
    previous: Annotated[
        str | None, typer.Option(metavar="X.Y.Z", help="The previous version; that of the OLD document by default.")
    ] = None,
    output_format: Annotated[
        DiffFormat,
        typer.Option(
            "--format",
            help="The format: markdown is a section of a changelog, html a page with signatures.",
        ),
    ] = DiffFormat.TEXT,
    quiet: QuietOption = False,
) -> None:
    """Report the changes for callers between two documents, which of them are breaking, and the next version.

    Exit status 0 if nothing is breaking, 1 if something is, 2 if a document cannot be used. With --version, exit
    status 1 if that version is too low for the changes. Overlays correct both documents.
    """
    from channelsmith.diff import Level, compare_surfaces, load_surface, next_version  # noqa: PLC0415 -- slow to load
    from channelsmith.naming.names_file import NAMES  # noqa: PLC0415

    is_problems = output_format in {DiffFormat.GITHUB, DiffFormat.SARIF}
    with Report(Format(output_format) if is_problems else Format.TEXT, quiet=quiet, is_result=True) as report:
        with show_progress(f"comparing {old} and {new}"):
            inputs = [find_input(old), find_input(new)]
            names_file = names or inputs[1].names or inputs[0].names or Path(NAMES)
            is_ascii = any(each.ascii_names for each in inputs)
            before, after = (
                load_surface(source, names_file, ascii_only=is_ascii, method_names=inputs[1].method_names)
                for source in (extend_source(each.source, overlay, allow_ref) for each in inputs)
            )
            changes = compare_surfaces(before, after)
        since = previous or before.version
        following = next_version(since, changes)
        refusal = _check_version(version, since, following) if version is not None else None
        if is_problems:
            report.add(change.diagnostic() for change in changes)
            report.add([refusal] if refusal is not None else [])
        else:
            sys.stdout.write(f"{_format(output_format, changes, (before, after), since, following, version)}\n")
            sys.stderr.write(f"{format_text([refusal])}\n" if refusal is not None else "")
    is_breaking = any(change.level is Level.BREAKING for change in changes)
    if refusal is not None if version is not None else is_breaking:
        raise typer.Exit(1)


def _check_version(version: str, since: str, required: str) -> Diagnostic | None:
    """Return the problem with a version that is too low for the changes, None if it is high enough.

    Raises:
        UnusableInput: it is not a version, or nothing is known about the previous one.
    """
    from channelsmith.diff import is_sufficient  # noqa: PLC0415 -- slow to load, not needed for --help

    if not required:
        raise _unusable(f"the previous version {since!r} has no numbers", "give it by --previous 1.2.3")
    try:
        if is_sufficient(version, required):
            return None
    except ValueError:
        raise _unusable(f"{version!r} is not a version", f"for example --version {required}") from None
    message = f"the version {version} is too low: these changes since {since} need at least {required}"
    return Diagnostic(Severity.ERROR, "version-too-low", message, f"release it as {required}")


def _format(  # noqa: PLR0917 -- what every format can show
    output_format: DiffFormat,
    changes: "tuple[Change, ...]",
    surfaces: "tuple[Surface, Surface]",
    since: str,
    following: str,
    version: str | None,
) -> str:
    from channelsmith.diff import (  # noqa: PLC0415 -- slow to load, not needed for --help
        format_changes_html,
        format_changes_json,
        format_changes_markdown,
        format_changes_text,
    )

    match output_format:
        case DiffFormat.JSON:
            return format_changes_json(changes, since, following, version)
        case DiffFormat.MARKDOWN:
            return format_changes_markdown(changes, since, version or following)
        case DiffFormat.HTML:
            return format_changes_html(changes, surfaces, since, version or following)
        case _:
            return format_changes_text(changes, since, following)


def _unusable(message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "version", message, hint))

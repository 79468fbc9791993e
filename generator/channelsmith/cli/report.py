"""Print results: problems in the requested format, and status messages."""

import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import typer

from channelsmith.diagnostics import (
    Diagnostic,
    UnusableInput,
    format_github,
    format_json,
    format_text,
    printable,
)


class Format(StrEnum):
    """The format of results."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_FORMATTERS = {Format.TEXT: format_text, Format.JSON: format_json, Format.GITHUB: format_github}


_PER_KIND = 3
"""Warnings of a kind that are printed before the others are only counted."""


def print_problems(
    problems: Iterable[Diagnostic], output_format: Format = Format.TEXT, *, grouped: bool = False
) -> None:
    """Print problems on stderr; in JSON also if there are none. `grouped`: of many warnings of a kind, only some."""
    problems = list(problems)
    if grouped and problems and output_format is Format.TEXT:
        sys.stderr.write(f"{format_text(problems, per_kind=_PER_KIND)}\n")
    elif problems or output_format is Format.JSON:
        sys.stderr.write(f"{_FORMATTERS[output_format](problems)}\n")


def print_status(text: str, output_format: Format = Format.TEXT) -> None:
    """Print a message on stderr, except in JSON, where it would be in the way of a parser."""
    if output_format is not Format.JSON:
        sys.stderr.write(f"{printable(text)}\n")


@contextmanager
def exit_on_unusable_input(output_format: Format = Format.TEXT) -> Generator[None]:
    """Print the problems of unusable input and exit with status 2."""
    try:
        yield
    except UnusableInput as error:
        print_problems(error.diagnostics, output_format)
        raise typer.Exit(2) from None


def display_path(path: Path) -> str:
    """The path as text, relative to the current folder if it is inside."""
    return printable(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))

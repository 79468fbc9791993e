"""The command line: `channelsmith generate | check | lint | diff | sandbox | conform | ir`.

Exit status: 0 for success, 1 if what was checked does not hold, 2 for unusable input.
"""

import gc
import sys

import typer

from channelsmith.cli.check import check
from channelsmith.cli.conform import conform
from channelsmith.cli.diff import diff
from channelsmith.cli.generate import generate
from channelsmith.cli.ir import ir
from channelsmith.cli.lint import lint
from channelsmith.cli.sandbox import sandbox
from channelsmith.diagnostics import UnusableInput, format_text

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Generate typed Python clients from OpenAPI documents.",
)
for command in (generate, check, lint, diff, sandbox, conform, ir):
    app.command()(command)

_GC_THRESHOLD = (200_000, 20, 100)
"""Collect garbage rarely: a run builds large trees and releases hardly anything before its end."""


def main() -> None:
    """Run the `channelsmith` command."""
    gc.set_threshold(*_GC_THRESHOLD)
    try:
        app(standalone_mode=True)
    except UnusableInput as error:
        sys.stderr.write(f"{format_text(error.diagnostics)}\n")
        sys.exit(2)

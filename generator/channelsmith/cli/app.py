"""The command line: `channelsmith generate | check | lint | diff | sources | sandbox | conform | ir`.

Exit status: 0 for success, 1 if what was checked does not hold, 2 for unusable input.
"""

import gc
import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from channelsmith.cli.check import check
from channelsmith.cli.conform import conform
from channelsmith.cli.diff import diff
from channelsmith.cli.generate import generate
from channelsmith.cli.ir import ir
from channelsmith.cli.lint import lint
from channelsmith.cli.sandbox import sandbox
from channelsmith.cli.sources import sources
from channelsmith.diagnostics import UnusableInput, format_text


class _Command(TyperCommand):
    """A command whose flags have no type in the help, and whose first paragraph is complete in the list of commands."""

    def get_params(self, ctx: Any) -> Any:
        return _without_types(super().get_params(ctx))

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 -- the signature of the base class
        return (self.help or "").partition("\n\n")[0].replace("\n", " ")


class _Commands(TyperGroup):
    """The commands, whose errors about values do not begin with the prefix that pydantic adds."""

    def get_params(self, ctx: Any) -> Any:
        return _without_types(super().get_params(ctx))

    def invoke(self, ctx: Any) -> object:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


def _without_types(parameters: list[Any]) -> list[Any]:
    """Return the parameters, where flags have no type that the help would show."""
    for parameter in parameters:
        if isinstance(parameter, TyperOption) and parameter.is_flag:
            parameter.metavar = ""
    return parameters


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        sys.stdout.write(f"channelsmith {version('channelsmith')}\n")
        raise typer.Exit


@app.callback()
def main_options(
    _: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Generate typed Python clients from OpenAPI documents."""


for command in (generate, check, lint, diff, sources, sandbox, conform, ir):
    app.command(cls=_Command)(command)

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

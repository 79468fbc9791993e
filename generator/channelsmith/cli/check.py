"""The command `channelsmith check`."""

import sys

import typer

from channelsmith.cli.options import ApisArgument, FormatOption
from channelsmith.cli.report import Format, exit_on_unusable_input, print_problems, print_status
from channelsmith.config import load_configs
from channelsmith.diagnostics import printable


def check(apis: ApisArgument = None, *, output_format: FormatOption = Format.TEXT) -> None:
    """Compare the packages on disk with their documents; print differences, and exit with status 1 if there are any."""
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed for --help

    outdated: list[str] = []
    with exit_on_unusable_input(output_format):
        for config in load_configs(apis or ()):
            tree, problems = generate_package(config)
            print_problems(problems, output_format)
            differences = "".join(tree.differences(config.output))
            for line in differences.removesuffix("\n").split("\n") if differences else ():
                sys.stdout.write(f"{printable(line)}\n")
            if differences:
                outdated.append(config.name)
            print_status(f"{config.name}: {'out of date' if differences else 'up to date'}", output_format)
    if outdated:
        print_status(f"to fix, run: channelsmith generate {' '.join(outdated)}", output_format)
        raise typer.Exit(1)

"""The command `channelsmith check`."""

import sys

import typer

from channelsmith.cli.options import (
    AllowRefOption,
    ApisArgument,
    AsciiNamesOption,
    FormatOption,
    InferPaginationOption,
    NamesOption,
    OutputOption,
    OverlayOption,
    PackageOption,
    SpecOption,
    StrictOption,
    select_configs,
)
from channelsmith.cli.report import Format, exit_on_unusable_input, print_problems, print_status
from channelsmith.diagnostics import printable


def check(
    apis: ApisArgument = None,
    *,
    spec: SpecOption = None,
    output: OutputOption = None,
    package: PackageOption = None,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    names: NamesOption = None,
    strict: StrictOption = False,
    ascii_names: AsciiNamesOption = False,
    infer_pagination: InferPaginationOption = True,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Compare the packages on disk with their documents; print differences, and exit with status 1 if there are any.

    The options are those that the packages were generated with.
    """
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed for --help

    outdated: list[str] = []
    with exit_on_unusable_input(output_format):
        configs = select_configs(
            apis,
            spec=spec,
            output=output,
            package=package,
            overlays=overlay,
            allow_refs=allow_ref,
            names=names,
            strict=strict,
            ascii_names=ascii_names,
            infer_pagination=infer_pagination,
        )
        for config in configs:
            tree, problems = generate_package(config)
            print_problems(problems, output_format, grouped=True)
            differences = "".join(tree.differences(config.output))
            for line in differences.removesuffix("\n").split("\n") if differences else ():
                sys.stdout.write(f"{printable(line)}\n")
            if differences:
                outdated.append(config.name)
            print_status(f"{config.name}: {'out of date' if differences else 'up to date'}", output_format)
    if outdated:
        again = "generate with the same options" if spec else f"generate {' '.join(outdated)}"
        print_status(f"to fix, run: channelsmith {again}", output_format)
        raise typer.Exit(1)

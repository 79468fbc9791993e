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
from channelsmith.output.file_tree import Change, describe_folder


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

    Files that were edited by hand, that are out of date and that are missing are told apart; files that were not
    generated are named, and do not count.

    The options are those that the packages were generated with.
    """
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed for --help

    outdated: list[str] = []
    is_edited = False
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
            differences = list(tree.differences(config.output))
            remarks = describe_folder(config.output, config.target.inside)
            problems = (*problems, *remarks, *(each.diagnostic for each in differences))
            print_problems(problems, output_format, grouped=True)
            diff = "".join(each.diff for each in differences)
            for line in diff.removesuffix("\n").split("\n") if diff else ():
                sys.stdout.write(f"{printable(line)}\n")
            if differences:
                outdated.append(config.name)
            is_edited = is_edited or any(each.change is Change.EDITED for each in differences)
            print_status(f"{config.name}: {'out of date' if differences else 'up to date'}", output_format)
    if outdated:
        force = " --force" if is_edited else ""
        again = f"generate{force} with the same options" if spec else f"generate{force} {' '.join(outdated)}"
        print_status(f"to fix, run: channelsmith {again}", output_format)
        raise typer.Exit(1)

"""The command `channelsmith check`."""

import sys

import typer

from channelsmith.cli.options import FormatOption, PackageSelection, QuietOption, VerboseOption, with_packages
from channelsmith.cli.report import Format, Report, show_progress
from channelsmith.diagnostics import printable
from channelsmith.output.file_tree import Change, describe_folder
from channelsmith.output.manifest import MANIFEST, describe_versions


@with_packages
def check(
    selection: PackageSelection,
    *,
    output_format: FormatOption = Format.TEXT,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Compare the packages on disk with their documents; print differences, and exit with status 1 if there are any.

    Files that were edited by hand, that are out of date and that are missing are reported separately. Files in the
    import package that were not generated are named, and do not count.

    The options are those that the packages were generated with.
    """
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed for --help

    outdated: list[str] = []
    is_edited = False
    with Report(output_format, quiet=quiet, verbose=verbose, groups_errors=True) as report:
        for config in selection.configs():
            with show_progress(f"checking {config.name}"):
                tree, problems = generate_package(config)
                differences = list(tree.differences(config.output))
            remarks = [*describe_folder(config.output, config.target.inside)]
            if differences and (versions := describe_versions(config.output, tree.files[MANIFEST])) is not None:
                remarks.append(versions)
            report.add((*problems, *remarks, *(each.diagnostic for each in differences)))
            if report.is_text:
                _print_diff("".join(each.diff for each in differences))
            if differences:
                outdated.append(config.name)
            is_edited = is_edited or any(each.change is Change.EDITED for each in differences)
            report.status(f"{config.name}: {'out of date' if differences else 'up to date'}")
        if outdated:
            names = " ".join(outdated) if selection.is_configured else "with the same options"
            report.instruct(f"to fix, run: channelsmith generate {'--force ' * is_edited}{names}")
    if outdated:
        raise typer.Exit(1)


def _print_diff(diff: str) -> None:
    for line in diff.removesuffix("\n").split("\n") if diff else ():
        sys.stdout.write(f"{printable(line)}\n")

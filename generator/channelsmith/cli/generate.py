"""The command `channelsmith generate`."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.options import (
    FormatOption,
    PackageSelection,
    QuietOption,
    RenameMethodsOption,
    VerboseOption,
    with_packages,
)
from channelsmith.cli.report import Format, Report, display_path, show_progress
from channelsmith.config import ApiConfig
from channelsmith.diagnostics import UnusableInput
from channelsmith.output.build_cache import NO_CACHE, BuildResult, Cache, find_result, save_result
from channelsmith.output.file_tree import describe_folder
from channelsmith.output.manifest import MANIFEST
from channelsmith.output.watch import watch_files


def update_package(config: ApiConfig, cache: Cache = NO_CACHE, *, force: bool = False) -> BuildResult:
    """Generate a package, unless the last run had the same input and its output is unchanged.

    Raises:
        UnusableInput: the document cannot be used, or the output cannot be written or, without `force`, has edits.
    """
    return prepare_package(config, cache, force=force)()


def prepare_package(config: ApiConfig, cache: Cache = NO_CACHE, *, force: bool = False) -> Callable[[], BuildResult]:
    """Generate a package without writing it; return a function that writes it.

    Raises:
        UnusableInput: as by `update_package`; the function raises it only if the output cannot be written.
    """
    remarks = tuple(describe_folder(config.output, config.target.inside))
    if (earlier := find_result(config, cache)) is not None:
        unchanged = replace(earlier, diagnostics=(*earlier.diagnostics, *remarks))
        return lambda: unchanged
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, and not needed above

    started = time.time_ns()
    tree, diagnostics = generate_package(config, cache)
    tree.check_writing(config.output, force=force)

    def write() -> BuildResult:
        result = BuildResult(len(tree.files), tree.write(config.output, force=force), diagnostics, tree.sources)
        save_result(config, cache, tree, result, started)
        return replace(result, diagnostics=(*result.diagnostics, *remarks))

    return write


@with_packages
def generate(
    selection: PackageSelection,
    *,
    rename_methods: RenameMethodsOption = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files edited by hand, and those of another package.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and generate again when files change.")] = False,
    output_format: FormatOption = Format.TEXT,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Generate the packages of the configured APIs, or of one document."""
    cache = Cache.of_user()

    def prepare(config: ApiConfig) -> Callable[[], BuildResult]:
        with show_progress(f"generating {config.name}"):
            return prepare_package(config, cache, force=force)

    def write(config: ApiConfig, package: Callable[[], BuildResult], report: Report) -> BuildResult:
        is_new = not (config.output / MANIFEST).exists()
        result = package()
        report.add(result.diagnostics)
        folder = display_path(config.output)
        changes = f"written to {folder}" if is_new else f"in {folder}, {result.changed or 'none'} changed"
        names = f"package {config.target.package}, client {config.target.client}"
        report.status(f"{config.name}: {result.files} files {changes}; {names}")
        return result

    def update_all(configs: Iterable[ApiConfig], report: Report) -> Iterable[Path]:
        for config in configs:
            try:
                result: BuildResult | UnusableInput = write(config, prepare(config), report)
            except UnusableInput as error:
                report.add(error.diagnostics)
                result = error
            yield from _watched_files(config, result)
        report.flush()

    with Report(output_format, quiet=quiet, verbose=verbose) as report:
        report.add([cache.problem] if cache.problem is not None else [])
        configs = tuple(replace(config, rename_methods=rename_methods) for config in selection.configs())
        if watch:
            with suppress(KeyboardInterrupt):
                watch_files(lambda: update_all(configs, report), time.sleep)
            return
        packages = [(config, prepare(config)) for config in configs]  # nothing is written if one of them fails
        for config, package in packages:
            write(config, package, report)


def _watched_files(config: ApiConfig, result: BuildResult | UnusableInput) -> set[Path]:
    """The files whose change starts another run; after a failure, also those it names and the document's folder."""
    files = {config.spec, *config.overlays, *config.further_files, *([config.names] if config.names else [])}
    if isinstance(result, BuildResult):
        return files | set(result.sources)
    named = {Path(problem.location.file) for problem in result.diagnostics if problem.location is not None}
    return files | named | {config.spec.parent}

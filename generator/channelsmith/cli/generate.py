"""The command `channelsmith generate`."""

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

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
    RenameMethodsOption,
    SpecOption,
    StrictOption,
    select_configs,
)
from channelsmith.cli.report import Format, display_path, exit_on_unusable_input, print_problems, print_status
from channelsmith.config import ApiConfig
from channelsmith.diagnostics import UnusableInput
from channelsmith.output.build_cache import NO_CACHE, BuildResult, Cache, find_result, save_result
from channelsmith.output.file_tree import describe_folder
from channelsmith.output.watch import watch_files


def update_package(config: ApiConfig, cache: Cache = NO_CACHE, *, force: bool = False) -> BuildResult:
    """Generate a package, unless the last run had the same input and its output is unchanged.

    Raises:
        UnusableInput: the document cannot be used, or the output cannot be written or, without `force`, has edits.
    """
    remarks = tuple(describe_folder(config.output, config.target.inside))
    if (result := find_result(config, cache)) is None:
        from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, and not needed above

        started = time.time_ns()
        tree, diagnostics = generate_package(config, cache)
        result = BuildResult(len(tree.files), tree.write(config.output, force=force), diagnostics, tree.sources)
        save_result(config, cache, tree, result, started)
    return replace(result, diagnostics=(*result.diagnostics, *remarks))


def generate(
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
    rename_methods: RenameMethodsOption = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite files edited by hand, and those of another package.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and generate again when files change.")] = False,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Generate the packages of the configured APIs, or of one document."""
    cache = Cache.of_user()
    if cache.problem is not None:
        print_problems([cache.problem], output_format)

    def update(config: ApiConfig) -> BuildResult:
        result = update_package(config, cache, force=force)
        print_problems(result.diagnostics, output_format, grouped=True)
        output = display_path(config.output)
        print_status(
            f"{config.name}: {result.files} files in {output}, {result.changed or 'none'} changed", output_format
        )
        return result

    def update_all() -> Iterable[Path]:
        for config in configs:
            try:
                result: BuildResult | UnusableInput = update(config)
            except UnusableInput as error:
                print_problems(error.diagnostics, output_format)
                result = error
            yield from _watched_files(config, result)

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
            rename_methods=rename_methods,
        )
        if watch:
            with suppress(KeyboardInterrupt):
                watch_files(update_all, time.sleep)
            return
        for config in configs:
            update(config)


def _watched_files(config: ApiConfig, result: BuildResult | UnusableInput) -> set[Path]:
    """The files whose change starts another run; after a failure, also those it names and the document's folder."""
    files = {config.spec, *config.overlays, *([config.names] if config.names else [])}
    if isinstance(result, BuildResult):
        return files | set(result.sources)
    named = {Path(problem.location.file) for problem in result.diagnostics if problem.location is not None}
    return files | named | {config.spec.parent}

"""The command `channelsmith generate`."""

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.options import AllowRefOption, ApisArgument, FormatOption, OverlayOption, extend_config
from channelsmith.cli.report import Format, display_path, print_problems, print_status, unusable_input_reported
from channelsmith.config import ApiConfig, config_for_document, load_configs
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.output.build_cache import Cache, find_record, save_record
from channelsmith.output.watch import watch_files


@dataclass(frozen=True, slots=True)
class UpdateResult:
    """The number of files of a project, how many of them changed, and the warnings about its document."""

    files: int
    changed: int
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Path, ...]
    """Every file that was read."""


def update_package(config: ApiConfig, cache: Cache) -> UpdateResult:
    """Generate a package, unless the last run had the same input and its output is unchanged.

    Raises:
        UnusableInput: the document cannot be used, or the output cannot be written.
    """
    if (record := find_record(config, cache)) is not None:
        return UpdateResult(record.files, 0, record.diagnostics, record.sources)
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed if nothing changed

    started = time.time_ns()
    tree, diagnostics = generate_package(config)
    changed = tree.write(config.output)
    save_record(config, cache, tree, diagnostics, started)
    return UpdateResult(len(tree.files), changed, diagnostics, tree.sources)


def generate(
    apis: ApisArgument = None,
    *,
    spec: Annotated[
        Path | None, typer.Option("--spec", help="An OpenAPI document; no configuration is needed.")
    ] = None,
    output: Annotated[Path | None, typer.Option(help="The output folder; with --spec.")] = None,
    package: Annotated[str | None, typer.Option(help="The import name; with --spec.")] = None,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    names: Annotated[
        Path | None, typer.Option(help="The file that keeps every public name; names.json in the output by default.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail on an invalid document instead of repairing it.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and generate again when files change.")] = False,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Generate the packages of the configured APIs, or of one document."""
    cache = Cache.of_user()

    def update(config: ApiConfig) -> UpdateResult:
        result = update_package(config, cache)
        print_problems(result.diagnostics, output_format)
        output = display_path(config.output)
        print_status(
            f"{config.name}: {result.files} files in {output}, {result.changed or 'none'} changed", output_format
        )
        return result

    def update_all() -> Iterable[Path]:
        for config in configs:
            try:
                result: UpdateResult | UnusableInput = update(config)
            except UnusableInput as error:
                print_problems(error.diagnostics, output_format)
                result = error
            yield from _watched_files(config, result)

    with unusable_input_reported(output_format):
        selected = _select_configs(apis, spec, output, package)
        if names is not None and len(selected) > 1:
            raise typer.BadParameter("--names is for a single API")
        configs = [
            replace(extend_config(config, overlay, allow_ref), strict=strict, names=names or config.names)
            for config in selected
        ]
        if watch:
            with suppress(KeyboardInterrupt):
                watch_files(update_all, time.sleep)
            return
        for config in configs:
            update(config)


def _select_configs(
    apis: list[str] | None, spec: Path | None, output: Path | None, package: str | None
) -> tuple[ApiConfig, ...]:
    if spec is None:
        if output is not None or package is not None:
            raise typer.BadParameter("--output and --package need --spec")
        return load_configs(apis or ())
    if apis or output is None:
        raise typer.BadParameter("--spec needs --output, and excludes the names of APIs")
    return (config_for_document(spec, output, package),)


def _watched_files(config: ApiConfig, result: UpdateResult | UnusableInput) -> set[Path]:
    """The files whose change starts another run; after a failure, also those it names and the document's folder."""
    files = {config.spec, *config.overlays, *([config.names] if config.names else [])}
    if isinstance(result, UpdateResult):
        return files | set(result.sources)
    named = {Path(problem.location.file) for problem in result.diagnostics if problem.location is not None}
    return files | named | {config.spec.parent}

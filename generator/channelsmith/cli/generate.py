"""The command `channelsmith generate`."""

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.options import AllowRefOption, ApisArgument, FormatOption, OverlayOption
from channelsmith.cli.report import Format, display_path, exit_on_unusable_input, print_problems, print_status
from channelsmith.config import ApiConfig, config_for_document, load_configs
from channelsmith.diagnostics import UnusableInput
from channelsmith.output.build_cache import BuildResult, Cache, find_result, save_result
from channelsmith.output.watch import watch_files


def update_package(config: ApiConfig, cache: Cache) -> BuildResult:
    """Generate a package, unless the last run had the same input and its output is unchanged.

    Raises:
        UnusableInput: the document cannot be used, or the output cannot be written.
    """
    if (result := find_result(config, cache)) is not None:
        return result
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, not needed if nothing changed

    started = time.time_ns()
    tree, diagnostics = generate_package(config)
    result = BuildResult(len(tree.files), tree.write(config.output), diagnostics, tree.sources)
    save_result(config, cache, tree, result, started)
    return result


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
    ascii_names: Annotated[
        bool, typer.Option("--ascii-names", help="Transliterate names of other scripts: größe becomes grosse.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Keep running, and generate again when files change.")] = False,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Generate the packages of the configured APIs, or of one document."""
    cache = Cache.of_user()

    def update(config: ApiConfig) -> BuildResult:
        result = update_package(config, cache)
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
        selected = _select_configs(apis, spec, output, package)
        if names is not None and len(selected) > 1:
            raise typer.BadParameter("--names is for a single API")
        configs = [
            replace(
                config,
                overlays=(*config.overlays, *(overlay or ())),
                allow_refs=(*config.allow_refs, *(allow_ref or ())),
                strict=strict,
                names=names or config.names,
                ascii_names=ascii_names or config.ascii_names,
            )
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


def _watched_files(config: ApiConfig, result: BuildResult | UnusableInput) -> set[Path]:
    """The files whose change starts another run; after a failure, also those it names and the document's folder."""
    files = {config.spec, *config.overlays, *([config.names] if config.names else [])}
    if isinstance(result, BuildResult):
        return files | set(result.sources)
    named = {Path(problem.location.file) for problem in result.diagnostics if problem.location is not None}
    return files | named | {config.spec.parent}

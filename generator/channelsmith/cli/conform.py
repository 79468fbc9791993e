"""The command `channelsmith conform`."""

import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.options import AllowRefOption, QuietOption, complete_api
from channelsmith.cli.report import show_progress
from channelsmith.config import ApiConfig, config_for_document, find_shared_settings, load_configs
from channelsmith.diagnostics import UnusableInput, format_text, printable


class Form(StrEnum):
    """Format of the results."""

    MARKDOWN = "markdown"
    JSON = "json"
    JUNIT = "junit"
    HTML = "html"


def conform(
    api: Annotated[
        str | None,
        typer.Argument(
            metavar="API", help="A configured API, whose generated package is called.", autocompletion=complete_api
        ),
    ] = None,
    *,
    spec: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Any OpenAPI document; a package is generated for the run.")
    ] = None,
    overlay: Annotated[
        list[Path] | None, typer.Option(help="An overlay that corrects the document; may be repeated.")
    ] = None,
    allow_ref: AllowRefOption = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The server to call; by default a sandbox of the document. "
            "Every operation is called, deletions included: use a server that exists for tests.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="Format of the results.")] = Form.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the results to this file instead of standard output.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN",
            help="Select cells by id, operation or column, with * and ?: listOrders, 429*; may be repeated.",
        ),
    ] = None,
    quiet: QuietOption = False,
    listing: Annotated[bool, typer.Option("--list", help="Print every cell as JSON without executing any.")] = False,
) -> None:
    """Run every operation, declared response and fault class through the generated client, sync and async.

    Exit status 0 if all cells conform, 1 if one does not, 2 if the input or the server cannot be used.
    """
    try:
        from channelsmith.conform import WRITERS, list_cells, list_to_json  # noqa: PLC0415 -- an optional extra
        from channelsmith.conform import conform as run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        sys.stderr.write(
            f"error: the conformance runner needs {error.name}\n    hint: pip install 'channelsmith[conform]'\n"
        )
        raise typer.Exit(2) from None
    try:
        with _find_config(api, spec, overlay or (), allow_ref or ()) as config:
            if listing:
                _write(list_to_json(*list_cells(config, only or ())), output)
                return
            with show_progress(f"running the cells of {config.name}") as update:

                def show_calls(executed: int, cells: int) -> None:
                    update(f"running the cells of {config.name}: {min(executed, cells)} of {cells}")

                report = run(config, base_url=base_url, only=only or (), on_progress=show_calls)
        _write(WRITERS[form.value](report), output)
    except UnusableInput as error:
        sys.stderr.write(f"{format_text(error.diagnostics)}\n")
        raise typer.Exit(2) from None
    if not quiet:
        sys.stderr.write(f"{printable(report.client)}: {report.summary}\n")
    for line in report.failures:
        sys.stderr.write(f"  {printable(line)}\n")
    if not report.conforms:
        raise typer.Exit(1)


@contextmanager
def _find_config(
    api: str | None, spec: Path | None, overlays: Sequence[Path], allow_refs: Sequence[Path]
) -> Generator[ApiConfig]:
    """A configured API; or a document, with a package generated for it while the context lasts."""
    if (api is None) == (spec is None):
        raise typer.BadParameter("name an API, or a document with --spec")
    if api is not None:
        (config,) = load_configs([api])
        yield replace(config, overlays=(*config.overlays, *overlays), allow_refs=(*config.allow_refs, *allow_refs))
        return
    with tempfile.TemporaryDirectory(prefix="channelsmith-") as folder:
        project = find_shared_settings()
        config = config_for_document(spec or Path(), Path(folder) / "client", None, tuple(overlays), project)
        config = replace(config, allow_refs=tuple(allow_refs))
        from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- slow to load, and --help does not need it

        with show_progress(f"generating {config.name}"):
            tree, _ = generate_package(config)
            tree.write(config.output)
        yield config


def _write(text: str, output: Path | None) -> None:
    """Write the results completely or not at all."""
    if output is None:
        sys.stdout.write(text)
        return
    partial = output.with_name(f".{output.name}.part")
    try:
        partial.write_text(text, "utf-8")
        partial.replace(output)
    except OSError as error:
        sys.stderr.write(f"{printable(str(output))}: error: it cannot be written: {error.strerror}\n")
        raise typer.Exit(2) from None

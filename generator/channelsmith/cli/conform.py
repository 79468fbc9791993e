"""`channelsmith conform`: its options. The suite is loaded only when it runs."""

import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.config import Job, configured, single
from channelsmith.diagnostics import UnusableInput, format_text, printable


class Form(StrEnum):
    """How the results are written."""

    MARKDOWN = "markdown"
    JSON = "json"
    JUNIT = "junit"


def conform(
    api: Annotated[str | None, typer.Argument(metavar="[API]", help="A configured API; its generated package.")] = None,
    *,
    spec: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Any OpenAPI document; a package is made of it for the run.")
    ] = None,
    overlay: Annotated[
        list[Path] | None, typer.Option(help="An overlay that corrects the document; may be repeated.")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The server to run against, by default a sandbox of the document. "
            "Every operation is called, those that delete too: name one that is there for tests.",
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the results are written.")] = Form.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the results go; standard output by default.")
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN", help="Cells by id, operation or column, with * and ?: listOrders, 429*; may be repeated."
        ),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Print every cell as JSON, and execute none.")] = False,
) -> None:
    """Run every operation, declared answer and fault class through the generated client, sync and async.

    Exit code 0 when all cells conform, 1 when one does not, 2 when the input or the server can not be worked with.
    """
    try:
        from channelsmith.conform import WRITERS, listed, written  # noqa: PLC0415 -- an extra; nothing else needs it
        from channelsmith.conform import conform as run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        sys.stderr.write(f"error: the suite needs {error.name}\n    hint: pip install 'channelsmith[conform]'\n")
        raise typer.Exit(2) from None
    try:
        with _job(api, spec, overlay or (), needs_package=not listing) as job:
            if listing:
                _put(written(*listed(job, only or ())), output)
                return
            report = run(job, base_url=base_url, only=only or ())
        _put(WRITERS[form.value](report), output)
    except UnusableInput as error:
        sys.stderr.write(f"{format_text(error.diagnostics)}\n")
        raise typer.Exit(2) from None
    sys.stderr.write(f"{printable(report.client)}: {report.summary}\n")
    for line in report.failing:
        sys.stderr.write(f"  {printable(line)}\n")
    if not report.conforms:
        raise typer.Exit(1)


@contextmanager
def _job(api: str | None, spec: Path | None, overlays: Sequence[Path], *, needs_package: bool) -> Generator[Job]:
    """What is configured for an API; or a document, with a package made of it for as long as the context lasts."""
    if (api is None) == (spec is None):
        raise typer.BadParameter("name an API, or a document with --spec")
    if api is not None:
        (job,) = configured([api])
        yield replace(job, overlays=(*job.overlays, *overlays))
        return
    with tempfile.TemporaryDirectory(prefix="channelsmith-") as folder:
        made = single(spec or Path(), Path(folder) / "client", None, tuple(overlays))
        if needs_package:
            from channelsmith.pipeline import generate_package  # noqa: PLC0415

            tree, _ = generate_package(made)
            tree.write(made.output)
        yield made


def _put(text: str, output: Path | None) -> None:
    """Writes results whole, or not at all."""
    if output is None:
        sys.stdout.write(text)
        return
    aside = output.with_name(f".{output.name}.part")
    try:
        aside.write_text(text, "utf-8")
        aside.replace(output)
    except OSError as error:
        sys.stderr.write(f"{printable(str(output))}: error: it can not be written: {error.strerror}\n")
        raise typer.Exit(2) from None

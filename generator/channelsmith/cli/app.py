"""The command line: `channelsmith generate | check | lint | diff | sandbox | conform | ir`.

Exit codes: 0 all is well, 1 what was checked does not hold, 2 the input can not be worked with.
"""

import gc
import sys
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from channelsmith.cli.conform import conform
from channelsmith.cli.diff import diff
from channelsmith.cli.sandbox import sandbox, sandbox_problems
from channelsmith.config import Job, configured, inputs, single, source
from channelsmith.diagnostics import (
    Diagnostic,
    Severity,
    UnusableInput,
    format_github,
    format_json,
    format_text,
    printable,
)
from channelsmith.output.cache import Cache
from channelsmith.output.watch import follow

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="OpenAPI in, a typed Python client out.",
)
RARELY = (200_000, 20, 100)
"""How often to look for garbage: a run makes large trees and drops next to nothing before its end."""

say = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_PRINTERS: dict[Format, Callable[[Iterable[Diagnostic]], str]] = {
    Format.TEXT: format_text,
    Format.JSON: format_json,
    Format.GITHUB: format_github,
}
Apis = Annotated[list[str] | None, typer.Argument(metavar="[API]...", help="Configured APIs; all by default.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How problems are printed, on stderr.")]
OverlayOption = Annotated[
    list[Path] | None, typer.Option("--overlay", help="An overlay that corrects the document; may be repeated.")
]
AllowOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-ref",
        metavar="FOLDER",
        help="A folder into which references may lead, besides the document's own; may be repeated. "
        "Nothing is ever fetched from a network.",
    ),
]
SpecOption = Annotated[Path | None, typer.Option("--spec", help="Any OpenAPI document, no configuration needed.")]


@app.command()
def generate(
    apis: Apis = None,
    *,
    spec: SpecOption = None,
    output: Annotated[Path | None, typer.Option(help="The folder to make a project of; with --spec.")] = None,
    package: Annotated[str | None, typer.Option(help="The import name; with --spec.")] = None,
    overlay: OverlayOption = None,
    allow_ref: AllowOption = None,
    names: Annotated[
        Path | None, typer.Option(help="The file that keeps every public name; names.json in the output by default.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail where the document does not hold, instead of reading around it.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on, and write again when a file changes.")] = False,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Write the packages of the configured APIs, or of one document."""
    from channelsmith.cli.regenerate import Outcome, concerned, regenerate  # noqa: PLC0415 -- help needs none of it

    store = Cache.of_user()

    def run(job: Job) -> Outcome:
        done = regenerate(job, store)
        _report(done.diagnostics, output_format)
        if output_format is not Format.JSON:
            say.print(f"{job.name}: {done.files} files in {_shown(job.output)}, {done.changed or 'none'} changed")
        return done

    def run_all() -> Iterable[Path]:
        for job in jobs:
            try:
                found: Outcome | UnusableInput = run(job)
            except UnusableInput as error:
                _report(error.diagnostics, output_format)
                found = error
            yield from concerned(job, found)

    with _told(output_format):
        said = _corrected(_jobs(apis, spec, output, package), overlay, allow_ref)
        if names is not None and len(said) > 1:
            raise typer.BadParameter("--names goes with one API")
        jobs = [replace(job, strict=strict, names=names or job.names) for job in said]
        if not watch:
            for job in jobs:
                run(job)
            return
        with suppress(KeyboardInterrupt):
            follow(run_all, time.sleep)


@app.command()
def check(apis: Apis = None, *, output_format: FormatOption = Format.TEXT) -> None:
    """Compare what is on disk with what the descriptions give; exit 1 and show the difference where they part."""
    from channelsmith.pipeline import generate_package as run  # noqa: PLC0415

    stale: list[str] = []
    with _told(output_format):
        for job in configured(apis or ()):
            tree, problems = run(job)
            _report(problems, output_format)
            differences = list(tree.differences(job.output))
            lines = "".join(differences).removesuffix("\n").split("\n") if differences else []
            sys.stdout.writelines(f"{printable(line)}\n" for line in lines)
            stale += [job.name] * bool(differences)
            if output_format is not Format.JSON:
                outcome = "differs from its description" if differences else "as its description gives"
                say.print(f"{job.name}: {outcome}")
    if stale:
        if output_format is not Format.JSON:
            say.print(f"mend it with: channelsmith generate {' '.join(stale)}")
        raise typer.Exit(1)


@app.command()
def lint(
    files: Annotated[list[Path] | None, typer.Argument(help="Documents; by default those configured.")] = None,
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowOption = None,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Check documents for validity and our own rules, and count where their statements come from."""
    from channelsmith.cli.lint import lint as run  # noqa: PLC0415

    holds = True
    with _told(output_format):
        sources = [(file, (), ()) for file in files] if files else [inputs(job) for job in configured()]
        for file, overlays, allowed in sources:
            corrections, folders = (*overlays, *(overlay or ())), (*allowed, *(allow_ref or ()))
            problems, provenance = run(file, corrections, folders)
            if all(each.severity is not Severity.ERROR for each in problems):
                problems = (*problems, *sandbox_problems(file, corrections, folders))
            _report(problems, output_format)
            holds = holds and all(each.severity is Severity.INFO for each in problems)
            if output_format is Format.TEXT:
                Console(highlight=False).print(provenance)
    if not holds:
        raise typer.Exit(1)


app.command()(diff)
app.command()(sandbox)
app.command()(conform)


@app.command()
def ir(
    api_or_spec: Annotated[str, typer.Argument(metavar="API_OR_SPEC")],
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowOption = None,
) -> None:
    """Print the intermediate representation as JSON."""
    from channelsmith.ir.dump import dumps  # noqa: PLC0415
    from channelsmith.pipeline import load_api  # noqa: PLC0415

    spec, overlays, allowed = source(api_or_spec)
    found = load_api(spec, (*overlays, *(overlay or ())), allowed=(*allowed, *(allow_ref or ())))
    sys.stdout.write(dumps(found.api))


def main() -> None:
    """The `channelsmith` command."""
    gc.set_threshold(*RARELY)
    try:
        app(standalone_mode=True)
    except UnusableInput as error:
        sys.stderr.write(f"{format_text(error.diagnostics)}\n")
        sys.exit(2)


def _jobs(apis: list[str] | None, spec: Path | None, output: Path | None, package: str | None) -> tuple[Job, ...]:
    if spec is None:
        if output is not None or package is not None:
            raise typer.BadParameter("--output and --package go with --spec")
        return configured(apis or ())
    if apis or output is None:
        raise typer.BadParameter("--spec needs --output, and no API name beside it")
    return (single(spec, output, package),)


def _corrected(jobs: Iterable[Job], overlays: list[Path] | None, allowed: list[Path] | None) -> list[Job]:
    """The jobs with further overlays, applied after those that are configured, and further folders to refer to."""
    return [
        replace(job, overlays=(*job.overlays, *(overlays or ())), allow_refs=(*job.allow_refs, *(allowed or ())))
        for job in jobs
    ]


@contextmanager
def _told(output_format: Format) -> Generator[None]:
    """Problems that stop the run are printed as it was asked for; exit code 2."""
    try:
        yield
    except UnusableInput as error:
        _report(error.diagnostics, output_format)
        raise typer.Exit(2) from None


def _report(problems: Iterable[Diagnostic], output_format: Format) -> None:
    found = list(problems)
    if found or output_format is Format.JSON:
        sys.stderr.write(f"{_PRINTERS[output_format](found)}\n")


def _shown(path: Path) -> str:
    return printable(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))

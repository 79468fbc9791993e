"""The command line: `channelsmith generate | check | lint | sandbox | ir`.

Exit codes: 0 all is well, 1 what was checked does not hold, 2 the input can not be worked with.
"""

import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from channelsmith.config import Job, configured, single
from channelsmith.diagnostics import Diagnostic, UnusableInput, to_github, to_json, to_text

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="OpenAPI in, a typed Python client out.",
)
say = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_PRINTERS: dict[Format, Callable[[Iterable[Diagnostic]], str]] = {
    Format.TEXT: to_text,
    Format.JSON: to_json,
    Format.GITHUB: to_github,
}
Apis = Annotated[list[str] | None, typer.Argument(metavar="[API]...", help="Configured APIs; all by default.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How problems are printed, on stderr.")]
OverlayOption = Annotated[
    list[Path] | None, typer.Option("--overlay", help="An overlay that corrects the document; may be repeated.")
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
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Write the packages of the configured APIs, or of one document."""
    from channelsmith.pipeline import generate as run  # noqa: PLC0415 -- help and usage errors need none of it

    with _told(output_format):
        for job in _corrected(_jobs(apis, spec, output, package), overlay):
            tree, problems = run(job)
            _report(problems, output_format)
            changed = tree.write(job.output)
            if output_format is not Format.JSON:
                say.print(f"{job.name}: {len(tree.files)} files in {_shown(job.output)}, {changed or 'none'} changed")


@app.command()
def check(apis: Apis = None, *, output_format: FormatOption = Format.TEXT) -> None:
    """Compare what is on disk with what the descriptions give; exit 1 and show the difference where they part."""
    from channelsmith.pipeline import generate as run  # noqa: PLC0415

    stale: list[str] = []
    with _told(output_format):
        for job in configured(apis or ()):
            tree, problems = run(job)
            _report(problems, output_format)
            differences = list(tree.differences(job.output))
            sys.stdout.writelines(differences)
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
    output_format: FormatOption = Format.TEXT,
) -> None:
    """Check documents for validity and our own rules, and count where their statements come from."""
    from channelsmith.lint import lint as run  # noqa: PLC0415

    holds = True
    with _told(output_format):
        sources = [(file, ()) for file in files] if files else [(job.spec, job.overlays) for job in configured()]
        for file, overlays in sources:
            problems, provenance = run(file, (*overlays, *(overlay or ())))
            _report(problems, output_format)
            holds = holds and not problems
            if output_format is Format.TEXT:
                Console(highlight=False).print(provenance)
    if not holds:
        raise typer.Exit(1)


@app.command()
def sandbox(
    api_or_spec: Annotated[str, typer.Argument(metavar="API_OR_SPEC")],
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes any free one.")] = 8080,
    time_scale: Annotated[
        float, typer.Option(help="How long a second of the API takes; 0.01 makes a minute 0.6 s.")
    ] = 1.0,
    key: Annotated[list[str] | None, typer.Option(help="A secret that is accepted; may be repeated.")] = None,
    pending_seconds: Annotated[float, typer.Option(help="How long a job stays in progress, before scaling.")] = 90.0,
    fail_next: Annotated[int, typer.Option(help="So many jobs fail, beginning with the first.")] = 0,
    fail_every: Annotated[int, typer.Option(help="Every such job fails; 0 lets none fail.")] = 0,
    rows: Annotated[int | None, typer.Option(help="Rows of a result.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same rows.")] = 1,
) -> None:
    """Serve a local, stateful stand-in of an API."""
    try:
        from channelsmith.sandbox import run_command  # noqa: PLC0415 -- an extra; nothing else needs it
        from channelsmith.sandbox.settings import DEFAULT_KEY  # noqa: PLC0415
    except ModuleNotFoundError as error:
        say.print(f"error: the sandbox needs {error.name}\n    hint: pip install 'channelsmith[sandbox]'")
        raise typer.Exit(2) from None
    code = run_command(
        *_source(api_or_spec),
        host=host,
        port=port,
        time_scale=time_scale,
        keys=tuple(key) if key else (DEFAULT_KEY,),
        pending_seconds=pending_seconds,
        fail_next=fail_next,
        fail_every=fail_every,
        rows=rows,
        seed=seed,
    )
    raise typer.Exit(code)


@app.command()
def ir(api_or_spec: Annotated[str, typer.Argument(metavar="API_OR_SPEC")], *, overlay: OverlayOption = None) -> None:
    """Print the intermediate representation as JSON."""
    from channelsmith.irjson import dumps  # noqa: PLC0415
    from channelsmith.pipeline import understand  # noqa: PLC0415

    spec, overlays = _source(api_or_spec)
    sys.stdout.write(dumps(understand(spec, (*overlays, *(overlay or ()))).api))


def main() -> None:
    """The `channelsmith` command."""
    try:
        app(standalone_mode=True)
    except UnusableInput as error:
        sys.stderr.write(f"{to_text(error.diagnostics)}\n")
        sys.exit(2)


def _jobs(apis: list[str] | None, spec: Path | None, output: Path | None, package: str | None) -> tuple[Job, ...]:
    if spec is None:
        if output is not None or package is not None:
            raise typer.BadParameter("--output and --package go with --spec")
        return configured(apis or ())
    if apis or output is None:
        raise typer.BadParameter("--spec needs --output, and no API name beside it")
    return (single(spec, output, package),)


def _corrected(jobs: Iterable[Job], overlays: list[Path] | None) -> list[Job]:
    """The jobs with further overlays, applied after those that are configured."""
    return [replace(job, overlays=(*job.overlays, *(overlays or ()))) for job in jobs]


def _source(api_or_spec: str) -> tuple[Path, tuple[Path, ...]]:
    """A file where there is one of this name, else the document of a configured API and its overlays."""
    path = Path(api_or_spec)
    if path.is_file() or path.suffix:
        return path, ()
    (job,) = configured([api_or_spec])
    return job.spec, job.overlays


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
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)

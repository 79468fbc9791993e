"""Arguments and options that several commands have."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from channelsmith.cli.report import Format
from channelsmith.config import ApiConfig, config_for_document, find_shared_settings, load_configs
from channelsmith.diagnostics import UnusableInput
from channelsmith.transform.source import DocumentSource


def complete_api(incomplete: str) -> list[str]:
    """Return the configured APIs that begin like this, for the completion of shells."""
    with suppress(UnusableInput):
        return [config.name for config in load_configs() if config.name.startswith(incomplete)]
    return []


ApisArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="API", help="Configured APIs; all by default.", autocompletion=complete_api),
]
SourceArgument = Annotated[
    str,
    typer.Argument(
        metavar="API_OR_SPEC",
        help="A configured API, an OpenAPI document, or an installed package.",
        autocompletion=complete_api,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", help="The format of the results; all but text are for programs, on stdout.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors and results.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Print every problem of a kind.")]
SpecOption = Annotated[
    Path | None, typer.Option("--spec", metavar="FILE", help="An OpenAPI document; no configuration is needed.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", metavar="FOLDER", help="The output folder; with --spec.")
]
PackageOption = Annotated[str | None, typer.Option("--package", metavar="NAME", help="The import name; with --spec.")]
NamesOption = Annotated[
    Path | None,
    typer.Option(
        "--names", metavar="FILE", help="The file that keeps every public name; names.json in the output by default."
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Fail on an invalid document instead of repairing it.")]
AsciiNamesOption = Annotated[
    bool, typer.Option("--ascii-names", help="Transliterate names of other scripts: größe becomes grosse.")
]
NoInferPaginationOption = Annotated[
    bool,
    typer.Option(
        "--no-infer-pagination",
        help="Page only operations with x-pagination, not those that look paged.",
    ),
]
RenameMethodsOption = Annotated[
    bool,
    typer.Option(
        "--rename-methods",
        help="Give all methods the names that `method-names` asks for; the former names stay as deprecated aliases.",
    ),
]
OverlayOption = Annotated[
    list[Path] | None,
    typer.Option("--overlay", metavar="FILE", help="An overlay that corrects the document; may be repeated."),
]
AllowRefOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-ref",
        metavar="FOLDER",
        help="A folder that references may lead into, besides the document's own; may be repeated. "
        "Nothing is ever fetched from a network.",
    ),
]


def extend_source(
    source: DocumentSource,
    overlays: Iterable[Path] | None,
    allow_refs: Iterable[Path] | None,
    *,
    infer_pagination: bool = True,
) -> DocumentSource:
    """Add the options of the command line to the configured ones."""
    return source._replace(
        overlays=(*source.overlays, *(overlays or ())),
        allow_refs=(*source.allow_refs, *(allow_refs or ())),
        infer_pagination=infer_pagination and source.infer_pagination,
    )


def select_configs(
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
    no_infer_pagination: NoInferPaginationOption = False,
) -> tuple[ApiConfig, ...]:
    """Return the configured APIs of a command, or the one that `--spec` describes, with the options added.

    Raises:
        UnusableInput: the configuration cannot be used.
    """
    selected: tuple[ApiConfig, ...]
    if spec is None:
        if output is not None or package is not None:
            raise typer.BadParameter("--output and --package need --spec")
        selected = load_configs(apis or ())
    elif apis:
        raise typer.BadParameter(f"give either --spec or names of configured APIs ({', '.join(apis)}), not both")
    elif output is None:
        raise typer.BadParameter("--spec needs --output, the folder for the package")
    else:
        selected = (config_for_document(spec, output, package, project=find_shared_settings()),)
    if names is not None and len(selected) > 1:
        raise typer.BadParameter("--names is for a single API")
    return tuple(
        replace(
            config,
            overlays=(*config.overlays, *(overlay or ())),
            allow_refs=(*config.allow_refs, *(allow_ref or ())),
            strict=strict,
            names=names or config.names,
            ascii_names=ascii_names or config.ascii_names,
            infer_pagination=config.infer_pagination and not no_infer_pagination,
        )
        for config in selected
    )


@dataclass(frozen=True, slots=True)
class PackageSelection:
    """The packages that a command line selects."""

    arguments: Mapping[str, Any]
    """The arguments of `select_configs`."""

    @property
    def is_configured(self) -> bool:
        """Whether they are those of configured APIs."""
        return self.arguments["spec"] is None

    def configs(self) -> tuple[ApiConfig, ...]:
        """Return their configurations.

        Raises:
            UnusableInput: the configuration cannot be used.
        """
        return select_configs(**self.arguments)


def with_packages(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the arguments and options of `select_configs`, besides its own.

    Its first parameter is the selection of packages that follows from them.
    """
    shared = inspect.signature(select_configs).parameters
    _, *own = inspect.signature(command).parameters.values()

    @wraps(command)
    def run(**arguments: Any) -> None:
        selection = PackageSelection({name: arguments.pop(name) for name in shared})
        command(selection, **arguments)

    parameters = (*shared.values(), *own)
    # typer reads the options from these
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run

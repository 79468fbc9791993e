"""`channelsmith diff`: its options. What compares is loaded only when it runs."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.config import configured, inputs
from channelsmith.diagnostics import UnusableInput, format_github, format_text


class Report(StrEnum):
    """How the changes are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A document, or a configured API.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What it became: a document, or a configured API.")],
    *,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The names file of both; that of a configured API by default."),
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="X.Y.Z", help="The version before; the OLD document's own by default.")
    ] = None,
    form: Annotated[Report, typer.Option("--format", help="How the changes are printed.")] = Report.TEXT,
) -> None:
    """Say what changed for callers between two documents, what of it breaks their code, and what the next version is.

    Exit code 0 when nothing breaks, 1 when something does, 2 when a document can not be worked with.
    """
    from channelsmith.diff import Level, Surface, compare, following, surface, to_json  # noqa: PLC0415
    from channelsmith.diff import to_text as told  # noqa: PLC0415
    from channelsmith.naming import names_file as pins  # noqa: PLC0415 -- help and usage errors need none of it
    from channelsmith.naming.names import build_names  # noqa: PLC0415
    from channelsmith.naming.stable_id import Identities  # noqa: PLC0415
    from channelsmith.pipeline import LoadedApi, load_api  # noqa: PLC0415

    def seen(found: LoadedApi) -> Surface:
        identity = Identities(found.document)
        pinned, _ = pins.read(kept, found.api, identity)
        return surface(found, build_names(found.api, pinned=pinned, identity=identity))

    try:
        sides = [_side(old), _side(new)]
        kept = names or next((path for *_, path in reversed(sides) if path is not None), Path(pins.NAMES))
        before, after = (load_api(spec, overlays, allowed=allowed) for spec, overlays, allowed, _ in sides)
        changes = compare(seen(before), seen(after))
    except UnusableInput as error:
        sys.stderr.write(f"{format_text(error.diagnostics)}\n")
        raise typer.Exit(2) from None
    versions = (version or before.api.version, following(version or before.api.version, changes))
    match form:
        case Report.TEXT:
            sys.stdout.write(f"{told(changes, *versions)}\n")
        case Report.JSON:
            sys.stdout.write(f"{to_json(changes, *versions)}\n")
        case Report.GITHUB:
            sys.stdout.writelines(
                f"{line}\n" for line in format_github(each.diagnostic() for each in changes).splitlines()
            )
    if any(change.level is Level.BREAKING for change in changes):
        raise typer.Exit(1)


def _side(api_or_spec: str) -> tuple[Path, tuple[Path, ...], tuple[Path, ...], Path | None]:
    """A document with its overlays, the folders it may refer to, and where its names are kept."""
    path = Path(api_or_spec)
    if path.is_file() or path.suffix:
        return path, (), (), None
    (job,) = configured([api_or_spec])
    return *inputs(job), job.names

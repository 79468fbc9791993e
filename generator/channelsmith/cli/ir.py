"""The command `channelsmith ir`."""

import sys
from dataclasses import fields, is_dataclass
from typing import Any, cast

from channelsmith.cli.options import (
    AllowRefOption,
    NoInferPaginationOption,
    OverlayOption,
    QuietOption,
    SourceArgument,
    VerboseOption,
    extend_source,
)
from channelsmith.cli.report import Report
from channelsmith.config import find_input
from channelsmith.diagnostics import dump_json


def ir(
    api_or_spec: SourceArgument,
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    no_infer_pagination: NoInferPaginationOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print the intermediate representation as JSON, and warnings to stderr."""
    from channelsmith.pipeline import load_api  # noqa: PLC0415 -- slow to load, not needed for --help

    with Report(quiet=quiet, verbose=verbose) as report:
        source = find_input(api_or_spec).source
        loaded = load_api(*extend_source(source, overlay, allow_ref, infer_pagination=not no_infer_pagination))
        report.add(loaded.diagnostics)
    sys.stdout.write(f"{dump_json(_to_plain(loaded.api))}\n")


def _to_plain(value: object) -> Any:
    """Convert data classes to plain data; each becomes a mapping with its name under `class`."""
    if is_dataclass(value) and not isinstance(value, type):
        members = {member.name: _to_plain(getattr(value, member.name)) for member in fields(value)}
        return {"class": type(value).__name__, **members}
    if isinstance(value, tuple):
        return [_to_plain(item) for item in cast("tuple[object, ...]", value)]
    return value

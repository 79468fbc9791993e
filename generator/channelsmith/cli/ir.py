"""The command `channelsmith ir`."""

import sys

from channelsmith.cli.options import AllowRefOption, OverlayOption, SourceArgument, extend_source
from channelsmith.cli.report import unusable_input_reported
from channelsmith.config import find_source


def ir(api_or_spec: SourceArgument, *, overlay: OverlayOption = None, allow_ref: AllowRefOption = None) -> None:
    """Print the intermediate representation as JSON."""
    from channelsmith.ir.dump import dumps  # noqa: PLC0415 -- slow to load, not needed for --help
    from channelsmith.pipeline import load_api  # noqa: PLC0415 -- slow to load, not needed for --help

    with unusable_input_reported():
        loaded = load_api(*extend_source(find_source(api_or_spec), overlay, allow_ref))
    sys.stdout.write(dumps(loaded.api))

"""`channelsmith sandbox`: serve an API locally. The sandbox itself is loaded only when it starts."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from channelsmith.cli.options import AllowRefOption, OverlayOption, complete_api, extend_source
from channelsmith.config import find_input

_FAULTS = "Fault injection"
_JOBS = "Jobs and results"
_LOG = "Requests"
_STATE = "State"


class LogFormat(StrEnum):
    """How requests are printed."""

    TEXT = "text"
    JSON = "json"
    NONE = "none"


def sandbox(
    api_or_spec: Annotated[
        str,
        typer.Argument(
            metavar="API_OR_SPEC",
            help="A configured API, an OpenAPI document, or an installed package.",
            autocompletion=complete_api,
        ),
    ],
    *,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes any free one.")] = 8080,
    key: Annotated[list[str] | None, typer.Option(help="A secret that is accepted; may be repeated.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same data and the same faults.")] = 1,
    time_scale: Annotated[
        float, typer.Option(help="How long a second of the API takes; 0.01 makes a minute 0.6 s.")
    ] = 1.0,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FAULT=RATE",
            rich_help_panel=_FAULTS,
            help="A fault and its rate from 0 to 1: 5xx=0.1, reset=0.02, slow=2=0.05; may be repeated. "
            "Faults: a status, 4xx, 5xx, slow, reset, lost, applied, truncate, html, empty, garbage, wrong-envelope, "
            "redirect. The header X-Sandbox-Fault: FAULT selects one for a single request.",
        ),
    ] = None,
    scenario: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", rich_help_panel=_FAULTS, help="YAML that lists which requests of which operations fail."
        ),
    ] = None,
    log_format: Annotated[
        LogFormat,
        typer.Option(
            rich_help_panel=_LOG, help="How requests are printed on stderr: as lines of text or JSON, or not."
        ),
    ] = LogFormat.TEXT,
    log: Annotated[
        Path | None,
        typer.Option(metavar="FILE", rich_help_panel=_LOG, help="A file that gets a line of JSON for each request."),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=_STATE,
            help="An SQLite file that keeps the state for the next start.",
        ),
    ] = None,
    items: Annotated[
        int,
        typer.Option(rich_help_panel=_STATE, help="Items in collections with pages; 0: only those of examples."),
    ] = 120,
    pending_seconds: Annotated[
        float, typer.Option(rich_help_panel=_JOBS, help="How long a job stays in progress, before scaling.")
    ] = 90.0,
    fail_next: Annotated[
        int, typer.Option(rich_help_panel=_JOBS, help="The number of jobs that fail, beginning with the first.")
    ] = 0,
    fail_every: Annotated[int, typer.Option(rich_help_panel=_JOBS, help="Every Nth job fails; 0: none.")] = 0,
    rows: Annotated[int | None, typer.Option(rich_help_panel=_JOBS, help="Rows of a result.")] = None,
) -> None:
    """Serve an API locally, with state.

    Open the page that it prints in a browser to see operations, state and requests, and to try a call.
    """
    try:
        from channelsmith.sandbox import run_command  # noqa: PLC0415 -- an extra; nothing else needs it
        from channelsmith.sandbox.faults import FaultError, parse_rates  # noqa: PLC0415
        from channelsmith.sandbox.server import python_client  # noqa: PLC0415
        from channelsmith.sandbox.settings import DEFAULT_KEY  # noqa: PLC0415
    except ModuleNotFoundError as error:
        sys.stderr.write(f"error: the sandbox needs {error.name}\n    hint: pip install 'channelsmith[sandbox]'\n")
        raise typer.Exit(2) from None
    try:
        rates = parse_rates(fault or ())
    except FaultError as error:
        sys.stderr.write(f"error: {error}\n")
        raise typer.Exit(2) from None
    document = find_input(api_or_spec)
    code = run_command(
        extend_source(document.source, overlay, allow_ref),
        behavior=document.sandbox,
        host=host,
        port=port,
        time_scale=time_scale,
        keys=tuple(key) if key else (DEFAULT_KEY,),
        fault=rates,
        scenario=scenario,
        log=log,
        log_format=log_format.value,
        pending_seconds=pending_seconds,
        fail_next=fail_next,
        fail_every=fail_every,
        rows=rows,
        seed=seed,
        state=state,
        items=items,
        python=python_client(document),
    )
    raise typer.Exit(code)

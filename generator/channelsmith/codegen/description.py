"""The description that travels with a package: whole, so that a sandbox or another run can be made from it alone."""

import csv
import io
import json
from pathlib import Path

from channelsmith import ir
from channelsmith.codegen.target import Target
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document.json_text import format_json

_TABLE = "error-codes.csv"


def shipped(api: ir.Api, description: str) -> dict[str, str]:
    """Name and text of the files: the bundled document, and beside it the table of error codes that it names.

    Args:
        api: what was read from the document.
        description: the bundled document as JSON.
    """
    if api.errors is None:
        return {"openapi.json": description}
    document = json.loads(description)
    document["x-error-codes"]["table"] = _TABLE
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("code", "name", "message"))
    rows.writerows((row.code, row.name, row.message or "") for row in api.errors.rows)
    return {"openapi.json": format_json(document), _TABLE: table.getvalue()}


def read_behavior(path: Path | None, target: Target) -> dict[str, str]:
    """Return the module with the sandbox's behaviour, which travels with the package unchanged.

    Raises:
        UnusableInput: it cannot be read.
    """
    if path is None:
        return {}
    try:
        return {target.sandbox: path.read_text("utf-8")}
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problem = f"the behaviour of the sandbox cannot be read: {reason.lower()}"
        location = SourceLocation(str(path), 1, 1)
        raise UnusableInput(Diagnostic(Severity.ERROR, "file", problem, location=location)) from None

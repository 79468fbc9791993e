"""The description that travels with a package: whole, so that a sandbox or another run can be made from it alone."""

import csv
import io
import json

from channelsmith import ir
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

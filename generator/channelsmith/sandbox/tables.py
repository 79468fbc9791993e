"""Tabular results of jobs: rows made by the behaviour of an API, written as CSV, JSON or XML."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any, Final, cast
from xml.etree import ElementTree as ET

from starlette.responses import Response

from channelsmith.sandbox.examples import example_response
from channelsmith.sandbox.media_types import is_json, negotiate
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.behavior import Behavior, Rows


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in order, their columns from left to right, and the names of elements in XML."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    root: str = "rows"
    row: str = "row"


class TableResults:
    """The tabular results of an API by the operation that returns them."""

    def __init__(self, behavior: Behavior, settings: Settings) -> None:
        self._tables: Final = {
            name: make_table(rows, count=settings.rows, seed=settings.seed) for name, rows in behavior.tables.items()
        }

    def respond(self, received: DecodedRequest, job_id: str) -> Response:
        """Return the result of a finished job.

        The format is that of the id's ending (`23.csv`), else the one that the `Accept` header prefers. An operation
        without rows answers with the documented example.
        """
        operation = received.operation
        table = self._tables.get(operation.id)
        media_types = [name for name in operation.response_bodies(operation.success) if writer(name) is not None]
        if table is None or not media_types:
            return example_response(received)
        ending = job_id.rpartition(".")[2].lower() if "." in job_id else ""
        named = (name for name in media_types if ending and name.endswith((f"/{ending}", f"+{ending}")))
        media_type = next(named, None) or negotiate(received.accept, media_types) or media_types[0]
        write = writer(media_type)
        return Response(write(table) if write else b"", operation.success, media_type=media_type)


def make_table(rows: Rows, *, count: int | None, seed: int) -> Table:
    """Return a table of `count` rows, or as many as the behaviour declares; the same seed gives the same rows."""
    random = Random(seed)  # noqa: S311 -- examples, not secrets
    columns = tuple(rows.make(1, Random(seed)))  # noqa: S311 -- known even if there are no rows
    numbers = range(1, (rows.count if count is None else count) + 1)
    return Table(columns, tuple(rows.make(number, random) for number in numbers), *rows.xml)


def as_json(table: Table) -> bytes:
    """Write a list of objects with numbers and null."""
    return json.dumps(table.rows, ensure_ascii=False, indent=1, default=float).encode()


def as_csv(table: Table) -> bytes:
    """Write a header and a line for each row (RFC 4180); null is an empty cell."""
    text = io.StringIO(newline="")
    lines = csv.DictWriter(text, table.columns)
    lines.writeheader()
    lines.writerows({name: _to_text(cell) for name, cell in row.items()} for row in table.rows)
    return text.getvalue().encode()


def as_xml(table: Table) -> bytes:
    """Write an element for each row with one for each column; null is left out."""
    root = ET.Element(table.root)
    for row in table.rows:
        element = ET.SubElement(root, table.row)
        for name, cell in row.items():
            if cell is not None:
                ET.SubElement(element, name).text = _to_text(cell)
    ET.indent(root)
    return cast("bytes", ET.tostring(root, encoding="utf-8", xml_declaration=True))


_WRITERS: Final[dict[str, Callable[[Table], bytes]]] = {"csv": as_csv, "xml": as_xml, "octet-stream": as_csv}


def writer(media_type: str) -> Callable[[Table], bytes] | None:
    """Return the function that writes tables as a media type, None where there is none."""
    if is_json(media_type):
        return as_json
    return _WRITERS.get(media_type.partition("/")[2].rpartition("+")[2])


def _to_text(cell: str | float | Decimal | None) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case _:
            return str(cell)

"""A table as the bytes of a media type."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Final, cast
from xml.etree import ElementTree as ET

from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.rows import Cell, Table


def as_json(table: Table) -> bytes:
    """A list of objects; numbers are numbers, nothing is null."""
    rows = [{name: _plain(cell) for name, cell in row.items()} for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def as_csv(table: Table) -> bytes:
    """A header and a line for each row (RFC 4180); nothing is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, table.columns)
    writer.writeheader()
    writer.writerows({name: _word(cell) for name, cell in row.items()} for row in table.rows)
    return text.getvalue().encode()


def as_xml(table: Table) -> bytes:
    """An element for each row with one for each column; nothing is left out."""
    root = ET.Element(table.root)
    for row in table.rows:
        element = ET.SubElement(root, table.row)
        for name, cell in row.items():
            if cell is not None:
                ET.SubElement(element, name).text = _word(cell)
    ET.indent(root)
    return cast("bytes", ET.tostring(root, encoding="utf-8", xml_declaration=True))


_BY_SUBTYPE: Final[dict[str, Callable[[Table], bytes]]] = {
    "csv": as_csv,
    "xml": as_xml,
    "octet-stream": as_csv,
}


def writer(media_type: str) -> Callable[[Table], bytes] | None:
    """What writes tables as a media type; None when nothing does."""
    if is_json(media_type):
        return as_json
    return _BY_SUBTYPE.get(media_type.partition("/")[2].rpartition("+")[2])


def _plain(cell: Cell) -> str | float | bool | None:
    return float(cell) if isinstance(cell, Decimal) else cell


def _word(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case _:
            return str(cell)

"""The documented table of an API's own error codes, from its CSV file into the IR."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document
from channelsmith.lint.vocabulary import validator_of, whole

COLUMNS = ("code", "name", "message")
_NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_RULE = "error-table"
MAX_BYTES = 1024 * 1024
"""Most bytes of a table."""


def error_table(document: Document) -> ir.ErrorTable | None:
    """What `x-error-codes` declares, with the rows of its table; None where nothing is declared.

    A row that stands twice is one code; two rows that contradict each other are an error.

    Raises:
        UnusableInput: the table is missing or outside the document's folder, or a row is not usable; file and line.
    """
    said = document.root.get("x-error-codes")
    if said is None or not validator_of("x-error-codes").is_valid(said.value):
        return None
    retryable = said.get("retryable")
    known = {whole(item.value) for item in retryable.elements()} if retryable is not None else set[int]()
    folder = document.files[0].parent
    path = folder / said.text("table")
    try:
        is_inside, is_there = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL in the name, or too long a name
        is_inside, is_there = True, False
    if not is_inside:
        problem = said["table"].problem(
            "the table lies outside the document's folder", rule=_RULE, hint="put it beside the document"
        )
        raise UnusableInput(problem)
    if not is_there:
        raise UnusableInput(said["table"].problem(f"there is no file {path}", rule=_RULE, hint="is the name right?"))
    return ir.ErrorTable(
        codes=said.text("codes"),
        messages=said.text("messages"),
        rows=tuple(_rows(path, frozenset(known))),
    )


def tables(document: Document) -> tuple[Path, ...]:
    """The file of the table that a document names, where it names one."""
    said = document.root.get("x-error-codes")
    table = said.get("table") if said is not None else None
    return (document.files[0].parent / table.value,) if table is not None and isinstance(table.value, str) else ()


def _rows(path: Path, retryable: frozenset[int]) -> Iterator[ir.ErrorCode]:
    found: dict[int, tuple[ir.ErrorCode, int]] = {}
    names: dict[str, int] = {}
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise _unusable(path, 1, f"the first row is not {','.join(COLUMNS)}", "name the three columns there")
        for cells in reader:
            row, line = _row(path, reader.line_num, cells, retryable), reader.line_num
            earlier = found.setdefault(row.code, (row, line))
            if earlier[0] != row:
                hint = "the same code can have one name and one message only"
                raise _unusable(path, line, f"code {row.code} says something else than in line {earlier[1]}", hint)
            if names.setdefault(row.name, row.code) != row.code:
                hint = "a name becomes a member of one enum"
                raise _unusable(path, line, f"{row.name} is also the name of code {names[row.name]}", hint)
    except csv.Error as error:
        raise _unusable(path, reader.line_num, f"this is no CSV: {error}", "check the quotes") from None
    yield from (row for row, _ in found.values())


def _text(path: Path) -> str:
    """The text of a table.

    Raises:
        UnusableInput: it is too large, can not be read, or is no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _unusable(path, 1, f"the table is larger than {MAX_BYTES // 1024} KiB", "an API has fewer codes")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise _unusable(path, 1, f"the table can not be read: {error.strerror}", "") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _unusable(path, line, "the table is not a text in UTF-8", "save it as UTF-8") from None


def _row(path: Path, line: int, cells: list[str], retryable: frozenset[int]) -> ir.ErrorCode:
    if len(cells) != len(COLUMNS):
        raise _unusable(
            path, line, f"{len(cells)} cells where {len(COLUMNS)} are due", "quote a cell that holds a comma"
        )
    code, name, message = cells
    if not re.fullmatch(r"-?[0-9]{1,9}", code):
        raise _unusable(path, line, f"the code {code!r} is no whole number", "codes are whole numbers")
    if not _NAME.fullmatch(name):
        raise _unusable(path, line, f"the name {name!r} is not of the form ORDER_NOT_FOUND", "as the API spells it")
    return ir.ErrorCode(int(code), name, message or None, retryable=int(code) in retryable)


def _unusable(path: Path, line: int, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, SourceLocation(str(path), line, 1)))

"""The table of an API's own error codes (`x-error-codes`), loaded from its CSV file."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document
from channelsmith.document.files import read_regular_file
from channelsmith.lint.vocabulary import validator_of

COLUMNS = ("code", "name", "message")
MAX_BYTES = 1024 * 1024
"""Maximum size of a table."""

_NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_RULE = "error-table"


def load_error_table(document: Document) -> ir.ErrorTable | None:
    """Load the table that a document declares, None if it declares none.

    Identical rows are one code; contradicting rows are an error.

    Raises:
        UnusableInput: the table is missing, outside the document's folder, or has an invalid row.
    """
    extension = document.root.get("x-error-codes")
    if extension is None or not validator_of("x-error-codes").is_valid(extension.value):
        return None
    listed = extension.get("retryable")
    retryable = frozenset(_to_int(item.value) for item in listed.elements()) if listed is not None else frozenset[int]()
    folder = document.files[0].parent
    path = folder / extension.text("table")
    try:
        is_inside, is_file = path.resolve().is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name, or too long a name
        is_inside, is_file = True, False
    if not is_inside or not is_file:
        message = f"file not found: {path}" if is_inside else "the table is outside the document's folder"
        hint = "check the path" if is_inside else "put it beside the document"
        raise UnusableInput(extension["table"].problem(message, rule=_RULE, hint=hint))
    rows = tuple(_read_rows(path, retryable))
    return ir.ErrorTable(codes=extension.text("codes"), messages=extension.text("messages"), rows=rows)


def error_table_files(document: Document) -> tuple[Path, ...]:
    """Return the file of the table that a document declares, if any."""
    extension = document.root.get("x-error-codes")
    table = extension.get("table") if extension is not None else None
    return (document.files[0].parent / table.value,) if table is not None and isinstance(table.value, str) else ()


def _read_rows(path: Path, retryable: frozenset[int]) -> Iterator[ir.ErrorCode]:
    rows: dict[int, tuple[ir.ErrorCode, int]] = {}
    names: dict[str, int] = {}
    reader = csv.reader(io.StringIO(_read_text(path), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise _invalid(path, 1, f"the first row is not {','.join(COLUMNS)}", "start with the names of the columns")
        for cells in reader:
            line = reader.line_num
            row = _parse_row(path, line, cells, retryable)
            earlier, earlier_line = rows.setdefault(row.code, (row, line))
            if earlier != row:
                hint = "a code has one name and one message"
                raise _invalid(path, line, f"code {row.code} differs from line {earlier_line}", hint)
            if names.setdefault(row.name, row.code) != row.code:
                hint = "names become members of one enum, so they are unique"
                raise _invalid(path, line, f"{row.name} is also the name of code {names[row.name]}", hint)
    except csv.Error as error:
        raise _invalid(path, reader.line_num, f"invalid CSV: {error}", "check the quotes") from None
    yield from (row for row, _ in rows.values())


def _read_text(path: Path) -> str:
    try:
        data = read_regular_file(path, MAX_BYTES + 1)
    except OSError as error:
        raise _invalid(path, 1, f"the table cannot be read: {error.strerror}", "") from None
    if len(data) > MAX_BYTES:
        raise _invalid(path, 1, f"the table is larger than {MAX_BYTES // 1024} KiB", "an API has fewer codes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _invalid(path, line, "the table is not UTF-8 text", "save it as UTF-8") from None


def _parse_row(path: Path, line: int, cells: list[str], retryable: frozenset[int]) -> ir.ErrorCode:
    if len(cells) != len(COLUMNS):
        message = f"{len(cells)} cells instead of {len(COLUMNS)}"
        raise _invalid(path, line, message, "quote a cell that contains a comma")
    code, name, message = cells
    if not re.fullmatch(r"-?[0-9]{1,9}", code):
        raise _invalid(path, line, f"the code {code!r} is not an integer", "codes are integers")
    if not _NAME.fullmatch(name):
        raise _invalid(path, line, f"the name {name!r} is not in the form ORDER_NOT_FOUND", "as the API spells it")
    return ir.ErrorCode(int(code), name, message or None, retryable=int(code) in retryable)


def _invalid(path: Path, line: int, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, _RULE, message, hint, SourceLocation(str(path), line, 1)))


def _to_int(value: object) -> int:
    """Convert a number that the vocabulary declares as an integer; `2.0` is one too."""
    if not isinstance(value, int | float):
        raise TypeError(value)
    return int(value)

"""Tables: bodies of rows in CSV, JSON or XML, read row by row in constant memory.

What a body is, its encoding and its delimiter are recognized here and nowhere else, by its content: servers often label
files wrongly, or as `application/octet-stream`. A row becomes an instance of the documented model whatever the format
is; columns that are not documented are kept, and values that do not fit their type are delivered as they came.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Generic, TextIO, TypeVar, cast

from pydantic import BaseModel

from .download import SavedFile
from .errors import DecodeError
from .json_pointer import names_of
from .media_types import charset_of
from .response.content import Content
from .response.decode import report_findings
from .response.lenient import fit, model_fields
from .serialization import NestingError, codec, escaped
from .types import is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from .http.messages import Response
    from .operation import Operation
    from .options import ClientConfig
    from .response.lenient import Finding

Row = TypeVar("Row", bound=BaseModel)

_DELIMITERS = ",;\t|"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_READ_SIZE = 65_536
_MAX_ROW_SIZE = 16_777_216
"""The most characters of one row, or of one value beside the rows."""
_MAX_DEPTH = 32
_ASYNC_ROWS = 500
"""Rows that an async client reads in a thread at a time."""
_JSON_SCALAR = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false")

Record = dict[str, object]
if TYPE_CHECKING:
    Records: TypeAlias = Iterator[Record | Finding]
    """Rows as they were written, and what is wrong with some of them."""


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """The rows of a body, as the document declares them.

    Attributes:
        model: the model of a row.
        items: JSON Pointer to the list of rows in JSON; in XML, to the element around them, below the root. By default
            it is the first list of objects that have a documented member.
    """

    model: type[Row]
    items: str | None = None

    def __call__(
        self, body: Content | SavedFile, *, response: Response, operation: Operation[object], config: ClientConfig
    ) -> Table[Row] | SavedTable[Row]:
        """Return a body that was received or saved as a table, whose rows report to the client of the call."""
        report = partial(report_findings, response=response, operation=operation, config=config)
        return self.table(body, Origin(operation.id, config.options.strict, report))

    def table(self, body: Content | SavedFile, origin: Origin) -> Table[Row] | SavedTable[Row]:
        """Return a body as a table whose rows report to somebody else."""
        table: Table[Row] | SavedTable[Row]
        if isinstance(body, Content):
            table = Table(body.data, body.media_type, body.status, body.headers)
        else:
            table = SavedTable(body.path, body.size, body.media_type, body.status, body.headers)
        object.__setattr__(table, "_reader", RowReader(self, origin))
        return table


@dataclass(frozen=True, slots=True)
class Origin:
    """The call that a body comes from. `report` takes findings, and returns an error if they are not accepted."""

    operation: str
    is_strict: bool
    report: Callable[[Sequence[Finding]], DecodeError | None]

    def __reduce__(self) -> tuple[type[Origin], tuple[str, bool, Callable[[Sequence[Finding]], None]]]:
        return Origin, (self.operation, self.is_strict, _ignore)  # hooks of a client cannot be pickled


def _ignore(_: Sequence[Finding]) -> None:
    """What a pickled body reports to."""


@dataclass(frozen=True, repr=False)  # without slots: with them a subscripted class cannot be called on Python 3.11
class Table(Content, Generic[Row]):
    """The body of a response that has rows, as bytes; `rows` reads them."""

    _reader: RowReader[Row] = field(init=False, repr=False, compare=False)

    def rows(self, *, encoding: str | None = None, delimiter: str | None = None) -> Generator[Row]:
        """Yield the rows, whether the body is CSV, JSON or XML.

        Args:
            encoding: the encoding of a text whose own statement is wrong. By default the byte order mark decides, then
                the Content-Type, and UTF-8 if neither says anything; XML states its own.
            delimiter: the delimiter of CSV. By default the one that finds most documented columns in the header.

        Raises DecodeError for a body that is not a table, and for one that ends within a row.
        """
        return self._reader.read(io.BytesIO(self.data), self.headers, self.status, encoding, delimiter)


@dataclass(frozen=True, repr=False)
class SavedTable(SavedFile, Generic[Row]):
    """A completed download of a body that has rows; `rows` reads them from the file."""

    _reader: RowReader[Row] = field(init=False, repr=False, compare=False)

    def rows(self, *, encoding: str | None = None, delimiter: str | None = None) -> Generator[Row]:
        """Yield the rows in constant memory; see `Table.rows`. The file is open until the last one."""
        with self.path.open("rb") as file:
            yield from self._reader.read(file, self.headers, self.status, encoding, delimiter)


def export_rows(export: Callable[[Path], SavedTable[Row]]) -> Iterator[Row]:
    """Yield the rows of a result that is first downloaded to a temporary file, so that no connection waits for them."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - slow to load

    with TemporaryDirectory() as folder:
        yield from export(Path(folder, "rows")).rows()


async def export_rows_async(export: Callable[[Path], Awaitable[SavedTable[Row]]]) -> AsyncIterator[Row]:
    """Yield the rows of a result; see `export_rows`. The file is read in a thread."""
    from asyncio import to_thread  # noqa: PLC0415 - slow to load, and a sync client does not need it
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - as above

    with TemporaryDirectory() as folder:
        rows = (await export(Path(folder, "rows"))).rows()
        try:
            while batch := await to_thread(lambda: list(islice(rows, _ASYNC_ROWS))):
                for row in batch:
                    yield row
        finally:
            with suppress(ValueError):  # a thread that was not waited for is still reading
                rows.close()


# ---------------------------------------------------------------- typed rows


class RowReader(Generic[Row]):
    """Reads the rows of one body."""

    def __init__(self, rows: Rows[Row], origin: Origin) -> None:
        self._rows = rows
        self._origin = origin
        types = {wire: codec(annotation) for wire, annotation, _ in model_fields(rows.model).values()}
        self._known = frozenset(types)
        self._parsers = {
            name: type_.parse
            for name, type_ in types.items()
            if all(type_.fit(text, received=True)[1] for text in ("x", "1"))  # columns in which a number is no text
        }

    def __reduce__(self) -> tuple[type[RowReader[Row]], tuple[Rows[Row], Origin]]:
        return RowReader, (self._rows, self._origin)  # the parsers cannot be pickled

    def read(
        self, file: BinaryIO, headers: Mapping[str, str], status: int, encoding: str | None, delimiter: str | None
    ) -> Generator[Row]:
        """Yield the rows; differences from the document are reported together at the end, with `strict` at once."""
        findings, number = Counter["Finding"](), 0
        try:
            for record in self._records(file, headers, encoding, delimiter):
                if isinstance(record, tuple):
                    findings[record] += 1
                    continue
                number += 1
                row, differences = self._typed(record)
                findings.update(differences)
                if findings and self._origin.is_strict:
                    break
                yield row
        except (ValueError, LookupError, csv.Error, RecursionError) as error:
            what = f"{self._origin.operation}: the body cannot be read as a table after row {number}: {error}"
            raise DecodeError(what, operation=self._origin.operation, status=status, headers=headers) from None
        finally:
            difference = self._origin.report(list(findings.elements()))
        if difference is not None:
            raise difference

    def _records(
        self, file: BinaryIO, headers: Mapping[str, str], encoding: str | None, delimiter: str | None
    ) -> Records:
        head = file.read(_READ_SIZE)
        file.seek(0)
        used = _encoding(head, headers.get("content-type", ""), encoding)
        first = codecs.getincrementaldecoder(used)("replace").decode(head).lstrip()[:1]
        known, path = self._known, None if self._rows.items is None else names_of(self._rows.items)
        if first == "<":
            declared = used if encoding or "charset" in headers.get("content-type", "").lower() else None
            yield from map(self._parsed, _xml_records(file, known, path, declared))
            return
        text = io.TextIOWrapper(file, used, newline="")
        try:
            if first in {"[", "{"}:
                yield from _json_records(text, known, path, codec(self._rows.model).parse)
            else:
                yield from map(self._parsed, _csv_records(text, known, delimiter))
        finally:
            with suppress(ValueError):  # closed by the caller
                text.detach()

    def _parsed(self, record: Record | Finding) -> Record | Finding:
        """Replace texts by the numbers and booleans that they stand for, and leave out those that are empty."""
        if isinstance(record, tuple):
            return record
        return {
            name: self._value(name, cell) if isinstance(cell, str) else cell
            for name, cell in record.items()
            if cell != ""
        }

    def _value(self, name: str, text: str) -> object:
        parse = self._parsers.get(name)
        if parse is None:
            return text
        plain = text.strip()
        plain = plain.lower() if plain.lower() in {"true", "false"} else plain
        return parse(plain) if _JSON_SCALAR.fullmatch(plain) else text

    def _typed(self, record: Record) -> tuple[Row, list[Finding]]:
        """Convert a row to its model as far as possible."""
        row, problems = codec(self._rows.model).fit(record, received=True)
        findings: list[Finding] = []
        if problems:
            row, differences = fit(self._rows.model, record)
            findings = [(f"/*{location}", message) for location, message in differences]
        return cast("Row", row), findings


def _encoding(head: bytes, content_type: str, given: str | None) -> str:
    """The encoding of a text. Raises LookupError for an unknown one."""
    if given is not None:
        return codecs.lookup(given).name
    for mark, name in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name
    return json.detect_encoding(head) if b"\0" in head[:4] else charset_of(content_type)


# ---------------------------------------------------------------- CSV


def _csv_records(text: TextIO, known: frozenset[str], delimiter: str | None) -> Records:
    """Yield the records below a header. An empty cell is the same as a missing one."""
    line = text.readline(_MAX_ROW_SIZE)
    while line and not line.strip():
        line = text.readline(_MAX_ROW_SIZE)
    if declared := re.fullmatch(r"sep=(.)\s*", line):  # for spreadsheets
        delimiter = delimiter or declared[1]
        line = text.readline(_MAX_ROW_SIZE)
    if not line:
        raise ValueError("it is empty")
    chosen = delimiter or max(_DELIMITERS, key=lambda each: _documented(line, each, known))
    lines = csv.reader(_lines(line, text), delimiter=chosen, strict=True)
    names = [name.strip() for name in next(lines)]
    documented = known.intersection(names)
    if not documented and len(names) == 1:
        raise ValueError("its first line has no documented column")
    if not documented:
        yield "", "none of the columns is documented"
    yield from ((f"/*/{escaped(name)}", "a column that occurs twice") for name, n in Counter(names).items() if n > 1)
    for cells in lines:
        if cells and len(cells) != len(names):
            yield "/*", "more cells than columns" if len(cells) > len(names) else "fewer cells than columns"
        if cells:
            yield dict(zip(names, cells, strict=False))


def _documented(line: str, delimiter: str, known: frozenset[str]) -> tuple[int, int]:
    names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), list[str]())]
    return len(known.intersection(names)), len(names)


def _lines(first: str, text: TextIO) -> Iterator[str]:
    yield first
    while line := text.readline(_MAX_ROW_SIZE):
        yield line


# ---------------------------------------------------------------- JSON


class _JsonReader:
    """Reads JSON one value at a time."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._position = 0
        self._decoder = json.JSONDecoder(parse_float=str, parse_int=str)  # only the extent of values matters

    def _fill(self) -> bool:
        """Read on; returns whether there was more."""
        data = self._text.read(max(_READ_SIZE, len(self._buffer) - self._position))
        self._buffer, self._position = self._buffer[self._position :] + data, 0
        return bool(data)

    def peek(self) -> str:
        """Return the next character that is no space, "" at the end."""
        while True:
            while self._position < len(self._buffer) and self._buffer[self._position] in " \t\r\n":
                self._position += 1
            if self._position < len(self._buffer):
                return self._buffer[self._position]
            if not self._fill():
                return ""

    def take(self, *expected: str) -> str:
        """Return the next character and go behind it. Raises ValueError for another one than expected."""
        char = self.peek()
        if char not in expected:
            raise ValueError(f"expected {' or '.join(expected)}" if char else "it ends too early")
        self._position += 1
        return char

    def value(self) -> str:
        """Return the next value as it was written, and go behind it. Raises ValueError."""
        self.peek()
        while True:
            try:
                _, end = self._decoder.raw_decode(self._buffer, self._position)
            except RecursionError:
                raise NestingError("JSON that is nested too deeply") from None
            except ValueError:
                end = None
            if end is not None and end < len(self._buffer):  # a number may continue behind the buffer
                break
            if len(self._buffer) - self._position > _MAX_ROW_SIZE:
                raise ValueError(f"a value has more than {_MAX_ROW_SIZE:,} characters")
            if not self._fill():
                if end is None:
                    raise ValueError("it is not JSON, or ends too early")
                end = len(self._buffer)
                break
        start, self._position = self._position, end
        return self._buffer[start:end]


def _json_records(
    text: TextIO, known: frozenset[str], path: tuple[str, ...] | None, parse: Callable[[str], object]
) -> Records:
    """Yield the objects of the list at a path; without one, of the first list of objects with a documented member."""
    walk = _JsonWalk(_JsonReader(text), known, path, parse)
    yield from walk.value(())
    if walk.reader.peek():
        raise ValueError("there is more text after the JSON")
    if not walk.has_table and not walk.has_empty_list:
        raise ValueError("it has no list of rows")


@dataclass(slots=True)
class _JsonWalk:
    """Goes through JSON once, and yields the rows of the first list that is the table."""

    reader: _JsonReader
    known: frozenset[str]
    path: tuple[str, ...] | None
    parse: Callable[[str], object]
    has_table: bool = False
    has_empty_list: bool = False

    def value(self, at: tuple[str, ...]) -> Records:
        """Yield the rows in the next value."""
        opening = self.reader.peek()
        if opening == "[" and self.path in {None, at}:
            yield from self._elements(at)
        elif opening == "{" and len(at) < _MAX_DEPTH and (self.path is None or self.path[: len(at)] == at):
            self.reader.take("{")
            while self.reader.peek() == '"':
                name: str = json.loads(self.reader.value())
                self.reader.take(":")
                yield from self.value((*at, name))
                if self.reader.peek() == ",":
                    self.reader.take(",")
            self.reader.take("}")
        else:
            self.reader.value()

    def _elements(self, at: tuple[str, ...]) -> Records:
        self.reader.take("[")
        is_table: bool | None = None
        while self.reader.peek() != "]":
            record = self.parse(self.reader.value())
            if is_table is None:
                is_table = is_dict(record) and (at in {(), self.path} or not self.known.isdisjoint(record))
                if is_table and self.has_table:
                    yield "".join(f"/{escaped(name)}" for name in at), "another list of rows, which is left out"
                    is_table = False
                self.has_table = self.has_table or is_table
            if is_table:
                yield record if is_dict(record) else ("/*", "a row that is not an object")
            if self.reader.peek() != "]":
                self.reader.take(",")
        self.reader.take("]")
        self.has_empty_list = self.has_empty_list or is_table is None


# ---------------------------------------------------------------- XML


class _Element:
    """An element that is being read; its attributes are like elements in it."""

    __slots__ = ("children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.text: list[str] = []
        self.children: Record = {key: text for key, text in attributes.items() if not key.startswith("xmlns")}

    def add(self, name: str, value: object) -> None:
        """Add an element; several of one name become a list."""
        if name not in self.children:
            self.children[name] = value
            return
        before = self.children[name]
        self.children[name] = [*before, value] if is_list(before) else [before, value]

    def value(self) -> object:
        """Return the text, or for an element with others in it a mapping of these."""
        text = "".join(self.text)
        if not self.children:
            return text
        return {**self.children, "#text": text} if text.strip() else self.children


class _XmlHandler:
    """Collects the rows: the elements with others in them, beside the first one that has a documented child.

    `path` is the path of the element around the rows, below the root; None while it is not known.
    """

    def __init__(self, known: frozenset[str], path: tuple[str, ...] | None) -> None:
        self.path = path
        self.rows: list[Record] = []
        self.is_empty = True  # nothing but a root
        self._known = known
        self._open: list[_Element] = []
        self._size = 0  # characters since the last row

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        element = _Element(name.rpartition(":")[2], attributes)
        if len(self._open) >= _MAX_DEPTH:
            raise ValueError("its elements are nested too deeply")
        self.is_empty = not self._open
        if self.path is None and len(self._open) >= 2 and element.name in self._known:  # noqa: PLR2004 - root and row
            self.path = self._path()[:-1]
        self._open.append(element)
        if self.path is None and len(self._open) >= 2 and not self._known.isdisjoint(element.children):  # noqa: PLR2004
            self.path = self._path()[:-1]
        self._count(len(name) + sum(map(len, attributes.values())))

    def text(self, text: str) -> None:
        """Take a text inside of an element."""
        self._open[-1].text.append(text)
        self._count(len(text))

    def end(self, _: str) -> None:
        """Take the end of an element: a row, a part of one, or something beside the rows."""
        element = self._open.pop()
        value = element.value()
        at = self._path()
        if at == self.path and self._open:
            if is_dict(value):
                self.rows.append(value)
            self._size = 0
        elif self._open and (self.path is None or at[: len(self.path)] == self.path):
            self._open[-1].add(element.name, value)

    def refuse(self, *_: object) -> None:
        """Refuse a document type, whose entities could make the text endless."""
        raise ValueError("XML with a document type is not accepted")

    def _path(self) -> tuple[str, ...]:
        return tuple(element.name for element in self._open[1:])

    def _count(self, size: int) -> None:
        self._size += size
        if self._size > _MAX_ROW_SIZE:
            raise ValueError(f"there is no row within {_MAX_ROW_SIZE:,} characters")


def _xml_records(file: BinaryIO, known: frozenset[str], path: tuple[str, ...] | None, encoding: str | None) -> Records:
    """Yield the elements inside of the one at a path."""
    from xml.parsers import expat  # noqa: PLC0415 - not in every Python

    handler = _XmlHandler(known, path)
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = handler.refuse
    try:
        while data := file.read(_READ_SIZE):
            parser.Parse(data, False)  # noqa: FBT003 - positional only
            yield from handler.rows
            handler.rows.clear()
        parser.Parse(b"", True)  # noqa: FBT003 - as above
    except expat.ExpatError as error:
        raise ValueError(f"it is not XML: {error}") from None
    if handler.path is None and not handler.is_empty:
        raise ValueError("no element has a documented child")

"""Incremental parsers of bodies that consist of items: event streams, lines, JSON text sequences, multipart bodies.

Each takes the bytes of a body as they arrive, however they are divided, and returns the items that are complete. None
keeps more than one incomplete item, which has a limit where a server could send it without end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from .media_types import essence
from .response.content import Content
from .serialization import loads

if TYPE_CHECKING:
    from collections.abc import Iterator

T_co = TypeVar("T_co", covariant=True)

MAX_ITEM_SIZE = 10_000_000
"""The most bytes of one line, one event or one record."""
MAX_PART_SIZE = 100_000_000
"""The most bytes of one part of a multipart body, which may be a file."""
_MAX_PART_HEADERS = 65_536
_MAX_TRIALS = 100
"""How often an incomplete record is tried; one of more lines than that is complete when the next one begins."""
_BOM = b"\xef\xbb\xbf"
_RECORD_SEPARATOR = b"\x1e"
_BOUNDARY = re.compile(r""";\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", re.IGNORECASE)
_BLANK_LINE = re.compile(rb"(?:^|\n)\r?\n")
_DIGITS = re.compile(r"[0-9]{1,12}", re.ASCII)


@dataclass(frozen=True)  # without slots: with them `ServerSentEvent[X](...)` fails on Python 3.11
class ServerSentEvent(Generic[T_co]):
    """One event of an event stream.

    Attributes:
        data: its data, decoded as the document describes it; a text where it does not.
        event: its type, "message" if the server names none.
        id: the id of this event or of the last one before it that had one, "" if there was none.
        retry: the milliseconds that the server asks to wait before reconnecting, None if this event does not say so.
    """

    data: T_co
    event: str = "message"
    id: str = ""
    retry: int | None = None


class FramingError(ValueError):
    """A body that cannot be divided into items."""


class Framing(Protocol):
    """Divides a body into items."""

    def feed(self, data: bytes) -> Iterator[object]:
        """Yield the items that are complete with these bytes. Raises FramingError."""
        ...

    def finish(self) -> Iterator[object]:
        """Yield what the end of the body completes. Raises FramingError."""
        ...


class LineSplitter:
    """Divides bytes into lines, without their ends: LF or CRLF, and also CR alone where `cr` says so."""

    def __init__(self, *, cr: bool = False, limit: int | None = None) -> None:
        self._end = re.compile(rb"\r\n|\n|\r" if cr else rb"\r?\n")
        self._cr, self._limit = cr, limit
        self._rest = bytearray()
        self._skips_lf = False  # the CR before it has ended a line

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the lines that are complete with these bytes. Raises FramingError for one that is too long."""
        if self._skips_lf and data:
            data = data.removeprefix(b"\n")
            self._skips_lf = False
        searched = max(len(self._rest) - 1, 0) if not self._cr else len(self._rest)
        self._rest += data
        start = 0
        for match in self._end.finditer(self._rest, searched):
            self._check(match.start() - start)
            yield bytes(self._rest[start : match.start()])
            start = match.end()
            self._skips_lf = match[0] == b"\r" and start == len(self._rest)
        del self._rest[:start]
        self._check(len(self._rest))

    def finish(self) -> Iterator[bytes]:
        """Yield the last line if it has no end."""
        if self._rest:
            yield bytes(self._rest)
        self._rest.clear()

    def _check(self, size: int) -> None:
        if self._limit is not None and size > self._limit:
            raise FramingError(f"a line of more than {self._limit} bytes")


class EventFraming:
    """Parses an event stream by the algorithm of the WHATWG (HTML, 9.2.6).

    `last_id` and `retry` are what a reconnection needs: the last event id, and the milliseconds to wait before it.
    """

    def __init__(self, limit: int = MAX_ITEM_SIZE) -> None:
        self.last_id = ""
        self.retry: int | None = None
        self._limit = limit
        self.begin()

    def begin(self) -> None:
        """Begin with the body of another connection, which continues the stream."""
        self._lines = LineSplitter(cr=True, limit=self._limit)
        self._start: bytes | None = b""  # what came before it is known whether there is a byte order mark
        self._begin_event()

    def _begin_event(self) -> None:
        self._data: list[str] = []
        self._size = 0
        self._event = ""
        self._retry: int | None = None

    def feed(self, data: bytes) -> Iterator[ServerSentEvent[str]]:
        """Yield the events that are complete with these bytes. Raises FramingError for one that is too long."""
        if self._start is not None:
            data = self._start + data
            if len(data) < len(_BOM) and _BOM.startswith(data):
                self._start = data
                return
            self._start, data = None, data.removeprefix(_BOM)
        for line in self._lines.feed(data):
            if not line:
                yield from self._dispatch()
            elif not line.startswith(b":"):
                self._take_field(line)

    def finish(self) -> Iterator[ServerSentEvent[str]]:
        """Yield nothing: an event without the empty line at its end is incomplete."""
        return iter(())

    def _take_field(self, line: bytes) -> None:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._size += len(line)
            if self._size > self._limit:
                raise FramingError(f"an event of more than {self._limit} bytes")
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "retry" and _DIGITS.fullmatch(value):
            self.retry = self._retry = int(value)

    def _dispatch(self) -> Iterator[ServerSentEvent[str]]:
        if self._data:
            yield ServerSentEvent("\n".join(self._data), self._event or "message", self.last_id, self._retry)
        self._begin_event()


class JsonLines:
    """Divides a body into the JSON texts of its lines; empty lines are left out."""

    def __init__(self, limit: int = MAX_ITEM_SIZE) -> None:
        self._lines = LineSplitter(limit=limit)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the lines that are complete with these bytes. Raises FramingError for one that is too long."""
        return (line for line in self._lines.feed(data) if line.strip())

    def finish(self) -> Iterator[bytes]:
        """Yield the last line, which may have no end."""
        return (line for line in self._lines.finish() if line.strip())


class JsonSequence:
    """Divides a JSON text sequence (RFC 7464) into its records: a record separator, a JSON text, a line feed.

    A record is complete when the next one begins; or before, when its line has ended and it is JSON.
    """

    def __init__(self, limit: int = MAX_ITEM_SIZE) -> None:
        self._limit = limit
        self._record = bytearray()
        self._trials = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the records that are complete with these bytes. Raises FramingError for one that is too long."""
        first, *others = data.split(_RECORD_SEPARATOR)
        self._append(first)
        for other in others:
            yield from self.finish()
            self._append(other)
        if self._record.endswith(b"\n") and self._trials < _MAX_TRIALS and self._is_json():
            yield from self.finish()

    def finish(self) -> Iterator[bytes]:
        """Yield the last record."""
        record, self._record, self._trials = bytes(self._record), bytearray(), 0
        if record.strip():
            yield record

    def _append(self, data: bytes) -> None:
        self._record += data
        if len(self._record) > self._limit:
            raise FramingError(f"a record of more than {self._limit} bytes")

    def _is_json(self) -> bool:
        self._trials += 1
        try:
            loads(bytes(self._record))
        except ValueError:
            return False
        return True


class _PartHead(NamedTuple):
    """The headers of a part, where its body starts, and where it ends if its Content-Length says so."""

    headers: dict[str, str]
    start: int
    end: int | None


class MultipartFraming:
    """Divides a multipart body into the contents of its parts.

    A part is complete when the delimiter after it has arrived, or as many bytes as its own Content-Length says. The
    body is when its closing delimiter has; one that is empty has no parts.

    Args:
        response: the head of the response; its Content-Type names the boundary.
        limit: the most bytes of a part with its headers.

    Raises FramingError where it names none.
    """

    def __init__(self, response: Content, limit: int = MAX_PART_SIZE) -> None:
        match = _BOUNDARY.search(response.headers.get("content-type", ""))
        if match is None:
            raise FramingError("a multipart body whose Content-Type names no boundary")
        boundary = re.escape((match[1] or match[2]).encode())
        self._delimiter = re.compile(rb"\r?\n--" + boundary + rb"(--|[ \t]*\r?\n)")
        self._longest = len(boundary) + 100  # of a delimiter, with some space at its end
        self._response = response
        self._limit = limit
        self._buffer = bytearray(b"\n")  # the first delimiter may be at the very beginning
        self._searched = 0
        self._is_inside, self._is_over, self._is_empty = False, False, True
        self._part: _PartHead | None = None

    def feed(self, data: bytes) -> Iterator[Content]:
        """Yield the parts that are complete with these bytes. Raises FramingError for one that is too long."""
        if self._is_over or not data:
            return
        self._buffer += data
        self._is_empty = False
        while (match := self._delimiter.search(self._buffer, self._searched)) is not None:
            if self._is_inside:
                part = self._part or self._read_head(match.start(), is_whole=True)
                yield self._content(part, match.start())
            self._is_inside, self._is_over = True, match[1] == b"--"
            del self._buffer[: match.end()]
            self._searched, self._part = 0, None
            if self._is_over:
                self._buffer.clear()
                return
        self._searched = max(0, len(self._buffer) - self._longest)
        if not self._is_inside:
            del self._buffer[: self._searched]
            self._searched = 0
            return
        self._part = part = self._part or self._read_head(len(self._buffer))
        if part is not None and part.end is not None and len(self._buffer) >= part.end:
            yield self._content(part, part.end)
            del self._buffer[: part.end]
            self._searched, self._part, self._is_inside = 0, None, False
        elif len(self._buffer) > self._limit:
            raise FramingError(f"a part of more than {self._limit} bytes")

    def finish(self) -> Iterator[Content]:
        """Yield nothing. Raises FramingError where the closing delimiter is missing."""
        if not (self._is_over or self._is_empty):
            raise FramingError("a multipart body without its end")
        return iter(())

    def _read_head(self, size: int, *, is_whole: bool = False) -> _PartHead | None:
        """Read the headers at the beginning of a part, of which this many bytes are there; None if it needs more."""
        text = bytes(self._buffer[: min(size, _MAX_PART_HEADERS)])
        blank = _BLANK_LINE.search(text)
        if blank is None and size >= _MAX_PART_HEADERS:
            raise FramingError(f"a part with headers of more than {_MAX_PART_HEADERS} bytes")
        if blank is None and not is_whole:
            return None
        start = blank.end() if blank is not None else size
        lines = text[:start].decode("utf-8", "replace").splitlines()
        pairs = (line.partition(":") for line in lines if ":" in line)
        headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
        length = headers.get("content-length", "")
        return _PartHead(headers, start, start + int(length) if _DIGITS.fullmatch(length) else None)

    def _content(self, head: _PartHead | None, end: int) -> Content:
        headers, start = (head.headers, head.start) if head is not None else ({}, end)
        media_type = essence(headers.get("content-type", "")) or "text/plain"
        return Content(bytes(self._buffer[start:end]), media_type, self._response.status, headers)

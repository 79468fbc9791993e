"""How response bodies are read, as data, and what callers get: a value, `Content`, or a `RawResponse`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..media_types import charset_of
from ..serialization import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Content:
    """The body of a response as bytes, with its media type, status and headers. False if it is empty."""

    data: bytes = field(repr=False)
    media_type: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there are no bytes at all."""
        return not self.data

    def __bool__(self) -> bool:
        return bool(self.data)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.data)} bytes, {self.media_type!r}, status={self.status})"

    @property
    def charset(self) -> str:
        """The charset of the Content-Type header, else `utf-8`."""
        return charset_of(self.headers.get("content-type", ""))

    @property
    def text(self) -> str:
        """The body as text; bytes that do not decode become U+FFFD, a byte order mark is removed."""
        return self.data.decode(self._codec, errors="replace")

    @property
    def exact_text(self) -> str | None:
        """The body as text, None if there are bytes that do not decode."""
        try:
            return self.data.decode(self._codec)
        except UnicodeDecodeError:
            return None

    @property
    def _codec(self) -> str:
        """The codec of the charset, which removes a byte order mark."""
        charset = self.charset
        return "utf-8-sig" if charset == "utf-8" else charset

    @property
    def json_source(self) -> bytes | str:
        """What to parse as JSON: the bytes, whose UTF is detected, unless the header names another charset."""
        return self.data if self.charset.startswith("utf") else self.text

    def json(self) -> Any:
        """The body as JSON: dict, list, str, int, float, Decimal, bool or None. Raises ValueError when it is not."""
        return loads(self.json_source)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the bytes to `path`, all or nothing: a temporary file beside it is renamed at the end."""
        target = Path(path)
        part = target.with_name(f".{target.name}.{os.urandom(8).hex()}.part")
        try:
            part.write_bytes(self.data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        return target


@dataclass(frozen=True)  # without slots: with them `RawResponse[X](...)` fails on Python 3.11
class RawResponse(Generic[T_co]):
    """A successful response: its status and headers, its body as bytes, and `parsed`, which the plain call returns.

    `headers` have lower-case names; those with secrets are hidden. `content` is decompressed, otherwise unchanged.
    `request_id` is the server's id of the request, where errors have it too: in the body or a header; "" for none.
    """

    parsed: T_co = field(repr=False)
    operation: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    request_id: str = field(default="", repr=False)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON body of `type`: a model class or any annotation, such as `list[Order]`; gives an instance."""

    type: object
    media_type: str = "application/json"

    @property
    def is_typed(self) -> bool:
        """Whether the document says more about the value than that it is JSON."""
        return self.type is not Any and self.type is not object


@dataclass(frozen=True, slots=True)
class Text:
    """A text body; gives `str`, decoded by the charset the response names."""

    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Binary:
    """A body delivered unchanged; gives `Content`, or what `table` makes of it: see `Rows` in `tables.py`."""

    media_type: str = "*/*"
    table: Callable[..., Any] | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A body of items of `type`, delivered while they arrive; the media type says how they are separated.

    `type` is that of the data of an event, and of a part Content where its media type decides. See `streaming.py`.
    """

    type: object
    media_type: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """No documented body; gives None, or the undocumented body as `Content`."""


Reader = Json | Text | Binary | Items
Readers = Reader | tuple[Reader, ...] | Nothing
"""How the bodies of one response are read: a reader for each declared media type."""


def readers_for(responses: Mapping[str, Readers], status: int) -> tuple[Reader, ...] | None:
    """The readers declared for a status: by number, else by class ("4XX"), else the default; None when undeclared."""
    declared = responses.get(str(status))
    if declared is None:
        hundreds = status // 100
        keys = (key for key in (f"{hundreds}XX", f"{hundreds}xx", "default") if key in responses)
        declared = next((responses[key] for key in keys), None)
    return None if declared is None else _as_tuple(declared)


def success_readers(responses: Mapping[str, Readers]) -> tuple[Reader, ...] | None:
    """The readers of successful responses, in the order of the document; None when there is no such response."""
    successes = [readers for key, readers in responses.items() if key.startswith("2")]
    if not successes:
        successes = [readers for key, readers in responses.items() if key == "default"]
    return tuple(reader for readers in successes for reader in _as_tuple(readers)) if successes else None


def _as_tuple(readers: Readers) -> tuple[Reader, ...]:
    if isinstance(readers, tuple):
        return readers
    return () if isinstance(readers, Nothing) else (readers,)


def accept(responses: Mapping[str, Readers]) -> str:
    """The Accept header for what a call returns that names no representation: typed JSON if there is any.

    Of several names for JSON of one type only the first is asked for. A file of one type may be written by a part of
    the server that knows nothing of its negotiation, so other types are accepted as well, but not preferred. A stream
    is asked for where there is nothing else, and only the first of several.
    """
    readers = success_readers(responses) or ()
    streams = [reader for reader in readers if isinstance(reader, Items)]
    readers = tuple(reader for reader in readers if reader not in streams) or tuple(streams[:1])
    typed = {reader.type: reader for reader in reversed(readers) if isinstance(reader, Json) and reader.is_typed}
    wanted = [reader for reader in readers if not typed or reader in typed.values()]
    ranges = list(dict.fromkeys(map(_range, wanted))) or ["*/*"]
    is_negotiable = any(each == "*/*" or is_json(essence(each)) for each in ranges)
    return ", ".join(ranges if is_negotiable else [*ranges, "*/*;q=0.1"])


def accept_stream(responses: Mapping[str, Readers]) -> str:
    """The Accept header for a stream."""
    return ", ".join(reader.media_type for reader in success_readers(responses) or () if isinstance(reader, Items))


def _range(reader: Reader) -> str:
    """The media type to ask for; JSON under any name is asked for by its own, anything that no header can have not."""
    if isinstance(reader, Json) and "*" in reader.media_type:
        return "application/json"
    return reader.media_type if reader.media_type.isprintable() else "*/*"


# ---------------------------------------------------------------- the reader of a media type


def choose_reader(readers: tuple[Reader, ...], media_type: str) -> Reader | None:
    """The reader whose media type describes another one best: exactly, by its family, or as a range.

    Where several types of JSON are equally good, the value decides. None when no media type fits.
    """
    for reader in readers:
        if reader.media_type == media_type:
            return reader
    closeness = [_closeness(essence(reader.media_type), media_type) for reader in readers]
    best = max(closeness, default=0)
    if not best:
        is_any_file = all(isinstance(reader, Binary) for reader in readers)
        return next((each for each in readers if is_any_file and essence(each.media_type) == _ANY_BYTES), None)
    closest = [reader for reader, close in zip(readers, closeness, strict=True) if close == best]
    types: list[Any] = [reader.type for reader in closest if isinstance(reader, Json)]
    if len(types) < len(closest) or len(types) == 1:
        return closest[0]
    union = types[0]
    for each in types[1:]:
        union |= each
    return Json(union)


def fits_accept(media_type: str, accept: str) -> bool:
    """Whether a media type is one that an Accept header names, by its family or as a range too."""
    ranges = [essence(each) for each in accept.split(",")]
    return _ANY_BYTES in ranges or any(_closeness(each, media_type) for each in ranges)


_ANY_BYTES = "application/octet-stream"
"""What documents say of a file whose type they leave open."""


_XML = frozenset({"application/xml", "text/xml"})
_JSON_LINES = frozenset(
    f"application/{prefix}{name}" for prefix in ("", "x-") for name in ("jsonl", "ndjson", "jsonlines", "json-lines")
)


def _closeness(declared: str, actual: str) -> int:
    """How closely a declared media type, possibly a range, describes an actual one; 0 if not at all."""
    if declared == actual:
        return 5
    if "*" in declared and fnmatchcase(actual, declared):
        return 4 if "+" in declared else 1 if declared.startswith("*") else 2
    are_equal = any(declared in names and actual in names for names in (_JSON_LINES, _XML))
    return 3 if are_equal or (is_json(declared) and is_json(actual)) else 0


def is_json(media_type: str) -> bool:
    """Whether a media type is one of JSON, by its name or its suffix."""
    subtype = media_type.rpartition("/")[2]
    return subtype.endswith("+json") or subtype in {"json", "x-json"}


def essence(media_type: str) -> str:
    """A media type in lower case, without parameters."""
    return media_type.partition(";")[0].strip().lower()

"""Files: how each form in which a caller gives one is read and named; and bodies that are one file or text."""

from __future__ import annotations

import mimetypes
import os
import stat
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, cast

from ..errors import InvalidRequestError
from ..http.messages import EncodedBody
from ..media_types import charset_of, essence, is_in_range, is_media_type
from ..types import NO_FILE, is_file

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence
    from contextlib import AbstractContextManager

    from ..types import BinaryFile, FileContent, FileInput

OCTETS = "application/octet-stream"
_CHUNK_SIZE = 65_536
_COMPRESSED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
"""The media type of a file whose name says that it is compressed."""


@dataclass(frozen=True, slots=True)
class File:
    """A file ready to be sent as often as needed.

    `name` is "" where it has none. `media_type` is the one that the caller gave (`is_typed`), else the one that the
    name implies, "" where it implies none.
    """

    content: bytes | OpenedFile = field(repr=False)
    name: str
    media_type: str
    is_typed: bool = False

    def choose_media_type(self, declared: Sequence[str]) -> str:
        """Return the file's own media type where one of those declared allows it, else the first of them, else ""."""
        for each in declared if self.media_type else ():
            if is_in_range(self.media_type, each):
                return self.media_type if self.is_typed or "*" in each else each
        return next((each for each in declared if "*" not in each), "")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A path, or an open file that can be rewound, of a known size."""

    source: BinaryFile | os.PathLike[str]
    size: int
    argument: str
    """Where the caller gave it."""

    def __iter__(self) -> Generator[bytes]:
        left = self.size
        with self._open() as file:
            while left:
                chunk = file.read(min(left, _CHUNK_SIZE))
                if not chunk:
                    raise InvalidRequestError(f"{self.argument}: the file became shorter while it was sent")
                left -= len(chunk)
                yield chunk

    def _open(self) -> AbstractContextManager[BinaryFile]:
        try:
            if isinstance(self.source, os.PathLike):
                return open(self.source, "rb")  # noqa: PTH123 - any path-like object
            cast("IO[bytes]", self.source).seek(0)
        except (OSError, ValueError) as error:
            raise InvalidRequestError(f"{self.argument}: {_reason(error)}") from error
        return nullcontext(self.source)  # it is the caller's, who closes it


@dataclass(frozen=True, slots=True)
class Segments:
    """Bytes and files that are sent one after another."""

    parts: tuple[bytes | OpenedFile, ...]

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return sum(len(part) if isinstance(part, bytes) else part.size for part in self.parts)

    def __iter__(self) -> Generator[bytes]:
        for part in self.parts:
            if isinstance(part, bytes):
                yield part
            else:
                yield from part


def join_segments(parts: Iterable[bytes | OpenedFile]) -> bytes | Segments:
    """Join bytes that follow each other; without an opened file the result is bytes."""
    joined: list[bytes | OpenedFile] = []
    pending: list[bytes] = []
    for part in parts:
        if isinstance(part, bytes):
            pending.append(part)
        else:
            joined += [b"".join(pending), part]
            pending = []
    rest = b"".join(pending)
    return Segments((*joined, rest)) if joined else rest


def prepare_file(value: object, argument: str) -> File:
    """Check a file and determine its name, media type and size.

    Raises InvalidRequestError, naming the argument, for what is not a file, cannot be read, or is opened as text.
    """
    if not is_file(value):
        raise InvalidRequestError(f"{argument}: {NO_FILE[0].lower()}{NO_FILE[1:]}")
    name, content, media_type = _split(value)
    if media_type and not is_media_type(media_type):
        raise InvalidRequestError(f"{argument}: {media_type!r} is not a media type")
    prepared = _prepare_content(content, argument)
    return File(prepared, name, media_type or _guess_media_type(name), is_typed=bool(media_type))


def _split(value: FileInput) -> tuple[str, FileContent, str]:
    """The name of a file, its content, and the media type that the caller gave."""
    if not isinstance(value, tuple):
        return _own_name(value), value, ""
    if len(value) == 2:  # noqa: PLR2004 - type checkers know the length of a tuple by a literal
        return *value, ""
    return value


def _own_name(content: FileContent) -> str:
    """The last part of a path, or of the path that a file was opened by."""
    if isinstance(content, bytes | bytearray | memoryview):
        return ""
    path: object = os.fspath(content) if isinstance(content, os.PathLike) else getattr(content, "name", None)
    # the name of a file made from a descriptor is its number
    return PurePath(os.fsdecode(path)).name if isinstance(path, str | bytes) else ""


def _guess_media_type(name: str) -> str:
    media_type, compression = mimetypes.guess_type(name)
    return _COMPRESSED.get(compression, OCTETS) if compression else media_type or ""


def _prepare_content(content: FileContent, argument: str) -> bytes | OpenedFile:
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    try:
        if isinstance(content, os.PathLike):
            return OpenedFile(content, _size_of_path(content, argument), argument)
        _check_mode(content, argument)
        size = _size_of_file(content)
        if size is not None:
            return OpenedFile(content, size, argument)
        seekable = getattr(content, "seekable", None)
        if seekable is not None and seekable():
            cast("IO[bytes]", content).seek(0)
        return _all_bytes(content, argument)
    except InvalidRequestError:
        raise
    except (OSError, ValueError, TypeError) as error:
        raise InvalidRequestError(f"{argument}: {_reason(error)}") from error


def _all_bytes(content: BinaryFile, argument: str) -> bytes:
    read = cast("object", content.read())
    if not isinstance(read, bytes | bytearray):
        raise InvalidRequestError(f"{argument}: reading from a {type(content).__name__} does not give bytes")
    return bytes(read)


def _size_of_path(path: os.PathLike[str], argument: str) -> int:
    status = os.stat(path)  # noqa: PTH116 - any path-like object
    if not stat.S_ISREG(status.st_mode):
        raise InvalidRequestError(f"{argument}: {os.fspath(path)!r} is not a regular file")
    with open(path, "rb"):  # noqa: PTH123 - whether it may be read, before anything is sent
        return status.st_size


def _check_mode(content: BinaryFile, argument: str) -> None:
    """Read nothing, which shows what is read: bytes, a text, or the coroutine of an async file."""
    nothing = cast("object", content.read(0))
    if isinstance(nothing, bytes | bytearray):
        return
    if isinstance(nothing, str):
        raise InvalidRequestError(f"{argument}: a file has to be opened in binary mode")
    if callable(close := getattr(nothing, "close", None)):
        close()  # or Python warns of a coroutine that was never awaited
    raise InvalidRequestError(f"{argument}: reading from a {type(content).__name__} does not give bytes")


def _size_of_file(content: BinaryFile) -> int | None:
    """The bytes of a file; None for a pipe or a compressed file, whose size is unknown."""
    file = cast("IO[bytes]", content)
    try:
        file.seek(0, os.SEEK_END)
        size = file.tell()
        file.seek(0)
    except (AttributeError, OSError, ValueError):
        return None
    return size


def _reason(error: Exception) -> str:
    return f"the file cannot be read: {error}"


# ---------------------------------------------------------------- bodies


@dataclass(frozen=True, slots=True)
class TextBody:
    """A text, sent in the charset of its media type; or a file, sent unchanged."""

    media_type: str = "text/plain"

    def suits(self, body: object) -> int:
        """Return how well a text or a file suits the media type; see `BodyFormat`."""
        return 1 if isinstance(body, str) else _rank(body, self.media_type, otherwise=1)

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a text. Raises InvalidRequestError for anything but a text or a file."""
        if not isinstance(body, str):
            return _encode_file(body, media_type or self.media_type)
        named = media_type or ("text/plain" if "*" in self.media_type else self.media_type)
        if "charset" not in named.lower():
            named = f"{named}; charset=utf-8"
        return EncodedBody(named, body.encode(charset_of(named)))


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """A file, sent unchanged."""

    media_type: str = OCTETS

    def suits(self, body: object) -> int:
        """Return how well a file suits the media type; see `BodyFormat`."""
        return _rank(body, self.media_type, otherwise=2)

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Send a file. Raises InvalidRequestError for anything else, and when its media type is not known."""
        return _encode_file(body, media_type or self.media_type)


def _rank(body: object, declared: str, *, otherwise: int) -> int:
    """Return 0 for no file, 4 for one of exactly the declared type, 3 for one in its range, else `otherwise`."""
    if not is_file(body):
        return 0
    name, _, media_type = _split(body)
    own = media_type or _guess_media_type(name)
    if own and is_in_range(own, declared):
        return 3 if "*" in declared else 4
    is_other = own and essence(declared) != OCTETS  # a file of a known type that is not the declared one
    return 1 if is_other else otherwise


def _encode_file(body: object, declared: str) -> EncodedBody:
    file = prepare_file(body, "the body")
    media_type = file.choose_media_type([declared])
    if not media_type and is_in_range(OCTETS, declared):
        media_type = OCTETS
    if not media_type:
        raise InvalidRequestError(
            f"the body has to be {declared}, but its media type is not known; give `media_type=`, a file whose name"
            " implies it, or (name, content, media type)"
        )
    return EncodedBody(media_type, file.content)

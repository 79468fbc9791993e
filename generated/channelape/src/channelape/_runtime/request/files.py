"""Files: how each form in which a caller gives one is read and named; and bodies that are one file or text."""

from __future__ import annotations

import mimetypes
import os
import stat
import sys
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterator
from contextlib import aclosing, nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from inspect import isawaitable, iscoroutinefunction
from pathlib import PurePath
from types import AsyncGeneratorType, GeneratorType
from typing import IO, TYPE_CHECKING, TypeVar, cast
from weakref import WeakSet

from ..errors import InvalidRequestError
from ..http.messages import EncodedBody
from ..media_types import charset_of, essence, is_in_range, is_media_type
from ..progress import Progress, check_progress
from ..types import NO_FILE, FileWrapper, is_chunks, is_content, is_file

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
    from contextlib import AbstractContextManager

    from ..http.messages import BodyStream
    from ..progress import OnProgress
    from ..types import AsyncFile, BinaryFile, FileContent

T = TypeVar("T")

OCTETS = "application/octet-stream"
_CHUNK_SIZE = 262_144
"""Bytes that are read from a file at once, in an async client by a thread."""
_COMPRESSED = {"gzip": "application/gzip", "bzip2": "application/x-bzip2", "xz": "application/x-xz"}
"""The media type of a file whose name says that it is compressed."""
_BEGUN: WeakSet[object] = WeakSet()
"""What can be read only once and a request has begun to read."""
_BEGUN_LAST: deque[object] = deque(maxlen=100)
"""The same for the last ones of which Python has no weak references, such as `map` and the iterator of a list."""


class Upload(FileWrapper):
    """A file with a name, a media type and a callback for its progress; for every argument that takes a file.

    Args:
        content: bytes, a `Path`, an open binary file, an iterable of bytes; for async clients also an async one.
        name: the name of the file; by default that of the path or the open file.
        media_type: its media type; by default the one that the name implies.
        on_progress: called after each part of the file that was sent. A call that is repeated begins at 0 again.

    Raises InvalidRequestError for a content that is no file, ConfigurationError for a callback that is no function.
    """

    __slots__ = ("content", "media_type", "name", "on_progress")

    def __init__(
        self,
        content: FileContent,
        *,
        name: str = "",
        media_type: str = "",
        on_progress: OnProgress | None = None,
    ) -> None:
        check_progress(on_progress)
        if not (is_content(content) or is_chunks(content)):
            raise InvalidRequestError(NO_FILE)
        self.content = content
        self.name = name
        self.media_type = media_type
        self.on_progress = on_progress

    def __repr__(self) -> str:
        return f"Upload(name={self.name!r}, media_type={self.media_type!r})"


@dataclass(frozen=True, slots=True)
class File:
    """A file ready to be sent.

    `name` is "" where it has none. `media_type` is the one that the caller gave (`is_typed`), else the one that the
    name implies, "" where it implies none.
    """

    content: bytes | BodyStream = field(repr=False)
    name: str
    media_type: str
    is_typed: bool = False

    def choose_media_type(self, declared: Sequence[str]) -> str:
        """Return the file's own media type where one of those declared allows it, else the first of them, else ""."""
        for each in declared if self.media_type else ():
            if is_in_range(self.media_type, each):
                return self.media_type if self.is_typed or "*" in each else each
        return next((each for each in declared if "*" not in each), "")


# ---------------------------------------------------------------- contents that are read while they are sent


class _Content:
    """A content of one file; `argument` says where the caller gave it."""

    size: int | None = None
    needs_async = ""

    def __init__(self, source: object, argument: str, *, can_restart: bool) -> None:
        self.argument = argument
        self.can_restart = can_restart
        self._read_once = source
        self._is_started = False
        self._check()

    @property
    def is_repeatable(self) -> bool:
        """Whether it can be sent, which it cannot once more if it can be read only once."""
        return self.can_restart or not (self._is_started or _is_used_up(self._read_once))

    def _check(self) -> None:
        if not self.is_repeatable:
            raise InvalidRequestError(
                f"{self.argument}: it was read already and cannot be read again; a Path or bytes can be sent again"
            )

    def _start(self) -> None:
        self._check()
        self._is_started = True
        if not self.can_restart:
            try:
                _BEGUN.add(self._read_once)
            except TypeError:  # it has no weak references, or no hash
                _BEGUN_LAST.append(self._read_once)

    def _checked(self, chunk: object) -> bytes:
        if isinstance(chunk, bytes | bytearray | memoryview):
            return bytes(cast("bytes", chunk))
        raise InvalidRequestError(f"{self.argument}: it gives a {type(chunk).__name__}, not bytes")

    def _chunks(self) -> Iterable[object]:
        raise NotImplementedError

    def __iter__(self) -> Generator[bytes]:
        self._start()
        for chunk in self._chunks():
            if data := self._checked(chunk):
                yield data

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        """Read in threads, because reading may block."""
        from ..http.transport import run_in_thread  # noqa: PLC0415 - building a call needs no HTTP library

        chunks = iter(self)
        try:
            while chunk := await run_in_thread(lambda: next(chunks, b"")):
                yield chunk
        finally:
            with suppress(ValueError):  # a canceled call does not wait for the thread that still reads
                chunks.close()


class OpenedFile(_Content):
    """A path, or an open file; its size is None if it cannot be known, as that of a pipe or a compressed file."""

    def __init__(
        self, source: BinaryFile | os.PathLike[str], size: int | None, argument: str, *, can_restart: bool = True
    ) -> None:
        super().__init__(source, argument, can_restart=can_restart)
        self.size = size
        self._source = source

    def _chunks(self) -> Iterable[object]:
        left = sys.maxsize if self.size is None else self.size
        with self._open() as file:
            while left:
                chunk = self._checked(file.read(min(left, _CHUNK_SIZE)))
                if not chunk:
                    if self.size is None:
                        return
                    raise InvalidRequestError(f"{self.argument}: the file became shorter while it was sent")
                left -= len(chunk)
                yield chunk

    def _open(self) -> AbstractContextManager[BinaryFile]:
        try:
            if isinstance(self._source, os.PathLike):
                return open(self._source, "rb")  # noqa: PTH123 - any path-like object
            if self.can_restart:
                cast("IO[bytes]", self._source).seek(0)
        except (OSError, ValueError) as error:
            raise InvalidRequestError(f"{self.argument}: {_reason(error)}") from error
        return nullcontext(self._source)  # it is the caller's, who closes it


class Chunks(_Content):
    """An iterable of bytes; an iterator can be sent only once."""

    def __init__(self, source: Iterable[object], argument: str) -> None:
        super().__init__(source, argument, can_restart=not isinstance(source, Iterator))
        self._source = source

    def _chunks(self) -> Iterable[object]:
        yield from self._source  # closes a generator that is not read to its end


class AsyncChunks(_Content):
    """An async iterable of bytes, or an async file, which only an async client can send."""

    def __init__(
        self, source: object, start: Callable[[], AsyncIterator[object]], argument: str, *, can_restart: bool
    ) -> None:
        super().__init__(source, argument, can_restart=can_restart)
        self.needs_async = argument
        self._start_reading = start

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        self._start()
        chunks = self._start_reading()
        try:
            async for chunk in chunks:
                if data := self._checked(chunk):
                    yield data
        finally:
            if isinstance(chunks, AsyncGenerator):
                await chunks.aclose()


def _is_used_up(source: object) -> bool:
    """Whether a generator has ended, or a request has begun to read that iterator or file."""
    if isinstance(source, GeneratorType) and source.gi_frame is None:
        return True
    if isinstance(source, AsyncGeneratorType) and source.ag_frame is None:
        return True
    if any(source is begun for begun in tuple(_BEGUN_LAST)):
        return True
    try:
        return source in _BEGUN
    except TypeError:  # it has no hash
        return False


async def _read_async(file: AsyncFile, argument: str) -> AsyncGenerator[object]:
    """Read an async file, from its start if it can be rewound."""
    seek: Callable[[int], Awaitable[object]] | None = getattr(file, "seek", None)
    try:
        if seek is not None:
            await seek(0)
    except (OSError, ValueError) as error:
        raise InvalidRequestError(f"{argument}: {_reason(error)}") from error
    while chunk := await file.read(_CHUNK_SIZE):
        yield chunk


class _Reported:
    """A content whose progress is reported."""

    def __init__(self, content: bytes | BodyStream, on_progress: OnProgress) -> None:
        self._content = content
        self._on_progress = on_progress
        self.size = len(content) if isinstance(content, bytes) else content.size
        self.needs_async = "" if isinstance(content, bytes) else content.needs_async

    @property
    def is_repeatable(self) -> bool:
        return isinstance(self._content, bytes) or self._content.is_repeatable

    def __iter__(self) -> Generator[bytes]:
        sent = 0
        for chunk in _pieces(self._content) if isinstance(self._content, bytes) else self._content:
            yield chunk
            sent = self._report(sent + len(chunk))

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        if isinstance(self._content, bytes):
            for chunk in self:
                yield chunk
            return
        sent = 0
        async with aclosing(aiter(self._content)) as chunks:
            async for chunk in chunks:
                yield chunk
                sent = self._report(sent + len(chunk))

    def _report(self, sent: int) -> int:
        self._on_progress(Progress(state="sending", sent=sent, total=self.size))
        return sent


def _pieces(content: bytes) -> Iterable[bytes]:
    return (content[start : start + _CHUNK_SIZE] for start in range(0, len(content), _CHUNK_SIZE))


@dataclass(frozen=True, slots=True)
class Segments:
    """Bytes and files that are sent one after another."""

    parts: tuple[bytes | BodyStream, ...]

    @property
    def size(self) -> int | None:
        """How many bytes there are, None if that is unknown."""
        sizes = [len(part) if isinstance(part, bytes) else part.size for part in self.parts]
        return None if None in sizes else sum(size or 0 for size in sizes)

    @property
    def needs_async(self) -> str:
        """See BodyStream."""
        return next((part.needs_async for part in self._streams if part.needs_async), "")

    @property
    def is_repeatable(self) -> bool:
        """See BodyStream."""
        return all(part.is_repeatable for part in self._streams)

    @property
    def _streams(self) -> list[BodyStream]:
        return [part for part in self.parts if not isinstance(part, bytes)]

    def __iter__(self) -> Generator[bytes]:
        for part in self.parts:
            if isinstance(part, bytes):
                yield part
            else:
                yield from part

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        for part in self.parts:
            if isinstance(part, bytes):
                yield part
            else:
                async with aclosing(aiter(part)) as chunks:
                    async for chunk in chunks:
                        yield chunk


def join_segments(parts: Iterable[bytes | BodyStream]) -> bytes | Segments:
    """Join bytes that follow each other; without an opened file the result is bytes."""
    joined: list[bytes | BodyStream] = []
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
    upload = _upload_of(value)
    name, media_type = upload.name or _own_name(upload.content), upload.media_type
    if media_type and not is_media_type(media_type):
        raise InvalidRequestError(f"{argument}: {media_type!r} is not a media type")
    content = _prepare_content(upload.content, argument)
    if upload.on_progress is not None:
        content = _Reported(content, upload.on_progress)
    return File(content, name, media_type or _guess_media_type(name), is_typed=bool(media_type))


def _upload_of(value: object) -> Upload:
    """Return a file of any form as an Upload."""
    if isinstance(value, Upload):
        return value
    if not isinstance(value, tuple):
        return Upload(cast("FileContent", value))
    parts = cast("tuple[object, ...]", value)
    return Upload(cast("FileContent", parts[1]), name=str(parts[0]), media_type="".join(map(str, parts[2:])))


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


def _prepare_content(content: FileContent, argument: str) -> bytes | BodyStream:
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    try:
        if isinstance(content, os.PathLike):
            return OpenedFile(content, _size_of_path(content, argument), argument)
        if not is_content(content):
            if isinstance(content, AsyncIterable):
                can_restart = not isinstance(content, AsyncIterator)
                return AsyncChunks(content, content.__aiter__, argument, can_restart=can_restart)
            return Chunks(cast("Iterable[object]", content), argument)
        if _is_async(cast("BinaryFile | AsyncFile", content), argument):
            async_file = cast("AsyncFile", content)
            start = partial(_read_async, async_file, argument)
            return AsyncChunks(async_file, start, argument, can_restart=hasattr(async_file, "seek"))
        file = cast("BinaryFile", content)
        is_seekable = _is_seekable(file)
        return OpenedFile(file, _size_of_file(file) if is_seekable else None, argument, can_restart=is_seekable)
    except InvalidRequestError:
        raise
    except (OSError, ValueError, TypeError) as error:
        raise InvalidRequestError(f"{argument}: {_reason(error)}") from error


def _size_of_path(path: os.PathLike[str], argument: str) -> int:
    status = os.stat(path)  # noqa: PTH116 - any path-like object
    if not stat.S_ISREG(status.st_mode):
        raise InvalidRequestError(f"{argument}: {os.fspath(path)!r} is not a regular file")
    with open(path, "rb"):  # noqa: PTH123 - whether it may be read, before anything is sent
        return status.st_size


def _is_async(content: BinaryFile | AsyncFile, argument: str) -> bool:
    """Read nothing, which shows what is read: bytes, a text, or something to be awaited."""
    if iscoroutinefunction(content.read):
        return True
    nothing = cast("object", content.read(0))
    if isinstance(nothing, bytes | bytearray):
        return False
    if isinstance(nothing, str):
        raise InvalidRequestError(f"{argument}: a file has to be opened in binary mode")
    if isawaitable(nothing):
        if callable(close := getattr(nothing, "close", None)):
            close()  # or Python warns of a coroutine that was never awaited
        return True
    raise InvalidRequestError(f"{argument}: reading from a {type(content).__name__} does not give bytes")


def _is_seekable(content: BinaryFile) -> bool:
    """Whether a file can be sent from its start, as often as needed."""
    try:
        cast("IO[bytes]", content).seek(0)
        seekable = getattr(content, "seekable", None)
        return seekable is None or bool(seekable())
    except (AttributeError, OSError, ValueError):
        return False


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
    upload = _upload_of(body)
    own = upload.media_type or _guess_media_type(upload.name or _own_name(upload.content))
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

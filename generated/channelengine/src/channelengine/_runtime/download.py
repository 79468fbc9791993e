"""Downloads: write the body of a response to a path or an open file, in constant memory.

A path receives the complete body or nothing. After a broken connection the download continues where it stopped, in the
same call or, with `resume`, in a later one.
"""

from __future__ import annotations

import io
import json
import os
import re
import stat
from dataclasses import dataclass, field, replace
from errno import ENOENT
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast, overload

from .errors import InvalidRequestError
from .file_lock import lock_file
from .http.decompression import ACCEPTED_CODINGS, BodyLimits, BrokenBodyError, Decompressor
from .http.messages import Response, TransportFailure
from .progress import Progress, check_progress
from .response.decode import as_table, download_error
from .types import is_dict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AsyncExitStack, ExitStack
    from types import TracebackType

    from .client import AsyncClient, SyncClient
    from .errors import ResponseError
    from .http.messages import Answer, AsyncStreamedResponse, Request, StreamedResponse
    from .operation import Call
    from .options import ClientConfig
    from .progress import OnProgress

PathTarget = str | os.PathLike[str]
"""A path to write to."""

Target = PathTarget | BinaryIO
"""A path, or a file opened for writing in binary mode."""

ASYNC_WRITE_SIZE = 1_048_576
"""Bytes for a path that an async client collects before a thread writes them, because writing may block."""
_HELD_BACK_SIZE = 65_536
"""A body that may report a failure is not written before it has more bytes than this, or has ended without one."""
_MAX_NAME_SIZE = 255
"""Bytes that most file systems allow a name to have."""
_KEPT_NAME_SIZE = 200
"""Bytes of a name that remain in that of a file beside it."""
_MAX_DIGITS = 18  # of a number of bytes
_LEAST_PROGRESS = 16_384
"""Bytes, or a hundredth of the body if that is less, that count as progress: so a download of a few bytes each ends."""
_MAX_RESTARTS = 3
"""How often a download begins again before what it receives no longer counts as progress."""
_CONTENT_RANGE = re.compile(r"bytes\s+([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\*)", re.IGNORECASE)
_STRONG_ETAG = re.compile(r'"[\x21\x23-\x7e\x80-\xff]*"')
_SAFE_AGE = 60
"""Seconds by which a modification date has to precede the Date of its response (RFC 9110, 8.8.2.2)."""
_OK = 200
_PARTIAL_CONTENT = 206
_RANGE_NOT_SATISFIABLE = 416


@dataclass(frozen=True, slots=True)
class Download:
    """A completed download. False if the body was empty.

    Attributes:
        path: where the body was written, None for an open file.
        size: how many bytes were written.
        media_type: the media type of the response, without parameters.
        status: the status of the response.
        headers: the headers of the response, with lower-case names.
    """

    path: Path | None
    size: int
    media_type: str = ""
    status: int = _OK
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __bool__(self) -> bool:
        return bool(self.size)


@dataclass(frozen=True)  # without slots, for subclasses that are generic
class SavedFile(Download):
    """A completed download to a path. False if the body was empty."""

    path: Path


@overload
def download_body(
    client: SyncClient,
    call: Call[object],
    target: PathTarget,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> SavedFile: ...


@overload
def download_body(
    client: SyncClient,
    call: Call[object],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download: ...


def download_body(
    client: SyncClient,
    call: Call[object],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download:
    """Perform a call and write its body to `target`, a path or an open binary file, in constant memory.

    A path receives the complete body or nothing. After a broken connection the download continues where it stopped, if
    the server supports it. With `resume`, the received part is kept beside the path if the call fails or the process
    ends, and the same call with the same path continues there, unless the content has changed.

    Raises what `send` raises, and OSError if the target cannot be written.
    """
    with DownloadReceiver(target, on_progress, content_id=call.name if resume else "") as receiver:
        client.drive(client.perform(call, receiver))
        return receiver.finish()


@overload
async def download_body_async(
    client: AsyncClient,
    call: Call[object],
    target: PathTarget,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> SavedFile: ...


@overload
async def download_body_async(
    client: AsyncClient,
    call: Call[object],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download: ...


async def download_body_async(
    client: AsyncClient,
    call: Call[object],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download:
    """Perform a call and write its body to a path or an open binary file; see `download_body`."""
    with DownloadReceiver(target, on_progress, content_id=call.name if resume else "") as receiver:
        await client.drive(client.perform(call, receiver))
        return receiver.finish()


def check_target(target: Target) -> None:
    """Raise the error of a target that cannot be written."""
    TargetWriter(target).discard()


class DownloadReceiver:
    """Writes the body of one call to a target, over as many attempts as it takes; see BodyReceiver.

    With a `content_id`, the download continues where an earlier one of the same content stopped. Raises
    InvalidRequestError or OSError for a target that cannot be written.
    """

    _held_back: bytearray | None
    _total: int | None  # the size of the whole body

    def __init__(self, target: Target, on_progress: OnProgress | None = None, *, content_id: str = "") -> None:
        check_progress(on_progress)
        self._resumable = ResumableWriter(target, content_id) if content_id else None
        self._writer = self._resumable or TargetWriter(target)
        self._on_progress = on_progress
        self._may_fail_inside = True
        self._status = _OK
        self._headers: Mapping[str, str] = {}
        self._fault = ""  # why the body of this attempt is useless
        self._is_accepted = False  # whether the body of this attempt is written
        self._restarts = 0
        self._reset()
        if self._resumable and self._resumable.size:
            self._received, self._held_back = self._resumable.size, None
            self._validator, self._total = self._resumable.validator, self._resumable.total
        self._most_received = self._received

    def _reset(self) -> None:
        self._received = 0
        self._range_end: int | None = None  # where the part of the body that this response has ends
        self._total = None
        self._validator = ""
        self._decompressor = Decompressor("", BodyLimits())
        self._held_back = bytearray() if self._may_fail_inside else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.discard()

    def begin(self, call: Call[Any], config: ClientConfig) -> None:
        """Hold the beginning of the body back only where the document says that it may report a failure."""
        self._operation, self._config = call.operation, config
        if call.operation.envelope is None and not (config.api.errors and config.api.errors.codes):
            self._may_fail_inside, self._held_back = False, None

    def prepare(self, request: Request) -> Request:
        """Request only the missing part of the body, if the server can detect that the body has changed."""
        headers = list(request.headers)
        if not any(name.lower() == "accept-encoding" for name, _ in headers):
            # The first half of a compressed body is useless to a later call.
            headers.append(("Accept-Encoding", "identity" if self._resumable else ACCEPTED_CODINGS))
        if self._received and self._validator and request.method == "GET":
            headers += [("Range", f"bytes={self._received}-"), ("If-Range", self._validator)]
        return replace(request, headers=tuple(headers))

    def receive(
        self, response: StreamedResponse, headers: Mapping[str, str], _connection: ExitStack, /
    ) -> Answer | None:
        """Write the body. Returns the response without it, or None if the body was read into memory."""
        is_read = response.is_stream_consumed
        self._begin(response.status_code, _without_transfer_headers(headers) if is_read else headers)
        if self._is_accepted:
            for data in (response.content,) if is_read else response.iter_raw():
                self._write(data)
                self._report()
                if self._fault:
                    break
        elif not self._fault:
            response.read()
        return self._end()

    async def receive_async(
        self, response: AsyncStreamedResponse, headers: Mapping[str, str], _connection: AsyncExitStack, /
    ) -> Answer | None:
        """Write the body in a thread; see `receive`."""
        is_read = response.is_stream_consumed
        self._begin(response.status_code, _without_transfer_headers(headers) if is_read else headers)
        if self._is_accepted and is_read:
            self._write(response.content)
            self._report()
        elif self._is_accepted:
            await self._receive_stream(response)
        elif not self._fault:
            await response.aread()
        return self._end()

    async def _receive_stream(self, response: AsyncStreamedResponse) -> None:
        from asyncio import to_thread  # noqa: PLC0415 - slow to load, and a sync client does not need it

        least = ASYNC_WRITE_SIZE if self._writer.path else 1  # an open file may be a pipe that someone waits for
        buffer = bytearray()
        try:
            async for data in response.aiter_raw():
                buffer += data
                if len(buffer) >= least:
                    full, buffer = bytes(buffer), bytearray()
                    await to_thread(self._write, full)
                    self._report()
                    if self._fault:
                        return
        except Exception:  # keep what arrived before the connection broke
            self._write(bytes(buffer))
            raise
        await to_thread(self._write, bytes(buffer))
        self._report()

    def _begin(self, status: int, headers: Mapping[str, str]) -> None:
        """Decide by the head of a response whether its body is written, read into memory or ignored."""
        self._fault, self._is_accepted = "", False
        if status == _RANGE_NOT_SATISFIABLE and self._received:
            return self._reject("the server has no such range")
        if status // 100 != _OK // 100:
            return None
        try:
            self._accept(status, headers)
        except ValueError as error:
            self._reject(str(error))
        return None

    def _accept(self, status: int, headers: Mapping[str, str]) -> None:
        """Prepare for the body of a success. Raises ValueError if it neither is complete nor continues the last one."""
        start, end = 0, _parse_number(headers.get("content-length", ""))
        total = end
        if status == _PARTIAL_CONTENT:
            content_range = _CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip())
            if content_range is None or int(content_range[1]) != self._received:
                raise ValueError("the server sent another range than the requested one")
            start, end, total = int(content_range[1]), int(content_range[2]) + 1, _parse_number(content_range[3])
            if start and self._has_changed(headers, total):
                raise ValueError("the content has changed since its beginning was received")
            total = self._total if total is None else total
            if total is None or end > total:
                raise ValueError("the server sent a range of a body of unknown size")
        if start:
            headers = {**self._headers, **headers}  # those of a part may leave out what the first ones said
        else:
            self._restart()
            encoding = headers.get("content-encoding", "")
            self._decompressor = Decompressor(encoding, self._config.limits)
            self._validator = _strong_validator(headers)
            if self._resumable:
                self._resumable.set_version("" if encoding else self._validator, total)
        self._total, self._range_end = total, end
        self._status, self._headers, self._is_accepted = status, headers, True

    def _has_changed(self, headers: Mapping[str, str], total: int | None) -> bool:
        """Whether a part is of another version than what was received before it, or does not say so."""
        own = "etag" if self._validator.startswith('"') else "last-modified"
        if headers.get(own) != self._validator or (total and self._total and total != self._total):
            return True
        if headers.get("content-encoding", "") != self._headers.get("content-encoding", ""):
            return True
        others = ("etag", "last-modified") if self._headers else ()
        return any(name in headers and headers[name] != self._headers.get(name) for name in others)

    def _restart(self) -> None:
        self._restarts += bool(self._received)
        self._writer.restart()
        self._reset()

    def _reject(self, fault: str) -> None:
        self._restart()
        self._fault = fault

    def _write(self, data: bytes) -> None:
        if self._fault:
            return
        self._received += len(data)
        try:
            for plain in self._decompressor.decompress(data):
                if self._held_back is None:
                    self._writer.write(plain)
                else:
                    self._held_back += plain
                    if len(self._held_back) > _HELD_BACK_SIZE:
                        self._writer.write(self._held_back)
                        self._held_back = None
        except BrokenBodyError as error:
            self._reject(str(error))

    def _report(self) -> None:
        if self._on_progress:
            self._on_progress(Progress(received=self._received, total=self._total))

    def _end(self) -> Answer | None:
        if self._fault:
            return TransportFailure("broken", self._fault)
        if not self._is_accepted:
            return None
        received, total, end = self._received, self._total, self._range_end
        is_longer = end is not None and received > end
        if is_longer or (total is not None and received != total):
            mismatch = f"{received} of {end if is_longer else total} bytes were received"
            if is_longer:
                self._reject(mismatch)
            return TransportFailure("broken", mismatch)
        if not self._decompressor.is_complete:
            return TransportFailure("broken", "the compressed body is incomplete")
        return Response(self._status, self._headers, bytes(self._held_back or b""))

    def result(self, response: Response) -> ResponseError | None:
        """Return the error that the body or the lack of it reports, or that of a wrong Content-Type with `strict`."""
        is_empty = not self._writer.size and not self._held_back
        return download_error(response, self._operation, self._config, is_empty=is_empty)

    def made_progress(self) -> bool:
        """Whether the attempts since the last progress have received a good part more than those before."""
        if self._received - self._most_received <= min(_LEAST_PROGRESS, (self._total or 0) // 100):
            return False
        self._most_received = self._received
        return self._restarts <= _MAX_RESTARTS

    def finish(self) -> Download:
        """Complete the target, now that the whole body has arrived and reports no failure."""
        if self._held_back:
            self._writer.write(self._held_back)
        self._writer.commit()
        media_type = self._headers.get("content-type", "").partition(";")[0].strip().lower()
        size, path = self._writer.size, self._writer.path
        if path is None:
            return Download(None, size, media_type, self._status, self._headers)
        saved = SavedFile(path, size, media_type, self._status, self._headers)
        response = Response(self._status, self._headers, b"")
        return cast("SavedFile", as_table(saved, response, self._operation, self._config))


def _without_transfer_headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Drop the headers that no longer describe a body that has been read and decompressed."""
    return {name: value for name, value in headers.items() if name not in {"content-encoding", "content-length"}}


def _parse_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS else None


def _strong_validator(headers: Mapping[str, str]) -> str:
    """Return the value for `If-Range`, "" if nothing tells whether two parts are of the same bytes (RFC 9110, 13.1.5).

    It is a strong ETag; without any ETag a modification date so long before the response that no change after it can
    have the same date.
    """
    if headers.get("accept-ranges", "").strip().lower() == "none":
        return ""
    if etag := headers.get("etag", ""):
        return etag if _STRONG_ETAG.fullmatch(etag) else ""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to load, and most servers send an ETag

    modified, date = headers.get("last-modified", ""), headers.get("date", "")
    try:
        age = (parsedate_to_datetime(date) - parsedate_to_datetime(modified)).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):  # depends on the Python version
        return ""
    return modified if age >= _SAFE_AGE else ""


class TargetWriter:
    """Writes a path atomically, through a temporary file beside it, or an open binary file.

    Raises InvalidRequestError if the target is neither, OSError if the path cannot be written.
    """

    def __init__(self, target: Target) -> None:
        self.path: Path | None = None
        self.size = 0
        self._part: Path | None = None
        self._is_committed = False
        if isinstance(target, str | os.PathLike):
            self.path = _file_path(target)
            self._part = self.path.with_name(f".{_shorten(self.path.name)}.{os.urandom(8).hex()}.part")
            self._file: BinaryIO = self._part.open("xb", buffering=0)
            self._start: int | None = 0
        else:
            if isinstance(target, io.TextIOBase) or not callable(getattr(target, "write", None)):
                raise InvalidRequestError("the target has to be a path or a file opened in binary mode")
            self._file = target
            self._start = target.tell() if hasattr(target, "seekable") and target.seekable() else None

    def write(self, data: bytes | bytearray) -> None:
        """Append all of the data."""
        view = memoryview(data)
        while view:
            written = cast("int | None", self._file.write(view))  # an unbuffered file may write only a part
            if written is None:  # by an object that has nothing of a file but this method
                written = len(view)
            self.size += written
            view = view[written:]

    def restart(self) -> None:
        """Remove what was written. Raises OSError for a file that was written to and cannot be rewound."""
        if self.size and self._start is None:
            raise io.UnsupportedOperation("the download has to restart, but the target cannot be rewound")
        if self.size and self._start is not None:
            self._file.seek(self._start)
            self._file.truncate()
        self.size = 0

    def commit(self) -> None:
        """Rename the temporary file to the path."""
        if self._part is not None and self.path is not None:
            self._file.close()
            self._part.replace(self.path)
            self._part = None
        self._is_committed = True

    def discard(self) -> None:
        """Remove the temporary file, or what was written to a file that can be rewound, unless it was committed."""
        if self._part is not None:
            self._file.close()
            self._part.unlink(missing_ok=True)
        elif not self._is_committed and self._start is not None:
            self.restart()


class ResumableWriter(TargetWriter):
    """Writes a path over several calls or processes.

    Beside `report.csv` it keeps `.report.csv.part`, the received part, and `.report.csv.part.json`, which identifies
    the content and its version: `validator`, the server's name for it (an ETag or modification date), "" if nothing was
    received that could be continued, and `total`, its size, None if it is not known. Both are files of this user that
    nobody else can read; others, and links, are not opened.

    Raises InvalidRequestError for an open file, OSError if the path cannot be written or another download writes to it.
    """

    total: int | None = None

    def __init__(self, target: Target, content_id: str) -> None:
        if not isinstance(target, str | os.PathLike):
            raise InvalidRequestError("resume= needs a path: an open file cannot be opened again later")
        path = _file_path(target)
        part = path_beside(path, ".part")
        super().__init__(_lock(open_private(part), part))
        self.path, self._part = path, part
        self._note = path_beside(path, ".part.json")
        self._content_id = content_id
        self.validator = ""
        try:
            self._read_note()
            self.size = self._file.seek(0, os.SEEK_END)
            if not self.validator or not self.size:
                self.restart()
        except BaseException:
            self._file.close()
            raise

    def _read_note(self) -> None:
        with open_private(self._note) as file:
            try:
                note: object = json.loads(file.read())
            except (ValueError, RecursionError):  # new, or incomplete after a crash
                return
        if is_dict(note) and note.get("what") == self._content_id and "total" in note:
            total = note["total"]
            self.validator, self.total = str(note.get("validator", "")), total if isinstance(total, int) else None

    def set_version(self, validator: str, total: int | None) -> None:
        """Remember the version that is received now; its validator is "" if it cannot be continued."""
        self.validator, self.total = validator, total
        if validator:
            with open_private(self._note) as file:
                file.truncate()
                file.write(json.dumps({"what": self._content_id, "validator": validator, "total": total}).encode())
        else:
            self._note.unlink(missing_ok=True)

    def restart(self) -> None:
        """Remove the received part."""
        self.set_version("", None)
        super().restart()

    def commit(self) -> None:
        """Rename the received part to the path, with the permissions of a new file."""
        if hasattr(os, "fchmod") and self.path:
            os.fchmod(self._file.fileno(), _mode_of_new_file(self.path))
        super().commit()
        self._note.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove the received part, unless it can be continued or was committed."""
        if not self._is_committed and self.validator and self.size:
            self._file.close()
        else:
            super().discard()
            self._note.unlink(missing_ok=True)


def _file_path(target: str | os.PathLike[str]) -> Path:
    """Return the path of a regular file, or of one that does not exist yet."""
    path = Path(target)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except ValueError as error:  # such as a NUL character
        raise InvalidRequestError(f"the target is not a valid path: {error}") from None
    else:
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(f"{path} is a directory")
        if not stat.S_ISREG(status.st_mode):  # a device or a pipe, which would be replaced by a file
            raise InvalidRequestError(f"{path} is not a regular file; open it to write to it")
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "the folder of the target does not exist", str(path.parent))
    return path


def path_beside(path: Path, ending: str) -> Path:
    """Return the path of the hidden file that belongs to another one, such as `.report.csv.part`.

    Where that is too long a name, it has the beginning and a digest of the other one.
    """
    name = f".{path.name}{ending}"
    if len(os.fsencode(name)) > _MAX_NAME_SIZE:
        name = f".{_shorten(path.name)}.{sha256(os.fsencode(path.name)).hexdigest()[:16]}{ending}"
    return path.with_name(name)


def _shorten(name: str) -> str:
    """Return the beginning of a file name, cut between two characters."""
    return os.fsencode(name)[:_KEPT_NAME_SIZE].decode(errors="ignore")


def _mode_of_new_file(path: Path) -> int:
    """The permissions of a file that is created beside another one, which the umask of the process decides."""
    probe = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with probe.open("xb") as file:
            return stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    finally:
        probe.unlink(missing_ok=True)


def open_private(path: Path) -> BinaryIO:
    """Open or create a file that only this user can read and write. Raises OSError for a link and for any other file.

    A folder that others can write to may have one that they prepared.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    fault = PermissionError(f"{path}: it is not a file that only this user can write to; remove it")
    if path.is_symlink():  # where O_NOFOLLOW does not exist
        raise fault
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
    file = os.fdopen(descriptor, "r+b", buffering=0)
    status = os.fstat(descriptor)
    is_own = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)
    if not (is_own and stat.S_ISREG(status.st_mode) and status.st_nlink <= 1):
        file.close()
        raise fault
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, 0o600)
    return file


def _lock(file: BinaryIO, path: Path) -> BinaryIO:
    """Keep other downloads from a file. Raises BlockingIOError if one is writing to it."""
    try:
        lock_file(file)
        if not path.exists() or os.fstat(file.fileno()).st_ino != path.stat().st_ino:  # just finished by the other
            raise BlockingIOError
    except OSError as error:
        file.close()
        if isinstance(error, BlockingIOError):
            raise BlockingIOError(f"{path}: another download is writing to it") from None
        raise
    return file

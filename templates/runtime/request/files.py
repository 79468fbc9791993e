"""Files in a request: what a caller may give, and what is sent of it."""

from __future__ import annotations

import io
import mimetypes
import os
import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, TypeGuard, cast

from ..errors import InvalidRequestError

if TYPE_CHECKING:
    from ..types import FileContent, FileInput

OCTETS = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file, ready to be sent as often as needed."""

    content: FileContent = field(repr=False)
    filename: str
    media_type: str


def is_file(value: object) -> TypeGuard[FileInput]:
    """Whether a value is one of the forms of `FileInput`."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        named = len(parts) in {2, 3} and all(isinstance(each, str) for each in (parts[0], *parts[2:]))
        return named and is_content(parts[1])
    return is_content(value)


def is_content(value: object) -> TypeGuard[FileContent]:
    """Whether a value is bytes or has a `read` method."""
    return isinstance(value, bytes | bytearray) or callable(getattr(value, "read", None))


def upload(value: FileInput, *, default_name: str, media_type: str = "") -> Upload:
    """Name the file and its media type: as given, else as declared (`media_type`), else by its name."""
    match value:
        case (name, content, declared):
            filename, media_type = name, declared
        case (name, content):
            filename = name
        case content:
            own_name: object = getattr(content, "name", None)  # a number for a file made from a descriptor
            filename = PurePath(own_name).name if isinstance(own_name, str) else default_name
    media_type = media_type or mimetypes.guess_type(filename)[0] or OCTETS
    if not _MEDIA_TYPE.fullmatch(media_type):
        raise InvalidRequestError(f"{default_name!r}: not a media type")
    return Upload(rewindable(content), filename, media_type)


def rewindable(content: FileContent) -> FileContent:
    """The same content in a form that can be sent twice. Raises InvalidRequestError for a file opened as text."""
    if isinstance(content, bytes | bytearray):
        return bytes(content)
    if isinstance(content, io.TextIOBase):
        raise InvalidRequestError("a file has to be opened in binary mode")
    try:
        size_of(content)
    except (OSError, ValueError):  # a pipe, or a compressed file: nobody knows how much will come
        if content.seekable():
            content.seek(0)
        return content.read()
    return content


def size_of(content: IO[bytes]) -> int:
    """The bytes of an open file; leaves it at its start. Raises OSError or ValueError when it cannot go there."""
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    return size

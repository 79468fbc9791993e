"""How response bodies are read, as data, and what callers get: a value, `Content`, or a `RawResponse`."""

from __future__ import annotations

import codecs
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from ..serialization import loads

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE | re.ASCII)


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
        return f"Content({len(self.data)} bytes, {self.media_type!r}, status={self.status})"

    @property
    def charset(self) -> str:
        """The charset of the Content-Type header, else `utf-8`."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            return codecs.lookup(match[1]).name if match else "utf-8"
        except LookupError:  # an unknown one
            return "utf-8"

    @property
    def text(self) -> str:
        """The body as text; bytes that do not decode become U+FFFD, a byte order mark is removed."""
        charset = self.charset
        return self.data.decode("utf-8-sig" if charset == "utf-8" else charset, errors="replace")

    @property
    def json_source(self) -> bytes | str:
        """What to parse as JSON: the bytes, whose UTF is detected, unless the header names another charset."""
        return self.data if self.charset.startswith("utf") else self.text

    def json(self) -> object:
        """The body as JSON. Raises ValueError when it is not."""
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
class RawResponse(Generic[T]):
    """A successful response: its status and headers, its body as bytes, and `parsed`, which the plain call returns.

    `headers` have lower-case names; those with secrets are hidden. `content` is decompressed, otherwise unchanged.
    """

    parsed: T = field(repr=False)
    operation: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """The media type without parameters, lower-case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON body of `type`: a model class or any annotation, such as `list[Order]`; gives an instance."""

    type: object
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Text:
    """A text body; gives `str`, decoded by the charset the response names."""

    media_type: str = "text/plain, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Binary:
    """A body delivered unchanged; gives `Content`."""

    media_type: str = "*/*"


@dataclass(frozen=True, slots=True)
class Nothing:
    """No body, or one that is ignored; gives None."""

    media_type: str = "*/*"


Reader = Json | Text | Binary | Nothing


def reader_for(responses: Mapping[str, Reader], status: int) -> Reader | None:
    """The reader declared for a status: by number, else by class ("4XX"), else the default; None when undeclared."""
    exact = responses.get(str(status))
    if exact is not None:
        return exact
    hundreds = status // 100
    return next((responses[key] for key in (f"{hundreds}XX", f"{hundreds}xx", "default") if key in responses), None)


def success_readers(responses: Mapping[str, Reader]) -> tuple[Reader, ...]:
    """The readers of successful responses, in the order of the document."""
    successes = tuple(reader for key, reader in responses.items() if key.startswith("2"))
    return successes or tuple(reader for key, reader in responses.items() if key == "default")


def accept(responses: Mapping[str, Reader]) -> str:
    """The Accept header for the media types that the readers of successful responses can read."""
    media_types = dict.fromkeys(reader.media_type for reader in success_readers(responses))
    return ", ".join(media_types) or "*/*"

"""A body delivered unchanged."""

from __future__ import annotations

import codecs
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..serialization import loads

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a response with what its head said about them. An empty one is false."""

    data: bytes = field(repr=False)
    media_type: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there are no bytes at all."""
        return not self.data

    def __bool__(self) -> bool:
        """False when empty."""
        return bool(self.data)

    def __repr__(self) -> str:
        """Size and type, never the data."""
        return f"Content({len(self.data)} bytes, {self.media_type!r}, status={self.status})"

    @property
    def charset(self) -> str:
        """The charset that the response names, else `utf-8`."""
        named = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            return codecs.lookup(named[1]).name if named else "utf-8"
        except LookupError:  # one that nobody knows
            return "utf-8"

    @property
    def text(self) -> str:
        """The body as text; what does not decode becomes U+FFFD, a byte order mark goes."""
        charset = self.charset
        return self.data.decode("utf-8-sig" if charset == "utf-8" else charset, errors="replace")

    @property
    def json_source(self) -> bytes | str:
        """What to parse as JSON: the bytes, which name their own UTF, unless another charset is named."""
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

"""A body delivered unchanged."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a response with what its head said about them. An empty one is false."""

    data: bytes = field(repr=False)
    media_type: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

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
    def text(self) -> str:
        """The body as text, by the charset of its media type, else UTF-8; what does not decode becomes U+FFFD."""
        try:
            return self.data.decode(charset_of(self.headers.get("content-type", "")), errors="replace")
        except LookupError:  # a charset nobody knows
            return self.data.decode(errors="replace")

    def json(self) -> object:
        """The body as JSON. Raises ValueError (json.JSONDecodeError) when it is not."""
        parsed: object = json.loads(self.data)
        return parsed

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the bytes to `path`, all or nothing: a temporary file beside it is renamed at the end."""
        target = Path(path)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as part:
            temporary = Path(part.name)
            try:
                part.write(self.data)
                part.close()
                temporary.replace(target)
            except BaseException:
                part.close()
                temporary.unlink(missing_ok=True)
                raise
        return target


def charset_of(content_type: str) -> str:
    """The charset parameter of a Content-Type value, else `utf-8`."""
    head = Message()
    head["content-type"] = content_type
    return head.get_content_charset("utf-8")

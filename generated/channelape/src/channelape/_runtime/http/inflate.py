"""Decompression of a body that comes in pieces, in constant memory; it goes on after a break in the transfer."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ENCODINGS: Final = "gzip, deflate"
"""What can be decompressed here, as an Accept-Encoding header."""

_MOST_AT_ONCE = 1_048_576
_GZIP_OR_ZLIB: Final = 47  # window bits: find out by the header
_BARE: Final = -15


class Inflater:
    """Turns compressed bytes into plain ones; an empty `encoding` or "identity" leaves them as they are."""

    def __init__(self, encoding: str) -> None:
        """Raises ValueError for an encoding nobody asked for."""
        name = encoding.strip().lower()
        if name not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise ValueError(f"the body is encoded as {name[:20]!r}")
        self._plain = name in {"", "identity"}
        self._engine = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Plain bytes, at most a mebibyte at a time. Raises ValueError for what is not compressed as named."""
        if self._plain:
            yield data
            return
        while data:
            if self._engine.eof:  # a file of several members
                self._engine = zlib.decompressobj(_GZIP_OR_ZLIB)
            plain = self._inflate(data)
            if plain:
                yield plain
            data = self._engine.unconsumed_tail or self._engine.unused_data

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing at the end."""
        return self._plain or self._engine.eof or not self._begun

    def _inflate(self, data: bytes) -> bytes:
        try:
            try:
                return self._engine.decompress(data, _MOST_AT_ONCE)
            except zlib.error:
                if self._begun:
                    raise
                self._engine = zlib.decompressobj(_BARE)  # some servers mean this by "deflate"
                return self._engine.decompress(data, _MOST_AT_ONCE)
        except zlib.error as error:
            raise ValueError(f"the body cannot be decompressed: {error}") from None
        finally:
            self._begun = True

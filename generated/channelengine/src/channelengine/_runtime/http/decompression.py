"""Content codings: bodies are decompressed in pieces of limited size, and no further than their limits permit.

HTTP libraries can do it too, but without limits, and they take a body that was cut off for a complete one.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_RESPONSE_SIZE = 100_000_000
MAX_COMPRESSION_RATIO = 200.0
ACCEPTED_CODINGS = "gzip, deflate"
"""The codings that this module knows, for `Accept-Encoding`."""
_CODINGS = frozenset({"gzip", "x-gzip", "deflate"})
_MAX_CODINGS = 3
_PIECE_SIZE = 1_048_576
"""The most bytes that are decompressed at once."""
_SLICE_SIZE = 16_384
"""Compressed bytes that are looked at at once: each member of a gzip body makes zlib copy the rest of them."""
_UNLIMITED_SIZE = 10_000_000
"""Bytes that any body may be decompressed to, whatever its ratio."""
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32  # detected by the header
_GZIP = zlib.MAX_WBITS | 16
_NO_HEADER = -zlib.MAX_WBITS
_HEAD_SIZE = 2  # bytes by which zlib detects a format
_GZIP_START = b"\x1f"
_MAX_EXPANSION = 64
"""How many bytes may be sent for one of the body: a body that is compressed in tiny parts becomes larger."""
_NO_MEMBER = "incorrect header check"
"""How zlib says that what follows a gzip body is no further member of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLimits:
    """How much of a response is accepted; None sets no limit.

    Attributes:
        size: the most bytes of a body in memory, decompressed, or of one line of a stream.
        ratio: how many times as large as it was sent a body may become when it is decompressed.
    """

    size: int | None = MAX_RESPONSE_SIZE
    ratio: float | None = MAX_COMPRESSION_RATIO

    def check_size(self, size: int) -> None:
        """Raise OversizedBodyError for more bytes than may be in memory."""
        if self.size is not None and size > self.size:
            raise OversizedBodyError(
                f"a body of more than {self.size} bytes, which max_response_size= permits in memory; the methods that "
                "download or stream a body have no such limit"
            )


class BodyError(Exception):
    """A body that is not read to its end."""

    kind: Literal["broken", "oversized"] = "broken"


class BrokenBodyError(BodyError):
    """A body that cannot be decompressed, or ends too early."""


class OversizedBodyError(BodyError):
    """A body that exceeds its limits."""

    kind = "oversized"


class Decompressor:
    """Decompresses a body while it arrives, in constant memory; "" and "identity" leave it as it is.

    With `is_kept` the body is going to be in memory as a whole, so its size is limited as it is sent too.
    """

    def __init__(self, encoding: str, limits: BodyLimits, *, is_kept: bool = False) -> None:
        names = [name.strip().lower() for name in encoding.split(",")]
        codings = [name for name in names if name not in {"", "identity"}]
        is_unknown = len(codings) > _MAX_CODINGS or not _CODINGS.issuperset(codings)
        self._unknown = encoding[:40] if is_unknown else ""
        self._layers = [] if is_unknown else [_Layer() for _ in codings]
        self._ratio = limits.ratio
        self._kept = limits if is_kept and codings else None
        self._received = 0

    @property
    def is_complete(self) -> bool:
        """Whether the compressed body may end here."""
        return all(layer.is_complete for layer in self._layers)

    def decompress(self, data: bytes) -> Iterable[bytes]:
        """Return decompressed data in pieces. Raises BrokenBodyError and OversizedBodyError.

        An unknown content coding is an error only here, because a response may have no body to be decoded.
        """
        if self._unknown and data:
            raise BrokenBodyError(f"the content encoding {self._unknown!r} is not supported")
        self._received += len(data)
        return self._decompress_checked(data) if self._layers else (data,)

    def _decompress_checked(self, data: bytes) -> Iterator[bytes]:
        """Decompress data; a server must not send forever what becomes nothing, such as empty blocks or filling."""
        yield from self._decompress(data, 0)
        if self._kept:
            self._kept.check_size(self._received - _PIECE_SIZE)
        if self._received > _PIECE_SIZE + _MAX_EXPANSION * self._layers[-1].size:
            raise BrokenBodyError("the compressed body has much more bytes than what it holds")

    def _decompress(self, data: bytes, level: int) -> Iterator[bytes]:
        if level == len(self._layers):
            yield data
            return
        layer = self._layers[level]
        for piece in layer.decompress(data):
            if self._ratio is not None and layer.size > max(_UNLIMITED_SIZE, self._ratio * self._received):
                raise OversizedBodyError(
                    f"a compressed body that becomes more than {self._ratio:g} times as large, which "
                    "max_compression_ratio= permits"
                )
            yield from self._decompress(piece, level + 1)

    def finish(self) -> None:
        """Take the end of the body. Raises BrokenBodyError if it is incomplete."""
        if not self.is_complete:
            raise BrokenBodyError("the compressed body is incomplete")


class _Layer:
    """One content coding; `size` is how many bytes it has been decompressed to."""

    def __init__(self) -> None:
        self.size = 0
        self._decoder = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._head = b""  # the first bytes, until there are enough of them to tell the format
        self._has_begun = self._is_further = self._is_over = False

    @property
    def is_complete(self) -> bool:
        return self._decoder.eof or self._is_over or not self._has_begun

    def decompress(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), _SLICE_SIZE):
            rest = data[start : start + _SLICE_SIZE]
            is_full = False  # then zlib may have more without further data
            while (rest or is_full) and not self._is_over:
                if self._decoder.eof and not (rest := self._next_member(rest)):
                    break
                try:
                    plain = self._decode(rest)
                except zlib.error as error:
                    if self._is_further and _NO_MEMBER in str(error):
                        self._is_over = True
                        break
                    raise BrokenBodyError(f"the body cannot be decompressed: {error}") from None
                self.size += len(plain)
                if plain:
                    yield plain
                is_full = len(plain) == _PIECE_SIZE
                rest = self._decoder.unconsumed_tail or self._decoder.unused_data

    def _next_member(self, rest: bytes) -> bytes:
        """Begin with the next member of a gzip body; what is none, or only fills the last one up, is left out."""
        rest = rest.lstrip(b"\0")
        if rest.startswith(_GZIP_START):
            self._decoder = zlib.decompressobj(_GZIP)
            self._is_further = True
        elif rest:
            self._is_over = True
            rest = b""
        return rest

    def _decode(self, data: bytes) -> bytes:
        is_first = len(self._head) < _HEAD_SIZE
        if is_first:
            self._has_begun, self._head = True, self._head + data
        try:
            return self._decoder.decompress(data, _PIECE_SIZE)
        except zlib.error:
            if not is_first:
                raise
        self._decoder = zlib.decompressobj(_NO_HEADER)  # some servers understand "deflate" like this
        return self._decoder.decompress(self._head, _PIECE_SIZE)

"""Media types and content negotiation."""

from collections.abc import Iterable, Mapping
from typing import Final

from channelsmith.ir.media_family import MediaFamily, classify_media_type

_WILDCARDS: Final = ("*/*", "*")
_USUAL: Final[Mapping[str, str]] = {
    "image/*": "image/png",
    "text/*": "text/plain",
    "audio/*": "audio/mpeg",
    "video/*": "video/mp4",
}
"""Range -> a type of it."""


def essence(media_type: str) -> str:
    """`text/csv` of `Text/CSV; charset=utf-8`."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether bodies of this type are JSON."""
    return classify_media_type(media_type) <= MediaFamily.OTHER_JSON


def is_text(media_type: str) -> bool:
    """Whether bodies of this type are text."""
    return classify_media_type(media_type) is MediaFamily.TEXT


def concrete_type(media_type: str, accept: str) -> str:
    """A media type that a declared one stands for: of a range, one that an `Accept` header names, or a usual one."""
    if "*" not in media_type:
        return media_type
    accepted = (_range(part)[0] for part in accept.split(","))
    matching = (name for name in accepted if "*" not in name and "/" in name and is_in_range(name, media_type))
    return next(matching, _USUAL.get(media_type, "application/octet-stream"))


def negotiate(accept: str, offered: Iterable[str]) -> str | None:
    """The offered type that an `Accept` header prefers, the first one of equal quality; None if it accepts none.

    An empty header accepts everything.
    """
    ranges = [_range(part) for part in (accept or "*/*").split(",")]
    ranked = [(_quality(name, ranges), -position, name) for position, name in enumerate(offered)]
    quality, _, name = max(ranked, default=(0.0, 0, ""))
    return name if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    """A media range and its quality."""
    name, *parameters = (piece.strip() for piece in part.lower().split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 0.0
    return name, 1.0


def _quality(name: str, ranges: list[tuple[str, float]]) -> float:
    """The quality of a type: that of the most specific range that matches; of a range, that of a type in it."""
    for matching in ((name,), (f"{name.partition('/')[0]}/*",), _WILDCARDS):
        qualities = [quality for range_, quality in ranges if range_ in matching or is_in_range(range_, name)]
        if qualities:
            return max(qualities)
    return 0.0


def is_in_range(media_type: str, range_: str) -> bool:
    """Whether a type is one of a range such as image/*."""
    return range_ in _WILDCARDS or (range_.endswith("/*") and media_type.startswith(range_[:-1]))

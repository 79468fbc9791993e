"""Media types and content negotiation."""

from collections.abc import Iterable
from typing import Final

_WILDCARDS: Final = ("*/*", "*")


def essence(media_type: str) -> str:
    """`text/csv` of `Text/CSV; charset=utf-8`."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether bodies of this type are JSON."""
    return media_type == "application/json" or media_type.endswith("+json")


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
    """The quality of a type: that of the most specific range that matches."""
    for matching in ((name,), (f"{name.partition('/')[0]}/*",), _WILDCARDS):
        qualities = [quality for range_, quality in ranges if range_ in matching]
        if qualities:
            return max(qualities)
    return 0.0

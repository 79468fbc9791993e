"""Media types: which bodies a response declares, and which of them the caller wants."""

from collections.abc import Iterable
from typing import Final

_WILDCARDS: Final = ("*/*", "*")


def essence(media_type: str) -> str:
    """`text/csv` of `Text/CSV; charset=utf-8`."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether bodies of this type are JSON."""
    return media_type == "application/json" or media_type.endswith("+json")


def choose(accept: str, offered: Iterable[str]) -> str | None:
    """The offered type the `Accept` header prefers, the earlier one where it has no preference.

    None when it takes none of them. An empty header takes everything.
    """
    wanted = [_range(part) for part in (accept or "*/*").split(",")]
    ranked = [(_quality(name, wanted), -at, name) for at, name in enumerate(offered)]
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


def _quality(name: str, wanted: list[tuple[str, float]]) -> float:
    """How much a type is wanted: the most specific range that fits decides."""
    kind = name.partition("/")[0]
    for fitting in ((name,), (f"{kind}/*",), _WILDCARDS):
        found = [quality for candidate, quality in wanted if candidate in fitting]
        if found:
            return max(found)
    return 0.0

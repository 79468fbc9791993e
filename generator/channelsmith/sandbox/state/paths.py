"""Reading path templates: what is a word, what a parameter, what an item is called."""

import re
from collections.abc import Mapping
from typing import Final

from channelsmith.sandbox.state.shapes import Member, plain, singular, words

_PARAMETER: Final = re.compile(r"\{([^{}/]+)\}")
_VERSION: Final = re.compile(r"v\d+([._-]\w+)?|api|rest", re.IGNORECASE)


def segments(path: str) -> tuple[str, ...]:
    """The parts between slashes."""
    return tuple(part for part in path.split("/") if part)


def parameters(path: str) -> tuple[str, ...]:
    """The names of the parameters, from left to right."""
    return tuple(_PARAMETER.findall(path))


def shape(path: str) -> str:
    """The template with nameless parameters, so that two spellings of one path are the same."""
    return _PARAMETER.sub("{}", path.rstrip("/"))


def ends_in_parameter(path: str) -> bool:
    """Whether the path addresses one item: its last segment has exactly one parameter."""
    parts = segments(path)
    return bool(parts) and len(_PARAMETER.findall(parts[-1])) == 1


def above(path: str) -> str:
    """The path without its last segment."""
    return path.rstrip("/").rpartition("/")[0]


def prefixes(path: str) -> tuple[str, ...]:
    """The paths of items above: every beginning that ends in a parameter, the path itself left out."""
    parts = segments(path)
    found = ["/" + "/".join(parts[:at]) for at in range(1, len(parts))]
    return tuple(each for each in found if ends_in_parameter(each))


def literals(path: str) -> tuple[str, ...]:
    """The words of the path without versions."""
    return tuple(part for part in segments(path) if "{" not in part and not _VERSION.fullmatch(part))


def noun(path: str) -> str:
    """What items of this path are called: its last word."""
    return next(reversed(literals(path)), "items")


def link(parameter: str, owner: str, members: Mapping[str, Member]) -> str | None:
    """The member that has the value of an outer path parameter; `owner` is the word before it."""
    stem = plain(singular(owner))
    for wanted in (plain(parameter), f"{stem}id", f"{stem}{plain(parameter)}"):
        for name in members:
            if plain(name) == wanted and wanted not in {"id", "key"}:
                return name
    return None


def key_member(parameter: str, owner: str, members: Mapping[str, Member]) -> str | None:
    """The member by which a path addresses its items; `owner` is the word before the parameter."""
    by_name = {plain(name): name for name in members}
    stem, wanted = plain(singular(owner)), plain(parameter)
    own = wanted in {"id", f"{stem}id", stem} or not words(parameter)
    if own and "id" in by_name:
        return by_name["id"]
    for candidate in (wanted, f"{stem}id", "id" if wanted.endswith("id") else "", f"{stem}{wanted}"):
        if candidate in by_name:
            return by_name[candidate]
    ending = next(
        (by_name[each] for each in ("id", "uuid", "key", "code", "slug") if wanted.endswith(each) and each in by_name),
        None,
    )
    return ending or by_name.get("id")

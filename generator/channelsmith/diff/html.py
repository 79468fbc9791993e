"""Changes as one HTML page that needs no other file, with the signatures of both versions side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import resources
from itertools import groupby, zip_longest
from typing import Any

from jinja2 import Environment

from channelsmith.diagnostics import printable
from channelsmith.diff.compare import Change, Level
from channelsmith.diff.surface import Alias, Choice, Method, Model, Part, Surface

_CLIENT = "Client"
_LABELS = {
    Level.BREAKING: "breaking",
    Level.ADDITION: "compatible",
    Level.BEHAVIOR: "behaviour",
    Level.UNSEEN: "not visible to callers",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the old signature beside one of the new, None where there is none."""

    old: str | None
    new: str | None
    is_changed: bool


def format_changes_html(
    changes: Sequence[Change], surfaces: tuple[Surface, Surface], old_version: str, new_version: str
) -> str:
    """Return a page with the changes of each symbol, the most severe first.

    Args:
        changes: the changes from the first surface to the second.
        surfaces: the old and the new surface.
        old_version: the previous version.
        new_version: the next version; "" if it is unknown.
    """
    old, new = surfaces
    renamed = {change.symbol: change.renamed_to for change in changes if change.renamed_to}
    former = {now: before for before, now in renamed.items()}
    owners = ((_owner(change, surfaces), change) for change in changes)
    owned = sorted(((former.get(owner, owner), change) for owner, change in owners), key=lambda pair: pair[0])
    entries: list[dict[str, Any]] = [
        {
            "symbol": printable(symbol),
            "severity": max(change.level for _, change in group),
            "changes": [_describe(change) for _, change in sorted(group, key=lambda pair: -pair[1].level)],
            "rows": list(_side_by_side(_signature(old, symbol), _signature(new, renamed.get(symbol, symbol)))),
        }
        for symbol, group in ((symbol, list(group)) for symbol, group in groupby(owned, key=lambda pair: pair[0]))
    ]
    counts = Counter(change.level for change in changes)
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((resources.files("channelsmith.diff") / "changes.html.jinja").read_text("utf-8"))
    return template.render(
        entries=sorted(entries, key=lambda entry: -entry["severity"]),
        counts=[(level.name.lower(), _LABELS[level], counts[level]) for level in reversed(Level) if counts[level]],
        old_version=printable(old_version),
        new_version=printable(new_version),
    )


def _describe(change: Change) -> dict[str, str]:
    return {
        "symbol": printable(change.symbol),
        "message": printable(change.message),
        "level": change.level.name.lower(),
        "label": _LABELS[change.level],
    }


def _owner(change: Change, surfaces: Iterable[Surface]) -> str:
    """Return the method, model, enum or type that a change belongs to; otherwise the client."""
    symbol = change.symbol.partition("(")[0]
    while symbol:
        if any(_find(surface, symbol) is not None for surface in surfaces):
            return symbol
        symbol = symbol.rpartition(".")[0]
    return _CLIENT


def _find(surface: Surface, symbol: str) -> Method | Model | Choice | Alias | None:
    groups = (surface.methods, surface.models, surface.choices, surface.aliases)
    return next((group[symbol] for group in groups if symbol in group), None)


def _side_by_side(old: Sequence[str], new: Sequence[str]) -> Iterator[_Row]:
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for before, after in zip_longest(old[start:end], new[first:last]):
            yield _Row(before, after, kind != "equal")


def _signature(surface: Surface, symbol: str) -> list[str]:
    """Return the signature of a symbol, line by line; nothing where the surface does not have it."""
    found = _find(surface, symbol)
    if symbol == _CLIENT:
        options = ", ".join(f"{name}=" for name in sorted(surface.options))
        lines = [f"Client({options})", *_behavior(surface.behavior.items())]
    else:
        lines = [] if found is None else list(_lines(found))
    return [printable(line) for line in lines]


def _lines(found: Method | Model | Choice | Alias) -> Iterator[str]:
    match found:
        case Method():
            yield f"{found.symbol}("
            yield from (f"{_part(name, found.parts[name])}," for name in found.positional if name in found.parts)
            named = [name for name in found.parts if name not in found.positional]
            yield from ["    *,"] if named else []
            yield from (f"{_part(name, found.parts[name])}," for name in named)
            yield f") -> {_types(found.returns) or 'None'}"
            yield from [f"# sends {found.request}"] if found.request else []
            yield from _behavior(found.behavior.items())
        case Model():
            yield (
                f"class {found.symbol}({', '.join(sorted(found.bases))}):" if found.bases else f"class {found.symbol}:"
            )
            yield from (_part(name, part) for name, part in found.parts.items())
        case Choice():
            yield f"class {found.symbol}(Enum):"
            yield from (f"    {name} = {value!r}" for name, value in found.members.items())
        case Alias():
            yield f"type {found.symbol} = {_types(found.types)}"


def _part(name: str, part: Part) -> str:
    default = "" if part.needed else f" = {part.default or '...'}"
    return f"    {name}: {_types(part.types)}{default}"


def _types(types: Iterable[str]) -> str:
    return " | ".join(sorted(types, key=lambda name: (name == "None", name)))


def _behavior(aspects: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"# {aspect.replace('-', ' ')}: {text}" for aspect, text in aspects)

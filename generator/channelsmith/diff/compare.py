"""Compare two surfaces: what was removed or added, and what has another meaning."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeVar

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation
from channelsmith.diff.behavior import NONE, Behavior, differing_aspects
from channelsmith.diff.surface import Alias, Choice, Method, Model, Part, Surface

T = TypeVar("T", Method, Model, Choice, Alias)
_ANYTHING: Final = frozenset(["Any", "object"])


class Level(IntEnum):
    """What a change means for existing code."""

    UNSEEN = 0
    """The client sends something else, but the code that calls it stays the same."""
    BEHAVIOR = 1
    """The same code gets something else: it waits, repeats, pages or authenticates in another way."""
    ADDITION = 2
    """Something was added, and everything else works as before."""
    BREAKING = 3
    """Existing code may no longer work, or a type checker rejects it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change; `symbol` is what callers write, `rule` the kind of change."""

    level: Level
    rule: str
    symbol: str
    message: str
    location: SourceLocation | None = None
    """In the new document; for what was removed, in the old one."""
    renamed_to: str = ""
    """The new symbol of what was renamed."""

    def diagnostic(self) -> Diagnostic:
        """The change as a diagnostic: an error if it is breaking, a warning about behaviour, or else an info."""
        severity = _SEVERITIES.get(self.level, Severity.INFO)
        return Diagnostic(severity, self.rule, f"{self.symbol}: {self.message}", location=self.location)


_OPTIONS: Final = {"authentication", "credentials"}
_SEVERITIES: Final = {Level.BREAKING: Severity.ERROR, Level.BEHAVIOR: Severity.WARNING}


def compare_surfaces(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return every change from one surface to the other: clients first, then models, sorted by symbol."""
    return (
        *_compare_clients(old, new),
        *_compare_symbols(old.methods, new.methods, "method", _compare_methods, _renamed(old.methods, new.methods)),
        *_compare_symbols(old.models, new.models, "model", _compare_models),
        *_compare_symbols(old.aliases, new.aliases, "type", _compare_aliases),
        *_compare_symbols(old.choices, new.choices, "enum", _compare_choices),
    )


def _compare_symbols(
    old: Mapping[str, T],
    new: Mapping[str, T],
    noun: str,
    compare: Callable[[T, T], Iterable[Change]],
    renamed: Mapping[str, str] | None = None,
) -> Iterator[Change]:
    renames = renamed or {}
    for symbol in sorted({*old, *new} - set(renames.values())):
        new_symbol = renames.get(symbol, symbol)
        before, after = old.get(symbol), new.get(new_symbol)
        if before is not None and after is not None:
            if symbol != new_symbol:
                message = f"was renamed to {new_symbol}"
                yield Change(Level.BREAKING, f"{noun}-renamed", symbol, message, before.location, new_symbol)
            yield from compare(before, after)
        elif before is not None:
            yield Change(Level.BREAKING, f"{noun}-removed", symbol, "was removed", before.location)
        elif after is not None:
            yield Change(Level.ADDITION, f"{noun}-added", symbol, "was added", after.location)


def _renamed(old: Mapping[str, Method], new: Mapping[str, Method]) -> dict[str, str]:
    """Old to new symbol of the methods that send the same request under another name."""
    added = {method.request: symbol for symbol, method in new.items() if method.request and symbol not in old}
    removed = {symbol: method.request for symbol, method in old.items() if symbol not in new}
    return {symbol: added[request] for symbol, request in removed.items() if request in added}


def _compare_clients(old: Surface, new: Surface) -> Iterator[Change]:
    for name in sorted(old.options - new.options):
        yield Change(Level.BREAKING, "option-removed", f"Client({name}=)", "was removed")
    for name in sorted(new.options - old.options):
        yield Change(Level.ADDITION, "option-added", f"Client({name}=)", "was added")
    if old.servers[:1] != new.servers[:1]:
        before, after = (surface.servers[0] if surface.servers else "none" for surface in (old, new))
        yield Change(Level.UNSEEN, "server-changed", "Client", f"calls {after} by default, was {before}")
    yield from _compare_behavior(old.behavior, new.behavior, "Client", None)


def _compare_methods(old: Method, new: Method) -> Iterator[Change]:
    symbol, location = new.symbol, new.location
    if old.request != new.request:
        message = f"sends {new.request}, was {old.request}"
        yield Change(Level.UNSEEN, "request-changed", symbol, message, location)
    yield from _compare_behavior(old.behavior, new.behavior, symbol, location)
    if new.needs_secret and not old.needs_secret:
        yield Change(Level.BREAKING, "secret-needed", symbol, "requires credentials now", location)
    if new.deprecated and not old.deprecated:
        yield Change(Level.ADDITION, "deprecated", symbol, "is deprecated", location)
    if old.positional != new.positional:
        message = f"takes ({', '.join(new.positional)}) by position, was ({', '.join(old.positional)})"
        yield Change(Level.BREAKING, "positions-changed", symbol, message, location)
    yield from _compare_parts(old.parts, new.parts, f"{symbol}({{}}=)", location, sent=True, received=False)
    if old.returns != new.returns:
        level = Level.ADDITION if _covers(old.returns, new.returns) else Level.BREAKING
        message = f"returns {_describe(new.returns)}, was {_describe(old.returns)}"
        yield Change(level, "returns-changed", symbol, message, location)


def _compare_behavior(old: Behavior, new: Behavior, symbol: str, location: SourceLocation | None) -> Iterator[Change]:
    for aspect, before, after in differing_aspects(old, new):
        if aspect in _OPTIONS and NONE in {before, after}:  # other changes report options that are new or gone
            continue
        message = f"{aspect.replace('-', ' ')}: {after}, was {before}"
        yield Change(Level.BEHAVIOR, f"{aspect}-changed", symbol, message, location)


def _compare_models(old: Model, new: Model) -> Iterator[Change]:
    sent = old.sent and new.sent
    received = (old.received and new.received) or not sent  # an unused model counts as received
    yield from _compare_parts(old.parts, new.parts, f"{new.symbol}.{{}}", new.location, sent=sent, received=received)
    if sent:
        needed = {name for name, part in old.parts.items() if part.needed}
        for groups in sorted(new.alternatives - old.alternatives):
            if not any(needed.issuperset(group) for group in groups):
                message = f"needs {_describe_groups(groups)} now"
                yield Change(Level.BREAKING, "alternatives-needed", new.symbol, message, new.location)
        for groups in sorted(old.alternatives - new.alternatives):
            message = f"does not need {_describe_groups(groups)} any more"
            yield Change(Level.ADDITION, "alternatives-optional", new.symbol, message, new.location)
    for base in sorted(old.bases - new.bases):
        yield Change(Level.BREAKING, "base-removed", new.symbol, f"does not extend {base} any more", new.location)
    for base in sorted(new.bases - old.bases):
        yield Change(Level.ADDITION, "base-added", new.symbol, f"extends {base} now", new.location)


def _compare_aliases(old: Alias, new: Alias) -> Iterator[Change]:
    if old.types != new.types:
        message = f"is {_describe(new.types)}, was {_describe(old.types)}"
        yield Change(Level.BREAKING, "type-changed", new.symbol, message, new.location)


def _compare_choices(old: Choice, new: Choice) -> Iterator[Change]:
    for name in sorted({*old.members, *new.members}):
        symbol = f"{new.symbol}.{name}"
        if name not in new.members:
            yield Change(Level.BREAKING, "member-removed", symbol, "was removed", new.location)
        elif name not in old.members:
            yield Change(Level.ADDITION, "member-added", symbol, "was added", new.location)
        elif old.members[name] != new.members[name]:
            message = f"is {new.members[name]!r}, was {old.members[name]!r}"
            yield Change(Level.BREAKING, "member-changed", symbol, message, new.location)


def _compare_parts(
    old: Mapping[str, Part],
    new: Mapping[str, Part],
    template: str,
    location: SourceLocation | None,
    *,
    sent: bool,
    received: bool,
) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        before, after, symbol = old.get(name), new.get(name), template.format(name)
        if after is None:
            yield Change(Level.BREAKING, "part-removed", symbol, "was removed", location)
        elif before is None:
            level = Level.BREAKING if sent and after.needed and not after.is_preset else Level.ADDITION
            message = "was added and is required" if after.needed else "was added"
            yield Change(level, "part-added", symbol, message, location)
        else:
            yield from _compare_part(before, after, symbol, location, sent=sent, received=received)


def _compare_part(
    old: Part, new: Part, symbol: str, location: SourceLocation | None, *, sent: bool, received: bool
) -> Iterator[Change]:
    if old.wire != new.wire:
        message = f"is sent and received as {new.wire!r}, was {old.wire!r}"
        yield Change(Level.UNSEEN, "wire-name-changed", symbol, message, location)
    if old.default != new.default:
        message = f"defaults to {new.default or 'nothing'} now, was {old.default or 'nothing'}"
        yield Change(Level.BEHAVIOR, "default-changed", symbol, message, location)
    if new.needed and not old.needed:
        level = Level.BREAKING if sent and not new.is_preset else Level.ADDITION
        yield Change(level, "required", symbol, "is required now", location)
    if old.needed and not new.needed:
        level = Level.BREAKING if received else Level.ADDITION
        yield Change(level, "optional", symbol, "may be missing now" if received else "is optional now", location)
    if sent:
        yield from _compare_limits(old.constraints, new.constraints, symbol, location)
    is_required_now = new.needed and not old.needed and not received
    before = old.types - {"None"} if is_required_now else old.types  # None left it out, which nothing does now
    if before != new.types - ({"None"} if is_required_now else set()):
        compatible = (not sent or _covers(new.types, before)) and (not received or _covers(before, new.types))
        message = f"is {_describe(new.types)}, was {_describe(old.types)}"
        yield Change(Level.ADDITION if compatible else Level.BREAKING, "type-changed", symbol, message, location)


_LOWER: Final = ("minimum", "exclusive_minimum", "min_length", "min_items", "min_properties")
_UPPER: Final = ("maximum", "exclusive_maximum", "max_length", "max_items", "max_properties")


def _compare_limits(
    old: ir.Constraints, new: ir.Constraints, symbol: str, location: SourceLocation | None
) -> Iterator[Change]:
    """Yield the changes of the limits of a value that is sent; narrower ones refuse what was accepted before."""
    for name in (*_LOWER, *_UPPER):
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        is_narrower = before is None or (after is not None and (after > before) is (name in _LOWER))
        level, rule = (Level.BREAKING, "limit-narrowed") if is_narrower else (Level.ADDITION, "limit-widened")
        yield Change(level, rule, symbol, f"{_words(name)} {_limit(after)}, was {_limit(before)}", location)
    for name in ("multiple_of", "pattern", "unique_items"):
        before, after = getattr(old, name) or None, getattr(new, name) or None
        if before != after:
            message = f"{_words(name)} {_limit(after)}, was {_limit(before)}"
            yield Change(Level.BEHAVIOR, "limit-changed", symbol, message, location)


def _words(name: str) -> str:
    """Return the keyword of JSON Schema for a constraint: maxLength for max_length."""
    first, *others = name.split("_")
    return "".join([first, *(word.capitalize() for word in others)])


def _limit(value: float | str | bool | None) -> str:
    if value is None or isinstance(value, bool):
        return "none" if value is None else str(value).lower()
    return value if isinstance(value, str) else f"{value:.15g}"


def _describe_groups(groups: ir.RequiredGroups) -> str:
    return " or ".join(" and ".join(group) for group in groups)


def _covers(wide: frozenset[str], narrow: frozenset[str]) -> bool:
    """Whether every value of the narrow types is also one of the wide types."""
    return narrow <= wide or bool(wide & _ANYTHING)


def _describe(types: frozenset[str]) -> str:
    return " | ".join(sorted(types, key=lambda name: (name == "None", name))) or "nothing"

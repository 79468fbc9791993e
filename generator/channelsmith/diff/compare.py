"""Two surfaces side by side: what is gone, what is new, what has another meaning."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from channelsmith.diagnostics import SourceLocation
from channelsmith.diff.change import Change, Level
from channelsmith.diff.surface import Alias, Choice, Method, Model, Part, Surface

T = TypeVar("T", Method, Model, Choice, Alias)
_ANYTHING: Final = frozenset(["Any", "object"])


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Every change from one surface to the other: clients first, then models, by symbol."""
    return (
        *_options(old, new),
        *_both(old.methods, new.methods, "method", _method, _renamed_to(old.methods, new.methods)),
        *_both(old.models, new.models, "model", _model, {}),
        *_both(old.aliases, new.aliases, "type", _alias, {}),
        *_both(old.choices, new.choices, "enum", _choice, {}),
    )


def _both(
    old: Mapping[str, T],
    new: Mapping[str, T],
    kind: str,
    changes: Callable[[T, T], Iterable[Change]],
    renamed: Mapping[str, str],
) -> Iterator[Change]:
    for symbol in sorted({*old, *new}):
        before, after = old.get(symbol), new.get(symbol)
        if before is not None and after is not None:
            yield from changes(before, after)
        elif before is not None:
            gone = f"is now {renamed[symbol]}" if symbol in renamed else "is gone"
            yield Change(Level.BREAKING, f"{kind}-removed", symbol, gone, before.location)
        elif after is not None:
            yield Change(Level.ADDITION, f"{kind}-added", symbol, "is new", after.location)


def _renamed_to(old: Mapping[str, Method], new: Mapping[str, Method]) -> dict[str, str]:
    """Methods that send what another one used to send, by their old symbol."""
    fresh = {each.request: symbol for symbol, each in new.items() if each.request and symbol not in old}
    return {symbol: fresh[each.request] for symbol, each in old.items() if symbol not in new and each.request in fresh}


def _options(old: Surface, new: Surface) -> Iterator[Change]:
    for name in sorted(old.options - new.options):
        yield Change(Level.BREAKING, "option-removed", f"Client({name}=)", "is gone")
    for name in sorted(new.options - old.options):
        yield Change(Level.ADDITION, "option-added", f"Client({name}=)", "is new")
    if old.servers[:1] != new.servers[:1]:
        before, after = (each.servers[0] if each.servers else "none" for each in (old, new))
        yield Change(Level.UNSEEN, "server-changed", "Client", f"calls {after} by default, was {before}")


def _method(old: Method, new: Method) -> Iterator[Change]:
    if old.request != new.request:
        yield Change(
            Level.UNSEEN, "request-changed", new.symbol, f"sends {new.request}, was {old.request}", new.location
        )
    if new.needs_secret and not old.needs_secret:
        yield Change(Level.BREAKING, "secret-needed", new.symbol, "needs credentials now", new.location)
    if new.deprecated and not old.deprecated:
        yield Change(Level.ADDITION, "deprecated", new.symbol, "is deprecated", new.location)
    if old.positional != new.positional:
        words = f"takes ({', '.join(new.positional)}) by position, was ({', '.join(old.positional)})"
        yield Change(Level.BREAKING, "positions-changed", new.symbol, words, new.location)
    yield from _parts(old.parts, new.parts, f"{new.symbol}({{}}=)", new.location, sent=True, received=False)
    yield from _given(old.returns, new.returns, new.symbol, "returns", new.location)


def _model(old: Model, new: Model) -> Iterator[Change]:
    sent = old.sent and new.sent
    received = (old.received and new.received) or not sent  # of one that nobody reaches, as of one that is received
    yield from _parts(old.parts, new.parts, f"{new.symbol}.{{}}", new.location, sent=sent, received=received)


def _alias(old: Alias, new: Alias) -> Iterator[Change]:
    if old.types != new.types:
        words = f"stands for {_words(new.types)}, was {_words(old.types)}"
        yield Change(Level.BREAKING, "type-changed", new.symbol, words, new.location)


def _choice(old: Choice, new: Choice) -> Iterator[Change]:
    for name in sorted({*old.members, *new.members}):
        symbol = f"{new.symbol}.{name}"
        if name not in new.members:
            yield Change(Level.BREAKING, "member-removed", symbol, "is gone", new.location)
        elif name not in old.members:
            yield Change(Level.ADDITION, "member-added", symbol, "is new", new.location)
        elif old.members[name] != new.members[name]:
            words = f"is {new.members[name]!r}, was {old.members[name]!r}"
            yield Change(Level.BREAKING, "member-changed", symbol, words, new.location)


def _parts(
    old: Mapping[str, Part],
    new: Mapping[str, Part],
    symbol: str,
    location: SourceLocation | None,
    *,
    sent: bool,
    received: bool,
) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        before, after, at = old.get(name), new.get(name), symbol.format(name)
        if after is None:
            yield Change(Level.BREAKING, "part-removed", at, "is gone", location)
        elif before is None:
            level = Level.BREAKING if sent and after.needed else Level.ADDITION
            yield Change(level, "part-added", at, "is new and required" if after.needed else "is new", location)
        else:
            yield from _part(before, after, at, location, sent=sent, received=received)


def _part(
    old: Part, new: Part, symbol: str, location: SourceLocation | None, *, sent: bool, received: bool
) -> Iterator[Change]:
    if old.wire != new.wire:
        words = f"travels as {new.wire!r}, was {old.wire!r}"
        yield Change(Level.UNSEEN, "wire-name-changed", symbol, words, location)
    if new.needed and not old.needed:
        level = Level.BREAKING if sent else Level.ADDITION
        yield Change(level, "required", symbol, "is required now", location)
    if old.needed and not new.needed:
        level = Level.BREAKING if received else Level.ADDITION
        yield Change(level, "optional", symbol, "may be missing now" if received else "can be left out now", location)
    if old.types != new.types:
        harmless = (not sent or _covers(new.types, old.types)) and (not received or _covers(old.types, new.types))
        words = f"is {_words(new.types)}, was {_words(old.types)}"
        yield Change(Level.ADDITION if harmless else Level.BREAKING, "type-changed", symbol, words, location)


def _given(
    old: frozenset[str], new: frozenset[str], symbol: str, verb: str, location: SourceLocation | None
) -> Iterator[Change]:
    if old != new:
        level = Level.ADDITION if _covers(old, new) else Level.BREAKING
        yield Change(level, f"{verb}-changed", symbol, f"{verb} {_words(new)}, was {_words(old)}", location)


def _covers(wide: frozenset[str], narrow: frozenset[str]) -> bool:
    """Whether every value of the narrow types is one of the wide ones."""
    return narrow <= wide or bool(wide & _ANYTHING)


def _words(types: frozenset[str]) -> str:
    return " | ".join(sorted(types, key=lambda each: (each == "None", each))) or "nothing"

"""One name for each of many things that may want the same one.

Nobody wins by coming first: everyone who wants the same word moves on to the next candidate together, and only
what still collides at the end is told apart by a digest of its own identity. So an order renames nothing.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

Key = TypeVar("Key", bound=Hashable)


def unique(wanted: Mapping[Key, Sequence[str]], *, taken: Iterable[str] = ()) -> dict[Key, str]:
    """One name for each key from its candidates, best first; keys that want the same word all take their next one."""
    reserved = {word.casefold() for word in taken}
    rank = dict.fromkeys(wanted, 0)
    while True:
        claims: dict[str, list[Key]] = defaultdict(list)
        for key in wanted:
            claims[_candidate(key, wanted[key], rank[key]).casefold()].append(key)
        moved = False
        for word, keys in claims.items():
            if word not in reserved and len(keys) == 1:
                continue
            for key in _losers(keys, wanted, rank, kept=word not in reserved):
                rank[key] += 1
                moved = True
        if not moved:
            return {key: _candidate(key, wanted[key], rank[key]) for key in wanted}


def _losers(
    keys: Sequence[Key], wanted: Mapping[Key, Sequence[str]], rank: Mapping[Key, int], *, kept: bool
) -> list[Key]:
    # A first choice that is spelled as in the document outranks what was merely derived to the same word.
    if kept:
        first = [key for key in keys if rank[key] == 0]
        exact = [key for key in first if _last(key) == wanted[key][0]]
        near = [key for key in first if _last(key).casefold() == wanted[key][0].casefold()]
        for found in (exact, near):
            if len(found) == 1:
                return [key for key in keys if key is not found[0]]
    return list(keys)


def _last(key: Hashable) -> str:
    return str(cast("tuple[str, ...]", key)[-1] if isinstance(key, tuple) else key).rsplit("/", 1)[-1]


def _candidate(key: Hashable, choices: Sequence[str], rank: int) -> str:
    if rank < len(choices):
        return choices[rank]
    digest = hashlib.sha256(repr(key).encode()).hexdigest()
    word = choices[-1]
    joint = "" if word.endswith("_") or (word[:1].isupper() and "_" not in word) else "_"  # classes have no underscores
    return f"{word}{joint}{digest[: 4 + 2 * (rank - len(choices))]}"

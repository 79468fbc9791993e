"""One name for each of many things that may want the same one.

Nobody wins by coming first: everyone who wants the same word moves on to the next candidate together, and only
what still collides at the end is told apart by a digest of its own identity. So an order renames nothing. A pinned
name is nobody else's, whatever it was made from.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

Key = TypeVar("Key", bound=Hashable)


def unique(
    wanted: Mapping[Key, Sequence[str]], *, taken: Iterable[str] = (), pinned: Mapping[Key, str] | None = None
) -> dict[Key, str]:
    """One name for each key from its candidates, best first; keys that want the same word all take their next one.

    Args:
        wanted: the candidates of each key.
        taken: words that none of them may have, whatever their case.
        pinned: names that were given before, and stay; keys that are not wanted do not matter.
    """
    kept = {key: pinned[key] for key in wanted if key in pinned} if pinned else {}
    reserved = {word.casefold() for word in (*taken, *kept.values())}
    rank = {key: 0 for key in wanted if key not in kept}
    waiting = list(rank)
    claims: dict[str, list[Key]] = defaultdict(list)
    while waiting:  # only what has moved asks again, and only those it meets can lose by it
        asked = {key: _candidate(key, wanted[key], rank[key]).casefold() for key in waiting}
        for key, word in asked.items():
            claims[word].append(key)
        waiting = list[Key]()
        for word in dict.fromkeys(asked.values()):
            if word not in reserved and len(claims[word]) == 1:
                continue
            losers = _losers(claims[word], wanted, rank, kept=word not in reserved)
            lost = set(losers)
            claims[word] = [key for key in claims[word] if key not in lost]
            waiting += losers
        for key in waiting:
            rank[key] += 1
    return {key: kept[key] if key in kept else _candidate(key, wanted[key], rank[key]) for key in wanted}


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

"""Unique names for keys that compete for the same ones, independently of their order.

All keys that want a name fall back to their next candidates together, and only those that still collide at the end get
a digest of the key. A name that a key had before stays, and no other key gets it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

Key = TypeVar("Key", bound=Hashable)


def choose_names(
    candidates: Mapping[Key, Sequence[str]], *, taken: Iterable[str] = (), kept: Mapping[Key, str] | None = None
) -> dict[Key, str]:
    """Choose a unique name for each key; names that differ only in case are not unique.

    Args:
        candidates: the possible names of each key, best first.
        taken: names that no key may have.
        kept: the names that keys had before; entries of other keys are ignored.
    """
    kept = {key: kept[key] for key in candidates if key in kept} if kept else {}
    reserved = {name.casefold() for name in (*taken, *kept.values())}
    ranks = {key: 0 for key in candidates if key not in kept}
    pending = list(ranks)
    claims: dict[str, list[Key]] = defaultdict(list)
    while pending:  # only keys that move to another name can cause further collisions
        wanted = {key: _candidate(key, candidates[key], ranks[key]).casefold() for key in pending}
        for key, name in wanted.items():
            claims[name].append(key)
        pending = list[Key]()
        for name in dict.fromkeys(wanted.values()):
            if name in reserved:
                losers = claims[name]
            elif len(claims[name]) > 1:
                losers = _losers(claims[name], candidates, ranks)
            else:
                continue
            pending += losers
            lost = set(losers)
            claims[name] = [key for key in claims[name] if key not in lost]
        for key in pending:
            ranks[key] += 1
    return {key: kept[key] if key in kept else _candidate(key, candidates[key], ranks[key]) for key in candidates}


def _losers(keys: Sequence[Key], candidates: Mapping[Key, Sequence[str]], ranks: Mapping[Key, int]) -> list[Key]:
    """Return the keys that give way: all, except one whose best candidate is spelled as in the document."""
    first_choices = [key for key in keys if ranks[key] == 0]
    exact = [key for key in first_choices if _own_name(key) == candidates[key][0]]
    similar = [key for key in first_choices if _own_name(key).casefold() == candidates[key][0].casefold()]
    for winners in (exact, similar):
        if len(winners) == 1:
            return [key for key in keys if key is not winners[0]]
    return list(keys)


def _own_name(key: Hashable) -> str:
    return str(cast("tuple[str, ...]", key)[-1] if isinstance(key, tuple) else key).rsplit("/", 1)[-1]


def _candidate(key: Hashable, names: Sequence[str], rank: int) -> str:
    if rank < len(names):
        return names[rank]
    digest = hashlib.sha256(repr(key).encode()).hexdigest()
    name = names[-1]
    is_class_name = name[:1].isupper() and "_" not in name
    return f"{name}{'' if is_class_name or name.endswith('_') else '_'}{digest[: 4 + 2 * (rank - len(names))]}"

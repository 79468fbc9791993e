"""Unique names for keys that compete for the same ones, independently of their order.

All keys that want a name fall back to their next candidates together, and those that still collide at the end get
numbers in the order of the keys. A name that a key had before stays, and no other key gets it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

from channelsmith.naming.identifiers import looks_like

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
    reserved = {looks_like(name) for name in (*taken, *kept.values())}
    ranks = {key: 0 for key in candidates if key not in kept}
    pending = list(ranks)
    claims: dict[str, list[Key]] = defaultdict(list)
    while pending:  # only keys that move to another name can cause further collisions
        wanted = {key: looks_like(candidates[key][ranks[key]]) for key in pending}
        for key, name in wanted.items():
            claims[name].append(key)
        losers: list[Key] = []
        for name in dict.fromkeys(wanted.values()):
            if name in reserved:
                losers += claims.pop(name)
            elif len(claims[name]) > 1:
                lost = _losers(claims[name], candidates, ranks)
                losers += lost
                gone = set(lost)
                claims[name] = [key for key in claims[name] if key not in gone]
        for key in losers:
            ranks[key] += 1
        pending = [key for key in losers if ranks[key] < len(candidates[key])]
    chosen = {key: candidates[key][rank] for key, rank in ranks.items() if rank < len(candidates[key])}
    unnamed = {key: candidates[key][-1] for key, rank in ranks.items() if rank == len(candidates[key])}
    names = kept | chosen | _number(unnamed, reserved | {looks_like(name) for name in chosen.values()})
    return {key: names[key] for key in candidates}


def _number(bases: Mapping[Key, str], taken: set[str]) -> dict[Key, str]:
    """Add numbers to names: from 2 where another key has the name itself, else from 1."""
    numbered: dict[Key, str] = {}
    used = set(taken)
    last: dict[str, int] = {}
    for key, name in sorted(bases.items(), key=lambda item: (looks_like(item[1]), repr(item[0]))):
        base = name.rstrip("_")
        separator = "" if _is_camel_case(base) else "_"
        number = last.get(name, 1 if looks_like(name) in taken else 0) + 1
        while looks_like(f"{base}{separator}{number}") in used:
            number += 1
        last[name] = number
        numbered[key] = f"{base}{separator}{number}"
        used.add(looks_like(numbered[key]))
    return numbered


def _is_camel_case(name: str) -> bool:
    return name[:1].isupper() and name != name.upper() and "_" not in name and not name[-1].isdigit()


def _losers(keys: Sequence[Key], candidates: Mapping[Key, Sequence[str]], ranks: Mapping[Key, int]) -> list[Key]:
    """Return the keys that give way: all, except one whose best candidate is spelled as in the document."""
    first_choices = [key for key in keys if ranks[key] == 0]
    exact = [key for key in first_choices if _own_name(key) == candidates[key][0].rstrip("_")]
    similar = [key for key in first_choices if _own_name(key).lower() == candidates[key][0].rstrip("_").lower()]
    for winners in (exact, similar):
        if len(winners) == 1:
            return [key for key in keys if key is not winners[0]]
    return list(keys)


def _own_name(key: Hashable) -> str:
    return str(cast("tuple[str, ...]", key)[-1] if isinstance(key, tuple) else key).rsplit("/", 1)[-1]

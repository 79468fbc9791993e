"""What the kinds of items have to do with each other: who refers to whom, and what has to agree."""

from collections.abc import Iterator
from random import Random
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.state import paths
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.references import refers_to
from channelsmith.sandbox.state.shapes import element
from channelsmith.sandbox.state.store import Item

_MOSTLY: Final = 0.6
"""How many of the items belong to the first one they could belong to, so that there is something to page through."""


class Relations:
    """The kinds of one document."""

    def __init__(self, keeper: Keeper) -> None:
        """Finds the references, by name."""
        self._keeper: Final = keeper
        self._kinds: Final = keeper.kinds
        self._nearest: Final = {kind.name: self._find_above(kind) for kind in keeper.kinds.values()}
        self._referring: Final = {kind.name: list(self._find(kind)) for kind in keeper.kinds.values()}

    def references(self, kind: Kind) -> list[tuple[str, Kind]]:
        """The members that have ids of other kinds; lists of ids (`channelIds`) too."""
        return self._referring[kind.name]

    def in_order(self) -> list[Kind]:
        """The kinds, each after those it refers to and is below of."""
        ordered: list[Kind] = []

        def visit(kind: Kind, seen: frozenset[str]) -> None:
            if kind in ordered or kind.name in seen:
                return
            above = self._above(kind)
            for target in (*((above,) if above else ()), *(each for _, each in self.references(kind))):
                visit(target, seen | {kind.name})
            ordered.append(kind)

        for kind in self._kinds.values():
            visit(kind, frozenset())
        return ordered

    def decide(self, kind: Kind, own: Item, random: Random) -> Item | None:
        """The members of a new item that refer to others, so that they agree.

        None when there is nothing left that it could belong to.
        """
        decided = dict(own)
        above = self._above(kind)
        if above is not None:
            parents = self._fitting(above, decided)
            if not parents:
                return None
            parent = _choose(parents, random)
            keys = zip(self._keeper.key_names(kind), self._keeper.key(above, parent), strict=False)
            decided = {**self._common(above, parent, kind), **dict(keys), **decided}
        whose = refers_to(kind.id, self._kinds) if kind.id is not None and kind.id not in decided else None
        if whose is not None and whose is not kind and whose.id is not None:  # one for each of those
            free = [item for item in self._fitting(whose, decided) if not self._taken(kind, decided, item[whose.id])]
            if not free:
                return None
            decided[kind.id or ""] = random.choice(free)[whose.id]
        for name, target in self.references(kind):
            candidates = self._fitting(target, decided) if name not in decided else []
            if candidates and target.id is not None and element(kind.members[name].schema) is None:
                chosen = _choose(candidates, random)
                decided = {**self._common(target, chosen, kind), **decided, name: chosen[target.id]}
        return decided

    def _find(self, kind: Kind) -> Iterator[tuple[str, Kind]]:
        for name in kind.members:
            target = refers_to(name.removesuffix("s") if name.endswith("Ids") else name, self._kinds)
            if target is not None and target is not kind and name != kind.id:
                yield name, target

    def _above(self, kind: Kind) -> Kind | None:
        """The kind whose items this one is below of, the nearest of them."""
        return self._nearest[kind.name]

    def _find_above(self, kind: Kind) -> Kind | None:
        by_path = {paths.shape(each.path): each for each in self._kinds.values()}
        found = (by_path.get(paths.shape(each)) for each in reversed(paths.prefixes(kind.path)))
        return next((each for each in found if each is not None), None)

    def _taken(self, kind: Kind, decided: Item, value: Json) -> bool:
        return self._keeper.store.get(kind.name, self._keeper.key(kind, {**decided, kind.id or "": value})) is not None

    def _fitting(self, kind: Kind, decided: Item) -> list[Item]:
        """The items that do not contradict what is decided."""
        referring = dict(self.references(kind))
        shared = {name: value for name, value in decided.items() if name in referring}
        items = self._keeper.store.all(kind.name).values()
        return [item for item in items if all(item.get(name, value) == value for name, value in shared.items())]

    def _common(self, target: Kind, item: Item, kind: Kind) -> Item:
        """What an item tells of what its own items refer to."""
        names = [name for name, _ in self.references(target) if name in item and name in kind.members]
        return {name: item[name] for name in names if not isinstance(item[name], list)}


def _choose(items: list[Item], random: Random) -> Item:
    return items[0] if random.random() < _MOSTLY else random.choice(items)

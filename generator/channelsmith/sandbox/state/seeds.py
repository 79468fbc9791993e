"""What a server has at the start: the items the document shows, those they refer to, and more that look like them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.examples import sample
from channelsmith.sandbox.rows import Cell, make_table
from channelsmith.sandbox.settings import Settings
from channelsmith.sandbox.state.choosing import pages
from channelsmith.sandbox.state.fakes import Fakes
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import Kind, Plan, Role
from channelsmith.sandbox.state.relations import Relations
from channelsmith.sandbox.state.shapes import Shapes
from channelsmith.sandbox.state.shown import own_examples, path_examples, shown_items
from channelsmith.sandbox.state.store import Item, same

_BELIEVED: Final = (Role.READ, Role.LIST, Role.CREATE, Role.REPLACE, Role.MERGE, Role.ACT, Role.REMOVE)
"""The operations whose examples are believed, most first."""
_SHOWING: Final = (Role.READ, Role.LIST)
"""Those that show what is there. The examples of others count where these show nothing, for what they are about to make
or change would be there already."""
_FEW: Final = 12


class Seeds:
    """Fills an empty store."""

    def __init__(
        self,
        plans: tuple[Plan, ...],
        keeper: Keeper,
        shapes: Shapes,
        settings: Settings,
        said: Mapping[str, Node],
    ) -> None:
        """Takes what there is to know; `said` is what the document says of each collection."""
        self._plans: Final = tuple(plan for role in _BELIEVED for plan in plans if plan.role is role)
        self._keeper: Final = keeper
        self._store: Final = keeper.store
        self._shapes: Final = shapes
        self._settings: Final = settings
        self._said: Final = said
        self._relations: Final = Relations(keeper)

    def plant(self) -> None:
        """Puts everything in, in one transaction; the same every time for the same settings."""
        random = Random(self._settings.seed)  # noqa: S311 -- examples, not secrets
        pools: dict[str, list[Item]] = {}
        fakes = Fakes(self._shapes, random, self._settings.seed, pools)
        with self._store.transaction():
            self._show()
            for kind in self._relations.in_order():
                self._refer(kind, fakes, random)
            for kind in self._relations.in_order():
                self._fill(kind, fakes, random)
                for name in self._quoted(kind):
                    pools[name] = list(self._store.all(kind.name).values())

    # ------------------------------------------------------------ what the document shows

    def _show(self) -> None:
        for kind in self._keeper.kinds.values():
            for item in self._listed(kind):
                self._add(kind, item)
        for plan in self._plans:
            if plan.kind is not None and (plan.role in _SHOWING or not self._store.count(plan.kind.name)):
                for item in shown_items(plan, self._shapes, self._keeper.forms):
                    self._add(plan.kind, item)
        for kind in self._keeper.kinds.values():
            for item in own_examples(kind) if not kind.single else ():
                self._add(kind, item)

    def _listed(self, kind: Kind) -> Iterator[Item]:
        """The items that `x-sandbox` lists."""
        listed = self._of(kind, "items")
        for node in listed.elements() if listed is not None else ():
            if isinstance(node.value, dict):
                yield self._keeper.forms.made(kind.schema, node.value)

    def _add(self, kind: Kind, item: Item) -> None:
        """Keeps an item that has everything its key is made of and is like no other."""
        names = self._keeper.key_names(kind)
        if any(item.get(name) is None for name in names[:-1]) or (kind.id is not None and item.get(kind.id) is None):
            return
        if names and item.get(names[-1]) is None:
            item = {**item, names[-1]: str(self._keeper.serial(kind.name))}
        if self._store.get(kind.name, self._keeper.key(kind, item)) is None and self._is_new(kind, item):
            self._keeper.put(kind, item)

    # ------------------------------------------------------------ what that refers to

    def _refer(self, kind: Kind, fakes: Fakes, random: Random) -> None:
        """The items that examples name and the document does not show."""
        reading = [plan for plan in self._plans if plan.kind is kind and plan.role is Role.READ]
        for plan in reading if len(kind.parameters) == 1 else ():
            for _, value in path_examples(plan):
                self._ensure(kind, value, {}, fakes, random)
        for item in list(self._store.all(kind.name).values()):
            for name, target in self._relations.references(kind):
                value = item.get(name)
                shared = {other: item[other] for other, _ in self._relations.references(target) if other in item}
                for each in value if isinstance(value, list) else [value]:
                    self._ensure(target, each, shared, fakes, random)

    def _ensure(self, kind: Kind, value: Json, shared: Item, fakes: Fakes, random: Random) -> None:
        """An item of this id, where it could be one and there is none."""
        if kind.id is None or kind.single or value is None:
            return
        fits = self._keeper.forms.fits(kind.members[kind.id].schema, value)
        if fits and next(self._keeper.matching(kind.name, {kind.id: value}), None) is None:
            self._fake(kind, {**shared, kind.id: value}, fakes, random)

    # ------------------------------------------------------------ more of it

    def _fill(self, kind: Kind, fakes: Fakes, random: Random) -> None:
        """As many items as are due, as far as there are that many different ones."""
        wanted = self._wanted(kind)
        rows = self._rows(kind, wanted * 2)
        for number in range(wanted * 2):
            if self._store.count(kind.name) >= wanted:
                break
            self._fake(kind, rows[number] if number < len(rows) else {}, fakes, random)

    def _wanted(self, kind: Kind) -> int:
        count = self._of(kind, "count")
        if not self._settings.items:
            return 0
        if count is not None and isinstance(count.value, int):
            return count.value
        plans = [plan for plan in self._plans if plan.kind is kind]
        if kind.single or not any(plan.role in _SHOWING for plan in plans):
            return 0
        paged = any(pages(plan.operation) for plan in plans if plan.role is Role.LIST)
        return self._settings.items if paged else min(_FEW, self._settings.items)

    def _rows(self, kind: Kind, count: int) -> list[Item]:
        """The members that the document describes by rules (`seed`)."""
        said = self._of(kind, "seed")
        table = make_table(said, count=count, seed=self._settings.seed).rows if said is not None else ()
        return [{name: _plain(cell) for name, cell in row.items()} for row in table]

    def _fake(self, kind: Kind, own: Item, fakes: Fakes, random: Random) -> None:
        """One more item, if one can be made that is like no other."""
        fixed = self._relations.decide(kind, own, random)
        if fixed is None:
            return
        like = next(iter(self._store.all(kind.name).values()), None) or sample(kind.schema)
        example = like if isinstance(like, dict) else {}
        known = {name: value for name, value in example.items() if name in kind.members or not kind.members}
        made = fakes.like(known, kind.schema, self._store.count(kind.name) + 1, fixed)
        names = self._keeper.key_names(kind)
        if names and names[-1] not in fixed and not kind.single:
            scope = tuple(same(made.get(name, "")) for name in names[:-1])
            made = {**made, names[-1]: self._keeper.ids.new(kind, scope, random)}
        self._add(kind, made)

    # ------------------------------------------------------------ what the document says of a collection

    def _of(self, kind: Kind, key: str) -> Node | None:
        said = self._said.get(kind.name)
        return said.get(key) if said is not None else None

    def _rules(self, kind: Kind) -> Iterator[tuple[list[str], Item]]:
        """The members that are unique together, and among which items."""
        rules = self._of(kind, "unique")
        for rule in rules.elements() if rules is not None else ():
            fixed = rule.get("where")
            where = {name: each.value for name, each in fixed.items()} if fixed is not None else {}
            yield [each.as_text() for each in rule["members"].elements()], where

    def _quoted(self, kind: Kind) -> Iterator[str]:
        """The members by which other items quote those of a kind: unique ones that are no names."""
        for members, _ in self._rules(kind):
            if members[-1] in kind.members and not members[-1].lower().endswith(("name", "id")):
                yield members[-1]

    def _is_new(self, kind: Kind, item: Item) -> bool:
        """Whether no item has the same values in members that are unique."""
        for members, where in self._rules(kind):
            values = {self._keeper.link(kind, each): item.get(self._keeper.link(kind, each)) for each in members}
            among = all(item.get(name) == value for name, value in where.items())
            if among and None not in values.values() and next(self._store.find(kind.name, {**values, **where}), None):
                return False
        return True


def _plain(cell: Cell) -> Json:
    return str(cell) if isinstance(cell, Decimal) else cell

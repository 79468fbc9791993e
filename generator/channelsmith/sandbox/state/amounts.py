"""Where amounts are kept, and which other items have a part in them."""

from collections.abc import Mapping
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.sources import Context, compile_source


class Amounts:
    """The amounts of the state; `where` names members and path parameters of their collection."""

    def __init__(self, keeper: Keeper) -> None:
        """Keeps them among the other items."""
        self._keeper: Final = keeper

    def amount(self, kind: Kind, where: Mapping[str, Json], member: str) -> int:
        """The amount that is kept, 0 when there is none yet."""
        item = next(self._keeper.matching(kind.name, where), None)
        value = item.get(member) if item is not None else 0
        return value if isinstance(value, int) else 0

    def keep(self, kind: Kind, where: Mapping[str, Json], member: str, total: int) -> None:
        """Keeps an amount."""
        item = next(self._keeper.matching(kind.name, where), None)
        if item is None:
            self._keeper.add(kind.name, {**where, member: total})
        else:
            self._keeper.change(kind.name, item, {member: total})


class Spread:
    """The same change for items that have the place among their parts."""

    def __init__(self, said: Node) -> None:
        """Reads a `spread`; `to` is the key of the tally's `where` that it takes the place of."""
        self.to: Final = said.text("to")
        self._when: Final = compile_source(said["when"])
        self._collection: Final = said.text("collection")
        self._member: Final = said.text("member")
        self._give: Final = said.text("give")

    def places(self, context: Context, where: Mapping[str, Json]) -> list[Json]:
        """The ids of those items."""
        if self._when(context) is not True:
            return []
        found = context.items.matching(self._collection, {self._member: where[self.to]})
        return [item[self._give] for item in found]

    def parts(self, context: Context, place: Json) -> list[Json]:
        """The parts of one of them."""
        items = context.items.matching(self._collection, {self._give: place})
        found = next((item.get(self._member) for item in items), None)
        return found if isinstance(found, list) else []

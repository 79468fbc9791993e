"""Amounts that are added to or set: how many there are of something, kept apart by what `tally` says."""

from collections.abc import Mapping
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import Nothing
from channelsmith.sandbox.state.amounts import Amounts, Spread
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.refusals import Refusal
from channelsmith.sandbox.state.sources import Context, Source, compile_all, compile_source, complete
from channelsmith.sandbox.state.store import Item, same


class Tally:
    """One `tally`: where amounts are kept, and what is done to one of them."""

    def __init__(self, said: Node, kinds: Mapping[str, Kind]) -> None:
        """Reads it."""
        self._collection: Final = said.text("collection")
        self._member: Final = said.text("member")
        self._where: Final = compile_all(said["where"])
        self._amount: Final = compile_source(said["amount"])
        self._how: Final = _how(said.get("mode"))
        self._bounds: Final = tuple(said["bounds"].elements()) if "bounds" in said else ()
        self._spread: Final = Spread(said["spread"]) if "spread" in said else None
        self.kind: Final = kinds[self._collection]

    def apply(self, context: Context, amounts: "Amounts") -> Item | None:
        """Changes the amount and tells `change` and `total`; None when what it is about can not be told.

        Raises:
            Refusal: the amount would leave its bounds.
        """
        where = complete(self._where, context)
        amount = _whole(self._amount(context))
        if where is None or amount is None:
            return None
        how = self._how(context)
        told = self._set(where, amount, amounts) if how == "set" else self._add(where, amount, amounts)
        if self._spread is not None:
            for place in self._spread.places(context, where):
                above = {**where, self._spread.to: place}
                if how == "set":
                    parts = self._spread.parts(context, place)
                    total = sum(
                        amounts.amount(self.kind, {**where, self._spread.to: part}, self._member) for part in parts
                    )
                    self._set(above, total, amounts)
                else:
                    self._add(above, amount, amounts)
        return told

    def _add(self, where: Mapping[str, Json], amount: int, amounts: "Amounts") -> Item:
        return self._keep(where, amounts.amount(self.kind, where, self._member), amount, amounts)

    def _set(self, where: Mapping[str, Json], amount: int, amounts: "Amounts") -> Item:
        before = amounts.amount(self.kind, where, self._member)
        return self._keep(where, before, amount - before, amounts)

    def _keep(self, where: Mapping[str, Json], before: int, change: int, amounts: "Amounts") -> Item:
        total = before + change
        for bound in self._bounds:
            applies = all(same(where.get(name)) == same(node.value) for name, node in _items(bound.get("where")))
            if applies and not _least(bound) <= total <= _most(bound):
                code = bound.get("code")
                number = code.value if code is not None and isinstance(code.value, int) else None
                raise Refusal(400, f"The total would be {total}, which is out of bounds", number)
        amounts.keep(self.kind, where, self._member, total)
        return {"change": change, "total": total}


def _how(said: Node | None) -> Source:
    """`add` or `set`: always the same, or chosen by a value."""
    if said is None or not said.is_mapping:
        fixed = said.as_text() if said is not None else "add"
        return lambda _: fixed
    chooser = compile_source(said["by"])
    setting = {same(each.value) for each in said["set"].elements()}

    def source(context: Context) -> Json:
        found = chooser(context)
        return "set" if not isinstance(found, Nothing) and same(found) in setting else "add"

    return source


def _whole(value: "Json | Nothing") -> int | None:
    try:
        return int(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        return None


def _items(node: Node | None) -> list[tuple[str, Node]]:
    return list(node.items()) if node is not None else []


def _least(bound: Node) -> float:
    least = bound.get("least")
    return least.value if least is not None and isinstance(least.value, int | float) else float("-inf")


def _most(bound: Node) -> float:
    most = bound.get("most")
    return most.value if most is not None and isinstance(most.value, int | float) else float("inf")

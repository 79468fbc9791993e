"""What `x-sandbox` declares beside the plain change of an item: amounts, other items, and what happens later."""

from dataclasses import replace
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Nothing, look
from channelsmith.sandbox.state.amounts import Amounts
from channelsmith.sandbox.state.due import Due
from channelsmith.sandbox.state.filters import moment
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import HIDDEN, Kind
from channelsmith.sandbox.state.refusals import Refusal
from channelsmith.sandbox.state.sources import Context, compile_all, compile_source, evaluate
from channelsmith.sandbox.state.store import Item, Key, same
from channelsmith.sandbox.state.tallies import Tally

_ONCE: Final = f"{HIDDEN}once"


class Effects:
    """The effects one operation declares; empty where it declares none."""

    def __init__(self, operation: str, said: Node | None, keeper: Keeper, due: Due) -> None:
        """Reads them."""
        self._operation: Final = operation
        self._keeper: Final = keeper
        self._due: Final = due
        tally = said.get("tally") if said is not None else None
        self._tally: Final = Tally(tally, keeper.kinds) if tally is not None else None
        self._at: Final = compile_source(tally["at"]) if tally is not None and "at" in tally else None
        also = said.get("also") if said is not None else None
        self._also: Final = (
            [(each.text("create"), compile_all(each["set"])) for each in also.elements()] if also else []
        )
        self._later: Final = said.get("later") if said is not None else None
        later = self._later
        self._set_later: Final = compile_all(later.get("set") if later is not None else None)
        each = later.get("each") if later is not None else None
        self._each: Final = each
        self._tally_each: Final = Tally(each["tally"], keeper.kinds) if each is not None else None

    def tally(self, context: Context, now: float) -> Context:
        """The context with what became of the amount; an amount that changes later is put off.

        Raises:
            Refusal: the amount would leave its bounds.
        """
        if self._tally is None:
            return context
        text = self._at(context) if self._at is not None else NOTHING
        at = moment(text) if isinstance(text, str) else None
        if at is not None and at > now:
            key: Key = ("tally", self._operation, str(self._keeper.serial("tallies")))
            self._due.schedule(key, at, {"what": "tally", "operation": self._operation, **_remembered(context)})
            return replace(context, tally={"change": 0, "staged": True})
        told = self._tally.apply(context, Amounts(self._keeper))
        return replace(context, tally={**told, "staged": False} if told is not None else NOTHING)

    def after(self, kind: Kind, item: Item, context: Context, at: float) -> None:
        """What follows the change of an item: other items now, and the rest at a moment."""
        own = replace(context, item=item)
        for collection, values in self._also:
            self._keeper.add(collection, dict(evaluate(values, own)))
        if self._later is not None:
            key = ("later", kind.name, *self._keeper.key(kind, item))
            event: Item = {"what": "later", "operation": self._operation, "key": list(self._keeper.key(kind, item))}
            self._due.schedule(key, at, {**event, **_remembered(context)})

    def happen(self, kind: Kind | None, event: Item, context: Context) -> None:
        """Carries out what was put off. What can not be done any more is left out: nobody is there to be told."""
        if event.get("what") == "tally" and self._tally is not None:
            self._try(self._tally, context)
            return
        listed = event.get("key")
        item = (
            self._keeper.store.get(kind.name, tuple(str(each) for each in listed))
            if kind and isinstance(listed, list)
            else None
        )
        if kind is None or item is None:
            return
        own = replace(context, item=item)
        if self._each is not None and self._tally_each is not None:
            self._work_off(self._each, self._tally_each, own)
        self._keeper.change(kind.name, item, dict(evaluate(self._set_later, own)))

    def _work_off(self, each: Node, tally: Tally, context: Context) -> None:
        """The entries of a list in order; one whose key was seen before is left out."""
        entries = look(context.body, each.text("list")) if not isinstance(context.body, Nothing) else NOTHING
        for entry in entries if isinstance(entries, list) else ():
            once = look(entry, each.text("once")) if "once" in each else NOTHING
            key: Key = (self._operation, same(once)) if isinstance(once, str | int | float) else ()
            if key and self._keeper.store.get(_ONCE, key) is not None:
                continue
            self._try(tally, replace(context, entry=entry))
            if key:
                self._keeper.store.put(_ONCE, key, {})

    def _try(self, tally: Tally, context: Context) -> None:
        try:
            tally.apply(context, Amounts(self._keeper))
        except Refusal:
            return


def _remembered(context: Context) -> Item:
    """What an event needs of the request that caused it."""
    arguments: list[Json] = [
        [place, name, value] for (place, name), value in context.arguments.items() if place == "path"
    ]
    return {"body": context.body if context.body is not NOTHING else None, "arguments": arguments}  # type: ignore[dict-item]

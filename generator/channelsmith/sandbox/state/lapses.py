"""Items that change by themselves when nobody has touched them for a while."""

from collections.abc import Mapping
from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.state.due import Due
from channelsmith.sandbox.state.filters import moment
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.refusals import number
from channelsmith.sandbox.state.store import Item, Key


class Lapses:
    """Items that change by themselves when nobody has touched them for a while (`lapse` of a collection)."""

    def __init__(self, said: Mapping[str, Node], due: Due, scale: float) -> None:
        """Takes the rules by collection; `scale` is how long a second of the API takes."""
        self._rules: Final = said
        self._due: Final = due
        self._scale: Final = scale

    def watch(self, kind: Kind, key: Key, item: Item) -> None:
        """Notes when an item that has just been kept will lapse."""
        rule = self._rules.get(kind.name)
        if rule is None:
            return
        event: Key = ("lapse", kind.name, *key)
        since = item.get(rule.text("since"))
        start = moment(since) if isinstance(since, str) else None
        if start is None or any(item.get(name) != each.value for name, each in rule["while"].items()):
            self._due.cancel(event)
            return
        period = item.get(rule.text("seconds"))
        seconds = period if isinstance(period, int | float) else 0
        wait = seconds * (number(rule, "times") or 1) + (number(rule, "plus") or 0)
        self._due.schedule(
            event, start + wait * self._scale, {"what": "lapse", "collection": kind.name, "key": list(key)}
        )

    def change(self, collection: str) -> Item:
        """What becomes of an item of a collection that lapses."""
        return {name: each.value for name, each in self._rules[collection]["set"].items()}

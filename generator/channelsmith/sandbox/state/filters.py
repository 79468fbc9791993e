"""Query parameters against the members of items."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from channelsmith.document import Json
from channelsmith.sandbox.bodies import NOTHING, Nothing, look
from channelsmith.sandbox.state.sources import Items
from channelsmith.sandbox.state.store import Item, same

Test: TypeAlias = Callable[[Item], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """How one query parameter chooses items."""

    parameter: str
    pointer: str
    match: str
    """`equal`, `prefix`, `from` or `to`."""
    exactly: str = ""
    """The parameter that turns a prefix into the whole."""
    through: tuple[str, str, str] | None = None
    """Collection, member, and the member that is given for it: the items between the argument and those of the list."""

    def test(self, value: Json, arguments: Mapping[tuple[str, str], Json], items: Items) -> Test:
        """What an item has to pass for an argument."""
        if self.through is not None:
            collection, member, give = self.through
            value = [item.get(give) for item in items.matching(collection, {member: value})]
        match self.match:
            case "from" | "to":
                return self._bound(value)
            case "prefix" if arguments.get(("query", self.exactly)) is not True:
                start = same(value).lower()
                return lambda item: _text(look(item, self.pointer)).lower().startswith(start)
            case _:
                return self._equal(value)

    def _equal(self, value: Json) -> Test:
        wanted = {same(each) for each in (value if isinstance(value, list) else [value])}

        def passes(item: Item) -> bool:
            found = look(item, self.pointer)
            if isinstance(found, list):
                return any(same(each) in wanted for each in found)
            return not isinstance(found, Nothing) and same(found) in wanted

        return passes

    def _bound(self, value: Json) -> Test:
        bound = _rank(value)

        def passes(item: Item) -> bool:
            found = _rank(look(item, self.pointer))
            if bound is None or found is None:
                return bound is None
            return found >= bound if self.match == "from" else found <= bound

        return passes


def _rank(value: "Json | Nothing") -> float | None:
    """A number or a moment as a number; None for anything else."""
    if isinstance(value, bool) or value is NOTHING:
        return None
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        return None
    try:
        return float(value)
    except ValueError:
        return moment(value)


def moment(text: str) -> float | None:
    """A date or date-time as seconds since 1970; one without a zone is UTC; None for anything else."""
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def _text(value: "Json | Nothing") -> str:
    return value if isinstance(value, str) else ""

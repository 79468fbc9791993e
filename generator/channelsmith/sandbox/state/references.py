"""Which members refer to items of other kinds: told by their names, checked where the document has a code for it."""

from collections.abc import Mapping
from typing import Final

from channelsmith.sandbox.codes import Codes
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.shapes import plain, singular

_NOT_FOUND: Final = "_NOT_FOUND"
_GONE: Final = 404


class References:
    """Which members refer to items of other kinds, as far as the document has a code for those that are not there."""

    def __init__(self, codes: Codes, kinds: Mapping[str, Kind]) -> None:
        """Takes the documented codes and the kinds."""
        rows = codes.table.rows if codes.table is not None else ()
        self._codes: Final = codes
        self._things: Final = {
            row.code: plain(row.name.removesuffix(_NOT_FOUND)) for row in rows if row.name.endswith(_NOT_FOUND)
        }
        self._kinds: Final = kinds

    def target(self, operation: Operation, member: str) -> tuple[Kind, int] | None:
        """The kind whose ids a member or parameter has, and the code of the operation for one that is not there."""
        kind = refers_to(member, self._kinds)
        for code in self._codes.of(operation, _GONE) if kind is not None else ():
            if kind is not None and self._things.get(code) in names_of(kind):
                return kind, code
        return None


def refers_to(member: str, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind whose ids a member has by its name: `channelId` those of /channels/{channel_id}."""
    wanted = plain(member)
    fitting = [
        kind
        for kind in kinds.values()
        if len(kind.parameters) == 1 and not kind.single and wanted in {f"{each}id" for each in names_of(kind)}
    ]
    return next((kind for kind in fitting if wanted == f"{plain(singular(kind.noun))}id"), next(iter(fitting), None))


def names_of(kind: Kind) -> set[str]:
    """What one item is called, spelling aside: `inventory`, `inventoryitem` of /inventories/{inventory_item_id}."""
    parameter = plain(kind.parameters[-1]).removesuffix("id") if kind.parameters else ""
    return {each for each in (plain(singular(kind.noun)), parameter) if each}

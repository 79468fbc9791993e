"""What speaks against carrying out an operation: declared checks, duplicates, references that lead nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import Nothing
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.sources import Context, Source, compile_all, compile_source, complete
from channelsmith.sandbox.state.store import Item, same

_NOT_FOUND: Final = "_NOT_FOUND"
_GONE: Final = 404


class Refusal(Exception):  # noqa: N818 -- nothing went wrong with the server
    """An operation is not carried out; the caller is told why."""

    def __init__(self, status: int, message: str, code: int | None = None, about: str = "") -> None:
        """Takes the status, words for people, the documented code where it is known, and what else tells it."""
        super().__init__(message)
        self.status: Final = status
        self.message: Final = message
        self.code: Final = code
        self.about: Final = about


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of `refuse`."""

    said: Node
    collection: str
    present: bool
    where: Mapping[str, Source]
    value: Source | None
    among: tuple[str, ...]

    def verify(self, context: Context) -> None:
        """Complains when the check strikes.

        Raises:
            Refusal: it does.
        """
        if self._strikes(context):
            message = self.said.text("message", "The request does not fit the present state")
            raise Refusal(number(self.said, "status") or 400, message, number(self.said, "code"))

    def _strikes(self, context: Context) -> bool:
        if self.value is not None:
            found = self.value(context)
            return not isinstance(found, Nothing) and same(found) in self.among
        wanted = complete(self.where, context)
        if wanted is None:
            return False
        there = any(item is not context.item for item in context.items.matching(self.collection, wanted))
        return there is self.present


def read_checks(said: Node | None) -> tuple[Check, ...]:
    """The entries of `refuse`: `value` and `among`, or `present` or `missing` and `where`."""
    checks = said.get("refuse") if said is not None else None
    return tuple(_check(each) for each in checks.elements()) if checks is not None else ()


def _check(node: Node) -> Check:
    value, among = node.get("value"), node.get("among")
    return Check(
        said=node,
        collection=node.text("present") or node.text("missing"),
        present="present" in node,
        where=compile_all(node.get("where")),
        value=compile_source(value) if value is not None else None,
        among=tuple(same(each.value) for each in among.elements()) if among is not None else (),
    )


def duplicates(context: Context, kind: Kind, item: Item, rules: tuple[Node, ...]) -> None:
    """Complains when another item of the collection has the same values in members that are `unique`.

    Raises:
        Refusal: there is one; with the declared code.
    """
    for rule in rules:
        names = [each.as_text() for each in rule["members"].elements()]
        fixed = {name: each.value for name, each in rule["where"].items()} if "where" in rule else dict[str, Json]()
        values = {name: item.get(name) for name in names}
        if None in values.values() or any(item.get(name) != value for name, value in fixed.items()):
            continue
        if any(other is not context.item for other in context.items.matching(kind.name, {**values, **fixed})):
            raise Refusal(
                number(rule, "status") or 400, f"There is one with the same {' and '.join(names)}", number(rule, "code")
            )


def number(node: Node, key: str) -> int | None:
    """The whole number under a key, None when there is none."""
    found = node.get(key)
    return found.value if found is not None and isinstance(found.value, int) else None

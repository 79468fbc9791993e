"""What has to hold before an operation is carried out: parents, references, declared checks, no duplicates."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Nothing, look
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.keeper import Keeper
from channelsmith.sandbox.state.kinds import Kind, Plan
from channelsmith.sandbox.state.refusals import Check, Refusal, duplicates, number
from channelsmith.sandbox.state.sources import Context
from channelsmith.sandbox.state.store import Item, same


class Guards:
    """The checks of one operation."""

    def __init__(
        self,
        operation: Operation,
        keeper: Keeper,
        *,
        checks: tuple[Check, ...] = (),
        unique: tuple[Node, ...] = (),
        references: Mapping[str, tuple[Kind, int]] | None = None,
        gone: Node | None = None,
    ) -> None:
        """Takes what is declared.

        Args:
            operation: the operation.
            keeper: all items.
            checks: its `refuse`.
            unique: the `unique` of its collection.
            references: members and query parameters that refer to items, with their kind and the code for those that
                are not there.
            gone: how an item that is not there is refused, where not with 404.
        """
        self._gone: Final = gone
        self._limit: Final = operation.node.get("x-batch-limit")
        self._operation: Final = operation
        self._keeper: Final = keeper
        self._checks: Final = checks
        self._unique: Final = unique
        self._references: Final = references or {}

    def under_parents(self, plan: Plan, context: Context) -> Context:
        """The context with the item that the path leads through last.

        Raises:
            Refusal: the path leads through one that is not there.
        """
        for parent in plan.parents:
            key = tuple(same(context.arguments.get(("path", name), "")) for name in parent.arguments)
            item = self._keeper.store.get(parent.kind.name, key)
            if item is None:
                raise self.gone(parent.kind)
            context = replace(context, parent=item)
        return context

    def check(self, context: Context) -> None:
        """Complains about references that lead nowhere and whatever else is declared.

        Raises:
            Refusal: there is something.
        """
        if self._limit is not None:
            self._verify_length(self._limit, context)
        for name, (kind, code) in self._references.items():
            for value in _sent(context, name):
                if next(self._keeper.matching(kind.name, {kind.id or name: value}), None) is None:
                    raise Refusal(404, f"{name}: there is no such item", code)
        for check in self._checks:
            check.verify(context)

    def _verify_length(self, limit: Node, context: Context) -> None:
        """Complains about a list that is longer than `x-batch-limit` allows."""
        pointer, most = limit.text("pointer"), number(limit, "items")
        listed = look(context.body, pointer) if not isinstance(context.body, Nothing) else NOTHING
        if isinstance(listed, list) and most is not None and len(listed) > most:
            raise Refusal(400, f"{pointer or 'the body'} has more than {most} entries", about=pointer.strip("/"))

    def unique(self, context: Context, kind: Kind, item: Item) -> None:
        """Complains about a key that is taken, and about another item with the same values where they are unique.

        Raises:
            Refusal: there is one.
        """
        duplicates(context, kind, item, self._unique)
        other = self._keeper.store.get(kind.name, self._keeper.key(kind, item))
        if other is not None and other is not context.item:
            declared = next((each for each in (409, 400, 422) if self._operation.response(each) is not None), None)
            if declared is not None:
                raise Refusal(declared, f"There is one with the same {kind.id or 'key'}", about=kind.id or "")

    def gone(self, kind: Kind) -> Refusal:
        """The refusal for an item that is not there."""
        if self._gone is not None:
            return Refusal(
                number(self._gone, "status") or 404,
                f"There is no such item among the {kind.noun}",
                number(self._gone, "code"),
            )
        parameter = kind.parameters[-1] if kind.parameters else ""
        return Refusal(404, f"There is no such item among the {kind.noun}", about=f"{kind.noun} {parameter}")


def _sent(context: Context, name: str) -> Iterator[Json]:
    """The values of a member of the body or a query parameter."""
    value = context.body.get(name) if isinstance(context.body, dict) else None
    for found in (value, context.arguments.get(("query", name))):
        yield from found if isinstance(found, list) else [found] if found is not None else []

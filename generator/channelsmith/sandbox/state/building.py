"""Handlers put together from plans: the parts of each operation, and notes on what none of them honours."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.codes import Codes
from channelsmith.sandbox.state.choosing import read_filters
from channelsmith.sandbox.state.due import Due
from channelsmith.sandbox.state.effects import Effects
from channelsmith.sandbox.state.guards import Guards
from channelsmith.sandbox.state.handler import Handler, House
from channelsmith.sandbox.state.kinds import Kind, Plan, Role
from channelsmith.sandbox.state.places import json_schema
from channelsmith.sandbox.state.references import References
from channelsmith.sandbox.state.refusals import read_checks
from channelsmith.sandbox.state.render import Renderer
from channelsmith.sandbox.state.shapes import Member, Shapes

_WRITES: Final = {Role.CREATE, Role.REPLACE, Role.MERGE, Role.ACT}


class Builder:
    """Makes handlers."""

    def __init__(self, house: House, shapes: Shapes, due: Due, codes: Codes, collections: Mapping[str, Node]) -> None:
        """Takes what all of them share; `collections` is what the document says of each."""
        self._house: Final = house
        self.shapes: Final = shapes
        self._due: Final = due
        self._collections: Final = collections
        self._references: Final = References(codes, house.keeper.kinds)
        self.kinds: Final = house.keeper.kinds
        self.notes = list[str]()

    def handler(self, plan: Plan) -> Handler:
        """The handler of a plan."""
        keeper, operation = self._house.keeper, plan.operation
        sent = _sent(plan)
        offered: Mapping[str, Member] = self.shapes.members(sent) if sent is not None else {}
        listing = plan.kind if plan.role is Role.LIST else None
        filters, idle = read_filters(operation, listing, plan.said) if listing is not None else ((), ())
        if "x-uses" not in operation.node:
            self.notes += [f"{operation.id}: {name} chooses nothing" for name in idle]
        guards = Guards(
            operation,
            keeper,
            checks=read_checks(plan.said),
            unique=self._unique(plan),
            references=self._referring(plan, offered),
            gone=plan.said.get("gone") if plan.said is not None else None,
        )
        return Handler(
            plan,
            self._house,
            renderer=Renderer(plan, self.shapes, keeper.forms),
            guards=guards,
            effects=Effects(operation.id, plan.said, keeper, self._due),
            filters=filters,
            offered=offered,
        )

    def variant(self, plan: Plan, said: Node) -> Handler:
        """The handler of one of several uses of an operation."""
        return self.handler(replace(plan, said=said))

    def _unique(self, plan: Plan) -> tuple[Node, ...]:
        said = self._collections.get(plan.kind.name) if plan.kind is not None and plan.role in _WRITES else None
        rules = said.get("unique") if said is not None else None
        return tuple(rules.elements()) if rules is not None else ()

    def _referring(self, plan: Plan, offered: Mapping[str, Member]) -> dict[str, tuple[Kind, int]]:
        """The members and query parameters that refer to items, unless the document says that nobody looks."""
        if plan.said is not None and not plan.said.flag("references", default=True):
            return {}
        queries = [each.name for each in plan.operation.parameters if each.location == "query"]
        found = {name: self._references.target(plan.operation, name) for name in (*offered, *queries)}
        return {name: target for name, target in found.items() if target is not None}


def _sent(plan: Plan) -> Node | None:
    found = json_schema(plan.operation.request_bodies)
    return found[1] if found is not None else None

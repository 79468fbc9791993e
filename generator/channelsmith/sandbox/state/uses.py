"""Operations that are several in one (`x-uses`): which of them a request means, and what that one does."""

from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.state.building import Builder
from channelsmith.sandbox.state.handler import Handler
from channelsmith.sandbox.state.kinds import Plan, Role
from channelsmith.sandbox.state.places import place_in
from channelsmith.sandbox.state.said import said_of


class Uses:
    """The uses of one operation that its `x-sandbox` speaks of, by their operationId."""

    def __init__(self, operation: Operation, builder: Builder) -> None:
        """Makes a handler for each."""
        self.operation: Final = operation
        said = said_of(operation.node)
        spoken = said.get("uses") if said is not None else None
        uses = {use.text("operationId"): use for use in operation.node["x-uses"].elements()}
        self.handlers: Final = [
            (uses[name], builder.handler(_plan(operation, uses[name], each, builder)))
            for name, each in (spoken.items() if spoken is not None else ())
            if name in uses
        ]

    @property
    def plans(self) -> tuple[Plan, ...]:
        """What each of them does."""
        return tuple(handler.plan for _, handler in self.handlers)

    def choose(self, received: Received) -> Handler | None:
        """The handler of the use whose arguments were given; None when it is none of them."""
        given = {name for (_, name) in received.arguments.values}
        fitting = [
            (use, handler)
            for use, handler in self.handlers
            if _needs(use) <= given and not _needs(use, "omits") & given
        ]
        return max(fitting, key=lambda each: len(_needs(each[0])))[1] if fitting else None


def _plan(operation: Operation, use: Node, said: Node, builder: Builder) -> Plan:
    kind = builder.kinds[said.text("collection")]
    role = Role(said.text("role"))
    returns = use.get("returns")
    schema = (
        operation.node.document.at(returns.as_text()[1:])
        if returns is not None and isinstance(returns.value, str)
        else returns
    )
    place = place_in(schema, builder.shapes, noun=kind.noun, listing=role is Role.LIST) if schema is not None else None
    return Plan(operation, role, kind, place, said=said)


def _needs(use: Node, key: str = "requires") -> set[str]:
    listed = use.get(key)
    return {each.as_text() for each in listed.elements()} if listed is not None else set()

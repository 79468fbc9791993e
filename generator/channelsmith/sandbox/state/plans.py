"""What each operation does with which items, from its path, its method and its answer, or as it says itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Json, Node, did_you_mean
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state import paths
from channelsmith.sandbox.state.infer import Kinds, PathOperations
from channelsmith.sandbox.state.kinds import HIDDEN, Kind, Model, Parent, Plan, Role
from channelsmith.sandbox.state.places import place_of
from channelsmith.sandbox.state.said import said_of
from channelsmith.sandbox.state.shapes import Shapes, plain

_ON_ITEM: Final = {
    "GET": Role.READ,
    "HEAD": Role.READ,
    "PUT": Role.REPLACE,
    "PATCH": Role.MERGE,
    "POST": Role.MERGE,
    "DELETE": Role.REMOVE,
}


def infer(operations: tuple[Operation, ...], shapes: Shapes) -> Model:
    """The model of a document.

    Raises:
        UnusableInput: an `x-sandbox` names a collection that is not there; located.
    """
    kinds = Kinds(operations, shapes)
    planner = _Planner(kinds, shapes)
    plans = {operation.id: planner.plan(operation) for operation in operations}
    created = {plan.kind.name for plan in plans.values() if plan.kind is not None and plan.role is Role.CREATE}
    plans = {
        name: replace(plan, only_way=plan.kind is not None and plan.kind.name not in created)
        for name, plan in plans.items()
    }
    used = {plan.kind.name for plan in plans.values() if plan.kind is not None}
    return Model({kind.name: kind for kind in kinds.all if kind.name in used}, plans)


_Guess: TypeAlias = tuple[Role, Kind | None, str]
"""What an operation does, with which items, and why it only shows an example."""


class _Planner:
    """Makes plans."""

    def __init__(self, kinds: Kinds, shapes: Shapes) -> None:
        self._kinds: Final = kinds
        self._shapes: Final = shapes

    def plan(self, operation: Operation) -> Plan:
        """What an operation does: as it says itself, else as its path and method suggest."""
        said = said_of(operation.node)
        role, kind, why = self._guess(self._kinds.paths[operation.path], operation)
        if said is not None and "collection" in said:
            kind = self._named(said["collection"])
            role = Role(said.text("role")) if "role" in said else role
        elif said is not None and "role" in said:
            role = Role(said.text("role"))
        if kind is None and role is not Role.SHOW and said is not None:
            message, hint = "x-sandbox: it is not told of which items this is", "name them: collection: NAME"
            raise UnusableInput(said.problem(message, rule="x-sandbox", hint=hint))
        listing = role is Role.LIST
        noun = kind.noun if kind is not None else paths.noun(operation.path)
        place = place_of(operation, self._shapes, noun=noun, listing=listing)
        links = {name: self._link(operation.path, name, kind) for name in paths.parameters(operation.path)}
        parents = tuple(self._parents(operation, kind))
        return Plan(
            operation,
            role,
            kind,
            place,
            parents,
            links,
            by_body=kind is not None
            and role in {Role.REPLACE, Role.MERGE}
            and self._kinds.listed_at(operation.path) is kind,
            why=why if role is Role.SHOW else "",
            said=said,
        )

    def _guess(self, path: PathOperations, operation: Operation) -> _Guess:
        method, place = operation.method, path.places.get(operation.method)
        kind = self._kinds.at(path.path)
        if kind is not None and (kind.single or paths.ends_in_parameter(path.path)) and method in _ON_ITEM:
            return _ON_ITEM[method], kind, ""
        kind = kind or self._kinds.listed_at(path.path)
        same = self._kinds.of_schema(place.schema) if place is not None else None
        if place is not None and place.many:
            listed = kind if kind is not None and same is None else same
            reads = method in {"GET", "QUERY"} or (method == "POST" and kind is None)
            return (
                (Role.LIST, listed, "")
                if listed is not None and reads
                else (Role.SHOW, None, "nothing tells the items of its list apart")
            )
        if method == "POST" and kind is not None:
            return Role.CREATE, kind, ""
        if kind is not None and same is kind and method in {"PUT", "PATCH"}:
            return (Role.REPLACE if method == "PUT" else Role.MERGE), kind, ""
        return self._elsewhere(path, operation, same)

    def _elsewhere(self, path: PathOperations, operation: Operation, same: Kind | None) -> _Guess:
        """An operation whose path is none of a kind, though its answer may be."""
        if same is None:
            return Role.SHOW, None, "neither its path nor its answer tells of which items it is"
        if self._kinds.at(paths.above(path.path)) is same and operation.method in {"PUT", "POST", "PATCH"}:
            return Role.ACT, same, ""
        if operation.method == "POST":
            return Role.CREATE, same, ""
        names = paths.parameters(path.path)
        by_id = bool(names) and plain(names[-1]) in {"id", f"{plain(same.noun)}id"}
        addressed = operation.method == "GET" and paths.ends_in_parameter(path.path)
        if addressed and (by_id or paths.link(names[-1], same.noun, same.members)):
            return Role.READ, same, ""
        return Role.SHOW, None, "the path does not tell which of the items it is"

    def _link(self, path: str, parameter: str, kind: Kind | None) -> str:
        hidden = f"{HIDDEN}{parameter}"
        if kind is None:
            return hidden
        if paths.ends_in_parameter(path) and paths.parameters(path)[-1] == parameter and kind.id:
            return paths.link(parameter, kind.noun, kind.members) or kind.id
        whole = next((each for each in paths.prefixes(path) if f"{{{parameter}}}" in paths.segments(each)[-1]), "")
        if kind.id and paths.shape(whole) == paths.shape(kind.path):
            return kind.id
        return paths.link(parameter, paths.noun(whole) if whole else "", kind.members) or hidden

    def _parents(self, operation: Operation, kind: Kind | None) -> Iterator[Parent]:
        for each in paths.prefixes(operation.path):
            parent = self._kinds.at(each)
            if parent is not None and (
                kind is None or parent is not kind or kind.path.count("{") < operation.path.count("{")
            ):
                yield Parent(parent, paths.parameters(each))

    def _named(self, node: Node) -> Kind:
        found = next((kind for kind in self._kinds.all if kind.name == node.as_text()), None)
        if found is None:
            known: Json = {kind.name: None for kind in self._kinds.all}
            message = f"there is no collection {node.as_text()!r}"
            hint = (
                did_you_mean(node.as_text(), known)
                or f"there are {', '.join(sorted(kind.name for kind in self._kinds.all))}"
            )
            raise UnusableInput(node.problem(message, rule="x-sandbox", hint=hint))
        return found

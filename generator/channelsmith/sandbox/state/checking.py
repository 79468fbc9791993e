"""What `x-sandbox` names: every collection, member, parameter and operation of it has to be there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Json, Node, did_you_mean
from channelsmith.sandbox.operations import read_operations
from channelsmith.sandbox.state.kinds import HIDDEN, Kind, Plan
from channelsmith.sandbox.state.plans import infer
from channelsmith.sandbox.state.said import said_of
from channelsmith.sandbox.state.shapes import Shapes

_COLLECTIONS: Final = frozenset({"collection", "find", "count", "sum", "present", "missing", "create"})
"""Keys whose text is the name of a collection; `create` and `count` have other values too."""
_MEMBERS: Final = frozenset({"set", "default"})
_LISTED: Final = frozenset({"fixed", "keep", "hide"})
_ARGUMENTS: Final = frozenset({"path", "query", "header"})


def check(api: ir.Api, document: Document) -> tuple[Diagnostic, ...]:
    """Everything that a document's `x-sandbox` names and that is not there; () where it has none.

    Raises:
        UnusableInput: a reference leads nowhere.
    """
    operations = read_operations(api, document)
    if not any("x-sandbox" in each for each in (document.root, *(operation.node for operation in operations))):
        return ()
    try:
        model = infer(tuple(each for each in operations if "x-polling" not in each.node), Shapes())
    except UnusableInput as error:
        return error.diagnostics
    return tuple(verify(document, model.kinds, model.plans.values()))


def verify(document: Document, kinds: Mapping[str, Kind], plans: Iterable[Plan]) -> Iterator[Diagnostic]:
    """Everything that is named and not there, each where it is named.

    Args:
        document: what was read.
        kinds: the collections it has, by name.
        plans: what its operations do.
    """
    root = said_of(document.root)
    listed = root.get("collections") if root is not None else None
    for name, said in listed.items() if listed is not None else ():
        if name not in kinds:
            yield _unknown(said, "collection", name, kinds)
        else:
            yield from _collection(said, kinds[name])
    for plan in plans:
        if plan.said is not None:
            yield from _operation(plan, plan.said, kinds)


def _collection(said: Node, kind: Kind) -> Iterator[Diagnostic]:
    known = _known(kind)
    rules = said.get("unique")
    for rule in rules.elements() if rules is not None else ():
        for each in (*rule["members"].elements(), *_keys(rule.get("where"))):
            yield from _member(each, _name(each), known)
    lapse = said.get("lapse")
    if lapse is not None:
        for key in ("since", "seconds"):
            if key in lapse:
                yield from _member(lapse[key], lapse.text(key), known)
        for each in (*_keys(lapse["while"]), *_keys(lapse["set"])):
            yield from _member(each, each.key, known)
    columns = said["seed"]["columns"] if "seed" in said else None
    for each in _keys(columns):
        yield from _member(each, each.key, known)


def _operation(plan: Plan, said: Node, kinds: Mapping[str, Kind]) -> Iterator[Diagnostic]:
    names = {parameter.name for parameter in plan.operation.parameters}
    for key, node in _walk(said):
        if key in _COLLECTIONS and isinstance(node.value, str) and node.value not in kinds:
            yield _unknown(node, "collection", node.value, kinds)
        elif key in _ARGUMENTS and isinstance(node.value, str) and node.value not in names:
            yield _unknown(node, "parameter", node.value, dict.fromkeys(names))
    for key in ("filters", "uses"):
        known = names if key == "filters" else _uses(plan)
        for each in _keys(said.get(key)):
            if each.key not in known:
                yield _unknown(each, "parameter" if key == "filters" else "use", each.key, dict.fromkeys(known))
    if plan.kind is not None and plan.place is not None:
        yield from _members(said, _known(plan.kind))


def _members(said: Node, known: set[str]) -> Iterator[Diagnostic]:
    for key in _MEMBERS:
        for each in _keys(said.get(key)):
            yield from _member(each, each.key, known)
    for key in _LISTED:
        listed = said.get(key)
        for each in listed.elements() if listed is not None else ():
            yield from _member(each, each.as_text(), known)
    for each in _keys(said.get("lists")):
        yield from _member(each, each.key, known)
    filters = said.get("filters")
    for _, each in filters.items() if filters is not None else ():
        if "member" in each:
            yield from _member(each["member"], each.text("member"), known)


def _walk(node: Node) -> Iterator[tuple[str, Node]]:
    """Every key below a node but those of plain values, with what it has."""
    for key, each in node.items():
        yield key, each
        if key not in {"value", "among", "items"} or each.is_mapping:
            yield from _walk(each)
    for each in node.elements():
        yield from _walk(each)


def _keys(node: Node | None) -> list[Node]:
    return [each for _, each in node.items()] if node is not None else []


def _name(node: Node) -> str:
    return node.as_text() if isinstance(node.value, str) and node.key.isdecimal() else node.key


def _known(kind: Kind) -> set[str]:
    return {*kind.members, *kind.parameters}


def _uses(plan: Plan) -> set[str]:
    uses = plan.operation.node.get("x-uses")
    return {each.text("operationId") for each in uses.elements()} if uses is not None else set()


def _member(node: Node, name: str, known: set[str]) -> Iterator[Diagnostic]:
    if name not in known and known and not name.startswith(HIDDEN):
        yield _unknown(node, "member", name, dict.fromkeys(known))


def _unknown(node: Node, what: str, name: str, known: Mapping[str, object]) -> Diagnostic:
    names: Json = dict.fromkeys(known)
    hint = did_you_mean(name, names) or f"there are: {', '.join(sorted(known)[:20])}"
    return node.problem(f"x-sandbox: there is no {what} {name!r}", rule="x-sandbox", hint=hint)

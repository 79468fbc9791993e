"""What the extensions of the vocabulary name: each check yields what of it the document does not have."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from channelsmith.document import Document, Node, did_you_mean
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.rules.bodies import Reached, json_schemas, reach, response_schemas, values
from channelsmith.lint.rules.finding import Finding, LintContext, elements, follow, text


def _envelope(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    bodies = response_schemas(holder) if "responses" in holder else (holder,)
    yield from _pointers(bodies, node, "success", "payload", "message", "status", "requestId")
    for element in elements(node, "errors"):
        yield from _pointer(bodies, element)


def _pagination(survey: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    bodies = response_schemas(holder)
    yield from _pointers(bodies, node, "items")
    yield from _pointers(bodies, node["cursor"], "pointer")
    yield from _parameter(survey.document, holder, node["cursor"], "parameter")
    if (stop := node.get("stop")) is not None:
        yield from _pointers(bodies, stop, "pointer")


def _batch_limit(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    body = follow(holder["requestBody"]) if "requestBody" in holder else None
    if body is None:
        yield Finding(node, "x-batch-limit: the operation takes no body", "remove it, or declare a requestBody")
        return
    bodies = tuple(json_schemas(body))
    if dangling := list(_pointers(bodies, node, "pointer")):
        yield from dangling
        return
    yield from _pointers(bodies, node, "key")
    listed, key = text(node, "pointer"), text(node, "key")
    if listed.count("/") > 1:
        message = f"x-batch-limit: {listed!r} is not a member of the body"
        yield Finding(node["pointer"], message, "the list has to be a member of the body, or the body itself")
    if key and (not key.startswith(f"{listed}/*/") or "/" in key.removeprefix(f"{listed}/*/")):
        yield Finding(node["key"], f"x-batch-limit: {key!r} is not a member of an entry", f"write {listed}/*/NAME")


def _polling(survey: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    yield from _pointers(response_schemas(holder), node, "id")
    for key in ("status", "result", "reuse"):
        part = node.get(key)
        operation = _operation(survey, part) if part else None
        if part and operation is None:
            yield _unknown_operation(survey, part["operation"])
        elif part and operation:
            unknown = [
                finding
                for name in ("parameter", "createdFrom", "createdTo")
                for finding in _parameter(survey.document, operation, part, name)
            ]
            yield from unknown or _left_open(survey.document, operation, part)
            bodies = response_schemas(operation)
            yield from _pointers(bodies, part, "state", "location", "items")
            for element in elements(part, "counts"):
                yield from _pointer(bodies, element)
            if key == "status":
                yield from _states(node["states"], reach(bodies, text(part, "state")))


def _left_open(document: Document, operation: Node, part: Node) -> Iterator[Finding]:
    """Complains about parameters that the operation requires and nobody would give."""
    fixed = part.get("parameters")
    given = {text(part, key) for key in ("parameter", "createdFrom", "createdTo")}
    given |= {key for key, _ in fixed.items()} if fixed is not None else set()
    for each in _declared(document, operation):
        if each.flag("required") and text(each, "name") not in given:
            message = f"x-polling: {text(operation, 'operationId')!r} also requires {text(each, 'name')!r}"
            yield Finding(part["operation"], message, "name an operation that needs no more than the id of the job")


def _states(states: Node, reached: Reached) -> Iterator[Finding]:
    known = values(reached)
    seen: set[object] = set()
    for key in ("pending", "done", "failed", "gone"):
        for state in elements(states, key):
            if known and state.value not in known:
                hint = did_you_mean(str(state.value), {str(each): None for each in known})
                yield Finding(state, f"x-polling: the state {state.value!r} is none of those declared", hint)
            if state.value in seen:
                yield Finding(state, f"x-polling: the state {state.value!r} stands in two groups", "keep one")
            seen.add(str(state.value))


def _error_codes(survey: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    table = Path(holder.document.location(node.pointer).file).parent / text(node, "table")
    if not table.is_file():
        yield Finding(
            node["table"], f"x-error-codes: there is no file {str(table)!r}", "its path is relative to this file"
        )
    bodies = [body for operation in survey.objects("operation") for body in response_schemas(operation, success=False)]
    yield from _pointers(bodies, node, "codes", "messages")


def _operation(survey: LintContext, part: Node) -> Node | None:
    wanted = text(part, "operation")
    return next((each for each in survey.objects("operation") if text(each, "operationId") == wanted), None)


def _unknown_operation(survey: LintContext, node: Node) -> Finding:
    ids = {text(each, "operationId"): None for each in survey.objects("operation")}
    return Finding(node, f"there is no operation {node.value!r}", did_you_mean(str(node.value), dict(ids)))


def _parameter(document: Document, operation: Node, node: Node, key: str) -> Iterator[Finding]:
    """Complains when the parameter named under a key is none of the operation's."""
    wanted = text(node, key)
    names = {text(each, "name"): None for each in _declared(document, operation)}
    if wanted and wanted not in names:
        message = f"the operation {text(operation, 'operationId')!r} has no parameter {wanted!r}"
        yield Finding(node[key], message, did_you_mean(wanted, dict(names)))


def _declared(document: Document, operation: Node) -> list[Node]:
    """The parameters of an operation and of its path."""
    above = document.at(operation.pointer.rpartition("/")[0])
    listed = [follow(each) for owner in (above, operation) for each in elements(owner, "parameters")]
    return [each for each in listed if each]


def _pointers(bodies: Iterable[Node], node: Node, *keys: str) -> Iterator[Finding]:
    for key in keys:
        if (pointer := node.get(key)) is not None:
            yield from _pointer(bodies, pointer)


def _pointer(bodies: Iterable[Node], node: Node) -> Iterator[Finding]:
    """Complains when none of these bodies has anything at a pointer."""
    reached = reach(bodies, str(node.value))
    if not reached:
        tokens = pointers.split(node.pointer)
        extension = next(token for token in reversed(tokens) if token.startswith("x-"))
        yield Finding(node, f"{extension}: {node.value!r} points to nothing: {reached.missing}", reached.hint)


CHECKS: Mapping[str, Callable[[LintContext, Node, Node], Iterator[Finding]]] = {
    "x-envelope": _envelope,
    "x-pagination": _pagination,
    "x-batch-limit": _batch_limit,
    "x-polling": _polling,
    "x-error-codes": _error_codes,
}
"""Extension to the check of what it names: takes the survey, the object it stands on, and itself."""

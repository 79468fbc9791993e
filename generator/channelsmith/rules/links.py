"""What the extensions of the vocabulary name: each check yields what of it the document does not have."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from channelsmith import pointer as pointers
from channelsmith.document import Document, Node, did_you_mean
from channelsmith.rules.bodies import Reached, json_schemas, reach, response_schemas, values
from channelsmith.rules.finding import Finding, Survey, elements, follow, text


def _envelope(_: Survey, holder: Node, node: Node) -> Iterator[Finding]:
    bodies = response_schemas(holder) if "responses" in holder else (holder,)
    yield from _pointers(bodies, node, "success", "payload", "message", "status", "requestId")
    for element in elements(node, "errors"):
        yield from _pointer(bodies, element)


def _pagination(survey: Survey, holder: Node, node: Node) -> Iterator[Finding]:
    bodies = response_schemas(holder)
    yield from _pointers(bodies, node, "items")
    yield from _pointers(bodies, node["cursor"], "pointer")
    yield from _parameter(survey.document, holder, node["cursor"], "parameter")
    if (stop := node.get("stop")) is not None:
        yield from _pointers(bodies, stop, "pointer")


def _batch_limit(_: Survey, holder: Node, node: Node) -> Iterator[Finding]:
    body = follow(holder["requestBody"]) if "requestBody" in holder else None
    if body is None:
        yield Finding(node, "x-batch-limit: the operation takes no body", "remove it, or declare a requestBody")
        return
    yield from _pointers(tuple(json_schemas(body)), node, "pointer")


def _polling(survey: Survey, holder: Node, node: Node) -> Iterator[Finding]:
    yield from _pointers(response_schemas(holder), node, "id")
    for key in ("status", "result", "reuse"):
        part = node.get(key)
        operation = _operation(survey, part) if part else None
        if part and operation is None:
            yield _unknown_operation(survey, part["operation"])
        elif part and operation:
            for name in ("parameter", "createdFrom", "createdTo"):
                yield from _parameter(survey.document, operation, part, name)
            bodies = response_schemas(operation)
            yield from _pointers(bodies, part, "state", "location", "items")
            for element in elements(part, "counts"):
                yield from _pointer(bodies, element)
            if key == "status":
                yield from _states(node["states"], reach(bodies, text(part, "state")))


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


def _error_codes(survey: Survey, holder: Node, node: Node) -> Iterator[Finding]:
    table = Path(holder.document.place(node.pointer).file).parent / text(node, "table")
    if not table.is_file():
        yield Finding(
            node["table"], f"x-error-codes: there is no file {str(table)!r}", "its path is relative to this file"
        )
    bodies = [body for operation in survey.objects("operation") for body in response_schemas(operation, success=False)]
    yield from _pointers(bodies, node, "codes", "messages")


def _operation(survey: Survey, part: Node) -> Node | None:
    wanted = text(part, "operation")
    return next((each for each in survey.objects("operation") if text(each, "operationId") == wanted), None)


def _unknown_operation(survey: Survey, node: Node) -> Finding:
    ids = {text(each, "operationId"): None for each in survey.objects("operation")}
    return Finding(node, f"there is no operation {node.value!r}", did_you_mean(str(node.value), dict(ids)))


def _parameter(document: Document, operation: Node, node: Node, key: str) -> Iterator[Finding]:
    """Complains when the parameter named under a key is none of the operation's."""
    wanted = text(node, key)
    above = document.at(operation.pointer.rpartition("/")[0])
    listed = [follow(each) for owner in (above, operation) for each in elements(owner, "parameters")]
    names = {text(each, "name"): None for each in listed if each}
    if wanted and wanted not in names:
        message = f"the operation {text(operation, 'operationId')!r} has no parameter {wanted!r}"
        yield Finding(node[key], message, did_you_mean(wanted, dict(names)))


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


CHECKS: Mapping[str, Callable[[Survey, Node, Node], Iterator[Finding]]] = {
    "x-envelope": _envelope,
    "x-pagination": _pagination,
    "x-batch-limit": _batch_limit,
    "x-polling": _polling,
    "x-error-codes": _error_codes,
}
"""Extension to the check of what it names: takes the survey, the object it stands on, and itself."""

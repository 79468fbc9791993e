"""Rules about the x- vocabulary: each extension is valid, on the right object, and names only what exists."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.rules.base import REMARKS, RULES, Finding, LintContext, elements, follow, rule, text
from channelsmith.lint.rules.body_schemas import (
    PointerTarget,
    allowed_values,
    json_schemas,
    resolve_pointer,
    response_schemas,
)
from channelsmith.lint.schema_errors import explain, nearest
from channelsmith.lint.vocabulary import HOLDERS, keys_of, validator_of

_SOURCE = "x-source"


@rule("vocabulary-place", Severity.WARNING, strict=Severity.ERROR)
def misplaced(context: LintContext) -> Iterator[Finding]:
    """An extension of the vocabulary is on an object where it has no meaning, in a document that uses it."""
    for kind, _, name, node in _extensions(context):
        if kind not in HOLDERS[name] and _is_own(context, node):
            hint = f"it belongs on: {', '.join(sorted(HOLDERS[name]))}"
            yield Finding(node, f"{name} has no meaning on an object of the kind '{kind}'", hint)


@rule("vocabulary", Severity.ERROR)
def invalid_extensions(context: LintContext) -> Iterator[Finding]:
    """An extension of the vocabulary is invalid, in a document that uses the vocabulary or in an overlay."""
    yield from _schema_errors(context, own=True)


@rule("vocabulary-namesake", Severity.INFO)
def namesakes(context: LintContext) -> Iterator[Finding]:
    """An extension has one of our names but another schema, in a document of a third party; it is ignored."""
    yield from (finding for finding in _schema_errors(context, own=False) if not _is_misspelled(finding))


_SIMILARITY = 0.88
"""How close an unknown extension has to be to one of the vocabulary: others have extensions of their own."""


@rule("vocabulary-typo", Severity.WARNING)
def misspelled(context: LintContext) -> Iterator[Finding]:
    """An extension, or a key of one, is ignored, but its name is nearly one of the vocabulary."""
    for kind, holder in context.all:
        if isinstance(holder.value, dict) and kind[0] not in "{[":
            names = {name: None for name, kinds in HOLDERS.items() if kind in kinds and name not in holder.value}
            for key in holder.value:
                is_unknown = key.startswith("x-") and key not in HOLDERS
                if is_unknown and (hint := context.document.did_you_mean(key, names, similarity=_SIMILARITY)):
                    yield Finding(holder[key], f"{key!r} is not in the vocabulary; it is ignored", hint)
    for finding in _schema_errors(context, own=False):
        if _is_misspelled(finding):
            yield replace(finding, message=f"{finding.message}; the extension is ignored")


def _is_misspelled(finding: Finding) -> bool:
    return finding.hint.startswith("did you mean")


def _schema_errors(context: LintContext, *, own: bool) -> Iterator[Finding]:
    """Check the extensions that our users wrote, or those of third parties, who may mean something else."""
    for _, _, name, node in _extensions(context):
        for error in validator_of(name).iter_errors(node.value):
            if own != _is_own(context, node):
                continue
            for explanation in explain(error, context.document, keys_of(name)):
                message = explanation.message.replace("the document", "it")
                yield Finding(nearest(node, explanation.tokens), f"{name}: {message}", explanation.hint)


def _is_own(context: LintContext, node: Node) -> bool:
    """Whether our users wrote an extension: in a document of theirs, or in an overlay."""
    overlays = {str(path) for path in context.document.overlays}
    return _SOURCE in context.document.root or node.location.file in overlays


@rule("vocabulary-target", Severity.ERROR)
def missing_targets(context: LintContext) -> Iterator[Finding]:
    """An extension names an operation, parameter, member, state or file that does not exist."""
    for _, holder, name, node in _extensions(context):
        if name in _TARGET_CHECKS and validator_of(name).is_valid(node.value):
            yield from _TARGET_CHECKS[name](context, holder, node)


def _extensions(context: LintContext) -> Iterator[tuple[str, Node, str, Node]]:
    """Kind of holder, holder, name and value of each extension of the vocabulary."""
    for kind, holder in context.all:
        if isinstance(holder.value, dict) and kind[0] not in "{[":
            for key in holder.value:
                if key in HOLDERS:
                    yield kind, holder, key, holder[key]


def _ignored_rules(_: LintContext, __: Node, node: Node) -> Iterator[Finding]:
    for rule_id in node.elements():
        if rule_id.value not in RULES and rule_id.value not in REMARKS:
            hint = rule_id.document.did_you_mean(rule_id.as_text(), {**RULES, **REMARKS})
            yield Finding(rule_id, f"x-lint-ignore: there is no rule {rule_id.value!r}", hint)


def _envelope(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    bodies = response_schemas(holder) if "responses" in holder else (holder,)
    yield from _check_pointers(bodies, node, "success", "payload", "message", "status", "requestId", "errors")


def _pagination(context: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    if node.value is False:
        return
    if not holder.pointer:
        yield Finding(node, "x-pagination: the document as a whole has no pages", "move it to the operation")
        return
    bodies = response_schemas(holder)
    yield from _check_pointers(bodies, node, "items", "nextUrl")
    yield from _check_query_parameter(context.document, holder, node, "limit")
    for style in ("cursor", "page", "offset"):
        if (members := node.get(style)) is not None:
            yield from _check_pointers(bodies, members, "pointer", "number", "pages")
            yield from _check_query_parameter(context.document, holder, members, "parameter")
            yield from _check_item_cursor(bodies, node, members)
    if (stop := node.get("stop")) is not None:
        yield from _check_pointers(bodies, stop, "pointer")
    if (total := node.get("total")) is not None and not total.is_mapping:
        yield from _check_pointers(bodies, node, "total")


def _check_item_cursor(bodies: Iterable[Node], node: Node, cursor: Node) -> Iterator[Finding]:
    """Report the pointer to the cursor in the last item if items have nothing there, or nothing ends the list."""
    if (item := cursor.get("item")) is None:
        return
    target = resolve_pointer(bodies, f"{text(node, 'items')}/*{item.value}")
    if not target:
        yield Finding(item, f"x-pagination: {item.value!r} does not resolve: {target.missing}", target.hint)
    if "stop" not in node:
        yield Finding(
            item, "x-pagination: every page has a last item, so that 'stop' has to end the list", "add 'stop'"
        )


def _check_query_parameter(document: Document, operation: Node, node: Node, key: str) -> Iterator[Finding]:
    """Report the parameter named under a key if the operation does not have it in its query."""
    yield from _check_parameter(document, operation, node, key)
    name = text(node, key)
    locations = {text(each, "in") for each in _parameters(document, operation) if text(each, "name") == name}
    if locations and "query" not in locations:
        yield Finding(node[key], f"x-pagination: {name!r} is no query parameter", "pages are asked for in the query")


def _batch_limit(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    body = follow(holder["requestBody"]) if "requestBody" in holder else None
    if body is None:
        yield Finding(node, "x-batch-limit: the operation has no request body", "remove it, or declare a requestBody")
        return
    bodies = tuple(json_schemas(body))
    if missing := list(_check_pointers(bodies, node, "pointer")):
        yield from missing
        return
    yield from _check_pointers(bodies, node, "key")
    pointer, key = text(node, "pointer"), text(node, "key")
    if pointer.count("/") > 1:
        message = f"x-batch-limit: {pointer!r} is not a member of the body"
        yield Finding(node["pointer"], message, "the list has to be a member of the body, or the body itself")
    if key and (not key.startswith(f"{pointer}/*/") or "/" in key.removeprefix(f"{pointer}/*/")):
        yield Finding(node["key"], f"x-batch-limit: {key!r} is not a member of an entry", f"write {pointer}/*/NAME")


def _polling(context: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    yield from _check_pointers(response_schemas(holder), node, "id")
    for key in ("status", "result", "reuse"):
        step = node.get(key)
        if not step:
            continue
        operation = context.operations_by_id.get(text(step, "operation"))
        if operation is None:
            name = step["operation"]
            hint = context.document.did_you_mean(str(name.value), context.operations_by_id)
            yield Finding(name, f"there is no operation {name.value!r}", hint)
            continue
        names = ("parameter", "createdFrom", "createdTo")
        unknown = [found for name in names for found in _check_parameter(context.document, operation, step, name)]
        yield from unknown or _missing_arguments(context.document, operation, step, names)
        bodies = response_schemas(operation)
        yield from _check_pointers(bodies, step, "state", "location", "items", "counts")
        if key == "status":
            yield from _check_states(node["states"], resolve_pointer(bodies, text(step, "state")))


def _missing_arguments(document: Document, operation: Node, step: Node, names: tuple[str, ...]) -> Iterator[Finding]:
    """Report parameters that the operation requires and polling cannot provide."""
    fixed = step.get("parameters")
    provided = {text(step, name) for name in names} | {key for key, _ in (fixed.items() if fixed is not None else ())}
    for parameter in _parameters(document, operation):
        if parameter.flag("required") and text(parameter, "name") not in provided:
            message = f"x-polling: {text(operation, 'operationId')!r} also requires {text(parameter, 'name')!r}"
            yield Finding(step["operation"], message, "name an operation that requires only the id of the job")


def _check_states(states: Node, target: PointerTarget) -> Iterator[Finding]:
    known = allowed_values(target)
    seen: set[object] = set()
    for group in ("pending", "done", "failed", "gone"):
        for state in elements(states, group):
            if known and state.value not in known:
                hint = state.document.did_you_mean(str(state.value), {str(each): each for each in known})
                yield Finding(state, f"x-polling: the state {state.value!r} is not declared", hint)
            if state.value in seen:
                yield Finding(state, f"x-polling: the state {state.value!r} is in two groups", "keep one")
            seen.add(str(state.value))


def _rows(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    schema = follow(node["schema"])
    if schema is not None and "properties" not in schema and "allOf" not in schema:
        yield Finding(
            node["schema"], "x-rows: the schema of a row has no properties", "declare the known columns there"
        )
    if not _has_success_with_body(holder):
        yield Finding(node, "x-rows: the operation has no success with a body", "declare the media types of the table")


def _empty_until_ready(_: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    if not _has_success_with_body(holder):
        message = "x-empty-until-ready: the operation has no success with a body"
        yield Finding(node, message, "declare the media types of the result")


def _has_success_with_body(operation: Node) -> bool:
    return any(status.startswith("2") and "content" in (follow(each) or {}) for status, each in _responses(operation))


def _responses(operation: Node) -> Iterator[tuple[str, Node]]:
    responses = operation.get("responses")
    yield from responses.items() if responses is not None else ()


def _error_codes(context: LintContext, holder: Node, node: Node) -> Iterator[Finding]:
    table = Path(holder.document.location(node.pointer).file).parent / text(node, "table")
    if not table.is_file():
        message = f"x-error-codes: there is no file {str(table)!r}"
        yield Finding(node["table"], message, "its path is relative to this file")
    bodies = [body for operation in context.objects("operation") for body in response_schemas(operation, success=False)]
    yield from _check_pointers(bodies, node, "codes", "messages")


def _check_parameter(document: Document, operation: Node, node: Node, key: str) -> Iterator[Finding]:
    """Report the parameter named under a key if the operation does not have it."""
    name = text(node, key)
    names = {text(parameter, "name"): None for parameter in _parameters(document, operation)}
    if name and name not in names:
        message = f"the operation {text(operation, 'operationId')!r} has no parameter {name!r}"
        yield Finding(node[key], message, document.did_you_mean(name, names))


def _parameters(document: Document, operation: Node) -> list[Node]:
    """The parameters of an operation and of its path item."""
    path_item = document.at(operation.pointer.rpartition("/")[0])
    parameters = [follow(each) for owner in (path_item, operation) for each in elements(owner, "parameters")]
    return [parameter for parameter in parameters if parameter]


def _check_pointers(bodies: Iterable[Node], node: Node, *keys: str) -> Iterator[Finding]:
    """Report the pointers, or lists of pointers, under these keys that none of the bodies can resolve."""
    for key in keys:
        if (member := node.get(key)) is None:
            continue
        for pointer in member.elements() if member.is_list else (member,):
            target = resolve_pointer(bodies, str(pointer.value))
            if not target:
                extension = next(token for token in reversed(pointers.split(pointer.pointer)) if token.startswith("x-"))
                message = f"{extension}: {pointer.value!r} does not resolve: {target.missing}"
                yield Finding(pointer, message, target.hint)


_TARGET_CHECKS: Mapping[str, Callable[[LintContext, Node, Node], Iterator[Finding]]] = {
    "x-lint-ignore": _ignored_rules,
    "x-envelope": _envelope,
    "x-pagination": _pagination,
    "x-batch-limit": _batch_limit,
    "x-polling": _polling,
    "x-rows": _rows,
    "x-empty-until-ready": _empty_until_ready,
    "x-error-codes": _error_codes,
}
"""Extension to the check of its targets, which receives the context, the holder and the value of the extension."""

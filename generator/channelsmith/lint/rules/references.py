"""Rules about references: they resolve, to an object of the right kind, and do not form circles."""

import re
from collections.abc import Iterator, Mapping

from channelsmith.diagnostics import Severity
from channelsmith.document import Json, Node, json_pointer, missing_target
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS
from channelsmith.lint.rules.base import Finding, LintContext, Repair, rule

_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+")
_KIND_OF_SECTION = {section: kind for kind, section in COMPONENT_SECTIONS.items()}
_REPLACEMENTS: Mapping[str, tuple[dict[str, Json], str]] = {
    "schema": ({}, "any value is accepted here"),
    "response": ({"description": "", "content": {"*/*": {}}}, "its body is returned as received"),
    "request body": ({"content": {"*/*": {}}}, "any body is sent as given"),
    "path item": ({}, "it has no operations"),
}
"""Object kind to the value that replaces an invalid reference, and the effect."""
_IGNORED: tuple[dict[str, Json], str] = ({}, "it is ignored")
_WITH_BODY = {"response": "a response", "request body": "a request"}


@rule("reference", Severity.ERROR, repairs=True)
def unresolved(context: LintContext) -> Iterator[Finding]:
    """A reference does not resolve."""
    problems = context.document.unfollowed
    for kind, node in context.all:
        if node.ref is None or kind[0] == "[":  # the rule `type` reports a mapping in place of a list
            continue
        problem = problems.get(node[node.ref_key].location) if problems else None
        if problem and node.find_target() is not None:
            repair = Repair(node, node.value, "it is resolved against the whole document")
            yield Finding(node[node.ref_key], problem.message, problem.hint, repair)
        elif node.find_target() is None:
            problem = problem or missing_target(node[node.ref_key])
            yield Finding(node[node.ref_key], problem.message, problem.hint, _replacement(node, kind))


@rule("reference-base", Severity.WARNING, strict=Severity.ERROR)
def relative_to_schemas(context: LintContext) -> Iterator[Finding]:
    """A reference is relative to the schema that contains it, which has no `$id`, and not to the document."""
    for _, node in context.all:
        if node.ref is None or context.document.find_target(node.ref) is not None:
            continue
        pointer = json_pointer.from_fragment(node.ref)
        if pointer and (target := node.find_target()) is not None:
            owner = context.document.at(target.pointer.removesuffix(pointer))
            if "$id" not in owner:
                message = f"the reference {node.ref!r} is not relative to the document; its schema has such a part"
                yield Finding(node[node.ref_key], message, f"write '#{target.pointer}'")


@rule("reference-kind", Severity.WARNING, strict=Severity.ERROR, repairs=True)
def wrong_kinds(context: LintContext) -> Iterator[Finding]:
    """A reference resolves to a component of the wrong kind."""
    for kind, node in context.all:
        match = _COMPONENT.fullmatch(node.ref or "")
        actual = _KIND_OF_SECTION.get(match[1]) if match else None
        if actual is None or actual == kind or kind[0] in "{[":
            continue
        wanted = f"in '#/components/{COMPONENT_SECTIONS[kind]}'" if kind in COMPONENT_SECTIONS else "written out"
        repair = _replacement(node, kind)
        if actual == "schema" and kind in _WITH_BODY:
            body: dict[str, Json] = {"description": "", "content": {"application/json": {"schema": {"$ref": node.ref}}}}
            repair = Repair(node, body, f"it is treated as {_WITH_BODY[kind]} with a JSON body of that schema")
        yield Finding(node[node.ref_key], f"a {kind} refers to a {actual}", f"a {kind} has to be {wanted}", repair)


@rule("reference-cycle", Severity.ERROR, repairs=True)
def cycles(context: LintContext) -> Iterator[Finding]:
    """References, or schemas by their 'allOf', form a circle; reported once, at the member with the first pointer."""
    edges = {node.pointer: tuple(_needs(node)) for _, node in context.all if node.ref is not None or "allOf" in node}
    done: set[str] = set()
    reported: set[str] = set()
    for start in edges:
        for circle in _circles(start, edges, done):
            first = min(circle)
            if first in reported:
                continue
            reported.add(first)
            node = context.document.at(first)
            message = "the reference leads back to itself and never reaches any content"
            if node.ref is None:
                message = "the schema contains itself in its 'allOf', so no value can match it"
            repair = Repair(node, _siblings(node, "allOf"), "it is read without that part")
            yield Finding(node.get(node.ref_key) or node["allOf"], message, "let one of them have content", repair)


def _replacement(node: Node, kind: str) -> Repair:
    value, effect = _REPLACEMENTS.get(kind, _IGNORED)
    return Repair(node, {**value, **_siblings(node)}, effect)


def _siblings(node: Node, *excluded: str) -> dict[str, Json]:
    """The members of a node beside its reference."""
    return {key: member.value for key, member in node.items() if key not in {node.ref_key, *excluded}}


def _needs(node: Node) -> Iterator[str]:
    """Pointers that a node cannot be read without: the target of its reference, the members of its ``allOf``."""
    target = node.find_target()
    if target is not None and target is not node:
        yield target.pointer
    members = node.get("allOf")
    for member in members.elements() if members else ():
        yield member.pointer


def _circles(start: str, edges: dict[str, tuple[str, ...]], done: set[str]) -> Iterator[list[str]]:
    """The circles that are reached from a pointer, depth first; nodes that are done are not entered again."""
    path: list[str] = []
    on_path: set[str] = set()
    pending: list[tuple[str, bool]] = [(start, False)]
    while pending:
        pointer, is_exit = pending.pop()
        if is_exit:
            path.pop()
            on_path.discard(pointer)
            done.add(pointer)
        elif pointer in on_path:
            yield path[path.index(pointer) :]
        elif pointer not in done:
            path.append(pointer)
            on_path.add(pointer)
            pending.append((pointer, True))
            pending += [(needed, False) for needed in edges.get(pointer, ())]

"""References: their targets exist, are of the right kind, and reach content in the end."""

import re
from collections.abc import Iterator, Mapping

from channelsmith.document import Document, Json, Node, dangling, did_you_mean
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS
from channelsmith.lint.rules.finding import Finding, LintContext, Repair

_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+")
_KIND_OF_SECTION = {section: kind for kind, section in COMPONENT_SECTIONS.items()}
_INSTEAD: Mapping[str, tuple[dict[str, Json], str]] = {
    "schema": ({}, "any value is accepted here"),
    "response": ({"description": "", "content": {"*/*": {}}}, "its body is handed on as it comes"),
    "request body": ({"content": {"*/*": {}}}, "any body is sent as it is given"),
    "path item": ({}, "there are no operations here"),
}
_IGNORED: tuple[dict[str, Json], str] = ({}, "it is left out")
_BODIES = {"response": "a response", "request body": "a request"}  # that may be meant by a reference to a mere schema


def missing(survey: LintContext) -> Iterator[Finding]:
    """References that lead nowhere; instead of each, what stands beside it, or the least that could have been meant."""
    known = survey.document.unfollowed
    for kind, node in survey.all:
        if node.ref is None or kind[0] == "[":  # a mapping in place of a list is told elsewhere
            continue
        unfollowed = known.get(node[node.ref_key].location) if known else None
        if unfollowed and node.peek() is not None:
            repair = Repair(node, node.value, "it is read as a reference into the whole document")
            yield Finding(node[node.ref_key], unfollowed.message, unfollowed.hint, repair)
        elif node.peek() is None:
            instead, said = _INSTEAD.get(kind, _IGNORED)
            repair = Repair(node, {**instead, **_beside(node)}, said)
            problem = unfollowed or dangling(node[node.ref_key])
            yield Finding(node[node.ref_key], problem.message, problem.hint, repair)


def _beside(node: Node, *keys: str) -> dict[str, Json]:
    """The members of a node but for its reference and these."""
    return {key: member.value for key, member in node.items() if key not in {node.ref_key, *keys}}


def wrong_kinds(survey: LintContext) -> Iterator[Finding]:
    """References to a component of another kind than the place asks for."""
    for kind, node in survey.all:
        match = _COMPONENT.fullmatch(node.ref or "")
        found = _KIND_OF_SECTION.get(match[1]) if match else None
        if found is not None and found != kind and kind[0] not in "{[":
            wanted = f"in '#/components/{COMPONENT_SECTIONS[kind]}'" if kind in COMPONENT_SECTIONS else "written out"
            repair = _of_another_kind(node, kind, found)
            yield Finding(
                node[node.ref_key], f"a {kind} refers to a {found}", f"a {kind} has to stand {wanted}", repair
            )


def _of_another_kind(node: Node, kind: str, found: str) -> Repair:
    if found == "schema" and kind in _BODIES:
        body: dict[str, Json] = {"description": "", "content": {"application/json": {"schema": {"$ref": node.ref}}}}
        return Repair(node, body, f"it is read as {_BODIES[kind]} whose JSON body is of that schema")
    instead, said = _INSTEAD.get(kind, _IGNORED)
    return Repair(node, {**instead, **_beside(node)}, said)


def discriminators(survey: LintContext) -> Iterator[Finding]:
    """Entries of a discriminator's mapping that name no schema."""
    for schema in survey.objects("schema"):
        discriminator = schema.get("discriminator")
        mapping = discriminator.get("mapping") if discriminator else None
        for _, entry in mapping.items() if mapping else ():
            if isinstance(entry.value, str) and not _names_schema(survey.document, entry.value):
                schemas = survey.document.find("/components/schemas")
                hint = did_you_mean(entry.value.rpartition("/")[2], schemas.value if schemas else None)
                yield Finding(entry, f"the discriminator's mapping to {entry.value!r} leads nowhere", hint)


def _names_schema(document: Document, text: str) -> bool:
    pointer = pointers.from_fragment(text)
    if pointer is None:
        pointer = pointers.join("/components/schemas", text)
    return document.find(pointer) is not None


def cycles(survey: LintContext) -> Iterator[Finding]:
    """Circles of references and of schemas that are all of themselves: nothing would ever be reached.

    Each circle is told once, at the member that comes first by pointer.
    """
    edges = {node.pointer: tuple(_needs(node)) for _, node in survey.all if node.ref is not None or "allOf" in node}
    done: set[str] = set()
    told: set[str] = set()
    for start in edges:
        for circle in _circles(start, edges, done):
            first = min(circle)
            if first not in told:
                told.add(first)
                node = survey.document.at(first)
                message = "the reference leads back to itself and never reaches any content"
                if node.ref is None:
                    message = "the schema is all of itself by 'allOf', so nothing can ever fit it"
                repair = Repair(node, _beside(node, "allOf"), "it is read without that part")
                hint = "let one part describe something itself"
                yield Finding(node.get(node.ref_key) or node["allOf"], message, hint, repair)


def _needs(node: Node) -> Iterator[str]:
    """What a node is nothing without: the target of its reference, the members of its ``allOf``."""
    target = node.peek()
    if target is not None and target is not node:
        yield target.pointer
    members = node.get("allOf")
    for member in members.elements() if members else ():
        yield member.pointer


def _circles(start: str, edges: dict[str, tuple[str, ...]], done: set[str]) -> Iterator[list[str]]:
    """The circles met on the way from a pointer, depth first; what is done is not entered again."""
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

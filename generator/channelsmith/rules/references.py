"""References: their targets exist, are of the right kind, and reach content in the end."""

import re
from collections.abc import Iterator

from channelsmith import pointer as pointers
from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Node, did_you_mean
from channelsmith.rules.finding import Finding, Survey
from channelsmith.structure import SECTIONS

_COMPONENT = re.compile(r"#/components/([^/]+)/[^/]+")
_KIND_OF_SECTION = {section: kind for kind, section in SECTIONS.items()}


def missing(survey: Survey) -> Iterator[Finding]:
    """References that lead nowhere."""
    for _, node in survey.all:
        if node.ref is not None and node.peek() is None:
            try:
                node.target()
            except UnusableInput as error:
                yield Finding(node["$ref"], error.diagnostics[0].message, error.diagnostics[0].hint)


def wrong_kinds(survey: Survey) -> Iterator[Finding]:
    """References to a component of another kind than the place asks for."""
    for kind, node in survey.all:
        match = _COMPONENT.fullmatch(node.ref or "")
        found = _KIND_OF_SECTION.get(match[1]) if match else None
        if found is not None and found != kind:
            wanted = f"in '#/components/{SECTIONS[kind]}'" if kind in SECTIONS else "written out"
            yield Finding(node["$ref"], f"a {kind} refers to a {found}", f"a {kind} has to stand {wanted}")


def discriminators(survey: Survey) -> Iterator[Finding]:
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


def cycles(survey: Survey) -> Iterator[Finding]:
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
                yield Finding(node.get("$ref") or node["allOf"], message, "let one part describe something itself")


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

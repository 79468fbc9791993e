"""Every reference that bundling has to rewrite, found by following all of them through all files."""

from collections import deque
from collections.abc import Iterator

from channelsmith import pointer as pointers
from channelsmith.bundling import Use
from channelsmith.bundling.library import Library
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Node
from channelsmith.structure import walk

_FILE_ENDINGS = (".yaml", ".yml", ".json")


def collect(root: Document) -> tuple[tuple[Use, ...], tuple[Diagnostic, ...]]:
    """The references that lead to, or stand in, other files than the root's; and those that can not be followed."""
    library = Library(root)
    uses: dict[Node, Use] = {}
    problems: dict[Node, tuple[Diagnostic, ...]] = {}
    pending = deque([("document", root.root)])
    entered = set(pending)
    while pending:
        kind, start = pending.popleft()
        for inner_kind, node, reference in _references(kind, start):
            if node in uses or node in problems:
                continue
            if node.document is root and reference.startswith("#"):
                next_stop = _odd_target(root, reference)
            else:
                try:
                    target = library.find(node, reference)
                except UnusableInput as error:
                    problems[node] = error.diagnostics
                    continue
                uses[node] = Use(node, inner_kind, target)
                next_stop = target.document.at(target.pointer)
            if next_stop is not None and (inner_kind, next_stop) not in entered:
                entered.add((inner_kind, next_stop))
                pending.append((inner_kind, next_stop))
    unique = dict.fromkeys(diagnostic for found in problems.values() for diagnostic in found)
    return tuple(uses.values()), tuple(unique)


def _references(kind: str, start: Node) -> Iterator[tuple[str, Node, str]]:
    """Kind, holder and text of each reference in an object."""
    for inner_kind, node in walk(start, kind):
        if (ref := node.ref) is not None:
            yield inner_kind, node, ref
        if inner_kind == "schema" and "discriminator" in node:
            yield from _mapped(node)


def _mapped(schema: Node) -> Iterator[tuple[str, Node, str]]:
    """The entries of ``discriminator.mapping`` that are references; the others name a component of the document."""
    discriminator = schema.get("discriminator")
    mapping = discriminator.get("mapping") if discriminator else None
    for _, entry in mapping.items() if mapping else ():
        if not isinstance(entry.value, str):
            continue
        text = entry.value
        if "#" in text or "/" in text or text.endswith(_FILE_ENDINGS):
            yield "schema", entry, text
        elif len(entry.document.files) == 1 and _has_schema(entry.document, text):
            yield "schema", entry, "#" + pointers.join("/components/schemas", text)


def _has_schema(document: Document, name: str) -> bool:
    components = document.root.get("components")
    schemas = components.get("schemas") if components else None
    return schemas is not None and name in schemas


def _odd_target(document: Document, reference: str) -> Node | None:
    """The target of a local reference when it lies where only the reference tells what it is."""
    pointer = pointers.from_fragment(reference)
    return None if pointer is None or pointer.startswith("/components/") else document.find(pointer)

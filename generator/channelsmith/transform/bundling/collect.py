"""Every reference that bundling has to rewrite, found by following all of them through all files."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.openapi_objects import walk_objects
from channelsmith.transform.bundling import Use
from channelsmith.transform.bundling.library import Library, MissingTarget

_FILE_ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Collected:
    """The references that lead to, or stand in, other files than the root's.

    Those to rewrite, what is to be said of those that can not be followed, and of which of them because their target
    is missing.
    """

    uses: tuple[Use, ...]
    problems: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]


def collect(root: Document, allowed: Sequence[Path] = ()) -> Collected:
    """Follows every reference through all files."""
    library = Library(root, allowed)
    uses: dict[Node, Use] = {}
    problems: dict[Node, UnusableInput] = {}
    pending = deque([("document", root.root)])
    entered = set(pending)
    while pending:
        kind, start = pending.popleft()
        for inner_kind, node, reference in _references(kind, start):
            if node in uses or node in problems:
                continue
            if node.document is root and (reference.startswith("#") or root.find_target(reference) is not None):
                next_stop = _odd_target(root, reference)
            else:
                try:
                    target = library.find(node, reference)
                except UnusableInput as error:
                    problems[node] = error
                    continue
                uses[node] = Use(node, inner_kind, target)
                next_stop = target.document.at(target.pointer)
            if next_stop is not None and (inner_kind, next_stop) not in entered:
                entered.add((inner_kind, next_stop))
                pending.append((inner_kind, next_stop))
    missing = [each for each in problems.values() if isinstance(each, MissingTarget)]
    return Collected(tuple(uses.values()), _told(problems.values()), _told(missing))


def _told(problems: Iterable[UnusableInput]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(diagnostic for found in problems for diagnostic in found.diagnostics))


def _references(kind: str, start: Node) -> Iterator[tuple[str, Node, str]]:
    """Kind, holder and text of each reference in an object."""
    for inner_kind, node in walk_objects(start, kind):
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
    target = document.find_target(reference)
    return None if target is None or target.pointer.startswith("/components/") else target

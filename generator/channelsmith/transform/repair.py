"""A document that lies, made readable: what can not be worked with is replaced by something weaker."""

from collections.abc import Iterable, Mapping

from channelsmith.document import Document, Json
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.linter import find_repairs
from channelsmith.lint.rules import Repair

_ROUNDS = 20  # a repair may uncover the next lie; each round leaves fewer


def repair_document(document: Document, repairs: tuple[Repair, ...]) -> Document:
    """The document with each of these repairs made, and those that they make necessary; places stay what they were."""
    rounds = 0
    while repairs and rounds < _ROUNDS:
        document = _replaced(document, repairs)
        repairs = find_repairs(document)
        rounds += 1
    return document


def repair_invalid_parts(document: Document) -> Document:
    """A document of somebody else's with all its lies mended, without a word; one's own (`x-source`) as it is."""
    return document if "x-source" in document.root else repair_document(document, find_repairs(document))


def _replaced(document: Document, repairs: Iterable[Repair]) -> Document:
    wanted = {tuple(pointers.split(repair.node.pointer)): repair.value for repair in repairs}
    outer = {path: value for path, value in wanted.items() if not any(path[:at] in wanted for at in range(len(path)))}
    value = _with(document.value, outer)
    return Document(value if isinstance(value, dict) else {}, document.locate, document.files)


def _with(value: Json, changes: Mapping[tuple[str, ...], Json]) -> Json:
    """The value with other parts at these paths; only what is on the way to them is copied."""
    if () in changes:
        return changes[()]
    below: dict[str, dict[tuple[str, ...], Json]] = {}
    for path, changed in changes.items():
        below.setdefault(path[0], {})[path[1:]] = changed
    if isinstance(value, dict):
        return {key: _with(member, below[key]) if key in below else member for key, member in value.items()}
    if isinstance(value, list):
        return [_with(member, below[str(at)]) if str(at) in below else member for at, member in enumerate(value)]
    return value

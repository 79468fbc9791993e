"""Repair of invalid documents: parts that cannot be used are replaced by a looser form."""

from collections.abc import Iterable, Mapping

from channelsmith.document import Document, Json, json_pointer
from channelsmith.lint.linter import find_repairs
from channelsmith.lint.rules import Repair

_MAX_ROUNDS = 20  # a repair may reveal the next invalid part; each round leaves fewer


def repair_document(document: Document, repairs: tuple[Repair, ...]) -> Document:
    """Return the document with these repairs, and those they make necessary; source locations stay the same."""
    for _ in range(_MAX_ROUNDS):
        if not repairs:
            break
        document = _apply(document, repairs)
        repairs = find_repairs(document)
    return document


def _apply(document: Document, repairs: Iterable[Repair]) -> Document:
    changes = {json_pointer.split(repair.node.pointer): repair.value for repair in repairs}
    outermost = {
        path: value for path, value in changes.items() if not any(path[:end] in changes for end in range(len(path)))
    }
    value = _replace_parts(document.value, outermost)
    return Document(value if isinstance(value, dict) else {}, document.locate, document.files)


def _replace_parts(value: Json, changes: Mapping[tuple[str, ...], Json]) -> Json:
    """Return a value with the parts at these paths replaced; only what contains them is copied."""
    if () in changes:
        return changes[()]
    below: dict[str, dict[tuple[str, ...], Json]] = {}
    for (key, *rest), changed in changes.items():
        below.setdefault(key, {})[tuple(rest)] = changed
    if isinstance(value, dict):
        return {key: _replace_parts(member, below[key]) if key in below else member for key, member in value.items()}
    if isinstance(value, list):
        return [
            _replace_parts(element, below[str(index)]) if str(index) in below else element
            for index, element in enumerate(value)
        ]
    return value

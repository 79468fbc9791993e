"""Identifiers of the parts of a document that do not depend on the order of lists.

A JSON Pointer contains list indexes, which change when an element is inserted. A stable id contains what identifies the
element instead: location and name of a parameter, the operationId of a use, the shape of a schema in a union.
"""

import hashlib
import json
from collections import Counter

from channelsmith import ir
from channelsmith.document import Document, Json, Node, json_pointer

_UNIONS = frozenset(["oneOf", "anyOf", "allOf"])
_ANNOTATIONS = frozenset(
    ["title", "description", "example", "examples", "default", "deprecated", "externalDocs", "$comment"]
)
_NAMED_MEMBERS = frozenset(["properties", "patternProperties", "$defs", "definitions"])
_DIGITS = 8


class StableIds:
    """The stable ids of a document, by JSON Pointer; each is computed once."""

    def __init__(self, document: Document) -> None:
        self._known: dict[str, tuple[str, Node | None]] = {"": ("", document.root)}
        self._labels: dict[str, list[str]] = {}

    def __getitem__(self, pointer: str) -> str:
        """Return the stable id of the element at a pointer; below a missing element, tokens stay unchanged."""
        return self._find(pointer)[0]

    def _find(self, pointer: str) -> tuple[str, Node | None]:
        if pointer not in self._known:
            parent_pointer, _, token = pointer.rpartition("/")
            parent_id, parent = self._find(parent_pointer)
            node = parent.get(json_pointer.unescape(token)) if parent is not None else None
            label = self._label(parent, token) if parent is not None and parent.is_list else token
            self._known[pointer] = (f"{parent_id}/{label}", node)
        return self._known[pointer]

    def _label(self, parent: Node, token: str) -> str:
        """Return the label of a list element, which replaces its index."""
        if parent.pointer not in self._labels:
            seen: Counter[str] = Counter()
            labels: list[str] = []
            for index, element in enumerate(parent.elements()):
                label = _describe(parent.key, element)
                seen[label] += 1
                labels.append(str(index) if not label else label if seen[label] == 1 else f"{label}.{seen[label]}")
            self._labels[parent.pointer] = labels
        labels = self._labels[parent.pointer]
        position = json_pointer.parse_index(token, len(labels))
        return labels[position] if position is not None else token


def request_line(operation: ir.Operation) -> str:
    """Return the stable id of an operation: method, path, and the operationId if there are several uses."""
    line = f"{operation.method} {operation.path}"
    return f"{line}#{operation.id}" if "/x-uses/" in operation.pointer else line


def _describe(key: str, element: Node) -> str:
    """Return what identifies an element of the list under a key, "" if only its index does."""
    if key == "parameters":
        element = element.find_target() or element
    value = element.value if isinstance(element.value, dict) else {}
    if key == "parameters":
        return json_pointer.escape(f"{value.get('in')}.{value.get('name')}")
    if key == "x-uses":
        return json_pointer.escape(str(value.get("operationId", "")))
    return _shape(element.value) if key in _UNIONS else ""


def _shape(value: Json) -> str:
    """Return the name or title of a schema, else a digest of its constraints, regardless of annotations."""
    if not isinstance(value, dict):
        return "any"
    if isinstance(ref := value.get("$ref"), str):
        return json_pointer.escape(ref.rsplit("/", 1)[-1])
    if isinstance(title := value.get("title"), str):
        return json_pointer.escape(title)
    text = json.dumps(_constraints(value), sort_keys=True)
    return f"shape-{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"


def _constraints(value: Json, *, is_named: bool = False) -> Json:
    """Return a schema without annotations, regardless of the order of lists; `is_named` mappings keep all keys."""
    if isinstance(value, list):
        return sorted((_constraints(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if is_named or not (key in _ANNOTATIONS or key.startswith("x-"))}
    return {key: _constraints(each, is_named=not is_named and key in _NAMED_MEMBERS) for key, each in kept.items()}

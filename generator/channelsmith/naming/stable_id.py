"""What a pointer leads to, said so that the order of lists does not matter.

A pointer counts the elements of a list, so that another parameter or alternative in front changes it. An identity says
which one it is: a parameter by its place and name, a documented use by its operationId, an alternative by its shape.
"""

import hashlib
import json
from collections import Counter

from channelsmith import ir
from channelsmith.document import Document, Json, Node
from channelsmith.document import json_pointer as pointers

_OPTIONS = frozenset(["oneOf", "anyOf", "allOf"])
_TEXTS = frozenset(["title", "description", "example", "examples", "default", "deprecated", "externalDocs", "$comment"])
_BY_NAME = frozenset(["properties", "patternProperties", "$defs", "definitions"])
_DIGITS = 8


class Identities:
    """The identities of a document's elements; each is worked out once."""

    def __init__(self, document: Document) -> None:
        self._known: dict[str, tuple[str, Node | None]] = {"": ("", document.root)}
        self._labels: dict[str, list[str]] = {}

    def __call__(self, pointer: str) -> str:
        """The identity of what stands at a pointer; where nothing does, the pointer itself."""
        return self._at(pointer)[0]

    def _at(self, pointer: str) -> tuple[str, Node | None]:
        if pointer not in self._known:
            above, _, token = pointer.rpartition("/")
            identity, holder = self._at(above)
            node = holder.get(pointers.unescape(token)) if holder is not None else None
            label = self._label(holder, token) if holder is not None and holder.is_list else token
            self._known[pointer] = (f"{identity}/{label}", node)
        return self._known[pointer]

    def _label(self, holder: Node, token: str) -> str:
        """What an element of a list is called in place of its number."""
        if holder.pointer not in self._labels:
            said = [_said(holder.key, element) for element in holder.elements()]
            seen: Counter[str] = Counter()
            found: list[str] = []
            for at, each in enumerate(said):
                seen[each] += 1
                found.append(str(at) if not each else each if seen[each] == 1 else f"{each}.{seen[each]}")
            self._labels[holder.pointer] = found
        labels = self._labels[holder.pointer]
        place = pointers.parse_index(token, len(labels))
        return labels[place] if place is not None else token


def request_line(operation: ir.Operation) -> str:
    """The identity of an operation: what is sent, and which use of it where there are several."""
    line = f"{operation.method} {operation.path}"
    return f"{line}#{operation.id}" if "/x-uses/" in operation.pointer else line


def _said(key: str, element: Node) -> str:
    """What an element of a list is, "" where only its place tells."""
    if key == "parameters":
        target = element.peek() or element
        value = target.value if isinstance(target.value, dict) else {}
        return pointers.escape(f"{value.get('in')}.{value.get('name')}")
    if key == "x-uses":
        value = element.value if isinstance(element.value, dict) else {}
        return pointers.escape(str(value.get("operationId", "")))
    return _shape(element.value) if key in _OPTIONS else ""


def _shape(value: Json) -> str:
    """The title of an alternative, else a digest of all it asks for, whatever its texts say."""
    if not isinstance(value, dict):
        return "any"
    for key in ("$ref", "title"):
        if isinstance(said := value.get(key), str):
            return pointers.escape(said.rsplit("/", 1)[-1] if key == "$ref" else said)
    text = json.dumps(_asked(value), sort_keys=True)
    return f"shape-{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"


def _asked(value: Json, *, names: bool = False) -> Json:
    """A schema without its texts, the order of lists aside; in a mapping by `names` every key counts."""
    if isinstance(value, list):
        return sorted((_asked(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if names or not (key in _TEXTS or key.startswith("x-"))}
    return {key: _asked(each, names=not names and key in _BY_NAME) for key, each in kept.items()}

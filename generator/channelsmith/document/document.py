"""Documents, their nodes, and the position of each node."""

import difflib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import json_pointer

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
"""Plain data: the values that YAML's core schema and JSON have in common.

YAML aliases share objects, so values must not be modified.
"""

_TYPE_NAMES: dict[type, str] = {
    dict: "a mapping",
    list: "a list",
    str: "a string",
    bool: "a boolean",
    type(None): "empty",
}
_FLAGS = {"true": True, "false": False}
_PARTS_OF_SCHEMAS = ("/$defs/", "/definitions/", "/properties/")


def describe_type(value: object) -> str:
    """Describe the type of a value: "a mapping", "a list", "a string", "a boolean", "a number" or "empty"."""
    return _TYPE_NAMES.get(type(value), "a number")


_SIMILARITY = 0.6
_MAX_COMPARED = 100  # characters of the keys that are compared; the cost grows with the square
_MAX_COMPARISONS = 100_000  # keys that all hints about a document are chosen from; 100,000 take about 2 s


def did_you_mean(key: str, value: "Mapping[str, object] | Json", *, similarity: float = _SIMILARITY) -> str:
    """Return a hint that names the key of a mapping closest to a missing one; "" if none is close.

    A key that differs only in case, underscores and hyphens comes first. Where a document decides how many keys there
    are, and how many are missing, use `Document.did_you_mean`.

    Args:
        key: the missing key.
        value: the mapping, whose keys are strings; other values have no keys.
        similarity: how close a key has to be, from 0 to 1; higher where a key need not be a mistake at all.
    """
    if not isinstance(value, Mapping) or len(key) > _MAX_COMPARED:
        return ""
    keys: list[str] = [other for other in value if len(other) <= _MAX_COMPARED]
    letters = _letters(key)
    close = [other for other in keys if _letters(other) == letters]
    close = close or difflib.get_close_matches(key, keys, 1, similarity)
    return f"did you mean {close[0]!r}?" if close else ""


def _letters(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A description as plain data, and the files it was read from.

    ``value`` is the data, a mapping unless it is part of another document; ``locate`` returns the location of a
    pointer; ``files`` are the inputs, root file first.
    """

    value: dict[str, Json] | list[Json] = field(repr=False)
    locate: Callable[[str], SourceLocation] = field(repr=False)
    files: tuple[Path, ...]
    unfollowed: dict[SourceLocation, Diagnostic] = field(default_factory=dict[SourceLocation, Diagnostic], repr=False)
    """The problem with each reference to another file that is not followed, by the location of the reference."""
    overlays: tuple[Path, ...] = ()
    """Those of the files that are overlays, which the user of the document wrote."""
    _targets: "dict[str, Node | None]" = field(default_factory=dict["str", "Node | None"], init=False, repr=False)
    _named: dict[str, str] = field(default_factory=dict[str, str], init=False, repr=False)
    _compared: list[int] = field(default_factory=lambda: [0], init=False, repr=False)
    """The number of keys that hints were chosen from."""

    @property
    def root(self) -> "Node":
        """The node of the whole document."""
        return Node(self, "", self.value)

    def location(self, pointer: str) -> SourceLocation:
        """Return the location of the element (or its key) at a pointer, or of the nearest one above it."""
        return self.locate(pointer)

    def did_you_mean(self, key: str, value: "Mapping[str, object] | Json", *, similarity: float = _SIMILARITY) -> str:
        """Return the hint of the function `did_you_mean`, "" when the hints about this document have cost enough."""
        if self._compared[0] >= _MAX_COMPARISONS or not isinstance(value, Mapping):
            return ""
        self._compared[0] += len(value)
        return did_you_mean(key, value, similarity=similarity)

    def find(self, pointer: str) -> "Node | None":
        """Return the node at a pointer, None if there is none."""
        node: Node | None = self.root
        for token in json_pointer.split(pointer):
            node = node.get(token) if node is not None else None
        return node

    def at(self, pointer: str) -> "Node":
        """Return the node at a pointer.

        Raises:
            UnusableInput: there is none.
        """
        node = self.root
        for token in json_pointer.split(pointer):
            node = node[token]
        return node

    def find_target(self, reference: str) -> "Node | None":
        """Return the node that a local reference leads to by its pointer, ``$anchor`` or ``$id``; None if none does."""
        if reference not in self._targets:
            own_address = self.value.get("$self") if isinstance(self.value, dict) else None
            local = reference.removeprefix(own_address) if isinstance(own_address, str) else reference
            if (pointer := json_pointer.from_fragment(local)) is None:
                if not self._named:
                    self._named.update({"": "", **_pointers_by_name(self.value)})
                pointer = self._named.get(local or "#")
            self._targets[reference] = self.find(pointer) if pointer is not None else None
        return self._targets[reference]


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its pointer in a document; nodes at the same pointer of the same document are equal."""

    document: Document
    pointer: str
    value: Json = field(compare=False, repr=False)

    @property
    def location(self) -> SourceLocation:
        """File, line and column."""
        return self.document.location(self.pointer)

    @property
    def key(self) -> str:
        """The last key of the pointer, "" for the root."""
        return json_pointer.unescape(self.pointer.rpartition("/")[2])

    @property
    def is_mapping(self) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return isinstance(self.value, list)

    def __contains__(self, key: str) -> bool:
        """Whether the value is a mapping with this key."""
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str) -> "Node | None":
        """Return the member or element under a key, None if there is none."""
        value = self.value
        if isinstance(value, dict):
            if key in value:
                return Node(self.document, f"{self.pointer}/{json_pointer.escape(key)}", value[key])
        elif isinstance(value, list) and (index := json_pointer.parse_index(key, len(value))) is not None:
            return Node(self.document, f"{self.pointer}/{index}", value[index])
        return None

    def __getitem__(self, key: str) -> "Node":
        """Return the member or element under a key.

        Raises:
            UnusableInput: there is none.
        """
        node = self.get(key)
        if node is None:
            message = f"{_describe(self.pointer)} has no {key!r}"
            raise UnusableInput(self.problem(message, rule="missing", hint=self.document.did_you_mean(key, self.value)))
        return node

    def items(self) -> "Iterator[tuple[str, Node]]":
        """Yield key and node of each member; nothing if the value is not a mapping."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(self.document, f"{self.pointer}/{json_pointer.escape(key)}", value)

    def elements(self) -> "Iterator[Node]":
        """Yield the node of each element; nothing if the value is not a list."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(self.document, f"{self.pointer}/{index}", value)

    def text(self, key: str, default: str = "") -> str:
        """Return the text under a key, the default if there is none or it is null.

        Raises:
            UnusableInput: the value is a mapping or a list.
        """
        node = self.get(key)
        return default if node is None or node.value is None else node.as_text()

    def as_text(self) -> str:
        """Return the value as text; numbers and booleans, often written unquoted by mistake, as JSON writes them.

        Raises:
            UnusableInput: the value is a mapping, a list or null.
        """
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, int | float):
            return json.dumps(self.value)
        raise self._wrong_type("a string")

    def flag(self, key: str, default: bool = False) -> bool:
        """Return the boolean under a key, which may be the text "true" or "false"; the default if absent or null.

        Raises:
            UnusableInput: the value is not a boolean.
        """
        node = self.get(key)
        if node is None or node.value is None:
            return default
        flag = _FLAGS.get(node.value.lower()) if isinstance(node.value, str) else node.value
        if isinstance(flag, bool):
            return flag
        raise node._wrong_type("true or false")  # noqa: SLF001 -- a node of the same class

    @property
    def ref(self) -> str | None:
        """The text of ``$ref`` (or of ``$dynamicRef``, whose initial target is used), None if it is no reference."""
        ref = self.value.get("$ref", self.value.get("$dynamicRef")) if isinstance(self.value, dict) else None
        return ref if isinstance(ref, str) else None

    @property
    def ref_key(self) -> str:
        """The key of the reference."""
        return "$dynamicRef" if "$dynamicRef" in self and "$ref" not in self else "$ref"

    def target(self) -> "Node":
        """Return the node that this reference leads to directly, which may be a reference too; itself if it is none.

        Raises:
            UnusableInput: the target is missing or outside the document.
        """
        if (target := self.find_target()) is not None:
            return target
        raise UnusableInput(missing_target(self[self.ref_key]))

    def find_target(self) -> "Node | None":
        """Return the target as `target` does, but None if it is missing.

        A pointer that leads nowhere in the document may lead to a part of the schema that contains the reference, as
        in JSON Schemas that were inserted as they are.
        """
        if self.ref is None:
            return self
        return self.document.find_target(self.ref) or self._find_target_inside()

    def _find_target_inside(self) -> "Node | None":
        pointer = json_pointer.from_fragment(self.ref or "")
        if pointer is None or not pointer.startswith(_PARTS_OF_SCHEMAS):
            return None
        upper = self.pointer
        while upper:
            upper = upper.rpartition("/")[0]
            if (target := self.document.find(upper + pointer)) is not None:
                return target
        return None

    def resolve(self) -> "Node":
        """Return the node at the end of a chain of references; this node if it is no reference.

        Raises:
            UnusableInput: a target is missing or outside the document, or the references form a cycle.
        """
        node, seen = self, {self.pointer}
        while node.ref is not None:
            node = node.target()
            if node.pointer in seen:
                message = f"the references from {self.ref!r} form a cycle and never reach any content"
                hint = "replace one of them by a description"
                raise UnusableInput(self[self.ref_key].problem(message, rule="reference-cycle", hint=hint))
            seen.add(node.pointer)
        return node

    def problem(self, message: str, *, rule: str, hint: str = "", severity: Severity = Severity.ERROR) -> Diagnostic:
        """Return a diagnostic located at this node."""
        return Diagnostic(severity, rule, message, hint, self.location, self.pointer)

    def _wrong_type(self, expected: str) -> UnusableInput:
        message = f"{_describe(self.pointer)} is {describe_type(self.value)}, not {expected}"
        return UnusableInput(self.problem(message, rule="type"))


def missing_target(reference: Node) -> Diagnostic:
    """Return the diagnostic for the text of a ``$ref`` whose target is missing."""
    pointer = json_pointer.from_fragment(reference.as_text())
    if pointer is None:
        message = f"the reference {reference.value!r} is not a pointer into this document"
        hint = "references look like '#/components/schemas/Name'; bundling joins those to files"
        return reference.problem(message, rule="reference", hint=hint)
    node = reference.document.root
    tokens = iter(json_pointer.split(pointer))
    token = next(tokens, "")
    while (child := node.get(token)) is not None:
        node, token = child, next(tokens, "")
    message = f"the reference {reference.value!r} leads nowhere: {_describe(node.pointer)} has no {token!r}"
    return reference.problem(message, rule="reference", hint=node.document.did_you_mean(token, node.value))


def _describe(pointer: str) -> str:
    return f"'{pointer}'" if pointer else "the document"


def _pointers_by_name(value: Json) -> dict[str, str]:
    """Return the pointer of each part with an ``$anchor`` (as ``#name``) or ``$id``; the first one has the name."""
    pointers: dict[str, str] = {}
    pending: list[tuple[str, Json]] = [("", value)]
    while pending:
        pointer, part = pending.pop()
        if isinstance(part, dict):
            for key, prefix in (("$anchor", "#"), ("$dynamicAnchor", "#"), ("$id", "")):
                if isinstance(name := part.get(key), str):
                    pointers.setdefault(f"{prefix}{name}", pointer)
        children = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        pending += reversed([(json_pointer.join(pointer, key), child) for key, child in children])
    return pointers

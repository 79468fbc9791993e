"""A document, its nodes, and where each of them stands."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import json_pointer as pointers
from channelsmith.document.json_types import Json, did_you_mean, kind_of, names_of

__all__ = ["Document", "Json", "Node", "dangling", "did_you_mean", "kind_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A description as plain data, and the files it came from.

    ``value`` is the data, ``locate`` turns a pointer into a place, ``files`` are the inputs, root file first.
    """

    value: dict[str, Json] = field(repr=False)
    locate: Callable[[str], SourceLocation] = field(repr=False)
    files: tuple[Path, ...]
    unfollowed: dict[SourceLocation, Diagnostic] = field(default_factory=dict[SourceLocation, Diagnostic], repr=False)
    """What is wrong with each reference to another file that could not be followed, by where it stands."""
    targets: "dict[str, Node | None]" = field(default_factory=dict["str", "Node | None"], init=False, repr=False)
    """What each reference that was followed leads to."""
    _named: dict[str, str] = field(default_factory=dict[str, str], init=False, repr=False)

    @property
    def root(self) -> "Node":
        """The node everything else is reached from."""
        return Node(self, "", self.value)

    def location(self, pointer: str) -> SourceLocation:
        """Where the element at a pointer stands, by its key if it has one; or the nearest element above it."""
        return self.locate(pointer)

    def find(self, pointer: str) -> "Node | None":
        """The node at a pointer, None when nothing is there."""
        node: Node | None = self.root
        for token in pointers.split(pointer):
            node = node.get(token) if node is not None else None
        return node

    def referred(self, reference: str) -> "Node | None":
        """The node a local reference names, by its pointer or by a name of its own (``$anchor``, ``$id``)."""
        if (pointer := pointers.from_fragment(reference)) is None:
            if not self._named:
                self._named.update({"": "", **names_of(self.value)})
            pointer = self._named.get(reference or "#")
        return self.find(pointer) if pointer is not None else None

    def at(self, pointer: str) -> "Node":
        """The node at a pointer.

        Raises:
            UnusableInput: nothing is there.
        """
        node = self.root
        for token in pointers.split(pointer):
            node = node[token]
        return node


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands; two nodes are equal when they are the same place of the same document."""

    document: Document
    pointer: str
    value: Json = field(compare=False, repr=False)

    @property
    def location(self) -> SourceLocation:
        """File, line and column."""
        return self.document.location(self.pointer)

    @property
    def key(self) -> str:
        """The last key on the way here, "" for the root."""
        return pointers.unescape(self.pointer.rpartition("/")[2])

    @property
    def is_mapping(self) -> bool:
        """Whether the value has members."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether the value has elements."""
        return isinstance(self.value, list)

    def __contains__(self, key: str) -> bool:
        """Whether the value is a mapping with this key."""
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str) -> "Node | None":
        """The member or element under a key; None when there is none."""
        value = self.value
        if isinstance(value, dict):
            if key in value:
                return Node(self.document, f"{self.pointer}/{pointers.escape(key)}", value[key])
        elif isinstance(value, list):
            at = pointers.position(key, len(value))
            if at is not None:
                return Node(self.document, f"{self.pointer}/{at}", value[at])
        return None

    def __getitem__(self, key: str) -> "Node":
        """The member or element under a key.

        Raises:
            UnusableInput: there is none; located at this node.
        """
        node = self.get(key)
        if node is None:
            raise UnusableInput(
                self.problem(
                    f"{_where(self.pointer)} has no {key!r}",
                    rule="missing",
                    hint=did_you_mean(key, self.value),
                )
            )
        return node

    def items(self) -> "Iterator[tuple[str, Node]]":
        """Key and node of each member; nothing for values of other types."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(self.document, f"{self.pointer}/{pointers.escape(key)}", value)

    def elements(self) -> "Iterator[Node]":
        """The node of each element; nothing for values of other types."""
        if isinstance(self.value, list):
            for at, value in enumerate(self.value):
                yield Node(self.document, f"{self.pointer}/{at}", value)

    def text(self, key: str, default: str = "") -> str:
        """The text under a key, the default when there is none, or null.

        Raises:
            UnusableInput: what is there is a mapping or a list.
        """
        node = self.get(key)
        return default if node is None or node.value is None else node.as_text()

    def as_text(self) -> str:
        """This value as a text; numbers and booleans, often written for texts and warned of, as JSON writes them.

        Raises:
            UnusableInput: it is a mapping, a list or null.
        """
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, int | float):
            return json.dumps(self.value)
        raise self._wrong_type("a string")

    def flag(self, key: str, default: bool = False) -> bool:
        """The boolean under a key, also as the text "true" or "false"; the default when there is none, or null.

        Raises:
            UnusableInput: what is there is no boolean.
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
        """The text of ``$ref`` (or ``$dynamicRef``, where it leads at first), None when this is no reference."""
        found = self.value.get("$ref", self.value.get("$dynamicRef")) if isinstance(self.value, dict) else None
        return found if isinstance(found, str) else None

    @property
    def ref_key(self) -> str:
        """The key a reference stands under."""
        return "$dynamicRef" if "$dynamicRef" in self and "$ref" not in self else "$ref"

    def target(self) -> "Node":
        """The node this reference leads to directly, which may be a reference too; this node when it is none.

        Raises:
            UnusableInput: the target is missing or lies outside the document.
        """
        if (found := self.peek()) is not None:
            return found
        raise UnusableInput(dangling(self[self.ref_key]))

    def peek(self) -> "Node | None":
        """As `target`, with None in place of a complaint."""
        if self.ref is None:
            return self
        targets = self.document.targets
        if self.ref not in targets:
            targets[self.ref] = self.document.referred(self.ref)
        return targets[self.ref]

    def resolve(self) -> "Node":
        """The node this reference leads to, over as many references as it takes; this node when it is none.

        Raises:
            UnusableInput: a target is missing, lies outside the document, or the references lead in a circle.
        """
        node, seen = self, {self.pointer}
        while node.ref is not None:
            node = node.target()
            if node.pointer in seen:
                message = f"the references from {self.ref!r} lead in a circle and never reach any content"
                hint = "let one of them describe something itself"
                raise UnusableInput(self[self.ref_key].problem(message, rule="reference-cycle", hint=hint))
            seen.add(node.pointer)
        return node

    def problem(self, message: str, *, rule: str, hint: str = "", severity: Severity = Severity.ERROR) -> Diagnostic:
        """A diagnostic about this node, located."""
        return Diagnostic(severity, rule, message, hint, self.location, self.pointer)

    def _wrong_type(self, wanted: str) -> UnusableInput:
        message = f"{_where(self.pointer)} is {kind_of(self.value)}, not {wanted}"
        return UnusableInput(self.problem(message, rule="type"))


def dangling(reference: Node) -> Diagnostic:
    """What is wrong with the text of a ``$ref`` that leads nowhere."""
    pointer = pointers.from_fragment(reference.as_text())
    if pointer is None:
        message = f"the reference {reference.value!r} is no pointer into this document"
        hint = "references look like '#/components/schemas/Name'; bundling joins those to files"
        return reference.problem(message, rule="reference", hint=hint)
    node = reference.document.root
    tokens = iter(pointers.split(pointer))
    token = next(tokens, "")
    while (found := node.get(token)) is not None:
        node, token = found, next(tokens, "")
    message = f"the reference {reference.value!r} leads nowhere: {_where(node.pointer)} has no {token!r}"
    return reference.problem(message, rule="reference", hint=did_you_mean(token, node.value))


_FLAGS = {"true": True, "false": False}


def _where(pointer: str) -> str:
    return f"'{pointer}'" if pointer else "the document"

"""What rules take and what they yield."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from channelsmith.document import Document, Json, Node
from channelsmith.lint.openapi_objects import METHODS, find_objects


@dataclass(frozen=True, slots=True)
class Repair:
    """What is read in place of an element that can not be worked with, and what callers get by it, in words."""

    node: Node
    value: Json
    said: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a node; the table of rules says how bad it is, `repair` how to go on all the same."""

    node: Node
    message: str
    hint: str = ""
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class LintContext:
    """A document and all objects in it, found once for all rules."""

    document: Document
    all: tuple[tuple[str, Node], ...] = field(repr=False)
    kinds: dict[str, tuple[Node, ...]] = field(repr=False)

    @classmethod
    def of(cls, document: Document) -> "LintContext":
        """The survey of a document."""
        objects = find_objects(document)
        kinds: defaultdict[str, list[Node]] = defaultdict(list)
        for kind, node in objects:
            kinds[kind].append(node)
        return cls(document, objects, {kind: tuple(nodes) for kind, nodes in kinds.items()})

    def objects(self, *kinds: str) -> Iterator[Node]:
        """The objects of these kinds; references and values of other types are left out."""
        for kind in kinds:
            for node in self.kinds.get(kind, ()):
                if node.is_mapping and node.ref is None:
                    yield node

    def operations(self) -> Iterator[tuple[str, Node, str, Node]]:
        """Path, path item, method and operation of each operation under ``paths``, through path items' references."""
        paths = self.document.root.get("paths")
        for path, item in paths.items() if paths else ():
            target = follow(item)
            for method in METHODS:
                operation = target.get(method) if target else None
                if target and operation and operation.is_mapping:
                    yield path, target, method, operation


def follow(node: Node) -> Node | None:
    """What a node leads to over all references; None when they lead nowhere, which is reported elsewhere."""
    seen = {node.pointer}
    while node.ref is not None:
        found = node.peek()
        if found is None or found.pointer in seen:
            return None
        seen.add(found.pointer)
        node = found
    return node


def text(node: Node, key: str) -> str:
    """The text under a key, "" when there is none or it is something else, which is reported elsewhere."""
    member = node.get(key)
    return member.value if member and isinstance(member.value, str) else ""


def elements(node: Node, key: str) -> Iterator[Node]:
    """The elements of the list under a key, none when it is no list."""
    member = node.get(key)
    return member.elements() if member else iter(())

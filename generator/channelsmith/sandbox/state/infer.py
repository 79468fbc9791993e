"""Which kinds of items a document has, from its paths, methods and schemas."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state import paths
from channelsmith.sandbox.state.choosing import pages
from channelsmith.sandbox.state.kinds import Kind
from channelsmith.sandbox.state.places import Place, json_schema, place_of
from channelsmith.sandbox.state.shapes import Shapes, content, plain


@dataclass(frozen=True, slots=True)
class PathOperations:
    """The operations of one path by method, and the items of each one's answer."""

    path: str
    operations: Mapping[str, Operation]
    places: Mapping[str, Place]

    def place(self, *methods: str) -> Place | None:
        """Where the items are in the answer of the first of these methods that has some."""
        return next((self.places[each] for each in methods if each in self.places), None)


class Kinds:
    """The kinds of one document, in the order in which they were found."""

    def __init__(self, operations: tuple[Operation, ...], shapes: Shapes) -> None:
        self._shapes: Final = shapes
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            by_path.setdefault(operation.path, {})[operation.method] = operation
        self._known: Final = tuple(by_path)
        self.paths: Final = {path: self._read(path, each) for path, each in by_path.items()}
        self.all: Final = list[Kind]()
        for path in sorted(self.paths.values(), key=self._rank):
            kind = self._item_kind(path) if paths.ends_in_parameter(path.path) else None
            if kind is not None:
                self.all.append(kind)
        for path in self.paths.values():
            if not paths.ends_in_parameter(path.path) and (kind := self._other_kind(path)) is not None:
                self.all.append(kind)

    # ------------------------------------------------------------ kinds

    def _read(self, path: str, operations: Mapping[str, Operation]) -> PathOperations:
        noun, many = paths.noun(path), not paths.ends_in_parameter(path) and not self._is_one(path, operations)
        found = {
            method: place_of(each, self._shapes, noun=noun, listing=many and method in {"GET", "POST", "QUERY"})
            for method, each in operations.items()
        }
        return PathOperations(path, operations, {method: place for method, place in found.items() if place is not None})

    def _is_one(self, path: str, operations: Mapping[str, Operation]) -> bool:
        """Whether it is one thing that is read and replaced, though it may hold lists: nothing is created or below."""
        below = f"{paths.shape(path)}/{{}}"
        replaced = "GET" in operations and "POST" not in operations and bool(operations.keys() & {"PUT", "PATCH"})
        return replaced and not any(paths.shape(each) == below for each in self._known)

    def _rank(self, path: PathOperations) -> tuple[bool, bool, int, int]:
        """The paths by which items are really known come first: those whose collection can create and list."""
        collection = self.paths.get(paths.above(path.path))
        methods = collection.operations if collection is not None else dict[str, Operation]()
        return ("POST" not in methods, "GET" not in methods, -len(path.operations), len(path.path))

    def _item_kind(self, path: PathOperations) -> Kind | None:
        """The kind whose items this path addresses, where no other path does so already."""
        collection = self.paths.get(paths.above(path.path))
        place = path.place("GET", "PUT", "PATCH", "POST", "DELETE")
        if collection is not None and (place is None or place.many):
            place = collection.place("GET", "POST")
        if place is None or (place.many and collection is None):
            return None
        known = self.of_schema(place.schema)
        creates = "PUT" in path.operations or (collection is not None and "POST" in collection.operations)
        if known is not None and not creates:
            return None
        return self._kind(path.path, place.schema, single=False)

    def _other_kind(self, path: PathOperations) -> Kind | None:
        """A list nobody has an item path for, one thing below an item, or what a POST echoes."""
        got, posted = path.places.get("GET"), path.places.get("POST")
        if self.listed_at(path.path) is not None:
            return None
        below = any(self.at(each) for each in paths.prefixes(path.path))
        if got is not None and got.many:
            kept = below or posted is not None or self._is_chosen_from(path, got)
            return self._kind(path.path, got.schema, single=False) if kept and not self.of_schema(got.schema) else None
        changes = path.operations.keys() & {"PUT", "PATCH"}
        if got is not None and (changes or (below and "POST" not in path.operations)):
            return None if self.of_schema(got.schema) else self._kind(path.path, got.schema, single=True)
        if posted is not None and not posted.many and not self.of_schema(posted.schema) and self._echoes(path, posted):
            return self._kind(path.path, posted.schema, single=False)
        return None

    def _is_chosen_from(self, path: PathOperations, place: Place) -> bool:
        """Whether the items of a list that nobody adds to can be told apart, or come in pages."""
        ids = {plain(name) for name in self._shapes.members(place.schema)} & {"id", "uuid"}
        return bool(ids) or pages(path.operations["GET"])

    def _echoes(self, path: PathOperations, place: Place) -> bool:
        """Whether the answer of a POST has something of what was sent."""
        sent = json_schema(path.operations["POST"].request_bodies)
        return sent is not None and bool(
            self._shapes.members(sent[1]).keys() & self._shapes.members(place.schema).keys()
        )

    def _kind(self, path: str, schema: Node, *, single: bool) -> Kind:
        members = self._shapes.members(schema)
        names = paths.parameters(path)
        addressed = paths.ends_in_parameter(path)
        noun = paths.noun(path)
        key = paths.key_member(names[-1], noun, members) if addressed else None
        if not addressed and not single:
            key = next((name for name in members if plain(name) in {"id", "uuid"}), None)
        return Kind(self._name(path), noun, content(schema), members, path, names, key, single)

    def _name(self, path: str) -> str:
        """The words of the path, as few as are needed to tell kinds apart."""
        words = paths.literals(path) or ("items",)
        nested = [paths.noun(each) for each in paths.prefixes(path)]
        name = ".".join([*nested, words[-1]]) if nested else words[-1]
        taken = {kind.name for kind in self.all}
        return next(
            each for each in (name, ".".join(words), path.strip("/")) if each not in taken or each == path.strip("/")
        )

    def of_schema(self, schema: Node) -> Kind | None:
        """The kind with this schema, where it is one that has a name in the document."""
        target = content(schema)
        if not target.pointer.startswith("/components/schemas/"):
            return None
        return next((kind for kind in self.all if kind.schema.pointer == target.pointer), None)

    def at(self, path: str) -> Kind | None:
        """The kind whose items a path addresses."""
        return next((kind for kind in self.all if paths.shape(kind.path) == paths.shape(path)), None)

    def listed_at(self, path: str) -> Kind | None:
        """The kind whose items this path lists and creates."""
        below = f"{paths.shape(path)}/{{}}"
        return next((kind for kind in self.all if paths.shape(kind.path) == below), None)

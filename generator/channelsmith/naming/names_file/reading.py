"""A names file into names: what it says of what the document still has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Node
from channelsmith.document.load import load_document
from channelsmith.naming.identifiers import snake
from channelsmith.naming.names import Names, body_properties
from channelsmith.naming.names_file import kinds
from channelsmith.naming.names_file.kinds import Ledger
from channelsmith.naming.names_file.matching import before, entries, moved
from channelsmith.naming.names_file.values import spelled

_SECTIONS = ("constructor", "operations", "resources", "schemas")


def read(path: Path, api: ir.Api, identity: Callable[[str], str]) -> tuple[Names, tuple[Diagnostic, ...]]:
    """The names that `api` had before, none where there is no file, and where one contradicts what is asked for by now.

    Raises:
        UnusableInput: the file is none of ours, a name can not be one, or two things of one scope have the same.
    """
    if not path.exists():
        return Names(), ()
    root = load_document(path).root
    reading = _Reading(root, api, identity)
    for key, node in root.items():
        if key not in _SECTIONS:
            reading.ledger.problems.append(
                node.problem(f"a names file has no {key!r}", rule="names", hint=f"it has {', '.join(_SECTIONS)}")
            )
    names = reading.names()
    if reading.ledger.problems:
        raise UnusableInput(*reading.ledger.problems)
    return names, tuple(reading.warnings)


@dataclass(slots=True)
class _Reading:
    root: Node
    api: ir.Api
    identity: Callable[[str], str]
    ledger: Ledger = field(default_factory=Ledger)
    warnings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def names(self) -> Names:
        said = dict(_members(self.root, "operations"))
        matched = entries(self.api.operations, {line: _text(node, "operationId") for line, node in said.items()})
        changes = moved(self.api.operations, matched)
        described = dict(_members(self.root, "schemas"))
        pairs = ((each, described.get(before(self.identity(each.pointer), changes))) for each in self.api.schemas)
        schemas = [(schema, node) for schema, node in pairs if node is not None]
        operations = [(each, said[matched[each.pointer]]) for each in self.api.operations if each.pointer in matched]
        resources = dict(self._resources(operations))
        return Names(
            classes=dict(self._classes(schemas)),
            attributes=dict(self._attributes(schemas)),
            members=dict(self._enum_members(schemas)),
            resources=resources,
            modules=dict(self._of_resources("module", kinds.MODULE)),
            resource_classes=dict(self._of_resources("class", kinds.RESOURCE_CLASS)),
            methods=dict(self._methods(operations, resources)),
            extras=dict(self._extras(operations, resources)),
            arguments=dict(self._arguments(operations)),
            credentials=dict(self._options("credentials", {each.credential for each in self.api.schemes})),
            variables=dict(self._options("variables", {v.name for each in self.api.servers for v in each.variables})),
        )

    def _classes(self, schemas: Iterable[tuple[ir.Schema, Node]]) -> Iterator[tuple[str, str]]:
        for schema, entry in schemas:
            if (node := entry.get("class")) is not None and (word := self.ledger.enter(node, kinds.CLASS, kinds.CLASS)):
                yield schema.pointer, word

    def _attributes(self, schemas: Iterable[tuple[ir.Schema, Node]]) -> Iterator[tuple[tuple[str, str], str]]:
        for schema, entry in schemas:
            known = {each.name for each in schema.properties} if isinstance(schema, ir.ObjectSchema) else set[str]()
            for wire, node in _members(entry, "attributes"):
                if wire in known and (word := self.ledger.enter(node, kinds.ATTRIBUTE, (schema.pointer, "attributes"))):
                    yield (schema.pointer, wire), word

    def _enum_members(
        self, schemas: Iterable[tuple[ir.Schema, Node]]
    ) -> Iterator[tuple[tuple[str, ir.JsonScalar], str]]:
        for schema, entry in schemas:
            values = spelled(schema.values) if isinstance(schema, ir.EnumSchema) else {}
            for text, node in _members(entry, "members"):
                if text in values and (word := self.ledger.enter(node, kinds.MEMBER, (schema.pointer, "members"))):
                    yield (schema.pointer, values[text]), word

    def _resources(self, operations: Iterable[tuple[ir.Operation, Node]]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for operation, entry in operations:
            node = entry.get("resource")
            if node is None:
                continue
            words = tuple(str(node.value).split("."))
            if all(self.ledger.fits(word, kinds.RESOURCE) for word in words):
                self._contradicted(node, "x-resource", operation.resource)
                yield operation.pointer, words
            else:
                self.ledger.refuse(node, f"{node.value!r} can not be a resource", "words of small letters and dots")

    def _of_resources(self, key: str, kind: kinds.Kind) -> Iterator[tuple[tuple[str, ...], str]]:
        for path, entry in _members(self.root, "resources"):
            if (node := entry.get(key)) is not None and (word := self.ledger.enter(node, kind, kind)):
                yield tuple(path.split(".")), word

    def _methods(
        self, operations: Iterable[tuple[ir.Operation, Node]], resources: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[str, str]]:
        below = {path[:depth] for path in resources.values() for depth in range(1, len(path) + 1)}
        for operation, entry in operations:
            path = resources.get(operation.pointer, ())
            node = entry.get("method")
            if node is None or not (word := self.ledger.enter(node, kinds.METHOD, ("resource", path))):
                continue
            if path and (*path, word) in below:
                self.ledger.refuse(node, f"{word!r} is the name of a resource there", "choose another for one of them")
            self._contradicted(node, "x-method", operation.method_name)
            yield operation.pointer, word

    def _extras(
        self, operations: Iterable[tuple[ir.Operation, Node]], resources: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[tuple[str, str], str]]:
        for operation, entry in operations:
            for role, node in _members(entry, "extras"):
                if word := self.ledger.enter(node, kinds.METHOD, ("resource", resources.get(operation.pointer))):
                    yield (operation.pointer, role), word

    def _arguments(self, operations: Iterable[tuple[ir.Operation, Node]]) -> Iterator[tuple[tuple[str, str, str], str]]:
        schemas = {schema.pointer: schema for schema in self.api.schemas}
        for operation, entry in operations:
            asked = {(each.location.value, each.name): each.spoken for each in operation.parameters}
            asked |= {("body", each.name): "" for each in body_properties(operation, schemas)}
            scope = (operation.pointer, "arguments")
            for location, listed in _members(entry, "arguments"):
                for wire, node in listed.items():
                    if (location, wire) in asked and (word := self.ledger.enter(node, kinds.ARGUMENT, scope)):
                        self._contradicted(node, "x-argument", asked[location, wire])
                        yield (operation.pointer, location, wire), word

    def _options(self, key: str, known: set[str]) -> Iterator[tuple[str, str]]:
        constructor = self.root.get("constructor")
        for wire, node in _members(constructor, key) if constructor is not None else ():
            if wire in known and (word := self.ledger.enter(node, kinds.client_argument(), "constructor")):
                yield wire, word

    def _contradicted(self, node: Node, keyword: str, asked: str) -> None:
        """Tells that the document asks for another name by now; the one that was given stays."""
        wanted = ".".join(snake(part).strip("_") for part in asked.split("."))
        if asked and not str(node.value).startswith(wanted):
            message = f"the document asks for {asked!r} ({keyword}), but {node.value!r} was given before, and stays"
            hint = "to rename it for all callers, change or remove this line"
            self.warnings.append(node.problem(message, rule="names", hint=hint, severity=Severity.WARNING))


def _members(node: Node, key: str) -> Iterator[tuple[str, Node]]:
    """The members of a member; nothing where there is none. Raises UnusableInput where it is no mapping."""
    found = node.get(key)
    if found is None:
        return
    if not found.is_mapping:
        raise UnusableInput(found.problem(f"{key!r} is a mapping", rule="names", hint="remove it to have it made anew"))
    yield from found.items()


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.value if found is not None and isinstance(found.value, str) else ""

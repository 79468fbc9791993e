"""The names file: every public name by the stable id of what it names, so that no edit of a document renames anything.

It is sorted JSON. Each run keeps the names of what still exists, adds new names, and removes those of what is gone.
Users may edit it to improve a name.
"""

import json
import keyword
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, Unpack

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import Document, Node, did_you_mean, json_pointer
from channelsmith.document.load import load_document
from channelsmith.naming import reserved
from channelsmith.naming.client_options import reserved_arguments
from channelsmith.naming.identifiers import looks_like, to_ascii, to_snake_case, visible
from channelsmith.naming.names import Names, NamingOptions, body_properties, build_names
from channelsmith.naming.stable_id import StableIds, request_line

NAMES = "names.json"
"""The file in the output folder that is used if no other is configured."""

_RULE = "names"
_DEFAULT_STYLE = "reduced"  # of methods
_SIMILARITY = 0.85
_MAX_COMPARISONS = 10_000  # with more differences, the file belongs to another document
_OPERATION_KEYS = ("arguments", "extras", "method", "operationId", "resource")
_SCHEMA_KEYS = ("attributes", "class", "members")
_SECTIONS = ("constructor", "operations", "resources", "schemas")
_Key = TypeVar("_Key")


# ---------------------------------------------------------------- writing
def format_names_file(
    names: Names, api: ir.Api, document: Document, extras: Mapping[tuple[str, str], str] | None = None
) -> str:
    """Format a names file: sorted, two spaces of indentation, ASCII only, a final newline.

    Args:
        names: all names.
        api: the API that they belong to.
        document: the document of the API.
        extras: the names of further methods, by operation and role.
    """
    ids = StableIds(document)
    by_operation: dict[str, dict[str, str]] = {}
    for (pointer, role), name in (extras or {}).items():
        by_operation.setdefault(pointer, {})[role] = name
    arguments: dict[str, dict[str, dict[str, str]]] = {}
    for (pointer, location, wire), name in names.arguments.items():
        arguments.setdefault(pointer, {}).setdefault(location, {})[wire] = name
    sections = {
        "constructor": _without_empty({"credentials": dict(names.credentials), "variables": dict(names.variables)}),
        "operations": {
            request_line(operation): _without_empty(
                {
                    "operationId": operation.id,
                    "resource": ".".join(names.resources[operation.pointer]),
                    "method": names.methods[operation.pointer],
                    "aliases": list(names.aliases.get(operation.pointer, ())),
                    "extras": by_operation.get(operation.pointer, {}),
                    "arguments": arguments.get(operation.pointer, {}),
                }
            )
            for operation in api.operations
        },
        "resources": {
            ".".join(path): {"module": module, "class": names.resource_classes[path]}
            for path, module in names.modules.items()
        },
        "schemas": {ids[schema.pointer]: _schema_entry(schema, names) for schema in api.schemas},
    }
    return json.dumps(sections, indent=2, sort_keys=True) + "\n"


def _schema_entry(schema: ir.Schema, names: Names) -> dict[str, object]:
    pointer = schema.pointer
    entry: dict[str, object] = {"class": names.classes[pointer]}
    match schema:
        case ir.ObjectSchema(properties=properties):
            entry["attributes"] = {prop.name: names.attributes[pointer, prop.name] for prop in properties}
        case ir.EnumSchema(values=values):
            entry["members"] = {key: names.members[pointer, value] for key, value in _value_keys(values).items()}
        case ir.AliasSchema():
            pass
    return entry


def _value_keys(values: Iterable[ir.JsonScalar]) -> dict[str, ir.JsonScalar]:
    """Return the values of an enum by their keys: texts as they are if there are only texts, else formatted as JSON."""
    listed = list(values)
    if all(isinstance(value, str) for value in listed):
        return {str(value): value for value in listed}
    return {json.dumps(value): value for value in listed}


def _without_empty(members: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in members.items() if value}


# ---------------------------------------------------------------- reading
@dataclass(frozen=True, slots=True)
class _NameKind:
    """What a name is for, its form, the names it cannot be, and whether it has to be ASCII."""

    description: str
    has_form: Callable[[str], bool]
    reserved: frozenset[str] = frozenset()
    ascii_only: bool = False

    def allows(self, name: str) -> bool:
        """Whether a name has the right form and is not reserved."""
        is_identifier = name.isidentifier() and not name.startswith("_") and not keyword.iskeyword(name)
        is_plain = name.isascii() or (not self.ascii_only and visible(name) == name)
        is_free = name not in self.reserved and len(name) <= _MAX_LENGTH
        return is_identifier and is_plain and is_free and self.has_form(name)


_MAX_LENGTH = 120  # the name of a module is part of a file name


def _is_lower_case(name: str) -> bool:
    return name == name.lower()


def _is_capitalized(name: str) -> bool:
    return not name[0].islower()


def _is_class_name(name: str) -> bool:
    """Whether a name begins like a class and has a capital, so that no attribute has the same name."""
    return _is_capitalized(name) and not _is_lower_case(name)


_CLASS = _NameKind("the class of a model", _is_class_name, reserved.CLASSES)
_ATTRIBUTE = _NameKind("an attribute", _is_lower_case, reserved.ATTRIBUTES)
_MEMBER = _NameKind("a member of an enum", _is_capitalized)
_RESOURCE = _NameKind("a resource", _is_lower_case, reserved.RESOURCES)
_MODULE = _NameKind("a module", _is_lower_case, reserved.MODULES, ascii_only=True)
_RESOURCE_CLASS = _NameKind("the class of a resource", _is_class_name, reserved.RESOURCE_CLASSES)
_METHOD = _NameKind("a method", _is_lower_case, reserved.METHODS)
_ARGUMENT = _NameKind("an argument", _is_lower_case, reserved.ARGUMENTS)


def describe_kept_methods(
    path: Path, api: ir.Api, document: Document, names: Names, kept: Names, **options: Unpack[NamingOptions]
) -> Iterator[Diagnostic]:
    """Yield a remark if methods keep other names than those that the options ask for.

    Args:
        path: the names file.
        api: the API.
        document: its document.
        names: the names of its client.
        kept: those of the names file.
        options: the options that `names` were chosen with.
    """
    style = options.get("method_names", _DEFAULT_STYLE)
    if style == _DEFAULT_STYLE or options.get("rename_methods") or not kept.methods:
        return
    renaming: NamingOptions = {**options, "rename_methods": True}
    chosen = build_names(api, document, kept=kept, **renaming).methods
    if count := sum(name != chosen[operation] for operation, name in names.methods.items()):
        message = f"{count} methods keep their former names; method-names = {style!r} names new ones only"
        hint = "generate --rename-methods renames them, and keeps the former names as aliases"
        yield Diagnostic(Severity.INFO, _RULE, message, hint, SourceLocation(str(path), 1, 1))


def read_names_file(path: Path, api: ir.Api, document: Document) -> tuple[Names, tuple[Diagnostic, ...]]:
    """Read the names of everything that still exists; without a file there are none.

    The diagnostics warn about names that differ from what the document declares now.

    Raises:
        UnusableInput: the file is not a names file, a name is invalid, or two things in one scope have the same name.
    """
    if not path.exists():
        return Names(), ()
    reader = _Reader(load_document(path).root, api, StableIds(document))
    names = reader.read()
    if reader.problems:
        raise UnusableInput(*reader.problems)
    return names, tuple(reader.warnings)


@dataclass(slots=True)
class _Reader:
    root: Node
    api: ir.Api
    ids: StableIds
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])
    warnings: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _owners: dict[tuple[object, str], Node] = field(default_factory=dict[tuple[object, str], Node])

    def read(self) -> Names:
        for key, node in self.root.items():
            if key not in _SECTIONS:
                hint = did_you_mean(key, dict.fromkeys(_SECTIONS)) or f"it has {', '.join(_SECTIONS)}"
                self._refuse(node, f"a names file has no {key!r}", hint)
        operation_entries = dict(_members(self.root, "operations"))
        matches = match_operations(
            self.api.operations, {line: _text(node, "operationId") for line, node in operation_entries.items()}
        )
        operations = [
            (operation, operation_entries[matches[operation.pointer]])
            for operation in self.api.operations
            if operation.pointer in matches
        ]
        schema_entries = dict(_members(self.root, "schemas"))
        moves = _moved_prefixes(self.api.operations, matches)
        previous_ids = [(schema, _previous_id(self.ids[schema.pointer], moves)) for schema in self.api.schemas]
        schemas = [(schema, schema_entries[id_]) for schema, id_ in previous_ids if id_ in schema_entries]
        resources = dict(self._resources(operations))
        lines = {request_line(operation): operation.pointer for operation in self.api.operations}
        used = set(matches.values())
        self._report_unknown(
            "operation",
            {line: node for line, node in operation_entries.items() if line not in used},
            [line for line, pointer in lines.items() if pointer not in matches],
        )
        ids = [id_ for _, id_ in previous_ids]
        self._report_unknown(
            "schema",
            {id_: node for id_, node in schema_entries.items() if id_ not in ids},
            [id_ for id_ in ids if id_ not in schema_entries],
        )
        for _, entry in operations:
            self._report_unknown("key of an operation", entry, _OPERATION_KEYS)
        for _, entry in schemas:
            self._report_unknown("key of a schema", entry, _SCHEMA_KEYS)
        return Names(
            classes=dict(self._classes(schemas)),
            attributes=dict(self._attributes(schemas)),
            members=dict(self._enum_members(schemas)),
            resources=resources,
            modules=dict(self._of_resources("module", _MODULE)),
            resource_classes=dict(self._of_resources("class", _RESOURCE_CLASS)),
            methods=dict(self._methods(operations, resources)),
            aliases=dict(self._aliases(operations, resources)),
            extras=dict(self._extras(operations, resources)),
            arguments=dict(self._arguments(operations)),
            credentials=dict(self._options("credentials", {scheme.credential for scheme in self.api.schemes})),
            variables=dict(self._options("variables", {v.name for each in self.api.servers for v in each.variables})),
        )

    def _classes(self, schemas: Iterable[tuple[ir.Schema, Node]]) -> Iterator[tuple[str, str]]:
        for schema, entry in schemas:
            yield from self._accept(schema.pointer, entry.get("class"), _CLASS, "classes")

    def _attributes(self, schemas: Iterable[tuple[ir.Schema, Node]]) -> Iterator[tuple[tuple[str, str], str]]:
        for schema, entry in schemas:
            known = {prop.name for prop in schema.properties} if isinstance(schema, ir.ObjectSchema) else set[str]()
            self._report_unknown("property", entry.get("attributes"), known)
            for wire, node in _members(entry, "attributes"):
                if wire in known:
                    yield from self._accept((schema.pointer, wire), node, _ATTRIBUTE, (schema.pointer, "attributes"))

    def _enum_members(
        self, schemas: Iterable[tuple[ir.Schema, Node]]
    ) -> Iterator[tuple[tuple[str, ir.JsonScalar], str]]:
        for schema, entry in schemas:
            values = _value_keys(schema.values) if isinstance(schema, ir.EnumSchema) else {}
            self._report_unknown("value", entry.get("members"), values)
            for key, node in _members(entry, "members"):
                if key in values:
                    yield from self._accept((schema.pointer, values[key]), node, _MEMBER, (schema.pointer, "members"))

    def _resources(self, operations: Iterable[tuple[ir.Operation, Node]]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for operation, entry in operations:
            if (node := entry.get("resource")) is None:
                continue
            path = tuple(str(node.value).split("."))
            if all(map(_RESOURCE.allows, path)):
                self._warn_if_declared(node, "x-resource", operation.resource)
                yield operation.pointer, path
            else:
                self._refuse(node, f"{node.value!r} cannot be a resource", "use lower-case words, separated by dots")

    def _of_resources(self, key: str, kind: _NameKind) -> Iterator[tuple[tuple[str, ...], str]]:
        for path, entry in _members(self.root, "resources"):
            yield from self._accept(tuple(path.split(".")), entry.get(key), kind, key)

    def _methods(
        self, operations: Iterable[tuple[ir.Operation, Node]], resources: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[str, str]]:
        nested = {path[:depth] for path in resources.values() for depth in range(1, len(path) + 1)}
        for operation, entry in operations:
            if (node := entry.get("method")) is None:
                continue
            path = resources.get(operation.pointer, ())
            for pointer, name in self._accept(operation.pointer, node, _METHOD, ("resource", path)):
                if path and (*path, name) in nested:
                    self._refuse(node, f"{name!r} is also the name of a resource", "rename one of them")
                else:
                    self._warn_if_declared(node, "x-method", operation.method_name)
                    yield pointer, name

    def _aliases(
        self, operations: Iterable[tuple[ir.Operation, Node]], resources: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        for operation, entry in operations:
            if (node := entry.get("aliases")) is None:
                continue
            if not node.is_list:
                self._refuse(node, "'aliases' has to be a list", "former names of the method, as strings")
            scope = ("resource", resources.get(operation.pointer, ()))
            accepted = [name for each in node.elements() for _, name in self._accept("", each, _METHOD, scope)]
            if accepted:
                yield operation.pointer, tuple(accepted)

    def _extras(
        self, operations: Iterable[tuple[ir.Operation, Node]], resources: Mapping[str, tuple[str, ...]]
    ) -> Iterator[tuple[tuple[str, str], str]]:
        for operation, entry in operations:
            scope = ("resource", resources.get(operation.pointer))
            for role, node in _members(entry, "extras"):
                yield from self._accept((operation.pointer, role), node, _METHOD, scope)

    def _arguments(self, operations: Iterable[tuple[ir.Operation, Node]]) -> Iterator[tuple[tuple[str, str, str], str]]:
        schemas = {schema.pointer: schema for schema in self.api.schemas}
        for operation, entry in operations:
            declared = {(each.location.value, each.name): each.argument for each in operation.parameters}
            declared |= {("body", each.name): "" for each in body_properties(operation, schemas)}
            scope = (operation.pointer, "arguments")
            for location, members in _members(entry, "arguments"):
                self._report_unknown("parameter", members, [name for place, name in declared if place == location])
                for wire, node in members.items():
                    if (location, wire) in declared:
                        for name in self._accept((operation.pointer, location, wire), node, _ARGUMENT, scope):
                            self._warn_if_declared(node, "x-argument", declared[location, wire])
                            yield name

    def _options(self, key: str, known: set[str]) -> Iterator[tuple[str, str]]:
        kind = _NameKind("an argument of the client", _is_lower_case, reserved_arguments(), ascii_only=True)
        constructor = self.root.get("constructor")
        for wire, node in _members(constructor, key) if constructor is not None else ():
            if wire in known:
                yield from self._accept(wire, node, kind, "constructor")

    def _accept(self, key: _Key, node: Node | None, kind: _NameKind, scope: object) -> Iterator[tuple[_Key, str]]:
        """Yield a key with its name, if the name is valid and unique in its scope; otherwise report the problem."""
        if node is None:
            return
        name = node.value
        if not isinstance(name, str):
            self._refuse(node, "a name has to be a string", f"write {kind.description} in quotes")
        elif name in kind.reserved:
            self._refuse(node, f"{name!r} cannot be {kind.description}: the name is reserved", f"for example {name}_")
        elif not kind.allows(name):
            is_lower = kind.has_form is _is_lower_case
            form = (
                f"{'ASCII ' * kind.ascii_only}lower-case letters, digits and underscores"
                if is_lower
                else "a capital first"
            )
            self._refuse(
                node, f"{name!r} cannot be {kind.description}", f"use a Python name with {form}, not a keyword"
            )
        elif (owner := self._owners.setdefault((scope, looks_like(name)), node)) is not node:
            location = f"{owner.location.line}:{owner.location.column}"
            self._refuse(node, f"{name!r} is used twice, here and at {location}", "rename one of them")
        else:
            yield key, name

    def _report_unknown(self, noun: str, entries: Node | Mapping[str, Node] | None, known: Iterable[str]) -> None:
        """Warn about entries of what does not exist, if the name of something without an entry is nearly the same.

        Other such entries belong to what was removed from the document, and go with it.
        """
        members = dict(entries.items()) if entries is not None else {}
        expected = set(known)
        unknown = [key for key in members if key not in expected]
        missing = dict.fromkeys(sorted(expected - members.keys()))
        if len(unknown) * len(missing) > _MAX_COMPARISONS:
            return
        for key in unknown:
            if hint := did_you_mean(key, dict(missing), similarity=_SIMILARITY):
                message = f"there is no {noun} {key!r}; this entry has no effect"
                self.warnings.append(members[key].problem(message, rule=_RULE, hint=hint, severity=Severity.WARNING))

    def _refuse(self, node: Node, message: str, hint: str) -> None:
        self.problems.append(node.problem(message, rule=_RULE, hint=hint))

    def _warn_if_declared(self, node: Node, extension: str, declared: str) -> None:
        """Warn if the document declares another name now; the name in the file stays."""
        spellings = (declared, to_ascii(declared))
        expected = tuple(".".join(to_snake_case(part).strip("_") for part in each.split(".")) for each in spellings)
        if declared and not str(node.value).startswith(expected):
            message = f"the document declares {declared!r} ({extension}), but the name stays {node.value!r}"
            hint = "to rename it for all callers, change or remove this line"
            self.warnings.append(node.problem(message, rule=_RULE, hint=hint, severity=Severity.WARNING))


def _members(node: Node, key: str) -> Iterator[tuple[str, Node]]:
    """Yield the members of the mapping under a key; nothing if there is none.

    Raises:
        UnusableInput: the value is not a mapping.
    """
    if (mapping := node.get(key)) is not None:
        if not mapping.is_mapping:
            message = f"{key!r} has to be a mapping"
            raise UnusableInput(mapping.problem(message, rule=_RULE, hint="remove it to have it written again"))
        yield from mapping.items()


def _text(node: Node, key: str) -> str:
    member = node.get(key)
    return member.value if member is not None and isinstance(member.value, str) else ""


# ---------------------------------------------------------------- matching entries to changed operations
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PATH_DEPTH = 2  # tokens before the method of an operation: `paths` and the path


def match_operations(operations: Iterable[ir.Operation], entries: Mapping[str, str]) -> dict[str, str]:
    """Return the entry of each operation that has one, by the operation's pointer.

    An operation is identified by method and path. If they changed, the entry is the one with its operationId, or else
    the one whose path differs only in the names of placeholders; only if the match is unambiguous.

    Args:
        operations: the operations of the document.
        entries: the operationId of each entry, "" if it had none.
    """
    unmatched = {operation.pointer: operation for operation in operations}
    free = dict(entries)
    matches: dict[str, str] = {}
    criteria: tuple[tuple[Callable[[ir.Operation], str], Callable[[str], str]], ...] = (
        (request_line, str),
        (lambda operation: operation.id, lambda entry: entries[entry]),
        (lambda operation: _without_placeholder_names(request_line(operation)), _without_placeholder_names),
    )
    for of_operation, of_entry in criteria:
        wanted = Counter(of_operation(operation) for operation in unmatched.values())
        offered = Counter(of_entry(entry) for entry in free)
        by_value = {of_entry(entry): entry for entry in free}
        for pointer, operation in list(unmatched.items()):
            value = of_operation(operation)
            if value and wanted[value] == 1 == offered[value]:
                matches[pointer] = by_value[value]
                del free[by_value[value]], unmatched[pointer]
    return matches


def _without_placeholder_names(line: str) -> str:
    return _PLACEHOLDER.sub("{}", line)


def _moved_prefixes(operations: Iterable[ir.Operation], matches: Mapping[str, str]) -> dict[str, str]:
    """Return the previous pointer of each operation and path whose method or path changed, by its current pointer."""
    moves: dict[str, str] = {}
    for operation in operations:
        method, _, path = matches.get(operation.pointer, "").partition(" ")
        path = path.rpartition("#")[0] if "/x-uses/" in operation.pointer else path
        current = operation.pointer.split("/")[: _PATH_DEPTH + 2]
        previous = json_pointer.join("/paths", path)
        if path and [*previous.split("/"), method.lower()] != current:
            moves["/".join(current)] = f"{previous}/{method.lower()}"
            moves[f"{'/'.join(current[:-1])}/parameters"] = f"{previous}/parameters"
    return moves


def _previous_id(stable_id: str, moves: Mapping[str, str]) -> str:
    """Return the id that a part had before its path or method changed."""
    if not moves or not stable_id.startswith("/paths/"):
        return stable_id
    prefix = "/".join(stable_id.split("/")[: _PATH_DEPTH + 2])
    return moves[prefix] + stable_id[len(prefix) :] if prefix in moves else stable_id

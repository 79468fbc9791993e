"""Changes to a document that the settings of a project ask for: operations left out, numbers read as decimals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput
from channelsmith.document import Document, Json, Node, did_you_mean, json_pointer
from channelsmith.lint.openapi_objects import find_objects, mapping_entries, operations_of
from channelsmith.transform.source import DocumentEdits, Patterns

_RULE = "selection"
_MAX_LISTED = 10  # names of schemas in a message
_KEPT_SECTIONS = ("securitySchemes",)  # they are referred to by name
_COMPONENT_DEPTH = 3  # tokens of the pointer of a component


def edit_document(document: Document, edits: DocumentEdits) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document with the changes, and notes about what they leave out.

    Raises:
        UnusableInput: a pattern matches no operation, no operation is left, or a part that is left refers to one that
            is left out.
    """
    notes: tuple[Diagnostic, ...] = ()
    if edits.include or edits.exclude:
        document, notes = _select_operations(document, edits)
    if edits.decimal_numbers:
        document = _with_decimals(document)
    return document, notes


# ---------------------------------------------------------------- selection of operations
@dataclass(frozen=True, slots=True)
class _Operation:
    """An operation, and the texts that patterns are compared with."""

    node: Node
    tags: tuple[str, ...]
    paths: tuple[str, ...]
    operations: tuple[str, ...]

    def matches(self, patterns: Patterns) -> bool:
        """Whether any of the patterns matches."""
        return any(
            fnmatchcase(text, pattern)
            for kind in ("tags", "paths", "operations")
            for pattern in getattr(patterns, kind)
            for text in getattr(self, kind)
        )


def _select_operations(document: Document, edits: DocumentEdits) -> tuple[Document, tuple[Diagnostic, ...]]:
    operations = list(_operations(document))
    if problems := [each for patterns in (edits.include, edits.exclude) for each in _unmatched(patterns, operations)]:
        raise UnusableInput(*problems)
    removed = [
        each
        for each in operations
        if (edits.include and not each.matches(edits.include)) or each.matches(edits.exclude)
    ]
    location = edits.include.location or edits.exclude.location
    if len(removed) == len(operations):
        hint = "include more, or exclude less"
        raise UnusableInput(Diagnostic(Severity.ERROR, _RULE, "no operation is left", hint, location))
    notes: list[Diagnostic] = []
    selected = _without_operations(document, removed, notes)
    selected, schemas = _without_unreachable(document, selected)
    if removed:
        listed = ", ".join(schemas[:_MAX_LISTED]) + f" and {len(schemas) - _MAX_LISTED} more" * (
            len(schemas) > _MAX_LISTED
        )
        with_schemas = f", and with them {len(schemas)} schemas: {listed}" if schemas else ""
        message = f"{len(removed)} of {len(operations)} operations are left out{with_schemas}"
        notes.insert(0, Diagnostic(Severity.INFO, _RULE, message, "", location))
    return selected, tuple(notes)


def _operations(document: Document) -> Iterator[_Operation]:
    paths = document.root.get("paths")
    for path, item in paths.items() if paths is not None else ():
        target = item.resolve()
        for method, node in operations_of(target):
            tags, uses = node.get("tags"), node.get("x-uses")
            named = [node, *(uses.elements() if uses is not None else ())]
            ids = (each.value.get("operationId") for each in named if isinstance(each.value, dict))
            yield _Operation(
                node,
                tags=tuple(str(each.value) for each in (tags.elements() if tags is not None else ())),
                paths=(path, f"{method} {path}"),
                operations=tuple(each for each in ids if isinstance(each, str)),
            )


def _unmatched(patterns: Patterns, operations: Iterable[_Operation]) -> Iterator[Diagnostic]:
    """Report patterns that match nothing: a typing error would publish what was to be left out."""
    operations = list(operations)
    for kind, subject in (("tags", "tag"), ("paths", "path"), ("operations", "operationId")):
        known = dict.fromkeys(text for each in operations for text in getattr(each, kind))
        for pattern in getattr(patterns, kind):
            if not any(fnmatchcase(text, pattern) for text in known):
                message = f"no operation has a {subject} that matches {pattern!r}"
                hint = did_you_mean(pattern, known) or "'*' is any text, '?' any character"
                yield Diagnostic(Severity.ERROR, _RULE, message, hint, patterns.location)


def _without_operations(document: Document, removed: Sequence[_Operation], notes: list[Diagnostic]) -> Document:
    ids = {identifier for each in removed for identifier in each.operations}
    paths: dict[str, Json] = {}
    for path, item in document.root["paths"].items():
        target = item.resolve()
        operations = {node.pointer for _, node in operations_of(target)}
        removed_here = {each.node.pointer for each in removed if each.paths[0] == path}
        if not operations or operations - removed_here:
            kept = _kept_item(target, removed_here, ids, notes)
            paths[path] = item.value if kept == target.value else kept  # a reference that still fits stays one
    value = document.value
    return replace(document, value={**value, "paths": paths}) if isinstance(value, dict) else document


def _kept_item(item: Node, removed: set[str], ids: set[str], notes: list[Diagnostic]) -> Json:
    """Return a path item without the operations at these pointers, nor polling that needs one of these ids."""
    members: dict[str, Json] = {}
    kept = {node.pointer: node for _, node in operations_of(item) if node.pointer not in removed}
    for key, member in item.items():
        if key == "additionalOperations":
            members[key] = {
                method: _kept_operation(node, ids, notes) for method, node in member.items() if node.pointer in kept
            }
        elif member.pointer in kept:
            members[key] = _kept_operation(member, ids, notes)
        elif member.pointer not in removed:
            members[key] = member.value
    return members


def _kept_operation(operation: Node, removed_ids: set[str], notes: list[Diagnostic]) -> Json:
    polling, value = operation.get("x-polling"), operation.value
    steps = [polling.get(key) for key in ("status", "result", "reuse")] if polling is not None else []
    names = [each.get("operation") for each in steps if each is not None]
    missing = next((each for each in names if each is not None and each.value in removed_ids), None)
    if missing is None or not isinstance(value, dict):
        return value
    message = f"the job cannot be waited for, because {missing.value!r} is left out"
    notes.append(missing.problem(message, rule=_RULE, hint="include it too", severity=Severity.WARNING))
    return {key: member for key, member in value.items() if key != "x-polling"}


# ---------------------------------------------------------------- components that nothing refers to any more
def _without_unreachable(before: Document, document: Document) -> tuple[Document, list[str]]:
    """Return the document without the components that nothing in it refers to, and the names of the schemas."""
    components, value = document.root.get("components"), document.value
    if components is None or not isinstance(value, dict):
        return document, []
    children = _children(document)
    reached: set[str] = set()
    pending = [member for key, member in document.root.items() if key != "components"]
    while pending:
        for reference in _references(pending.pop()):
            target = _find_target(before, document, reference)
            for pointer in [] if target is None else [target, *children.get(target, ())]:
                if pointer not in reached and (component := document.find(pointer)) is not None:
                    reached.add(pointer)
                    pending.append(component)
    kept: dict[str, Json] = {}
    for section, members in components.items():
        if section in _KEPT_SECTIONS or section.startswith("x-") or not members.is_mapping:
            kept[section] = members.value
        elif used := {name: each.value for name, each in members.items() if each.pointer in reached}:
            kept[section] = used
    schemas = components.get("schemas")
    dropped = [name for name, each in (schemas.items() if schemas is not None else ()) if each.pointer not in reached]
    return replace(document, value={**value, "components": kept}), sorted(dropped)


def _children(document: Document) -> Mapping[str, list[str]]:
    """Return the schemas that extend a schema with a discriminator: a value of its type may be one of theirs."""
    children: dict[str, list[str]] = {}
    schemas = document.find("/components/schemas")
    for _, schema in schemas.items() if schemas is not None else ():
        parts = schema.get("allOf")
        for part in parts.elements() if parts is not None else ():
            parent = part.find_target() if part.ref is not None else None
            if parent is not None and "discriminator" in parent:
                children.setdefault(_component(parent.pointer), []).append(schema.pointer)
    return children


def _references(node: Node) -> Iterator[Node]:
    """Yield every part that refers to another one: those with `$ref`, and the entries of discriminators."""
    pending = [node]
    while pending:
        part = pending.pop()
        if part.ref is not None:
            yield part
        if (discriminator := part.get("discriminator")) is not None and discriminator.is_mapping:
            yield from mapping_entries(discriminator)
        pending += [member for _, member in part.items()]
        pending += part.elements()


def _find_target(before: Document, document: Document, reference: Node) -> str | None:
    """Return the pointer of the component that a reference leads to; None if it leads to something else.

    Raises:
        UnusableInput: it leads into an operation that is left out.
    """
    if reference.ref is None:  # an entry of a discriminator: a reference, or the name of a schema
        text = str(reference.value)
        target = document.find(json_pointer.join("/components/schemas", text)) or document.find_target(text)
        return _component(target.pointer) if target is not None else None
    if (target := reference.find_target()) is not None:
        return _component(target.pointer)
    if (previous := before.find_target(reference.ref)) is not None:
        message = f"{reference.ref!r} is part of an operation that is left out, at {previous.location}"
        raise UnusableInput(reference.problem(message, rule=_RULE, hint="include that operation too"))
    return None


def _component(pointer: str) -> str:
    return "/".join(pointer.split("/")[: _COMPONENT_DEPTH + 1])


# ---------------------------------------------------------------- numbers
def _with_decimals(document: Document) -> Document:
    """Return the document with the format `decimal` for every number that has none."""
    pointers = {node.pointer for kind, node in find_objects(document) if kind == "schema" and _is_plain_number(node)}
    value = _with_format(document.value, "", pointers)
    return replace(document, value=value) if isinstance(value, dict) else document


def _is_plain_number(schema: Node) -> bool:
    if not isinstance(schema.value, dict) or "format" in schema:
        return False
    types = schema.value.get("type")
    return types == "number" or (isinstance(types, list) and "number" in types)


def _with_format(value: Json, pointer: str, pointers: set[str]) -> Json:
    if isinstance(value, list):
        return [_with_format(each, f"{pointer}/{index}", pointers) for index, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    changed = {key: _with_format(each, json_pointer.join(pointer, key), pointers) for key, each in value.items()}
    return {**changed, "format": "decimal"} if pointer in pointers else changed

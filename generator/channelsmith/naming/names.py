"""Every Python name of a package, given in one pass over the whole API.

A name depends on the thing itself, never on its neighbours' order: candidates go from the most pleasant to the most
specific, everyone who wants the same word moves on to the next candidate together, and only what still collides at the
end is told apart by a digest of its own identity. A name that was given before stays; what is new makes way for it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from channelsmith import ir
from channelsmith.document import Document
from channelsmith.ir.media_types import MediaFamily, classify_media
from channelsmith.naming.client_options import reserved_arguments
from channelsmith.naming.disambiguate import unique
from channelsmith.naming.identifiers import MAX_LENGTH, constant, is_version, kept_pascal, pascal, snake, spoken
from channelsmith.naming.reserved import (
    ARGUMENTS,
    ATTRIBUTES,
    CLASSES,
    METHODS,
    MODULES,
    RESOURCE_CLASSES,
    RESOURCES,
)
from channelsmith.naming.schema_names import schema_words

Path = tuple[str, ...]
"""The attributes that lead to a resource: ("inventories", "quantities")."""


@dataclass(frozen=True, slots=True)
class Names:
    """Name by identity: pointers for schemas and operations, (pointer, wire name) for what stands inside them."""

    classes: Mapping[str, str] = field(default_factory=dict[str, str])
    attributes: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    members: Mapping[tuple[str, ir.JsonScalar], str] = field(default_factory=dict[tuple[str, ir.JsonScalar], str])
    resources: Mapping[str, Path] = field(default_factory=dict[str, Path])  # by operation
    modules: Mapping[Path, str] = field(default_factory=dict[Path, str])
    resource_classes: Mapping[Path, str] = field(default_factory=dict[Path, str])
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    extras: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """Further methods that were named before: (operation pointer, role) -> name."""
    arguments: Mapping[tuple[str, str, str], str] = field(default_factory=dict[tuple[str, str, str], str])
    """(operation pointer, location or "body", wire name) -> name."""
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])  # credential -> constructor argument
    variables: Mapping[str, str] = field(default_factory=dict[str, str])  # server variable -> constructor argument


def build_names(
    api: ir.Api,
    document: Document,
    *,
    client: str = "",
    pinned: Names | None = None,
    identity: Callable[[str], str] = str,
) -> Names:
    """Names everything of `api` that becomes Python.

    Args:
        api: what is to be named.
        document: the document of the API.
        client: the client's class, which no resource's may be called.
        pinned: names given before, for what is still there; they stay.
        identity: what a pointer leads to, said so that the order of lists does not matter.
    """
    before = pinned or Names()
    resources = _resources(api, before)
    paths = {path[:depth] for path in resources.values() for depth in range(1, len(path) + 1)}
    credentials = dict.fromkeys(each for scheme in api.schemes for _, each in scheme.roles)
    variables = dict.fromkeys(variable.name for server in api.servers for variable in server.variables)
    constructor = unique(
        {("credential", key): _option_words(key, "credential", "{}_secret") for key in credentials}
        | {("variable", key): _option_words(key, "variable", "server_{}") for key in variables},
        taken=reserved_arguments(),
        pinned={("credential", key): word for key, word in before.credentials.items()}
        | {("variable", key): word for key, word in before.variables.items()},
    )
    return Names(
        classes=_classes(api, document, before, identity),
        attributes=_attributes(api, before),
        members=_members(api, before),
        resources=resources,
        modules=unique({path: _module_words(path) for path in sorted(paths)}, taken=MODULES, pinned=before.modules),
        resource_classes=_resource_classes(paths, client, before),
        methods=_methods(api, resources, before, identity),
        extras=before.extras,
        arguments=_arguments(api, before),
        credentials={key: constructor["credential", key] for key in credentials},
        variables={key: constructor["variable", key] for key in variables},
    )


def _option_words(text: str, fallback: str, second: str) -> tuple[str, str]:
    word = snake(text, fallback=fallback)
    return (word, second.format(word.strip("_")))


def _classes(api: ir.Api, document: Document, before: Names, identity: Callable[[str], str]) -> dict[str, str]:
    identities = {schema.pointer: identity(schema.pointer) for schema in api.schemas}
    wanted: dict[str, Sequence[str]] = {}
    for schema in api.schemas:
        same = identities[schema.pointer]
        words = schema_words(document, schema.pointer)
        own = kept_pascal(words[0]) if len(words) == 1 else pascal(words)
        whole = own if len(words) == 1 else pascal(words, once=False)
        wanted[same] = (own, whole, f"{own}Model", pascal(re.split(r"[/#]", same)))
    pinned = {identities[key]: word for key, word in before.classes.items() if key in identities}
    given = unique(wanted, taken=CLASSES, pinned=pinned)
    return {pointer: given[same] for pointer, same in identities.items()}


def _attributes(api: ir.Api, before: Names) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.ObjectSchema):
            wanted = {prop.name: _field_words(prop.name) for prop in schema.properties}
            pinned = {
                key: before.attributes[at] for key in wanted if (at := (schema.pointer, key)) in before.attributes
            }
            given = unique(wanted, taken=ATTRIBUTES, pinned=pinned)
            found |= {(schema.pointer, key): word for key, word in given.items()}
    return found


def _field_words(wire: str) -> tuple[str, ...]:
    word = snake(wire, fallback="field")
    return (word, f"{word.rstrip('_')}_", f"{word.rstrip('_')}_field")


def _members(api: ir.Api, before: Names) -> dict[tuple[str, ir.JsonScalar], str]:
    found: dict[tuple[str, ir.JsonScalar], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.EnumSchema):
            wanted = {value: (constant(str(value)), f"{constant(str(value))}_") for value in schema.values}
            pinned = {key: before.members[at] for key in wanted if (at := (schema.pointer, key)) in before.members}
            given = unique(wanted, pinned=pinned)
            found |= {(schema.pointer, value): given[value] for value in schema.values}
    return found


def _resources(api: ir.Api, before: Names) -> dict[str, Path]:
    """Where each operation is found. A part of the way that is new makes way for a method that was named before."""
    kept = {op.pointer: before.resources[op.pointer] for op in api.operations if op.pointer in before.resources}
    methods = {(path, before.methods.get(pointer, "")) for pointer, path in kept.items()}
    methods |= {(kept[pointer], word) for (pointer, _), word in before.extras.items() if pointer in kept}
    found: dict[str, Path] = {}
    for op in api.operations:
        path: Path = ()
        for word in kept.get(op.pointer) or _resource_path(api, op):
            while (path, word) in methods:
                word += "_"  # noqa: PLW2901 -- the word itself is what changes
            path = (*path, word)
        found[op.pointer] = path
    return found


def _resource_path(api: ir.Api, operation: ir.Operation) -> Path:
    said = operation.resource or next((tag.resource for tag in api.tags if tag.name == operation.tag), "")
    if said:
        return tuple(_resource_word(part) for part in said.split("."))
    if operation.tag:
        return (_resource_word(operation.tag),)
    static = [part for part in operation.path.split("/") if part and "{" not in part and not is_version(part)]
    return (_resource_word(static[0] if static else "root"),)


def _resource_word(text: str) -> str:
    word = snake(text, fallback="resource")
    return f"{word}_" if word in RESOURCES else word


def _module_words(path: Path) -> tuple[str, ...]:
    words = ("_".join(path), "__".join(path), f"{'_'.join(path)}_resource")
    return tuple(word[: 2 * MAX_LENGTH] for word in words)  # the name of a file has at most 255 bytes


def _resource_classes(paths: Iterable[Path], client: str, before: Names) -> dict[Path, str]:
    """The class of each resource path, none of them the client's."""
    words = {path: pascal(path, fallback="Resource") for path in sorted(paths)}
    kept = set(before.resource_classes.values())
    taken = {client, f"Async{client}", f"Raw{client}", f"AsyncRaw{client}"}
    taken |= {f"Async{word}" for word in words.values()}
    wanted = {
        path: (word, f"{word}Resource") if f"Async{word}" not in kept else (f"{word}Resource",)
        for path, word in words.items()
    }
    return unique(wanted, taken=RESOURCE_CLASSES | taken, pinned=before.resource_classes)


def _methods(
    api: ir.Api, resources: Mapping[str, Path], before: Names, identity: Callable[[str], str]
) -> dict[str, str]:
    by_resource: dict[Path, dict[str, Sequence[str]]] = defaultdict(dict)
    taken: dict[Path, set[str]] = defaultdict(set)
    for path in resources.values():
        for depth in range(1, len(path)):
            taken[path[:depth]].add(path[depth])
    for (pointer, _), word in before.extras.items():
        if pointer in resources:
            taken[resources[pointer]].add(word)
    for op in api.operations:
        said = op.method_name or op.id or f"{op.method} {spoken(op.path)}"
        own = snake(said, fallback="call")
        by_path = snake(f"{op.method} {spoken(op.path, whole=True)}", fallback="call")
        by_resource[resources[op.pointer]][identity(op.pointer)] = (
            own,
            f"{own.rstrip('_')}_{op.method.lower()}",
            by_path,
        )
    pinned = {identity(pointer): word for pointer, word in before.methods.items()}
    given: dict[str, str] = {}
    for path, wanted in by_resource.items():
        given |= unique(wanted, taken=METHODS | taken[path], pinned=pinned)
    return {op.pointer: given[identity(op.pointer)] for op in api.operations}


def _arguments(api: ir.Api, before: Names) -> dict[tuple[str, str, str], str]:
    schemas = {schema.pointer: schema for schema in api.schemas}
    kept: dict[str, set[str]] = defaultdict(set)
    for (pointer, _, _), word in before.arguments.items():
        kept[pointer].add(word)
    found: dict[tuple[str, str, str], str] = {}
    for op in api.operations:
        taken = ARGUMENTS | kept[op.pointer]
        for location in ir.Location:  # what is named first keeps its plain word: the `id` of the path, not of the body
            here = {each.name: each.spoken or each.name for each in op.parameters if each.location == location}
            words = {key: _argument_words(spoken, "value", location.value) for key, spoken in here.items()}
            given = _inside(op.pointer, location.value, words, taken, before)
            found |= given
            taken |= set(given.values())
        fields = {each.name: _argument_words(each.name, "field", "field") for each in body_properties(op, schemas)}
        found |= _inside(op.pointer, "body", fields, taken, before)
    return found


def _inside(
    pointer: str, location: str, words: Mapping[str, Sequence[str]], taken: Iterable[str], before: Names
) -> dict[tuple[str, str, str], str]:
    """The arguments of one location of an operation."""
    pinned = {wire: before.arguments[key] for wire in words if (key := (pointer, location, wire)) in before.arguments}
    given = unique(words, taken=taken, pinned=pinned)
    return {(pointer, location, wire): word for wire, word in given.items()}


def _argument_words(wire: str, fallback: str, suffix: str) -> tuple[str, str]:
    word = snake(wire, fallback=fallback)
    return (word, f"{word.rstrip('_')}_{suffix}")


def body_properties(operation: ir.Operation, schemas: Mapping[str, ir.Schema]) -> tuple[ir.Property, ...]:
    """The properties that become flat keyword arguments: those of the first representation, where it is an object."""
    if operation.body is None or not operation.body.media:
        return ()
    first = operation.body.media[0]
    found = schemas.get(first.type.pointer) if isinstance(first.type, ir.Named) else None
    if not isinstance(found, ir.ObjectSchema) or classify_media(first) > MediaFamily.MULTIPART:
        return ()
    return tuple(prop for prop in found.properties if not prop.read_only)

"""The Python names of a package, chosen in one pass over the whole API.

A name depends on the thing itself and never on the order of its neighbours; `disambiguate` describes how collisions are
resolved. A name that was chosen before stays, and new names give way to it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypedDict, Unpack

from channelsmith import ir
from channelsmith.document import Document
from channelsmith.ir.media_family import MediaFamily, classify_media
from channelsmith.naming.client_options import reserved_arguments
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.identifiers import (
    MAX_LENGTH,
    describe_path,
    is_constant_name,
    is_version_segment,
    keep_class_name,
    to_ascii,
    to_class_name,
    to_constant_name,
    to_snake_case,
)
from channelsmith.naming.method_names import MethodNames, method_words
from channelsmith.naming.reserved import (
    ARGUMENTS,
    ATTRIBUTES,
    CLASSES,
    METHODS,
    MODULES,
    RESOURCE_CLASSES,
    RESOURCES,
    WARNED_ATTRIBUTES,
)
from channelsmith.naming.schema_names import schema_words
from channelsmith.naming.stable_id import StableIds

Path: TypeAlias = tuple[str, ...]
"""The attributes that lead to a resource: ("inventories", "quantities")."""

_Spelling: TypeAlias = Callable[[str], str]
"""How a text is written before it becomes a name: unchanged, or transliterated."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names: by pointer for schemas and operations, by (pointer, wire name) for their parts."""

    classes: Mapping[str, str] = field(default_factory=dict[str, str])
    attributes: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    members: Mapping[tuple[str, ir.JsonScalar], str] = field(default_factory=dict[tuple[str, ir.JsonScalar], str])
    resources: Mapping[str, Path] = field(default_factory=dict[str, Path])  # by operation
    modules: Mapping[Path, str] = field(default_factory=dict[Path, str])
    resource_classes: Mapping[Path, str] = field(default_factory=dict[Path, str])
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    extras: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """The names of further methods that were chosen before: (operation pointer, role) -> name."""
    arguments: Mapping[tuple[str, str, str], str] = field(default_factory=dict[tuple[str, str, str], str])
    """(operation pointer, location or "body", wire name) -> name."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """The former names of methods, which are deprecated: operation pointer -> names."""
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])  # credential -> constructor argument
    variables: Mapping[str, str] = field(default_factory=dict[str, str])  # server variable -> constructor argument


class NamingOptions(TypedDict, total=False):
    """How names are chosen.

    Attributes:
        ascii_only: whether the names of other scripts are transliterated.
        method_names: how methods are named that had no name before.
        rename_methods: whether methods that had another name before get this one, and the other one as an alias.
    """

    ascii_only: bool
    method_names: MethodNames
    rename_methods: bool


def build_names(
    api: ir.Api,
    document: Document,
    *,
    client: str = "",
    kept: Names | None = None,
    **options: Unpack[NamingOptions],
) -> Names:
    """Choose the names of everything in `api` that becomes Python.

    Args:
        api: the API to name.
        document: the document of the API.
        client: the name of the client class, which no resource gets.
        kept: the names chosen before, which stay if what they name still exists.
        options: see `NamingOptions`.
    """
    kept = kept or Names()
    ids = StableIds(document)
    spell = to_ascii if options.get("ascii_only") else str
    method_names = options.get("method_names", "operationId")
    resources = _name_resources(api, kept, spell, use_tags=method_names == "operationId" or not _is_tag_empty(api))
    paths = sorted({path[:depth] for path in resources.values() for depth in range(1, len(path) + 1)})
    modules = {path: _module_candidates(path) for path in paths}
    credentials, variables = _name_constructor_arguments(api, kept)
    words = method_words(api, resources, method_names)
    previous = replace(kept, methods={}, aliases={}) if options.get("rename_methods") else kept
    methods = _name_methods(api, resources, previous, ids, words=words, spell=spell)
    return Names(
        classes=_name_classes(api, document, kept, ids, spell),
        attributes=_name_attributes(api, kept, spell),
        members=_name_members(api, kept, spell),
        resources=resources,
        modules=choose_names(modules, taken=MODULES, kept=kept.modules),
        resource_classes=_name_resource_classes(paths, client, kept),
        methods=methods,
        aliases=_former_names(methods, resources, kept),
        extras=kept.extras,
        arguments=_name_arguments(api, kept, spell),
        credentials=credentials,
        variables=variables,
    )


def _name_constructor_arguments(api: ir.Api, kept: Names) -> tuple[dict[str, str], dict[str, str]]:
    """Name the arguments for credentials and for server variables, in ASCII as their environment variables."""
    credentials = dict.fromkeys(name for scheme in api.schemes for _, name in scheme.roles)
    variables = dict.fromkeys(variable.name for server in api.servers for variable in server.variables)
    candidates = {
        **{("credential", key): _with_alternative(to_ascii(key), "credential", "{}_secret") for key in credentials},
        **{("variable", key): _with_alternative(to_ascii(key), "variable", "server_{}") for key in variables},
    }
    kept_names = {
        **{("credential", key): name for key, name in kept.credentials.items()},
        **{("variable", key): name for key, name in kept.variables.items()},
    }
    names = choose_names(candidates, taken=reserved_arguments(), kept=kept_names)
    return {key: names["credential", key] for key in credentials}, {key: names["variable", key] for key in variables}


def _with_alternative(text: str, fallback: str, alternative: str) -> tuple[str, str, str]:
    """Return the candidates for an argument: the name, the alternative, and the name again, to be numbered."""
    name = to_snake_case(text, fallback=fallback)
    return (name, alternative.format(name.strip("_")), name)


def _choose_in(
    scope: tuple[str, ...], candidates: Mapping[Any, Sequence[str]], kept: Mapping[Any, str], taken: Iterable[str] = ()
) -> dict[Any, str]:
    """Choose names within a scope; the keys of `kept` and of the result start with the scope."""
    kept_here = {key: kept[*scope, key] for key in candidates if (*scope, key) in kept}
    return {(*scope, key): name for key, name in choose_names(candidates, taken=taken, kept=kept_here).items()}


# ---------------------------------------------------------------- schemas
def _name_classes(api: ir.Api, document: Document, kept: Names, ids: StableIds, spell: _Spelling) -> dict[str, str]:
    by_pointer = {schema.pointer: ids[schema.pointer] for schema in api.schemas}
    candidates: dict[str, Sequence[str]] = {}
    for pointer, stable_id in by_pointer.items():
        words = tuple(map(spell, schema_words(document, pointer)))
        name = keep_class_name(words[0]) if len(words) == 1 else to_class_name(words)
        complete = name if len(words) == 1 else to_class_name(words, without_repeats=False)
        is_component = len(words) == 1  # its name says all that its location does
        last = name if is_component else to_class_name(map(spell, re.split(r"[/#]", stable_id)))
        candidates[stable_id] = (name, complete, f"{name}Model", last)
    kept_names = {by_pointer[pointer]: name for pointer, name in kept.classes.items() if pointer in by_pointer}
    names = choose_names(candidates, taken=CLASSES, kept=kept_names)
    return {pointer: names[stable_id] for pointer, stable_id in by_pointer.items()}


def _name_attributes(api: ir.Api, kept: Names, spell: _Spelling) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    taken = ATTRIBUTES | WARNED_ATTRIBUTES
    for schema in api.schemas:
        if isinstance(schema, ir.ObjectSchema):
            candidates: dict[str, Sequence[str]] = {}
            for prop in schema.properties:
                name = to_snake_case(spell(prop.name), fallback="field")
                candidates[prop.name] = (f"{name}_" if name in taken else name,)
            names |= _choose_in((schema.pointer,), candidates, kept.attributes, taken)
    return names


def _name_members(api: ir.Api, kept: Names, spell: _Spelling) -> dict[tuple[str, ir.JsonScalar], str]:
    names: dict[tuple[str, ir.JsonScalar], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.EnumSchema):
            texts = [spell(text) for text in schema.names or map(str, schema.values)]
            is_kept = bool(schema.names) and all(map(is_constant_name, texts))
            members = texts if is_kept else map(to_constant_name, texts)
            candidates = {value: (name,) for value, name in zip(schema.values, members, strict=True)}
            names |= _choose_in((schema.pointer,), candidates, kept.members)
    return names


# ---------------------------------------------------------------- resources
def _is_tag_empty(api: ir.Api) -> bool:
    """Whether all operations have one tag that is a version or `api`: drf-spectacular takes it from the paths."""
    tags = {operation.tag for operation in api.operations}
    return len(tags) == 1 and is_version_segment(next(iter(tags)))


def _name_resources(api: ir.Api, kept: Names, spell: _Spelling, *, use_tags: bool) -> dict[str, Path]:
    """Choose the resource of each operation; a new attribute gives way to a method that was named before."""
    kept_paths = {op.pointer: kept.resources[op.pointer] for op in api.operations if op.pointer in kept.resources}
    methods = {(path, kept.methods.get(pointer, "")) for pointer, path in kept_paths.items()}
    methods |= {(kept_paths[pointer], name) for (pointer, _), name in kept.extras.items() if pointer in kept_paths}
    wanted = {op.pointer: _resource_path(api, op, use_tags=use_tags) for op in api.operations}
    attributes = _name_resource_attributes(wanted, kept_paths, spell)
    resources: dict[str, Path] = {}
    for pointer, parts in wanted.items():
        path: Path = ()
        for attribute in kept_paths.get(pointer) or (attributes[part] for part in parts):
            name = attribute
            while (path, name) in methods:
                name += "_"
            path = (*path, name)
        resources[pointer] = path
    return resources


def _name_resource_attributes(
    wanted: Mapping[str, Path], kept_paths: Mapping[str, Path], spell: _Spelling
) -> dict[str, str]:
    """Choose the attribute of each part of a path; parts that differ stay apart where they are spelled alike."""
    names = {part: to_snake_case(spell(part), fallback="resource") for path in wanted.values() for part in path}
    kept = {
        part: attribute
        for pointer, path in kept_paths.items()
        for part, attribute in zip(wanted[pointer], path, strict=False)
        if re.fullmatch(rf"{names[part]}_?\d*", attribute)
    }
    candidates = {part: (f"{name}_" if name in RESOURCES else name,) for part, name in names.items()}
    return choose_names(candidates, taken=RESOURCES, kept=kept)


def _resource_path(api: ir.Api, operation: ir.Operation, *, use_tags: bool) -> Path:
    """Return the words that a document has for a resource; tags that differ in case only are the same."""
    declared = operation.resource or next((tag.resource for tag in api.tags if tag.name == operation.tag), "")
    if declared:
        parts = declared.split(".")
    elif operation.tag and use_tags:
        parts = _with_parents(api, operation.tag)
    else:
        segments = [part for part in operation.path.split("/") if part and "{" not in part]
        parts = [next((part for part in segments if not is_version_segment(part)), "root")]
    return tuple(to_snake_case(part, fallback="resource") for part in parts)


def _with_parents(api: ir.Api, tag: str) -> list[str]:
    """Return a tag after those that contain it, the outermost first."""
    parents = {each.name: each.parent for each in api.tags}
    parts = [tag]
    while (parent := parents.get(parts[0])) and parent not in parts:
        parts.insert(0, parent)
    return parts


def _module_candidates(path: Path) -> tuple[str, ...]:
    """Return the possible names of a module, in ASCII as file names are on every system."""
    words = [part if part.isascii() else to_snake_case(to_ascii(part), fallback="resource") for part in path]
    name = "_".join(words)
    names = (name, "__".join(words), f"{name}_resource", name)
    return tuple(name[: 2 * MAX_LENGTH] for name in names)  # a file name has at most 255 bytes


def _name_resource_classes(paths: Iterable[Path], client: str, kept: Names) -> dict[Path, str]:
    names = {path: to_class_name(path, fallback="Resource") for path in paths}
    kept_names = set(kept.resource_classes.values())
    taken = {client, f"Async{client}", f"Raw{client}", f"AsyncRaw{client}"}
    taken |= {f"Async{name}" for name in names.values()}
    candidates = {
        path: (name, f"{name}Resource") if f"Async{name}" not in kept_names else (f"{name}Resource",)
        for path, name in names.items()
    }
    return choose_names(candidates, taken=RESOURCE_CLASSES | taken, kept=kept.resource_classes)


def _name_methods(
    api: ir.Api,
    resources: Mapping[str, Path],
    kept: Names,
    ids: StableIds,
    *,
    words: Mapping[str, Sequence[str]],
    spell: _Spelling,
) -> dict[str, str]:
    taken: dict[Path, set[str]] = defaultdict(set)
    for path in resources.values():
        for depth in range(1, len(path)):
            taken[path[:depth]].add(path[depth])
    for (pointer, _), name in kept.extras.items():
        if pointer in resources:
            taken[resources[pointer]].add(name)
    for pointer, names in kept.aliases.items():
        taken[resources[pointer]].update(names)
    candidates: dict[Path, dict[str, Sequence[str]]] = defaultdict(dict)
    for op in api.operations:
        complete = op.method_name or op.id or f"{op.method} {describe_path(op.path)}"
        name = to_snake_case(spell(complete), fallback="call")
        shorter = [to_snake_case(spell(text), fallback="call") for text in words.get(op.pointer, ())]
        by_path = to_snake_case(spell(f"{op.method} {describe_path(op.path, complete=True)}"), fallback="call")
        with_method = f"{name.rstrip('_')}_{op.method.lower()}"
        candidates[resources[op.pointer]][ids[op.pointer]] = (
            *(each for each in dict.fromkeys(shorter) if each != name),
            *(name, with_method, by_path),
        )
    kept_names = {ids[pointer]: name for pointer, name in kept.methods.items()}
    chosen: dict[str, str] = {}
    for path, in_resource in candidates.items():
        chosen |= choose_names(in_resource, taken=METHODS | taken[path], kept=kept_names)
    return {op.pointer: chosen[ids[op.pointer]] for op in api.operations}


def _former_names(methods: Mapping[str, str], resources: Mapping[str, Path], kept: Names) -> dict[str, tuple[str, ...]]:
    """Return the aliases of each method: those that it had, and the name that it had if that has changed."""
    used = {(resources[pointer], name) for pointer, name in methods.items()}
    former: dict[str, tuple[str, ...]] = {}
    for pointer, name in methods.items():
        names = (*kept.aliases.get(pointer, ()), kept.methods.get(pointer, name))
        former[pointer] = tuple(dict.fromkeys(each for each in names if (resources[pointer], each) not in used))
    return {pointer: names for pointer, names in former.items() if names}


# ---------------------------------------------------------------- arguments
def _name_arguments(api: ir.Api, kept: Names, spell: _Spelling) -> dict[tuple[str, str, str], str]:
    schemas = {schema.pointer: schema for schema in api.schemas}
    kept_names: dict[str, set[str]] = defaultdict(set)
    for (pointer, _, _), name in kept.arguments.items():
        kept_names[pointer].add(name)
    names: dict[tuple[str, str, str], str] = {}
    for op in api.operations:
        taken = ARGUMENTS | kept_names[op.pointer]
        for location in ir.Location:  # earlier locations get the plain name: `id` of the path, not of the body
            candidates = {
                each.name: _with_alternative(spell(each.argument or each.name), "value", f"{{}}_{location.value}")
                for each in op.parameters
                if each.location == location
            }
            chosen = _choose_in((op.pointer, location.value), candidates, kept.arguments, taken)
            names |= chosen
            taken |= set(chosen.values())
        fields = {
            each.name: _with_alternative(spell(each.name), "field", "{}_field") for each in body_properties(op, schemas)
        }
        names |= _choose_in((op.pointer, "body"), fields, kept.arguments, taken)
    return names


def body_properties(operation: ir.Operation, schemas: Mapping[str, ir.Schema]) -> tuple[ir.Property, ...]:
    """Return the properties that become keyword arguments: those of the first representation, if it is an object."""
    if operation.body is None or not operation.body.media:
        return ()
    first = operation.body.media[0]
    schema = schemas.get(first.type.pointer) if isinstance(first.type, ir.Ref) else None
    if not isinstance(schema, ir.ObjectSchema) or classify_media(first) > MediaFamily.MULTIPART:
        return ()
    return tuple(prop for prop in schema.properties if not prop.read_only)

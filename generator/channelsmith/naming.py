"""Every Python name of a package, given in one pass over the whole API.

A name depends on the thing itself, never on its neighbours' order: candidates go from the most pleasant to the most
specific, everyone who wants the same word moves on to the next candidate together, and only what still collides at the
end is told apart by a digest of its own pointer.
"""

import builtins
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.words import constant, kept_pascal, pascal, snake, split

# What a models module imports or inherits, and so can not be a class, attribute or member of its own.
_CLASSES = frozenset(
    ["Annotated", "Any", "AwareDatetime", "Base64Str", "CalendarDate", "Decimal", "DecimalString", "Enum", "Field", "IntEnum", "List", "Literal", "Model", "Optional", "StrEnum", "Timestamp", "TypeAliasType", "UUID", "Union"]
) | frozenset(name for name in dir(builtins) if name[0].isupper())
_ATTRIBUTES = frozenset(
    ["copy", "dict", "json", "schema", "validate", "construct", "parse_obj", "parse_raw", "parse_file", "from_orm", "update_forward_refs", "schema_json", "to_wire", "self", "cls"]
) | frozenset(
    name for name in dir(builtins) if name in {"list", "dict", "int", "str", "bool", "float", "bytes", "type"}
)
_MEMBERS = frozenset({"mro", "name", "value", "NAME", "VALUE"})
_ARGUMENTS = frozenset({"self", "body", "cls", "endpoints", "flat_body"})
_METHODS = frozenset({"self", "models", "endpoints", "date", "datetime", "builtins"})
_RESOURCES = frozenset(
    ["send", "close", "aclose", "fetch", "resolve", "with_options", "with_raw_response", "base_url", "api", "headers"]
)


@dataclass(frozen=True, slots=True)
class Names:
    """Name by identity: pointers for schemas and operations, (pointer, wire name) for what stands inside them."""

    classes: Mapping[str, str]
    attributes: Mapping[tuple[str, str], str]
    members: Mapping[tuple[str, str | int], str]
    resources: Mapping[
        str, tuple[str, ...]
    ]  # operation pointer -> resource path, ("inventories", "quantities")
    methods: Mapping[str, str]
    arguments: Mapping[tuple[str, str, str], str]  # (operation pointer, location or "body", wire name)
    credentials: Mapping[str, str]  # credential -> constructor argument
    variables: Mapping[str, str]  # server variable -> constructor argument


def name(api: ir.Api) -> Names:
    """Names everything of `api` that becomes Python."""
    resources = {op.pointer: _resource_path(api, op) for op in api.operations}
    credentials = dict.fromkeys(scheme.credential for scheme in api.schemes)
    variables = dict.fromkeys(variable.name for server in api.servers for variable in server.variables)
    constructor = unique(
        {("credential", key): (snake(key, fallback="credential"),) for key in credentials}
        | {("variable", key): (snake(key), f"server_{snake(key)}") for key in variables},
        taken=frozenset(
            {"auth", "base_url", "timeout", "max_retries", "headers", "strict", "on_drift", "http_client"}
        ),
    )
    return Names(
        classes=_classes(api),
        attributes=_attributes(api),
        members=_members(api),
        resources=resources,
        methods=_methods(api, resources),
        arguments=_arguments(api),
        credentials={key: constructor["credential", key] for key in credentials},
        variables={key: constructor["variable", key] for key in variables},
    )


def unique(wanted: Mapping[object, Sequence[str]], *, taken: Iterable[str] = ()) -> dict[object, str]:
    """One name for each key from its candidates, best first; keys that want the same word all take their next one."""
    reserved = {word.casefold() for word in taken}
    rank = dict.fromkeys(wanted, 0)
    while True:
        claims: dict[str, list[object]] = defaultdict(list)
        for key in wanted:
            claims[_candidate(key, wanted[key], rank[key]).casefold()].append(key)
        moved = False
        for word, keys in claims.items():
            if word not in reserved and len(keys) == 1:
                continue
            for key in _losers(keys, wanted, rank, kept=word not in reserved):
                rank[key] += 1
                moved = True
        if not moved:
            return {key: _candidate(key, wanted[key], rank[key]) for key in wanted}


def _losers(
    keys: Sequence[object], wanted: Mapping[object, Sequence[str]], rank: Mapping[object, int], *, kept: bool
) -> list[object]:
    # A first choice that is spelled exactly as in the document outranks what was merely derived to the same word.
    if kept:
        first = [key for key in keys if rank[key] == 0 and str(_last(key)) == wanted[key][0]]
        if len(first) == 1:
            return [key for key in keys if key is not first[0]]
    return list(keys)


def _last(key: object) -> object:
    return key[-1] if isinstance(key, tuple) else str(key).rsplit("/", 1)[-1]


def _candidate(key: object, choices: Sequence[str], rank: int) -> str:
    if rank < len(choices):
        return choices[rank]
    digest = hashlib.sha256(repr(key).encode()).hexdigest()
    joint = "" if choices[-1][:1].isupper() and "_" not in choices[-1] else "_"  # class names have no underscores
    return f"{choices[-1]}{joint}{digest[: 4 + 2 * (rank - len(choices))]}"


def _classes(api: ir.Api) -> dict[str, str]:
    wanted: dict[object, Sequence[str]] = {}
    for schema in api.schemas:
        own = kept_pascal(schema.hint[0]) if len(schema.hint) == 1 else pascal(schema.hint)
        wanted[schema.pointer] = (own, f"{own}Model", pascal(re.split(r"[/#]", schema.pointer)))
    return {str(key): word for key, word in unique(wanted, taken=_CLASSES).items()}


def _attributes(api: ir.Api) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.ObjectSchema):
            wanted = {prop.name: _field_words(prop.name) for prop in schema.properties}
            given = unique(wanted, taken=_ATTRIBUTES)
            found |= {(schema.pointer, str(key)): word for key, word in given.items()}
    return found


def _field_words(wire: str) -> tuple[str, ...]:
    word = snake(wire, fallback="field")
    if word.startswith("model_"):  # pydantic's own namespace
        return (f"{word}_", f"{word}_field")
    return (word, f"{word}_", f"{word}_field")


def _members(api: ir.Api) -> dict[tuple[str, str | int], str]:
    found: dict[tuple[str, str | int], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.EnumSchema):
            wanted = {value: (constant(str(value)), f"{constant(str(value))}_") for value in schema.values}
            given = unique(wanted, taken=_MEMBERS)
            found |= {(schema.pointer, value): given[value] for value in schema.values}
    return found


def _resource_path(api: ir.Api, operation: ir.Operation) -> tuple[str, ...]:
    said = operation.resource or next((tag.resource for tag in api.tags if tag.name == operation.tag), "")
    if said:
        return tuple(_resource_word(part) for part in said.split("."))
    if operation.tag:
        return (_resource_word(operation.tag),)
    static = [
        part for part in operation.path.split("/") if part and "{" not in part and not _is_version(part)
    ]
    return (_resource_word(static[0] if static else "root"),)


def _resource_word(text: str) -> str:
    word = snake(text, fallback="resource")
    return f"{word}_" if word in _RESOURCES else word


def _is_version(part: str) -> bool:
    return part.lower() in {"api", "rest"} or re.fullmatch(r"v\d+(\.\d+)*", part.lower()) is not None


def _methods(api: ir.Api, resources: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    by_resource: dict[tuple[str, ...], dict[object, Sequence[str]]] = defaultdict(dict)
    children: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in resources.values():
        for depth in range(1, len(path)):
            children[path[:depth]].add(path[depth])
    for op in api.operations:
        by_path = snake(f"{op.method} {_spoken_path(op.path)}", fallback="call")
        own = op.method_name or (snake(op.id, fallback="call") if op.id else by_path)
        by_resource[resources[op.pointer]][op.pointer] = (own, f"{own}_{op.method.lower()}", by_path)
    found: dict[str, str] = {}
    for path, wanted in by_resource.items():
        given = unique(wanted, taken=_METHODS | children[path])
        found |= {str(key): word for key, word in given.items()}
    return found


def _spoken_path(path: str) -> str:
    return re.sub(r"\{([^}]*)\}", r" by \1 ", path)


def _arguments(api: ir.Api) -> dict[tuple[str, str, str], str]:
    objects = {schema.pointer: schema for schema in api.schemas if isinstance(schema, ir.ObjectSchema)}
    found: dict[tuple[str, str, str], str] = {}
    for op in api.operations:
        wanted: dict[object, Sequence[str]] = {}
        for parameter in op.parameters:
            word = snake(parameter.name, fallback="value")
            wanted[op.pointer, parameter.location.value, parameter.name] = (
                word,
                f"{word}_{parameter.location.value}",
            )
        for prop in body_properties(op, objects):
            word = snake(prop.name, fallback="field")
            wanted[op.pointer, "body", prop.name] = (word, f"{word}_field")
        for key, word in unique(wanted, taken=_ARGUMENTS).items():
            assert isinstance(key, tuple)
            found[key[0], key[1], key[2]] = word
    return found


def body_properties(
    operation: ir.Operation, objects: Mapping[str, ir.ObjectSchema]
) -> tuple[ir.Property, ...]:
    """The properties that become flat keyword arguments: those of the first representation, where it is an object."""
    if operation.body is None or not operation.body.media:
        return ()
    kind = operation.body.media[0].type
    if not isinstance(kind, ir.Named) or kind.pointer not in objects:
        return ()
    return tuple(prop for prop in objects[kind.pointer].properties if not prop.read_only)


__all__ = ["Names", "body_properties", "name", "split", "unique"]

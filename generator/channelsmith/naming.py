"""Every Python name of a package, given in one pass over the whole API.

A name depends on the thing itself, never on its neighbours' order: candidates go from the most pleasant to the most
specific, everyone who wants the same word moves on to the next candidate together, and only what still collides at the
end is told apart by a digest of its own pointer.
"""

import builtins
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.media import Kind, kind_of
from channelsmith.unique import unique
from channelsmith.words import constant, is_version, kept_pascal, pascal, snake, spoken

# What a models module imports or inherits, and so can not be a class, attribute or member of its own.
_CLASSES = frozenset(
    [
        "Annotated",
        "Any",
        "AwareDatetime",
        "Base64Str",
        "CalendarDate",
        "Decimal",
        "DecimalString",
        "Enum",
        "Field",
        "IntEnum",
        "List",
        "Literal",
        "Model",
        "Optional",
        "StrEnum",
        "Timestamp",
        "TypeAliasType",
        "UUID",
        "Union",
    ]
) | frozenset(name for name in dir(builtins) if name[0].isupper())
ATTRIBUTES = frozenset(
    [
        "copy",
        "dict",
        "json",
        "schema",
        "validate",
        "construct",
        "parse_obj",
        "parse_raw",
        "parse_file",
        "from_orm",
        "update_forward_refs",
        "schema_json",
        "to_wire",
        "self",
        "cls",
        *("list", "int", "str", "bool", "float", "bytes"),  # the annotations beside them mean the builtins
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
    ]
)
_ARGUMENTS = frozenset({"accept", "body", "cls", "endpoints", "flat_body", "media_type", "self"})
_METHODS = frozenset({"self", "models", "endpoints", "flat_body", "date", "datetime", "builtins"})
_OPTIONS = frozenset(
    [
        *("self", "auth", "base_url", "timeout", "max_retries", "max_elapsed", "headers", "strict", "on_drift"),
        *("before_request", "after_response", "rate_limits", "http_client"),
    ]
)
RESOURCES = frozenset(
    [
        "send",
        "close",
        "aclose",
        "fetch",
        "resolve",
        "with_options",
        "with_raw_response",
        "returning_raw",
        *("perform", "drive", "download", "now"),
        "base_url",
        "api",
        "headers",
        "property",
    ]
)


@dataclass(frozen=True, slots=True)
class Names:
    """Name by identity: pointers for schemas and operations, (pointer, wire name) for what stands inside them."""

    classes: Mapping[str, str]
    attributes: Mapping[tuple[str, str], str]
    members: Mapping[tuple[str, str | int], str]
    resources: Mapping[str, tuple[str, ...]]  # operation pointer -> resource path, ("inventories", "quantities")
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
        {("credential", key): _option_words(key, "credential", "{}_secret") for key in credentials}
        | {("variable", key): _option_words(key, "variable", "server_{}") for key in variables},
        taken=_OPTIONS,
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


def _option_words(text: str, fallback: str, second: str) -> tuple[str, str]:
    word = snake(text, fallback=fallback)
    return (word, second.format(word.strip("_")))


def _classes(api: ir.Api) -> dict[str, str]:
    wanted: dict[object, Sequence[str]] = {}
    for schema in api.schemas:
        own = kept_pascal(schema.hint[0]) if len(schema.hint) == 1 else pascal(schema.hint)
        whole = own if len(schema.hint) == 1 else pascal(schema.hint, once=False)
        wanted[schema.pointer] = (own, whole, f"{own}Model", pascal(re.split(r"[/#]", schema.pointer)))
    return {str(key): word for key, word in unique(wanted, taken=_CLASSES).items()}


def _attributes(api: ir.Api) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.ObjectSchema):
            wanted = {prop.name: _field_words(prop.name) for prop in schema.properties}
            given = unique(wanted, taken=ATTRIBUTES)
            found |= {(schema.pointer, str(key)): word for key, word in given.items()}
    return found


def _field_words(wire: str) -> tuple[str, ...]:
    word = snake(wire, fallback="field")
    return (word, f"{word.rstrip('_')}_", f"{word.rstrip('_')}_field")


def _members(api: ir.Api) -> dict[tuple[str, str | int], str]:
    found: dict[tuple[str, str | int], str] = {}
    for schema in api.schemas:
        if isinstance(schema, ir.EnumSchema):
            wanted = {value: (constant(str(value)), f"{constant(str(value))}_") for value in schema.values}
            given = unique(wanted)
            found |= {(schema.pointer, value): given[value] for value in schema.values}
    return found


def _resource_path(api: ir.Api, operation: ir.Operation) -> tuple[str, ...]:
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


def _methods(api: ir.Api, resources: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    by_resource: dict[tuple[str, ...], dict[object, Sequence[str]]] = defaultdict(dict)
    children: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in resources.values():
        for depth in range(1, len(path)):
            children[path[:depth]].add(path[depth])
    for op in api.operations:
        said = op.method_name or op.id or f"{op.method} {spoken(op.path)}"
        own = snake(said, fallback="call")
        by_path = snake(f"{op.method} {spoken(op.path, whole=True)}", fallback="call")
        by_resource[resources[op.pointer]][op.pointer] = (own, f"{own.rstrip('_')}_{op.method.lower()}", by_path)
    found: dict[str, str] = {}
    for path, wanted in by_resource.items():
        given = unique(wanted, taken=_METHODS | children[path])
        found |= {str(key): word for key, word in given.items()}
    return found


def _arguments(api: ir.Api) -> dict[tuple[str, str, str], str]:
    objects = {schema.pointer: schema for schema in api.schemas if isinstance(schema, ir.ObjectSchema)}
    found: dict[tuple[str, str, str], str] = {}
    for op in api.operations:
        taken = set(_ARGUMENTS)
        for location in ir.Location:  # what is named first keeps its plain word: the `id` of the path, not of the body
            here = {each.name: each.spoken or each.name for each in op.parameters if each.location == location}
            wanted = {name: _argument_words(spoken, "value", location.value) for name, spoken in here.items()}
            given = unique(wanted, taken=taken)
            found |= {(op.pointer, location.value, name): word for name, word in given.items()}
            taken |= set(given.values())
        names = [prop.name for prop in body_properties(op, objects)]
        given = unique({each: _argument_words(each, "field", "field") for each in names}, taken=taken)
        found |= {(op.pointer, "body", each): given[each] for each in names}
    return found


def _argument_words(wire: str, fallback: str, suffix: str) -> tuple[str, str]:
    word = snake(wire, fallback=fallback)
    return (word, f"{word.rstrip('_')}_{suffix}")


def body_properties(operation: ir.Operation, objects: Mapping[str, ir.ObjectSchema]) -> tuple[ir.Property, ...]:
    """The properties that become flat keyword arguments: those of the first representation, where it is an object."""
    if operation.body is None or not operation.body.media:
        return ()
    first = operation.body.media[0]
    if not isinstance(first.type, ir.Named) or first.type.pointer not in objects or kind_of(first) > Kind.MULTIPART:
        return ()
    return tuple(prop for prop in objects[first.type.pointer].properties if not prop.read_only)

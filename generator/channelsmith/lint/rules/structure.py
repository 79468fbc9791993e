"""Rules about the structure that the OpenAPI specification prescribes: types of values, and its own JSON Schema."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from channelsmith.diagnostics import Severity
from channelsmith.document import Json, Node, describe_type
from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS, METHODS
from channelsmith.lint.rules.base import Finding, LintContext, Phase, Repair, rule
from channelsmith.lint.rules.document import is_unknown_version, version_of
from channelsmith.lint.schema_errors import explain, nearest

_MAY_BE_NULL = frozenset({"paths", "components", "responses"})
_ABOUT = ("summary", "description")
_STRINGS: Mapping[str, tuple[str, ...]] = {
    "info": ("title", "version", *_ABOUT),
    "server": ("url", "description"),
    "server variable": ("default", "description"),
    "tag": ("name", "description"),
    "path item": _ABOUT,
    "operation": ("operationId", *_ABOUT),
    "parameter": ("name", "in", "style", "description"),
    "request body": ("description",),
    "response": ("description",),
    "encoding": ("contentType", "style"),
    "security scheme": ("type", "scheme", "name", "in", "description"),
    "schema": ("title", "description"),
}
"""Object kind to its string members; numbers and booleans are accepted and converted."""
_BOOLEANS: Mapping[str, tuple[str, ...]] = {
    "operation": ("deprecated",),
    "parameter": ("required", "deprecated", "explode", "allowReserved"),
    "request body": ("required",),
    "encoding": ("explode", "allowReserved"),
    "schema": ("nullable", "deprecated", "readOnly", "writeOnly"),
}
"""Object kind to its boolean members; the strings "true" and "false" are accepted too."""
_DEFAULT_INFO: dict[str, Json] = {"title": "API", "version": ""}


@rule("type", Severity.ERROR, repairs=True)
def wrong_types(context: LintContext) -> Iterator[Finding]:
    """A value has another type than the specification prescribes, or 'info' is missing."""
    root = context.document.root
    if "info" not in root:
        members = {key: node.value for key, node in root.items()}
        repair = Repair(root, {**members, "info": _DEFAULT_INFO}, "the API is called 'API'")
        yield Finding(root, "the document has no 'info'", "add 'info' with 'title' and 'version'", repair)
    for kind, node in context.all:
        fits, expected = (node.is_list, "a list") if kind[0] == "[" else (node.is_mapping, "a mapping")
        if fits:
            yield from _wrong_members(kind, node)
        elif not _is_tolerable(kind, node):
            message = f"'{node.key}' is {describe_type(node.value)}, not {expected}"
            yield Finding(node, message, _type_hint(kind, node), _type_repair(kind, node))


def _wrong_members(kind: str, node: Node) -> Iterator[Finding]:
    if kind == "schema" and (type_ := node.get("type")) is not None and not isinstance(type_.value, str | list):
        repair = Repair(type_, [], "any value is accepted here")
        yield Finding(
            type_, f"'type' is {describe_type(type_.value)}, not a string", "for example 'type: string'", repair
        )
    for key in _STRINGS.get(kind, ()):
        if (member := node.get(key)) is not None and isinstance(member.value, dict | list):
            yield _ignored(member, "a string", "write a string")
    for key in _BOOLEANS.get(kind, ()):
        if (member := node.get(key)) is not None and not _is_boolean(member.value):
            yield _ignored(member, "true or false", "write true or false, without quotes")


def _ignored(member: Node, expected: str, hint: str) -> Finding:
    message = f"'{member.key}' is {describe_type(member.value)}, not {expected}"
    return Finding(member, message, hint, Repair(member, None, "it is ignored"))


def _is_boolean(value: Json) -> bool:
    return value is None or isinstance(value, bool) or (isinstance(value, str) and value.lower() in {"true", "false"})


def _is_tolerable(kind: str, node: Node) -> bool:
    """Whether this is a boolean schema or a collection written as null."""
    if isinstance(node.value, bool):
        return kind == "schema"
    return node.value is None and (kind[0] in "{[" or kind in _MAY_BE_NULL)


def _type_repair(kind: str, node: Node) -> Repair:
    match node.value:
        case dict() as element if kind[0] == "[" and element:
            return Repair(node, [element], "it is treated as a list of one")
        case list() as schemas if kind == "schema" and schemas and all(isinstance(each, dict) for each in schemas):
            return Repair(node, {"anyOf": schemas}, "it is treated as 'anyOf'")
        case _:
            return Repair(node, [] if kind[0] == "[" else {}, "it is treated as empty")


def _type_hint(kind: str, node: Node) -> str:
    if kind == "schema" and node.is_list:
        return "for one schema for each position write 'prefixItems', for alternatives 'oneOf'"
    if kind[0] == "[":
        return "write every entry on a line of its own, after '- '"
    return "write its members as 'name: value', indented below it"


_COMPONENT_NAME = re.compile("[A-Za-z0-9._-]+")
_DIALECTS = {
    "3.1": {
        "https://spec.openapis.org/oas/3.1/dialect/base": "schemas/oas3.1/metaschema.json",
        "https://spec.openapis.org/oas/3.1/meta/base": "schemas/oas3.1/vocabularies/base",
    },
    "3.2": {
        "https://spec.openapis.org/oas/3.2/dialect/2025-09-17": "schemas/oas3.2/dialect/2025-09-17.json",
        "https://spec.openapis.org/oas/3.2/meta/2025-09-17": "schemas/oas3.2/meta/2025-09-17.json",
    },
}
"""Version to the schemas of its default dialect, which comes first, by their ids."""


_KEYWORDS_OF_3_1 = frozenset(
    {
        *("$anchor", "$comment", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$schema", "const", "contains"),
        *("contentEncoding", "contentMediaType", "contentSchema", "dependentRequired", "dependentSchemas", "else"),
        *("examples", "if", "maxContains", "minContains", "patternProperties", "prefixItems", "propertyNames", "then"),
        *("unevaluatedItems", "unevaluatedProperties"),
    }
)


@rule("newer-keyword", Severity.WARNING, strict=Severity.ERROR)
def newer_keywords(context: LintContext) -> Iterator[Finding]:
    """Schemas of a document of OpenAPI 3.0 have keywords or types of 3.1; reported once."""
    if parts := list(_newer_parts(context)):
        more = f", like {len(parts) - 1} more" if len(parts) > 1 else ""
        yield Finding(parts[0], f"{parts[0].key!r} is used as in OpenAPI 3.1, not as in 3.0; it is read so{more}")


def _newer_parts(context: LintContext) -> Iterator[Node]:
    """Yield the members of schemas that only OpenAPI 3.1 has, in a document of 3.0."""
    for schema in context.objects("schema") if version_of(context.document) == "3.0" else ():
        for key, member in schema.items():
            value = member.value
            is_newer_value = (key == "type" and (value == "null" or (isinstance(value, list) and bool(value)))) or (
                key in {"exclusiveMinimum", "exclusiveMaximum"}
                and isinstance(value, int | float)
                and not isinstance(value, bool)
            )
            if is_newer_value or key in _KEYWORDS_OF_3_1:
                yield member


@rule("validity", Severity.WARNING, strict=Severity.ERROR, phase=Phase.FALLBACK)
def schema_violations(context: LintContext) -> Iterator[Finding]:
    """The document violates the JSON Schema of the OpenAPI specification."""
    document = context.document
    if is_unknown_version(document):  # it may well have other members
        return
    version = version_of(document)
    reported = {node.pointer for node in _newer_parts(context)}
    for error in _validator(version).iter_errors(document.value):
        for explanation in explain(error, context.document, _field_names(version)):
            node = nearest(document.root, explanation.tokens)
            if explanation.tokens[-1:] == ("itemSchema",) and version != "3.2":
                continue  # frameworks write it into documents of earlier versions too, where it is read all the same
            if node.pointer not in reported:
                yield Finding(node, explanation.message, explanation.hint)
    components = document.root.get("components")
    if version == "3.0" or components is None:  # the schema of 3.0 checks names itself
        return
    for section in COMPONENT_SECTIONS.values():
        holder = components.get(section)
        for key, node in holder.items() if holder is not None else ():
            if not _COMPONENT_NAME.fullmatch(key):
                yield Finding(
                    node, f"{key!r} is not allowed as a name", "use letters, digits, '.', '_' and '-' in names"
                )


@cache
def _validator(version: str) -> jsonschema_rs.Validator:
    """The schema that openapi-spec-validator ships, run by jsonschema-rs.

    Its own validator is pure Python: it takes seconds for a large document, and many of its errors have no location.
    """
    schema = _data("openapi_spec_validator", f"resources/schemas/v{version}/schema.json")
    if version == "3.0":
        return jsonschema_rs.validator_for(schema, offline=True)
    # An error about a name contains a copy of the whole section: a thousand of them would fill the memory.
    for section in schema["$defs"]["components"]["patternProperties"].values():
        section.pop("propertyNames", None)
    # OpenAPI leaves its Schema Object open for dialects; this is the default one.
    dialect, *_ = _DIALECTS[version]
    with_dialect = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://spec.openapis.org/oas/{version}/schema-base",
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": dialect}},
    }
    files = {key: _data("openapi_schema_validator", name) for key, name in _DIALECTS[version].items()}
    registry = jsonschema_rs.Registry([(str(schema["$id"]), schema), *files.items()])
    return jsonschema_rs.validator_for(with_dialect, registry=registry, offline=True)


@cache
def _field_names(version: str) -> tuple[str, ...]:
    """The names of the members of all objects."""
    names: set[str] = set(METHODS)
    pending: list[Json] = [_data("openapi_spec_validator", f"resources/schemas/v{version}/schema.json")]
    while pending:
        part = pending.pop()
        if isinstance(part, dict):
            members = part.get("properties")
            names.update(members if isinstance(members, dict) else ())
            pending += part.values()
        elif isinstance(part, list):
            pending += part
    return tuple(sorted(names))


def _data(package: str, name: str) -> dict[str, Any]:
    """Load a JSON file from a package without importing the package, which would take 0.2 s."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    value: dict[str, Any] = json.loads((Path(spec.origin).parent / name).read_text(encoding="utf-8"))
    return value

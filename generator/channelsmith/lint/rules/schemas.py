"""Rules about schemas."""

from collections.abc import Iterator, Mapping

from channelsmith.diagnostics import Severity
from channelsmith.document import Document, Json, Node, describe_type
from channelsmith.document import json_pointer as pointers
from channelsmith.lint.openapi_objects import SCHEMA_KEYWORDS, mapping_entries
from channelsmith.lint.rules.base import Finding, LintContext, rule
from channelsmith.lint.rules.document import version_of

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


@rule("default", Severity.WARNING, strict=Severity.ERROR)
def invalid_defaults(context: LintContext) -> Iterator[Finding]:
    """A default has a type or a value that its schema excludes."""
    for schema in context.objects("schema"):
        if (default := schema.get("default")) is None:
            continue
        types = _types(schema)
        if types and not any(_is_instance(default.value, name) for name in types):
            actual = "null" if default.value is None else describe_type(default.value)
            message = f"the default is {actual}, the type is {' or '.join(types)}"
            yield Finding(default, message, _default_hint(default.value, types))
            continue
        values = schema.get("enum")
        if values and isinstance(values.value, list) and default.value not in values.value:
            yield Finding(default, "the default is none of the values in 'enum'", "add it there, or remove it")


def _types(schema: Node) -> list[str]:
    """The types that a schema allows, including "null" as either version of OpenAPI declares it."""
    declared = schema.get("type")
    if declared is None:
        return []
    names = [each.value for each in declared.elements()] if declared.is_list else [declared.value]
    known = [name for name in names if isinstance(name, str) and name in _TYPES]
    nullable = schema.get("nullable")
    return [*known, "null"] if known and nullable and nullable.value is True else known


def _is_instance(value: Json, type_name: str) -> bool:
    if isinstance(value, bool):
        return type_name == "boolean"
    if type_name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES[type_name])


def _default_hint(value: Json, types: list[str]) -> str:
    if value is None:
        return "remove it, or allow null"
    if isinstance(value, str) and not {"string", "array", "object"} & set(types):
        return "remove the quotes"
    return "quote it" if "string" in types and isinstance(value, int | float) else ""


_SIMILARITY = 0.82
"""How close an unknown keyword has to be to a known one; JSON Schema allows keywords of any name."""


@rule("keyword-typo", Severity.WARNING)
def misspelled_keywords(context: LintContext) -> Iterator[Finding]:
    """A schema has an unknown keyword that is nearly a known one, which it does not have."""
    if version_of(context.document) == "3.0":  # whose schemas are closed: the rule `validity` reports it
        return
    for schema in context.objects("schema"):
        for key, node in schema.items():
            if key not in SCHEMA_KEYWORDS and not key.startswith("x-"):
                missing = dict.fromkeys(sorted(SCHEMA_KEYWORDS - dict(schema.items()).keys()))
                if hint := context.document.did_you_mean(key, missing, similarity=_SIMILARITY):
                    yield Finding(node, f"{key!r} is not a keyword of schemas; it is ignored", hint)


@rule("discriminator", Severity.WARNING, strict=Severity.ERROR)
def unresolved_mappings(context: LintContext) -> Iterator[Finding]:
    """An entry of a discriminator's mapping names no schema."""
    for schema in context.objects("schema"):
        discriminator = schema.get("discriminator")
        for entry in mapping_entries(discriminator) if discriminator else ():
            if isinstance(entry.value, str) and not _names_schema(context.document, entry.value):
                schemas, name = context.document.find("/components/schemas"), entry.value.rpartition("/")[2]
                hint = context.document.did_you_mean(name, schemas.value if schemas else None)
                yield Finding(entry, f"the discriminator's mapping to {entry.value!r} does not resolve", hint)


def _names_schema(document: Document, entry: str) -> bool:
    pointer = pointers.from_fragment(entry)
    if pointer is None:
        pointer = pointers.join("/components/schemas", entry)
    return document.find(pointer) is not None

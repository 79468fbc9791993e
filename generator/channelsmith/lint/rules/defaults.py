"""Defaults: they fit the type and the values their schema allows."""

from collections.abc import Iterator, Mapping

from channelsmith.document import Json, Node, kind_of
from channelsmith.lint.rules.finding import Finding, LintContext

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def unfit(survey: LintContext) -> Iterator[Finding]:
    """Defaults of a type, or with a value, that their schema excludes."""
    for schema in survey.objects("schema"):
        if (default := schema.get("default")) is None:
            continue
        types = _types(schema)
        if types and not any(_is(default.value, name) for name in types):
            found = "null" if default.value is None else kind_of(default.value)
            message = f"the default is {found}, the type is {' or '.join(types)}"
            yield Finding(default, message, _hint(default.value, types))
            continue
        values = schema.get("enum")
        if values and isinstance(values.value, list) and default.value not in values.value:
            yield Finding(default, "the default is none of the values in 'enum'", "add it there, or remove it")


def _types(schema: Node) -> list[str]:
    """The types a schema names, "null" by the word of either version of OpenAPI."""
    named = schema.get("type")
    if named is None:
        return []
    names = [each.value for each in named.elements()] if named.is_list else [named.value]
    known = [name for name in names if isinstance(name, str) and name in _TYPES]
    nullable = schema.get("nullable")
    return [*known, "null"] if known and nullable and nullable.value is True else known


def _is(value: Json, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES[name])


def _hint(value: Json, types: list[str]) -> str:
    if value is None:
        return "remove it, or allow null"
    if isinstance(value, str) and not {"string", "array", "object"} & set(types):
        return "remove the quotes"
    return "quote it" if "string" in types and isinstance(value, int | float) else ""

"""The JSON types that schemas allow, and whether values have them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, cast

from channelsmith.document import Json, Node

_CACHED_SCHEMAS: Final = 8192
_PYTHON_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


@lru_cache(_CACHED_SCHEMAS)
def types_of(schema: Node) -> frozenset[str]:
    """The types that a schema allows, those of its alternatives included; empty when it has none."""
    return frozenset(_types(schema, 4))


def _types(schema: Node, depth: int) -> Iterator[str]:
    target = schema.resolve()
    declared = target.get("type")
    if declared is not None:
        yield from (node.as_text() for node in declared.elements()) if declared.is_list else (declared.as_text(),)
    for key in ("allOf", "anyOf", "oneOf"):
        options = target.get(key)
        for option in options.elements() if options is not None and depth else ():
            yield from _types(option, depth - 1)


def has_type(value: Json, schema: Node) -> bool:
    """Whether a value other than null has one of the types of a schema; any has where there are none."""
    types, instance = types_of(schema), cast("object", value)
    if isinstance(instance, bool) and types:
        return "boolean" in types
    return not types or any(isinstance(instance, _PYTHON_TYPES[name]) for name in types if name in _PYTHON_TYPES)


def requires_only(schema: Node) -> bool:
    """Whether a schema has nothing to say but which members are required."""
    value = schema.value
    return isinstance(value, dict) and "required" in value and value.keys() <= {"required", "title", "description"}

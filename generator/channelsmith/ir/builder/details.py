"""What schemas say beside types, for the documentation: constraints, defaults and sources."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from math import isfinite
from typing import Any, Final, TypeGuard

from channelsmith import ir
from channelsmith.document import Document, Json, Node
from channelsmith.ir.builder.extensions import extension
from channelsmith.ir.builder.merge import is_null, schema_layers
from channelsmith.ir.json_types import types_of

_MAX_DEPTH: Final = 3
_NOTHING: Final = ir.Constraints()
_NO_DETAILS: Final = ir.Details()
_LIMITS: Final[Mapping[str, tuple[str, Callable[[float, float], float]]]] = {
    "minimum": ("minimum", max),
    "exclusiveMinimum": ("exclusive_minimum", max),
    "maximum": ("maximum", min),
    "exclusiveMaximum": ("exclusive_maximum", min),
    "multipleOf": ("multiple_of", max),
    "minLength": ("min_length", max),
    "maxLength": ("max_length", min),
    "minItems": ("min_items", max),
    "maxItems": ("max_items", min),
    "minProperties": ("min_properties", max),
    "maxProperties": ("max_properties", min),
}
"""Keyword to the name of the constraint, and which of two values is the stricter one."""
_EXCLUSIVE: Final = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
_INNER: Final = ("items", "additionalProperties")
_UNIONS: Final = ("oneOf", "anyOf")
_KEYWORDS: Final = frozenset(
    {
        *_LIMITS,
        *_INNER,
        *_UNIONS,
        "default",
        "format",
        "pattern",
        "uniqueItems",
        "enum",
        "const",
        "$ref",
        "$dynamicRef",
        "allOf",
    }
)
_SOURCE: Final = "x-source"
_SOURCE_KEYS: Final = ("basis", "doc", "section", "confidence", "note")


class DetailsReader:
    """Reads the details of the schemas of one document."""

    def __init__(self, document: Document) -> None:
        self._document: Final = document
        self._has_sources: Final = _mentions_sources(document.value)
        self._inherited: Final = {"": self._own_source(document.root)}
        self._of_references: Final = dict[str, tuple[ir.Constraints, ir.Default]]()

    def details(self, node: Node, schema: Node | None) -> ir.Details:
        """Return the details of a parameter, property or body with its schema."""
        constraints, default = self._read(schema) if schema is not None else (_NOTHING, None)
        source = self.source(node)
        if constraints is _NOTHING and default is None and source is None:
            return _NO_DETAILS
        return ir.Details(constraints, default, source)

    def _read(self, schema: Node) -> tuple[ir.Constraints, ir.Default]:
        """Constraints and default of a schema; many refer to the same one and say nothing else."""
        value = schema.value
        if not isinstance(value, dict) or _KEYWORDS.isdisjoint(value):
            return _NOTHING, None
        reference = schema.ref if len(value) == 1 else None
        if reference is None:
            return read_constraints(schema), _default(schema)
        if reference not in self._of_references:
            self._of_references[reference] = read_constraints(schema), _default(schema)
        return self._of_references[reference]

    def source(self, node: Node) -> ir.Source | None:
        """Return the `x-source` that applies to a node: its own keys, and those of all objects above it."""
        if not self._has_sources:
            return None
        above = self._inherited_source(node.pointer.rpartition("/")[0]) if node.pointer else {}
        merged = above | self._own_source(node)
        return ir.Source(**{key: merged[key] for key in _SOURCE_KEYS if key in merged}) if "basis" in merged else None

    def _inherited_source(self, pointer: str) -> dict[str, str]:
        """What the elements in a node inherit; a note is about its own element, not about those below."""
        if pointer not in self._inherited:
            node = self._document.find(pointer)
            own = self._own_source(node) if node is not None else {}
            self._inherited[pointer] = self._inherited_source(pointer.rpartition("/")[0]) | own
        return {key: value for key, value in self._inherited[pointer].items() if key != "note"}

    def _own_source(self, node: Node) -> dict[str, str]:
        declared: Any = found.value if (found := extension(node, _SOURCE)) is not None else {}
        return {key: str(value) for key, value in declared.items()}


def read_constraints(schema: Node, depth: int = _MAX_DEPTH) -> ir.Constraints:
    """Return the constraints of a schema and of all its parts."""
    value = schema.value
    if not isinstance(value, dict) or _KEYWORDS.isdisjoint(value) or depth < 0:
        return _NOTHING
    found: dict[str, Any] = {}
    options: list[Node] = []
    for part in schema_layers(schema):
        found |= dict(_read_keywords(part, found))
        for key in _INNER:
            inner = part.get(key)
            if inner is not None and (constraints := read_constraints(inner, depth - 1)) != _NOTHING:
                found["items"] = constraints
        options += [option for key in _UNIONS for option in _elements(part, key) if not is_null(option.resolve())]
    constraints = ir.Constraints(**found) if found else _NOTHING
    if not options:
        return constraints
    read = [read_constraints(option, depth - 1) for option in options]
    silent = [option for option, each in zip(options, read, strict=True) if each == _NOTHING]
    others = [name for option in silent for name in sorted(types_of(option) - {"null"}) or [""]]
    return _with_options(constraints, read, tuple(dict.fromkeys(others)))


def _with_options(
    constraints: ir.Constraints, options: list[ir.Constraints], others: tuple[str, ...]
) -> ir.Constraints:
    """The constraints with those of the alternatives of a union; constants among which a value is are its values."""
    telling = tuple(dict.fromkeys(each for each in options if each != _NOTHING))
    if len(options) == 1 and constraints == _NOTHING:
        return options[0]
    if telling and len(telling) == len(options) and all(each == ir.Constraints(values=each.values) for each in telling):
        return replace(constraints, values=tuple(value for each in telling for value in each.values))
    return replace(constraints, options=telling, other_types=others) if telling else constraints


def _read_keywords(part: Node, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield name and value of the constraints of one part of a schema, with the stricter limits of earlier parts."""
    value = part.value if isinstance(part.value, dict) else {}
    for keyword in _LIMITS.keys() & value.keys():
        limit, name = value[keyword], keyword
        if keyword in _EXCLUSIVE and value.get(_EXCLUSIVE[keyword]) is True:  # OpenAPI 3.0
            name = _EXCLUSIVE[keyword]
        if _is_number(limit):
            name, stricter = _LIMITS[name]
            yield name, stricter(limit, found[name]) if name in found else limit
    for keyword in ("format", "pattern"):
        if isinstance(text := value.get(keyword), str) and text:
            yield keyword, text
    if value.get("uniqueItems") is True:
        yield "unique_items", True
    values = [value["const"]] if "const" in value else value.get("enum")
    if isinstance(values, list) and not any(isinstance(each, dict | list) for each in values):
        yield "values", tuple(each for each in values if each is not None)


def _is_number(value: Json) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _default(schema: Node) -> ir.Default:
    """Return the default of a schema if it is a scalar or a list of scalars, else None."""
    defaults = [part["default"].value for part in schema_layers(schema) if "default" in part]
    default = defaults[-1] if defaults else None
    if isinstance(default, list):
        scalars = tuple(each for each in default if not isinstance(each, dict | list))
        return scalars if len(scalars) == len(default) else None
    return None if isinstance(default, dict) else default


def _elements(node: Node, key: str) -> Iterator[Node]:
    listed = node.get(key)
    return listed.elements() if listed is not None else iter(())


def _mentions_sources(document: Json) -> bool:
    """Whether there is an `x-source` anywhere."""
    pending: list[Json] = [document]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if _SOURCE in value:
                return True
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return False

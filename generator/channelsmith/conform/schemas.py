"""JSON Schemas of the document: which values they accept, and which of their parts describe a given value."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

import jsonschema_rs

from channelsmith.conform.compare import is_dict, is_list
from channelsmith.document import Document, Json, Node

_BASE: Final = "urn:channelsmith:document"
_URI_CHARACTERS: Final = "%#/:?&=+,;@!$'()*~[]"
_DEPTH: Final = 8
_STRUCTURE: Final = frozenset(
    {"type", "format", "enum", "const", "$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "items", "prefixItems"}
    | {"properties", "additionalProperties", "patternProperties", "unevaluatedProperties"}
)
"""Keywords that restrict the type of a value."""
TYPED_FORMATS: Final = frozenset({"date-time", "date", "uuid", "decimal", "binary"})
"""Formats for which a client has a type of its own."""
_SAMPLES: Final[Mapping[str, Json]] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "email": "someone@shop.example",
    "uri": "https://shop.example/",
    "byte": "",
    "decimal": "1.50",
}
_SAMPLES_OF_TYPES: Final[Mapping[str, Json]] = {"object": {}, "integer": 1, "number": 1, "boolean": True}


class Schemas:
    """The schemas of one document.

    A value is described by all schemas that apply to it at once, so most methods take several: those of a property may
    stand in different parts of an `allOf`.
    """

    def __init__(self, document: Document) -> None:
        is_old = document.root.text("openapi").startswith("3.0")
        self._registry: Final = jsonschema_rs.Registry([(_BASE, _normalize(document.value, is_old=is_old))])
        self._validators: Final = dict[str, jsonschema_rs.Validator | None]()

    def accepts(self, schema: Node | None, value: object) -> bool:
        """Whether a value is valid; any value is where there is no usable schema."""
        if schema is None:
            return True
        if schema.pointer not in self._validators:
            reference = {"$ref": f"{_BASE}#{quote(schema.pointer)}"}
            try:
                self._validators[schema.pointer] = jsonschema_rs.Draft202012Validator(
                    reference, registry=self._registry, validate_formats=True, offline=True
                )
            except ValueError:  # a regular expression of another dialect, for example
                self._validators[schema.pointer] = None
        validator = self._validators[schema.pointer]
        return validator is None or validator.is_valid(value)

    def parts(self, schemas: Iterable[Node], value: object) -> list[Node]:
        """Return every schema that describes a value: references, `allOf` parts and matching options included."""

        def applicable(schema: Node) -> Iterator[Node]:
            yield from (option for option in options(schema) if self.accepts(option, value))
            if (condition := schema.get("if")) is not None:
                branch = schema.get("then" if self.accepts(condition, value) else "else")
                yield from [branch] if branch is not None else []

        return _closure(schemas, applicable)

    def is_nullable(self, schema: Node) -> bool:
        """Whether a schema explicitly allows null."""
        parts = self.parts([schema], None)
        return (self.accepts(schema, None) and "null" in types(parts)) or any(part.flag("nullable") for part in parts)

    def is_choice(self, schemas: Iterable[Node]) -> bool:
        """Whether a value may be of one of several types.

        Options beside properties only add members to the same type, those without structure only restrict it.
        """

        def single_option(schema: Node) -> list[Node]:
            choices = self._type_options(schema)
            return choices if len(choices) == 1 else []

        own = _closure(schemas, single_option)
        return not properties(own) and any(len(self._type_options(part)) > 1 for part in own)

    def _type_options(self, schema: Node) -> list[Node]:
        """The options that are types of their own, without null."""
        structured = (option for option in options(schema) if is_structured(option))
        return [option for option in structured if types(self.parts([option], None)) != {"null"}]

    def accepts_text(self, schema: Node | None, depth: int = _DEPTH) -> bool:
        """Whether any text is of the type of a schema; enumerations are open."""
        if schema is None or depth == 0 or not is_structured(schema):
            return True
        schema = schema.resolve()
        if choices := list(options(schema)):
            return any(self.accepts_text(option, depth - 1) for option in choices)
        if not all(self.accepts_text(part, depth - 1) for part in elements(schema, "allOf")):
            return False
        if "properties" in schema:
            return False
        if values := schema.get("enum"):
            return any(isinstance(value.value, str) for value in values.elements())
        own = types([schema])
        return (
            (not own or "string" in own) and schema.get("const") is None and formats([schema]).isdisjoint(TYPED_FORMATS)
        )

    def rejects_object(self, schema: Node | None, value: Mapping[str, Json]) -> bool:
        """Whether a client has to notice that an object is not of the type of a schema."""
        if schema is None or self.is_choice([schema]):
            return False
        parts = self.parts([schema], value)
        members = properties(parts)
        relaxed = {
            name
            for name, declared in members.items()
            if any(part.flag("readOnly") or part.flag("writeOnly") for part in self.parts(declared, None))
        }
        if any(name in members and name not in relaxed and name not in value for name in required(parts)):
            return True
        return bool(types(parts)) and "object" not in types(parts)

    def sample(self, schema: Node | None, depth: int = _DEPTH) -> Json:
        """Make a value that fits a schema as far as its types, enumerations and required members are concerned."""
        if schema is None or depth < 0:
            return None
        schema = schema.resolve()
        given = [schema[key].value for key in ("const", "example", "default") if key in schema]
        given += [element.value for key in ("examples", "enum") for element in elements(schema, key)]
        for value in given:
            if self.accepts(schema, value):
                return value
        if (option := next(options(schema), None)) is not None:
            return self.sample(option, depth - 1)
        if "properties" in schema or "allOf" in schema:
            return self._sample_object(schema, depth)
        return self._sample_of_type(schema, depth)

    def _sample_of_type(self, schema: Node, depth: int) -> Json:
        kind = next(iter(_listed(schema, "type")), "object" if "additionalProperties" in schema else "")
        match kind:
            case "array":
                element = schema.get("items") if depth else None
                return [self.sample(element, depth - 1)] if element is not None else []
            case "string":
                return _SAMPLES.get(schema.text("format"), "text")
            case "integer" | "number" if "minimum" in schema:
                return schema["minimum"].value
            case _:
                return _SAMPLES_OF_TYPES.get(str(kind))

    def _sample_object(self, schema: Node, depth: int) -> Json:
        """An object with the required members; with all of them near the surface."""
        made: dict[str, Json] = {}
        parts = list(elements(schema, "allOf"))
        for part in parts:
            inherited = self.sample(part, depth - 1)
            if not isinstance(inherited, dict):
                return inherited if "properties" not in schema else made
            made |= inherited
        needed = required([schema])
        for name, (declared,) in properties([schema]).items():
            if name in needed or depth > _DEPTH // 2:
                made[name] = self.sample(declared, depth - 1)
        return made


def _closure(schemas: Iterable[Node], further: Callable[[Node], Iterable[Node]]) -> list[Node]:
    """Schemas with their references, `allOf` parts and what else applies together with each."""
    closure: dict[str, Node] = {}
    waiting = list(schemas)
    while waiting:
        schema = waiting.pop(0)
        if schema.pointer not in closure and schema.is_mapping:
            closure[schema.pointer] = schema
            target = schema.find_target()
            waiting += [*([target] if target is not None else []), *elements(schema, "allOf"), *further(schema)]
    return list(closure.values())


def options(schema: Node) -> Iterator[Node]:
    """The alternatives of `anyOf` and `oneOf`."""
    for key in ("anyOf", "oneOf"):
        yield from elements(schema, key)


def types(schemas: Iterable[Node]) -> set[str]:
    """The types that schemas name themselves; empty where they name none."""
    named = {str(name) for schema in schemas for name in _listed(schema, "type")}
    return named | {"null" for schema in schemas if named and schema.flag("nullable")}


def formats(schemas: Iterable[Node]) -> set[str]:
    """The formats that schemas name themselves."""
    return {str(name) for schema in schemas for name in _listed(schema, "format")}


def required(schemas: Iterable[Node]) -> set[str]:
    """The names of the members that schemas require."""
    return {str(name) for schema in schemas for name in _listed(schema, "required") if isinstance(name, str)}


def properties(schemas: Iterable[Node]) -> dict[str, list[Node]]:
    """The schemas of each declared property."""
    declared: dict[str, list[Node]] = {}
    for schema in schemas:
        for name, node in members(schema, "properties"):
            declared.setdefault(name, []).append(node)
    return declared


def member(schemas: Sequence[Node], name: str) -> list[Node]:
    """The schemas of one member of an object: those of its property, else those of further members."""
    if own := properties(schemas).get(name):
        return own
    further: list[Node] = []
    for schema in schemas:
        matching = [node for pattern, node in members(schema, "patternProperties") if _matches(pattern, name)]
        others = (schema.get(key) for key in ("additionalProperties", "unevaluatedProperties"))
        further += matching or [node for node in others if node is not None and node.is_mapping]
    return further


def items(schemas: Iterable[Node], position: int) -> list[Node]:
    """The schemas of one element of a list."""
    element_schemas: list[Node] = []
    for schema in schemas:
        prefix = list(elements(schema, "prefixItems"))
        if position < len(prefix):
            element_schemas.append(prefix[position])
        elif (rest := schema.get("items")) is not None:
            element_schemas.append(rest)
    return element_schemas


def is_structured(schema: Node) -> bool:
    """Whether a schema restricts the type of a value; a bare description does not."""
    own = schema.resolve()
    return isinstance(own.value, dict) and not _STRUCTURE.isdisjoint(own.value)


def members(owner: Node | None, key: str) -> Iterator[tuple[str, Node]]:
    """The members of an object in a node; none where there is no such object."""
    listed = owner.get(key) if owner is not None else None
    return listed.items() if listed is not None else iter(())


def elements(owner: Node | None, key: str) -> Iterator[Node]:
    """The elements of a list in a node; none where there is no such list."""
    listed = owner.get(key) if owner is not None else None
    return listed.elements() if listed is not None else iter(())


def _listed(schema: Node, key: str) -> list[Json]:
    value = schema.value.get(key) if isinstance(schema.value, dict) else None
    return value if isinstance(value, list) else [] if value is None else [value]


def _matches(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return False


def _normalize(value: Any, *, is_old: bool) -> Any:
    """Rewrite what the validator does not read: references with unencoded characters, and the keywords of OpenAPI 3.0.

    Every schema stays in its place.
    """
    if is_list(value):
        return [_normalize(element, is_old=is_old) for element in value]
    if not is_dict(value):
        return value
    made = {name: _normalize(member, is_old=is_old) for name, member in value.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = quote(made["$ref"], safe=_URI_CHARACTERS)
    if not is_old:
        return made
    if made.get("nullable") is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
        if is_list(made.get("enum")):
            made["enum"] = [*made["enum"], None]
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(made.get(exclusive), bool) and made.pop(exclusive) and limit in made:
            made[exclusive] = made.pop(limit)
    return made

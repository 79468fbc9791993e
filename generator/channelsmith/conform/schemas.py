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
TYPED_FORMATS: Final = frozenset({"date-time", "date", "uuid", "decimal", "binary", "time", "duration"})
"""Formats for which a client has a type of its own."""
_COMPONENTS: Final = "/components/schemas/"


class Schemas:
    """The schemas of one document.

    A value is described by all schemas that apply to it at once, so most methods take several: those of a property may
    stand in different parts of an `allOf`.
    """

    def __init__(self, document: Document) -> None:
        is_old = document.root.text("openapi").startswith("3.0")
        self._registry: Final = jsonschema_rs.Registry([(_BASE, _normalize(document.value, is_old=is_old))])
        self._validators: Final = dict[str, jsonschema_rs.Validator | None]()
        self._children: Final = dict[str, list[Node]]()

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
            if (selected := self._selected(schema, value)) is not None:
                yield selected
            else:
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

    def without_read_only(self, schemas: Sequence[Node], value: Json) -> Json:
        """Return what a client sends of a value: without the members that only the server sets, at any depth."""
        parts = self.parts(schemas, value)
        if isinstance(value, dict):
            declared = {name: member(parts, name) for name in value}
            return {
                name: self.without_read_only(declared[name], item)
                for name, item in value.items()
                if not any(part.flag("readOnly") for part in self.parts(declared[name], None))
            }
        if isinstance(value, list):
            return [self.without_read_only(items(parts, position), item) for position, item in enumerate(value)]
        return value

    # ------------------------------------------------------------ discriminators

    def tag(self, union: Node, schema: Node) -> tuple[str, str]:
        """The name and the value of the tag by which a discriminator selects a schema; "" where it has none."""
        discriminator, pointer = union.get("discriminator"), schema.resolve().pointer
        name = discriminator.text("propertyName") if discriminator is not None else ""
        mapped = [tag for tag, node in members(discriminator, "mapping") if _mapped(node) == pointer]
        implied = [pointer.removeprefix(_COMPONENTS)] if pointer.startswith(_COMPONENTS) else []
        return (name, (mapped + implied)[0]) if name and (mapped or implied) else ("", "")

    def children(self, schema: Node) -> list[Node]:
        """The schemas that inherit a discriminator from a schema by `allOf`; none where it is a union."""
        if "discriminator" not in schema or any(options(schema)):
            return []
        if schema.pointer not in self._children:
            named = [node.resolve() for _, node in members(schema.document.root.get("components"), "schemas")]
            self._children[schema.pointer] = [node for node in named if schema.pointer in _ancestors(node)]
        return self._children[schema.pointer]

    def _selected(self, schema: Node, value: object) -> Node | None:
        """The schema that the tag of a value selects, by the mapping or by its name."""
        discriminator = schema.get("discriminator")
        tag = value.get(discriminator.text("propertyName")) if discriminator is not None and is_dict(value) else None
        if discriminator is None or not isinstance(tag, str):
            return None
        mapped = dict(members(discriminator, "mapping")).get(tag)
        pointer = _mapped(mapped) if mapped is not None else _COMPONENTS + tag
        candidates = [option.resolve() for option in options(schema)] or self.children(schema)
        return next((node for node in candidates if node.pointer == pointer), None)


def _mapped(entry: Node) -> str:
    """The pointer that an entry of a mapping leads to: it is a reference, or the name of a schema."""
    text = str(entry.value)
    return text.removeprefix("#") if "/" in text else _COMPONENTS + text


def _ancestors(schema: Node, depth: int = _DEPTH) -> set[str]:
    """The pointers of the schemas that a schema inherits from."""
    bases = [part.resolve() for part in elements(schema, "allOf")] if depth else []
    return {base.pointer for base in bases}.union(*(_ancestors(base, depth - 1) for base in bases))


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


def is_file(schema: Node | None) -> bool:
    """Whether a schema describes a file: `format: binary`, or since 3.1 a `contentMediaType` that is not JSON."""
    if schema is None:
        return False
    own = schema.resolve()
    if alternatives := [option for option in options(own) if types([option.resolve()]) != {"null"}]:
        return all(is_file(option) for option in alternatives)
    media_type = own.text("contentMediaType").lower()
    is_content = bool(media_type) and not media_type.endswith("json") and "contentEncoding" not in own
    return own.text("format") == "binary" or is_content


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
    if "discriminator" in made and is_list(made.get("oneOf")) and "anyOf" not in made:
        made["anyOf"] = made.pop("oneOf")  # the tag decides between alternatives that accept the same values
    if isinstance(made.get("$ref"), str):
        made["$ref"] = quote(made["$ref"], safe=_URI_CHARACTERS)
    if is_old:
        _modernize(made)
    return made


def _modernize(made: dict[str, Any]) -> None:
    """Replace the keywords of OpenAPI 3.0."""
    if made.get("nullable") is True:
        if isinstance(made.get("type"), str):
            made["type"] = [made["type"], "null"]
        if is_list(made.get("enum")):
            made["enum"] = [*made["enum"], None]
        for key in ("anyOf", "oneOf"):
            if is_list(made.get(key)):
                made[key] = [*made[key], {"type": "null"}]
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(made.get(exclusive), bool) and made.pop(exclusive) and limit in made:
            made[exclusive] = made.pop(limit)

"""Merging of a schema with its `allOf` parts and the schemas it refers to."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from channelsmith.document import Json, Node
from channelsmith.ir.media_family import is_binary_media_type

_VALUES = frozenset(["enum", "const"])
_UNIONS = frozenset(["oneOf", "anyOf", "allOf"])
_MEMBERS = frozenset(["properties", "additionalProperties", "patternProperties", "unevaluatedProperties"])
_ELEMENTS = frozenset(["items", "prefixItems"])
_CONTENT = frozenset(["contentMediaType", "contentEncoding"])
_TYPE_KEYWORDS = (
    frozenset(["type", "format", "$ref", "$dynamicRef"]) | _VALUES | _UNIONS | _MEMBERS | _ELEMENTS | _CONTENT
)
_EXTENDING = _VALUES | _UNIONS | _MEMBERS | _ELEMENTS | {"required"}  # beside a reference, these make it another type
_CONDITIONAL = ("then", "else")
_NOT_ENCODED = frozenset(["7bit", "8bit", "binary"])
"""Values of `contentEncoding` that leave a content as it is."""

_ENCODED_FORMATS = frozenset(["byte", "base64", "base64url"])
"""Formats of strings that encode bytes."""

_COMPOSED = frozenset(["$ref", "$dynamicRef", "allOf"])
_GROUP_KEYWORDS = frozenset(["required", "title", "description"])
_CACHED = 1024  # merged schemas
_RARE = (_MEMBERS - {"properties"}) | _CONTENT | {"prefixItems", "oneOf", "anyOf", "dependentSchemas", *_CONDITIONAL}


@dataclass(slots=True)
class MergedSchema:
    """The keywords of all parts of a schema; later parts take precedence.

    `overridden` has the earlier schemas of a property. `patterns` and `others` are the schemas of properties that
    `properties` does not name; `is_closed` means that there are no others. `options` are the alternatives of all
    `unions`, which are the pointers of the parts that have any. `conditional` schemas apply to some values.
    `enum_part` is the part that has the enum, with what it says about the values. `alternatives` are the groups of
    properties of which a value has one, from each list of options that consist of `required`.
    """

    types: tuple[str, ...] = ()
    format: str = ""
    content_media_type: str = ""
    content_encoding: str = ""
    nullable: bool = False
    properties: dict[str, Node] = field(default_factory=dict[str, Node])
    overridden: dict[str, list[Node]] = field(default_factory=dict[str, list[Node]])
    required: set[str] = field(default_factory=set[str])
    items: Node | None = None
    prefix: list[Node] = field(default_factory=list[Node])
    patterns: list[tuple[str, Node]] = field(default_factory=list[tuple[str, Node]])
    others: Node | None = None
    is_closed: bool = False
    enum: Node | None = None
    enum_part: Node | None = None
    const: Node | None = None
    default: Node | None = None
    options: list[Node] = field(default_factory=list[Node])
    unions: list[str] = field(default_factory=list[str])
    conditional: list[Node] = field(default_factory=list[Node])
    alternatives: list[tuple[tuple[str, ...], ...]] = field(default_factory=list[tuple[tuple[str, ...], ...]])

    @property
    def string_format(self) -> str:
        """The format of a string: "binary" also where `contentMediaType` says so, "" where the content is encoded."""
        if self.content_encoding and self.content_encoding not in _NOT_ENCODED:
            return "" if self.format == "binary" else self.format
        is_binary = self.content_encoding == "binary" or is_binary_media_type(self.content_media_type)
        return "binary" if is_binary and self.format not in _ENCODED_FORMATS else self.format

    @property
    def additional(self) -> list[Node]:
        """The schemas of properties without a name; empty if the schema does not declare them."""
        return [*(node for _, node in self.patterns), *([self.others] if self.others is not None else [])]

    @property
    def allows_no_others(self) -> bool:
        """Whether an object has no properties but those that it declares itself or in an option or condition."""
        alternatives = (merge_schemas(schema) for schema in (*self.options, *self.conditional))
        is_open = self.patterns or self.others is not None or any(each.additional for each in alternatives)
        return self.is_closed and not is_open

    def conditional_properties(self) -> dict[str, list[Node]]:
        """Return the schemas of properties that only some values have: those of an option or a condition."""
        properties: dict[str, list[Node]] = {}
        for schema in (*self.options, *self.conditional):
            for name, node in merge_schemas(schema).properties.items():
                if name not in self.properties:
                    properties.setdefault(name, []).append(node)
        return properties

    def enum_values(self) -> list[Json] | None:
        """Return the values of an enum, or of a union of constants; None if the schema is neither."""
        if self.enum is not None:
            values = [item.value for item in self.enum.elements()]
            if self.types == ("string",):
                return [_unquoted_string(value) for value in values]
            return [_quoted_integer(value) for value in values] if self.types == ("integer",) else values
        options = [option.resolve() for option in self.options]
        nulls = [option for option in options if _types(option) == ("null",)]
        if all("const" in option or option in nulls for option in options) and len(options) - len(nulls) > 1:
            return [_value(option, "const") for option in options]
        return None


def _unquoted_string(value: Json) -> Json:
    """Return a value of an enum of strings, which YAML parses as another type if it is not quoted."""
    return json.dumps(value) if isinstance(value, bool | int | float) else value


def _quoted_integer(value: Json) -> Json:
    """Return a value of an enum of integers, which may be quoted by mistake."""
    return int(value) if isinstance(value, str) and value.removeprefix("-").isdecimal() and value.isascii() else value


def constrains_type(node: Node) -> bool:
    """Whether a schema constrains the type of a value; a description alone does not."""
    return isinstance(node.value, dict) and not _TYPE_KEYWORDS.isdisjoint(node.value)


def is_null(node: Node) -> bool:
    """Whether null is the only value that a schema, which is no reference, allows."""
    return (
        _types(node) == ("null",)
        or _value(node, "enum") == [None]
        or ("const" in node and _value(node, "const") is None)
    )


def has_extending_keywords(node: Node) -> bool:
    """Whether keywords beside a reference constrain the type."""
    return isinstance(node.value, dict) and not _EXTENDING.isdisjoint(node.value)


def extends_reference(node: Node) -> bool:
    """Whether keywords beside a reference make it another type than its target; OpenAPI 3.0 ignores them."""
    return has_extending_keywords(node) and not node.document.root.text("openapi").startswith("3.0")


def follow_reference(node: Node) -> Node:
    """Return the schema that a reference stands for: its final target, or one on the way that extends its target."""
    end = node.resolve()
    while node.ref is not None and node != end and not extends_reference(node):
        node = node.target()
    return node


def schema_parts(node: Node) -> list[Node]:
    """Return the elements of `allOf`, and the reference that a schema extends, if they constrain the type."""
    parts = [part for part in _elements(node, "allOf") if constrains_type(part)]
    return parts if node.ref is None else [Node(node.document, node.pointer, {"$ref": node.ref}), *parts]


def merge_schemas(*nodes: Node) -> MergedSchema:
    """Merge schemas with their `allOf` parts and the schemas they refer to; the result must not be modified."""
    if len(nodes) == 1 and isinstance(nodes[0].value, dict) and nodes[0].value.keys() == {"$ref"}:
        merged, nullable = _merge_target(nodes[0].target()), is_nullable(nodes[0])
        return merged if merged.nullable == nullable else replace(merged, nullable=nullable)
    return _merge(*nodes)


@lru_cache(_CACHED)
def _merge_target(target: Node) -> MergedSchema:
    """Merge a schema that many references may lead to."""
    return _merge(target)


def _merge(*nodes: Node) -> MergedSchema:
    merged, seen = MergedSchema(), set[str]()
    for node in nodes:
        for part in _all_parts(node, seen):
            _merge_part(merged, part)
    merged.nullable = bool(nodes) and is_nullable(nodes[-1])
    return merged


def schema_layers(node: Node) -> Iterator[Node]:
    """Yield the parts of a schema with its `allOf` and the schemas it refers to, in increasing precedence."""
    return _all_parts(node, set())


def _all_parts(node: Node, seen: set[str]) -> Iterator[Node]:
    """Yield the parts of a schema, each once, in increasing precedence."""
    if isinstance(node.value, dict) and _COMPOSED.isdisjoint(node.value):  # the usual case
        if node.pointer not in seen:
            seen.add(node.pointer)
            yield node
        return
    chain = {node.pointer: node}
    while node.ref is not None and (node := node.target()).pointer not in chain:
        chain[node.pointer] = node
    for part in reversed(chain.values()):
        if (part.ref is None or extends_reference(part)) and part.pointer not in seen:
            seen.add(part.pointer)
            for inner in _elements(part, "allOf"):
                yield from _all_parts(inner, seen)
            yield part


def _merge_part(merged: MergedSchema, part: Node) -> None:
    types = _types(part)
    merged.types = tuple(name for name in types if name != "null") or types or merged.types
    if isinstance(format_ := _value(part, "format"), str):
        merged.format = format_
    for name, node in _members(part, "properties"):
        if name not in merged.properties:
            merged.properties[name] = node
        elif constrains_type(node):
            merged.overridden.setdefault(name, []).append(merged.properties[name])
            merged.properties[name] = node
    merged.required |= {str(item.value) for item in _elements(part, "required")}
    if (enum := part.get("enum")) is not None:
        merged.enum, merged.enum_part = enum, part
    merged.const = part.get("const") or merged.const
    merged.default = part.get("default") or merged.default
    merged.items = _schema(part, "items") or merged.items
    if isinstance(part.value, dict) and not _RARE.isdisjoint(part.value):
        _merge_rare_keywords(merged, part)


def _merge_rare_keywords(merged: MergedSchema, part: Node) -> None:
    merged.content_media_type = part.text("contentMediaType") or merged.content_media_type
    merged.content_encoding = part.text("contentEncoding").lower() or merged.content_encoding
    merged.prefix = list(_elements(part, "prefixItems")) or merged.prefix
    merged.patterns += _members(part, "patternProperties")
    for key in ("unevaluatedProperties", "additionalProperties"):
        merged.others = _schema(part, key) or merged.others
        merged.is_closed = merged.is_closed or _value(part, key) is False
    if options := [
        option for key in ("oneOf", "anyOf") for option in _elements(part, key) if option.value is not False
    ]:
        merged.options += options
        merged.unions.append(part.pointer)
    for key in ("oneOf", "anyOf"):
        groups = [_required_group(option) for option in _elements(part, key)]
        if groups and all(groups):
            merged.alternatives.append(tuple(groups))
    merged.conditional += [schema for key in _CONDITIONAL if (schema := _schema(part, key)) is not None]
    merged.conditional += [schema for _, schema in _members(part, "dependentSchemas")]


def _required_group(option: Node) -> tuple[str, ...]:
    """Return the properties that an option requires, () if it says anything else about a value."""
    if not isinstance(option.value, dict) or not option.value.keys() <= _GROUP_KEYWORDS:
        return ()
    return tuple(str(name.value) for name in _elements(option, "required"))


def is_nullable(node: Node, known: dict[str, bool] | None = None) -> bool:
    """Whether null is valid: the schema or an inline part allows it, or all its parts and references do.

    `known` has the results so far, because many schemas may refer to the same one.
    """
    if isinstance(node.value, dict) and _COMPOSED.isdisjoint(node.value):  # the usual case
        return "null" in _types(node) or ("nullable" in node.value and node.flag("nullable"))
    known = {} if known is None else known
    own = node if node.ref is None or extends_reference(node) else node.resolve()
    if own.pointer not in known:
        known[own.pointer] = False  # a cycle adds nothing
        known[own.pointer] = _allows_null(own, known)
    return known[own.pointer]


def _allows_null(node: Node, known: dict[str, bool]) -> bool:
    if node.flag("nullable") or "null" in _types(node):
        return True
    if any(is_nullable(part, known) for part in _elements(node, "allOf") if part.ref is None):
        return True
    parts = schema_parts(node)
    return "type" not in node and bool(parts) and all(is_nullable(part, known) for part in parts)


def _schema(part: Node, key: str) -> Node | None:
    return schema if (schema := part.get(key)) is not None and schema.is_mapping else None


def _types(part: Node) -> tuple[str, ...]:
    types = _value(part, "type")
    if isinstance(types, str):
        return (types,)
    return tuple(str(name) for name in types) if isinstance(types, list) else ()


def _members(part: Node, key: str) -> Iterable[tuple[str, Node]]:
    return node.items() if (node := part.get(key)) is not None else ()


def _elements(part: Node, key: str) -> Iterable[Node]:
    return node.elements() if (node := part.get(key)) is not None else ()


def _value(part: Node, key: str) -> Json:
    return part.value.get(key) if isinstance(part.value, dict) else None

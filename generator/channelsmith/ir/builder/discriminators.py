"""Discriminators: the property that identifies the members of a union or the children of an object, and its values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Node, json_pointer
from channelsmith.ir.builder.merge import extends_reference, is_null, merge_schemas
from channelsmith.lint.openapi_objects import find_objects

_COMPONENTS = "/components/schemas"


@dataclass(frozen=True, slots=True)
class Tags:
    """The property that identifies a schema among others, the schema of each value, and that of any other value."""

    property: str
    schemas: Mapping[str, Node]
    default: Node | None = None


@dataclass(slots=True)
class Discriminators:
    """What identifies schemas.

    Attributes:
        unions: the tags of a union, by its pointer.
        bases: the tags of an object that other objects extend, by its pointer.
        parents: the objects that an object extends and that have tags, or extend one that has.
        circular: the bases whose `oneOf` or `anyOf` lists their own children.
        values: the values of a property that lead to a schema, one set for each union or base, by pointer and property.
        inherited: those of them that bases have for their children.
        options: the pointers of the members of unions that have several.
    """

    unions: dict[str, Tags] = field(default_factory=dict[str, Tags])
    bases: dict[str, Tags] = field(default_factory=dict[str, Tags])
    parents: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    circular: set[str] = field(default_factory=set[str])
    values: dict[tuple[str, str], list[frozenset[str]]] = field(
        default_factory=lambda: defaultdict[tuple[str, str], list[frozenset[str]]](list)
    )

    inherited: dict[tuple[str, str], list[frozenset[str]]] = field(
        default_factory=lambda: defaultdict[tuple[str, str], list[frozenset[str]]](list)
    )
    options: set[str] = field(default_factory=set[str])

    @property
    def members(self) -> frozenset[str]:
        """The pointers of all schemas that a value of a property leads to."""
        return frozenset(pointer for pointer, _ in self.values)

    def lists_children(self, option: Node) -> bool:
        """Whether an alternative is one of the children that their base lists."""
        return _parent(_parent(option.pointer)) in self.circular


def find_discriminators(document: Document) -> Discriminators:
    """Find the discriminators of a document: those it declares, and those that constants of union members imply."""
    result = Discriminators()
    _find_bases(document, result)
    for union in _find_unions(document):
        if len(options := {_end(option).pointer for option in _options_of(union)}) > 1:
            result.options |= options
        if union.pointer not in result.circular and (tags := _tags_of_union(union, result.bases.values())) is not None:
            result.unions[union.pointer] = tags
    for tags in result.unions.values():
        for pointer, values in _values_by_schema(tags).items():
            result.values[pointer, tags.property].append(values)
    for tags in result.bases.values():
        for pointer, values in _values_by_schema(tags).items():
            result.values[pointer, tags.property].append(values)
            result.inherited[pointer, tags.property].append(values)
    return result


def _values_by_schema(tags: Tags) -> dict[str, frozenset[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for value, node in tags.schemas.items():
        values[_end(node).pointer].add(value)
    return {pointer: frozenset(own) for pointer, own in values.items()}


# ---------------------------------------------------------------- unions
def _find_unions(document: Document) -> Iterator[Node]:
    for kind, node in find_objects(document):
        if kind == "schema" and ("oneOf" in node or "anyOf" in node):
            yield node


def _options_of(union: Node) -> list[Node]:
    """Return the alternatives that are not null; none if a reference is missing, which is reported by other code."""
    listed = union.get("oneOf") or union.get("anyOf")
    try:
        options = list(listed.elements()) if listed else []
        return [option for option in options if option.is_mapping and not is_null(_end(option))]
    except UnusableInput:
        return []


def _tags_of_union(union: Node, bases: Iterable[Tags]) -> Tags | None:
    """Return the tags that a union declares, those of the base of all members, or else required constants of them."""
    options = _options_of(union)
    if (discriminator := union.get("discriminator")) is not None:
        return _declared_tags(discriminator, options, bases)
    if len(options) <= 1:
        return None
    by_pointer = {_end(option).pointer: option for option in options}
    for base in bases:
        values = {
            value: pointer for value, node in base.schemas.items() if (pointer := _end(node).pointer) in by_pointer
        }
        if len(set(values.values())) == len(options):
            return Tags(base.property, {value: by_pointer[pointer] for value, pointer in values.items()})
    schemas = [merge_schemas(option) for option in options]
    for name in schemas[0].properties:
        if all(name in schema.required for schema in schemas):
            constants = [_own_values(option, name) for option in options]
            if all(len(own) == 1 for own in constants) and len({own[0] for own in constants}) == len(options):
                return Tags(name, {own[0]: option for own, option in zip(constants, options, strict=True)})
    return None


def _own_values(schema: Node, name: str, seen: set[str] | None = None) -> list[str]:
    """Return the texts that a schema, or every alternative of it, allows in a property; none if it allows any."""
    merged = merge_schemas(schema)
    if name not in merged.properties:
        seen = set() if seen is None else seen
        if (pointer := _end(schema).pointer) in seen:
            return []
        seen.add(pointer)
        values = [_own_values(option, name, seen) for option in merged.options]
        return list(dict.fromkeys(value for own in values for value in own)) if all(values) else []
    own = merge_schemas(merged.properties[name])
    values_of_own = [own.const] if own.const is not None else own.enum.elements() if own.enum is not None else ()
    return list(dict.fromkeys(node.value for node in values_of_own if isinstance(node.value, str)))


# ---------------------------------------------------------------- values
def _declared_tags(discriminator: Node, schemas: Sequence[Node], bases: Iterable[Tags] = ()) -> Tags | None:
    """Return the schema of each value of a declared discriminator.

    A mapping comes first, then the values that only one schema allows, then those that a base has for it, and then the
    names of schemas that have neither. The schema of any other value has no value by its name, so that none is sent.
    """
    name = discriminator.get("propertyName")
    if name is None or not isinstance(name.value, str):
        return None
    by_pointer = {_end(schema).pointer: schema for schema in schemas}
    tags: dict[str, Node] = {}
    if (mapping := discriminator.get("mapping")) is not None:
        for value, entry in mapping.items():
            if (target := _mapped_schema(entry)) is not None:
                tags[value] = by_pointer.get(_end(target).pointer, target)
    default_entry = discriminator.get("defaultMapping")
    default = _mapped_schema(default_entry) if default_entry is not None else None
    default = by_pointer.get(_end(default).pointer, default) if default is not None else None
    mapped = {_end(node).pointer for node in (*tags.values(), *filter(None, [default]))}
    own = {pointer: _own_values(schema, name.value) for pointer, schema in by_pointer.items()}
    counts = Counter(value for values in own.values() for value in set(values))
    inherited = [_values_by_schema(base) for base in bases if base.property == name.value]
    for pointer, schema in by_pointer.items():
        key = _end(schema).key
        values = [value for value in own[pointer] if counts[value] == 1 and value not in tags]
        if not values and pointer not in mapped:
            values = [value for value in own[pointer] if value.casefold() == key.casefold() and value not in tags]
        if not values and pointer not in mapped and not own[pointer] and _is_component(pointer):
            of_bases = sorted(value for base in inherited for value in base.get(pointer, ()))
            values = [value for value in of_bases or [_declared_value(_end(schema)) or key] if value not in tags]
        tags |= dict.fromkeys(values, schema)
    return Tags(name.value, tags, default) if tags else None


def _declared_value(schema: Node) -> str:
    """Return the value that AutoRest's extension gives to a schema, "" if there is none."""
    value = schema.get("x-ms-discriminator-value")
    return value.value if value is not None and isinstance(value.value, str) else ""


def _mapped_schema(entry: Node) -> Node | None:
    """Return the schema that an entry of a mapping leads to, by its name or by a reference."""
    if not isinstance(entry.value, str):
        return None
    document = entry.document
    target = document.find(json_pointer.join(_COMPONENTS, entry.value)) or document.find_target(entry.value)
    return target if target is not None and target.is_mapping else None


def _is_component(pointer: str) -> bool:
    return _parent(pointer) == _COMPONENTS


def _parent(pointer: str) -> str:
    return pointer.rpartition("/")[0]


def _end(node: Node) -> Node:
    """Return the schema at the end of a chain of references, or the node itself if a reference is missing."""
    try:
        return node.resolve()
    except UnusableInput:
        return node


# ---------------------------------------------------------------- inheritance
def _find_bases(document: Document, result: Discriminators) -> None:
    """Find the objects with a discriminator that other schemas extend with `allOf`."""
    components = document.find(_COMPONENTS)
    schemas = {node.pointer: node for _, node in components.items()} if components is not None else {}
    parents = {pointer: _parents_of(node) & schemas.keys() for pointer, node in schemas.items()}
    for pointer in sorted(schemas):
        if (discriminator := _own_discriminator(schemas[pointer])) is None:
            continue
        children = [schemas[child] for child in sorted(_descendants(pointer, parents) - {pointer})]
        options = {_end(option).pointer for option in _options_of(schemas[pointer])}
        if not children or not options <= {child.pointer for child in children}:
            continue  # nothing extends it, or it is a union
        if options:
            result.circular.add(pointer)
        if (tags := _declared_tags(discriminator, children)) is not None:
            result.bases[pointer] = tags
    families = {pointer for base in result.bases for pointer in (base, *_descendants(base, parents))}
    for pointer in families:
        is_cyclic = pointer in _descendants(pointer, parents)
        result.parents[pointer] = () if is_cyclic else tuple(sorted(parents[pointer] & families))


def _parents_of(schema: Node) -> set[str]:
    """Return the pointers of the schemas that a schema extends."""
    if schema.ref is not None:
        return {_end(schema).pointer} if extends_reference(schema) else set()
    parents: set[str] = set()
    for part in _inline_parts(schema):
        parents |= {_end(part).pointer} if part.ref is not None else _parents_of(part)
    return parents


def _own_discriminator(schema: Node) -> Node | None:
    """Return the discriminator that a schema declares itself, possibly in a part of its own."""
    if "discriminator" in schema:
        return schema["discriminator"]
    own = (_own_discriminator(part) for part in _inline_parts(schema) if part.ref is None)
    return next((discriminator for discriminator in own if discriminator is not None), None)


def _inline_parts(schema: Node) -> list[Node]:
    listed = schema.get("allOf")
    return [part for part in listed.elements() if part.is_mapping] if listed is not None else []


def _descendants(pointer: str, parents: Mapping[str, set[str]]) -> set[str]:
    """Return the pointers of the schemas that extend one, directly or not; its own if they form a cycle."""
    descendants: set[str] = set()
    while new := {child for child, own in parents.items() if own & {pointer, *descendants}} - descendants:
        descendants |= new
    return descendants

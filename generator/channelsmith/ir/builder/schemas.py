"""Schemas of all OpenAPI versions as types of the IR."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic_core import SchemaError, SchemaValidator, core_schema

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Json, Node
from channelsmith.ir.builder.details import DetailsReader
from channelsmith.ir.builder.discriminators import find_discriminators
from channelsmith.ir.builder.enum_texts import describe_enum
from channelsmith.ir.builder.merge import (
    MergedSchema,
    constrains_type,
    extends_reference,
    follow_reference,
    has_extending_keywords,
    merge_schemas,
    schema_parts,
)

_OWN_KEYWORDS = ("properties", "oneOf", "anyOf", "enum", "const", "items", "prefixItems", "patternProperties")
"""Keywords that make a schema with a single `allOf` part, or with a reference, a type of its own."""


class SchemaBuilder:
    """Builds types on demand, and each named schema once, by its pointer."""

    def __init__(self, document: Document) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.details = DetailsReader(document)
        self._discriminators = find_discriminators(document)
        self._schemas: dict[str, ir.Schema] = {}
        self._types: dict[str, ir.Type] = {}  # of references, by the pointer of their target
        self._objects: set[str] = set()  # objects that are built or pending
        self._pending: list[tuple[Node, MergedSchema]] = []  # objects are built in a loop, which limits the recursion
        self._active: set[str] = set()  # schemas under construction
        self._recursive: set[str] = set()  # those of them that were reached again
        self._uncontained: set[str] = set()  # those of them with no list, map or object between them and here

    @property
    def schemas(self) -> tuple[ir.Schema, ...]:
        """Every named schema built so far, in the order of the pointers."""
        schemas = [self._schemas[pointer] for pointer in sorted(self._schemas)]
        return tuple(self._inherit(each) if isinstance(each, ir.ObjectSchema) else each for each in schemas)

    def type_of(self, node: Node) -> ir.Type:
        """Return the type of a schema, and build the named schemas it uses.

        Raises:
            UnusableInput: the target of a reference is missing.
        """
        type_ = self._type_of(node)
        self._build_pending()
        return type_

    def type_of_reference(self, target: Node) -> ir.Type:
        """Return the type of a reference to a schema; builds schemas that have a name, whether used or not."""
        type_ = self._type_of_target(follow_reference(target))
        self._build_pending()
        return type_

    def property_type(self, owner: ir.Type | None, name: str) -> ir.Type | None:
        """Return the type of a property of an object that is built, None if the object does not declare it."""
        schema = self._schemas.get(owner.pointer) if isinstance(owner, ir.Ref) else None
        properties = schema.properties if isinstance(schema, ir.ObjectSchema) else ()
        return next((each.type for each in properties if each.name == name), None)

    def _build_pending(self) -> None:
        while self._pending:
            self._build_object(*self._pending.pop())

    def _type_of(self, node: Node) -> ir.Type:
        if node.ref is not None and not extends_reference(node):
            if has_extending_keywords(node):
                self._warn(node, "OpenAPI 3.0 does not allow keywords beside '$ref'; they are ignored")
            type_ = self._type_of_target(follow_reference(node))
            return _nullable(type_) if node.flag("nullable") else type_
        if not constrains_type(node):
            return _nullable(ir.ANY) if node.is_mapping and node.flag("nullable") else ir.ANY
        return self._build_guarded(node)

    def _type_of_target(self, target: Node) -> ir.Type:
        """Return a named schema if the type deserves a name, else the type itself."""
        if target.pointer not in self._types:
            type_ = self._build_guarded(target) if constrains_type(target) else ir.ANY
            if target.pointer in self._active:
                return type_
            if isinstance(type_, ir.Array | ir.Map) or _is_union(type_):
                type_ = self._add_alias(target, type_)
            self._types[target.pointer] = type_
        return self._types[target.pointer]

    def _build_guarded(self, node: Node) -> ir.Type:
        """Build a type that may be recursive: it gets a name, or is "anything" if it consists of nothing but itself."""
        if node.pointer in self._uncontained:
            self._warn(node, "this schema refers to nothing but itself; any value is accepted")
            return ir.ANY
        if node.pointer in self._active:
            self._recursive.add(node.pointer)
            return ir.Ref(node.pointer)
        self._active.add(node.pointer)
        self._uncontained.add(node.pointer)
        type_ = self._build(node)
        self._uncontained.discard(node.pointer)
        self._active.discard(node.pointer)
        return self._add_alias(node, type_) if node.pointer in self._recursive else type_

    def _type_inside(self, node: Node) -> ir.Type:
        """Return the type of an element, property or value of a container."""
        outer, self._uncontained = self._uncontained, set()
        type_ = self._type_of(node)
        self._uncontained = outer
        return type_

    def _add_alias(self, node: Node, type_: ir.Type) -> ir.Type:
        """Give a type the name of a schema, unless one of its members is an object that has this name."""
        if isinstance(type_, ir.Union) and node.pointer in self._objects:
            return type_
        self._schemas[node.pointer] = ir.AliasSchema(node.pointer, node.text("description"), type_)
        return ir.Ref(node.pointer)

    def _merge(self, node: Node) -> MergedSchema:
        """Merge a schema with its parts; the children that a base lists are no alternatives of it."""
        merged = merge_schemas(node)
        if self._discriminators.circular and merged.options:
            options = [each for each in merged.options if not self._discriminators.lists_children(each)]
            unions = [pointer for pointer in merged.unions if pointer not in self._discriminators.circular]
            merged = replace(merged, options=options, unions=unions)
        return merged

    def _build(self, node: Node) -> ir.Type:
        merged, parts = self._merge(node), schema_parts(node)
        if len(parts) == 1 and not self._is_own_type(node, parts[0], merged):
            type_ = self._type_of(parts[0])
        else:
            type_ = self._build_merged(node, merged)
        return _nullable(type_) if merged.nullable else type_

    def _is_own_type(self, node: Node, part: Node, merged: MergedSchema) -> bool:
        """Whether a schema with a single part is another type than the part."""
        if any(key in each for each in (node, part) for key in _OWN_KEYWORDS):
            return True
        if node.pointer in self._discriminators.members or self._discriminators.parents.get(node.pointer):
            return True
        required = {str(item.value) for item in listed.elements()} if (listed := node.get("required")) else set[str]()
        if required & merged.properties.keys() - merge_schemas(part).required:
            return True
        others = node.get("additionalProperties")
        return others is not None and constrains_type(others)

    def _build_merged(self, node: Node, merged: MergedSchema) -> ir.Type:
        if merged.const is not None:
            return _constant(merged.const.value)
        values = merged.enum_values()
        if values is not None and (type_ := self._build_enum(node, merged, values)) is not None:
            return type_
        alternatives = [option for option in merged.options if constrains_type(option)]
        if merged.properties or (merged.conditional and not merged.options and merged.conditional_properties()):
            if self._is_union_of_complete_objects(node, merged, alternatives):
                return self._build_union(alternatives, merged)
            is_object = not merged.types or "object" in merged.types
            others = [self._build_plain(node, name, merged) for name in merged.types if name != "object"]
            others += [self._type_of(option) for option in alternatives if not _may_be_object(option)]
            return make_union([*([self._add_object(node, merged)] if is_object else []), *others])
        plain = (self._build_plain(node, name, merged) for name in merged.types or (_implied_type(merged),))
        if alternatives and (len(alternatives) == len(merged.options) or not merged.types):
            allows_others = len(alternatives) < len(merged.options)  # an alternative that does not constrain the type
            return self._build_union(alternatives, merged, plain if allows_others else ())
        return make_union(plain)

    def _is_union_of_complete_objects(self, node: Node, merged: MergedSchema, alternatives: list[Node]) -> bool:
        """Whether the properties beside a union with a discriminator are those of each member too."""
        return (
            "discriminator" in node
            and bool(alternatives)
            and all(merged.properties.keys() <= merge_schemas(option).properties.keys() for option in alternatives)
        )

    def _build_union(self, options: list[Node], merged: MergedSchema, others: Iterable[ir.Type] = ()) -> ir.Type:
        members = [*(self._type_of(option) for option in options), *others]
        found = [self._discriminators.unions[each] for each in merged.unions if each in self._discriminators.unions]
        if len(found) != 1 or len(merged.unions) != 1:
            return make_union(members)
        tags = found[0]
        mapping: dict[str, str] = {}
        for value, schema in tags.schemas.items():
            if pointer := self._add_member(members, schema, options):
                mapping[value] = pointer
        default = self._add_member(members, tags.default, options) if tags.default is not None else ""
        discriminator = ir.Discriminator(tags.property, tuple(mapping.items()), default)
        return make_union(members, discriminator if mapping else None)

    def _add_member(self, members: list[ir.Type], schema: Node, options: list[Node]) -> str:
        """Add a schema that a discriminator names to the members, and return its pointer; "" if it has no name."""
        is_listed = schema in options
        type_ = self._type_of(schema) if is_listed else self._type_of_target(follow_reference(schema))
        if not isinstance(type_, ir.Ref):
            return ""
        if not is_listed and not self._contains(members, type_):
            members.append(type_)
        return type_.pointer

    def _contains(self, members: list[ir.Type], wanted: ir.Ref) -> bool:
        """Whether a type is a member of a union, or of a union that is a member of it."""
        pending, seen = list(members), set[ir.Type]()
        while pending:
            if (type_ := pending.pop()) == wanted:
                return True
            if type_ not in seen:
                seen.add(type_)
                schema = self._schemas.get(type_.pointer) if isinstance(type_, ir.Ref) else None
                pending += [schema.type] if isinstance(schema, ir.AliasSchema) else ()
                pending += type_.members if isinstance(type_, ir.Union) else ()
        return False

    def _build_enum(self, node: Node, merged: MergedSchema, values: list[Json]) -> ir.Type | None:
        """Build the type of an enum of scalars, None if it is another kind of enum."""
        if merged.types == ("array",) and not any(isinstance(value, list) for value in values):
            self._warn(node, "'enum' has no arrays, but 'type' is 'array'; it is applied to the elements")
            return ir.Array(self._build_scalar_enum(node, merged, values))
        if {"array", "object"} & set(merged.types) or any(isinstance(value, dict | list) for value in values):
            return None
        return self._build_scalar_enum(node, merged, values)

    def _build_scalar_enum(self, node: Node, merged: MergedSchema, values: list[Json]) -> ir.Type:
        """Build the type of an enum, which accepts other values too; one of strings or integers gets a name."""
        types = {type(value) for value in values} - {type(None)}
        null = [ir.NULL] * (None in values)
        if types in ({str}, {int}):
            positions: dict[str | int, int] = {}
            for position, value in enumerate(values):
                if isinstance(value, str | int):
                    positions.setdefault(value, position)
            texts = describe_enum(merged, values)
            self.diagnostics += texts.diagnostics
            self._schemas[node.pointer] = ir.EnumSchema(
                node.pointer,
                node.text("description"),
                tuple(positions),
                names=tuple(texts.names[position] for position in positions.values() if texts.names),
                descriptions=tuple(
                    texts.descriptions[position] for position in positions.values() if texts.descriptions
                ),
            )
            return make_union([ir.Ref(node.pointer), *null])
        scalars = [ir.Primitive(_SCALAR_OF[type_]) for type_ in sorted(types, key=str) if type_ in _SCALAR_OF]
        literal = tuple(value for value in values if isinstance(value, str | int) and not isinstance(value, bool))
        return make_union([*([ir.Constant(literal)] if str in types else []), *scalars, *null])

    def _build_plain(self, node: Node, name: str, merged: MergedSchema) -> ir.Type:
        """Build an array, a map or a scalar by the name of its type."""
        plain = _interpret_type(name, merged.string_format if name == "string" else merged.format)
        if not plain.is_standard:
            meaning = f"it is read as {plain.name!r}" if plain.name else "any value is accepted"
            self._warn(node.get("type") or node, f"{name!r} is not a type of JSON Schema; {meaning}")
        if plain.name == "array":
            items = [merged.items] if merged.items is not None else []
            return ir.Array(make_union(self._type_inside(each) for each in (*merged.prefix, *items)))
        if plain.name == "object":
            values = make_union(self._type_inside(each) for each in merged.additional)
            return ir.Map(values, self._key_patterns(node, merged))
        return ir.Primitive(plain.scalar)

    def _add_object(self, node: Node, merged: MergedSchema) -> ir.Type:
        if node.pointer not in self._objects:
            self._objects.add(node.pointer)
            self._pending.append((node, merged))
        return ir.Ref(node.pointer)

    def _build_object(self, node: Node, merged: MergedSchema) -> None:
        properties = [self._build_property(node, key, value, merged) for key, value in merged.properties.items()]
        for name, nodes in merged.conditional_properties().items():
            type_ = make_union(self._type_inside(each) for each in nodes)
            properties.append(self._make_property(name, nodes[0], type_, required=name in merged.required))
        others = make_union(self._type_inside(each) for each in merged.additional)
        self._schemas[node.pointer] = ir.ObjectSchema(
            node.pointer,
            node.text("description"),
            tuple(properties),
            None if others == ir.ANY else others,
            closed=merged.allows_no_others,
            keys=self._key_patterns(node, merged),
            alternatives=_alternatives(merged, properties),
            source=self.details.source(node),
        )

    def _key_patterns(self, node: Node, merged: MergedSchema) -> ir.KeyPatterns | None:
        """Return the types of values by their keys."""
        if not merged.patterns:
            return None
        for pattern, _ in merged.patterns:
            if not _is_supported(pattern):
                self._warn(node, f"the pattern {pattern!r} is not supported; any value is accepted for its keys")
        others: ir.Type | None = None if merged.is_closed else ir.ANY
        if merged.others is not None:
            others = self._type_inside(merged.others)
        return ir.KeyPatterns(tuple((pattern, self._type_inside(each)) for pattern, each in merged.patterns), others)

    def _build_property(self, owner: Node, name: str, node: Node, merged: MergedSchema) -> ir.Property:
        required = name in merged.required
        own = _only_value(node)
        tags = self._discriminators.values.get((owner.pointer, name), [])
        if isinstance(own, str) and tags:
            type_: ir.Type = ir.Constant((own,))
        else:
            type_ = self._type_of_property(node, merged.overridden.get(name, []))
        preset = _preset(node, own, tags, required=required, is_option=owner.pointer in self._discriminators.options)
        inherited = self._discriminators.inherited.get((owner.pointer, name), [])
        if preset is None and self._discriminators.parents.get(owner.pointer) and len({*inherited}) == 1:
            preset = next(iter(inherited[0])) if len(inherited[0]) == 1 else None
        return self._make_property(name, node, type_, required=required, preset=preset)

    def _inherit(self, schema: ir.ObjectSchema) -> ir.ObjectSchema:
        """Add the objects that an object is a kind of, and those that are kinds of it."""
        parents = self._parents(schema.pointer)
        inherited = {ancestor for parent in parents for ancestor in self._ancestors(parent)}
        mapping: list[tuple[str, str]] = []
        default = ""
        if (tags := self._discriminators.bases.get(schema.pointer)) is not None:
            for value, node in tags.schemas.items():
                target = follow_reference(node).pointer
                if target == schema.pointer or schema.pointer in self._ancestors(target):
                    mapping.append((value, target))
            if tags.default is not None and schema.pointer in self._ancestors(follow_reference(tags.default).pointer):
                default = follow_reference(tags.default).pointer
        return replace(
            schema,
            bases=tuple(each for each in parents if each not in inherited),
            discriminator=ir.Discriminator(tags.property, tuple(mapping), default) if tags and mapping else None,
        )

    def _parents(self, pointer: str) -> list[str]:
        parents = self._discriminators.parents.get(pointer, ())
        is_object = isinstance(self._schemas.get(pointer), ir.ObjectSchema)
        return [each for each in parents if is_object and isinstance(self._schemas.get(each), ir.ObjectSchema)]

    def _ancestors(self, pointer: str) -> set[str]:
        ancestors: set[str] = set()
        pending = self._parents(pointer)
        while pending:
            if (parent := pending.pop()) not in ancestors:
                ancestors.add(parent)
                pending += self._parents(parent)
        return ancestors

    def _type_of_property(self, node: Node, earlier: list[Node]) -> ir.Type:
        """Return the type of a property; with earlier schemas that have properties it does not repeat, all of them."""
        inherited = merge_schemas(*earlier).properties.keys() if earlier and node.ref is None else set[str]()
        if not inherited or not inherited - merge_schemas(node).properties.keys():
            return self._type_inside(node)
        merged = merge_schemas(*earlier, node)
        type_ = self._add_object(node, merged)
        return _nullable(type_) if merged.nullable else type_

    def _make_property(
        self, name: str, node: Node, type_: ir.Type, *, required: bool, preset: ir.JsonScalar = None
    ) -> ir.Property:
        target = node.resolve()
        return ir.Property(
            name=name,
            type=type_,
            required=required,
            description=node.text("description"),  # the description of a shared schema belongs to its own class
            deprecated=node.flag("deprecated") or target.flag("deprecated"),
            read_only=node.flag("readOnly") or target.flag("readOnly"),
            write_only=node.flag("writeOnly") or target.flag("writeOnly"),
            preset=preset,
            details=self.details.details(node, node),
        )

    def _warn(self, node: Node, message: str) -> None:
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))


def _only_value(node: Node) -> ir.JsonScalar:
    """Return the only value that a schema allows; None if it allows several, or null."""
    merged = merge_schemas(node)
    if merged.const is not None:
        value = merged.const.value
    else:
        values = merged.enum_values() if merged.enum is not None else None
        value = values[0] if values is not None and len(values) == 1 else None
    return value if isinstance(value, str | int) and not merged.nullable else None


def _preset(
    node: Node, own: ir.JsonScalar, tags: Sequence[frozenset[str]], *, required: bool, is_option: bool
) -> ir.JsonScalar:
    """Return the value to send where none is given: the only one, or the default if it identifies the object.

    In a member of a union that is also the only value of a property that need not be given, if it is its default.
    """
    if node.flag("readOnly"):
        return None
    if own is not None and (required or tags):
        return own
    default = merge_schemas(node).default
    if is_option and own is not None and default is not None and default.value == own:
        return own
    is_tag = default is not None and bool(tags) and all(default.value in values for values in tags)
    return default.value if default is not None and is_tag and isinstance(default.value, str) else None


def _may_be_object(option: Node) -> bool:
    """Whether an alternative allows objects."""
    merged = merge_schemas(option)
    if merged.types:
        return "object" in merged.types
    if merged.options and not merged.properties:
        return any(map(_may_be_object, merged.options))
    return merged.enum is None and merged.const is None and merged.items is None


def _alternatives(merged: MergedSchema, properties: Iterable[ir.Property]) -> tuple[ir.RequiredGroups, ...]:
    """Return the groups of properties of which an object has one, unless one is in requests or responses only."""
    one_way = {each.name for each in properties if each.read_only or each.write_only}
    return tuple(
        groups
        for groups in dict.fromkeys(merged.alternatives)
        if one_way.isdisjoint(name for group in groups for name in group)
        and not any(merged.required.issuperset(group) for group in groups)
    )


def _is_supported(pattern: str) -> bool:
    """Whether pydantic's engine knows a regular expression; it needs linear time and has no lookaround."""
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return False
    return True


# ---------------------------------------------------------------- unions
_EITHER_DECIMAL = ir.Primitive(ir.Scalar.DECIMAL_OR_STRING)
_DECIMALS = {_EITHER_DECIMAL, ir.Primitive(ir.Scalar.DECIMAL), ir.Primitive(ir.Scalar.DECIMAL_STRING)}


def make_union(members: Iterable[ir.Type], discriminator: ir.Discriminator | None = None) -> ir.Type:
    """Make a union: flattened, without duplicates, null last; a single member is itself, ANY absorbs all others."""
    types = list(members)
    if len(types) == 1 and not isinstance(types[0], ir.Union | ir.Constant):  # the usual case
        return types[0]
    others = dict.fromkeys(type_ for type_ in types if type_ != ir.NULL)
    if discriminator is None and len(others) == 1 and isinstance(only := next(iter(others)), ir.Union):
        discriminator = only.discriminator
    unique: dict[ir.Type, None] = {}
    for type_ in types:
        unique |= dict.fromkeys(_flattened(type_, discriminator))
    unique = _join_constants(unique)
    if len(_DECIMALS & unique.keys()) > 1:
        unique = dict.fromkeys(_EITHER_DECIMAL if type_ in _DECIMALS else type_ for type_ in unique)
    if ir.ANY in unique or not unique:
        return ir.ANY
    ordered = [member for member in unique if member != ir.NULL]
    if len(ordered) == 1 and isinstance(only := ordered[0], ir.Union):
        ordered, discriminator = list(only.members), only.discriminator
    if len(ordered) <= 1:
        discriminator = None
    ordered += [ir.NULL] * (ir.NULL in unique)
    return ordered[0] if len(ordered) == 1 else ir.Union(tuple(ordered), discriminator)


def _flattened(type_: ir.Type, discriminator: ir.Discriminator | None) -> tuple[ir.Type, ...]:
    """Return the members of a type in a union; a union with another discriminator stays one, without null."""
    if not isinstance(type_, ir.Union):
        return (type_,)
    if type_.discriminator in {None, discriminator}:
        return type_.members
    if ir.NULL not in type_.members:
        return (type_,)
    return (replace(type_, members=tuple(member for member in type_.members if member != ir.NULL)), ir.NULL)


def _join_constants(members: Iterable[ir.Type]) -> dict[ir.Type, None]:
    """Join all constants at the position of the first one, with null as a type of its own."""
    types = list(members)
    values = [value for type_ in types if isinstance(type_, ir.Constant) for value in type_.values]
    unique = tuple({(type(value), value): value for value in values if value is not None}.values())
    joined = [ir.Constant(unique)] * bool(unique) + [ir.NULL] * (None in values)
    first = next((index for index, type_ in enumerate(types) if isinstance(type_, ir.Constant)), 0)
    others = [type_ for type_ in types if not isinstance(type_, ir.Constant)]
    return dict.fromkeys([*others[:first], *joined, *others[first:]])


def _nullable(type_: ir.Type) -> ir.Type:
    return make_union((type_, ir.NULL))


def _is_union(type_: ir.Type) -> bool:
    return isinstance(type_, ir.Union) and sum(member != ir.NULL for member in type_.members) > 1


def _constant(value: Json) -> ir.Type:
    match value:
        case dict():
            return ir.Map(ir.ANY)
        case list():
            return ir.Array(ir.ANY)
        case _:
            return make_union([ir.Constant((value,))])


# ---------------------------------------------------------------- names of types
_SCALAR_OF: Mapping[type, ir.Scalar] = {
    str: ir.Scalar.STRING,
    bool: ir.Scalar.BOOLEAN,
    int: ir.Scalar.INTEGER,
    float: ir.Scalar.NUMBER,
    type(None): ir.Scalar.NULL,
}
_SCALARS: Mapping[tuple[str, str], ir.Scalar] = {
    ("boolean", ""): ir.Scalar.BOOLEAN,
    ("integer", ""): ir.Scalar.INTEGER,
    ("number", ""): ir.Scalar.NUMBER,
    ("number", "decimal"): ir.Scalar.DECIMAL,
    ("string", ""): ir.Scalar.STRING,
    ("string", "binary"): ir.Scalar.BINARY,
    ("string", "date"): ir.Scalar.DATE,
    ("string", "date-time"): ir.Scalar.DATETIME,
    ("string", "decimal"): ir.Scalar.DECIMAL_STRING,
    ("string", "duration"): ir.Scalar.DURATION,
    ("string", "time"): ir.Scalar.TIME,
    ("string", "uuid"): ir.Scalar.UUID,
    ("file", ""): ir.Scalar.BINARY,
    ("null", ""): ir.Scalar.NULL,
}
"""Type and format to scalar."""

_SYNONYMS: Mapping[str, str] = {
    **dict.fromkeys(("str", "text", "char", "date", "date-time", "datetime", "timestamp", "uuid"), "string"),
    **dict.fromkeys(("int", "int32", "int64", "long", "short"), "integer"),
    **dict.fromkeys(("float", "double", "numeric", "decimal"), "number"),
    **dict.fromkeys(("map", "dict", "hash"), "object"),
    "bool": "boolean",
    "list": "array",
}
"""Names of types in other languages to the type of JSON Schema that is meant."""

_FORMATS = {"date": "date", "date-time": "date-time", "datetime": "date-time", "decimal": "decimal", "uuid": "uuid"}


@dataclass(frozen=True, slots=True)
class _PlainType:
    """A type of JSON Schema ("" for any value), its scalar, and whether the document uses its standard name."""

    name: str
    scalar: ir.Scalar
    is_standard: bool = True


def _interpret_type(name: str, format_: str) -> _PlainType:
    if not name:
        return _PlainType("", ir.Scalar.ANY)
    if _is_standard(name):
        return _PlainType(name, _scalar(name, format_))
    word = name.lower()
    meant = word if _is_standard(word) else _SYNONYMS.get(word, "")
    return _PlainType(meant, _scalar(meant, _FORMATS.get(word, format_)), is_standard=False)


def _is_standard(name: str) -> bool:
    return (name, "") in _SCALARS or name in {"array", "object"}


def _scalar(name: str, format_: str) -> ir.Scalar:
    return _SCALARS.get((name, format_), _SCALARS.get((name, ""), ir.Scalar.ANY))


def _implied_type(merged: MergedSchema) -> str:
    """Return the type that the keywords of a schema without `type` imply, "" for any."""
    if merged.items is not None or merged.prefix:
        return "array"
    if merged.patterns or merged.others is not None:
        return "object"
    has_content = merged.content_media_type or merged.content_encoding
    has_format = merged.format and _scalar("string", merged.format) is not ir.Scalar.STRING
    return "string" if has_content or has_format else ""

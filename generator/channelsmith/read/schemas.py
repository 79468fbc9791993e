"""Schemas into types: every dialect of OpenAPI's schemas becomes the six values of the IR."""

from collections.abc import Iterable, Mapping

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Json, Node
from channelsmith.read.discriminators import Tags, find_tags
from channelsmith.read.flatten import Flat, flatten, listed, parts, says_something
from channelsmith.read.hints import hint

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
    ("string", "uuid"): ir.Scalar.UUID,
    ("file", ""): ir.Scalar.BINARY,
    ("null", ""): ir.Scalar.NULL,
}
_OF_VALUE: Mapping[type, ir.Scalar] = {
    str: ir.Scalar.STRING,
    bool: ir.Scalar.BOOLEAN,
    int: ir.Scalar.INTEGER,
    float: ir.Scalar.NUMBER,
    type(None): ir.Scalar.NULL,
}
_OWN = ("properties", "oneOf", "anyOf", "enum", "const")  # beside one `allOf` part, these make a type of its own


class Schemas:
    """Reads schemas on demand and keeps each named one once, by pointer."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tags: Tags = find_tags(document)
        self._read: dict[str, ir.Schema] = {}
        self._types: dict[str, ir.Type] = {}  # what a reference to a pointer means
        self._objects: set[str] = set()  # read, or waiting to be
        self._waiting: list[tuple[Node, Flat]] = []  # so that no chain of references is too long
        self._being_read: set[str] = set()
        self._circular: set[str] = set()  # those of them that were met again
        self._bare: set[str] = set()  # those of them with no list, map or object between them and here
        self.diagnostics: list[Diagnostic] = []

    @property
    def all(self) -> tuple[ir.Schema, ...]:
        """Every named schema read so far, in the order of their pointers."""
        return tuple(sorted(self._read.values(), key=lambda schema: schema.pointer))

    def type_of(self, node: Node) -> ir.Type:
        """The type a schema describes; named schemas are read on the way.

        Raises:
            UnusableInput: a reference leads nowhere.
        """
        return self._drained(self._type_of(node))

    def referenced(self, node: Node) -> ir.Type:
        """The type a reference to this schema has; also how a schema is read that stands under a name, used or not."""
        return self._drained(self._target(node.resolve()))

    def _drained(self, found: ir.Type) -> ir.Type:
        while self._waiting:
            self._read_object(*self._waiting.pop())
        return found

    def _type_of(self, node: Node) -> ir.Type:
        if node.ref is not None:
            found = self._target(node.resolve())
            return _nullable(found) if node.flag("nullable") else found
        if not says_something(node):
            return _nullable(ir.ANY) if node.is_mapping and node.flag("nullable") else ir.ANY
        return self._guarded(node)

    def _target(self, target: Node) -> ir.Type:
        """What a reference leads to: a named schema where the type is worth a name, else the type itself."""
        if target.pointer not in self._types:
            found = self._guarded(target) if says_something(target) else ir.ANY
            if target.pointer in self._being_read:
                return found
            if isinstance(found, ir.Array | ir.Map) or _is_union(found):
                found = self._alias(target, found)
            self._types[target.pointer] = found
        return self._types[target.pointer]

    def _guarded(self, node: Node) -> ir.Type:
        """As `_direct`, for what may contain itself: that gets a name, or is anything where there is nothing else."""
        if node.pointer in self._bare:
            self._warn(node, "this schema describes itself by nothing but itself; any value is accepted here")
            return ir.ANY
        if node.pointer in self._being_read:
            self._circular.add(node.pointer)
            return ir.Named(node.pointer)
        self._being_read.add(node.pointer)
        self._bare.add(node.pointer)
        found = self._direct(node)
        self._bare.discard(node.pointer)
        self._being_read.discard(node.pointer)
        return self._alias(node, found) if node.pointer in self._circular else found

    def _inside(self, node: Node | None) -> ir.Type:
        """The type of what a list, a map or an object holds."""
        if node is None:
            return ir.ANY
        outer, self._bare = self._bare, set()
        found = self._type_of(node)
        self._bare = outer
        return found

    def _alias(self, node: Node, found: ir.Type) -> ir.Type:
        words = hint(self._document, node.pointer)
        tag = self._tags.property_of(node.pointer)
        self._read[node.pointer] = ir.AliasSchema(node.pointer, words, node.text("description"), found, tag)
        return ir.Named(node.pointer)

    def _direct(self, node: Node) -> ir.Type:
        """The type of a schema that is no reference itself."""
        flat, whole = flatten(node), parts(node)
        own = any(key in each for each in (node, *whole) for key in _OWN) or node.pointer in self._tags.members
        if len(whole) == 1 and not own:
            found = self._type_of(whole[0])
            return _nullable(found) if flat.nullable else found
        found = self._core(node, flat)
        return _nullable(found) if flat.nullable else found

    def _core(self, node: Node, flat: Flat) -> ir.Type:
        if flat.const is not None:
            value = flat.const.value
            return either([ir.Constant((value,)) if not isinstance(value, dict | list) else ir.ANY])
        if (values := listed(flat)) is not None:
            return self._enum(node, values)
        if flat.properties:
            return self._object(node, flat)
        if flat.options:
            return either(self._type_of(option) for option in flat.options)
        return either(self._plain(node, kind, flat) for kind in flat.types or (_implied(flat),))

    def _plain(self, node: Node, kind: str, flat: Flat) -> ir.Type:
        """An array, a map or a scalar."""
        if kind == "array":
            return ir.Array(self._inside(flat.items))
        if kind == "object":
            return ir.Map(self._inside(flat.additional))
        if kind == "":
            return ir.ANY
        scalar = _SCALARS.get((kind, flat.format), _SCALARS.get((kind, "")))
        if scalar is None:
            self._warn(node, f"the type {kind!r} is none of JSON Schema's; any value is accepted here")
            return ir.ANY
        return ir.Primitive(scalar)

    def _enum(self, node: Node, values: list[Json]) -> ir.Type:
        kinds = {type(value) for value in values} - {type(None)}
        nullable = None in values
        if kinds in ({str}, {int}):
            kept = tuple(dict.fromkeys(value for value in values if isinstance(value, str | int)))
            self._read[node.pointer] = ir.EnumSchema(
                node.pointer, hint(self._document, node.pointer), node.text("description"), kept
            )
            return _nullable(ir.Named(node.pointer)) if nullable else ir.Named(node.pointer)
        return either(ir.Primitive(_OF_VALUE.get(type(value), ir.Scalar.ANY)) for value in values)

    def _object(self, node: Node, flat: Flat) -> ir.Type:
        if node.pointer not in self._objects:
            self._objects.add(node.pointer)
            self._waiting.append((node, flat))
        return ir.Named(node.pointer)

    def _read_object(self, node: Node, flat: Flat) -> None:
        members = dict(flat.properties)
        for option in flat.options:  # `oneOf` beside `properties`: what any of them adds may be there
            for key, value in flatten(option).properties.items():
                members.setdefault(key, value)
        properties = tuple(self._property(node, key, value, flat) for key, value in members.items())
        words = hint(self._document, node.pointer)
        self._read[node.pointer] = ir.ObjectSchema(node.pointer, words, node.text("description"), properties)

    def _property(self, owner: Node, name: str, node: Node, flat: Flat) -> ir.Property:
        tags = self._tags.values_of(owner.pointer, name)
        about = node.resolve()
        return ir.Property(
            name=name,
            type=ir.Constant(tags) if tags else self._inside(node),
            required=bool(tags) or name in flat.required,
            description=node.text("description"),  # that of a shared schema stands once, on its own class
            deprecated=node.flag("deprecated") or about.flag("deprecated"),
            read_only=node.flag("readOnly") or about.flag("readOnly"),
            write_only=node.flag("writeOnly") or about.flag("writeOnly"),
        )

    def _warn(self, node: Node, message: str) -> None:
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))


def either(members: Iterable[ir.Type]) -> ir.Type:
    """One of `members`: flat, without repeats, null last; a single one is itself and "anything" swallows the rest."""
    found: dict[ir.Type, None] = {}
    for member in members:
        found |= dict.fromkeys(member.members if isinstance(member, ir.Either) else (member,))
    found = _constants_joined(found)
    if ir.Primitive(ir.Scalar.DECIMAL_STRING) in found:  # number or string on the wire: both are read, a string is sent
        found.pop(ir.Primitive(ir.Scalar.DECIMAL), None)
    if ir.ANY in found or not found:
        return ir.ANY
    ordered = [member for member in found if member != ir.NULL] + [ir.NULL] * (ir.NULL in found)
    return ordered[0] if len(ordered) == 1 else ir.Either(tuple(ordered))


def _constants_joined(members: Iterable[ir.Type]) -> dict[ir.Type, None]:
    """The members with all constants in the place of the first one, and null as the type it is."""
    every = list(members)
    values = [value for member in every if isinstance(member, ir.Constant) for value in member.values]
    kept = tuple({(type(value), value): value for value in values if value is not None}.values())
    joined = [ir.Constant(kept)] * bool(kept) + [ir.NULL] * (None in values)
    at = next((at for at, member in enumerate(every) if isinstance(member, ir.Constant)), 0)
    others = [member for member in every if not isinstance(member, ir.Constant)]
    return dict.fromkeys([*others[:at], *joined, *others[at:]])


def _nullable(found: ir.Type) -> ir.Type:
    return either((found, ir.NULL))


def _is_union(found: ir.Type) -> bool:
    return isinstance(found, ir.Either) and sum(member != ir.NULL for member in found.members) > 1


def _implied(flat: Flat) -> str:
    if flat.items is not None:
        return "array"
    if flat.additional is not None:
        return "object"
    return "string" if ("string", flat.format) in _SCALARS and flat.format else ""

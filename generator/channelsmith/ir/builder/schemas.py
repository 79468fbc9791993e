"""Schemas into types: every dialect of OpenAPI's schemas becomes the six values of the IR."""

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Json, Node
from channelsmith.ir.builder.all_of import Flat, extends, flatten, has_beside, listed, parts, reach, says_something
from channelsmith.ir.builder.discriminators import Tags, find_tags
from channelsmith.ir.builder.enums import constant, enum
from channelsmith.ir.builder.name_hints import hint
from channelsmith.ir.builder.scalars import meaning
from channelsmith.ir.builder.unions import either

_OWN = ("properties", "oneOf", "anyOf", "enum", "const", "items", "prefixItems", "patternProperties")
"""Beside one `allOf` part, or a reference, these make a type of its own."""


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
        return self._drained(self._target(reach(node)))

    def _drained(self, found: ir.Type) -> ir.Type:
        while self._waiting:
            self._read_object(*self._waiting.pop())
        return found

    def _type_of(self, node: Node) -> ir.Type:
        if node.ref is not None and not extends(node):
            if has_beside(node):
                self._warn(node, "before OpenAPI 3.1 nothing beside '$ref' has a meaning; it is ignored")
            found = self._target(reach(node))
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
        if len(whole) == 1 and not self._is_own(node, whole[0], flat):
            found = self._type_of(whole[0])
            return _nullable(found) if flat.nullable else found
        found = self._core(node, flat)
        return _nullable(found) if flat.nullable else found

    def _is_own(self, node: Node, part: Node, flat: Flat) -> bool:
        """Whether a schema of one part is another type than the part."""
        if any(key in each for each in (node, part) for key in _OWN) or node.pointer in self._tags.members:
            return True
        others = node.get("additionalProperties")
        required = {str(each.value) for each in said.elements()} if (said := node.get("required")) else set[str]()
        narrowed = required & flat.properties.keys() - flatten(part).required
        return bool(narrowed) or (others is not None and says_something(others))

    def _core(self, node: Node, flat: Flat) -> ir.Type:
        if flat.const is not None:
            return constant(flat.const.value)
        if (values := listed(flat)) is not None and (found := self._enum(node, flat, values)) is not None:
            return found
        if flat.properties or (flat.conditional and not flat.options and flat.optional):
            others = (self._plain(node, kind, flat) for kind in flat.types if kind != "object")
            return either([*([] if flat.types and "object" not in flat.types else [self._object(node, flat)]), *others])
        if flat.options:
            return either(self._type_of(option) for option in flat.options)
        return either(self._plain(node, kind, flat) for kind in flat.types or (_implied(flat),))

    def _enum(self, node: Node, flat: Flat, values: list[Json]) -> ir.Type | None:
        """The type of an enum; None where it stands on something else than a scalar."""
        if flat.types == ("array",) and not any(isinstance(value, list) for value in values):
            self._warn(node, "'enum' lists no arrays, though 'type' asks for one; it is taken for that of the elements")
            return ir.Array(enum(node, values, self._read, hint(self._document, node.pointer)))
        if {"array", "object"} & set(flat.types) or any(isinstance(value, dict | list) for value in values):
            return None
        return enum(node, values, self._read, hint(self._document, node.pointer))

    def _plain(self, node: Node, kind: str, flat: Flat) -> ir.Type:
        """An array, a map or a scalar."""
        if not (meant := meaning(kind, flat.format)).is_standard:
            told = f"it is taken for {meant.kind!r}" if meant.kind else "any value is accepted here"
            self._warn(node, f"the type {kind!r} is none of JSON Schema's; {told}")
        if meant.kind == "array":
            return ir.Array(self._elements(flat))
        if meant.kind == "object":
            return ir.Map(either(self._inside(each) for each in flat.values))
        return ir.Primitive(meant.scalar)

    def _elements(self, flat: Flat) -> ir.Type:
        """What a list holds; where each position has a schema of its own, any of these."""
        rest = [flat.items] if flat.items is not None else []
        return either(self._inside(each) for each in (*flat.prefix, *rest))

    def _object(self, node: Node, flat: Flat) -> ir.Type:
        if node.pointer not in self._objects:
            self._objects.add(node.pointer)
            self._waiting.append((node, flat))
        return ir.Named(node.pointer)

    def _read_object(self, node: Node, flat: Flat) -> None:
        properties = [self._property(node, key, value, flat) for key, value in flat.properties.items()]
        properties += [self._optional(key, several, flat) for key, several in flat.optional.items()]
        others = either(self._inside(each) for each in flat.values)
        self._read[node.pointer] = ir.ObjectSchema(
            node.pointer,
            hint(self._document, node.pointer),
            node.text("description"),
            tuple(properties),
            None if others == ir.ANY else others,
        )

    def _property(self, owner: Node, name: str, node: Node, flat: Flat) -> ir.Property:
        tags = self._tags.values_of(owner.pointer, name)
        kind = ir.Constant(tags) if tags else self._overridden(node, flat.overridden.get(name, []))
        return self._member(name, node, kind, required=bool(tags) or name in flat.required)

    def _optional(self, name: str, nodes: list[Node], flat: Flat) -> ir.Property:
        kind = either(self._inside(each) for each in nodes)
        return self._member(name, nodes[0], kind, required=name in flat.required)

    def _member(self, name: str, node: Node, kind: ir.Type, *, required: bool) -> ir.Property:
        about = node.resolve()
        return ir.Property(
            name=name,
            type=kind,
            required=required,
            description=node.text("description"),  # that of a shared schema stands once, on its own class
            deprecated=node.flag("deprecated") or about.flag("deprecated"),
            read_only=node.flag("readOnly") or about.flag("readOnly"),
            write_only=node.flag("writeOnly") or about.flag("writeOnly"),
        )

    def _overridden(self, node: Node, earlier: list[Node]) -> ir.Type:
        """A property that earlier parts have described too: what is written here says more, or all that is known."""
        before = flatten(*earlier).properties.keys() if earlier and node.ref is None else set[str]()
        if not before or not before - flatten(node).properties.keys():
            return self._inside(node)
        flat = flatten(*earlier, node)
        found = self._object(node, flat)
        return _nullable(found) if flat.nullable else found

    def _warn(self, node: Node, message: str) -> None:
        self.diagnostics.append(node.problem(message, rule="approximated", severity=Severity.WARNING))


def _nullable(found: ir.Type) -> ir.Type:
    return either((found, ir.NULL))


def _is_union(found: ir.Type) -> bool:
    return isinstance(found, ir.Either) and sum(member != ir.NULL for member in found.members) > 1


def _implied(flat: Flat) -> str:
    if flat.items is not None or flat.prefix:
        return "array"
    if flat.patterns or flat.others is not None:
        return "object"
    return "string" if flat.format and meaning("string", flat.format).scalar is not ir.Scalar.STRING else ""

"""IR types as Python annotations."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from channelsmith import ir
from channelsmith.codegen.render import literal
from channelsmith.naming.names import Names

_MAX_ALIAS_DEPTH = 2
"""How many nested aliases an argument's annotation expands into plain values."""

_MAX_ALIAS_LENGTH = 2_000
"""Longest expansion of one alias in an argument's annotation, in characters."""

_SCALARS: Mapping[ir.Scalar, tuple[str, tuple[str, ...]]] = {
    ir.Scalar.ANY: ("Any", ("object",)),
    ir.Scalar.NULL: ("None", ("None",)),
    ir.Scalar.BOOLEAN: ("bool", ("bool",)),
    ir.Scalar.INTEGER: ("int", ("int",)),
    ir.Scalar.NUMBER: ("float", ("float", "Decimal")),
    ir.Scalar.STRING: ("str", ("str",)),
    ir.Scalar.DECIMAL: ("Decimal", ("Decimal", "int", "str")),
    ir.Scalar.DECIMAL_STRING: ("DecimalString", ("Decimal", "int", "str")),
    ir.Scalar.DECIMAL_OR_STRING: ("AnyDecimal", ("Decimal", "int", "str")),
    ir.Scalar.DATETIME: ("Timestamp", ("datetime", "str")),
    ir.Scalar.DATE: ("date", ("date", "str")),
    ir.Scalar.TIME: ("ClockTime", ("ClockTime", "str")),
    ir.Scalar.DURATION: ("IsoDuration", ("timedelta", "str")),
    ir.Scalar.UUID: ("UUID", ("UUID", "str")),
    ir.Scalar.BINARY: ("bytes", ("str",)),
}
"""For each scalar: the type of a value in a response, and the types accepted as an argument."""

_FIELD_SCALARS: Mapping[ir.Scalar, str] = {ir.Scalar.DATE: "CalendarDate"}
"""Scalars that have another annotation as a field of a model."""

TEXT = ("str",)
"""The annotation of a binary string in JSON, in a parameter and in an urlencoded form."""

FILE = ("FileInput",)
"""That of a binary string which is a part of a multipart body."""

FILE_OR_TEXT = ("FileOrText",)
"""That of a field of a model which describes both."""


_JSON_TYPES: Mapping[ir.Scalar, frozenset[str]] = {
    ir.Scalar.NULL: frozenset(["null"]),
    ir.Scalar.BOOLEAN: frozenset(["boolean"]),
    ir.Scalar.INTEGER: frozenset(["integer"]),
    ir.Scalar.NUMBER: frozenset(["number"]),
    ir.Scalar.DECIMAL: frozenset(["number"]),
    ir.Scalar.DECIMAL_STRING: frozenset(["string", "number", "integer"]),  # a number is read too
}
"""The JSON types of scalars that are not strings only; integers and numbers have different types in Python."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Annotations with the names of one API.

    Outside the models package a model is written `models.X`, so that no class of a document can shadow a name of ours.
    """

    schemas: Mapping[str, ir.Schema]
    names: Names
    shadowed: frozenset[str] = frozenset()
    """Builtins whose names have another meaning where the annotations are used."""
    in_models: bool = False
    """Whether the annotations are those of the models themselves."""
    with_metadata: bool = False
    """Whether unions have the metadata that validation needs."""
    binary: tuple[str, ...] | None = None
    """The annotation of a binary string; None for bytes of a response, and for a text in a request or a model."""

    def of_value(self, type_: ir.Type) -> str:
        """Return the annotation of a value that comes from the API."""
        return union(self.members(type_))

    def validated(self, type_: ir.Type) -> str:
        """Return the annotation by which pydantic validates a value; one that is read by people is `of_value`."""
        return replace(self, with_metadata=True).of_value(type_)

    def of_argument(self, type_: ir.Type) -> str:
        """Return the annotation of an argument: the models, and the plain values a caller has at hand."""
        return union(self._accepted(type_, frozenset()))

    def of_body(self, type_: ir.Type) -> str:
        """Return the annotation of a body that is validated before it is sent, whose entries may be files."""
        values = type_.values if isinstance(type_, ir.Map) and type_.keys is None else None
        return self.of_value(type_) if values is None else self._dict_of(self.of_value(values))

    def of_body_argument(self, type_: ir.Type) -> str:
        """Return the annotation of a body as an argument; see `of_body`."""
        values = type_.values if isinstance(type_, ir.Map) and type_.keys is None else None
        return (
            self.of_argument(type_)
            if values is None
            else f"Mapping[{self._builtin('str')}, {self.of_argument(values)}]"
        )

    def has_file(self, type_: ir.Type) -> bool:
        """Whether a value is a file or contains some, where binary strings are files."""
        match type_:
            case ir.Primitive(scalar):
                return scalar is ir.Scalar.BINARY and self.binary in {FILE, FILE_OR_TEXT}
            case ir.Array(items):
                return self.has_file(items)
            case ir.Union(members):
                return any(map(self.has_file, members))
            case ir.Ref(pointer):
                schema = self.schemas[pointer]
                return (
                    isinstance(schema, ir.AliasSchema) and not self.is_recursive(schema) and self.has_file(schema.type)
                )
            case _:
                return False

    def members(self, type_: ir.Type) -> tuple[str, ...]:  # noqa: PLR0911 -- a table, one line a type
        """Return the members of the union that `of_value` returns."""
        match type_:
            case ir.Primitive(scalar):
                return self._scalar(scalar, _SCALARS[scalar][:1])
            case ir.Ref(pointer):
                return (self._model(pointer),)
            case ir.Array(items):
                return (f"{self._builtin('list')}[{self.of_value(items)}]",)
            case ir.Map(values, keys):
                text = self._dict_of(self._within_json().of_members(values, keys))
                return (f"Annotated[{text}, {self.by_key(keys)}]" if keys and self.with_metadata else text,)
            case ir.Union(members) if self.with_metadata and self._is_ambiguous(type_):
                others = tuple(member for member in members if member != ir.NULL)
                parts = [part for member in others for part in self.members(member)]
                null = ("None",) if len(others) < len(members) else ()
                return (f"Annotated[{union(parts)}, {self._one_of(type_)}]", *null)
            case ir.Union(members):
                return tuple(part for member in members for part in self.members(member))
            case ir.Constant(values):
                return (_literal(values),)

    def have_metadata(self, types: Iterable[ir.Type | None]) -> bool:
        """Return whether the annotation of one of these types has metadata for validation."""
        return any(self.validated(type_) != self.of_value(type_) for type_ in types if type_ is not None)

    def of_members(self, values: ir.Type, keys: ir.KeyPatterns | None) -> str:
        """Return the annotation of the values of an object; keys that match no pattern may have any value."""
        text = self.of_value(values)
        return f"{text} | Any" if keys is not None and keys.others == ir.ANY and text != "Any" else text

    def by_key(self, keys: ir.KeyPatterns, *, is_marked: bool = False) -> str:
        """Return the metadata by which the key of a value decides on its type."""
        inner = self._within_json()
        patterns = ", ".join(f"{literal(pattern)}: {inner.of_value(type_)}" for pattern, type_ in keys.patterns)
        others = "" if keys.others is None else f", others={inner.of_value(keys.others)}"
        return f"ByKey({{{patterns}}}{others}{', is_marked=True' * is_marked})"

    def _one_of(self, type_: ir.Union) -> str:
        """Return the metadata of a union."""
        if type_.discriminator is None:
            return "OneOf()"
        classes = {value: self.names.classes[pointer] for value, pointer in type_.discriminator.mapping}
        arguments = f"{literal(type_.discriminator.property)}, {literal(classes)}"
        default = type_.discriminator.default
        return f"OneOf({arguments}, {literal(self.names.classes[default])})" if default else f"OneOf({arguments})"

    def _is_ambiguous(self, type_: ir.Union) -> bool:
        """Whether several members of a union may accept a value of the same JSON type."""
        others = [member for member in type_.members if member != ir.NULL]
        if len({part for member in others for part in self.members(member)}) <= 1:
            return False
        counts = Counter(kind for member in others for kind in self._json_types(member, frozenset()))
        return type_.discriminator is not None or max(counts.values(), default=0) > 1

    def _json_types(self, type_: ir.Type, seen: frozenset[str]) -> frozenset[str]:  # noqa: PLR0911 -- a table
        """Return the JSON types that values of a type may have."""
        match type_:
            case ir.Primitive(scalar):
                return _JSON_TYPES.get(scalar, frozenset(["string"]))
            case ir.Array():
                return frozenset(["array"])
            case ir.Map():
                return frozenset(["object"])
            case ir.Union(members):
                return frozenset(kind for member in members for kind in self._json_types(member, seen))
            case ir.Constant():
                return frozenset()  # no other member accepts its values as well as a constant
            case ir.Ref(pointer):
                match self.schemas[pointer]:
                    case ir.ObjectSchema():
                        return frozenset(["object"])
                    case ir.EnumSchema(values=values):
                        return frozenset(["string" if isinstance(values[0], str) else "integer"])
                    case ir.AliasSchema(type=target):
                        return self._json_types(target, seen | {pointer}) if pointer not in seen else frozenset()

    def _accepted(self, type_: ir.Type, expanded: frozenset[str]) -> tuple[str, ...]:  # noqa: PLR0911 -- a table
        match type_:
            case ir.Primitive(scalar):
                return self._scalar(scalar, _SCALARS[scalar][1])
            case ir.Ref(pointer):
                return self._accepted_model(pointer, expanded)
            case ir.Array(items):
                return (f"Sequence[{union(self._accepted(items, expanded))}]",)
            case ir.Map(keys=ir.KeyPatterns(others=ir.ANY)):
                return (f"Mapping[{self._builtin('str')}, {self._builtin('object')}]",)
            case ir.Map(values):
                accepted = self._within_json()._accepted(values, expanded)  # noqa: SLF001 -- of the same class
                return (f"Mapping[{self._builtin('str')}, {union(accepted)}]",)
            case ir.Union(members):
                return tuple(part for member in members for part in self._accepted(member, expanded))
            case ir.Constant(values):
                return (_literal(values),)

    def _accepted_model(self, pointer: str, expanded: frozenset[str]) -> tuple[str, ...]:
        model = self._model(pointer)
        match self.schemas[pointer]:
            case ir.ObjectSchema():
                return (model, f"Mapping[{self._builtin('str')}, {self._builtin('object')}]")
            case ir.EnumSchema(values=values):
                return (model, self._builtin("str" if isinstance(values[0], str) else "int"))
            case ir.AliasSchema(type=target):
                if pointer in expanded or len(expanded) == _MAX_ALIAS_DEPTH:
                    return (model,)
                plain = self._accepted(target, expanded | {pointer})
                return (model, *plain) if sum(map(len, plain)) <= _MAX_ALIAS_LENGTH else (model,)

    def is_recursive(self, alias: ir.AliasSchema) -> bool:
        """Return whether an alias contains itself through lists, maps, unions and other aliases only."""
        pending, seen = [alias.type], set[str]()
        while pending:
            match pending.pop():
                case ir.Array(inner) | ir.Map(inner):
                    pending.append(inner)
                case ir.Union(members):
                    pending += members
                case ir.Ref(pointer) if pointer == alias.pointer:
                    return True
                case ir.Ref(pointer) if pointer not in seen:
                    seen.add(pointer)
                    schema = self.schemas[pointer]
                    pending += [schema.type] if isinstance(schema, ir.AliasSchema) else []
                case _:
                    continue
        return False

    def _scalar(self, scalar: ir.Scalar, usual: tuple[str, ...]) -> tuple[str, ...]:
        if scalar is ir.Scalar.BINARY and (self.in_models or self.binary is not None):
            usual = self.binary or TEXT
        elif self.in_models and scalar in _FIELD_SCALARS:
            usual = (_FIELD_SCALARS[scalar],)
        return tuple(self._builtin(word) for word in usual)

    def _within_json(self) -> "Annotations":
        """The annotations of what is inside of an object, which is sent as JSON."""
        return self if self.binary is None else replace(self, binary=TEXT)

    def _dict_of(self, values: str) -> str:
        return f"{self._builtin('dict')}[{self._builtin('str')}, {values}]"

    def _model(self, pointer: str) -> str:
        class_name = self.names.classes[pointer]
        return class_name if self.in_models else f"models.{class_name}"

    def _builtin(self, word: str) -> str:
        return f"builtins.{word}" if word in self.shadowed else word


def union(members: Iterable[str]) -> str:
    """Return the union of annotations without duplicates, None last; `Any` and `object` absorb all others."""
    distinct = dict.fromkeys(members)
    for anything in ("Any", "object", "builtins.object"):
        if anything in distinct:
            return anything
    return " | ".join([*(member for member in distinct if member != "None"), *(["None"] if "None" in distinct else [])])


def _literal(values: tuple[ir.JsonScalar, ...]) -> str:
    if any(isinstance(value, float) for value in values):
        return "float"
    return f"Literal[{', '.join(literal(value) for value in values)}]"

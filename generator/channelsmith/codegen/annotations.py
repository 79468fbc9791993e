"""IR types as Python annotations and as the plain JSON Schema the model generator reads.

Three columns for each scalar: what a response gives, what a caller may pass, and the schema. Annotations refer to
models as `models.X`, so that no class of a document can shadow a name of ours.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.text import literal
from channelsmith.naming.names import Names

COMPONENTS = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class _Row:
    given: str
    accepted: tuple[str, ...]
    schema: Mapping[str, object]


_UNFOLDED = 2
"""Most aliases inside one another of which an argument takes the plain values too."""

_LONGEST = 2_000
"""Most characters of all that an argument takes in place of one alias."""


def _runtime_type(name: str) -> Mapping[str, object]:
    return {"$ref": COMPONENTS + name}


RUNTIME_TYPES = ("CalendarDate", "DecimalString", "Timestamp")
"""Scalars with rules of their own on the wire; they live in the runtime's `types` module."""

_ROWS: Mapping[ir.Scalar, _Row] = {
    ir.Scalar.ANY: _Row("Any", ("object",), {}),
    ir.Scalar.NULL: _Row("None", ("None",), {"type": "null"}),
    ir.Scalar.BOOLEAN: _Row("bool", ("bool",), {"type": "boolean"}),
    ir.Scalar.INTEGER: _Row("int", ("int",), {"type": "integer"}),
    ir.Scalar.NUMBER: _Row("float", ("float",), {"type": "number"}),
    ir.Scalar.STRING: _Row("str", ("str",), {"type": "string"}),
    ir.Scalar.DECIMAL: _Row("Decimal", ("Decimal", "int", "str"), {"type": "number", "format": "decimal"}),
    ir.Scalar.DECIMAL_STRING: _Row("DecimalString", ("Decimal", "int", "str"), _runtime_type("DecimalString")),
    ir.Scalar.DATETIME: _Row("Timestamp", ("datetime", "str"), _runtime_type("Timestamp")),
    ir.Scalar.DATE: _Row("date", ("date", "str"), _runtime_type("CalendarDate")),
    ir.Scalar.UUID: _Row("UUID", ("UUID", "str"), {"type": "string", "format": "uuid"}),
    ir.Scalar.BINARY: _Row("bytes", ("FileInput",), {"type": "string"}),
}


@dataclass(frozen=True, slots=True)
class PyTypes:
    """Renders types with the names of one API."""

    schemas: Mapping[str, ir.Schema]
    names: Names
    shadowed: frozenset[str] = frozenset()  # builtins whose names are taken where the annotations will stand

    def given(self, kind: ir.Type) -> str:
        """The annotation of a value that comes back from the API."""
        return union(self.members(kind))

    def accepted(self, kind: ir.Type) -> str:
        """The annotation of an argument: the models, and the plain values a caller has at hand."""
        return union(self._accepted(kind, frozenset()))

    def members(self, kind: ir.Type) -> tuple[str, ...]:
        """The members of `given`, before they are joined."""
        match kind:
            case ir.Primitive(scalar):
                return (self._builtin(_ROWS[scalar].given),)
            case ir.Named(pointer):
                return (f"models.{self.names.classes[pointer]}",)
            case ir.Array(items):
                return (f"{self._builtin('list')}[{self.given(items)}]",)
            case ir.Map(values):
                return (f"{self._builtin('dict')}[{self._builtin('str')}, {self.given(values)}]",)
            case ir.Either(members):
                return tuple(part for member in members for part in self.members(member))
            case ir.Constant(values):
                return (_literal(values),)

    def _accepted(self, kind: ir.Type, inside: frozenset[str]) -> tuple[str, ...]:
        match kind:
            case ir.Primitive(scalar):
                return tuple(self._builtin(word) for word in _ROWS[scalar].accepted)
            case ir.Named(pointer):
                return self._accepted_name(pointer, inside)
            case ir.Array(items):
                return (f"Sequence[{union(self._accepted(items, inside))}]",)
            case ir.Map(values):
                return (f"Mapping[{self._builtin('str')}, {union(self._accepted(values, inside))}]",)
            case ir.Either(members):
                return tuple(part for member in members for part in self._accepted(member, inside))
            case ir.Constant(values):
                return (_literal(values),)

    def _accepted_name(self, pointer: str, inside: frozenset[str]) -> tuple[str, ...]:
        own = f"models.{self.names.classes[pointer]}"
        match self.schemas[pointer]:
            case ir.ObjectSchema():
                return (own, f"Mapping[{self._builtin('str')}, {self._builtin('object')}]")
            case ir.EnumSchema(values=values):
                return (own, self._builtin("str" if isinstance(values[0], str) else "int"))
            case ir.AliasSchema(type=kind):
                if pointer in inside or len(inside) == _UNFOLDED:
                    return (own,)
                plain = self._accepted(kind, inside | {pointer})
                return (own, *plain) if sum(map(len, plain)) <= _LONGEST else (own,)

    def is_recursive(self, alias: ir.AliasSchema) -> bool:
        """Whether an alias holds itself, with nothing but lists, maps and other aliases between."""
        waiting, seen = [alias.type], set[str]()
        while waiting:
            match waiting.pop():
                case ir.Array(inner) | ir.Map(inner):
                    waiting.append(inner)
                case ir.Either(members):
                    waiting += members
                case ir.Named(pointer) if pointer == alias.pointer:
                    return True
                case ir.Named(pointer) if pointer not in seen:
                    seen.add(pointer)
                    named = self.schemas[pointer]
                    waiting += [named.type] if isinstance(named, ir.AliasSchema) else []
                case _:
                    continue
        return False

    def schema(self, kind: ir.Type) -> dict[str, object]:
        """The type as JSON Schema in which every named schema is a reference to its class name."""
        match _joined(kind):
            case ir.Primitive(scalar):
                return dict(_ROWS[scalar].schema)
            case ir.Named(pointer):
                return {"$ref": COMPONENTS + self.names.classes[pointer]}
            case ir.Array(items):
                return {"type": "array", "items": self.schema(items)}
            case ir.Map(values):
                return {"type": "object", "additionalProperties": self.schema(values)}
            case ir.Either(members):
                return {"anyOf": [self.schema(member) for member in members]}
            case ir.Constant(values):
                return {"type": "number"} if _literal(values) == "float" else {"const": hidden(values)}

    def _builtin(self, word: str) -> str:
        return f"builtins.{word}" if word in self.shadowed else word


def _joined(kind: ir.Type) -> ir.Type:
    """A constant or null as constants; as a choice of two the model generator would make an enum of it."""
    match kind:
        case ir.Either((ir.Constant(values), ir.NULL)) if _literal(values) != "float":
            return ir.Constant((*values, None))
        case _:
            return kind


_HIDDEN = re.compile(r"(['\"])hidden-([0-9a-f]+)\1")


def hidden(values: tuple[ir.JsonScalar, ...]) -> str:
    """Constants as the model generator gets to see them: one word of hexadecimal digits."""
    return f"hidden-{json.dumps(values).encode().hex()}"


def revealed(annotation: str) -> str:
    """Python code of the model generator's with the constants themselves in place of the hidden ones."""
    return _HIDDEN.sub(lambda found: ", ".join(map(literal, json.loads(bytes.fromhex(found[2])))), annotation)


def union(members: Iterable[str]) -> str:
    """Members joined, each once, None last; "anything" swallows the rest."""
    found = dict.fromkeys(members)
    for anything in ("Any", "object", "builtins.object"):
        if anything in found:
            return anything
    return " | ".join([*(member for member in found if member != "None"), *(("None",) if "None" in found else ())])


def _literal(values: tuple[ir.JsonScalar, ...]) -> str:
    if any(isinstance(value, float) for value in values):
        return "float"
    return f"Literal[{', '.join(literal(value) for value in values)}]"

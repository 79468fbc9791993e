"""What a value can be: six small types, and the scalars at their ends."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

JsonScalar: TypeAlias = str | int | float | bool | None


class Scalar(StrEnum):
    """The values that are not containers."""

    ANY = "any"
    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    DECIMAL = "decimal"  # a JSON number whose digits matter
    DECIMAL_STRING = "decimal-string"  # the same, sent as a string
    DATETIME = "date-time"
    DATE = "date"
    UUID = "uuid"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Primitive:
    """One scalar."""

    scalar: Scalar


@dataclass(frozen=True, slots=True)
class Named:
    """A schema of `Api.schemas`, by the pointer it stands at."""

    pointer: str


@dataclass(frozen=True, slots=True)
class Array:
    """A list of one type."""

    items: "Type"


@dataclass(frozen=True, slots=True)
class Map:
    """An object with free keys and values of one type."""

    values: "Type"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several types; nullable is `Either((T, null))`."""

    members: tuple["Type", ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """One of a closed set of values (`const`, discriminator values)."""

    values: tuple[JsonScalar, ...]


Type: TypeAlias = Primitive | Named | Array | Map | Either | Constant

ANY = Primitive(Scalar.ANY)
NULL = Primitive(Scalar.NULL)

"""What the type and format of a schema mean, also where they are written in words of another language."""

from collections.abc import Mapping
from dataclasses import dataclass

from channelsmith import ir

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
_MEANT: Mapping[str, str] = {
    **dict.fromkeys(("str", "text", "char", "date", "date-time", "datetime", "timestamp", "uuid"), "string"),
    **dict.fromkeys(("int", "int32", "int64", "long", "short"), "integer"),
    **dict.fromkeys(("float", "double", "numeric", "decimal"), "number"),
    **dict.fromkeys(("map", "dict", "hash"), "object"),
    "bool": "boolean",
    "list": "array",
}
"""Words that are no types of JSON Schema, and the type that is meant by them."""
_FORMATS = {"date": "date", "date-time": "date-time", "datetime": "date-time", "decimal": "decimal", "uuid": "uuid"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A type of JSON Schema ("" for none), the scalar it is with its format, and whether it was written as one."""

    kind: str
    scalar: ir.Scalar
    is_standard: bool = True


def meaning(kind: str, form: str) -> Meaning:
    """What a type and a format mean; "" is any value."""
    if not kind:
        return Meaning("", ir.Scalar.ANY)
    if _is_known(kind):
        return Meaning(kind, _scalar(kind, form))
    word = kind.lower()
    meant = word if _is_known(word) else _MEANT.get(word, "")
    return Meaning(meant, _scalar(meant, _FORMATS.get(word, form)), is_standard=False)


def _is_known(kind: str) -> bool:
    return (kind, "") in _SCALARS or kind in {"array", "object"}


def _scalar(kind: str, form: str) -> ir.Scalar:
    return _SCALARS.get((kind, form), _SCALARS.get((kind, ""), ir.Scalar.ANY))

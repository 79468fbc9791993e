"""What a call returns: held against the bytes that were answered and the types the document declares."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from channelsmith import ir
from channelsmith.conform.equal import comparable, is_dict, is_list, shown
from channelsmith.conform.methods import is_json
from channelsmith.conform.traffic import Answered
from channelsmith.naming.names import Names


@dataclass(frozen=True, slots=True)
class Types:
    """The schemas of a document and the names they have in Python."""

    schemas: Mapping[str, ir.Schema]
    names: Names


def value_problems(value: Any, answered: Answered, declared: ir.Type | None, reads: str, types: Types) -> Iterator[str]:
    """What is wrong with what a call returned.

    Args:
        value: what it returned.
        answered: the response it was made from.
        declared: the type of that response's body, None where it has none.
        reads: "json", "text", "content" or "nothing": how the method reads successes.
        types: see there.
    """
    match reads:
        case "nothing":
            if value is not None:
                yield f"it returned {shown(value)}, not None"
        case "text":
            if value != answered.body.decode("utf-8", "replace"):
                yield f"it returned {shown(value)}, not the text that was answered"
        case "content":
            if getattr(value, "data", None) != answered.body:
                yield f"it returned {shown(value)}, not the bytes that were answered"
            elif value.media_type != answered.media_type:
                yield f"it says {value.media_type}, the response says {answered.media_type}"
        case _:
            yield from _json_problems(value, answered, declared, types)


def _json_problems(value: Any, answered: Answered, declared: ir.Type | None, types: Types) -> Iterator[str]:
    if not is_json(answered.media_type or "application/json") or not answered.body.strip():
        return
    body = json.loads(answered.body, parse_float=Decimal)
    if declared is not None:
        yield from type_problems(value, body, declared, types)
    kept, wanted = comparable(wire(value), utc=True), comparable(body, utc=True)
    if kept != wanted:
        yield f"written again it is {_first_difference(kept, wanted)}"


def wire(value: Any) -> Any:
    """A decoded value as it would be sent."""
    if is_list(value):
        return [wire(item) for item in value]
    if is_dict(value):
        return {key: wire(item) for key, item in value.items()}
    return value.to_wire() if hasattr(value, "to_wire") else value


def _first_difference(kept: Any, wanted: Any, at: str = "") -> str:
    if is_dict(kept) and is_dict(wanted):
        for name in [*wanted, *(each for each in kept if each not in wanted)]:
            if name not in kept:
                return f"without {at}/{name}"
            if name not in wanted:
                return f"with {at}/{name}, which was not answered"
            if kept[name] != wanted[name]:
                return _first_difference(kept[name], wanted[name], f"{at}/{name}")
    if is_list(kept) and is_list(wanted) and len(kept) == len(wanted):
        for place, (one, other) in enumerate(zip(kept, wanted, strict=True)):
            if one != other:
                return _first_difference(one, other, f"{at}/{place}")
    return f"{shown(kept)} at {at or '/'}, not {shown(wanted)}"


def type_problems(value: Any, body: Any, kind: ir.Type, types: Types, at: str = "") -> Iterator[str]:
    """Where a value is not of the Python type its document gives it; `body` is what it was read from."""
    match kind:
        case ir.Primitive(scalar):
            if scalar in _HOLDS and not _HOLDS[scalar](value, body):
                yield f"{at or '/'} is {shown(value)} for the {scalar.value} {shown(body)}"
        case ir.Array(items) if is_list(body):
            if not is_list(value) or len(value) != len(body):
                yield f"{at or '/'} is {shown(value)} for a list of {len(body)}"
                return
            for place, (one, was) in enumerate(zip(value, body, strict=True)):
                yield from type_problems(one, was, items, types, f"{at}/{place}")
        case ir.Map(values) if is_dict(body) and is_dict(value):
            for name, was in body.items():
                yield from type_problems(value.get(name), was, values, types, f"{at}/{name}")
        case ir.Either(members):
            found = [list(type_problems(value, body, each, types, at)) for each in members]
            yield from min(found, key=len, default=list[str]())
        case ir.Named(pointer):
            yield from _named_problems(value, body, types.schemas.get(pointer), types, at)
        case _:
            pass


def _named_problems(value: Any, body: Any, schema: ir.Schema | None, types: Types, at: str) -> Iterator[str]:
    match schema:
        case ir.ObjectSchema(pointer=pointer, properties=properties) if is_dict(body):
            for each in properties:
                if each.name in body:
                    attribute = types.names.attributes[pointer, each.name]
                    if not hasattr(value, attribute):
                        yield f"{at}/{each.name} is not there as .{attribute}"
                    else:
                        found = getattr(value, attribute)
                        yield from type_problems(found, body[each.name], each.type, types, f"{at}/{each.name}")
        case ir.AliasSchema(type=inner):
            yield from type_problems(getattr(value, "root", value), body, inner, types, at)
        case ir.EnumSchema():
            if getattr(value, "value", value) != body:
                yield f"{at or '/'} is {shown(value)} for {shown(body)}"
        case _:
            pass


def _is_moment(value: Any, body: Any) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None and isinstance(body, str)


def _is_exact(value: Any, body: Any) -> bool:
    return isinstance(value, Decimal) and value == Decimal(str(body))


_HOLDS: Final[Mapping[ir.Scalar, Callable[[Any, Any], bool]]] = {
    ir.Scalar.NULL: lambda value, body: value is None and body is None,
    ir.Scalar.BOOLEAN: lambda value, body: value is body,
    ir.Scalar.INTEGER: lambda value, body: isinstance(value, int) and value == body,
    ir.Scalar.NUMBER: lambda value, body: isinstance(value, int | float | Decimal) and float(value) == float(body),
    ir.Scalar.STRING: lambda value, body: isinstance(value, str) and value == body,
    ir.Scalar.DECIMAL: _is_exact,
    ir.Scalar.DECIMAL_STRING: _is_exact,
    ir.Scalar.DATETIME: _is_moment,
    ir.Scalar.DATE: lambda value, body: isinstance(value, date) and value.isoformat() == body,
    ir.Scalar.UUID: lambda value, body: isinstance(value, UUID) and str(value) == str(body).lower(),
}
"""Whether a value is of the Python type of a scalar, and still what it was."""

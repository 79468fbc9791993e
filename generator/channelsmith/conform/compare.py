"""Comparison of values by their meaning on the wire, independently of their notation."""

import json
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final, TypeGuard
from uuid import UUID

from channelsmith.document.json_pointer import split

_LONGEST: Final = 120


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def comparable(value: Any) -> Any:
    """Return texts and their containers in a form that is equal to another one when both mean the same.

    Times are moments: 12:00Z equals 14:00+02:00; a time without a zone equals none that has one. JSON in a text is
    compared as JSON, because its spaces do not matter. Everything else has to be the same, `1.50` and `1.5` too.
    """
    if is_dict(value):
        return {str(name): comparable(member) for name, member in value.items()}
    if is_list(value):
        return [comparable(element) for element in value]
    match value:
        case datetime():
            return _moment(value)
        case date() | UUID():
            return str(value)
        case str():
            return _text(value)
        case _:
            return value


def _text(value: str) -> Any:
    if value[4:5] == value[7:8] == "-" and len(value) >= len("2026-01-31T12:00"):
        try:
            return _moment(datetime.fromisoformat(value))
        except ValueError:
            return value
    if value[:1] in {"{", "["}:
        try:
            return f"JSON {comparable(json.loads(value, parse_float=Decimal))}"
        except ValueError:
            return value
    return value


def _moment(value: datetime) -> str:
    return f"moment {value.timestamp()}" if value.tzinfo is not None else f"time without a zone {value.isoformat()}"


def json_difference(actual: Any, expected: Any, at: str = "") -> str:
    """Return the first place where a JSON value is not the expected one in value and in type; "" where there is none.

    An integer has to be one, 123 is not 123.0; a number with a fraction may be written in any way. Texts are compared
    as `comparable` does.
    """
    if is_dict(actual) and is_dict(expected):
        for name in [*expected, *(name for name in actual if name not in expected)]:
            if name not in actual:
                return f"without {at}/{name}"
            if name not in expected:
                return f"with {at}/{name}, which is not expected"
        places = ((actual[name], member, f"{at}/{name}") for name, member in expected.items())
    elif is_list(actual) and is_list(expected) and len(actual) == len(expected):
        places = (
            (one, other, f"{at}/{index}") for index, (one, other) in enumerate(zip(actual, expected, strict=True))
        )
    else:
        return "" if _is_same(actual, expected) else f"{shorten(actual)} at {at or '/'}, not {shorten(expected)}"
    return next((difference for place in places if (difference := json_difference(*place))), "")


def _is_same(actual: Any, expected: Any) -> bool:
    match expected:
        case bool() | None:
            return actual is expected
        case int():
            is_integer = isinstance(actual, int) or (isinstance(actual, Decimal) and "." not in str(actual))
            return is_integer and not isinstance(actual, bool) and bool(actual == expected)
        case float() | Decimal():
            is_number = isinstance(actual, int | float | Decimal) and not isinstance(actual, bool)
            return is_number and Decimal(str(actual)) == Decimal(str(expected))
        case _:
            return bool(comparable(actual) == comparable(expected))


def find(body: Any, pointer: str) -> list[Any]:
    """The values at a JSON Pointer, in which `*` is every element of a list."""
    values = [body]
    for token in split(pointer):
        inner: list[Any] = []
        for value in values:
            if is_list(value) and token == "*":  # noqa: S105 -- no password
                inner += value
            elif is_dict(value) and token in value:
                inner.append(value[token])
        values = inner
    return values


def to_wire(value: Any) -> Any:
    """A decoded value as it would be sent."""
    if is_list(value):
        return [to_wire(element) for element in value]
    if is_dict(value):
        return {name: to_wire(member) for name, member in value.items()}
    if hasattr(value, "to_wire"):
        return value.to_wire()
    return value.isoformat() if isinstance(value, date | time) else str(value) if isinstance(value, UUID) else value


def parse_json(body: bytes) -> Any:
    """A body as JSON; None where it is not."""
    try:
        return json.loads(body)
    except ValueError:
        return None


def shorten(value: Any) -> str:
    """A value in a message, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."

"""Comparison of values by their meaning on the wire, independently of their notation."""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final, TypeGuard
from uuid import UUID

from channelsmith.document.json_pointer import split

_DECIMAL: Final = re.compile(r"-?\d+\.\d+")
_LONGEST: Final = 120


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def comparable(value: Any, *, utc: bool = False) -> Any:  # noqa: PLR0911 -- a table, one line a type
    """Return a value that is equal to another one when both mean the same.

    A decimal with a point equals the number and its text, and 20 equals 20.0. Times are moments: 12:00Z equals
    14:00+02:00. A time without a zone equals none that has one, unless `utc` says that it is in UTC, as responses are
    read. JSON in a text is compared as JSON, because its spaces do not matter.
    """
    if is_dict(value):
        return {str(name): comparable(member, utc=utc) for name, member in value.items()}
    if is_list(value):
        return [comparable(element, utc=utc) for element in value]
    match value:
        case bool() | None:
            return value
        case float() | Decimal() if value == int(value):
            return int(value)
        case float() | Decimal():
            return f"decimal {Decimal(str(value)).normalize()}"
        case datetime():
            return _moment(value, utc=utc)
        case date() | UUID():
            return str(value)
        case str():
            return _text(value, utc=utc)
        case _:
            return value


def _text(value: str, *, utc: bool) -> Any:
    if _DECIMAL.fullmatch(value):
        number = Decimal(value)
        return f"decimal {number.normalize()}" if number != int(number) else int(number)
    if value[4:5] == value[7:8] == "-" and len(value) >= len("2026-01-31T12:00"):
        try:
            return _moment(datetime.fromisoformat(value), utc=utc)
        except ValueError:
            return value
    if value[:1] in {"{", "["}:
        try:
            return f"JSON {comparable(json.loads(value))}"
        except ValueError:
            return value
    return value


def _moment(value: datetime, *, utc: bool) -> str:
    aware = value.replace(tzinfo=UTC) if utc and value.tzinfo is None else value
    return f"moment {aware.timestamp()}" if aware.tzinfo is not None else f"time without a zone {value.isoformat()}"


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
    return value.to_wire() if hasattr(value, "to_wire") else value


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

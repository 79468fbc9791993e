"""When two values mean the same on the wire, although they need not be written the same."""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final, TypeGuard
from uuid import UUID

_DECIMAL: Final = re.compile(r"-?\d+\.\d+")


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is an object of JSON."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def comparable(value: Any, *, utc: bool = False) -> Any:  # noqa: PLR0911 -- a table, one line a type
    """A value in which a decimal with a point is the same as a number and as text, and 20 the same as 20.0.

    Times are compared as moments, so that 12:00Z is 14:00+02:00; a time without a zone equals none that has one, but
    with `utc`, as what a server answers is read.
    """
    if is_dict(value):
        return {str(key): comparable(item, utc=utc) for key, item in value.items()}
    if is_list(value):
        return [comparable(item, utc=utc) for item in value]
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


def _text(value: str, *, utc: bool) -> str | int:
    if _DECIMAL.fullmatch(value):
        number = Decimal(value)
        return f"decimal {number.normalize()}" if number != int(number) else int(number)
    if len(value) >= len("2026-01-31T12:00") and value[4:5] == value[7:8] == "-":
        try:
            return _moment(datetime.fromisoformat(value), utc=utc)
        except ValueError:
            return value
    return value


def _moment(value: datetime, *, utc: bool) -> str:
    aware = value.replace(tzinfo=UTC) if utc and value.tzinfo is None else value
    return f"moment {aware.timestamp()}" if aware.tzinfo is not None else f"time without a zone {value.isoformat()}"


def texts(value: Any) -> Any:
    """What a parameter's value is as text: a text, a list of texts, or texts by name."""
    if is_dict(value):
        return {str(key): _plain(item) for key, item in value.items()}
    if is_list(value):
        return [_plain(item) for item in value]
    return _plain(value)


def _plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict() | list():
            return json.dumps(value)
        case datetime():
            return value.isoformat()
        case _:
            return str(value)


def shown(value: Any) -> str:
    """A value in a message, cut where it is long."""
    text = repr(value)
    longest = 120
    return text if len(text) <= longest else f"{text[:longest]}..."

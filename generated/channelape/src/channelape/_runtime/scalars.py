"""One Python value in the words of the wire: what a date, a Decimal or an enum is in JSON."""

from __future__ import annotations

import base64
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite

from .guards import is_collection, is_mapping
from .notgiven import NotGiven
from .timestamp import rfc3339

_LONGEST_EXPANSION = 40
"""Digits before or after the point up to which a number is written without an exponent."""


def plain(value: object) -> object:  # noqa: PLR0911 - a table, one line a type
    """Turn a value that JSON has no notation for into one it has, one level deep; a Decimal stays, it is a number.

    Raises ValueError for a time without a zone and for a type that nobody knows.
    """
    match value:
        case Decimal():
            return value
        case NotGiven():
            raise ValueError("NOT_GIVEN leaves out an argument, not a part of one")
        case Enum():
            return value.value
        case datetime():
            return rfc3339(value)
        case date() | time():
            return value.isoformat()
        case bytes() | bytearray():
            return base64.b64encode(value).decode("ascii")
        case _ if is_mapping(value):
            return dict(value)
        case _ if is_collection(value):
            return list(value)
        case _:
            return _by_pydantic(value)


def jsonable(value: object) -> object:
    """The same value in JSON types only, all the way down; a Decimal stays, it is a number."""
    if isinstance(value, Enum):
        return jsonable(value.value)
    if value is None or isinstance(value, str | bool | int | float | Decimal):
        return value
    if is_mapping(value):
        return {key: jsonable(item) for key, item in value.items()}
    if is_collection(value):
        return [jsonable(item) for item in value]
    return jsonable(plain(value))


def number_text(number: Decimal | float) -> str:
    """Write a number exactly, without an exponent where that stays readable. Raises ValueError for NaN, infinity."""
    if not isfinite(number):
        raise ValueError("not a finite number")
    if isinstance(number, Decimal):
        return f"{number:f}" if abs(number.adjusted()) < _LONGEST_EXPANSION else str(number)
    return repr(float(number))


def _by_pydantic(value: object) -> object:
    from pydantic import BaseModel  # noqa: PLC0415 - only a model, a duration, a URL ... comes this far
    from pydantic_core import to_jsonable_python  # noqa: PLC0415 - as above

    from .serialization import wire_form  # noqa: PLC0415 - as above

    form: object = wire_form(value) if isinstance(value, BaseModel) else to_jsonable_python(value)
    return form

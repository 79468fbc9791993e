"""One Python value in the words of the wire: what a date, a Decimal or an enum is as JSON and as plain text."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import cast
from uuid import UUID

from .timestamp import rfc3339


def plain(value: object) -> object:
    """Turn a value that JSON has no notation for into one it has; a Decimal stays, it is a number.

    Raises ValueError for a time without a zone, TypeError (pydantic's) for a type nobody knows.
    """
    match value:
        case Decimal():
            return value
        case Enum():
            result: object = value.value
        case datetime():
            result = rfc3339(value)
        case date() | time():
            result = value.isoformat()
        case UUID():
            result = str(value)
        case bytes() | bytearray() | memoryview():
            result = base64.b64encode(value).decode("ascii")
        case Mapping():
            result = dict(cast("Mapping[object, object]", value))
        case AbstractSet() | tuple():
            result = list(cast("AbstractSet[object]", value))
        case _:
            result = _by_pydantic(value)
    return result


def _by_pydantic(value: object) -> object:
    from pydantic import BaseModel  # noqa: PLC0415 - only a model, a duration, a URL ... comes this far

    if isinstance(value, BaseModel):
        from .codec import wire_form  # noqa: PLC0415 - as above

        return wire_form(value)
    from pydantic_core import to_jsonable_python  # noqa: PLC0415 - as above

    result: object = to_jsonable_python(value)
    return result


def jsonable(value: object) -> object:
    """The same value in JSON types only, all the way down; a Decimal stays, it is a number."""
    match value:
        case Enum():
            return jsonable(value.value)
        case None | bool() | str() | int() | float() | Decimal():
            return value
        case Mapping():
            return {key: jsonable(item) for key, item in cast("Mapping[object, object]", value).items()}
        case list() | tuple():
            return [jsonable(item) for item in cast("list[object]", value)]
        case _:
            return jsonable(plain(value))


def number_text(number: Decimal | float) -> str:
    """Write a number exactly, without an exponent as long as that is readable. Raises ValueError for NaN, infinity."""
    if not isfinite(number):
        raise ValueError("not a finite number")
    if isinstance(number, Decimal):
        return f"{number:f}" if abs(number.adjusted()) < 40 else str(number)  # noqa: PLR2004 - "readable"
    return repr(float(number))

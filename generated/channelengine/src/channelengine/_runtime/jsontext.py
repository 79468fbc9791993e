"""JSON texts, exact for Decimals in both directions."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal

from .scalars import number_text, plain

_MARK = os.urandom(16).hex()
_MARKED = re.compile(f'"{_MARK}([^"]*)"')
_PLAIN, _EXACT = json.JSONDecoder(), json.JSONDecoder(parse_float=Decimal)


def dumps(value: object) -> str:
    """Write compact JSON; dates, enums, models and the like in their wire form, a Decimal as a number with its digits.

    The standard encoder cannot write a Decimal's digits, so it writes a string with a mark nobody can guess, and
    the quotes go afterwards.

    Raises ValueError for NaN, infinity and times without a zone, TypeError for what has no JSON form.
    """
    text = json.dumps(value, default=_default, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return _MARKED.sub(r"\1", text) if _MARK in text else text


def _default(value: object) -> object:
    form = plain(value)
    return _MARK + number_text(form) if isinstance(form, Decimal) else form


def loads(data: bytes | str, *, exact: bool = False) -> object:
    """Read JSON; with `exact`, numbers with a fraction or exponent become Decimals and lose nothing.

    Raises ValueError for anything that is not JSON, however it fails.
    """
    try:
        text = data if isinstance(data, str) else data.decode(json.detect_encoding(data), "surrogatepass")
        parsed: object = (_EXACT if exact else _PLAIN).decode(text)
    except (RecursionError, ArithmeticError):  # nested beyond reason; an exponent beyond reason
        raise ValueError("JSON beyond reason") from None
    return parsed

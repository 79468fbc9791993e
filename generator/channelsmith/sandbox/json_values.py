"""JSON values: by JSON Pointer, absent ones, and numbers that keep their digits."""

import json
import re
import secrets
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from starlette.responses import JSONResponse

from channelsmith.document import Json
from channelsmith.document import json_pointer as pointers
from channelsmith.document.json_text import parse_finite


class Missing:
    """The type of `MISSING`: no value, as opposed to null."""

    def __bool__(self) -> bool:
        """False, so that `get_pointer(...) or default` works."""
        return False


MISSING: Final = Missing()
MaybeJson: TypeAlias = "Json | Missing"


def get_pointer(body: Json, pointer: str) -> MaybeJson:
    """The value at a pointer, `MISSING` when there is none."""
    value = body
    for token in pointers.split(pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and (index := pointers.parse_index(token, len(value))) is not None:
            value = value[index]
        else:
            return MISSING
    return value


def set_pointer(body: Json, pointer: str, value: Json) -> Json:
    """A copy of the body with the value at the pointer; missing members on the way become objects."""
    tokens = pointers.split(pointer)
    if not tokens:
        return value
    rest = pointers.join("", *tokens[1:])
    if isinstance(body, list) and (index := pointers.parse_index(tokens[0], len(body))) is not None:
        return [*body[:index], set_pointer(body[index], rest, value), *body[index + 1 :]]
    members = body if isinstance(body, dict) else {}
    return {**members, tokens[0]: set_pointer(members.get(tokens[0]), rest, value)}


class ExactNumber(float):
    """A number whose text has digits that a float does not keep, such as `19.90`; `dump_json` writes the text."""

    __slots__ = ("text",)

    text: str


def parse_number(text: str) -> float:
    """Parse a JSON number with a fraction or an exponent, as an `ExactNumber` where a float would be written otherwise.

    Raises:
        ValueError: it is too large for a float.
    """
    number = parse_finite(text)
    if repr(number) == text:
        return number
    exact = ExactNumber(number)
    exact.text = text
    return exact


_MARK: Final = secrets.token_hex(16)
"""What no text that is sent can have: it begins the strings that stand for exact numbers."""
_MARKED: Final = re.compile(rf'"{_MARK}([^"]*)"')


def dump_json(value: Any) -> str:
    """Write compact JSON, an `ExactNumber` with its own digits, which the standard encoder cannot do.

    Raises:
        ValueError: a number is not finite.
    """
    marked = _replace_exact(value, lambda number: f"{_MARK}{number.text}")
    text = json.dumps(marked, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text if marked is value else _MARKED.sub(r"\1", text)


def with_floats(value: Json) -> Json:
    """The value with a plain float in place of each `ExactNumber`; the value itself if it has none."""
    replaced: Json = _replace_exact(value, float)
    return replaced


def _replace_exact(value: Json, replace: Callable[[ExactNumber], Any]) -> Any:
    return _replaced(value, replace) if _has_exact(value) else value


def _has_exact(value: Json) -> bool:
    if isinstance(value, dict):
        return any(map(_has_exact, value.values()))
    if isinstance(value, list):
        return any(map(_has_exact, value))
    return isinstance(value, ExactNumber)


def _replaced(value: Json, replace: Callable[[ExactNumber], Any]) -> Any:
    if isinstance(value, dict):
        return {name: _replaced(member, replace) for name, member in value.items()}
    if isinstance(value, list):
        return [_replaced(element, replace) for element in value]
    return replace(value) if isinstance(value, ExactNumber) else value


class JsonResponse(JSONResponse):
    """A JSON response whose numbers keep their digits."""

    def render(self, content: Any) -> bytes:
        """Return the body."""
        return dump_json(content).encode()

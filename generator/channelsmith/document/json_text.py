"""JSON text: parsing at the speed of the standard library, positions on demand, and formatting."""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TypeAlias

from channelsmith.document.document import Json
from channelsmith.document.parsing import (
    MAX_DEPTH,
    ParsedText,
    ParseError,
    Position,
    duplicate_key,
    nested_too_deeply,
    position_of,
)

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_STRINGS = re.compile(_STRING, re.DOTALL)
_TOKENS = re.compile(rf"(?P<key>{_STRING})[ \t\n\r]*:|{_STRING}|[\[{{]|[\]}}]", re.DOTALL)
_NUMBERS = re.compile(rf"{_STRING}|(?P<word>-?Infinity|NaN)|(?P<number>-?[0-9][0-9.eE+-]*)", re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SPACE = re.compile(r"[ \t\n\r]*")
_LINE_START = re.compile(r"^", re.MULTILINE)
_INVISIBLE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_DECODER = json.JSONDecoder()
_SHOWN_DIGITS = 20
_HINTS = (
    ("property name", "put keys in double quotes, and no ',' after the last member"),
    ("trailing comma", "remove the ',' after the last member or element"),
    ("delimiter", "separate members and elements by ',', and keys from values by ':'"),
    ("control character", "write line breaks and tabs in a string as \\n and \\t"),
    ("Unterminated string", "add the closing quote"),
    ("Extra data", "a file contains one JSON value; remove what follows it"),
    ("escape", "write a backslash in a string as \\\\"),
    ("Expecting value", "JSON has no comments, single quotes or omitted values; a YAML file needs the suffix .yaml"),
)


def parse_finite(text: str) -> float:
    """Parse a number.

    Raises:
        ValueError: it is too large for a float.
    """
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number


def parse_json(text: str, *, parse_float: Callable[[str], float] = parse_finite) -> ParsedText:
    """Parse a JSON text.

    Args:
        text: the text.
        parse_float: parses a number with a fraction or an exponent; it raises ValueError for one that is not usable.

    Raises:
        ParseError: the text is not JSON, an object has duplicate keys, it is nested too deeply, a number is not finite,
            or a string contains half of a surrogate pair.
    """
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_mapping, parse_constant=_refuse_constant, parse_float=parse_float
        )
    except json.JSONDecodeError as error:
        hint = next((hint for part, hint in _HINTS if part in error.msg), "")
        message = f"invalid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise ParseError(message, (error.lineno, error.colno), hint) from None
    except _DuplicateKeyError:
        raise _first_duplicate_key(text) from None
    except RecursionError:
        raise _first_too_deep(text) from None
    except ValueError:
        raise _first_bad_number(text) from None
    if _depth_exceeds(value, MAX_DEPTH):
        raise _first_too_deep(text)
    _check_surrogates(text)
    return ParsedText(value, _JsonLocator(text))


def format_json(value: Json) -> str:
    """Format a value as the text of a JSON file: two spaces of indentation, members in their order, a final newline.

    Invisible characters, and those that change the direction of writing, are escaped, so that a review shows them.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _INVISIBLE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


class _DuplicateKeyError(Exception):
    pass


def _mapping(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _DuplicateKeyError
    return mapping


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _depth_exceeds(value: Json, limit: int) -> bool:
    """Whether containers are nested deeper than a limit; checked level by level, without recursion."""
    level = [value]
    for _ in range(limit + 1):
        children: list[Json] = []
        for container in level:
            if isinstance(container, dict):
                children += container.values()
            elif isinstance(container, list):
                children += container
        level = [child for child in children if isinstance(child, dict | list)]
        if not level:
            return False
    return True


def _first_duplicate_key(text: str) -> ParseError:
    objects: list[dict[str, int]] = []
    for match in _TOKENS.finditer(text):
        if match["key"] is not None:
            key = str(json.loads(match["key"]))
            if objects and key in objects[-1]:
                return duplicate_key(key, position_of(text, match.start()), position_of(text, objects[-1][key]))
            if objects:
                objects[-1][key] = match.start()
        elif match[0] in "{[":
            objects.append({})
        elif match[0] in "}]" and objects:
            objects.pop()
    return ParseError("duplicate key", (1, 1), rule="duplicate-key")


def _first_too_deep(text: str) -> ParseError:
    depth = 0
    for match in _TOKENS.finditer(text):
        if match[0] in {"{", "["}:
            depth += 1
            if depth > MAX_DEPTH:
                return nested_too_deeply(position_of(text, match.start()))
        elif match[0] in {"}", "]"}:
            depth -= 1
    return nested_too_deeply((1, 1))


def _first_bad_number(text: str) -> ParseError:
    for match in _NUMBERS.finditer(text):
        if match["word"] or (match["number"] and not _is_readable(match["number"])):
            shown = match[0] if len(match[0]) <= _SHOWN_DIGITS else f"{match[0][:_SHOWN_DIGITS]}..."
            message = f"{shown} is not a usable number"
            return ParseError(message, position_of(text, match.start()), "quote it if it is a string", "number")
    return ParseError("a number cannot be read", (1, 1), rule="number")


def _is_readable(number: str) -> bool:
    try:
        return math.isfinite(float(number)) and bool(str(json.loads(number)))
    except ValueError:
        return False


def _check_surrogates(text: str) -> None:
    """Refuse a string with half of a surrogate pair, which cannot be encoded."""
    if not _SURROGATE.search(text):
        return
    for match in _STRINGS.finditer(text):
        if _SURROGATE.search(match[0]):
            try:
                json.loads(match[0]).encode()
            except UnicodeEncodeError:
                message = "a character above U+FFFF is written with half of its \\u escapes"
                raise ParseError(message, position_of(text, match.start()), "write the character itself") from None


_Members: TypeAlias = "dict[str, tuple[int, int]]"
"""Key, or list index, to the offsets of the member and of its value."""


class _JsonLocator:
    """Finds positions in a valid JSON text; the members of a container are scanned once, on the first access to it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[int] = []
        self._members: dict[int, _Members] = {}

    def __call__(self, tokens: tuple[str, ...]) -> Position:
        start = offset = _skip_space(self._text, 0)
        for token in tokens:
            if start not in self._members:
                self._members[start] = dict(_scan_members(self._text, start))
            if token not in self._members[start]:
                break
            offset, start = self._members[start][token]
        if not self._lines:
            self._lines.extend(match.end() for match in _LINE_START.finditer(self._text))
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def _scan_members(text: str, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the members of the object or array at an offset; nothing for other values."""
    if text[start] not in "{[":
        return
    is_object = text[start] == "{"
    offset = _skip_space(text, start + 1)
    index = 0
    while text[offset] not in "}]":
        value_offset = offset
        key = str(index)
        if is_object:
            key, end = _DECODER.raw_decode(text, offset)
            value_offset = _skip_space(text, _skip_space(text, end) + 1)
        yield key, (offset, value_offset)
        _, end = _DECODER.raw_decode(text, value_offset)
        offset = _skip_space(text, end)
        if text[offset] == ",":
            offset = _skip_space(text, offset + 1)
        index += 1


def _skip_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset

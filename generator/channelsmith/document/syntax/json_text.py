"""JSON text to plain data, at the speed of the standard library; places are looked up only when asked for."""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from channelsmith.document import Json
from channelsmith.document.syntax import MAX_DEPTH, Mark, json_errors

_SPACE = re.compile(r"[ \t\n\r]*")
_LINE_START = re.compile(r"^", re.MULTILINE)
_DECODER = json.JSONDecoder()
_Members: TypeAlias = "dict[str, tuple[int, int]]"
"""Key, or position in a list, to the offsets of the member and of its value."""


@dataclass(frozen=True, slots=True)
class JsonText:
    """The data of a JSON text, and the text itself for looking up places."""

    value: Json
    text: str = field(repr=False)
    lines: list[int] = field(default_factory=list[int], repr=False)
    members: dict[int, _Members] = field(default_factory=dict[int, _Members], repr=False)

    def locate(self, tokens: tuple[str, ...]) -> Mark:
        """Where the element reached over these keys stands, or the nearest one above it.

        The first look into a container reads past its members; later ones know where they are.
        """
        start = at = _skip_space(self.text, 0)
        for token in tokens:
            if start not in self.members:
                self.members[start] = dict(_members(self.text, start))
            if token not in self.members[start]:
                break
            at, start = self.members[start][token]
        if not self.lines:
            self.lines.extend(match.end() for match in _LINE_START.finditer(self.text))
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1


def parse(text: str) -> JsonText:
    """The value in a JSON text.

    Raises:
        TextError: it is no JSON, an object has a key twice, it is nested too deeply, a number is not finite, or a
            string holds half of a surrogate pair.
    """
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_mapping, parse_constant=_refuse_constant, parse_float=_finite_float
        )
    except json.JSONDecodeError as error:
        raise json_errors.syntax(error) from None
    except json_errors.DuplicateKeyError:
        raise json_errors.duplicate(text) from None
    except RecursionError:
        raise json_errors.too_deep(text) from None
    except ValueError:
        raise json_errors.bad_number(text) from None
    if _depth_exceeds(value, MAX_DEPTH):
        raise json_errors.too_deep(text)
    if (half := json_errors.half_pair(text)) is not None:
        raise half
    return JsonText(value, text)


def _mapping(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise json_errors.DuplicateKeyError
    return mapping


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _finite_float(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number


def _depth_exceeds(value: Json, limit: int) -> bool:
    """Whether containers are nested deeper than that; level by level, so that depth costs no stack."""
    level: list[Json] = [value] if isinstance(value, dict | list) else []
    for _ in range(limit):
        level = [
            child
            for container in level
            for child in (container.values() if isinstance(container, dict) else _elements(container))
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True


def _elements(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _members(text: str, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The members of the object or array at an offset; nothing for other values. The text is valid."""
    if text[start] not in "{[":
        return
    is_object = text[start] == "{"
    at = _skip_space(text, start + 1)
    count = 0
    while text[at] not in "}]":
        value_at = at
        key = str(count)
        if is_object:
            key, end = _DECODER.raw_decode(text, at)
            value_at = _skip_space(text, _skip_space(text, end) + 1)
        yield key, (at, value_at)
        _, end = _DECODER.raw_decode(text, value_at)
        at = _skip_space(text, end)
        if text[at] == ",":
            at = _skip_space(text, at + 1)
        count += 1


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at

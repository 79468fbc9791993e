"""Types and limits shared by the YAML and JSON parsers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from channelsmith.document.document import Json

MAX_DEPTH = 128
"""Maximum nesting of mappings and lists. Real documents stay far below it; attacks do not."""

MAX_ALIASED = 250_000
"""Maximum total number of values that the YAML aliases of one file may stand for."""

Position: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class ParsedText:
    """Plain data parsed from a text.

    ``locate`` returns the position of the element that a sequence of keys leads to, or of the nearest one above it.
    """

    value: Json
    locate: Callable[[tuple[str, ...]], Position] = field(repr=False)


class ParseError(Exception):
    """A text cannot be parsed: the problem, its position, and how to fix it."""

    def __init__(self, message: str, position: Position, hint: str = "", rule: str = "syntax") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.hint = hint
        self.rule = rule


def position_of(text: str, offset: int) -> Position:
    """Return the position of an offset of a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def duplicate_key(key: str, position: Position, first: Position) -> ParseError:
    """Return the error for a key that occurs twice in one mapping."""
    line, column = first
    hint = f"it is first used at line {line}, column {column}; remove or rename one of the two"
    return ParseError(f"duplicate key {key!r}", position, hint, "duplicate-key")


def nested_too_deeply(position: Position) -> ParseError:
    """Return the error for mappings and lists nested beyond `MAX_DEPTH`."""
    return ParseError(f"nested more than {MAX_DEPTH} levels deep", position, rule="limit")

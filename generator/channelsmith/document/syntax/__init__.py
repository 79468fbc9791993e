"""Text to plain data: what the readers of YAML and JSON have in common."""

from typing import Protocol, TypeAlias

from channelsmith.document import Json

MAX_DEPTH = 128
"""Most mappings and lists inside one another. Real documents stay far below; attacks do not."""

MAX_ALIASED = 250_000
"""Most values that the YAML aliases of one file may stand for in sum."""

Mark: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""


class TextError(Exception):
    """The text can not be read: what is wrong, where, and what to do about it."""

    def __init__(self, message: str, mark: Mark, hint: str = "", rule: str = "syntax") -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.hint = hint
        self.rule = rule


class Text(Protocol):
    """A text that was read: its data, and where each part of it stands."""

    @property
    def value(self) -> Json:
        """The data."""
        ...

    def locate(self, tokens: tuple[str, ...]) -> Mark:
        """Where the element reached over these keys stands, or the nearest one above it."""
        ...

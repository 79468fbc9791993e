"""The two ways in which a document's words reach Python code: as a literal and as a docstring."""

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TypeAlias

WIDTH = 110
_ENTRY = re.compile(r" ++[\w.\[\]|][\w.\[\]| ]*: ")  # `    name: what it is`, whose further lines hang below the text


Data: TypeAlias = (
    "bool | int | float | str | tuple[Data, ...] | Sequence[Data] | Mapping[str, Data] | Sequence[str] | None"
)


def literal(value: Data) -> str:
    """A Python literal: all of the text is inside one pair of quotes, every odd character escaped.

    Only plain data is accepted, so that nothing with a `repr` of its own can slip in.

    Raises:
        TypeError: the value is not made of None, bool, int, finite float, str, tuple, list and dict.
    """
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return f"{value + 0!r}"  # a plain number, also of a class that has a `repr` of its own
    if isinstance(value, str):
        return ascii(str(value))
    if isinstance(value, tuple):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers may lie about types
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    raise TypeError(f"{value!r} is no plain data")


def docstring(text: str, indent: int = 4) -> str:
    """A whole docstring, quotes and all, the closing ones on their own line; it can not be left from inside."""
    body = docstring_value(text)
    safe = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    lines = safe.split("\n")
    if len(lines) == 1 and len(safe) < WIDTH - indent and not safe.endswith('"'):
        return f'"""{safe}"""'
    return textwrap.indent("\n".join(['"""' + lines[0], *lines[1:], '"""']), " " * indent).strip()


def docstring_value(text: str) -> str:
    """Readable text: lines of sensible length, no control or direction characters, no trailing space."""
    lines: list[str] = []
    for line in printable(text.expandtabs()).strip().split("\n"):
        lead = len(line) - len(line.lstrip())
        hang = lead + 4 if _ENTRY.match(line) else lead
        wrapped = textwrap.wrap(
            line, WIDTH, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False
        )
        lines += wrapped or [""]
    return "\n".join(lines)


def printable(text: str) -> str:
    """The text without control, direction and other invisible characters; line ends stay, odd spaces become plain."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.replace("\n", "").isprintable():  # as nearly all are, and told much faster
        return lines
    return "".join(char if char == "\n" or char.isprintable() else " " if char.isspace() else "" for char in lines)

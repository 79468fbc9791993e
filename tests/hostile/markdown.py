"""What blocks and marks a Markdown text has, words left out."""

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_WORDS = frozenset({"text", "text_special", "softbreak", "hardbreak", "code_inline"})
"""What may differ: words, lines of them, and words as code."""


def marks(text: str) -> list[str]:
    """Each kind of block or mark with its number, and the cells of each row of a table."""
    return list(_marks(text))


def _marks(text: str) -> Iterator[str]:
    tokens = [each for token in _MARKDOWN.parse(text) for each in (token, *(token.children or ()))]
    rows = Counter(f"{token.type} {token.tag}" for token in tokens if token.type not in _WORDS)
    yield from (f"{count} {kind}" for kind, count in sorted(rows.items()))
    yield from sorted(str(_cells(line)) for line in text.split("\n") if line.startswith("|"))


def _cells(row: str) -> int:
    """How many cells GitHub sees in a row: a backslash there takes the next character with it, another one too."""
    return len(re.findall(r"\|", re.sub(r"\\.", "", row)))

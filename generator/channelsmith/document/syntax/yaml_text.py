"""YAML text to plain data by the core schema of YAML 1.2, with the place of every key.

``on``, ``yes``, dates and ``012`` are strings here, as API descriptions mean them; merge keys (``<<``) work.
Events are read one by one, so that nesting and aliases are bounded before anything is built from them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

import yaml

from channelsmith.document import Json
from channelsmith.document.json_pointer import position
from channelsmith.document.syntax import Mark, TextError
from channelsmith.document.syntax.yaml_builder import Builder, Marks
from channelsmith.document.syntax.yaml_errors import syntax_error

_NOT_IN_YAML = re.compile("[\x7f-\x84\x86-\x9f\ufffe\uffff]")  # the ones below a space are told before


@dataclass(frozen=True, slots=True)
class YamlText:
    """The data of a YAML text; marks are kept by the identity of the container they are in."""

    value: Json
    start: Mark
    marks: Marks

    def locate(self, tokens: tuple[str, ...]) -> Mark:
        """Where the element reached over these keys stands, or the nearest one above it."""
        value, mark = self.value, self.start
        for token in tokens:
            here = self.marks.get(id(value))
            if isinstance(value, dict) and isinstance(here, dict) and token in value:
                value, mark = value[token], here[token]
            elif isinstance(value, list) and isinstance(here, list):
                at = position(token, len(value))
                if at is None:
                    break
                value, mark = value[at], here[at]
            else:
                break
        return mark


def parse(text: str) -> YamlText:
    """The one document in a YAML text; null when it holds none.

    Raises:
        TextError: it is no YAML, holds several documents, or uses what has no counterpart in JSON.
    """
    if (match := _NOT_IN_YAML.search(text)) is not None:
        mark = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        raise TextError(f"YAML has no character U+{ord(match[0]):04X}", mark, "remove it, or write it as an escape")
    builder = Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text, builder.opened) from None
    return YamlText(builder.value, builder.start, builder.marks)


class _Parser(Protocol):
    """What PyYAML's parsers, written in C or Python, have in common; their stubs do not say it."""

    def get_event(self) -> yaml.Event | None: ...

    def dispose(self) -> None: ...


def _events(text: str) -> Iterator[yaml.Event]:
    loader = cast("_Parser", (yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)(text))
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()

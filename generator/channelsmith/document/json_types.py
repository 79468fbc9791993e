"""Plain data: what YAML and JSON have in common, in words and in search."""

import difflib
from collections.abc import Iterator
from typing import TypeAlias

from channelsmith.document import json_pointer as pointers

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
"""What YAML's core schema and JSON have in common. YAML aliases share objects: never change a value."""

_KINDS: dict[type, str] = {dict: "a mapping", list: "a list", str: "a string", bool: "a boolean", type(None): "empty"}


def kind_of(value: object) -> str:
    """What a value is, in words: "a mapping", "a list", "a string", "a boolean", "a number" or "empty"."""
    return _KINDS.get(type(value), "a number")


def did_you_mean(key: str, value: Json) -> str:
    """A hint naming the key of the value that comes nearest to the one asked for; "" when none is near."""
    near = difflib.get_close_matches(key, value, n=1) if isinstance(value, dict) else []
    return f"did you mean {near[0]!r}?" if near else ""


def names_of(value: Json) -> dict[str, str]:
    """The pointer of each part that has a name to be referred to by: ``#name`` for an anchor, the text of an ``$id``.

    The first of several parts with one name has it.
    """
    found: dict[str, str] = {}
    waiting: list[tuple[str, Json]] = [("", value)]
    while waiting:
        pointer, here = waiting.pop()
        for name in _names(here):
            found.setdefault(name, pointer)
        below = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
        waiting += reversed([(pointers.join(pointer, key), part) for key, part in below])
    return found


def _names(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for key in ("$anchor", "$dynamicAnchor"):
            if isinstance(anchor := value.get(key), str):
                yield f"#{anchor}"
        if isinstance(own := value.get("$id"), str):
            yield own

"""Looking into parsed JSON by pointer."""

from __future__ import annotations

from typing import cast


def find(value: object, pointer: str) -> tuple[object, ...]:
    """Every value a JSON Pointer leads to; `*` stands for all elements of a list. () when there is none."""
    found: tuple[object, ...] = (value,)
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        found = tuple(inner for outer in found for inner in _step(outer, name))
    return found


def _step(value: object, name: str) -> tuple[object, ...]:
    match value:
        case dict():
            mapping = cast("dict[str, object]", value)
            return (mapping[name],) if name in mapping else ()
        case list():
            elements = cast("list[object]", value)
            if name == "*":
                return tuple(elements)
            return (elements[int(name)],) if name.isdecimal() and int(name) < len(elements) else ()
        case _:
            return ()

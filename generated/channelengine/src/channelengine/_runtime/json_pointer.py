"""JSON Pointers (RFC 6901) into parsed JSON, with `*` for every element of a list."""

from __future__ import annotations

from functools import cache

from .types import is_dict, is_list


def find(value: object, pointer: str, *, loosely: bool = False) -> tuple[object, ...]:
    """Return every value that a JSON Pointer leads to, () when there is none.

    `*` stands for all elements of a list. `loosely` treats `RequestId`, `request_id` and `requestID` as one name.
    """
    values: tuple[object, ...] = (value,)
    for name in names_of(pointer):
        values = tuple(inner for outer in values for inner in _step(outer, name, loosely=loosely))
    return values


@cache
def names_of(pointer: str) -> tuple[str, ...]:
    """Return the names in a JSON Pointer."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def _step(value: object, name: str, *, loosely: bool) -> tuple[object, ...]:
    if is_dict(value):
        if name in value or not loosely:
            return (value[name],) if name in value else ()
        return tuple(item for key, item in value.items() if loose(key) == loose(name))[:1]
    if is_list(value):
        if name == "*":
            return tuple(value)
        return (value[int(name)],) if name.isdecimal() and int(name) < len(value) else ()
    return ()


def loose(name: str) -> str:
    """A name in the form in which its spellings are compared."""
    return name.replace("_", "").replace("-", "").lower()

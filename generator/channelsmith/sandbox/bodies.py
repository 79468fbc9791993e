"""Reading and changing JSON bodies by JSON Pointer."""

from typing import Final, TypeAlias

from channelsmith.document import Json
from channelsmith.document import json_pointer as pointers


class Nothing:
    """The type of `NOTHING`: no value at all, which is not the same as null."""

    def __bool__(self) -> bool:
        """False, so that `look(...) or default` works."""
        return False


NOTHING: Final = Nothing()
Found: TypeAlias = "Json | Nothing"


def look(body: Json, pointer: str) -> Found:
    """The value at a pointer, `NOTHING` when there is none."""
    found = body
    for token in pointers.split(pointer):
        if isinstance(found, dict) and token in found:
            found = found[token]
        elif isinstance(found, list) and (at := pointers.parse_index(token, len(found))) is not None:
            found = found[at]
        else:
            return NOTHING
    return found


def put(body: Json, pointer: str, value: Json) -> Json:
    """The body with the value at the pointer, which may be new; the body itself stays as it was.

    Members on the way that are missing or of another type become objects.
    """
    tokens = pointers.split(pointer)
    if not tokens:
        return value
    rest = pointers.join("", *tokens[1:])
    if isinstance(body, list) and (at := pointers.parse_index(tokens[0], len(body))) is not None:
        return [*body[:at], put(body[at], rest, value), *body[at + 1 :]]
    members = body if isinstance(body, dict) else {}
    return {**members, tokens[0]: put(members.get(tokens[0]), rest, value)}

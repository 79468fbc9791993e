"""JSON values by JSON Pointer, and the absence of a value."""

from typing import Final, TypeAlias

from channelsmith.document import Json
from channelsmith.document import json_pointer as pointers


class Missing:
    """The type of `MISSING`: no value, as opposed to null."""

    def __bool__(self) -> bool:
        """False, so that `get_pointer(...) or default` works."""
        return False


MISSING: Final = Missing()
MaybeJson: TypeAlias = "Json | Missing"


def get_pointer(body: Json, pointer: str) -> MaybeJson:
    """The value at a pointer, `MISSING` when there is none."""
    value = body
    for token in pointers.split(pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and (index := pointers.parse_index(token, len(value))) is not None:
            value = value[index]
        else:
            return MISSING
    return value


def set_pointer(body: Json, pointer: str, value: Json) -> Json:
    """A copy of the body with the value at the pointer; missing members on the way become objects."""
    tokens = pointers.split(pointer)
    if not tokens:
        return value
    rest = pointers.join("", *tokens[1:])
    if isinstance(body, list) and (index := pointers.parse_index(tokens[0], len(body))) is not None:
        return [*body[:index], set_pointer(body[index], rest, value), *body[index + 1 :]]
    members = body if isinstance(body, dict) else {}
    return {**members, tokens[0]: set_pointer(members.get(tokens[0]), rest, value)}

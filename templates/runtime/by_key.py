"""Objects whose keys decide on the types of their values (`patternProperties`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import model_validator
from pydantic_core import PydanticCustomError, SchemaError, SchemaValidator
from pydantic_core import core_schema as cs

from .model import Model
from .serialization import wire_names
from .types import is_dict, is_mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_NONE = object()


class _Marked:
    """A value and its key, on the way to the validator that the key decides on."""

    __slots__ = ("key", "value")

    def __init__(self, key: str, value: object) -> None:
        self.key = key
        self.value = value


class ByKey:
    """Validates values by their keys: `Annotated[dict[str, Line | Any], ByKey({"^line-": Line}, others=Any)]`.

    The first pattern that a key matches counts. Without `others` every key has to match one. The patterns are matched
    by pydantic's engine in linear time; with one that it does not know, keys that match no other have any value.
    """

    def __init__(self, patterns: Mapping[str, object], *, others: object = _NONE, is_marked: bool = False) -> None:
        self.patterns = patterns
        self.others = others
        self.is_marked = is_marked

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a dict, or of a value that `KeyedModel` has marked."""
        readers = {pattern: _reader(pattern) for pattern in self.patterns}
        steps = [
            cs.no_info_wrap_validator_function(reader, handler.generate_schema(self.patterns[pattern]))
            for pattern, reader in readers.items()
            if reader is not None
        ]
        is_closed = self.others is _NONE and None not in readers.values()
        is_any = self.others is _NONE or None in readers.values()
        rest = cs.any_schema() if is_any else handler.generate_schema(self.others)
        last = cs.no_info_wrap_validator_function(_refuse if is_closed else _read, rest)
        values = cs.chain_schema([*steps, last, cs.any_schema()])
        if self.is_marked:
            return values
        return cs.no_info_before_validator_function(_mark, cs.dict_schema(cs.str_schema(), values))


def _reader(pattern: str) -> Callable[[object, Callable[[object], object]], object] | None:
    """Return the function that reads values whose keys match a pattern, None for a pattern that is not supported."""
    try:
        keys = SchemaValidator(cs.str_schema(pattern=pattern))
    except SchemaError:
        return None

    def read_matching(value: object, read: Callable[[object], object]) -> object:
        return _read(value, read) if isinstance(value, _Marked) and keys.isinstance_python(value.key) else value

    return read_matching


def _read(value: object, read: Callable[[object], object]) -> object:
    return read(value.value) if isinstance(value, _Marked) else value


def _refuse(value: object, _read_any: Callable[[object], object]) -> object:
    if isinstance(value, _Marked):
        raise PydanticCustomError("unknown_key", "the key matches no pattern of the schema")
    return value


def _mark(value: object) -> object:
    return {key: _Marked(key, item) for key, item in value.items()} if is_mapping(value) else value


class KeyedModel(Model):
    """A model of which further members have types that their names decide on."""

    @model_validator(mode="before")
    @classmethod
    def _mark_further_members(cls, value: object) -> object:
        if not is_dict(value):
            return value
        known = _member_names(cls)
        return {key: item if key in known else _Marked(key, item) for key, item in value.items()}


@cache
def _member_names(model: type[Model]) -> frozenset[str]:
    names = wire_names(model)
    return frozenset([*names, *names.values()])

"""Types and wire values, through pydantic: one cached codec per annotation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from .decimals import WIRE
from .guards import is_collection, is_mapping
from .jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

_TELLING_VALUES = {"union_tag_invalid", "value_error", "assertion_error", "uuid_parsing"}
"""Kinds of error whose texts may quote what was given."""


class Codec:
    """Reads and writes values of one annotation."""

    def __init__(self, annotation: object) -> None:
        """Build the validator, which takes a while; `codec` does it once."""
        self.annotation = annotation
        self.adapter: TypeAdapter[object] = TypeAdapter(cast("type[object]", annotation))
        try:
            self.adapter.rebuild()
        except RecursionError:
            from .deep import deeply  # noqa: PLC0415 - few types are nested that deep

            deeply(self.adapter.rebuild)

    @cached_property
    def _holds_decimals(self) -> bool:
        return _mentions_decimal(self.adapter.core_schema)

    def parse(self, data: bytes | str) -> object:
        """Parse JSON, with exact numbers where the type holds Decimals. Raises ValueError."""
        return loads(data, exact=self._holds_decimals)

    def fit(self, value: object) -> tuple[object, tuple[tuple[str, str], ...]]:
        """Return (the value as the type has it, no problems) or (None, every problem as pointer and message)."""
        try:
            return self.adapter.validate_python(value), ()
        except ValidationError as error:
            return None, tuple(
                (pointer(detail["loc"]), message(detail))
                for detail in error.errors(include_url=False, include_input=False)
            )

    def wire_form(self, value: object) -> object:
        """The value under wire names, given fields only; scalars are left to the JSON writer."""
        form: object = self.adapter.dump_python(value, by_alias=True, exclude_unset=True, context=WIRE, warnings=False)
        return form


_codecs: dict[object, Codec] = {}


def codec(annotation: object) -> Codec:
    """The codec of an annotation, made once."""
    try:
        hash(annotation)
    except TypeError:  # Annotated with unhashable metadata
        key: object = id(annotation)  # stays unique, the codec keeps the annotation alive
    else:
        key = annotation
    found = _codecs.get(key)
    if found is None:
        found = _codecs[key] = Codec(annotation)
    return found


def wire_form(model: BaseModel) -> dict[str, object]:
    """A model under wire names, given fields only, with Decimals, dates and the like still in it."""
    form: dict[str, object] = model.model_dump(by_alias=True, exclude_unset=True, context=WIRE, warnings=False)
    return form


def given_fields(model: BaseModel) -> dict[str, object]:
    """The fields that were given to a model, under their wire names, values untouched."""
    given = {
        wire: getattr(model, name) for name, wire in wire_names(type(model)).items() if name in model.model_fields_set
    }
    return given | (model.model_extra or {})


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Field name -> wire name."""
    fields = model.model_fields.items()
    return {name: field.serialization_alias or field.alias or name for name, field in fields}


def under_wire_names(annotation: object, mapping: Mapping[str, object]) -> dict[str, object]:
    """Rename the Python names of a model's fields to wire names; a later entry wins over an earlier one."""
    annotation = getattr(annotation, "__value__", annotation)  # type X = ...
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return dict(mapping)
    wire = wire_names(annotation)
    taken = set(wire.values())
    return {key if key in taken else wire.get(key, key): value for key, value in mapping.items()}


def message(detail: ErrorDetails) -> str:
    """What does not fit, without saying what was given."""
    return detail["type"].replace("_", " ") if detail["type"] in _TELLING_VALUES else detail["msg"]


def pointer(location: tuple[int | str, ...]) -> str:
    """A place inside a value as a JSON Pointer."""
    return "".join(f"/{escaped(part)}" for part in location)


def escaped(part: int | str) -> str:
    """One step of a JSON Pointer."""
    return str(part).replace("~", "~0").replace("/", "~1")


def _mentions_decimal(schema: object) -> bool:
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if is_mapping(part):
            if part.get("type") == "decimal":
                return True
            waiting += part.values()
        elif is_collection(part):
            waiting += part
    return False

"""JSON, exact for Decimals in both directions, and pydantic: one cached codec per annotation."""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import threading
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from .types import WIRE, NotGiven, is_collection, is_mapping, number_text, rfc3339

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import ErrorDetails

T = TypeVar("T")


# ---------------------------------------------------------------- Python values as JSON values


def to_json_type(value: object) -> object:  # noqa: PLR0911 - a table, one line a type
    """Turn a value that JSON has no notation for into one it has, one level deep; a Decimal stays, it is a number.

    Raises ValueError for a time without a zone and for a type that has no JSON form.
    """
    match value:
        case Decimal():
            return value
        case NotGiven():
            raise ValueError("NOT_GIVEN leaves out an argument, not a part of one")
        case Enum():
            return value.value
        case datetime():
            return rfc3339(value)
        case date() | time():
            return value.isoformat()
        case bytes() | bytearray():
            return base64.b64encode(value).decode("ascii")
        case BaseModel():
            return wire_form(value)
        case _ if is_mapping(value):
            return dict(value)
        case _ if is_collection(value):
            return list(value)
        case _:
            form: object = to_jsonable_python(value)
            return form


def jsonable(value: object) -> object:
    """The same value in JSON types only, at every level; a Decimal stays, it is a number."""
    if isinstance(value, Enum):
        return jsonable(value.value)
    if value is None or isinstance(value, str | bool | int | float | Decimal):
        return value
    if is_mapping(value):
        return {key: jsonable(item) for key, item in value.items()}
    if is_collection(value):
        return [jsonable(item) for item in value]
    return jsonable(to_json_type(value))


# ---------------------------------------------------------------- JSON texts

_MARK = os.urandom(16).hex()
_MARKED = re.compile(f'"{_MARK}([^"]*)"')
_PLAIN, _EXACT = json.JSONDecoder(), json.JSONDecoder(parse_float=Decimal)


def dumps(value: object) -> str:
    """Write compact JSON; dates, enums, models and the like in their wire form, a Decimal as a number with its digits.

    The standard encoder cannot write the digits of a Decimal, so it writes a string with an unguessable mark, and the
    quotes are removed afterwards.

    Raises ValueError for NaN, infinity and times without a zone, TypeError for values that have no JSON form.
    """
    text = json.dumps(value, default=_default, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return _MARKED.sub(r"\1", text) if _MARK in text else text


def _default(value: object) -> object:
    form = to_json_type(value)
    return _MARK + number_text(form) if isinstance(form, Decimal) else form


def loads(data: bytes | str, *, exact: bool = False) -> object:
    """Parse JSON; with `exact`, numbers with a fraction or exponent become Decimals and lose nothing.

    Raises ValueError for anything that is not JSON, however it fails.
    """
    try:
        text = data if isinstance(data, str) else data.decode(json.detect_encoding(data), "surrogatepass")
        parsed: object = (_EXACT if exact else _PLAIN).decode(text)
    except (RecursionError, ArithmeticError):  # nested too deeply; an exponent that is too large
        raise ValueError("JSON beyond reason") from None
    return parsed


# ---------------------------------------------------------------- codecs

_QUOTING_ERRORS = {"union_tag_invalid", "value_error", "assertion_error", "uuid_parsing"}
"""Types of validation errors whose messages may quote the value."""


class Codec:
    """Reads and writes values of one annotation."""

    def __init__(self, annotation: object) -> None:
        self.annotation = annotation
        self.adapter: TypeAdapter[object] = TypeAdapter(cast("type[object]", annotation))
        with_deep_stack(self.adapter.rebuild)

    @cached_property
    def _holds_decimals(self) -> bool:
        return _mentions_decimal(self.adapter.core_schema)

    def parse(self, data: bytes | str) -> object:
        """Parse JSON, with exact numbers where the type holds Decimals. Raises ValueError."""
        return loads(data, exact=self._holds_decimals)

    def fit(self, value: object) -> tuple[object, tuple[tuple[str, str], ...]]:
        """Return (the validated value, no problems) or (None, every problem as JSON Pointer and message)."""
        try:
            return self.adapter.validate_python(value), ()
        except ValidationError as error:
            return None, tuple(
                ("".join(f"/{escaped(part)}" for part in detail["loc"]), _message(detail))
                for detail in error.errors(include_url=False, include_input=False)
            )

    def wire_form(self, value: object) -> object:
        """The value under wire names, given fields only; scalars are left to the JSON writer."""
        form: object = self.adapter.dump_python(value, by_alias=True, exclude_unset=True, context=WIRE, warnings=False)
        return form


_codecs: dict[object, Codec] = {}


def codec(annotation: object) -> Codec:
    """The codec of an annotation; building one takes a while, so each is built once."""
    try:
        hash(annotation)
    except TypeError:  # Annotated with unhashable metadata
        key: object = id(annotation)  # stays unique, the codec keeps the annotation alive
    else:
        key = annotation
    existing = _codecs.get(key)
    if existing is None:
        existing = _codecs[key] = Codec(annotation)
    return existing


def _message(detail: ErrorDetails) -> str:
    """What does not match, without quoting the value."""
    return detail["type"].replace("_", " ") if detail["type"] in _QUOTING_ERRORS else detail["msg"]


def escaped(part: int | str) -> str:
    """One reference token of a JSON Pointer."""
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


# ---------------------------------------------------------------- models


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


# ---------------------------------------------------------------- deeply nested types

_LOCK = threading.RLock()
_STACK_SIZE = 256 * 1024 * 1024  # bytes of address space; memory is used only as far as the stack grows
_FRAMES = 200_000


def with_deep_stack(build: Callable[[], T]) -> T:
    """Call `build`; if the stack is not deep enough, again in a thread whose stack is.

    Building the validators of models that are nested some hundred levels deep needs it.
    """
    try:
        return build()
    except RecursionError:
        pass
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(build())
        except BaseException as error:  # noqa: BLE001 - it is raised again, in the calling thread
            errors.append(error)

    with _LOCK:
        stack_size, limit = threading.stack_size(_STACK_SIZE), sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, _FRAMES))
        try:
            worker = threading.Thread(target=run, name="building models")
            worker.start()
            worker.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(stack_size)
    if errors:
        raise errors[0]
    return results[0]

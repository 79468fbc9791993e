"""JSON, exact for Decimals in both directions, and pydantic: one cached codec per annotation."""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import threading
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, TypeVar, cast
from uuid import UUID

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from .scalars import ExactScalars, number_text, parse_fraction, scalar_text, validation
from .types import FORM, WIRE, NotGiven, has_file, is_collection, is_dict, is_list, is_mapping

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
        case date() | time() | timedelta() | UUID():
            return scalar_text(value)
        case bytes() | bytearray():
            return base64.b64encode(value).decode("ascii")
        case BaseModel():
            return wire_form(value)
        case _ if is_mapping(value):
            return dict(value)
        case _ if is_collection(value):
            return list(value)
        case Iterator():  # an open file is one too, of its lines
            raise ValueError("an iterator or an open file has no JSON form")
        case _:
            form: object = to_jsonable_python(value)
            return form


def jsonable(value: object) -> object:
    """The same value in JSON types only, at every level; a Decimal stays, it is a number."""
    if isinstance(value, Enum) and not isinstance(value, NotGiven):
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
_PLAIN, _EXACT = json.JSONDecoder(parse_float=parse_fraction), json.JSONDecoder(parse_float=Decimal)
_MAX_DEPTH = 100
"""How deeply JSON may be nested: what reads, shows and pickles values needs a part of the stack for every level."""
_NESTED_TOO_DEEPLY = f"JSON that is nested more than {_MAX_DEPTH} levels deep"


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


class NestingError(ValueError):
    """JSON is nested too deeply to be a value."""


def loads(data: bytes | str, *, exact: bool = False) -> object:
    """Parse JSON; numbers with a fraction or exponent become Decimals with `exact`, else where a float is not enough.

    Raises ValueError for anything that is not JSON, however it fails, and NestingError for what is nested too deeply.
    """
    try:
        text = data if isinstance(data, str) else data.decode(json.detect_encoding(data), "surrogatepass")
        parsed: object = (_EXACT if exact else _PLAIN).decode(text)
    except ArithmeticError:  # an exponent that is too large
        raise ValueError("JSON with a number beyond reason") from None
    except RecursionError:
        raise NestingError(_NESTED_TOO_DEEPLY) from None
    if text.count("{") + text.count("[") > _MAX_DEPTH and _is_nested_deeply(parsed):
        raise NestingError(_NESTED_TOO_DEEPLY)
    return parsed


def _is_nested_deeply(value: object) -> bool:
    level: list[object] = [[value]]
    for _ in range(_MAX_DEPTH + 1):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if is_dict(outer) else outer if is_list(outer) else ())
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


# ---------------------------------------------------------------- codecs

_QUOTING_ERRORS = {"union_tag_invalid", "value_error", "assertion_error", "uuid_parsing"}
"""Types of validation errors whose messages may quote the value."""


class Codec:
    """Reads and writes values of one annotation."""

    def __init__(self, annotation: object) -> None:
        self.annotation = annotation
        self.adapter = with_deep_stack(self._build)

    def _build(self) -> TypeAdapter[object]:
        exact: object = self.annotation
        if not (isinstance(exact, type) and issubclass(exact, BaseModel)):  # a model has exact scalars by itself
            exact = Annotated[self.annotation, ExactScalars]
        adapter = TypeAdapter(cast("type[object]", exact))
        adapter.rebuild()
        return adapter

    @cached_property
    def _holds_decimals(self) -> bool:
        return _mentions_decimal(self.adapter.core_schema)

    def parse(self, data: bytes | str) -> object:
        """Parse JSON, with exact numbers where the type holds Decimals. Raises ValueError."""
        return loads(data, exact=self._holds_decimals)

    def fit(
        self, value: object, *, received: bool = False, context: str | None = None
    ) -> tuple[object, tuple[tuple[str, str], ...]]:
        """Return (the validated value, no problems) or (None, every problem as JSON Pointer and message).

        What a caller gives may have other notations than what is `received` from a server, for example a date-time
        without a zone, and preset fields are added to it.
        """
        validation.received = received
        try:
            return self.adapter.validate_python(value, context=context), ()
        except ValidationError as error:
            return None, tuple(
                dict.fromkeys(
                    (_pointer(value, detail), _message(detail))
                    for detail in error.errors(include_url=False, include_input=False)
                )
            )
        finally:
            validation.received = False

    def wire_form(self, value: object, context: str = WIRE) -> object:
        """The value under wire names, given fields only; scalars are left to the writer of the format."""
        form: object = self.adapter.dump_python(
            value, by_alias=True, exclude_unset=True, context=context, warnings=False
        )
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


def _pointer(value: object, detail: ErrorDetails) -> str:
    """Where in a value an error is; pydantic's location has the names of union members too, which are no keys."""
    parts: list[int | str] = []
    inner: object = value
    for part in detail["loc"]:
        if is_mapping(inner) and part in inner:
            inner = inner[str(part)]
        elif is_list(inner) and isinstance(part, int):
            inner = inner[part] if part < len(inner) else None
        elif not isinstance(inner, BaseModel) and not (is_mapping(inner) and detail["type"] == "missing"):
            continue
        parts.append(part)
    return "".join(f"/{escaped(part)}" for part in parts)


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


class _RequestForm(threading.local):
    """Whether a form is being written for a request, without read-only members, and whether it would have had any."""

    is_active = False
    had_read_only = False


request_form = _RequestForm()


def leave_out_read_only(model: object, form: dict[str, object]) -> dict[str, object]:
    """Remove the members that only the server sets from a model's form, if it is written for a request."""
    names: frozenset[str] = getattr(model, "__read_only__", frozenset()) if request_form.is_active else frozenset()
    for name in names & form.keys():
        del form[name]
        request_form.had_read_only = True
    return form


def wire_form(model: BaseModel, context: str = WIRE) -> dict[str, object]:
    """A model under wire names, given fields only, with Decimals, dates and the like still in it."""
    form: dict[str, object] = model.model_dump(by_alias=True, exclude_unset=True, context=context, warnings=False)
    return form


def form_fields(annotation: object, value: BaseModel | Mapping[str, object]) -> dict[str, object]:
    """The given fields of a form under their wire names: files untouched, everything else in its wire form."""
    given = given_fields(value) if isinstance(value, BaseModel) else value
    form = wire_form(value, FORM) if isinstance(value, BaseModel) else codec(annotation).wire_form(value, FORM)
    if not is_mapping(form):
        return {}
    return {name: given[name] if has_file(given.get(name)) else item for name, item in form.items()}


def given_fields(model: BaseModel) -> dict[str, object]:
    """The fields that were given to a model, under their wire names, values untouched."""
    given = {
        wire: getattr(model, name) for name, wire in wire_names(type(model)).items() if name in model.model_fields_set
    }
    return leave_out_read_only(type(model), given | (model.model_extra or {}))


@cache
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
    renamed = {key if key in taken else wire.get(key, key): value for key, value in mapping.items()}
    return leave_out_read_only(annotation, renamed)


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

"""Lenient decoding: what matches is converted, the rest is delivered as parsed and reported.

Used only after strict decoding has failed, so responses that match their schemas do not pay for it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Union, cast, get_args, get_origin

from pydantic import BaseModel, Field, RootModel
from pydantic.fields import FieldInfo

from ..serialization import codec, escaped, wire_names
from ..types import is_dict, is_list

Finding = tuple[str, str]
"""Where a value does not match its schema, as a JSON Pointer, and how."""

_ARRAYS = {list, Sequence, set, frozenset, tuple}
_OBJECTS = {dict, Mapping}
_JSON_TYPES: dict[type, str] = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}


def fit(annotation: object, value: object, at: str = "") -> tuple[object, list[Finding]]:
    """Return the value converted to its type as far as possible, and where it does not match.

    Models are built from the fields that match; a field that does not stays as parsed, a missing required one is None;
    of a union the member with the fewest differences is taken.
    """
    fitted, problems = codec(annotation).fit(value)
    if not problems:
        return fitted, []
    result, findings = _fit_inside(annotation, value, at)
    return result, findings or [(at, f"{problems[0][1]}, got {_JSON_TYPES.get(type(value), 'number')}")]


def _fit_inside(annotation: object, value: object, at: str) -> tuple[object, list[Finding]]:
    bare, discriminator = _bare(annotation)
    origin, arguments = get_origin(bare) or bare, get_args(bare)
    if origin in (Union, types.UnionType):
        return _fit_union(arguments, discriminator, value, at)
    if isinstance(origin, type) and issubclass(origin, RootModel):
        return _fit_root(cast("type[RootModel[object]]", origin), value, at)
    if is_dict(value):
        if isinstance(origin, type) and issubclass(origin, BaseModel):
            return _fit_model(origin, value, at)
        if origin in _OBJECTS and arguments:
            items, findings = _fit_all(arguments[1], list(value.values()), at)
            return dict(zip(value, items, strict=True)), findings
    if is_list(value) and origin in _ARRAYS and arguments:
        return _fit_all(arguments[0], value, at)
    return value, []


def _fit_all(annotation: object, values: list[object], at: str) -> tuple[list[object], list[Finding]]:
    fitted = [fit(annotation, value, f"{at}/*") for value in values]
    return [value for value, _ in fitted], [finding for _, findings in fitted for finding in findings]


def _fit_root(model: type[RootModel[object]], value: object, at: str) -> tuple[object, list[Finding]]:
    _, annotation, _ = _fields(cast("type[BaseModel]", model))["root"]
    root, findings = fit(annotation, value, at)
    return model.model_construct(root), findings


def _fit_model(model: type[BaseModel], value: dict[str, object], at: str) -> tuple[BaseModel, list[Finding]]:
    rest, findings = dict(value), list[Finding]()
    values: dict[str, object] = {}
    given: set[str] = set()
    for name, (wire, annotation, required) in _fields(model).items():
        key = wire if wire in rest else name
        if key in rest:
            values[wire], inner = fit(annotation, rest.pop(key), f"{at}/{escaped(wire)}")
            findings += inner
            given.add(name)
        elif required:
            values[wire] = None
            findings.append((f"{at}/{escaped(wire)}", "required, but missing"))
    instance = model.model_construct(_fields_set=given, **values)
    if instance.model_extra is not None:
        instance.model_extra.update(rest)
    return instance, findings


def _fit_union(members: tuple[object, ...], discriminator: str, value: object, at: str) -> tuple[object, list[Finding]]:
    candidates = [each for each in members if each is not type(None)]
    if discriminator and is_dict(value):
        candidates = [each for each in candidates if _has_tag(each, discriminator, value)]
        if not candidates:
            return value, [(at, f"no documented kind by its {discriminator!r}")]
    attempts = [fit(each, value, at) for each in candidates]
    return min(attempts, key=lambda attempt: (attempt[0] is value, len(attempt[1])))


def _has_tag(member: object, discriminator: str, value: dict[str, object]) -> bool:
    bare, _ = _bare(member)
    if not (isinstance(bare, type) and issubclass(bare, BaseModel)):
        return False
    wire, annotation, _ = _fields(bare)[discriminator]
    return not codec(annotation).fit(value.get(wire))[1]


def _bare(annotation: object) -> tuple[object, str]:
    """The annotation without Annotated and aliases, and its discriminator."""
    discriminator = ""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *notes = get_args(annotation)
            for note in notes:
                if isinstance(note, FieldInfo) and isinstance(note.discriminator, str):
                    discriminator = note.discriminator
        elif hasattr(annotation, "__value__"):  # type X = ...
            annotation = cast("object", annotation.__value__)
        else:
            return annotation, discriminator


def _annotation(field: FieldInfo) -> object:
    """The annotation of a field with its constraints, as an independent annotation."""
    discriminator = Field(discriminator=field.discriminator) if field.discriminator else None
    notes = (*field.metadata, *((discriminator,) if discriminator else ()))
    return Annotated[(field.annotation, *notes)] if notes else field.annotation


@cache
def _fields(model: type[BaseModel]) -> dict[str, tuple[str, object, bool]]:
    """Field name -> (wire name, annotation with its constraints, required); cached, so that its codecs are too."""
    model.model_rebuild()  # resolves forward references
    wire = wire_names(model)
    return {name: (wire[name], _annotation(field), field.is_required()) for name, field in model.model_fields.items()}

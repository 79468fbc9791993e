"""Lenient decoding: what matches is converted, the rest is delivered as parsed and reported.

Used only after strict decoding has failed, so responses that match their schemas do not pay for it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Protocol,
    TypeAlias,
    TypeGuard,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, RootModel

from ..model import ClosedModel, class_for, with_presets
from ..scalars import ReceivedNumber, validation
from ..serialization import codec, escaped, jsonable, wire_names
from ..types import is_dict, is_list

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

Finding = tuple[str, str]
"""Where a value does not match its schema, as a JSON Pointer, and how."""

Fitted: TypeAlias = tuple[object, list[Finding]]
"""A value that was converted as far as possible, and where it does not match."""

_ARRAYS = {list, Sequence, set, frozenset, tuple}
_OBJECTS = {dict, Mapping}
_JSON_TYPES: dict[type, str] = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}


_MAX_STEPS = 500_000
"""How many values of one body are converted, those of objects and lists included, each once for a type."""


class _UnionRule(Protocol):
    """Metadata of a union that chooses among its members; see `unions.py`, which not every package has."""

    property: str

    def candidates(self, members: Sequence[object], value: object) -> Sequence[object]: ...
    def rank(self, value: object, result: object) -> tuple[int, ...]: ...


def fit(annotation: object, value: object) -> Fitted:
    """Return the value converted to its type as far as possible, and where it does not match.

    Models are built from the fields that match; a field that does not stays as parsed, a missing required one is None;
    of a union the member with the fewest differences is taken. A text in another notation than the documented one, such
    as a date-time without a zone, is converted where its type goes back as the same text.
    """
    validation.choices, validation.ranks = {}, {}  # for the whole value, which is validated again at each of its levels
    try:
        return _Fitting().fit(annotation, value, "")
    finally:
        validation.choices = validation.ranks = None


class _Fitting:
    """The conversion of one response."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[object, Fitted]] = {}  # by the identities of annotation and value
        self._steps = 0

    def fit(self, annotation: object, value: object, at: str) -> Fitted:
        """Convert a value at a place; objects and lists once for each annotation, since unions often share members."""
        key = (id(annotation), id(value))
        if not (is_dict(value) or is_list(value)):
            return self._fit(annotation, value, at)
        if key not in self._known:
            self._known[key] = annotation, self._fit(annotation, value, at)
        return self._known[key][1]

    def _fit(self, annotation: object, value: object, at: str) -> Fitted:
        self._steps += 1
        if self._steps > _MAX_STEPS:
            return value, [(at, "not converted, because the body differs in too many places")]
        type_, result = codec(annotation), value
        fitted, problems = type_.fit(value, received=True)
        if not problems:
            return fitted, []
        if _is_scalar(annotation):
            result = ReceivedNumber(value) if isinstance(value, Decimal) else value
        else:
            result, findings = self._fit_inside(annotation, value, at)
            if findings:
                return result, findings
        if isinstance(value, str):
            fitted, rejected = type_.fit(value)
            if not rejected and jsonable(type_.wire_form(fitted)) == value:
                result = fitted
        return result, [(at, f"{problems[0][1]}, got {_JSON_TYPES.get(type(value), 'number')}")]

    def _fit_inside(self, annotation: object, value: object, at: str) -> Fitted:
        bare, rule = _bare(annotation)
        origin, arguments = get_origin(bare) or bare, get_args(bare)
        if origin in (Union, types.UnionType):
            return self._fit_union(arguments, rule, value, at)
        if isinstance(origin, type) and issubclass(origin, RootModel):
            return self._fit_root(cast("type[RootModel[object]]", origin), value, at)
        if is_dict(value):
            if isinstance(origin, type) and issubclass(origin, BaseModel):
                return self._fit_model(class_for(origin, value), value, at)
            if origin in _OBJECTS and arguments:
                items, findings = self._fit_all(arguments[1], list(value.values()), at)
                return dict(zip(value, items, strict=True)), findings
        if is_list(value) and origin in _ARRAYS and arguments:
            return self._fit_all(arguments[0], value, at)
        return value, []

    def _fit_all(self, annotation: object, values: list[object], at: str) -> tuple[list[object], list[Finding]]:
        fitted = [self.fit(annotation, value, f"{at}/*") for value in values]
        return [value for value, _ in fitted], [finding for _, findings in fitted for finding in findings]

    def _fit_root(self, model: type[RootModel[object]], value: object, at: str) -> Fitted:
        _, annotation, _ = model_fields(cast("type[BaseModel]", model))["root"]
        root, findings = self.fit(annotation, value, at)
        return model.model_construct(root), findings

    def _fit_model(self, model: type[BaseModel], value: dict[str, object], at: str) -> Fitted:
        rest, findings = dict(value), list[Finding]()
        presets = with_presets(model, {})
        values: dict[str, object] = {}
        given: set[str] = set()
        for name, (wire, annotation, required) in model_fields(model).items():
            key = wire if wire in rest else name
            if key in rest:
                values[wire], inner = self.fit(annotation, rest.pop(key), f"{at}/{escaped(wire)}")
                findings += inner
                given.add(name)
            elif required:
                values[wire] = presets.get(wire)
                findings.append((f"{at}/{escaped(wire)}", "required, but missing"))
        if issubclass(model, ClosedModel):
            findings += [(f"{at}/{escaped(name)}", "not documented") for name in rest]
        if (others := _others(model)) is not None:
            items, inner = self._fit_all(others, list(rest.values()), at)
            rest = dict(zip(rest, items, strict=True))
            findings += inner
        instance = model.model_construct(_fields_set=given, **values)
        if instance.model_extra is not None:
            instance.model_extra.update(rest)
        return instance, findings

    def _fit_union(self, members: Sequence[object], rule: _UnionRule | None, value: object, at: str) -> Fitted:
        candidates = [each for each in members if each is not type(None)]
        if rule is not None:
            candidates = list(rule.candidates(candidates, value))
            if not candidates:
                return value, [(at, f"no documented kind by its {rule.property!r}")]
        attempts = [self.fit(each, value, at) for each in candidates]
        ranks = [
            (result is value, len(findings), rule.rank(value, result) if rule is not None else ())
            for result, findings in attempts
        ]
        return attempts[ranks.index(min(ranks))]


def _is_rule(note: object) -> TypeGuard[_UnionRule]:
    return hasattr(note, "candidates")  # `isinstance` of a protocol is slow


def _is_scalar(annotation: object) -> bool:
    """Whether an annotation is a scalar with a notation of its own, such as `DecimalString`."""
    notes = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return any(hasattr(note, "__get_pydantic_core_schema__") and not _is_rule(note) for note in notes)


def _bare(annotation: object) -> tuple[object, _UnionRule | None]:
    """The annotation without Annotated and aliases, and the rule by which a union chooses."""
    rule: _UnionRule | None = None
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *notes = get_args(annotation)
            rule = next((note for note in notes if _is_rule(note)), rule)
        elif hasattr(annotation, "__value__"):  # type X = ...
            annotation = cast("object", annotation.__value__)
        else:
            return annotation, rule


def _annotation(field: FieldInfo) -> object:
    """The annotation of a field with its constraints, as an independent annotation."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


@cache
def model_fields(model: type[BaseModel]) -> dict[str, tuple[str, object, bool]]:
    """Field name -> (wire name, annotation with its constraints, required); cached, so that its codecs are too."""
    model.model_rebuild()  # resolves forward references
    wire = wire_names(model)
    return {name: (wire[name], _annotation(field), field.is_required()) for name, field in model.model_fields.items()}


@cache
def _others(model: type[BaseModel]) -> object:
    """The annotation of further properties, None if they can be anything."""
    if "__pydantic_extra__" not in model.__annotations__:
        return None
    return get_args(get_type_hints(model, include_extras=True)["__pydantic_extra__"])[1]

"""Unions whose members accept the same kind of JSON value.

Such a union has `OneOf` as metadata, because the first member that accepts a value need not be the one that is meant:
enums accept unknown values and objects unknown properties.
"""

from __future__ import annotations

import types
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError
from pydantic_core import core_schema as cs

from .model import with_presets
from .scalars import validation
from .serialization import codec, jsonable, wire_names
from .types import IntEnum, StrEnum, is_dict, is_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .scalars import Choice, Rank

_CHOSEN = (dict, list, str, int, float, Decimal)
"""Types of JSON values that several members of a union may accept; of the others pydantic finds the member itself."""

_GENERAL = (str, int, float, type(None))
"""Types that say nothing about a value beyond its JSON type."""


class OneOf:
    """Chooses the member of a union that a value fits best: `Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat"})]`.

    An object whose `property` has a documented value is of the class it is mapped to, any other of the class `default`.
    Without a default every member that fits is ranked.
    """

    def __init__(
        self,
        property: str = "",  # noqa: A002
        mapping: Mapping[str, str] | None = None,
        default: str = "",
    ) -> None:
        self.property = property
        self.mapping = mapping or {}
        self.default = default
        self.default_members: tuple[object, ...] = ()
        self.members: tuple[object, ...] = ()
        self.tags: Mapping[str, object] = {}  # the member of each value, known when the annotation is evaluated
        self.has_others = False  # members that are not objects

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        self.members = get_args(source)
        named = dict(_named(self.members)) if self.mapping else {}
        self.tags = {value: named[name] for value, name in self.mapping.items() if name in named}
        self.default_members = tuple(named[name] for name in [self.default] if name in named)
        schema = handler(source)
        inner = schema
        if self.tags:
            choices = {value: handler.generate_schema(member) for value, member in self.tags.items()}
            inner = tagged = cs.tagged_union_schema(choices, self.property)
            self.has_others = not all(map(_is_model, self.members))
            if self.has_others:  # is not used to validate, but so that the scalars are those that are written
                inner = cs.union_schema([tagged, schema], mode="left_to_right")
        written = (
            cs.simple_ser_schema("any")
            if all(map(_is_model, self.members))
            else cs.wrap_serializer_function_ser_schema(_write, schema=schema)
        )
        return cs.no_info_wrap_validator_function(self._validate, inner, serialization=written)

    def candidates(self, members: Sequence[object], value: object) -> Sequence[object]:
        """Return the members to try when a value fits none: the one that its property names, or all if it names none.

        If the value of the property is not documented and there is no default, these are the members that document
        several values of it: they may have got another one.
        """
        if not (self.tags and is_dict(value)):
            return members
        tag = self._tag_of(value)
        if tag is not None and tag in self.tags:
            return [self.tags[tag]]
        if tag is None or self.default_members:
            return self.default_members or members
        return [member for member in members if _is_model(member) and self.property in _open_properties(member)]

    def _tag_of(self, value: Mapping[str, object]) -> str | None:
        """The value of the property, which a caller may give by the name of the field."""
        tag = value.get(self.property)
        if tag is None and not validation.received:
            models = filter(_is_model, self.tags.values())
            names = {name for each in models for name, wire in wire_names(each).items() if wire == self.property}
            tag = next((value[name] for name in names if name in value), None)
        return tag if isinstance(tag, str) else None

    @classmethod
    def rank(cls, value: object, result: object) -> Rank:
        """Return how well a value fits the member whose validation gave the result.

        What counts is, in this order: few values that an enum does not document or that would not be sent as they are,
        many properties that a model knows, few that it does not, and many values of types that are more specific than
        text or number. The first of equals wins.
        """
        ranks = validation.ranks
        is_container = isinstance(result, BaseModel | dict | list)
        if ranks is None or not is_container:
            return cls._rank(value, result)
        if id(result) not in ranks:
            ranks[id(result)] = result, cls._rank(value, result)
        return ranks[id(result)][1]

    @classmethod
    def _rank(cls, value: object, result: object) -> Rank:
        inexact = known = unknown = specific = 0
        whole, waiting = result, [(value, result)]
        while waiting:
            value, result = waiting.pop()
            is_container = isinstance(result, BaseModel | dict | list)
            if result is not whole and is_container:
                of_part = cls.rank(value, result)
                inexact, known = inexact + of_part[0], known - of_part[1]
                unknown, specific = unknown + of_part[2], specific - of_part[3]
            elif isinstance(result, BaseModel) and is_dict(value):
                given = result.model_fields_set & type(result).model_fields.keys()
                extra = result.model_extra or {}
                known += len(given)
                unknown += len(extra)
                specific += len(given & _constant_fields(type(result)))
                wire = wire_names(type(result))
                waiting += [(value.get(wire[name], value.get(name)), getattr(result, name)) for name in given]
                waiting += [(value[name], extra[name]) for name in extra]
            elif is_dict(result) and is_dict(value):
                waiting += [(value[name], result[name]) for name in result]
            elif is_list(result) and is_list(value):
                waiting += zip(value, result, strict=True)
            elif isinstance(result, StrEnum | IntEnum):
                inexact += not result.is_known
                specific += result.is_known
            elif not isinstance(result, _GENERAL):
                inexact += isinstance(value, str) and not _is_exact(value, result)
                specific += 1 if isinstance(value, str) else -1  # a Decimal from a number may be sent as a string
        return inexact, -known, unknown, -specific

    def _validate(self, value: object, handler: Callable[[object], object]) -> object:
        if self.tags and not self.has_others and is_dict(value):
            tag = value.get(self.property)
            if isinstance(tag, str) and tag in self.tags:
                return handler(value)
        if isinstance(value, BaseModel):
            return self._validate_instance(value)
        if type(value) not in _CHOSEN:
            return self._choose(value, self.members) if self.tags else handler(value)
        if isinstance(value, str | int | float | Decimal):
            return self._choose(value, self.members)
        if validation.choices is not None:
            return self._choose_once(value, validation.choices)
        validation.choices, validation.ranks = {}, {}
        try:
            return self._choose_once(value, validation.choices)
        finally:
            validation.choices = validation.ranks = None

    def _validate_instance(self, value: BaseModel) -> object:
        for member in self.members:
            if _is_model(member) and isinstance(value, member):
                return value
        others = [member for member in self.members if not _is_model(member)]
        return self._choose(value, others or self.members)

    def _choose_once(self, value: object, choices: dict[tuple[int, int], Choice]) -> object:
        """Choose the member for an object or list, once within one validation.

        The members of a union often contain the same unions, so that without this the time would grow exponentially
        with the depth of a value.
        """
        key = (id(self), id(value))
        if key not in choices:
            try:
                result = self._choose(value, self.candidates(self.members, value) or self.members)
            except ValidationError as error:
                choices[key] = (value, None, self._tag_error(value) or error.with_traceback(None))
            else:
                choices[key] = (value, result, None)
        _, result, failure = choices[key]
        if failure is not None:
            raise failure
        if validation.received and self.tags and not self.default_members and is_dict(value):
            tag = self._tag_of(value)
            is_open = isinstance(result, BaseModel) and self.property in _open_properties(type(result))
            if is_open and tag is not None and tag not in self.tags:
                raise PydanticCustomError("kind", "no documented kind by its {name}", {"name": repr(self.property)})
        return result

    def _tag_error(self, value: object) -> ValidationError | None:
        """Return what is wrong with the property of a value that fits no member, None if that is not the reason."""
        if validation.received or not (self.tags and is_dict(value)) or self.default_members:
            return None
        tag = self._tag_of(value)
        if tag in self.tags:
            return None
        detail = InitErrorDetails(type="missing", loc=(self.property,), input=value)
        if tag is not None or self.property in value:
            *others, last = map(repr, self.tags)
            expected = f"{', '.join(others)} or {last}" if others else last
            detail = InitErrorDetails(type="literal_error", loc=(self.property,), input=tag, ctx={"expected": expected})
        elif any(_has_required(member, value) for member in self.members):
            return None  # the other properties show which member is meant
        return ValidationError.from_exception_data("OneOf", [detail])

    def _choose(self, value: object, members: Sequence[object]) -> object:
        """Return the result of the member that fits best, or raise the error of the one with the fewest errors."""
        complete = [member for member in members if _has_required(member, value)]
        results: list[object] = []
        errors: list[ValidationError] = []
        for member in complete or members:
            try:
                results.append(_validated(member, value))
            except ValidationError as error:
                errors.append(error)
        if len(results) == 1:
            return results[0]
        if results:
            return min(results, key=lambda result: self.rank(value, result))
        raise min(errors, key=ValidationError.error_count)


def _named(members: Sequence[object]) -> Iterator[tuple[str, object]]:
    """Yield the name of each class or alias that is a member, or a member of a union in the union."""
    for member in members:
        if name := getattr(member, "__name__", ""):
            yield name, member
    for member in members:
        bare = getattr(member, "__value__", member)  # type X = ...
        bare = get_args(bare)[0] if get_origin(bare) is Annotated else bare
        if get_origin(bare) in (Union, types.UnionType):
            yield from _named(get_args(bare))


def _validated(member: object, value: object) -> object:
    validator = member.__pydantic_validator__ if _is_model(member) else codec(member).adapter.validator
    return validator.validate_python(value)


def _is_model(member: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(member, type) and issubclass(member, BaseModel)


def _write(value: object, handler: Callable[[object], object]) -> object:
    return value if isinstance(value, BaseModel) else handler(value)


def _has_required(member: object, value: object) -> bool:
    """Whether an object has the properties that a model requires; True for anything else."""
    if not (is_dict(value) and _is_model(member)):
        return True
    fields = value if validation.received else with_presets(member, value)
    return all(wire in fields or name in fields for name, wire in _required_fields(member))


@cache
def _required_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    wire = wire_names(model)
    return tuple((name, wire[name]) for name, field in model.model_fields.items() if field.is_required())


# ---------------------------------------------------------------- ranking


def _is_exact(value: str, result: object) -> bool:
    """Whether a text is what would be sent for its value: a date with a time is not."""
    return str(jsonable(result)) == value


@cache
def _constant_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields that accept certain values only."""
    model.model_rebuild()  # resolves forward references
    return frozenset(name for name, field in model.model_fields.items() if _is_constant(field.annotation))


@cache
def _open_properties(model: type[BaseModel]) -> frozenset[str]:
    """The properties that have documented texts and keep others, which do not identify the model then."""
    model.model_rebuild()  # resolves forward references
    wire = wire_names(model)
    enums = (
        (wire[name], (field.annotation, *get_args(field.annotation))) for name, field in model.model_fields.items()
    )
    return frozenset(
        name for name, types in enums if any(isinstance(each, type) and issubclass(each, StrEnum) for each in types)
    )


def _is_constant(annotation: object) -> bool:
    return get_origin(annotation) is Literal or any(get_origin(each) is Literal for each in get_args(annotation))

"""The base classes of all generated models."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .scalars import make_exact, validation
from .serialization import jsonable, wire_form, wire_names, with_deep_stack
from .types import is_dict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from pydantic import GetCoreSchemaHandler, ModelWrapValidatorHandler
    from pydantic.config import JsonDict
    from pydantic_core import CoreSchema

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """Keeps unknown fields, accepts Python and wire names, and remembers which fields were given."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,  # so that importing many models costs little
        protected_namespaces=(),  # a field can be called `model_id`
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        make_exact(handler.resolve_ref_schema(schema), handler.resolve_ref_schema)
        return schema

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Complete the model; happens by itself on first use, however deeply other models are nested in it."""
        return with_deep_stack(
            lambda: super(Model, cls).model_rebuild(  # all names in its annotations are names of its module
                force=force, raise_errors=raise_errors, _parent_namespace_depth=0, _types_namespace=_types_namespace
            )
        )

    def to_wire(self) -> dict[str, object]:
        """Return the object that is sent: wire names, given fields only, JSON types, and Decimals for exact numbers."""
        return {name: jsonable(value) for name, value in wire_form(self).items()}


# ---------------------------------------------------------------- presets and inheritance


def preset(value: str | int, *, name: str = "", required: bool = True) -> Any:
    """Declare a field that has this value in everything that is sent, unless another one is given.

    Args:
        value: the value.
        name: the name of the property, if it is not the field's.
        required: whether a response has to have the property; otherwise the field has the value without it.
    """
    alias = name or None
    extra: JsonDict = {"default": value}
    if required:
        return Field(validation_alias=alias, serialization_alias=alias, json_schema_extra=extra)
    return Field(
        default=value,
        validate_default=True,
        validation_alias=alias,
        serialization_alias=alias,
        json_schema_extra=extra,
    )


class _Arguments(dict[str, object]):
    """The arguments of a constructor."""


class TaggedModel(Model):
    """A model with preset fields, or one that others extend: it is read as the class that its discriminator names.

    `_discriminator` has the property and, for each of its documented values, the name of a class in the same module;
    `_default_child` is the class for any other value, "" if it is the model itself.
    """

    model_config = ConfigDict(polymorphic_serialization=True)

    _discriminator: ClassVar[tuple[str, dict[str, str]]]
    _default_child: ClassVar[str] = ""

    if not TYPE_CHECKING:  # type checkers derive the constructor from the fields

        def __init__(self, /, **data: object) -> None:
            arguments = _Arguments(with_presets(type(self), data))
            self.__pydantic_validator__.validate_python(arguments, self_instance=self)

        __init__.__pydantic_base_init__ = True  # otherwise reading a response would call it

    @model_validator(mode="wrap")
    @classmethod
    def _validate_tagged(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if is_dict(value) and not isinstance(value, _Arguments):
            if _discriminators(cls) and (chosen := class_for(cls, value)) is not cls:
                read: Self = chosen.__pydantic_validator__.validate_python(value)
                return read
            if not validation.received:
                value = with_presets(cls, value)
        return handler(value)


def class_for(model: type[M], value: Mapping[str, object]) -> type[M]:
    """The class that an object is read as: the model, or the one below it that its discriminator names."""
    for name, classes, default in _discriminators(model):
        tag = value.get(name)
        if tag is None and not validation.received:  # a caller may use the name of the field
            tag = next((value.get(field) for field, wire in wire_names(model).items() if wire == name), None)
        chosen = classes.get(tag, default) if isinstance(tag, str) else default
        if chosen is not None and issubclass(chosen, model):
            return chosen
    return model


@cache
def _discriminators(
    model: type[BaseModel],
) -> tuple[tuple[str, dict[str, type[BaseModel]], type[BaseModel] | None], ...]:
    """The discriminators of a model and of those that it extends: property, class for each value, class for others."""
    found: list[tuple[str, dict[str, type[BaseModel]], type[BaseModel] | None]] = []
    for base in model.__mro__:
        if issubclass(base, TaggedModel) and "_discriminator" in vars(base):
            classes = vars(sys.modules[base.__module__])
            name, names = vars(base)["_discriminator"]
            default = classes.get(vars(base).get("_default_child", ""))
            found.append((name, {value: classes[each] for value, each in names.items()}, default))
    return tuple(found)


def with_presets(model: type[BaseModel], fields: Mapping[str, object]) -> dict[str, object]:
    """Add the preset fields that are not given."""
    return {**{wire: value for name, wire, value in _presets(model) if not {name, wire} & fields.keys()}, **fields}


@cache
def _presets(model: type[BaseModel]) -> tuple[tuple[str, str, object], ...]:
    """The preset fields of a model: name, wire name, value."""
    wire, presets = wire_names(model), list[tuple[str, str, object]]()
    for name, field in model.model_fields.items():
        extra: object = field.json_schema_extra
        if is_dict(extra):
            presets.append((name, wire[name], extra["default"]))
    return tuple(presets)


# ---------------------------------------------------------------- closed objects


class ClosedModel(Model):
    """A model whose document allows no further members: the constructor and request bodies refuse them.

    A response that has some is reported, and they are kept.
    """

    @model_validator(mode="after")
    def _refuse_unknown_members(self) -> Self:
        if self.model_extra:
            names = set[str]()
            if not validation.received:  # a caller may have made a mistake in writing
                names = {*type(self).model_fields, *wire_names(type(self)).values()}
            raise PydanticCustomError("unknown_member", "{listed}", {"listed": _unknown(self.model_extra, names)})
        return self


def _unknown(members: Mapping[str, object], names: set[str]) -> str:
    """Which members do not exist, and what could be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed for a mistake only

    texts = [f"{name!r} does not exist" for name in members]
    similar = [get_close_matches(name, names, 1) for name in members]
    hints = [f", did you mean {close[0]!r}?" if close else "" for close in similar]
    return "; ".join(f"{text}{hint}" for text, hint in zip(texts, hints, strict=True))

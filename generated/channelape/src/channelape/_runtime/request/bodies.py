"""Request bodies that are JSON or urlencoded forms, and what is common to all formats; see also `files.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel

from ..errors import InvalidRequestError
from ..http.messages import EncodedBody
from ..model import with_presets
from ..serialization import codec, dumps, form_fields, given_fields, under_wire_names, wire_form
from ..types import FORM, NOT_GIVEN, has_file, is_collection, is_file, is_mapping
from .parameters import Pairs, Parameter, problem_list, query_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping


# ---------------------------------------------------------------- formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form or multipart body is written (OpenAPI's Encoding Object)."""

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    is_file: bool = False
    """Whether it is a file although its schema does not say so."""

    @property
    def is_styled(self) -> bool:
        """Whether it is written as a parameter, which takes precedence over its content type."""
        return bool(self.style) or self.explode is not None or self.allow_reserved


@dataclass(frozen=True, slots=True)
class JsonBody:
    """JSON of `type`: a model class or any annotation, such as `list[Order]`."""

    type: object
    media_type: str = "application/json"

    def suits(self, body: object) -> int:
        """Return 0 for what has files; see `BodyFormat`."""
        return 0 if _has_files(body) else 1

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write JSON. Raises InvalidRequestError for a body that does not match the type."""
        if isinstance(body, BaseModel):  # validated when it was made
            form: object = {name: value for name, value in wire_form(body).items() if value is not NOT_GIVEN}
        else:
            form = codec(self.type).wire_form(_validated(self.type, body))
        named = media_type or ("application/json" if "*" in self.media_type else self.media_type)
        return EncodedBody(named, dumps(form).encode())


@dataclass(frozen=True, slots=True)
class FormBody:
    """An urlencoded form whose fields are the properties of `type`; `encoding` by wire name."""

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = "application/x-www-form-urlencoded"

    def suits(self, body: object) -> int:
        """Return 0 for what has files; see `BodyFormat`."""
        return 0 if _has_files(body) else 1

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a form. Raises InvalidRequestError for a body that does not match the type."""
        pairs = [
            pair
            for name, value in form_properties(self.type, body).items()
            for pair in _form_pairs(name, value, self.encoding.get(name, Encoding()))
        ]
        named = media_type or self.media_type
        return EncodedBody(named, "&".join(f"{name}={value}" for name, value in pairs).encode())


def flat_body(body: object, fields: Mapping[str, object], *, required: bool = False) -> object:
    """Join `body=` (NOT_GIVEN, a model or a mapping) with flat keyword arguments (wire name -> value), which win.

    When there is neither, a required body is an empty object, any other is NOT_GIVEN. Raises InvalidRequestError when
    there are both and the body is neither model nor mapping.
    """
    given = {name: value for name, value in fields.items() if value is not NOT_GIVEN}
    if body is NOT_GIVEN:
        return given if given or required else NOT_GIVEN
    if not given:
        return body
    if is_mapping(body):
        return {**body, **given}
    if isinstance(body, BaseModel):
        return given_fields(body) | given
    raise InvalidRequestError(f"flat arguments cannot join a body of type {type(body).__name__}")


# ---------------------------------------------------------------- values


def _has_files(body: object) -> bool:
    """Whether a body is a file, or an object with files."""
    if isinstance(body, BaseModel):
        body = given_fields(body)
    return is_file(body) or (is_mapping(body) and any(map(has_file, body.values())))


def _validated(type_: object, body: object, context: str | None = None) -> object:
    given = _given(type_, body) if is_mapping(body) else body
    value, problems = codec(type_).fit(given, context=context)
    if problems:
        raise InvalidRequestError(f"invalid body: {problem_list([(at or '/', text) for at, text in problems])}")
    return value


def _given(type_: object, body: Mapping[str, object]) -> dict[str, object]:
    given = {name: value for name, value in under_wire_names(type_, body).items() if value is not NOT_GIVEN}
    model = getattr(type_, "__value__", type_)  # type X = ...
    return with_presets(model, given) if isinstance(model, type) and issubclass(model, BaseModel) else given


def form_properties(type_: object, body: object, context: str = FORM) -> Mapping[str, object]:
    """The properties of a form or multipart body, under wire names; those that are None are left out.

    Forms have no null: RFC 6570 regards it as undefined, and servers read an empty text as a text.

    Raises InvalidRequestError for a body that does not match the type.
    """
    value = _validated(type_, given_fields(body) if isinstance(body, BaseModel) else body, context)
    if not (isinstance(value, BaseModel) or is_mapping(value)):
        raise InvalidRequestError(f"a form cannot be made of a {type(body).__name__}")
    return {name: item for name, item in form_fields(type_, value).items() if item is not None}


def form_elements(type_: object, body: object, context: str) -> list[object]:
    """The elements of a multipart body that is a list. Raises InvalidRequestError as `form_properties` does."""
    value = _validated(type_, body, context)
    form = codec(type_).wire_form(value, FORM)
    if not (is_collection(value) and is_collection(form)):
        raise InvalidRequestError(f"the body cannot be made of a {type(body).__name__}")
    return [given if has_file(given) else item for given, item in zip(value, form, strict=True)]


def items_of(value: object) -> list[object]:
    """The elements of an array that are not None, or the value itself."""
    return [item for item in value if item is not None] if is_collection(value) and not is_file(value) else [value]


def styled_pairs(name: str, value: object, encoding: Encoding) -> Pairs:
    """The percent-encoded (name, value) pairs of a property whose encoding has a style."""
    parameter = Parameter(
        name, "query", style=encoding.style, explode=encoding.explode, allow_reserved=encoding.allow_reserved
    )
    return query_pairs(parameter, items_of(value) if is_collection(value) else value)


def _form_pairs(name: str, value: object, encoding: Encoding) -> Pairs:
    if has_file(value):
        raise InvalidRequestError(f"{name!r}: an urlencoded form cannot have a file")
    if not encoding.is_styled and ("json" in encoding.content_type or is_mapping(value) or is_collection(value)):
        is_json = "json" in encoding.content_type
        value = [dumps(item) if is_json or is_mapping(item) else item for item in items_of(value)]
    return styled_pairs(name, value, encoding)

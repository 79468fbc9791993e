"""Request bodies: the formats that an operation accepts, and how a value or a file is written in each of them."""

from __future__ import annotations

import io
import mimetypes
import re
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, TypeGuard, cast

from pydantic import BaseModel

from ..errors import InvalidRequestError
from ..http.messages import BodyPart, EncodedBody, Upload, size_of
from ..serialization import codec, dumps, given_fields, under_wire_names, wire_form
from ..types import NOT_GIVEN, is_collection, is_content, is_list, is_mapping
from .parameters import Pairs, Parameter, query_pairs, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..types import FileContent, FileInput

_MAX_PROBLEMS = 5  # of a body that does not match its type, in one message
_OCTETS = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?", re.ASCII)


# ---------------------------------------------------------------- formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form or multipart body is written (OpenAPI's Encoding Object)."""

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class JsonBody:
    """JSON of `type`: a model class or any annotation, such as `list[Order]`."""

    type: object
    media_type: str = "application/json"

    takes_content: ClassVar[bool] = False

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write JSON. Raises InvalidRequestError for a body that does not match the type."""
        if isinstance(body, BaseModel):  # validated when it was made
            form: object = wire_form(body)
        else:
            form = codec(self.type).wire_form(_validated(self.type, body))
        return EncodedBody(media_type, dumps(form).encode())


@dataclass(frozen=True, slots=True)
class FormBody:
    """An urlencoded form whose fields are the properties of `type`; `encoding` by wire name."""

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = "application/x-www-form-urlencoded"

    takes_content: ClassVar[bool] = False

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a form. Raises InvalidRequestError for a body that does not match the type."""
        fields = _properties(self.type, body if isinstance(body, BaseModel) else _validated(self.type, body))
        pairs = [
            pair
            for name, value in fields.items()
            for pair in _form_pairs(name, value, self.encoding.get(name, Encoding()))
        ]
        return EncodedBody(media_type, "&".join(f"{name}={value}" for name, value in pairs).encode())


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """A multipart body whose parts are the properties of `type`; `encoding` by wire name."""

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = "multipart/form-data"

    takes_content: ClassVar[bool] = False

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write the parts. The body is not validated, since a file has more forms than a type can express."""
        fields = _properties(self.type, body)
        parts = (_parts(name, value, self.encoding.get(name, Encoding())) for name, value in fields.items())
        return EncodedBody(media_type, tuple(chain.from_iterable(parts)))


@dataclass(frozen=True, slots=True)
class TextBody:
    """A text, sent as UTF-8; or bytes or an open binary file, sent unchanged."""

    media_type: str = "text/plain"

    takes_content: ClassVar[bool] = True

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write a text. Raises InvalidRequestError for anything else."""
        if isinstance(body, str):
            named = media_type if "charset" in media_type.lower() else f"{media_type}; charset=utf-8"
            return EncodedBody(named, body.encode())
        return _raw_body(body, media_type)


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """Bytes or an open binary file, sent unchanged."""

    media_type: str = "application/octet-stream"

    takes_content: ClassVar[bool] = True

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Send bytes or a file. Raises InvalidRequestError for anything else."""
        return _raw_body(body, media_type)


def _raw_body(body: object, media_type: str) -> EncodedBody:
    if not is_content(body):
        raise InvalidRequestError(f"a {media_type} body cannot be made of a {type(body).__name__}")
    return EncodedBody(media_type, rewindable(body))


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


def _validated(type_: object, body: object) -> object:
    given = _given(type_, body) if is_mapping(body) else body
    value, problems = codec(type_).fit(given)
    if problems:
        listed = "; ".join(f"{pointer or '/'}: {message}" for pointer, message in problems[:_MAX_PROBLEMS])
        more = f"; and {len(problems) - _MAX_PROBLEMS} more" if len(problems) > _MAX_PROBLEMS else ""
        raise InvalidRequestError(f"the body does not fit: {listed}{more}")
    return value


def _given(type_: object, body: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in under_wire_names(type_, body).items() if value is not NOT_GIVEN}


def _properties(type_: object, body: object) -> Mapping[str, object]:
    """The properties of a form or multipart body, under wire names."""
    if isinstance(body, BaseModel):
        return given_fields(body)
    if is_mapping(body):
        return _given(type_, body)
    raise InvalidRequestError(f"a form cannot be made of a {type(body).__name__}")


def _form_pairs(name: str, value: object, encoding: Encoding) -> Pairs:
    styled = encoding.style or encoding.explode is not None or encoding.allow_reserved
    if not styled and ("json" in encoding.content_type or is_mapping(value) or isinstance(value, BaseModel)):
        value = [dumps(item) for item in _items(value)]
    parameter = Parameter(
        name, "query", style=encoding.style, explode=encoding.explode, allow_reserved=encoding.allow_reserved
    )
    return query_pairs(parameter, value)


def _parts(name: str, value: object, encoding: Encoding) -> Iterator[BodyPart]:
    """One part for each file or element; objects and arrays are written as JSON."""
    declared = "" if "," in encoding.content_type or "*" in encoding.content_type else encoding.content_type
    for item in _items(value):
        if is_file(item):
            yield BodyPart(name, upload(item, default_name=name, media_type=declared))
        elif "json" in declared or is_mapping(item) or is_list(item) or isinstance(item, BaseModel):
            yield BodyPart(name, dumps(item).encode(), declared or "application/json")
        else:
            yield BodyPart(name, text_of(item).encode(), declared)


def _items(value: object) -> list[object]:
    return list(value) if is_collection(value) and not is_file(value) else [value]


# ---------------------------------------------------------------- files


def is_file(value: object) -> TypeGuard[FileInput]:
    """Whether a value is one of the forms of `FileInput`."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        named = len(parts) in {2, 3} and all(isinstance(each, str) for each in (parts[0], *parts[2:]))
        return named and is_content(parts[1])
    return is_content(value)


def upload(value: FileInput, *, default_name: str, media_type: str = "") -> Upload:
    """Determine the name and media type of a file: as given, else as declared (`media_type`), else by its name."""
    match value:
        case (name, content, declared):
            filename, media_type = name, declared
        case (name, content):
            filename = name
        case content:
            own_name: object = getattr(content, "name", None)  # a number for a file made from a descriptor
            filename = PurePath(own_name).name if isinstance(own_name, str) else default_name
    media_type = media_type or mimetypes.guess_type(filename)[0] or _OCTETS
    if not _MEDIA_TYPE.fullmatch(media_type):
        raise InvalidRequestError(f"{default_name!r}: not a media type")
    return Upload(rewindable(content), filename, media_type)


def rewindable(content: FileContent) -> FileContent:
    """The same content in a form that can be sent twice. Raises InvalidRequestError for a file opened as text."""
    if isinstance(content, bytes | bytearray):
        return bytes(content)
    if isinstance(content, io.TextIOBase):
        raise InvalidRequestError("a file has to be opened in binary mode")
    try:
        size_of(content)
    except (OSError, ValueError):  # a pipe or a compressed file, whose size is unknown
        if content.seekable():
            content.seek(0)
        return content.read()
    return content

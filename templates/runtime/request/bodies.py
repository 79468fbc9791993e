"""How a request body is written: the formats an operation accepts, as data, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import InvalidRequestError
from ..types import NOT_GIVEN, is_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..types import FileContent
    from .files import Upload


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body: a file, or a field with its text and media type ("" when it needs none)."""

    name: str
    content: Upload | bytes = field(repr=False)
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body ready to be sent: its bytes or open file, or the parts of a multipart body."""

    media_type: str
    content: FileContent | tuple[Part, ...] = field(repr=False)


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


@dataclass(frozen=True, slots=True)
class FormBody:
    """An urlencoded form whose fields are the properties of `type`; `encoding` by wire name."""

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """A multipart body whose parts are the properties of `type`; `encoding` by wire name."""

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class TextBody:
    """A text, sent as UTF-8."""

    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """Bytes or an open binary file, sent unchanged."""

    media_type: str = "application/octet-stream"


BodyFormat = JsonBody | FormBody | MultipartBody | TextBody | BinaryBody


def flat_body(body: object, fields: Mapping[str, object], *, required: bool = False) -> object:
    """Join `body=` (NOT_GIVEN, a model or a mapping) with flat keyword arguments (wire name -> value), which win.

    When neither has anything, a required body is an empty object, any other is NOT_GIVEN. Raises InvalidRequestError
    when there are both and the body is neither model nor mapping.
    """
    given = {name: value for name, value in fields.items() if value is not NOT_GIVEN}
    if body is NOT_GIVEN:
        return given if given or required else NOT_GIVEN
    if not given:
        return body
    if is_mapping(body):
        return {**body, **given}
    from pydantic import BaseModel  # noqa: PLC0415 - importing this module must not load pydantic

    from ..serialization import given_fields  # noqa: PLC0415 - as above

    if isinstance(body, BaseModel):
        return given_fields(body) | given
    raise InvalidRequestError(f"flat arguments cannot join a body of type {type(body).__name__}")

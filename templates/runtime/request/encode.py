"""From a Python value to the bytes of a request body."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import chain
from typing import TYPE_CHECKING

from pydantic import BaseModel

from ..errors import InvalidRequestError
from ..operation import Parameter
from ..serialization import codec, dumps, given_fields, under_wire_names, wire_form
from ..types import NOT_GIVEN, is_collection, is_list, is_mapping
from .bodies import BinaryBody, EncodedBody, Encoding, FormBody, JsonBody, MultipartBody, Part, TextBody
from .files import OCTETS, is_content, is_file, rewindable, upload
from .parameters import Pairs, query_pairs, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .bodies import BodyFormat

_TOLD = 5  # problems of a body told in one message


def encode(formats: tuple[BodyFormat, ...], body: object, media_type: str | None) -> EncodedBody:
    """Write `body` in the format of that media type, by default the first.

    Raises InvalidRequestError for a body that does not fit, naming places and never values.
    """
    chosen, media_type = _choose(formats, body, media_type)
    try:
        return _write(chosen, media_type, body)
    except InvalidRequestError:
        raise
    except (ValueError, TypeError) as error:
        raise InvalidRequestError(f"the body cannot be written: {error}") from None


def _choose(formats: tuple[BodyFormat, ...], body: object, media_type: str | None) -> tuple[BodyFormat, str]:
    if not formats:
        raise InvalidRequestError("it takes no body")
    if media_type is None and is_content(body):  # bytes are no JSON, nor a form
        formats = (*(each for each in formats if isinstance(each, BinaryBody | TextBody)), *formats)
    if media_type is None:
        first = formats[0].media_type
        return formats[0], OCTETS if "*" in first else first
    for format_ in formats:
        if fnmatchcase(_essence(media_type), _essence(format_.media_type)):
            return format_, media_type
    raise InvalidRequestError(f"its body has to be one of {', '.join(each.media_type for each in formats)}")


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _write(chosen: BodyFormat, media_type: str, body: object) -> EncodedBody:
    match chosen:
        case JsonBody(type_):
            content: bytes = dumps(_checked(type_, body)).encode()
        case FormBody(type_, encoding):
            fields = _properties(type_, body if isinstance(body, BaseModel) else _fitted(type_, body))
            pairs = [
                pair
                for name, value in fields.items()
                for pair in _form_pairs(name, value, encoding.get(name, Encoding()))
            ]
            content = "&".join(f"{name}={value}" for name, value in pairs).encode()
        case MultipartBody(type_, encoding):
            # not fitted to the type first: a file may be given in more forms than a type can say
            fields = _properties(type_, body)
            parts = (_parts(name, value, encoding.get(name, Encoding())) for name, value in fields.items())
            return EncodedBody(media_type, tuple(chain.from_iterable(parts)))
        case TextBody() if isinstance(body, str):
            content = body.encode()
            media_type = media_type if "charset" in media_type.lower() else f"{media_type}; charset=utf-8"
        case TextBody() | BinaryBody() if is_content(body):
            return EncodedBody(media_type, rewindable(body))
        case _:
            raise InvalidRequestError(f"a {media_type} body cannot be made of a {type(body).__name__}")
    return EncodedBody(media_type, content)


def _checked(type_: object, body: object) -> object:
    """The wire form of a body that fits its type."""
    if isinstance(body, BaseModel):  # accepted when it was made
        return wire_form(body)
    return codec(type_).wire_form(_fitted(type_, body))


def _fitted(type_: object, body: object) -> object:
    given = _given(type_, body) if is_mapping(body) else body
    value, problems = codec(type_).fit(given)
    if problems:
        told = "; ".join(f"{pointer or '/'}: {message}" for pointer, message in problems[:_TOLD])
        more = f"; and {len(problems) - _TOLD} more" if len(problems) > _TOLD else ""
        raise InvalidRequestError(f"the body does not fit: {told}{more}")
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


def _form_pairs(name: str, value: object, rule: Encoding) -> Pairs:
    styled = rule.style or rule.explode is not None or rule.allow_reserved
    if not styled and ("json" in rule.content_type or (is_mapping(value) or isinstance(value, BaseModel))):
        value = [dumps(item) for item in _items(value)]
    parameter = Parameter(name, "query", style=rule.style, explode=rule.explode, allow_reserved=rule.allow_reserved)
    return query_pairs(parameter, value)


def _parts(name: str, value: object, rule: Encoding) -> Iterator[Part]:
    """One part for each file or element; what has structure of its own is written as JSON."""
    declared = "" if "," in rule.content_type or "*" in rule.content_type else rule.content_type
    for item in _items(value):
        if is_file(item):
            yield Part(name, upload(item, default_name=name, media_type=declared))
        elif "json" in declared or is_mapping(item) or is_list(item) or isinstance(item, BaseModel):
            yield Part(name, dumps(item).encode(), declared or "application/json")
        else:
            yield Part(name, text_of(item).encode(), declared)


def _items(value: object) -> list[object]:
    return list(value) if is_collection(value) and not is_file(value) else [value]

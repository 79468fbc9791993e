"""Multipart bodies: the parts of an object or a list, their headers, and how they are joined."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pydantic import BaseModel

from ..errors import InvalidRequestError
from ..http.messages import EncodedBody
from ..media_types import charset_of, essence
from ..serialization import dumps
from ..types import MULTIPART, NO_FILE, is_collection, is_file, is_mapping
from .bodies import Encoding, form_elements, form_properties, items_of, styled_pairs
from .files import OCTETS, join_segments, prepare_file
from .parameters import header_name, header_value, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..http.messages import BodyStream

_FORM_DATA = "multipart/form-data"
_TEXT = "text/plain; charset=utf-8"
_OWN_PARAMETERS = re.compile(r""";\s*(?:boundary|type)\s*=\s*(?:"[^"]*"|[^;]*)""", re.IGNORECASE)
"""Parameters of a declared media type that each request has its own values for."""

_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""How browsers escape names in a Content-Disposition (WHATWG, multipart/form-data encoding algorithm)."""


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """A multipart body whose parts are the properties of `type`, or its elements.

    `encoding` is by the wire name of a property; `prefix_encoding` is that of the first elements, `item_encoding` that
    of all further ones.
    """

    type: object
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    media_type: str = _FORM_DATA
    prefix_encoding: tuple[Encoding, ...] = ()
    item_encoding: Encoding = field(default_factory=Encoding)

    def suits(self, body: object) -> int:
        """Return 0 for a file, which is no object; see `BodyFormat`."""
        return 0 if is_file(body) else 1

    def encode(self, body: object, media_type: str) -> EncodedBody:
        """Write the parts. Raises InvalidRequestError for a body that does not match the type."""
        named = media_type or (_FORM_DATA if "*" in self.media_type else self.media_type)
        is_form = essence(named) == _FORM_DATA
        if is_collection(body) and not is_form and not is_file(body):
            encodings = chain(self.prefix_encoding, repeat(self.item_encoding))
            items = form_elements(self.type, body, MULTIPART)
            parts = [_part(None, item, encoding, "the body") for item, encoding in zip(items, encodings, strict=False)]
        else:
            parts = [
                part
                for name, value in form_properties(self.type, body, MULTIPART).items()
                for part in _property_parts(name, value, self.encoding.get(name, Encoding()))
            ]
        if not is_form:  # the receiver of a form knows that a part without a media type is a text
            parts = [part if part.media_type else replace(part, media_type=_TEXT) for part in parts]
        boundary = os.urandom(16).hex()
        parameters = [f"boundary={boundary}"]
        if essence(named) == "multipart/related" and parts:
            parameters.append(f'type="{essence(parts[0].media_type)}"')
        named = "; ".join([_OWN_PARAMETERS.sub("", named), *parameters])
        return EncodedBody(named, join_segments(_segments(parts, boundary.encode())))


@dataclass(frozen=True, slots=True)
class _Part:
    """One part; `filename` is None for what is not a file."""

    name: str | None
    content: bytes | BodyStream
    media_type: str = ""
    filename: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def head(self) -> bytes:
        """Its headers, and the empty line below them."""
        names = {"name": self.name, "filename": self.filename}
        parameters = [f'{key}="{name.translate(_ESCAPES)}"' for key, name in names.items() if name is not None]
        disposition = "attachment" if self.name is None else "form-data"
        lines = [f"Content-Disposition: {'; '.join([disposition, *parameters])}"] if parameters else []
        lines += [f"Content-Type: {header_value('Content-Type', self.media_type)}"] if self.media_type else []
        lines += [f"{header_name(name)}: {header_value(name, value)}" for name, value in self.headers]
        return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()


def _segments(parts: list[_Part], boundary: bytes) -> Iterator[bytes | BodyStream]:
    for part in parts:
        yield b"--%b\r\n%b" % (boundary, part.head)
        yield part.content
        yield b"\r\n"
    yield b"--%b--\r\n" % boundary


def _property_parts(name: str, value: object, encoding: Encoding) -> Iterator[_Part]:
    """One part for each element; those of a property with a style are what a query would have, not encoded."""
    items = items_of(value)
    if encoding.is_styled and not any(map(is_file, items)):
        is_joined = encoding.explode is False and (is_collection(value) or is_mapping(value))
        for key, text in styled_pairs(name, value, replace(encoding, allow_reserved=False)):
            if is_joined and "%2C" in text:  # parts are not encoded
                raise InvalidRequestError(f"{name!r}: an element contains ',', which separates elements")
            yield _Part(unquote(key), unquote(text).encode(), headers=encoding.headers)
    else:
        for item in items:
            yield _part(name, item, encoding, repr(name))


def _part(name: str | None, item: object, encoding: Encoding, argument: str) -> _Part:
    """One part, of the media type that its encoding names; objects and arrays are written as JSON."""
    listed = [media_type.strip() for media_type in encoding.content_type.split(",")]
    declared = [media_type for media_type in listed if media_type and not media_type.startswith("multipart/")]
    if is_file(item):
        file = prepare_file(item, argument)
        media_type = file.choose_media_type(declared) or file.media_type or OCTETS
        return _Part(name, file.content, media_type, file.name or name, encoding.headers)
    if encoding.is_file:
        raise InvalidRequestError(f"{argument}: {NO_FILE}")
    media_type = next((each for each in declared if "*" not in each), "")
    if is_mapping(item) or is_collection(item) or isinstance(item, BaseModel):
        media_type = next((each for each in declared if "json" in each), media_type or "application/json")
        if "json" not in media_type and essence(media_type) != "text/plain":
            raise InvalidRequestError(f"{argument}: {media_type} is not written from objects or arrays; give its text")
        return _Part(name, dumps(item).encode(), media_type, headers=encoding.headers)
    text = dumps(item) if "json" in media_type else text_of(item)
    return _Part(name, text.encode(charset_of(media_type)), media_type, headers=encoding.headers)

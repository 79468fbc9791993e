"""Families of media types, and the order of preference between representations."""

import re
from collections.abc import Iterable
from enum import IntEnum

from channelsmith import ir

_JSON = re.compile(r"^((application/|text/)?(x-)?json|application/[\w.*+-]+\+json)$")
_EVENT_STREAM = "text/event-stream"  # it has no end, so it cannot be read as one text
_STREAMS = re.compile(
    r"text/event-stream|multipart/mixed|application/((x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)|[\w.-]+\+json-seq)"
)
_STRING = ir.Primitive(ir.Scalar.STRING)


class MediaFamily(IntEnum):
    """Families of media types, the most structured first."""

    JSON = 0
    OTHER_JSON = 1
    FORM = 2
    MULTIPART = 3
    TEXT = 4
    BINARY = 5


def classify_media_type(media_type: str) -> MediaFamily:
    """Return the family of a media type, regardless of parameters such as `; charset=utf-8`."""
    essence = media_type.split(";", maxsplit=1)[0].strip().lower()
    if essence == "application/json":
        return MediaFamily.JSON
    if _JSON.match(essence):
        return MediaFamily.OTHER_JSON
    if essence == "application/x-www-form-urlencoded":
        return MediaFamily.FORM
    if essence.startswith("multipart/"):
        return MediaFamily.MULTIPART
    if essence.startswith("text/") and essence != _EVENT_STREAM:
        return MediaFamily.TEXT
    return MediaFamily.TEXT if essence == "application/xml" or essence.endswith("+xml") else MediaFamily.BINARY


def is_stream(media_type: str) -> bool:
    """Whether a response of a media type consists of items: events, lines, JSON texts, or parts of several types."""
    return _STREAMS.fullmatch(media_type.split(";", maxsplit=1)[0].strip().lower()) is not None


def is_event_stream(media_type: str) -> bool:
    """Whether the items of a response are server-sent events."""
    return media_type.split(";", maxsplit=1)[0].strip().lower() == _EVENT_STREAM


def is_binary_media_type(media_type: str) -> bool:
    """Whether contents of a media type are bytes; what has no subtype is none."""
    is_text = media_type.lower().startswith("text/")
    return "/" in media_type and not is_text and classify_media_type(media_type) is MediaFamily.BINARY


def classify_media(media: ir.Media) -> MediaFamily:
    """Return the family of a representation; a wildcard whose schema describes a value is text or JSON."""
    family = classify_media_type(media.media_type)
    if family is not MediaFamily.BINARY or "*" not in media.media_type or media.type is None:
        return family
    if is_string(media.type):
        return MediaFamily.TEXT
    return family if media.type == ir.ANY or is_binary(media.type) else MediaFamily.JSON


def classify_response(media: ir.Media) -> MediaFamily:
    """Return the family of a representation of a response: JSON, TEXT for texts that are no XML, or BINARY.

    JSON that is declared as a file is binary, because frameworks write `application/json` for responses of any type.
    A wildcard is what its schema describes: a text, or something that only JSON can be.
    """
    family = classify_media_type(media.media_type)
    if is_binary(media.type):
        return MediaFamily.BINARY
    if family <= MediaFamily.OTHER_JSON:
        return MediaFamily.JSON
    if family is MediaFamily.BINARY and "*" in media.media_type and media.type not in {None, ir.ANY}:
        return MediaFamily.TEXT if is_string(media.type) else MediaFamily.JSON
    is_text = family is MediaFamily.TEXT and media.media_type.lower().startswith("text/")
    return MediaFamily.TEXT if is_text else MediaFamily.BINARY


def is_json(media: ir.Media) -> bool:
    """Whether a representation is JSON."""
    return classify_media(media) <= MediaFamily.OTHER_JSON


def is_binary(type_: ir.Type | None) -> bool:
    """Whether a type is binary, possibly nullable."""
    return _non_null(type_) == {ir.Primitive(ir.Scalar.BINARY)}


def is_string(type_: ir.Type | None) -> bool:
    """Whether a type is any text, possibly nullable."""
    return _non_null(type_) == {_STRING}


def is_file(media: ir.Media) -> bool:
    """Whether a representation is one to write to a file: no text, no XML, no stream of events or lines."""
    media_type = media.media_type.split(";", maxsplit=1)[0].strip().lower()
    is_named = media_type != "*/*" and not is_stream(media_type)
    return is_binary(media.type) or (is_named and classify_media_type(media_type) is MediaFamily.BINARY)


def _non_null(type_: ir.Type | None) -> set[ir.Type | None]:
    return set(type_.members if isinstance(type_, ir.Union) else (type_,)) - {ir.NULL}


def sort_media(media: Iterable[ir.Media]) -> tuple[ir.Media, ...]:
    """Sort representations: concrete media types before wildcards, the most structured first."""
    return tuple(sorted(media, key=lambda each: ("*" in each.media_type, classify_media(each))))

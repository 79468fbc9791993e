"""Families of media types, and the order of preference between representations."""

import re
from collections.abc import Iterable
from enum import IntEnum

from channelsmith import ir

_JSON = re.compile(r"^((application/|text/)?(x-)?json|application/[\w.*+-]+\+json)$")
_EVENT_STREAM = "text/event-stream"  # it has no end, so it cannot be read as one text


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


def classify_media(media: ir.Media) -> MediaFamily:
    """Return the family of a representation; a wildcard whose schema describes a structure is JSON."""
    family = classify_media_type(media.media_type)
    is_wildcard = family is MediaFamily.BINARY and "*" in media.media_type
    is_structure = media.type is not None and not isinstance(media.type, ir.Primitive)
    return MediaFamily.JSON if is_wildcard and is_structure else family


def is_json(media: ir.Media) -> bool:
    """Whether a representation is JSON."""
    return classify_media(media) <= MediaFamily.OTHER_JSON


def sort_media(media: Iterable[ir.Media]) -> tuple[ir.Media, ...]:
    """Sort representations: concrete media types before wildcards, the most structured first."""
    return tuple(sorted(media, key=lambda each: ("*" in each.media_type, classify_media(each))))

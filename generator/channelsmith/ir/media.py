"""Media types: which family one belongs to, and which of several says most."""

import re
from collections.abc import Iterable
from enum import IntEnum

from channelsmith import ir

_JSON = re.compile(r"^((application/|text/)?(x-)?json|application/[\w.*+-]+\+json)$")
_STREAM = "text/event-stream"  # text without an end, so it is not read as one


class Kind(IntEnum):
    """Families of media types, the most structured first."""

    JSON = 0
    OTHER_JSON = 1
    FORM = 2
    MULTIPART = 3
    TEXT = 4
    BINARY = 5


def kind(media_type: str) -> Kind:
    """The family of a media type; parameters such as `; charset=utf-8` do not count."""
    bare = media_type.split(";", maxsplit=1)[0].strip().lower()
    if bare == "application/json":
        return Kind.JSON
    if _JSON.match(bare):
        return Kind.OTHER_JSON
    if bare == "application/x-www-form-urlencoded":
        return Kind.FORM
    if bare.startswith("multipart/"):
        return Kind.MULTIPART
    if (bare.startswith("text/") and bare != _STREAM) or bare == "application/xml" or bare.endswith("+xml"):
        return Kind.TEXT
    return Kind.BINARY


def kind_of(media: ir.Media) -> Kind:
    """The family of a representation; a wildcard whose schema describes a structure is JSON."""
    found = kind(media.media_type)
    wild = found is Kind.BINARY and "*" in media.media_type
    return Kind.JSON if wild and media.type is not None and not isinstance(media.type, ir.Primitive) else found


def preferred(media: Iterable[ir.Media]) -> tuple[ir.Media, ...]:
    """The representations, the most structured first, concrete ones before wildcards."""
    return tuple(sorted(media, key=lambda each: ("*" in each.media_type, kind_of(each))))

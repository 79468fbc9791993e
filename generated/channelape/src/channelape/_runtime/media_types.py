"""Media types: comparison without parameters, ranges, and the charset of a text."""

from __future__ import annotations

import codecs
import re
from fnmatch import fnmatchcase

_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+( *;[\x20-\x7e]*)?", re.ASCII)
_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE | re.ASCII)

_NO_CHARSETS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape"}
"""Codecs of Python that are no charsets: some need quadratic time, or raise errors of other kinds."""


def is_media_type(text: str) -> bool:
    """Whether a text is one media type, possibly with parameters, that can be sent in a header."""
    return bool(_MEDIA_TYPE.fullmatch(text))


def essence(media_type: str) -> str:
    """The media type without parameters, lower-case."""
    return media_type.partition(";")[0].strip().lower()


def is_in_range(media_type: str, declared: str) -> bool:
    """Whether a media type is the declared one or in a declared range such as `image/*`, whatever the parameters."""
    return fnmatchcase(essence(media_type), essence(declared))


def charset_of(media_type: str) -> str:
    """The charset that a media type names, `utf-8` where it names none or one that texts cannot be in."""
    match = _CHARSET.search(media_type)
    try:
        name = codecs.lookup(match[1]).name if match else "utf-8"
        bytes(4).decode(name)
    except (LookupError, UnicodeError):  # an unknown one, or one that is not of texts
        return "utf-8"
    return "utf-8" if name in _NO_CHARSETS else name

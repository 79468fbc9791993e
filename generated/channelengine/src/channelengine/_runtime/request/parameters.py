"""Parameter values as text: every location, style and explode of OpenAPI 3.0 and 3.1.

None is the empty text; an empty list or mapping leaves the parameter out. NOT_GIVEN is removed before. A list or
mapping inside a list or mapping, which OpenAPI leaves undefined, is written as JSON; deepObject nests further and
repeats the name for a list. Path and query texts are percent-encoded, cookie values as far as cookies need it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from ..errors import InvalidRequestError
from ..serialization import dumps, to_json_type
from ..types import is_dict, is_list, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Location = Literal["path", "query", "header", "cookie"]
Pairs = tuple[tuple[str, str], ...]
Shape = str | list[str] | dict[str, str]

_STYLES = {  # the first is the default
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
_DELIMITER = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C", "deepObject": ","}
_RESERVED = ":/?@!$'()*,;="  # the reserved characters but # & + [ ], which would end or change a value
_IN_COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_TRIPLET = re.compile(r"%25([0-9A-Fa-f]{2})")
_TOKEN = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter and how its value is written; what is empty or None is the default of OpenAPI."""

    name: str
    location: Location
    style: str = field(default="", kw_only=True)
    explode: bool | None = field(default=None, kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    media_type: str = field(default="", kw_only=True)


def path_text(parameter: Parameter, value: object) -> str:
    """Return the text that replaces `{name}` in a path. Raises InvalidRequestError when it would be empty."""
    shape, explode = _shape(parameter, value), bool(parameter.explode)
    texts = _texts(shape, explode=explode, encode=_percent)
    if not any(texts):
        raise InvalidRequestError(f"path parameter {parameter.name!r} is empty")
    match _style(parameter):
        case "label":
            return "." + ("." if explode else ",").join(texts)
        case "matrix" if not explode:
            return f";{_percent(parameter.name)}=" + ",".join(texts)
        case "matrix":
            name = "" if isinstance(shape, dict) else f"{_percent(parameter.name)}="
            return "".join(f";{name}{text}" for text in texts)
        case _:
            return ",".join(texts)


def query_pairs(parameter: Parameter, value: object) -> Pairs:
    """Encoded (name, value) pairs of a query string or an urlencoded form."""
    return _pairs(parameter, value, _reserved if parameter.allow_reserved else _percent)


def cookie_pairs(parameter: Parameter, value: object) -> Pairs:
    """(name, value) pairs of a Cookie header."""
    return _pairs(parameter, value, lambda text: quote(text, safe=_IN_COOKIE))


def header_pairs(parameter: Parameter, value: object) -> Pairs:
    """The header as a (name, value) pair, if it has a value. Raises InvalidRequestError for control characters."""
    _style(parameter)
    texts = _texts(_shape(parameter, value), explode=bool(parameter.explode), encode=str)
    return ((parameter.name, header_value(parameter.name, ",".join(texts))),) if texts else ()


def header_name(name: str) -> str:
    """Check a header's name. Raises InvalidRequestError for one that cannot be sent."""
    if not _TOKEN.fullmatch(name):
        raise InvalidRequestError(f"{name!r} is not the name of a header")
    return name


def header_value(name: str, value: str) -> str:
    """Check a header's value: control characters such as line ends could start another header."""
    if _CONTROL.search(value):
        raise InvalidRequestError(f"header {name!r} has control characters or line ends in its value")
    return value.strip(" ")


def text_of(value: object) -> str:  # noqa: PLR0911 - a table, one line a type
    """One value as plain text, a list or mapping as JSON. Raises ValueError or TypeError for what has no such form."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return str.__str__(value)
        case int():
            return int.__repr__(value)
        case float() | Decimal():
            return number_text(value)
        case _ if is_dict(value) or is_list(value):
            return dumps(value)
        case _:
            return text_of(to_json_type(value))


def _opened(value: object) -> object:
    simple = value is None or isinstance(value, str | int | float | Decimal)
    return value if simple or is_dict(value) or is_list(value) else to_json_type(value)


def _shape(parameter: Parameter, value: object) -> Shape:
    if parameter.media_type:
        return dumps(value) if "json" in parameter.media_type else text_of(value)
    value = _opened(value)
    if is_dict(value):
        return {text_of(key): text_of(item) for key, item in value.items()}
    return [text_of(item) for item in value] if is_list(value) else text_of(value)


def _texts(shape: Shape, *, explode: bool, encode: Callable[[str], str]) -> list[str]:
    match shape:
        case str():
            return [encode(shape)]
        case list():
            return [encode(text) for text in shape]
        case dict() if explode:
            return [f"{encode(key)}={encode(text)}" for key, text in shape.items()]
        case dict():
            return [encode(text) for pair in shape.items() for text in pair]


def _pairs(parameter: Parameter, value: object, encode: Callable[[str], str]) -> Pairs:
    style = _style(parameter)
    explode = style == "form" if parameter.explode is None else parameter.explode
    if style == "deepObject":
        nested = _opened(value)
        return tuple((_percent(name), encode(text)) for name, text in _deep(parameter.name, nested))
    shape = _shape(parameter, value)
    match shape:
        case dict() if explode:
            return tuple((_percent(name), encode(text)) for name, text in shape.items())
        case list() if explode:
            return tuple((_percent(parameter.name), encode(text)) for text in shape)
        case _:
            texts = _texts(shape, explode=False, encode=encode)
            return ((_percent(parameter.name), _DELIMITER[style].join(texts)),) if texts else ()


def _deep(name: str, value: object) -> Iterator[tuple[str, str]]:
    if is_dict(value):
        for key, item in value.items():
            yield from _deep(f"{name}[{text_of(key)}]", _opened(item))
    elif is_list(value):
        for item in value:
            yield from _deep(name, _opened(item))
    else:
        yield name, text_of(value)


def _style(parameter: Parameter) -> str:
    styles = _STYLES[parameter.location]
    style = parameter.style or styles[0]
    if style not in styles:
        raise InvalidRequestError(f"{parameter.location} parameter {parameter.name!r} has no style {style!r}")
    return style


def _percent(text: str) -> str:
    return quote(text, safe="")


def _reserved(text: str) -> str:
    return _TRIPLET.sub(r"%\1", quote(text, safe=_RESERVED))

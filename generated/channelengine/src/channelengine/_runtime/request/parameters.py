"""Parameters: their values checked against the declared types, and as text, for every location, style and explode.

What is undefined is left out (RFC 6570): None for an optional parameter, None and NOT_GIVEN inside lists and objects,
an empty list or object. An empty text is sent, and so is None for a required parameter that can be null, as an empty
text. A list or object inside a list or object, which OpenAPI leaves undefined, is written as JSON; but a list in an
exploded object repeats the name of its member, and deepObject nests further. Path and query texts are percent-encoded;
for cookies see `cookie_pairs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin
from urllib.parse import quote, unquote, unquote_plus

from pydantic import BaseModel

from ..errors import InvalidRequestError
from ..scalars import number_text
from ..serialization import codec, dumps, to_json_type
from ..types import NOT_GIVEN, IntEnum, StrEnum, is_content, is_dict, is_list, is_mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Location = Literal["path", "query", "header", "cookie"]
Pairs = tuple[tuple[str, str], ...]
Shape = str | list[str] | dict[str, str]

_STYLES = {  # the first is the default
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject", "querystring"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}  # other styles have a comma
_RESERVED = ":/?@!$'()*,;="  # the reserved characters but # & + [ ], which would end or change a value
_TRIPLET = re.compile(r"%25([0-9A-Fa-f]{2})")
_TOKEN = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_COOKIE_NAME = "!#$&'()*+./:<>?@[]^`{|}~"
_TRIPLET_IN_COOKIE = re.compile(r"%(?=[0-9A-Fa-f]{2})")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_NOT_LATIN_1 = re.compile(r"[^\x00-\xff]")
_TO_BE_QUOTED = re.compile(r'[;\x00-\x1f\x7f-\xff]|\A[ "]| \Z')
_TO_BE_ESCAPED = re.compile(r'[;"\\\x00-\x1f\x7f-\xff]')
_MAX_PROBLEMS = 5  # of a value that does not match its type, in one message


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter: the type of its value, and how it is written; what is empty or None is the default.

    `type` is any annotation; its codec is built when a value first needs one.
    """

    name: str
    location: Location
    type: object = Any
    required: bool = field(default=False, kw_only=True)
    style: str = field(default="", kw_only=True)
    explode: bool | None = field(default=None, kw_only=True)
    allow_reserved: bool = field(default=False, kw_only=True)
    media_type: str = field(default="", kw_only=True)


# ---------------------------------------------------------------- values


def checked_value(parameter: Parameter, value: object) -> object:
    """Check an argument. Return its wire form, or NOT_GIVEN when it is left out.

    Raises InvalidRequestError for a value that does not match the type, naming places, not values.
    """
    if value is None and not parameter.required and parameter.location != "path":
        return NOT_GIVEN
    if parameter.type is Any:
        return _given(value)
    if _needs_no_codec(parameter.type, value):
        return value
    own_codec, given = codec(parameter.type), _given(value)
    fitted, problems = own_codec.fit(given)
    if problems and not parameter.media_type:  # None leaves out a member, whether it can be null or not
        fitted, problems = own_codec.fit(_without_null_members(given))
    if problems:
        raise InvalidRequestError(f"{_place(parameter)} does not match its type: {problem_list(problems)}")
    return _given(own_codec.wire_form(fitted))


def problem_list(problems: Sequence[tuple[str, str]]) -> str:
    """The problems that `Codec.fit` found, on one line."""
    messages: dict[str, list[str]] = {}  # several of one value are those of the members of a union
    for pointer, message in problems:
        texts = messages.setdefault(pointer, [])
        texts.append(message.removeprefix("Input should be ") if texts else message)
    parts = [": ".join(filter(None, (pointer, ", or ".join(texts)))) for pointer, texts in messages.items()]
    listed = "; ".join(parts[:_MAX_PROBLEMS])
    return f"{listed}; and {len(parts) - _MAX_PROBLEMS} more" if len(parts) > _MAX_PROBLEMS else listed


def _needs_no_codec(type_: object, value: object) -> bool:
    """Whether a value is of the declared class, or what a number or an open enum accepts; most arguments are."""
    own_type: type[object] = type(value)
    if not isinstance(type_, type):
        if own_type is not list or get_origin(type_) is not list:
            return False
        (item_type,) = get_args(type_)
        return all(_needs_no_codec(item_type, item) for item in cast("list[object]", value))
    if own_type is type_:
        return not issubclass(own_type, BaseModel)  # which may contain NOT_GIVEN
    return (own_type is str and issubclass(type_, StrEnum)) or (own_type is int and issubclass(type_, IntEnum | float))


def _given(value: object) -> object:
    """The same value without NOT_GIVEN at any level, and with a list for any iterable: a set, a generator."""
    if is_mapping(value):
        return {key: _given(item) for key, item in value.items() if item is not NOT_GIVEN}
    if isinstance(value, str | BaseModel | type) or is_content(value) or not isinstance(value, Iterable):
        return value
    return [_given(item) for item in cast("Iterable[object]", value) if item is not NOT_GIVEN]


def _without_null_members(value: object) -> object:
    if is_dict(value):
        return {key: _without_null_members(item) for key, item in value.items() if item is not None}
    return [_without_null_members(item) for item in value if item is not None] if is_list(value) else value


# ---------------------------------------------------------------- texts


def _percent(text: str) -> str:
    return quote(text, safe="")


def _percent_and_dots(text: str) -> str:
    return quote(text, safe="").replace(".", "%2E")


def _reserved(text: str) -> str:
    return _TRIPLET.sub(r"%\1", quote(text, safe=_RESERVED))


def _cookie_name(text: str) -> str:
    return quote(text, safe=_COOKIE_NAME)


def _cookie_text(text: str) -> str:
    text = _TRIPLET_IN_COOKIE.sub("%25", text)
    return _NOT_ASCII.sub(lambda match: quote(match[0]), text) if _NOT_LATIN_1.search(text) else text


def _escaped_in_cookie(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '"\\' else f"\\{ord(match[0]):03o}"


def path_text(parameter: Parameter, value: object) -> str:
    """Return the text that replaces `{name}` in a path. Raises InvalidRequestError when it would be empty."""
    shape, explode, style = _shape(parameter, value), bool(parameter.explode), _style(parameter)
    has_dots = style == "label" and explode and not isinstance(shape, str)
    texts = _texts(shape, explode=explode, encode=_percent_and_dots if has_dots else _percent)
    if not any(texts):
        raise InvalidRequestError(f"path parameter {parameter.name!r} is empty")
    match style:
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
    """Encoded (name, value) pairs of a query string or an urlencoded form.

    A value that is the whole query string (`querystring`) has no name.
    """
    if parameter.style == "querystring":
        shape = _shape(parameter, value)
        return (("", _percent(shape if isinstance(shape, str) else dumps(value))),)
    return _pairs(parameter, value, _reserved if parameter.allow_reserved else _percent)


def undeclared_query(parameters: Mapping[Any, object]) -> str:
    """Write parameters that no document describes; a list repeats the name, a mapping becomes `name[key]=value`.

    Raises InvalidRequestError for what has no such form.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in parameters.items():
        if not isinstance(name, str) or not name:
            raise InvalidRequestError(f"{name!r} is not the name of a parameter")
        style = "deepObject" if is_mapping(value) else ""
        try:
            pairs += query_pairs(Parameter(name, "query", style=style), value) if value is not None else ()
        except InvalidRequestError:
            raise
        except (ValueError, TypeError, RecursionError) as error:
            reason = "it is nested too deeply" if isinstance(error, RecursionError) else error
            raise InvalidRequestError(f"query parameter {name!r}: {reason}") from None
    return "&".join(f"{name}={value}" for name, value in pairs)


def replace_parameters(query: str, parameters: Mapping[str, object]) -> str:
    """Add parameters that no document describes to a percent-encoded query, in place of those of the same names."""
    kept = [pair for pair in query.split("&") if pair and unquote_plus(pair.partition("=")[0]) not in parameters]
    return "&".join(filter(None, [*kept, undeclared_query(parameters)]))


def cookie_pairs(parameter: Parameter, value: object) -> Pairs:
    """(name, value) pairs of a Cookie header.

    OpenAPI wants percent-encoding, which many servers, such as those with Django or Starlette, do not decode. So a
    value stays as it is if a cookie can hold it, else it becomes a quoted string, which these servers read. Only what
    neither of them can hold is percent-encoded: characters beyond Latin-1, and a `%` that would look like an encoding.
    """
    pairs = _pairs(parameter, value, _cookie_text, encode_name=_cookie_name)
    return tuple((name, cookie_value(text)) for name, text in pairs)


def cookie_value(text: str) -> str:
    """A text as the value of a cookie: a quoted string with octal escapes where it cannot stand by itself."""
    if not _TO_BE_QUOTED.search(text):
        return text
    return '"' + _TO_BE_ESCAPED.sub(_escaped_in_cookie, text) + '"'


def header_pairs(parameter: Parameter, value: object) -> Pairs:
    """The header as a (name, value) pair, if it has a value.

    Raises InvalidRequestError for control characters, and for a comma inside a list or object: headers have no escapes.
    """
    _style(parameter)
    shape = _shape(parameter, value)
    texts = _texts(shape, explode=bool(parameter.explode), encode=str)
    if not isinstance(shape, str):
        _refuse_delimiter(parameter, ",", texts)
    return ((header_name(parameter.name), header_value(parameter.name, ",".join(texts))),) if texts else ()


def header_name(name: object) -> str:
    """Check a header's name. Raises InvalidRequestError for one that cannot be sent."""
    if not isinstance(name, str) or not _TOKEN.fullmatch(name):
        raise InvalidRequestError(f"{name!r} is not the name of a header")
    return name


def header_value(name: str, value: object) -> str:
    """Check a header's value: control characters such as line ends could start another header.

    Raises InvalidRequestError for such a value, and for one that is no text.
    """
    if not isinstance(value, str):
        raise InvalidRequestError(f"header {name!r} has to be a str")
    if _CONTROL.search(value):
        raise InvalidRequestError(f"header {name!r} has control characters or line ends in its value")
    if _SURROGATE.search(value):
        raise InvalidRequestError(f"header {name!r} has characters that cannot be encoded")
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
        return {text_of(key): text_of(item) for key, item in value.items() if item is not None}
    return [text_of(item) for item in value if item is not None] if is_list(value) else text_of(value)


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


def _pairs(
    parameter: Parameter,
    value: object,
    encode: Callable[[str], str],
    *,
    encode_name: Callable[[str], str] = _percent,
) -> Pairs:
    style, name = _style(parameter), encode_name(parameter.name)
    explode = style in {"form", "cookie"} if parameter.explode is None else parameter.explode
    if style == "deepObject":
        nested = _opened(value)
        return tuple((encode_name(each), encode(text)) for each, text in _deep(parameter.name, nested))
    if explode and not parameter.media_type and is_dict(members := _opened(value)):
        return tuple((encode_name(key), encode(text)) for key, text in _exploded(members))
    shape = _shape(parameter, value)
    match shape:
        case str():
            return ((name, encode(shape)),)
        case list() if explode:
            return tuple((name, encode(text)) for text in shape)
        case _:
            texts = _texts(shape, explode=False, encode=lambda text: encode(text).replace(",", "%2C"))
            if style in _DELIMITERS:
                _refuse_delimiter(parameter, _DELIMITERS[style], texts)
            return ((name, _DELIMITERS.get(style, ",").join(texts)),) if texts else ()


def _refuse_delimiter(parameter: Parameter, delimiter: str, texts: list[str]) -> None:
    """Refuse elements that contain their delimiter, where it cannot be escaped: they would arrive as other elements."""
    if any(delimiter in text for text in texts):
        separator = unquote(delimiter)
        raise InvalidRequestError(f"{_place(parameter)}: an element contains {separator!r}, which separates elements")


def _exploded(members: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The members of an object as pairs of their own; one that is a list repeats its name."""
    for name, member in members.items():
        opened = _opened(member)
        items = opened if is_list(opened) else [opened]
        yield from ((text_of(name), text_of(item)) for item in items if item is not None)


def _deep(name: str, value: object) -> Iterator[tuple[str, str]]:
    if is_dict(value):
        for key, item in value.items():
            if item is not None:
                yield from _deep(f"{name}[{text_of(key)}]", _opened(item))
    elif is_list(value):
        for item in value:
            if item is not None:
                yield from _deep(name, _opened(item))
    else:
        yield name, text_of(value)


def _style(parameter: Parameter) -> str:
    styles = _STYLES[parameter.location]
    style = parameter.style or styles[0]
    if style not in styles:
        raise InvalidRequestError(f"{_place(parameter)} has no style {style!r}")
    return style


def _place(parameter: Parameter) -> str:
    return f"{parameter.location} parameter {parameter.name!r}"

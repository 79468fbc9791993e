"""Parameter styles of OpenAPI: reading a parameter of a recorded request back into the values that were given.

This is the reverse of what a client does and shares no code with it. The table holds every style; `explode` selects the
separator, and a separator may be written in any of its percent-encoded forms.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import quote, unquote, unquote_plus

from channelsmith.conform.compare import is_dict, is_list
from channelsmith.conform.document import Parameter, is_json
from channelsmith.conform.relay import RecordedRequest

Texts: TypeAlias = "str | list[Any] | dict[str, Any] | None"
"""The texts of a parameter: one, one for each element or member, or None for a parameter that was not sent."""
Pairs: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Style:
    """How values of one style are written.

    `prefix` stands before the value. `separator` stands between elements, and between the names and values of an
    object; `exploded` between the elements, or `name=value` pairs, with explode. `is_named`: values follow the
    parameter's name.
    """

    prefix: str
    separator: str
    exploded: str
    is_named: bool


STYLES: Final[Mapping[str, Style]] = {
    # style                 prefix  separator     exploded  named            location       example of [3, 4], exploded
    "simple": Style("", ",", ",", is_named=False),  #                        path, header   3,4          3,4
    "label": Style(".", ",", r"\.", is_named=False),  #                      path           .3,4         .3.4
    "matrix": Style(";", ",", ";", is_named=True),  #                        path           ;p=3,4       ;p=3;p=4
    "form": Style("", ",", "[&;]", is_named=True),  #                        query, cookie  p=3,4        p=3&p=4
    "spaceDelimited": Style("", r"%20|\+| ", "&", is_named=True),  #         query          p=3%204      p=3&p=4
    "pipeDelimited": Style("", r"%7C|%7c|\|", "&", is_named=True),  #        query          p=3%7C4      p=3&p=4
    "deepObject": Style("", "&", "&", is_named=True),  #                     query          p[a]=3&p[b]=4
}


def read_parameter(
    parameter: Parameter, value: Any, request: RecordedRequest, path: Mapping[str, str], query: Pairs
) -> tuple[Any, set[str]]:
    """Read what was sent for a parameter, in the shape of `value`; and the query names that belong to it."""
    match parameter.location:
        case "path":
            return _decoded(parameter, value, path.get(parameter.name), unquote), set()
        case "header":
            return _decoded(parameter, value, request.header(parameter.name), str), set()
        case "cookie":
            cookies = (cookie.strip().partition("=") for cookie in (request.header("cookie") or "").split(";"))
            return read_pairs(parameter, value, [(name, raw) for name, _, raw in cookies], unquote)
        case _:
            return read_pairs(parameter, value, query, unquote_plus)


def read_pairs(
    parameter: Parameter, value: Any, pairs: Pairs, decode: Callable[[str], str] = unquote_plus
) -> tuple[Any, set[str]]:
    """Read a parameter of a query, cookie or form; and the names that belong to it."""
    name, is_object = parameter.name, isinstance(value, dict)
    if parameter.style == "deepObject" and not parameter.media_type:
        own = [(key, raw) for key, raw in pairs if key.startswith(f"{name}[")]
        return _nested(own, name, decode), {key for key, _ in own}
    spread = is_object and parameter.explode and not parameter.media_type
    own = [(key, raw) for key, raw in pairs if (key in value if spread else key == name)]
    text = "&".join(f"{quote(key, safe='')}={raw}" for key, raw in own) if own else None
    return _decoded(parameter, value, text, decode, is_paired=True), {key for key, _ in own}


def _decoded(  # noqa: PLR0911 -- the cases of the table
    parameter: Parameter, value: Any, text: str | None, decode: Callable[[str], str], *, is_paired: bool = False
) -> Any:
    """The texts in a serialized value; None where there is none, or it is not written in the parameter's style."""
    style = STYLES[parameter.style]
    if text is None or not (parameter.media_type or text.startswith(style.prefix)):
        return None
    if parameter.media_type:
        content = decode(text.partition("=")[2] if is_paired else text)
        return json.loads(content) if is_json(parameter.media_type) else content
    text = text.removeprefix(style.prefix)
    if parameter.explode and isinstance(value, list | dict):
        parts = [part.partition("=") for part in re.split(style.exploded, text)]
        if isinstance(value, dict):
            return {decode(key): decode(raw) for key, _, raw in parts}
        if style.is_named:
            return [decode(raw) for key, _, raw in parts if unquote(key) == parameter.name]
        return [decode("".join(part)) for part in parts]
    key, _, text = text.partition("=") if style.is_named else (parameter.name, "", text)
    if unquote(key) != parameter.name:
        return None
    if not isinstance(value, list | dict):
        return decode(text)
    elements = [decode(part) for part in re.split(style.separator, text)]
    return elements if isinstance(value, list) else dict(zip(elements[::2], elements[1::2], strict=False))


def _nested(pairs: Pairs, name: str, decode: Callable[[str], str]) -> dict[str, Any] | None:
    """The members of `name[a][b]=value`; a repeated name is a list."""
    members: dict[str, Any] = {}
    for key, raw in pairs:
        *above, last = re.findall(r"\[([^\]]*)\]", key.removeprefix(name))
        owner = members
        for step in above:
            owner = owner.setdefault(step, {})
        known = [owner[last]] if last in owner and not isinstance(owner[last], list) else owner.get(last, [])
        owner[last] = [*known, decode(raw)] if known else decode(raw)
    return members or None


def pairs_of(query: str) -> Pairs:
    """Name and value of each part of a query; names are decoded, values are not."""
    parts = (part.partition("=") for part in query.split("&"))
    return [(unquote_plus(name), value) for name, _, value in parts if name]


def texts_of(value: Any, *, nested: bool = False) -> Any:
    """The texts that a parameter's value is sent as; None for an empty list or object, which is left out.

    What OpenAPI leaves undefined, a list or object inside another, is JSON; with `nested` it goes on as it is.
    """
    if is_dict(value):
        return {str(name): _text(member, nested=nested) for name, member in value.items()} or None
    if is_list(value):
        return [_text(element, nested=nested) for element in value] or None
    return _text(value)


def _text(value: Any, *, nested: bool = False) -> Any:
    if is_dict(value) or is_list(value):
        only = value[0] if is_list(value) and len(value) == 1 else value  # written like the element alone
        return texts_of(only, nested=True) if nested else json.dumps(value)
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case bytes():
            return value.decode("utf-8", "backslashreplace")
        case _:
            return value.isoformat() if hasattr(value, "isoformat") else str(value)

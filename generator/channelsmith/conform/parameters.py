"""The parameters of a request as it arrived, read by what the document says about style and explode.

This is the reverse of what a client does, written apart from it: what a client writes wrongly is not read back.
"""

import json
import re
from collections.abc import Callable, Mapping
from http.cookies import SimpleCookie
from typing import Any, Final, TypeAlias
from urllib.parse import unquote, unquote_plus

from channelsmith import ir
from channelsmith.conform.methods import Argument, Method
from channelsmith.conform.traffic import Sent

Texts: TypeAlias = "str | list[str] | dict[str, str] | None"
"""What a parameter was sent as; None when it was not sent."""
Pairs: TypeAlias = list[tuple[str, str]]

_HOLE: Final = re.compile(r"\{([^{}]+)\}")
_DELIMITERS: Final[Mapping[str, re.Pattern[str]]] = {
    "form": re.compile(","),
    "spaceDelimited": re.compile(r"%20|\+| "),
    "pipeDelimited": re.compile(r"%7C|\|", re.IGNORECASE),
    "simple": re.compile(","),
}


def path_values(method: Method, sent: Sent, base: str) -> dict[str, str] | None:
    """What stands in the holes of the path, still encoded; None when the path is another one."""
    literals = [re.escape(part) for part in _HOLE.split(method.operation.path)[::2]]
    found = re.fullmatch(re.escape(base) + "([^/]+)".join(literals), sent.path)
    return dict(zip(_HOLE.findall(method.operation.path), found.groups(), strict=True)) if found else None


def pairs_of(query: str) -> Pairs:
    """Name and value of each part of a query; names are decoded, values are not."""
    return [
        (unquote_plus(name), value) for name, _, value in (each.partition("=") for each in query.split("&")) if name
    ]


def read(argument: Argument, value: Any, sent: Sent, path: Mapping[str, str], pairs: Pairs) -> tuple[Texts, set[str]]:
    """What was sent for a parameter, in the shape of `value`; and the names of the query that belong to it."""
    parameter = argument.parameter
    match parameter.location:
        case ir.Location.PATH:
            return _styled(parameter, path.get(parameter.name), value), set()
        case ir.Location.HEADER:
            found = sent.header(parameter.name)
            return _delimited(
                found, value, _DELIMITERS["simple"], explode=parameter.explode or False, decode=str
            ), set()
        case ir.Location.COOKIE:
            cookies = SimpleCookie(sent.header("cookie") or "")
            found = cookies[parameter.name].value if parameter.name in cookies else None
            return (unquote(found) if found is not None else None), set()
        case ir.Location.QUERY:
            return _query(parameter, value, pairs)


def _query(parameter: ir.Parameter, value: Any, pairs: Pairs) -> tuple[Texts, set[str]]:
    name, style = parameter.name, parameter.style or "form"
    explode = style == "form" if parameter.explode is None else parameter.explode
    own = [raw for key, raw in pairs if key == name]
    if parameter.media_type:
        return (json.loads(unquote_plus(own[0])) if own else None), {name}
    if style == "deepObject":
        inside = {key: unquote_plus(raw) for key, raw in pairs if key.startswith(f"{name}[") and key.endswith("]")}
        return {key[len(name) + 1 : -1]: raw for key, raw in inside.items()} or None, set(inside)
    if explode and isinstance(value, dict):
        members = {key: unquote_plus(raw) for key, raw in pairs if key in value}
        return members or None, set(members)
    if explode and isinstance(value, list):
        return [unquote_plus(raw) for raw in own] or None, {name}
    if len(own) > 1:
        return [unquote_plus(raw) for raw in own], {name}
    return _delimited(own[0] if own else None, value, _DELIMITERS.get(style, _DELIMITERS["form"])), {name}


def _styled(parameter: ir.Parameter, raw: str | None, value: Any) -> Texts:
    """A value of the path: `simple`, `label` or `matrix`."""
    explode = parameter.explode or False
    if raw is None:
        return None
    match parameter.style:
        case "label":
            splitter = re.compile(r"\.") if explode else _DELIMITERS["form"]
            return _delimited(raw[1:], value, splitter, explode=explode) if raw.startswith(".") else None
        case "matrix" if explode and isinstance(value, list | dict):
            listed = [part.partition("=") for part in raw.split(";")[1:]]
            if isinstance(value, dict):
                return {unquote(key): unquote(each) for key, _, each in listed}
            return [unquote(each) for key, _, each in listed if key == parameter.name]
        case "matrix":
            key, _, rest = raw[1:].partition("=")
            return _delimited(rest, value, _DELIMITERS["form"]) if key == parameter.name else None
        case _:
            return _delimited(raw, value, _DELIMITERS["simple"], explode=explode)


def _delimited(
    raw: str | None,
    value: Any,
    delimiter: re.Pattern[str],
    *,
    explode: bool = False,
    decode: Callable[[str], str] = unquote,
) -> Texts:
    """One text, taken apart where a list or mapping was given."""
    if raw is None:
        return None
    if isinstance(value, list):
        return [decode(part) for part in delimiter.split(raw)]
    if isinstance(value, dict):
        parts = delimiter.split(raw)
        if explode:
            return {decode(key): decode(each) for key, _, each in (part.partition("=") for part in parts)}
        return {decode(key): decode(each) for key, each in zip(parts[::2], parts[1::2], strict=False)}
    return str(decode(raw))

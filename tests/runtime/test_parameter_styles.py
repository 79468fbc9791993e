"""What a parser by the tables of OpenAPI reads back is what was given: every location, style, explode and shape."""

import http.cookies
import json
from collections.abc import Callable
from typing import Any, TypeAlias
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scratch._runtime.operation import Operation, Parameter

Value: TypeAlias = str | list[str] | dict[str, str]
NAME = "p"
TYPES: dict[str, Any] = {"text": str, "list": list[str], "object": dict[str, str]}
CELLS = [
    (location, style, explode)
    for location, styles in {
        "path": ("simple", "label", "matrix"),
        "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
        "header": ("simple",),
        "cookie": ("form",),
    }.items()
    for style in styles
    for explode in (True, False)
    if (style, explode) != ("deepObject", False)
]


def sent(parameter: Parameter, value: object) -> str:
    """The text of the location: the path segment, the query string, the header or the Cookie header."""
    location = parameter.location
    path = f"/{{{NAME}}}" if location == "path" else "/"
    operation: Operation[None] = Operation(id="op", method="GET", path=path, parameters=(parameter,))
    call = operation.call(**{location: {NAME: value}})
    cookies = "; ".join(map("=".join, call.cookies))
    return {
        "path": call.path[1:],
        "query": call.query_string,
        "header": dict(call.headers).get(NAME, ""),
        "cookie": cookies,
    }[location]


def in_pairs(pieces: list[str]) -> dict[str, str]:
    """An object whose names and values alternate."""
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def read_segment(text: str, style: str, explode: bool, shape: str, decode: Callable[[str], str]) -> Value:
    """Read a path segment or a header."""
    prefix, separator = {
        "simple": ("", ","),
        "label": (".", "." if explode else ","),
        "matrix": (";", ";" if explode else ","),
    }[style]
    assert text.startswith(prefix)
    text = text.removeprefix(prefix)
    if style == "matrix" and not (explode and shape == "object"):
        if not explode or shape == "text":
            assert text.startswith(f"{NAME}=")
            text = text.removeprefix(f"{NAME}=")
        else:
            assert all(piece.startswith(f"{NAME}=") for piece in text.split(separator))
            text = separator.join(piece.removeprefix(f"{NAME}=") for piece in text.split(separator))
    if shape == "text":
        return decode(text)
    pieces = text.split(separator)
    if shape == "list":
        return [decode(piece) for piece in pieces]
    if explode:
        return {decode(piece.partition("=")[0]): decode(piece.partition("=")[2]) for piece in pieces}
    return in_pairs([decode(piece) for piece in pieces])


def read_pairs(pairs: list[tuple[str, str]], style: str, explode: bool, shape: str) -> Value:
    """Read a query string or a Cookie header; the values are still percent-encoded."""
    if shape == "object" and explode and style == "deepObject":
        assert all(name.startswith(f"{NAME}[") and name.endswith("]") for name, _ in pairs)
        return {name[len(NAME) + 1 : -1]: unquote(value) for name, value in pairs}
    if shape == "object" and explode:
        return {name: unquote(value) for name, value in pairs}
    assert {name for name, _ in pairs} == {NAME}
    if shape == "text":
        ((_, value),) = pairs
        return unquote(value)
    if shape == "list" and explode:
        return [unquote(value) for _, value in pairs]
    ((_, value),) = pairs
    separator = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}[style]
    pieces = [unquote(piece) for piece in value.split(separator)]
    return pieces if shape == "list" else in_pairs(pieces)


def read(location: str, style: str, explode: bool, shape: str, text: str) -> Value:
    """The value that a location's text stands for."""
    if location == "path":
        return read_segment(text, style, explode, shape, unquote)
    if location == "header":
        return read_segment(text, style, explode, shape, str)
    pieces = text.split("&" if location == "query" else "; ")
    split = [piece.partition("=") for piece in pieces]
    if location == "query":
        return read_pairs([(unquote(name), value) for name, _, value in split], style, explode, shape)
    unquoted: Callable[[str], str] = http.cookies._unquote  # type: ignore[attr-defined]
    return read_pairs([(unquote(name), unquoted(value)) for name, _, value in split], style, explode, shape)


SPECIAL = ["%2C", "%20", "%", *",;\"\\ &=+|.-~[]{}#?/:@$'é€"]
"""What means something somewhere: separators, and texts that look encoded already."""


def texts(location: str, style: str, explode: bool, shape: str) -> st.SearchStrategy[str]:
    """Texts that the style can hold: where elements have no escapes, their separator is refused."""
    separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, "") if not explode and shape != "text" else ""
    if location == "header":
        separator = ",=" if shape != "text" else ""
    special = st.sampled_from([each for each in SPECIAL if each not in separator])
    least = 32 if location == "header" else 0
    characters = st.characters(min_codepoint=least, exclude_characters=f"\x7f{separator}", exclude_categories=["Cs"])
    text = st.lists(special | characters, max_size=6).map("".join)
    return text.map(lambda text: text.strip(" ")) if location == "header" else text


def values(location: str, style: str, explode: bool, shape: str) -> st.SearchStrategy[Value]:
    text = texts(location, style, explode, shape)
    some = text.filter(bool) if location == "path" else text  # a path cannot end in nothing
    if shape == "text":
        return some
    if shape == "list":
        return st.lists(some, min_size=1, max_size=4)
    keys = text.filter(bool).map(lambda key: f"k{key}".strip())
    if style == "deepObject":
        keys = keys.filter(lambda key: not set("[]") & set(key))
    return st.dictionaries(keys, some, min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("location", "style", "explode", "shape"),
    [(*cell, shape) for cell in CELLS for shape in TYPES if shape == "object" or "deepObject" not in cell],
)
def test_what_is_read_back_is_what_was_given(location: Any, style: str, explode: bool, shape: str) -> None:
    parameter = Parameter(NAME, location, TYPES[shape], style=style, explode=explode)

    @given(values(location, style, explode, shape))
    @settings(deadline=None, max_examples=30, derandomize=True)
    def check(value: Value) -> None:
        if location == "path" and {".", ".."} & {*([value] if isinstance(value, str) else value)}:
            return  # refused, see test_a_path_argument_can_not_climb
        assert read(location, style, explode, shape, sent(parameter, value)) == value

    check()


@pytest.mark.parametrize(("location", "style", "explode"), CELLS)
@pytest.mark.parametrize(
    ("type_", "values"), [(int, [0, -7, 2**70]), (bool, [True, False]), (float, [0.5, 1e300, -2.25])]
)
def test_numbers_and_booleans_are_read_back(
    location: Any, style: str, explode: bool, type_: Any, values: list[Any]
) -> None:
    """Written as JSON writes them."""
    if style == "deepObject":
        parameter = Parameter(NAME, location, dict[str, type_], style=style, explode=explode)
        given_object = {f"k{at}": value for at, value in enumerate(values)}
        found = read(location, style, explode, "object", sent(parameter, given_object))
        assert isinstance(found, dict)
        assert [json.loads(text) for text in found.values()] == values
        return
    parameter = Parameter(NAME, location, list[type_], style=style, explode=explode)
    found = read(location, style, explode, "list", sent(parameter, values))
    assert [json.loads(text) for text in found] == values
    for value in values:
        single = Parameter(NAME, location, type_, style=style, explode=explode)
        text = read(location, style, explode, "text", sent(single, value))
        assert isinstance(text, str)
        assert json.loads(text) == value

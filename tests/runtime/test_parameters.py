"""Parameter values as text, by the tables of the OpenAPI specification."""

import http.cookies
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from pydantic import AnyUrl, Field
from scratch._runtime.errors import InvalidRequestError
from scratch._runtime.model import Model
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.types import NOT_GIVEN, IntEnum, StrEnum

from runtime.shop import Shop

COLOURS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


class Colour(StrEnum):
    BLUE = "blue"


class Size(IntEnum):
    LARGE = 3


class Plain(Enum):
    HALF = 0.5


class Range(Model):
    from_: int = Field(validation_alias="from", serialization_alias="from")
    to: int | None = None


def rendered(parameter: Parameter, value: object) -> Any:
    """The path, query string, header or cookie pairs of a call with this one argument."""
    location = parameter.location
    path = f"/x/{{{parameter.name}}}" if location == "path" else "/x"
    operation: Operation[None] = Operation(id="op", method="GET", path=path, parameters=(parameter,))
    call = operation.call(**{location: {parameter.name: value}})
    return {"path": call.path[3:], "query": call.query_string, "header": call.headers, "cookie": call.cookies}[location]


PATH = [
    ("simple", False, "blue", "blue"),
    ("simple", False, COLOURS, "blue,black,brown"),
    ("simple", False, RGB, "R,100,G,200,B,150"),
    ("simple", True, COLOURS, "blue,black,brown"),
    ("simple", True, RGB, "R=100,G=200,B=150"),
    ("label", False, "blue", ".blue"),
    ("label", False, COLOURS, ".blue,black,brown"),
    ("label", False, RGB, ".R,100,G,200,B,150"),
    ("label", True, COLOURS, ".blue.black.brown"),
    ("label", True, RGB, ".R=100.G=200.B=150"),
    ("matrix", False, "blue", ";color=blue"),
    ("matrix", False, COLOURS, ";color=blue,black,brown"),
    ("matrix", False, RGB, ";color=R,100,G,200,B,150"),
    ("matrix", True, "blue", ";color=blue"),
    ("matrix", True, COLOURS, ";color=blue;color=black;color=brown"),
    ("matrix", True, RGB, ";R=100;G=200;B=150"),
    ("", None, "23-13.csv", "23-13.csv"),
    ("", None, "a/b", "a%2Fb"),
    ("", None, "a b?c#d%e", "a%20b%3Fc%23d%25e"),
    ("", None, "..a", "..a"),
    ("", None, "ü", "%C3%BC"),
    ("", None, ["a,b", "c"], "a%2Cb,c"),
    ("", None, "\\..\\x", "%5C..%5Cx"),
    ("", None, 0, "0"),
]


@pytest.mark.parametrize(("style", "explode", "value", "text"), PATH)
def test_path_arguments(style: str, explode: bool | None, value: object, text: str) -> None:
    assert rendered(Parameter("color", "path", style=style, explode=explode), value) == text


@pytest.mark.parametrize("value", ["", [], {}, None, [""], [None]])
@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
def test_an_empty_path_argument_is_refused(style: str, value: object) -> None:
    with pytest.raises(InvalidRequestError, match=r"^op: path parameter 'color' is empty$"):
        rendered(Parameter("color", "path", style=style), value)


@pytest.mark.parametrize(
    ("path", "arguments"),
    [
        ("/x/{a}/y", {"a": "."}),
        ("/x/{a}/y", {"a": ".."}),
        ("/x/{a}{b}/y", {"a": ".", "b": "."}),
        ("/x/{a}", {"a": [".."]}),
    ],
)
def test_a_path_argument_can_not_climb(path: str, arguments: dict[str, object]) -> None:
    parameters = tuple(Parameter(name, "path") for name in arguments)
    operation: Operation[None] = Operation(id="op", method="GET", path=path, parameters=parameters)
    with pytest.raises(InvalidRequestError, match="another path"):
        operation.call(path=arguments)


def test_a_label_can_not_climb() -> None:
    with pytest.raises(InvalidRequestError, match="another path"):
        rendered(Parameter("color", "path", style="label"), ".")


QUERY = [
    ("form", True, "blue", "color=blue"),
    ("form", True, "", "color="),
    ("form", True, None, ""),
    ("form", True, COLOURS, "color=blue&color=black&color=brown"),
    ("form", True, RGB, "R=100&G=200&B=150"),
    ("form", False, COLOURS, "color=blue,black,brown"),
    ("form", False, RGB, "color=R,100,G,200,B,150"),
    ("form", False, [1, None, 2], "color=1,2"),
    ("form", True, [1, None, NOT_GIVEN, 2], "color=1&color=2"),
    ("form", False, {"R": None, "G": 200, "B": NOT_GIVEN}, "color=G,200"),
    ("form", True, [None], ""),
    ("form", True, {"R": None}, ""),
    ("form", True, ["", "x"], "color=&color=x"),
    ("form", True, (each for each in COLOURS), "color=blue&color=black&color=brown"),
    ("form", True, [], ""),
    ("form", False, [], ""),
    ("form", True, {}, ""),
    ("form", False, ["a,b", "c d"], "color=a%2Cb,c%20d"),
    ("", None, COLOURS[:2], "color=blue&color=black"),
    ("spaceDelimited", False, COLOURS, "color=blue%20black%20brown"),
    ("spaceDelimited", False, RGB, "color=R%20100%20G%20200%20B%20150"),
    ("spaceDelimited", None, COLOURS[:2], "color=blue%20black"),
    ("spaceDelimited", True, COLOURS[:2], "color=blue&color=black"),
    ("pipeDelimited", False, COLOURS, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, [], ""),
    ("deepObject", True, RGB, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("deepObject", None, {"a": {"b": {"c": 1}}}, "color%5Ba%5D%5Bb%5D%5Bc%5D=1"),
    ("deepObject", None, {"a": [1, 2], "b": []}, "color%5Ba%5D=1&color%5Ba%5D=2"),
    ("deepObject", None, {"a": {"b": [{"c": 1}]}}, "color%5Ba%5D%5Bb%5D%5Bc%5D=1"),
    ("deepObject", None, {"a]&x": "b&c=d"}, "color%5Ba%5D%26x%5D=b%26c%3Dd"),
    ("deepObject", None, {"a": None, "b": {"c": NOT_GIVEN, "d": [None, 1]}}, "color%5Bb%5D%5Bd%5D=1"),
    ("deepObject", None, {}, ""),
    ("form", True, ":/?#[]@!$&'()*+,;=", "color=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D"),
    ("form", True, "ü€", "color=%C3%BC%E2%82%AC"),
    ("form", True, {"a&b": "c"}, "a%26b=c"),
    ("form", True, {"page": 0, "sort": ["id,desc", None, "name"], "none": []}, "page=0&sort=id%2Cdesc&sort=name"),
    ("form", True, {"in": {"x": [1]}}, "in=%7B%22x%22%3A%5B1%5D%7D"),
    ("form", True, [{"x": [1]}, "y"], "color=%7B%22x%22%3A%5B1%5D%7D&color=y"),
    ("form", False, ("blue", "black"), "color=blue,black"),
    ("form", True, {7}, "color=7"),
]


@pytest.mark.parametrize(("style", "explode", "value", "text"), QUERY)
def test_query_arguments(style: str, explode: bool | None, value: object, text: str) -> None:
    assert rendered(Parameter("color", "query", style=style, explode=explode), value) == text


RESERVED = [
    ("https://x.test/a?b=c", "u=https://x.test/a?b=c"),
    ("a&b#c+d[e]", "u=a%26b%23c%2Bd%5Be%5D"),
    ("a%2Fb 100%", "u=a%2Fb%20100%25"),
    (["a,b", "c"], "u=a,b&u=c"),
]


@pytest.mark.parametrize(("value", "text"), RESERVED)
def test_reserved_characters_stay_where_they_are_allowed_and_harmless(value: object, text: str) -> None:
    assert rendered(Parameter("u", "query", allow_reserved=True), value) == text


def test_reserved_characters_are_never_allowed_in_a_path() -> None:
    assert rendered(Parameter("u", "path", allow_reserved=True), "a/../b") == "a%2F..%2Fb"


SCALARS = [
    (True, "true"),
    (False, "false"),
    (7, "7"),
    (1.5, "1.5"),
    (1e16, "1e+16"),
    (Decimal("0.10"), "0.10"),
    (Decimal("1E+3"), "1000"),
    (Decimal("1E-7"), "0.0000001"),
    (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05Z"),
    (datetime(2026, 1, 2, 3, 4, 5, 60, tzinfo=timezone(timedelta(hours=2))), "2026-01-02T03:04:05.000060+02:00"),
    (date(2026, 1, 2), "2026-01-02"),
    (timedelta(minutes=90), "PT1H30M"),
    (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
    (Colour.BLUE, "blue"),
    (Colour("mauve"), "mauve"),
    (Size.LARGE, "3"),
    (Plain.HALF, "0.5"),
    (b"\x00\xff", "AP8="),
    (AnyUrl("https://x.test/"), "https://x.test/"),
]


@pytest.mark.parametrize(("value", "text"), SCALARS)
def test_scalars(value: object, text: str) -> None:
    operation: Operation[None] = Operation(id="op", method="GET", path="/", parameters=(Parameter("v", "query"),))
    assert operation.call(query={"v": value}).query == (("v", text),)


ENDLESS: list[object] = []
ENDLESS.append(ENDLESS)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (float("nan"), "finite"),
        (Decimal("Infinity"), "finite"),
        (datetime(2026, 1, 2), "zone"),  # noqa: DTZ001 - that is the point
        (object(), "unknown type"),
        (ENDLESS, "nested too deeply, or contains itself"),
    ],
)
def test_a_value_that_can_not_be_written_is_refused_by_name(value: object, reason: str) -> None:
    with pytest.raises(InvalidRequestError, match=rf"^op: query parameter 'v': .*{reason}"):
        rendered(Parameter("v", "query"), value)


def test_a_model_is_written_like_a_mapping_of_its_given_fields() -> None:
    parameter = Parameter("range", "query", style="deepObject")
    assert rendered(parameter, Range(from_=1)) == "range%5Bfrom%5D=1"


CONTENT = [
    ("query", {"a": [1, 2]}, "v=%7B%22a%22%3A%5B1%2C2%5D%7D"),
    ("query", "text", "v=%22text%22"),
    ("query", None, ""),
    ("query", {"a": None, "b": NOT_GIVEN, "c": [NOT_GIVEN, 1]}, "v=%7B%22a%22%3Anull%2C%22c%22%3A%5B1%5D%7D"),
    ("query", [], "v=%5B%5D"),
    ("header", {"a": 1}, (("v", '{"a":1}'),)),
    ("path", {"a": 1}, "%7B%22a%22%3A1%7D"),
]


@pytest.mark.parametrize(("location", "value", "text"), CONTENT)
def test_a_parameter_with_content_is_json(location: Any, value: object, text: object) -> None:
    assert rendered(Parameter("v", location, media_type="application/json"), value) == text


HEADERS = [
    (False, "blue", "blue"),
    (False, COLOURS, "blue,black,brown"),
    (False, RGB, "R,100,G,200,B,150"),
    (True, RGB, "R=100,G=200,B=150"),
    (None, "a/b c,ü", "a/b c,ü"),
    (None, True, "true"),
    (None, " padded ", "padded"),
]


@pytest.mark.parametrize(("explode", "value", "text"), HEADERS)
def test_header_arguments_are_not_encoded(explode: bool | None, value: object, text: str) -> None:
    assert rendered(Parameter("X-Colour", "header", explode=explode), value) == (("X-Colour", text),)


@pytest.mark.parametrize("value", [[], None, [None], {"R": None}])
def test_a_header_without_a_value_is_left_out(value: object) -> None:
    assert rendered(Parameter("X-Colour", "header"), value) == ()


@pytest.mark.parametrize(
    ("location", "style", "value"),
    [
        ("header", "simple", ["a,b", "c"]),
        ("header", "simple", {"a": "b,c"}),
        ("query", "pipeDelimited", ["a|b", "c"]),
        ("query", "spaceDelimited", ["a b", "c"]),
    ],
)
def test_an_element_that_would_arrive_as_two_is_refused(location: Any, style: str, value: object) -> None:
    message = rf"^op: {location} parameter 'v': an element contains '[,| ]', which separates elements$"
    with pytest.raises(InvalidRequestError, match=message):
        rendered(Parameter("v", location, style=style), value)


@pytest.mark.parametrize("value", ["a\r\nX-Admin: 1", "a\nb", "a\rb", "a\x00b", ["ok", "a\nb"], {"k\n": "v"}, "\x7f"])
def test_a_header_can_not_smuggle_in_another_one(value: object) -> None:
    with pytest.raises(InvalidRequestError, match=r"^op: header 'X-Colour' has control characters"):
        rendered(Parameter("X-Colour", "header"), value)


COOKIES = [
    (None, "abc", "c=abc"),
    (None, "a=b/+~", "c=a=b/+~"),
    (None, "50% of a%20b", "c=50% of a%2520b"),
    (None, 'a, b "c"\\', 'c=a, b "c"\\'),
    (None, 'a;b"c\\', 'c="a\\073b\\"c\\\\"'),
    (None, '"a"', 'c="\\"a\\""'),
    (None, " a ", 'c=" a "'),
    (None, "a\r\nb", 'c="a\\015\\012b"'),
    (None, "é", 'c="\\351"'),
    (None, "é€", "c=%C3%A9%E2%82%AC"),
    (None, ["a", "b"], "c=a; c=b"),
    (False, ["a,x", "b"], "c=a%2Cx,b"),
    (None, {"x": 1}, "x=1"),
    (None, [], ""),
    (None, None, ""),
]


@pytest.mark.parametrize(("explode", "value", "written"), COOKIES)
def test_cookie_arguments_keep_what_a_cookie_can_hold(explode: bool | None, value: object, written: str) -> None:
    pairs = rendered(Parameter("c", "cookie", explode=explode), value)
    assert "; ".join(map("=".join, pairs)) == written


@pytest.mark.parametrize(
    "value", ["plain", "a b,c", 'say "hi"', '"quoted"', " padded ", "a;b=c", "l\r\nn", "ñandú", "50%", "\\"]
)
def test_servers_that_unquote_cookies_read_what_was_given(value: str) -> None:
    ((_, written),) = rendered(Parameter("c", "cookie"), value)
    assert ";" not in written
    assert http.cookies._unquote(written.strip()) == unquote(http.cookies._unquote(written.strip())) == value  # type: ignore[attr-defined]


def test_arguments_not_given_are_left_out_and_the_rest_keeps_the_declared_order() -> None:
    parameters = tuple(Parameter(name, "query") for name in ("a", "b", "c"))
    operation: Operation[None] = Operation(id="op", method="GET", path="/x", parameters=parameters)
    assert operation.call(query={"c": 3, "b": NOT_GIVEN, "a": 1}).query == (("a", "1"), ("c", "3"))


def test_arguments_nobody_declared_are_refused() -> None:
    operation: Operation[None] = Operation(id="op", method="GET", path="/x")
    with pytest.raises(InvalidRequestError, match=r"^op: there is no query parameter 'a'$"):
        operation.call(query={"a": 1})


def test_a_path_argument_that_is_missing_is_refused() -> None:
    operation: Operation[None] = Operation(id="op", method="GET", path="/x/{a}", parameters=(Parameter("a", "path"),))
    with pytest.raises(InvalidRequestError, match=r"^op: path parameter 'a' is not given$"):
        operation.call(path={"a": NOT_GIVEN})


@pytest.mark.parametrize(("location", "style"), [("path", "form"), ("query", "matrix"), ("header", "form")])
def test_a_style_of_another_location_is_refused(location: Any, style: str) -> None:
    with pytest.raises(InvalidRequestError, match=f"has no style '{style}'"):
        rendered(Parameter("v", location, style=style), "x")


def test_a_path_with_a_query_of_its_own_keeps_it(shop: Shop) -> None:
    parameters = (Parameter("a", "query"),)
    operation: Operation[None] = Operation(id="op", method="GET", path="/x?list=2", parameters=parameters)
    shop.perform(operation.call(query={"a": 1}), auth="key_query")
    assert shop.sent.url.raw_path == b"/api/x?list=2&a=1&apikey=canary-1"


def test_literal_parts_of_a_path_are_made_safe() -> None:
    operation: Operation[None] = Operation(id="op", method="GET", path="/a b/ü/$count(x)", parameters=())
    assert operation.call().path == "/a%20b/%C3%BC/$count(x)"


class Filter(Model):
    least: int = Field(validation_alias="minPrice", serialization_alias="minPrice")
    most: int | None = Field(default=None, validation_alias="maxPrice", serialization_alias="maxPrice")


def test_a_mapping_for_an_object_has_python_or_wire_names() -> None:
    parameter = Parameter("filter", "query", Filter, style="deepObject")
    written = "filter%5BminPrice%5D=3&filter%5BmaxPrice%5D=4"
    for value in ({"least": 3, "most": 4}, {"minPrice": 3, "maxPrice": 4}, Filter(least=3, most=4)):
        assert rendered(parameter, value) == written
    assert rendered(parameter, {"least": 3, "most": None}) == "filter%5BminPrice%5D=3"


@pytest.mark.parametrize(
    ("parameter", "value", "problem"),
    [
        (Parameter("i", "query", int), "x5", "Input should be a valid integer"),
        (Parameter("i", "header", int | None), "x5", "Input should be a valid integer"),
        (Parameter("i", "cookie", list[int]), [1, "x5"], "/1: Input should be a valid integer"),
        (Parameter("i", "query", list[str]), "x5", "Input should be a valid list"),
        (Parameter("i", "path", int), None, "Input should be a valid integer"),
        (Parameter("i", "query", int, required=True), None, "Input should be a valid integer"),
        (Parameter("i", "query", Filter), {"least": "x5"}, "/least: Input should be a valid integer"),
        (Parameter("i", "query", Filter, media_type="application/json"), {"minPrice": None}, "/minPrice: Input should"),
        (Parameter("i", "query", date), object(), "Input should be a valid date"),
    ],
)
def test_a_value_of_another_type_is_refused_without_quoting_it(
    parameter: Parameter, value: object, problem: str
) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        rendered(parameter, value)
    assert f"op: {parameter.location} parameter 'i' does not match its type: {problem}" in str(caught.value)
    assert "x5" not in str(caught.value)


@pytest.mark.parametrize(
    ("type_", "value", "text"),
    [
        (Colour, "mauve", "mauve"),
        (Size, 17, "17"),
        (list[Colour], ["blue", "mauve"], "blue,mauve"),
        (int | Colour, Colour.BLUE, "blue"),
        (int | str, 5, "5"),
        (date, date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_a_value_that_matches_its_type_is_written_as_before(type_: object, value: object, text: str) -> None:
    assert rendered(Parameter("v", "path", type_), value) == text


@pytest.mark.parametrize(("location", "sent"), [("query", "v="), ("header", (("v", ""),)), ("cookie", (("v", ""),))])
def test_none_for_a_required_parameter_that_can_be_null_is_an_empty_text(location: Any, sent: object) -> None:
    assert rendered(Parameter("v", location, int | None, required=True), None) == sent


def test_a_required_parameter_that_is_not_given_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match=r"^op: query parameter 'v' is not given$"):
        rendered(Parameter("v", "query", int, required=True), NOT_GIVEN)

"""Reading responses: exact, lenient with a report, or strict."""

import warnings
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import httpx
import pytest
from pydantic import Field, RootModel
from scratch._runtime.errors import DecodeError
from scratch._runtime.hooks import Drift, DriftWarning
from scratch._runtime.model import Model
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Binary, Content, Json, Nothing, Reader, Text
from scratch._runtime.types import StrEnum, Timestamp
from scratch._runtime.unions import OneOf
from typing_extensions import TypeAliasType

from runtime.shop import Shop, response


class State(StrEnum):
    OPEN = "OPEN"


class Odd(Model):
    value: int = Field(validation_alias="a/b~c", serialization_alias="a/b~c")


class Line(Model):
    sku: str
    quantity: int = Field(validation_alias="Qty", serialization_alias="Qty")


class Tags(RootModel[list[str]]):
    root: list[str]


class Order(Model):
    id_: str = Field(validation_alias="id", serialization_alias="id")
    state: State | None = None
    total: Decimal | None = None
    placed: Timestamp | None = None
    lines: list[Line] | None = None
    by_sku: dict[str, Line] | None = None
    parent: "Order | None" = None
    tags: Tags | None = None
    grade: Literal["A", "B"] | None = None
    note: str = "none"


class Cat(Model):
    kind: Literal["cat"]
    lives: int


class Dog(Model):
    kind: Literal["dog"]
    name: str


Pet = TypeAliasType("Pet", Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat", "dog": "Dog"})])


class Owner(Model):
    pet: Annotated[Cat | Dog, OneOf("kind", {"cat": "Cat", "dog": "Dog"})] | None = None
    other: Cat | Dog | list[Dog] | int | None = None


def operation(*, method: str = "GET", **responses: Reader) -> Operation[Any]:
    return Operation(
        id="op", method=method, path="/x", responses={key.strip("s"): each for key, each in responses.items()}
    )


def read(shop: Shop, type_: object, body: str) -> tuple[Any, list[tuple[str, str, int]]]:
    """The value of a JSON body, and what was reported as (location, message, count)."""
    drifts: list[Drift] = []
    value = shop.perform(operation(s200=Json(type_)).call(), response(body), on_drift=drifts.append)
    assert {each.operation for each in drifts} <= {"op"}
    return value, [(each.location, each.message, each.count) for each in drifts]


FITTING = [
    (Order, '{"id":"o1","state":"ODD","new":1}', Order(id_="o1", state=State("ODD"), new=1)),
    (list[Order], '[{"id":"o1"}]', [Order(id_="o1")]),
    (dict[str, int], '{"a":1}', {"a": 1}),
    (object, '{"a":[1,null,1.5]}', {"a": [1, None, 1.5]}),
    (Order | None, "null", None),
    (str, '"text"', "text"),
    (Owner, '{"pet":{"kind":"dog","name":"Rex"}}', Owner(pet=Dog(kind="dog", name="Rex"))),
    (Order, '\ufeff{"id":"o1"}', Order(id_="o1")),
]


@pytest.mark.parametrize(("type_", "body", "value"), FITTING)
def test_a_body_as_documented_is_read_without_a_word(shop: Shop, type_: object, body: str, value: object) -> None:
    assert read(shop, type_, body) == (value, [])


DIGITS = ["19.90", "0.10", "1E-7", "12345678901234567.890123456789", "-0.00", "7"]


@pytest.mark.parametrize("digits", DIGITS)
def test_a_decimal_keeps_every_digit(shop: Shop, digits: str) -> None:
    order, drifts = read(shop, Order, f'{{"id":"o1","total":{digits}}}')
    assert (type(order.total), str(order.total), drifts) == (Decimal, str(Decimal(digits)), [])


@pytest.mark.parametrize("digits", DIGITS)
def test_a_decimal_in_quotes_is_no_number(shop: Shop, digits: str) -> None:
    order, drifts = read(shop, Order, f'{{"id":"o1","total":"{digits}"}}')
    assert (order.total, order.to_wire()["total"]) == (digits, digits)
    assert drifts == [("/total", "Input should be a valid decimal, got string", 1)]


def test_unknown_numbers_beside_decimals_are_exact_too(shop: Shop) -> None:
    (order,), _ = read(shop, list[Order], '[{"id":"o1","fee":0.10000000000000000001}]')
    assert order.fee == Decimal("0.10000000000000000001")


def test_without_decimals_numbers_are_floats(shop: Shop) -> None:
    value, _ = read(shop, object, "[0.5]")
    assert type(value[0]) is float


OFF: list[tuple[str, object, str, Callable[[Any], bool], list[tuple[str, str, int]]]] = [
    (
        "a wrong scalar stays raw",
        Order,
        '{"id":"o1","state":7}',
        lambda o: (o.id_, o.state) == ("o1", 7),
        [("/state", "Input should be 'OPEN', got number", 1)],
    ),
    (
        "a missing required field is None",
        Order,
        '{"note":"n"}',
        lambda o: (o.id_, o.note) == (None, "n"),
        [("/id", "required, but missing", 1)],
    ),
    (
        "a null for a text stays null",
        Order,
        '{"id":null}',
        lambda o: o.id_ is None,
        [("/id", "Input should be a valid string, got null", 1)],
    ),
    (
        "one bad element spares the others",
        Order,
        '{"id":"o1","lines":[{"sku":"a","Qty":1},{"sku":"b","Qty":"many"},7]}',
        lambda o: (
            (o.lines[0], o.lines[1].sku, o.lines[1].quantity, o.lines[2]) == (Line(sku="a", quantity=1), "b", "many", 7)
        ),
        [
            ("/lines/*/Qty", "Input should be a valid integer, got string", 1),
            ("/lines/*", "Input should be a valid dictionary or instance of Line, got number", 1),
        ],
    ),
    (
        "equal complaints are counted",
        list[Line],
        '[{"sku":"a"},{"sku":"b"},{"sku":"c","Qty":1}]',
        lambda v: [each.quantity for each in v] == [None, None, 1],
        [("/*/Qty", "required, but missing", 2)],
    ),
    (
        "an object where a list was promised",
        Order,
        '{"id":"o1","lines":{"sku":"a"}}',
        lambda o: o.lines == {"sku": "a"},
        [("/lines", "Input should be a valid list, got object", 1)],
    ),
    (
        "keys of a free mapping are not told",
        Order,
        '{"id":"o1","by_sku":{"secret":{"sku":"a","Qty":[]}}}',
        lambda o: o.by_sku["secret"].quantity == [],
        [("/by_sku/*/Qty", "Input should be a valid integer, got array", 1)],
    ),
    (
        "recursion",
        Order,
        '{"id":"o1","parent":{"id":2,"parent":{"id":"o3","total":"?"}}}',
        lambda o: (o.parent.id_, o.parent.parent.id_, o.parent.parent.total) == (2, "o3", "?"),
        [
            ("/parent/id", "Input should be a valid string, got number", 1),
            ("/parent/parent/total", "Input should be a valid decimal, got string", 1),
        ],
    ),
    (
        "a root model",
        Order,
        '{"id":"o1","tags":["a",1]}',
        lambda o: o.tags.root == ["a", 1],
        [("/tags/*", "Input should be a valid string, got number", 1)],
    ),
    (
        "a closed choice",
        Order,
        '{"id":"o1","grade":"C"}',
        lambda o: o.grade == "C",
        [("/grade", "Input should be 'A' or 'B', got string", 1)],
    ),
    (
        "a time that is none",
        Order,
        '{"id":"o1","placed":"soon"}',
        lambda o: o.placed == "soon",
        [("/placed", "Input should be a valid date-time, got string", 1)],
    ),
    (
        "a python name is taken",
        Line,
        '{"sku":"a","quantity":"x"}',
        lambda v: v.quantity == "x",
        [("/Qty", "Input should be a valid integer, got string", 1)],
    ),
    (
        "unknown fields are kept beside",
        Line,
        '{"sku":1,"Qty":2,"new":{"a":1}}',
        lambda v: (v.sku, v.quantity, v.new) == (1, 2, {"a": 1}),
        [("/sku", "Input should be a valid string, got number", 1)],
    ),
    (
        "a place is a JSON Pointer",
        Odd,
        '{"a/b~c":"x"}',
        lambda v: v.value == "x",
        [
            (
                "/a~1b~0c",
                "Input should be a valid integer, got string",
                1,
            )
        ],
    ),
    (
        "an alias of a union",
        list[Pet],
        '[{"kind":"dog"}]',
        lambda v: (type(v[0]), v[0].name) == (Dog, None),
        [("/*/name", "required, but missing", 1)],
    ),
    (
        "the tag decides",
        Owner,
        '{"pet":{"kind":"dog"}}',
        lambda v: (type(v.pet), v.pet.name) == (Dog, None),
        [("/pet/name", "required, but missing", 1)],
    ),
    (
        "an unknown tag stays raw",
        Owner,
        '{"pet":{"kind":"hidden","lives":9}}',
        lambda v: v.pet == {"kind": "hidden", "lives": 9},
        [("/pet", "no documented kind by its 'kind'", 1)],
    ),
    (
        "the nearest member",
        Owner,
        '{"other":{"kind":"dog","name":7}}',
        lambda v: (type(v.other), v.other.name) == (Dog, 7),
        [("/other/name", "Input should be a valid string, got number", 1)],
    ),
    (
        "the member of the same shape",
        Owner,
        '{"other":[{"kind":"dog"},{"kind":"dog"}]}',
        lambda v: [type(each) for each in v.other] == [Dog, Dog],
        [("/other/*/name", "required, but missing", 2)],
    ),
    (
        "nothing fits",
        Owner,
        '{"other":"?"}',
        lambda v: v.other == "?",
        [("/other", "Input should be a valid dictionary or instance of Cat, got string", 1)],
    ),
    (
        "another kind of body",
        Order,
        "[1]",
        lambda v: v == [1],
        [("", "Input should be a valid dictionary or instance of Order, got array", 1)],
    ),
    ("an empty body", Order, "", lambda v: v is None, [("", "an empty body", 1)]),
    ("blanks", Order, " \r\n", lambda v: v is None, [("", "an empty body", 1)]),
    ("a bare text", str, "plain", lambda v: v == "plain", [("", "a text that is not JSON", 1)]),
    ("a bare word of an enum", State, "OPEN", lambda v: v is State.OPEN, [("", "a text that is not JSON", 1)]),
]


@pytest.mark.parametrize("row", OFF, ids=[row[0] for row in OFF])
def test_what_fits_is_delivered_and_the_rest_is_reported(shop: Shop, row: Any) -> None:
    _, type_, body, holds, drifts = row
    value, told = read(shop, type_, body)
    assert holds(value), value
    assert told == drifts


@pytest.mark.parametrize("row", OFF, ids=[row[0] for row in OFF])
def test_strict_raises_instead(shop: Shop, row: Any) -> None:
    _, type_, body, _, drifts = row
    with pytest.raises(DecodeError) as caught:
        shop.perform(operation(s200=Json(type_)).call(), response(body), strict=True)
    assert [place for place, _, _ in drifts if f"{place or '/'}: " not in str(caught.value)] == []


def test_no_value_is_told(shop: Shop) -> None:
    body = '{"id":"o1","placed":"hunter2","lines":[{"sku":["hunter2"]}],"grade":"hunter2","by_sku":{"hunter2":1}}'
    _, told = read(shop, Order, body)
    with pytest.raises(DecodeError) as caught:
        shop.perform(operation(s200=Json(Order)).call(), response(body), strict=True)
    assert len(told) == 5
    assert "hunter2" not in repr(told) + str(caught.value).split("{")[0]


def test_a_value_off_its_type_survives_a_round_trip(shop: Shop) -> None:
    order, _ = read(shop, Order, '{"id":1,"lines":[{"Qty":"many"}],"new":null}')
    assert order.to_wire() == {"id": 1, "lines": [{"Qty": "many"}], "new": None}


LOST = [
    (Order, "<html><title>Log in</title></html>", "text/html"),
    (Order, '{"id":"o1', "application/json"),
    (Order, "id;sku", "text/csv"),
]


@pytest.mark.parametrize(("type_", "body", "media_type"), LOST)
@pytest.mark.parametrize("strict", [False, True])
def test_what_is_no_json_at_all_is_an_error(
    shop: Shop, type_: object, body: str, media_type: str, strict: bool
) -> None:
    with pytest.raises(DecodeError, match=rf"^op: 200 with a {media_type} body that is not JSON") as caught:
        shop.perform(operation(s200=Json(type_)).call(), response(body, media_type=media_type), strict=strict)
    assert (caught.value.status, caught.value.operation, caught.value.body) == (200, "op", body)
    assert caught.value.excerpt == ("Log in" if "html" in media_type else body[:300])


OTHER = [
    (Text(), b"caf\xe9", "text/plain; charset=iso-8859-1", "café"),
    (Text(), b"\xef\xbb\xbfa", "text/plain", "a"),
    (Text(), b"\xc3\xa9", "text/plain; charset=unheard-of", "\xe9"),
    (Text(), b"\xc3\xa9", "text/plain; charset=rot13", "\xe9"),
    (Text(), b"xn--9ca", "text/plain; charset=idna", "xn--9ca"),
    (Text(), b"-9ca", "text/plain; charset=punycode", "-9ca"),
    (Text(), rb"a\q", "text/plain; charset=unicode_escape", r"a\q"),
    (Json(object), '"é"'.encode(), "application/json; charset=idna", "é"),
    (Text("*/*"), b'"said"', "application/json", "said"),
    (Text("*/*"), b'"said"', "text/plain", '"said"'),
    (
        Binary(),
        b"\x00",
        "image/png",
        Content(b"\x00", "image/png", 200, {"content-type": "image/png", "content-length": "1"}),
    ),
    (Nothing(), b"", "text/plain", None),
    (Json(object), '"é"'.encode("latin-1"), "application/json; charset=latin-1", "é"),
    (Json(object), '"é"'.encode("utf-16"), "application/json", "é"),
    (Json(date, "*/*"), b"2024-01-01", "text/plain", date(2024, 1, 1)),
    (Json(str | int, "text/*"), b"a b", "text/csv", "a b"),
]


@pytest.mark.parametrize(("reader", "body", "media_type", "value"), OTHER)
def test_other_readers(shop: Shop, reader: Reader, body: bytes, media_type: str, value: object) -> None:
    call = operation(s200=reader).call()
    assert shop.perform(call, response(body, media_type=media_type), strict=True) == value


CHOICES = [
    (201, {"s201": Text(), "s2XX": Nothing()}, "body"),
    (202, {"s201": Nothing(), "s2XX": Text()}, "body"),
    (202, {"s201": Nothing(), "default": Text()}, "body"),
    (299, {"s2xx": Text()}, "body"),
    (204, {"s404": Text()}, None),
]


@pytest.mark.parametrize(("status", "responses", "value"), CHOICES)
def test_the_reader_is_chosen_by_status(shop: Shop, status: int, responses: dict[str, Reader], value: object) -> None:
    assert shop.perform(operation(**responses).call(), httpx.Response(status, text="body" * bool(value))) == value


def test_an_undeclared_success_is_read_like_the_declared_one_and_reported(shop: Shop) -> None:
    drifts: list[Drift] = []
    call = operation(s200=Text(), s404=Nothing()).call()
    assert shop.perform(call, httpx.Response(203, text="body"), on_drift=drifts.append) == "body"
    assert drifts == [Drift("op", "", "status 203 is not documented")]


def test_the_answer_to_head_has_no_body_to_miss(shop: Shop) -> None:
    assert shop.perform(operation(method="HEAD", s200=Json(Order)).call(), response("")) is None


def test_drift_warns_once_per_place_of_a_client_and_its_copies(shop: Shop) -> None:
    client = shop.client(response('{"id":1,"state":7}'), response('{"id":2,"grade":"C"}'))
    call = operation(s200=Json(Order)).call()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        shop.run(client.send(call))
        shop.run(client.with_options(timeout=1).send(call))
    assert [str(each.message).split(": ")[1] for each in caught if each.category is DriftWarning] == [
        "response differs at /id",
        "response differs at /state",
        "response differs at /grade",
    ]


@pytest.mark.parametrize(
    ("drift", "text"),
    [
        (Drift("op", "/a", "odd"), "op: response differs at /a: odd"),
        (Drift("op", "", "odd", 3), "op: response differs at /: odd (3 times)"),
    ],
)
def test_a_drift_reads_as_a_sentence(drift: Drift, text: str) -> None:
    assert str(drift) == text


ACCEPT = [
    ({"s200": Json(Order)}, "application/json"),
    (
        {"s200": Json(Order, "application/hal+json"), "s201": Json(Order, "application/hal+json")},
        "application/hal+json",
    ),
    (
        {"s200": (Binary("text/csv"), Binary("application/xml")), "s404": Json(Order)},
        "text/csv, application/xml, */*;q=0.1",
    ),
    ({"s200": (Binary("application/json"), Binary("text/csv"))}, "application/json, text/csv"),
    ({"s200": Binary("image/*")}, "image/*, */*;q=0.1"),
    ({"s200": (Json(Order), Json(Order, "text/plain"), Text("text/csv"), Binary("image/png"))}, "application/json"),
    ({"s200": (Json(Order), Json(Line, "application/problem+json"))}, "application/json, application/problem+json"),
    ({"s200": Json(Order, "*/*")}, "application/json"),
    ({"s200": (Json(object), Json(Order, "application/hal+json"))}, "application/hal+json"),
    ({"s204": Nothing()}, "*/*"),
    ({"default": Text()}, "text/plain, */*;q=0.1"),
    ({}, "*/*"),
]


@pytest.mark.parametrize(("responses", "accept"), ACCEPT)
def test_the_accept_header_asks_for_what_success_can_be(shop: Shop, responses: dict[str, Reader], accept: str) -> None:
    shop.perform(operation(**responses).call(), httpx.Response(204), on_drift=lambda _: None)
    assert shop.sent.headers["accept"] == accept

"""Request bodies: JSON, forms, text and bytes, from models, mappings and plain values."""

import gzip
import io
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from pydantic import Field
from scratch._runtime.errors import InvalidRequestError
from scratch._runtime.http.messages import EncodedBody
from scratch._runtime.model import Model
from scratch._runtime.operation import BodyFormat, Operation
from scratch._runtime.request.bodies import Encoding, FormBody, JsonBody, flat_body
from scratch._runtime.request.files import BinaryBody, TextBody
from scratch._runtime.request.multipart import MultipartBody
from scratch._runtime.types import NOT_GIVEN, DecimalString, StrEnum, Timestamp
from typing_extensions import TypeAliasType

from runtime.shop import Shop


def renamed(wire: str, **more: Any) -> Any:
    return Field(validation_alias=wire, serialization_alias=wire, **more)


class Kind(StrEnum):
    NEW = "NEW"


class Line(Model):
    sku: str = renamed("Sku")
    price: Decimal | None = renamed("Price", default=None)


class Order(Model):
    id_: str = renamed("Id")
    total: Decimal | None = renamed("Total", default=None)
    fee: DecimalString | None = renamed("Fee", default=None)
    placed: Timestamp | None = renamed("PlacedAt", default=None)
    day: date | None = renamed("Day", default=None)
    kind: Kind | None = renamed("Kind", default=None)
    lines: list[Line] | None = renamed("Lines", default=None)
    note: str | None = renamed("Note", default=None)
    read: str | None = None


def encoded(format_: BodyFormat, body: object, media_type: str | None = None) -> EncodedBody:
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=(format_,))
    result = operation.call(body=body, media_type=media_type).body
    assert result is not None
    return result


ORDERS = [
    (Order(id_="o1"), '{"Id":"o1"}'),
    (Order(id_="o1", note=None), '{"Id":"o1","Note":null}'),
    (Order(id_="o1", total=Decimal("12345678901234567.890")), '{"Id":"o1","Total":12345678901234567.890}'),
    (Order(id_="o1", fee=Decimal("0.10")), '{"Id":"o1","Fee":"0.10"}'),
    (Order(id_="o1", placed=datetime(2026, 1, 2, tzinfo=UTC)), '{"Id":"o1","PlacedAt":"2026-01-02T00:00:00Z"}'),
    (Order(id_="o1", day=date(2026, 1, 2)), '{"Id":"o1","Day":"2026-01-02"}'),
    (Order(id_="o1", kind=Kind("ODD")), '{"Id":"o1","Kind":"ODD"}'),
    (Order(id_="o1", lines=[Line(sku="a", price=Decimal("1.50"))]), '{"Id":"o1","Lines":[{"Sku":"a","Price":1.50}]}'),
    (Order(id_="o1", Later={"x": Decimal("2.0")}), '{"Id":"o1","Later":{"x":2.0}}'),
    ({"Id": "o1"}, '{"Id":"o1"}'),
    ({"id_": "o1", "note": None}, '{"Id":"o1","Note":null}'),
    ({"Id": "o1", "Total": "1.10"}, '{"Id":"o1","Total":1.10}'),
    ({"Id": "o1", "Total": 3}, '{"Id":"o1","Total":3}'),
    ({"Id": "o1", "Fee": 2}, '{"Id":"o1","Fee":"2"}'),
    ({"Id": "o1", "Note": NOT_GIVEN}, '{"Id":"o1"}'),
    ({"Id": "o1", "Unknown": [1, "ü"]}, '{"Id":"o1","Unknown":[1,"ü"]}'),
    ({"Id": "o1", "Lines": [{"sku": "a"}, Line(sku="b")]}, '{"Id":"o1","Lines":[{"Sku":"a"},{"Sku":"b"}]}'),
    ({"id_": "python", "Id": "wire"}, '{"Id":"wire"}'),
]


@pytest.mark.parametrize(("body", "text"), ORDERS)
def test_a_json_body_has_wire_names_and_what_was_given(body: object, text: str) -> None:
    assert encoded(JsonBody(Order), body) == EncodedBody("application/json", text.encode())


LineAlias = TypeAliasType("LineAlias", Line)


VALUES = [
    (list[Line], [Line(sku="a"), {"Sku": "b"}], '[{"Sku":"a"},{"Sku":"b"}]'),
    (LineAlias, {"sku": "a", "Sku": "b"}, '{"Sku":"b"}'),
    (list[int], [1, 2], "[1,2]"),
    (list[int], [], "[]"),
    (str, "a", '"a"'),
    (Decimal, Decimal("1E+2"), "100"),
    (Decimal, Decimal("1E+100"), "1E+100"),
    (DecimalString, Decimal("1.0"), '"1.0"'),
    (list[DecimalString], ["1.0", 2], '["1.0","2"]'),
    (dict[str, Decimal], {"a": "0.30"}, '{"a":0.30}'),
    (Timestamp, datetime(2026, 1, 2, tzinfo=UTC), '"2026-01-02T00:00:00Z"'),
    (UUID, UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
    (timedelta, timedelta(hours=1), '"PT1H"'),
    (object, {"any": [None, True, 1.5, date(2026, 1, 2), {3}, (4,), Line(sku="a")]}, None),
    (Line | None, None, "null"),
]


@pytest.mark.parametrize(("type_", "body", "text"), VALUES)
def test_a_json_body_of_any_type(type_: object, body: object, text: str | None) -> None:
    expected = text or '{"any":[null,true,1.5,"2026-01-02",[3],[4],{"Sku":"a"}]}'
    assert encoded(JsonBody(type_), body).content == expected.encode()


def test_a_quoted_mark_of_a_decimal_is_only_a_text() -> None:
    text = 'say "1.5" and \\"'
    assert json.loads(encoded(JsonBody(object), {"a": text, "b": Decimal("1.50")}).content) == {"a": text, "b": 1.5}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ({}, ["/Id: Field required"]),
        ({"Id": 1, "Lines": [{"Sku": "a"}, {"Sku": 2, "Price": "hunter2"}]}, ["/Id", "/Lines/1/Sku", "/Lines/1/Price"]),
        ({"Id": "o1", "PlacedAt": datetime(2026, 1, 2)}, ["/PlacedAt: a time needs a zone"]),  # noqa: DTZ001 - that is the point
        ("hunter2", ["/: Input should be"]),
    ],
)
def test_a_body_that_does_not_fit_is_refused_by_place_and_not_by_value(body: object, places: list[str]) -> None:
    with pytest.raises(InvalidRequestError, match=r"^op: invalid body: ") as caught:
        encoded(JsonBody(Order), body)
    assert [place for place in places if place not in str(caught.value)] == []
    assert "hunter2" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_the_members_of_a_union_that_refuse_a_value_are_one_problem() -> None:
    with pytest.raises(InvalidRequestError) as caught:
        encoded(JsonBody(dict[str, int | bool]), {"quantity": "x", "size": []})
    message = "Input should be a valid integer, or a valid boolean"
    assert str(caught.value) == f"op: invalid body: /quantity: {message}; /size: {message}"


def test_only_the_first_problems_of_a_body_are_told() -> None:
    with pytest.raises(InvalidRequestError, match=r"/4: [^;]*; and 95 more$"):
        encoded(JsonBody(list[int]), ["x"] * 100)


@pytest.mark.parametrize(
    "body",
    [
        {"a": float("nan")},
        {"a": object()},
        {"a": "\ud800"},
        {"a": io.BytesIO(b"x\ny")},
        {"a": NOT_GIVEN, "b": [NOT_GIVEN]},
        {"a": {"b": NOT_GIVEN}},
        {"a": Line.model_construct(sku=NOT_GIVEN)},
        Order.model_construct(id_="o1", later=[{"x": NOT_GIVEN}]),
    ],
)
def test_what_json_can_not_hold_is_refused(body: object) -> None:
    with pytest.raises(InvalidRequestError, match=r"^op: the body cannot be written"):
        encoded(JsonBody(object), body)


def test_a_model_takes_no_argument_that_is_not_given() -> None:
    with pytest.raises(ValueError, match="valid string"):
        Line(sku=NOT_GIVEN)  # type: ignore[arg-type]
    line = Line(sku="a")
    line.sku = NOT_GIVEN  # type: ignore[assignment]
    with pytest.raises(ValueError, match="NOT_GIVEN"):
        line.to_wire()


FORMATS = [JsonBody(Order), FormBody(Order), MultipartBody(Order)]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_member_that_is_not_given_is_left_out(format_: BodyFormat) -> None:
    order = Order(id_="o1", kept="x")
    order.note = order.later = NOT_GIVEN  # type: ignore[attr-defined, assignment]
    for body in (order, {"Id": "o1", "kept": "x", "Note": NOT_GIVEN, "later": NOT_GIVEN}):
        content = encoded(format_, body).content
        assert b"o1" in content  # type: ignore[operator]
        assert b"x" in content  # type: ignore[operator]
        assert [name for name in (b"NOT_GIVEN", b"Note", b"later") if name in content] == []  # type: ignore[operator]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "value", [[NOT_GIVEN], {"x": NOT_GIVEN}, [{"x": [NOT_GIVEN]}], Line.model_construct(sku=NOT_GIVEN)]
)
def test_what_is_not_given_cannot_be_a_part_of_a_member(format_: BodyFormat, value: object) -> None:
    order = Order(id_="o1")
    order.note = value  # type: ignore[assignment]
    for body in (order, Order(id_="o1", later=value), {"Id": "o1", "Note": value}, {"Id": "o1", "later": value}):
        with pytest.raises(InvalidRequestError, match=r"NOT_GIVEN|Note: Input should be"):
            encoded(format_, body)


def test_without_a_body_there_is_none() -> None:
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=(JsonBody(Order),))
    assert operation.call().body is None


FORMS = [
    ({"a": "x y&z", "b": 1.5}, {}, "a=x%20y%26z&b=1.5"),
    ({"a": [1, 2]}, {}, "a=1&a=2"),
    ({"a": []}, {}, ""),
    ({"a": None}, {}, ""),
    ({"a": [1, None, 2]}, {}, "a=1&a=2"),
    ({"a": {"x": None}}, {}, "a=%7B%22x%22%3Anull%7D"),
    ({"a": {"x": [1]}}, {}, "a=%7B%22x%22%3A%5B1%5D%7D"),
    ({"a": [{"x": 1}, {"x": 2}]}, {}, "a=%7B%22x%22%3A1%7D&a=%7B%22x%22%3A2%7D"),
    ({"a": {"x": 1}}, {"a": Encoding(style="deepObject")}, "a%5Bx%5D=1"),
    ({"a": {"x": 1}}, {"a": Encoding(style="form")}, "x=1"),
    ({"a": [1, 2]}, {"a": Encoding(explode=False)}, "a=1,2"),
    ({"a": [1, 2]}, {"a": Encoding(style="pipeDelimited")}, "a=1%7C2"),
    ({"a": "x/y"}, {"a": Encoding(allow_reserved=True)}, "a=x/y"),
    ({"a": "x"}, {"a": Encoding(content_type="application/json")}, "a=%22x%22"),
]


@pytest.mark.parametrize(("body", "encoding", "text"), FORMS)
def test_a_form_is_written_by_its_encoding(body: object, encoding: dict[str, Encoding], text: str) -> None:
    assert encoded(FormBody(object, encoding), body) == EncodedBody("application/x-www-form-urlencoded", text.encode())


@pytest.mark.parametrize("body", [{"id_": "o1", "Total": "1.10"}, Order(id_="o1", total=Decimal("1.10"))])
def test_a_form_of_a_model_has_wire_names(body: object) -> None:
    assert encoded(FormBody(Order), body).content == b"Id=o1&Total=1.10"


@pytest.mark.parametrize("value", [b"x", io.BytesIO(b"x"), Path("x"), ("a", b"x"), [b"x"]])
def test_an_urlencoded_form_has_no_files(value: object) -> None:
    with pytest.raises(InvalidRequestError, match="'a': an urlencoded form cannot have a file"):
        encoded(FormBody(object), {"a": value})


def test_a_form_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match=r"/Id: Field required"):
        encoded(FormBody(Order), {})


def test_text_is_sent_as_utf8() -> None:
    assert encoded(TextBody(), "ü") == EncodedBody("text/plain; charset=utf-8", "ü".encode())


@pytest.mark.parametrize(
    ("format_", "asked", "media_type"),
    [
        (BinaryBody(), None, "application/octet-stream"),
        (BinaryBody("*/*"), None, "application/octet-stream"),
        (BinaryBody("image/*"), "image/png", "image/png"),
        (BinaryBody("*/*"), "text/csv; header=present", "text/csv; header=present"),
        (JsonBody(object, "application/vnd.shop+json"), None, "application/vnd.shop+json"),
    ],
)
def test_the_media_type_is_the_declared_or_the_asked_for(
    format_: BodyFormat, asked: str | None, media_type: str
) -> None:
    body = b"x" if isinstance(format_, BinaryBody) else "x"
    assert encoded(format_, body, asked).media_type == media_type


CHOICES = [
    ([BinaryBody("image/png"), BinaryBody("image/jpeg"), BinaryBody()], ("a.jpg", b"x"), "image/jpeg"),
    ([BinaryBody("image/png"), BinaryBody("image/jpeg"), BinaryBody()], b"x", "image/png"),
    ([BinaryBody("image/png"), BinaryBody("image/jpeg"), BinaryBody()], ("a.pdf", b"x"), "application/octet-stream"),
    ([BinaryBody("image/png"), BinaryBody("image/*")], ("a.gif", b"x"), "image/gif"),
    ([BinaryBody("image/*")], ("a", b"x", "image/png; q=1"), "image/png; q=1"),
    ([BinaryBody("*/*")], ("a.csv", b"x"), "text/csv"),
    ([BinaryBody("application/pdf")], ("a.csv", b"x", "text/csv"), "application/pdf"),
    ([BinaryBody("text/csv; header=present")], ("a.csv", b"x"), "text/csv; header=present"),
    ([JsonBody(object), TextBody("application/xml"), BinaryBody()], ("a.xml", b"x"), "application/xml"),
    ([JsonBody(object), TextBody("application/xml"), BinaryBody()], b"x", "application/octet-stream"),
    ([JsonBody(object), TextBody("application/xml")], "x", "application/json"),
    ([JsonBody(object), FormBody(object), MultipartBody(object)], {"a": [b"x"]}, "multipart/form-data"),
    ([JsonBody(object), FormBody(object), MultipartBody(object)], Line(sku="a", f=b"x"), "multipart/form-data"),
    ([JsonBody(object), MultipartBody(object)], {"a": 1}, "application/json"),
    ([JsonBody(object, "application/*+json")], {}, "application/json"),
    ([JsonBody(object, "application/json; charset=utf-8")], {}, "application/json; charset=utf-8"),
    ([TextBody("text/*")], "x", "text/plain; charset=utf-8"),
]


@pytest.mark.parametrize(("formats", "body", "media_type"), CHOICES)
def test_the_first_format_that_a_body_suits_is_the_default(
    formats: list[BodyFormat], body: object, media_type: str
) -> None:
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=tuple(formats))
    sent = operation.call(body=body).body
    assert sent is not None
    assert sent.media_type.partition("; boundary=")[0] == media_type


def test_a_media_type_is_chosen_with_its_parameters_before_others() -> None:
    first, second = JsonBody(int, "application/json; v=1"), JsonBody(str, "application/json; v=2")
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=(first, second))
    chosen = {each: operation.call(body="x", media_type=each).body for each in ("application/json; v=2",)}
    assert {each: body.media_type for each, body in chosen.items() if body} == {each: each for each in chosen}
    with pytest.raises(InvalidRequestError, match="valid integer"):
        operation.call(body="x", media_type="application/json")


def test_a_charset_that_is_none_of_texts_is_not_used() -> None:
    for charset in ("base64", "idna", "undefined"):
        assert encoded(TextBody(f"text/plain; charset={charset}"), "\u00fc").content == "\u00fc".encode()


def test_a_text_is_written_in_its_charset() -> None:
    media_type = "text/plain; charset=iso-8859-1"
    assert encoded(TextBody(media_type), "\u00fc") == EncodedBody(media_type, b"\xfc")


def test_the_first_of_several_formats_is_the_default() -> None:
    formats = (JsonBody(object), FormBody(object))
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=formats)
    kinds = [
        operation.call(body={"a": 1}, media_type=each).body for each in (None, "application/x-www-form-urlencoded")
    ]
    assert [each.content for each in kinds if each] == [b'{"a":1}', b"a=1"]


LONG_CHAIN: list[Any] = []
for _ in range(10_000):
    LONG_CHAIN = [LONG_CHAIN]


@pytest.mark.parametrize(
    ("formats", "body", "media_type", "reason"),
    [
        ((), {}, None, "takes no body"),
        ((JsonBody(object),), {}, "text/csv", "has to be one of application/json"),
        ((JsonBody(object),), {}, "application/*", "has to be one of application/json"),
        ((BinaryBody("text/*"),), b"x", "text/*", "not a media type that can be sent"),
        ((BinaryBody("text/*"),), b"x", "text/x; a\r\nX-Admin: 1", "not a media type that can be sent"),
        ((BinaryBody("text/*"),), b"x", "text/x\r\n\r\n; a", "not a media type that can be sent"),
        ((BinaryBody(),), ("a", b"x", "text/x\r\n; a"), None, "is not a media type"),
        ((TextBody(),), 7, None, "the body: a file has to be"),
        ((TextBody("text/plain; charset=ascii"),), "\u00fc", None, "the body cannot be written"),
        ((BinaryBody(),), "text", None, r"the body: a file has to be .*Path \(not str\)"),
        ((BinaryBody("image/*"),), b"x", None, r"has to be image/\*, but its media type is not known"),
        ((BinaryBody("image/*"),), ("a.txt", b"x"), None, r"has to be image/\*"),
        ((BinaryBody(),), Path("missing"), None, "the body: the file cannot be read: .*missing"),
        ((BinaryBody(),), Path(), None, "the body: '.' is not a regular file"),
        ((BinaryBody(),), io.StringIO("x"), None, "binary mode"),
        ((JsonBody(object),), LONG_CHAIN, None, "the body cannot be written: it is nested too deeply"),
        ((FormBody(object),), [1], None, "form cannot be made of a list"),
    ],
)
def test_a_body_of_the_wrong_kind_is_refused(
    formats: tuple[BodyFormat, ...], body: object, media_type: str | None, reason: str
) -> None:
    operation: Operation[None] = Operation(id="op", method="POST", path="/x", bodies=formats)
    with pytest.raises(InvalidRequestError, match=f"^op: .*{reason}"):
        operation.call(body=body, media_type=media_type)


FLAT = [
    (NOT_GIVEN, {}, NOT_GIVEN),
    (NOT_GIVEN, {"a": NOT_GIVEN}, NOT_GIVEN),
    (NOT_GIVEN, {"a": None, "b": NOT_GIVEN}, {"a": None}),
    ({"a": 1}, {"a": NOT_GIVEN}, {"a": 1}),
    ({"a": 1, "b": 1}, {"b": 2, "c": 3}, {"a": 1, "b": 2, "c": 3}),
    (None, {}, None),
    ([1], {}, [1]),
    (Line(sku="a"), {"Price": 1}, {"Sku": "a", "Price": 1}),
    (Line(sku="a", Extra=1), {"Sku": "b"}, {"Sku": "b", "Extra": 1}),
]


@pytest.mark.parametrize(("body", "fields", "joined"), FLAT)
def test_flat_arguments_join_a_body_and_win(body: object, fields: dict[str, object], joined: object) -> None:
    assert flat_body(body, fields) == joined


def test_a_flat_argument_wins_over_the_python_name_of_the_same_field() -> None:
    joined = flat_body({"sku": "a"}, {"Sku": "b"})
    assert encoded(JsonBody(Line), joined).content == b'{"Sku":"b"}'


def test_flat_arguments_can_not_join_a_list() -> None:
    with pytest.raises(InvalidRequestError, match=r"body of type list"):
        flat_body([1], {"a": 1})


def test_a_nested_model_keeps_what_was_given_when_it_is_joined() -> None:
    order = Order(id_="o1", lines=[Line(sku="a")])
    assert encoded(JsonBody(Order), flat_body(order, {"Note": None})).content == (
        b'{"Id":"o1","Lines":[{"Sku":"a"}],"Note":null}'
    )


def test_to_wire_gives_json_types_and_exact_numbers() -> None:
    order = Order(
        id_="o1", total=Decimal("1.10"), fee=Decimal(2), placed=datetime(2026, 1, 2, tzinfo=UTC), kind=Kind.NEW
    )
    wire = order.to_wire()
    assert wire == {"Id": "o1", "Total": Decimal("1.10"), "Fee": "2", "PlacedAt": "2026-01-02T00:00:00Z", "Kind": "NEW"}
    assert [type(value) for value in wire.values()] == [str, Decimal, str, str, str]


@pytest.mark.parametrize("body", ["bytes", "file", "memory", "gzip"])
def test_bytes_and_open_files_are_sent_whole_again_on_every_attempt(shop: Shop, tmp_path: Path, body: str) -> None:
    data = b"0123456789" * 20_000
    path = tmp_path / "data.bin"
    path.write_bytes(data)
    operation: Operation[None] = Operation(id="op", method="PUT", path="/x", bodies=(BinaryBody(),))
    with path.open("rb") as file:
        file.read(3)
        zipped = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(data)))
        zipped.read(3)
        forms = {"bytes": data, "file": file, "memory": io.BytesIO(data), "gzip": zipped}
        shop.perform(operation.call(body=forms[body]), httpx.Response(503), httpx.Response(429), httpx.Response(204))
    assert [request.content == data for request in shop.requests] == [True, True, True]
    heads = {(request.headers["content-type"], request.headers["content-length"]) for request in shop.requests}
    assert heads == {("application/octet-stream", "200000")}
    assert [request for request in shop.requests if "transfer-encoding" in request.headers] == []

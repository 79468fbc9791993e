"""What leaves the client: every kind of parameter and body, as the document says."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import httpx
import pytest

from support.packages import Package

Build = Callable[[str], Package]

PARAMETERS = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /shops/{shopId}/orders/{order-id}:
        parameters:
          - {name: shopId, in: path, required: true, schema: {type: string}}
        get:
          operationId: getOrder
          tags: [orders]
          parameters:
            - {name: order-id, in: path, required: true, schema: {type: integer}}
            - {name: status, in: query, schema: {type: array, items: {type: string, enum: [OPEN, "ON HOLD"]}}}
            - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
            - {name: filter, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: string}}}
            - {name: since, in: query, schema: {type: string, format: date-time}}
            - {name: day, in: query, schema: {type: string, format: date}}
            - {name: least, in: query, schema: {type: number, format: decimal}}
            - {name: key, in: query, schema: {type: string, format: uuid}}
            - {name: full, in: query, schema: {type: boolean}}
            - {name: where, in: query, content: {application/json: {schema: {type: object}}}}
            - {name: X-Trace, in: header, schema: {type: string}}
            - {name: session, in: cookie, schema: {type: string}}
          responses: {"204": {description: done}}
"""


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({}, ""),
        ({"status": ["OPEN", "ON HOLD"]}, "status=OPEN&status=ON%20HOLD"),
        ({"status": []}, ""),
        ({"ids": [1, 2, 3]}, "ids=1,2,3"),
        ({"filter": {"sku": "a b", "size": "L"}}, "filter[sku]=a%20b&filter[size]=L"),
        ({"since": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)}, "since=2026-01-02T03:04:05Z"),
        ({"since": "2026-01-02T03:04:05.600Z"}, "since=2026-01-02T03:04:05.600Z"),
        ({"since": None, "status": None, "filter": {"sku": None}, "where": None, "x_trace": None, "session": None}, ""),
        ({"day": date(2026, 1, 2)}, "day=2026-01-02"),
        ({"least": Decimal("0.10")}, "least=0.10"),
        ({"key": UUID(int=7)}, "key=00000000-0000-0000-0000-000000000007"),
        ({"full": True}, "full=true"),
        ({"where": {"a": [1, 2]}}, 'where={"a":[1,2]}'),
    ],
)
def test_query_arguments_are_written_by_their_style(build: Build, arguments: dict[str, object], query: str) -> None:
    shop = build(PARAMETERS)
    shop.client().orders.get_order("s1", 7, **arguments)
    sent = str(shop.sent.url).partition("?")[2]
    assert httpx.QueryParams(sent) == httpx.QueryParams(query)


def test_path_arguments_are_escaped_and_in_place(build: Build) -> None:
    shop = build(PARAMETERS)
    shop.client().orders.get_order("a/b ü", order_id=7)
    assert shop.sent.url.raw_path == b"/shops/a%2Fb%20%C3%BC/orders/7"


def test_headers_and_cookies_travel_under_their_wire_names(build: Build) -> None:
    shop = build(PARAMETERS)
    shop.client().orders.get_order("s1", 7, x_trace="t-1", session="abc")
    assert (shop.sent.headers["X-Trace"], shop.sent.headers["Cookie"]) == ("t-1", "session=abc")


def test_a_header_can_not_smuggle_in_another_one(build: Build) -> None:
    shop = build(PARAMETERS)
    with pytest.raises(ValueError, match="X-Trace"):
        shop.client().orders.get_order("s1", 7, x_trace="t\r\nX-Admin: yes")
    assert shop.requests == []


BODIES = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /products:
        patch:
          operationId: changeProduct
          tags: [products]
          requestBody:
            required: true
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Change'}
          responses: {"204": {description: done}}
        post:
          operationId: addTags
          tags: [products]
          requestBody:
            required: true
            content: {application/json: {schema: {type: array, items: {type: string}}}}
          responses: {"204": {description: done}}
      /form:
        post:
          operationId: sendForm
          tags: [products]
          requestBody:
            content:
              application/x-www-form-urlencoded:
                schema:
                  type: object
                  properties: {name: {type: string}, sizes: {type: array, items: {type: integer}}}
          responses: {"204": {description: done}}
      /picture:
        put:
          operationId: sendPicture
          tags: [products]
          requestBody:
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties: {title: {type: string}, file: {type: string, format: binary}}
          responses: {"204": {description: done}}
      /note:
        put:
          operationId: sendNote
          tags: [products]
          requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}
          responses: {"204": {description: done}}
      /blob:
        put:
          operationId: sendBlob
          tags: [products]
          requestBody: {required: true, content: {application/octet-stream: {}}}
          responses: {"204": {description: done}}
    components:
      schemas:
        Change:
          type: object
          properties:
            name: {type: [string, "null"]}
            unitPrice: {type: string, format: decimal}
            weight: {type: number, format: decimal}
            dimensions: {$ref: '#/components/schemas/Dimensions'}
            validFrom: {type: string, format: date-time}
        Dimensions:
          type: object
          required: [width]
          properties: {width: {type: integer}, unitName: {type: string}}
"""


@pytest.mark.parametrize(
    ("arguments", "body"),
    [
        ({}, {}),
        ({"name": None}, {"name": None}),
        ({"name": "Cup"}, {"name": "Cup"}),
        ({"unit_price": Decimal("0.10")}, {"unitPrice": "0.10"}),
        ({"body": {"unitPrice": "0.10"}}, {"unitPrice": "0.10"}),
        ({"body": {"unit_price": "0.10"}}, {"unitPrice": "0.10"}),
        ({"body": {"name": "Cup", "extra": 1}}, {"name": "Cup", "extra": 1}),
        ({"body": {"name": "Cup"}, "name": "Mug"}, {"name": "Mug"}),
        ({"dimensions": {"width": 3}}, {"dimensions": {"width": 3}}),
        ({"dimensions": {"width": 3, "unitName": "cm"}}, {"dimensions": {"width": 3, "unitName": "cm"}}),
        ({"valid_from": datetime(2026, 1, 2, tzinfo=UTC)}, {"validFrom": "2026-01-02T00:00:00Z"}),
    ],
)
def test_a_json_body_holds_what_was_given_and_nothing_else(
    build: Build, arguments: dict[str, object], body: object
) -> None:
    shop = build(BODIES)
    shop.client().products.change_product(**arguments)
    assert (json.loads(shop.sent.content), shop.sent.headers["Content-Type"]) == (body, "application/json")


def test_a_model_is_sent_with_the_fields_that_were_set(build: Build) -> None:
    shop = build(BODIES)
    change = shop.models.Change(name=None, dimensions=shop.models.Dimensions(width=1))
    shop.client().products.change_product(body=change)
    assert json.loads(shop.sent.content) == {"name": None, "dimensions": {"width": 1}}


def test_a_decimal_number_keeps_its_digits(build: Build) -> None:
    shop = build(BODIES)
    shop.client().products.change_product(weight=Decimal("0.10000000000000000001"))
    assert shop.sent.content == b'{"weight":0.10000000000000000001}'


def test_a_body_that_does_not_fit_is_refused_before_anything_is_sent(build: Build) -> None:
    shop = build(BODIES)
    with pytest.raises(shop.module.InvalidRequestError, match="width") as caught:
        shop.client().products.change_product(dimensions={"width": "secret-text"})
    assert "secret-text" not in str(caught.value)
    assert shop.requests == []


def test_other_bodies_are_encoded_by_their_media_type(build: Build) -> None:
    shop = build(BODIES)
    client = shop.client()
    client.products.add_tags(body=["a", "b"])
    client.products.send_form(name="a b", sizes=[1, 2])
    client.products.send_picture(title="Cup", file=("cup.png", b"\x89PNG", "image/png"))
    client.products.send_note(body="héllo")
    client.products.send_blob(body=b"\x00\x01")
    tags, form, picture, note, blob = shop.requests
    assert json.loads(tags.content) == ["a", "b"]
    assert (form.headers["Content-Type"], form.content.replace(b"+", b"%20")) == (
        "application/x-www-form-urlencoded",
        b"name=a%20b&sizes=1&sizes=2",
    )
    assert picture.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'name="title"\r\n\r\nCup' in picture.content.replace(b"Content-Type: text/plain\r\n", b"")
    assert b'name="file"; filename="cup.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG' in picture.content
    assert (note.headers["Content-Type"].split(";")[0], note.content) == ("text/plain", "héllo".encode())
    assert (blob.headers["Content-Type"], blob.content) == ("application/octet-stream", b"\x00\x01")


CHECKED = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /q/{id}:
        get:
          operationId: q
          tags: [T]
          parameters:
            - {name: id, in: path, required: true, schema: {anyOf: [{type: integer}, {type: string, format: uuid}]}}
            - {name: n, in: query, schema: {anyOf: [{type: integer}, {type: "null"}]}}
            - {name: i, in: query, schema: {type: integer}}
            - {name: b, in: query, schema: {anyOf: [{type: boolean}, {type: "null"}]}}
            - {name: d, in: query, schema: {anyOf: [{type: string, format: date}, {type: "null"}]}}
            - {name: dt, in: query, schema: {type: string, format: date-time}}
            - {name: arr, in: query, schema: {anyOf: [{type: array, items: {type: integer}}, {type: "null"}]}}
            - {name: arrs, in: query, schema: {anyOf: [{type: array, items: {type: string}}, {type: "null"}]}}
            - {name: e, in: query, schema: {anyOf: [{$ref: '#/components/schemas/E'}, {type: "null"}]}}
            - {name: s, in: query, schema: {type: string}}
            - {name: num, in: query, schema: {type: number}}
            - {name: u, in: query, schema: {oneOf: [{type: integer}, {type: string, enum: [all]}]}}
            - {name: X-N, in: header, schema: {anyOf: [{type: integer}, {type: "null"}]}}
            - {name: c, in: cookie, schema: {anyOf: [{type: string}, {type: "null"}]}}
            - {name: ref, in: query, schema: {$ref: '#/components/schemas/Pos'}}
            - {name: allof, in: query, schema: {allOf: [{$ref: '#/components/schemas/Pos'}], default: 1}}
            - {name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Filter'}}
            - {name: where, in: query, content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}}
          responses: {"204": {description: ok}}
      /needed:
        get:
          operationId: needed
          tags: [T]
          parameters:
            - {name: maybe, in: query, required: true, schema: {type: [integer, "null"]}}
            - {name: X-Maybe, in: header, required: true, schema: {type: [string, "null"]}}
            - {name: sure, in: query, required: true, schema: {type: string}}
          responses: {"204": {description: ok}}
    components:
      schemas:
        E: {type: integer, enum: [1, 2]}
        Pos: {type: integer, minimum: 1}
        Filter:
          type: object
          required: [minPrice]
          properties:
            minPrice: {type: integer}
            soldAt: {type: string, format: date}
            inner: {$ref: '#/components/schemas/Filter'}
"""


def call(package: Package, flavour: str, method: str, *path: object, **arguments: object) -> httpx.Request:
    """The request of one call of a method of the resource `t`."""
    client = package.client() if flavour == "sync" else package.async_client()
    done = getattr(client.t, method)(*path, **arguments)
    if flavour == "async":
        asyncio.run(done)
    return package.requests[-1]


SENT = [
    ({"n": 5, "i": 0, "b": False}, "n=5&i=0&b=false"),
    ({"d": date(2026, 1, 2), "dt": "2026-01-02T03:04:05+01:00"}, "d=2026-01-02&dt=2026-01-02T03:04:05%2B01:00"),
    ({"arr": (1, 2), "arrs": {"x"}}, "arr=1&arr=2&arrs=x"),
    ({"arr": range(2), "arrs": {"k": 1}.keys()}, "arr=0&arr=1&arrs=k"),
    ({"arr": [], "arrs": [], "s": ""}, "s="),
    ({"e": 1, "u": "all"}, "e=1&u=all"),
    ({"e": 17, "u": 3}, "e=17&u=3"),
    ({"num": 3, "ref": 2, "allof": 4}, "num=3&ref=2&allof=4"),
    ({"num": Decimal("10.50"), "i": 2**70}, f"i={2**70}&num=10.50"),
    ({"num": 1234567890123456789}, "num=1234567890123456789"),
    ({"num": 0.5}, "num=0.5"),
    ({"filter": {"min_price": 3, "sold_at": date(2026, 1, 2)}}, "filter[minPrice]=3&filter[soldAt]=2026-01-02"),
    (
        {"filter": {"min_price": 3, "sold_at": None, "inner": {"min_price": 4}}},
        "filter[minPrice]=3&filter[inner][minPrice]=4",
    ),
    ({"where": {"min_price": 3, "other": [None]}}, 'where={"minPrice":3,"other":[null]}'),
    ({"arrs": ["a", None, "b"]}, "arrs=a&arrs=b"),
    (
        dict.fromkeys(
            [
                "n",
                "i",
                "b",
                "d",
                "dt",
                "arr",
                "arrs",
                "e",
                "s",
                "num",
                "u",
                "x_n",
                "c",
                "ref",
                "allof",
                "filter",
                "where",
            ]
        ),
        "",
    ),
]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_arguments_are_sent_by_their_types_and_none_is_left_out(build: Build, flavour: str) -> None:
    package = build(CHECKED)
    for arguments, query in SENT:
        url = call(package, flavour, "q", 5, **arguments).url
        assert url.params.multi_items() == httpx.QueryParams(query).multi_items()
    headers = call(package, flavour, "q", UUID(int=7), x_n=None, c=None).headers
    assert "X-N" not in headers
    assert "Cookie" not in headers
    assert package.requests[-1].url.path == f"/q/{UUID(int=7)}"
    assert call(package, flavour, "q", 5, arr=(each for each in [1, 2])).url.query == b"arr=1&arr=2"
    headers = call(package, flavour, "q", 5, x_n=0, c="").headers
    assert (headers["X-N"], headers["Cookie"]) == ("0", "c=")


def test_a_model_for_an_object_and_what_is_not_given_inside(build: Build) -> None:
    package = build(CHECKED)
    given = package.models.Filter(min_price=3, other=package.module.NOT_GIVEN)
    for value in (given, {"min_price": 3, "sold_at": package.module.NOT_GIVEN}):
        sent = call(package, "sync", "q", 5, filter=value, where=value, arr=[1, package.module.NOT_GIVEN]).url
        assert sent.params.multi_items() == [("arr", "1"), ("filter[minPrice]", "3"), ("where", '{"minPrice":3}')]


REFUSED: list[tuple[dict[str, object], str]] = [
    *(({"i": value}, "query parameter 'i'") for value in ("5", True, 5.5, Decimal("5.5"))),
    *(({"b": value}, "query parameter 'b'") for value in (1, "true", "no")),
    *(({"d": value}, "query parameter 'd'") for value in (datetime(2026, 1, 2, tzinfo=UTC), 0, "1700000000")),
    *(({"dt": value}, "query parameter 'dt'") for value in (date(2026, 1, 2), 1_700_000_000, "1700000000")),
    *(({"s": value}, "query parameter 's'") for value in (5, True, b"x", UUID(int=7))),
    *(({"num": value}, "query parameter 'num'") for value in ("3", True, float("inf"))),
    *(({"e": value}, "query parameter 'e'") for value in ("1", True, 1.5)),
    ({"u": True}, "query parameter 'u'"),
    ({"arr": [True]}, "query parameter 'arr' does not match its type: /0"),
    ({"ref": "2"}, "query parameter 'ref'"),
    ({"x_n": True}, "header parameter 'X-N'"),
    ({"filter": {"minPrice": "3"}}, "query parameter 'filter' does not match its type: /minPrice"),
    ({"i": "x5"}, "query parameter 'i'"),
    ({"i": 1.5}, "query parameter 'i'"),
    ({"b": "x5"}, "query parameter 'b'"),
    ({"d": "x5"}, "query parameter 'd'"),
    ({"d": object()}, "query parameter 'd'"),
    ({"dt": "x5"}, "query parameter 'dt'"),
    ({"arr": 5}, "query parameter 'arr'"),
    ({"arr": ["x5"]}, "query parameter 'arr' does not match its type: /0"),
    ({"arrs": "x5"}, "query parameter 'arrs'"),
    ({"arrs": [{"x5": 1}]}, "query parameter 'arrs' does not match its type: /0"),
    ({"e": "x5"}, "query parameter 'e'"),
    ({"s": ["x5"]}, "query parameter 's'"),
    ({"s": object()}, "query parameter 's'"),
    ({"num": "x5"}, "query parameter 'num'"),
    ({"num": float("nan")}, "query parameter 'num'"),
    ({"x_n": "x5"}, "header parameter 'X-N'"),
    ({"c": {"x5": 1}}, "cookie parameter 'c'"),
    ({"filter": "x5"}, "query parameter 'filter'"),
    ({"filter": {"min_price": "x5"}}, "query parameter 'filter' does not match its type: /min_price"),
    (
        {"filter": {"min_price": 3, "inner": {"minPrice": "x5"}}},
        "query parameter 'filter' does not match its type: /inner/minPrice",
    ),
    ({"filter": {}}, "query parameter 'filter' does not match its type: /minPrice"),
    ({"where": {"min_price": None}}, "query parameter 'where' does not match its type: /min_price"),
]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_arguments_of_other_types_are_refused_by_place(build: Build, flavour: str) -> None:
    package = build(CHECKED)
    for arguments, place in REFUSED:
        with pytest.raises(package.module.InvalidRequestError) as caught:
            call(package, flavour, "q", 5, **arguments)
        assert str(caught.value).startswith(f"q: {place}")
        assert "x5" not in str(caught.value)
    for path in (None, object(), [1], "x5"):
        with pytest.raises(package.module.InvalidRequestError, match=r"^q: path parameter 'id'"):
            call(package, flavour, "q", path)
    assert package.requests == []


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_none_for_a_required_argument_is_an_empty_text_or_refused(build: Build, flavour: str) -> None:
    package = build(CHECKED)
    sent = call(package, flavour, "needed", maybe=None, x_maybe=None, sure="")
    assert (sent.url.query, sent.headers["X-Maybe"]) == (b"maybe=&sure=", "")
    with pytest.raises(package.module.InvalidRequestError, match=r"^needed: query parameter 'sure' does not match"):
        call(package, flavour, "needed", maybe=1, x_maybe="a", sure=None)
    with pytest.raises(package.module.InvalidRequestError, match=r"^needed: query parameter 'sure' is not given$"):
        call(package, flavour, "needed", maybe=1, x_maybe="a", sure=package.module.NOT_GIVEN)

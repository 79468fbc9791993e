"""Every operation of a Litestar application, called by the client of its document."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from interop import litestar_app as server
from interop.litestar_app import Color, Level, Size
from support.interop import Failure, Results, Row, Upload, connect, served

UID = UUID("12345678-1234-5678-1234-567812345678")
DAY = date(2026, 2, 28)
AT = datetime(2026, 1, 2, 3, 4, 5, 678000, UTC)
EAST = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
NAIVE = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001
CLOCK = time(23, 59, 58)
SPAN = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
TEXT = "a b ?#&=%+\u00fc\u00e9 \u8ba2\U0001f525"
BINARY = b"\x00\xff\xfe\r\n--boundary\r\n"

# ---------------------------------------------------------------- parameters

# A Decimal is a string in Litestar's documents.

PATH: dict[str, Any] = {
    "number": -5,
    "ratio": 2.5,
    "text": TEXT,
    "price": Decimal("10.50"),
    "day": DAY,
    "at": EAST,
    "span": SPAN,
    "uid": UID,
}
SCALARS: dict[str, Any] = {**PATH, "flag": True, "color": Color.DARK_BLUE, "level": Level.HIGH, "choice": "b"}
COMMON = {name: value for name, value in SCALARS.items() if name != "text"}
PRICE = {"price": "10.50"}


def scalars(models: Any, **others: Any) -> Any:
    """The client's model of `SCALARS`."""
    enums = {"color": models.Color.DARK_BLUE, "level": models.Level(10), "choice": models.ScalarsChoice.B}
    return models.Scalars(**{**SCALARS, **PRICE, **enums, **others})


PARAMETERS = {
    "path": Row(
        call=lambda c, _: c.params.path_scalars(**{**PATH, **PRICE}),
        received=PATH,
        value=lambda m: scalars(m, color=m.Color.RED, choice=m.ScalarsChoice.A),
    ),
    "path, enums": Row(
        call=lambda c, m: c.params.path_enums(m.Color.DARK_BLUE, 10),
        received={"color": Color.DARK_BLUE, "level": Level.HIGH},
        value=lambda m: m.Level(10),
    ),
    "path of a file": Row(
        call=lambda c, _: c.params.path_of_file("2026/a b.txt"),
        received={"file_path": Path("/2026/a b.txt")},
        value="/2026/a b.txt",
    ),
    "query": Row(call=lambda c, _: c.params.query_required(**{**SCALARS, **PRICE}), received=SCALARS, value=scalars),
    "query, other values": Row(
        call=lambda c, m: c.params.query_required(
            **{**SCALARS, "ratio": 3, "price": "1", "at": AT, "flag": False, "text": "x", "color": m.Color.RED}
        ),
        received={
            **SCALARS,
            "ratio": 3.0,
            "price": Decimal(1),
            "at": AT,
            "flag": False,
            "text": "x",
            "color": Color.RED,
        },
        value=lambda m: scalars(m, ratio=3.0, price="1", at=AT, flag=False, text="x", color=m.Color.RED),
    ),
    "optional query, left out": Row(call=lambda c, _: c.params.query_optional(), received={}),
    "optional query, None": Row(
        call=lambda c, _: c.params.query_optional(**dict.fromkeys([*COMMON, "q"])), received={}
    ),
    "optional query, given": Row(
        call=lambda c, m: c.params.query_optional(
            **{**COMMON, **PRICE}, q=TEXT, skip=3, sort=m.Color.DARK_BLUE, active=False
        ),
        received={**COMMON, "q": TEXT, "skip": 3, "sort": Color.DARK_BLUE, "active": False},
    ),
    "lists": Row(
        call=lambda c, m: c.params.query_lists(
            ids=[3, 1, 3], names=["a,b", "c d"], colors=[m.Color.RED, "dark blue"], days=[DAY, "2026-01-01"]
        ),
        received={
            "ids": [3, 1, 3],
            "names": ["a,b", "c d"],
            "colors": {Color.RED, Color.DARK_BLUE},
            "days": [DAY, date(2026, 1, 1)],
        },
        value=[3, 1, 3],
    ),
    "lists, None": Row(
        call=lambda c, _: c.params.query_lists(ids=(7,), names=None, colors=None, days=None),
        received={"ids": [7]},
        value=[7],
    ),
    "aliases": Row(
        call=lambda c, _: c.params.query_named(page_size=5, sort_by="x", from_="y"),
        received={"page_size": 5, "sort_by": "x", "from_": "y"},
        value=5,
    ),
    "headers": Row(
        call=lambda c, m: c.params.header_scalars(
            x_token="t 1", x_count=3, x_flag=True, x_when=EAST, x_color=m.Color.DARK_BLUE
        ),
        received={"token": "t 1", "count": 3, "flag": True, "when": EAST, "color": Color.DARK_BLUE},
    ),
    "headers, None": Row(
        call=lambda c, _: c.params.header_scalars(x_token="t", x_count=None, x_flag=None, x_when=None, x_color=None),
        received={"token": "t"},
    ),
    "cookies": Row(
        call=lambda c, _: c.params.cookie_scalars(session_id="s1", visits=3), received={"session": "s1", "visits": 3}
    ),
    "cookies, None": Row(call=lambda c, _: c.params.cookie_scalars(session_id=None, visits=None), received={}),
}

# ---------------------------------------------------------------- bodies

ORDER = server.Order(
    order_id=9007199254740993,
    customer=server.Person("Zo\u00eb", 41),
    lines=[server.Line("a", Decimal("19.99"), 2), server.Line("b", Decimal("0.10"), note="n")],
    created_at=EAST,
    labels={"snake_key": "x", "camelKey": "y"},
    colors={Color.DARK_BLUE},
    level=Level.HIGH,
    extra={"a": [1, 2.5, None, "x"], "camelKey": True},
    size=Size.LARGE,
)


def order(models: Any) -> Any:
    """The client's model of `ORDER`."""
    return models.Order(
        order_id=9007199254740993,
        customer=models.Person(name="Zo\u00eb", age=41),
        lines=[
            models.Line(sku_code="a", unit_price="19.99", quantity=2, note=None),
            models.Line(sku_code="b", unit_price="0.10", quantity=1, note="n"),
        ],
        created_at=EAST,
        due_on=None,
        labels={"snake_key": "x", "camelKey": "y"},
        colors=[models.Color.DARK_BLUE],
        level=models.Level(10),
        extra={"a": [1, 2.5, None, "x"], "camelKey": True},
        size=models.Size.L,
    )


MIXED: dict[str, Any] = {
    "value": "5",
    "one_or_many": ["a", "b"],
    "color": None,
    "pair": [1, "x"],
    "numbers": [7],
    "nested": [[1.5, 2.0], []],
    "anything": [None, {"a": 1}],
    "blob": "AP/+",
}

BODIES = {
    "model": Row(call=lambda c, m: c.bodies.create_order(body=order(m)), received={"data": ORDER}, value=order),
    "flat arguments": Row(
        call=lambda c, _: c.bodies.create_order(
            order_id=1,
            customer={"name": "A"},
            lines=[{"skuCode": "a", "unitPrice": "1.50"}],
            created_at="2026-01-02T03:04:05.678Z",
        ),
        received={"data": server.Order(1, server.Person("A"), [server.Line("a", Decimal("1.50"))], AT)},
        read=lambda value: (value.level.value, value.size.value, value.lines[0].quantity, value.created_at),
        value=(1, "S", 1, AT),
    ),
    "patch": Row(
        call=lambda c, _: c.bodies.patch_order(7, due_on=None, priority=4),
        received={"order_id": 7, "data": server.OrderPatch(due_on=None, priority=4)},
        value=lambda m: m.OrderPatch(due_on=None, priority=4),
    ),
    "patch, a model": Row(
        call=lambda c, m: c.bodies.patch_order(7, body=m.OrderPatch(customer_name="x", due_on=DAY)),
        received={"order_id": 7, "data": server.OrderPatch(customer_name="x", due_on=DAY)},
        value=lambda m: m.OrderPatch(customer_name="x", due_on=DAY),
    ),
    "patch, nothing": Row(
        call=lambda c, m: c.bodies.patch_order(7, body=m.OrderPatch()),
        received={"order_id": 7, "data": server.OrderPatch()},
        value=lambda m: m.OrderPatch(),
    ),
    "scalars": Row(
        call=lambda c, m: c.bodies.scalars(body=scalars(m)), received={"data": server.Scalars(**SCALARS)}, value=scalars
    ),
    "union with tags": Row(
        call=lambda c, m: c.bodies.keeper(
            favorite=m.Cat(kind="cat", name="Tom"),
            pets=[m.Dog(kind="dog", name="Rex", breed="Pug"), m.Cat(kind="cat", name="B", lives=1)],
        ),
        received={"data": server.Owner(server.Cat("Tom"), [server.Dog("Rex", "Pug"), server.Cat("B", 1)])},
        value=lambda m: m.Owner(
            favorite=m.Cat(kind="cat", name="Tom", lives=9),
            pets=[m.Dog(kind="dog", name="Rex", breed="Pug"), m.Cat(kind="cat", name="B", lives=1)],
        ),
    ),
    "union with tags, filled in": Row(
        call=lambda c, m: c.bodies.keeper(favorite=m.Dog(name="Rex")),
        received={"data": server.Owner(server.Dog("Rex"))},
        value=lambda m: m.Owner(favorite=m.Dog(kind="dog", name="Rex", breed=None), pets=[]),
    ),
    "union as body": Row(
        call=lambda c, _: c.bodies.pet(body={"kind": "dog", "name": "Rex"}),
        received={"data": server.Dog("Rex")},
        value=lambda m: m.Dog(kind="dog", name="Rex", breed=None),
    ),
    "closed object": Row(
        call=lambda c, _: c.bodies.closed(name="A"),
        received={"data": server.Closed("A")},
        value=lambda m: m.Closed(name="A"),
    ),
    "unions and containers": Row(
        call=lambda c, m: c.bodies.mixed(**MIXED, by_name={"x": m.Person(name="A")}),
        received={
            "data": server.Mixed(
                **{
                    **MIXED,
                    "pair": (1, "x"),
                    "numbers": {7},
                    "by_name": {"x": server.Person("A")},
                    "blob": b"\x00\xff\xfe",
                }
            )
        },
        value=lambda m: m.Mixed(**MIXED, by_name={"x": m.Person(name="A")}),
    ),
    "unions, other members": Row(
        call=lambda c, m: c.bodies.mixed(
            **{**MIXED, "value": 5, "one_or_many": "a", "color": m.Color.RED, "anything": None}, by_name={}
        ),
        received={
            "data": server.Mixed(
                **{
                    **MIXED,
                    "value": 5,
                    "one_or_many": "a",
                    "color": Color.RED,
                    "anything": None,
                    "pair": (1, "x"),
                    "numbers": {7},
                    "by_name": {},
                    "blob": b"\x00\xff\xfe",
                }
            )
        },
        value=lambda m: m.Mixed(
            **{**MIXED, "value": 5, "one_or_many": "a", "color": m.Color.RED, "anything": None}, by_name={}
        ),
    ),
    "tree": Row(
        call=lambda c, m: c.bodies.tree(name="a", children=[m.Tree(name="b")]),
        received={"data": server.Tree("a", [server.Tree("b")])},
        value=lambda m: m.Tree(name="a", children=[m.Tree(name="b", children=[])]),
    ),
    "pydantic": Row(
        call=lambda c, _: c.bodies.create_item(name="A", unit_price="1.50", tags=["x"], meta={"a": 1}),
        received={"data": server.Item(name="A", unitPrice=Decimal("1.50"), tags=["x"], meta={"a": 1})},
        value=lambda m: m.Item(name="A", unit_price="1.50", tags=["x"], day=None, meta={"a": 1}),
    ),
    "list": Row(
        call=lambda c, m: c.bodies.people(body=[m.Person(name="A", age=1), {"name": "B"}]),
        received={"data": [server.Person("A", 1), server.Person("B")]},
        value=lambda m: [m.Person(name="A", age=1), m.Person(name="B")],
    ),
    "mapping": Row(
        call=lambda c, m: c.bodies.by_name(body={"a b": m.Person(name="A", age=1)}),
        received={"data": {"a b": server.Person("A", 1)}},
        value=lambda m: {"a b": m.Person(name="A", age=1)},
    ),
    "anything": Row(
        call=lambda c, _: c.bodies.anything(body={"a": [1, 2.5, None]}),
        received={"data": {"a": [1, 2.5, None]}},
        value={"a": [1, 2.5, None]},
    ),
    "optional body": Row(
        call=lambda c, m: c.bodies.maybe(body=m.Person(name="A", age=None)),
        received={"data": server.Person("A")},
        value=lambda m: m.Person(name="A", age=None),
    ),
    "optional body, null": Row(call=lambda c, _: c.bodies.maybe(body=None), received={"data": None}),
    "DTO": Row(
        call=lambda c, _: c.bodies.create_user(name="Ann", password="p"),
        received={"name": "Ann", "password": "p"},
        value=lambda m: m.CreateUserUserResponseBody(
            id=UUID(int=7), name="Ann", created_at=datetime(2026, 1, 2, tzinfo=UTC)
        ),
    ),
    "no content": Row(
        call=lambda c, m: c.bodies.put_person("a b", body=m.Person(name="A")),
        received={"name": "a b", "data": server.Person("A")},
    ),
}

# ---------------------------------------------------------------- forms and uploads

FORMS = {
    "form": Row(
        call=lambda c, _: c.forms.form(username=TEXT, age=5, price="1.50", remember=True, day=DAY, tags=["a", "b"]),
        received={"data": server.LoginForm(TEXT, 5, Decimal("1.50"), remember=True, day=DAY, tags=["a", "b"])},
        value=TEXT,
    ),
    "form, None": Row(
        call=lambda c, _: c.forms.form(username="u", age=5, price="1", day=None, tags=None),
        received={"data": server.LoginForm("u", 5, Decimal(1))},
        value="u",
    ),
    "file": Row(
        call=lambda c, _: c.forms.upload_file(file=server.REPORT),
        received={"data": Upload("report.pdf", server.PDF, "application/pdf")},
        value="report.pdf",
    ),
    "file, name": Row(
        call=lambda c, _: c.forms.upload_file(file=("a.bin", io.BytesIO(BINARY))),
        received={"data": Upload("a.bin", BINARY)},
        value="a.bin",
    ),
    "files": Row(
        call=lambda c, _: c.forms.upload_files(files=[("a", BINARY), ("b.png", b"x", "image/png")]),
        received={"data": [Upload("a", BINARY), Upload("b.png", b"x", "image/png")]},
        value=["a", "b.png"],
    ),
    "named files": Row(
        call=lambda c, _: c.forms.upload_named(body={"one": ("a", b"1"), "two": ("b", b"2")}),
        received={"data": {"one": Upload("a", b"1"), "two": Upload("b", b"2")}},
        value=["one", "two"],
    ),
    "file and fields": Row(
        call=lambda c, m: c.forms.upload_document(
            body=m.Document(title=TEXT, size=3, file=server.REPORT, thumbnail=("t", BINARY), tags=["a", "b"])
        ),
        received={
            "data": server.Document(
                TEXT, 3, Upload("report.pdf", server.PDF, "application/pdf"), Upload("t", BINARY), ["a", "b"]
            )
        },
        value=TEXT,
    ),
    "file and fields, None": Row(
        call=lambda c, _: c.forms.upload_document(title="t", size=0, file=("a", b"x"), thumbnail=None, tags=None),
        received={"data": server.Document("t", 0, Upload("a", b"x"))},
        value="t",
    ),
    "MessagePack": Row(
        call=lambda c, _: c.forms.message_pack(body=msgspec.msgpack.encode({"name": "A", "age": 5})),
        received={"data": server.Person("A", 5)},
        value="A",
    ),
}

# ---------------------------------------------------------------- responses


def content(value: Any) -> tuple[bytes, str]:
    """The bytes of a response and their type."""
    return value.data, value.media_type


RESPONSES = {
    "file": Row(call=lambda c, _: c.responses.file(), read=content, value=(server.PDF, "application/pdf")),
    "file with a type": Row(
        call=lambda c, _: c.responses.file_with_type(), read=content, value=(server.PDF, "application/pdf")
    ),
    "stream": Row(
        call=lambda c, _: c.responses.stream(), read=content, value=(server.PAYLOAD, "video/mp4"), drift=("",)
    ),
    "bytes": Row(
        call=lambda c, _: c.responses.raw_bytes(), read=content, value=(b"\xff\xfe", "application/octet-stream")
    ),
    "text": Row(call=lambda c, _: c.responses.text(), value='"quoted" 123'),
    "html": Row(call=lambda c, _: c.responses.html(), value="<p>h\u00e9</p>"),
    "MessagePack": Row(
        call=lambda c, _: c.responses.packed(),
        read=lambda value: msgspec.msgpack.decode(value.data),
        value={"name": "Ann", "age": None},
    ),
    "string": Row(call=lambda c, _: c.responses.json_string(), value="123"),
    "JSON under its own media type": Row(
        call=lambda c, _: c.responses.vendor(), value=lambda m: m.Person(name="Ann", age=5)
    ),
    "redirect": Row(
        call=lambda c, _: c.responses.redirect(),
        read=content,
        value=(b'"quoted" 123', "text/plain"),
        drift=("",),
    ),
    "nothing": Row(call=lambda c, _: c.responses.nothing()),
    "deleted": Row(call=lambda c, _: c.responses.gone()),
    "model or null, null": Row(call=lambda c, _: c.responses.person_or_nothing(), received={}),
    "model or null, model": Row(
        call=lambda c, _: c.responses.person_or_nothing(name="A"),
        received={"name": "A"},
        value=lambda m: m.Person(name="A", age=None),
    ),
    "accepted": Row(
        call=lambda c, _: c.with_raw_response.responses.accepted(),
        read=lambda value: (value.status, value.parsed),
        value=lambda m: (202, m.Person(name="Ann", age=None)),
    ),
    "status 200": Row(
        call=lambda c, _: c.responses.several(status=200),
        received={"status": 200},
        value=lambda m: m.Person(name="Ann", age=None),
    ),
    "status 202": Row(
        call=lambda c, _: c.responses.several(status=202),
        received={"status": 202},
        value=lambda m: m.Cat(kind="cat", name="Tom", lives=9),
    ),
    "status 404": Row(
        call=lambda c, _: c.responses.several(status=404),
        received={"status": 404},
        value=lambda m: Failure("NotFoundError", "", m.Person(name="Ann", age=None)),
    ),
    "headers": Row(
        call=lambda c, _: c.with_raw_response.responses.counted(),
        read=lambda value: (value.parsed, value.headers["x-count"], value.headers["x-text"]),
        value=([1, 2, 3], "3", "5"),
    ),
    "login": Row(call=lambda c, _: c.responses.login(), value=lambda m: m.Person(name="Ann", age=None), fresh=True),
    # Litestar describes JSON here, names it in the response, and sends the bare text
    "me": Row(
        call=lambda c, _: c.responses.me(session_id="s", theme=None), received={"session": "s"}, value="s", drift=("",)
    ),
    "classic pagination": Row(
        call=lambda c, _: c.responses.classic(current_page=2).first(),
        received={"current_page": 2},
        value=lambda m: m.ClassicResponse(
            items=[m.Person(name="Ann", age=None)], page_size=10, current_page=2, total_pages=3
        ),
    ),
    "offset pagination": Row(
        call=lambda c, _: c.responses.offset(offset=20).first(),
        received={"offset": 20},
        value=lambda m: m.OffsetResponse(items=[m.Person(name="Ann", age=None)], limit=10, offset=20, total=1),
    ),
    "cursor pagination": Row(
        call=lambda c, _: c.responses.cursor(cursor="x==").first(),
        received={"cursor": "x=="},
        value=lambda m: m.CursorResponse(items=[m.Person(name="Ann", age=None)], results_per_page=1, cursor="next"),
    ),
    "head": Row(
        call=lambda c, _: c.with_raw_response.responses.exists(),
        read=lambda value: (value.status, value.parsed, value.headers["x-exists"]),
        value=(200, None, "yes"),
    ),
    "time": Row(call=lambda c, _: c.responses.aware(), value=datetime(2026, 1, 2, 3, 4, 5, 600, UTC)),
    # Litestar describes a time as a duration
    "time of a day": Row(call=lambda c, _: c.responses.clock(), value="23:59:58", drift=("",)),
    "time without a zone": Row(call=lambda c, _: c.responses.naive(), value=NAIVE, drift=("",)),
}

# ---------------------------------------------------------------- errors and authentication

ERRORS = {
    "documented": Row(
        call=lambda c, _: c.errors.missing(),
        value=lambda m: Failure(
            "NotFoundError", "no such thing", m.Missing404Response(status_code=404, detail="no such thing")
        ),
    ),
    "undocumented": Row(
        call=lambda c, _: c.errors.undocumented(),
        value=Failure(
            "StatusError",
            "short and stout",
            {"status_code": 418, "detail": "short and stout", "extra": {"handle": "here"}},
        ),
    ),
    "valid": Row(
        call=lambda c, _: c.errors.validated(q=1, sku_code="a", unit_price="1"),
        received={"data": server.Line("a", Decimal(1)), "q": 1},
    ),
    "invalid request": Row(
        call=lambda c, _: c.errors.validated(q=1, sku_code="a", unit_price="1", quantity=0),
        value=lambda m: Failure(
            "BadRequestError",
            "Validation failed for POST /errors/validated?q=1",
            m.Validated400Response(
                status_code=400,
                detail="Validation failed for POST /errors/validated?q=1",
                extra=[{"message": "Expected `int` >= 1", "key": "quantity", "source": "body"}],
            ),
            ("body.quantity: Expected `int` >= 1",),
        ),
    ),
    "invalid": Row(
        call=lambda c, _: c.errors.invalid(),
        value=lambda m: Failure(
            "BadRequestError",
            "Validation failed",
            m.Invalid400Response(
                status_code=400,
                detail="Validation failed",
                extra=[{"message": "too long", "key": "name", "source": "body"}],
            ),
            ("body.name: too long",),
        ),
    ),
    "problem details": Row(
        call=lambda c, _: c.errors.problem(),
        value=Failure(
            "ForbiddenError",
            "not enough",
            {
                "type": "https://example.com/credit",
                "title": "No credit",
                "status": 403,
                "detail": "not enough",
                "instance": "/account/12345",
                "balance": 30,
            },
        ),
    ),
    "crash": Row(
        call=lambda c, _: c.errors.crash(),
        value=Failure("ServerError", "Internal Server Error", {"status_code": 500, "detail": "Internal Server Error"}),
        fresh=True,
    ),
    "bearer": Row(
        call=lambda c, _: c.auth.auth_bearer_bearer(), received={"key": "Bearer t"}, options={"bearer_token": "t"}
    ),
    "key": Row(call=lambda c, _: c.auth.auth_key_api_key(), received={"key": "k"}, options={"api_key": "k"}),
}

ROWS = {
    f"{section}: {name}": row
    for section, rows in {
        "parameters": PARAMETERS,
        "bodies": BODIES,
        "forms": FORMS,
        "responses": RESPONSES,
        "errors": ERRORS,
    }.items()
    for name, row in rows.items()
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Results]:
    folder = tmp_path_factory.mktemp("litestar")
    with (
        served(server.app) as url,
        connect(url, "/schema/openapi.json", server.received, folder, "litestar_backend") as subject,
    ):
        yield Results(subject, ROWS)


@pytest.mark.parametrize("driver", ["sync", "async"])
@pytest.mark.parametrize("name", ROWS)
def test_both_ends_agree(results: Results, name: str, driver: str) -> None:
    results.check(name, driver)


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.drift])
def test_a_strict_client_refuses_what_contradicts_the_document(results: Results, name: str) -> None:
    results.check_strict(name)


def test_every_operation_is_called(results: Results) -> None:
    assert results.subject.called == results.subject.operations

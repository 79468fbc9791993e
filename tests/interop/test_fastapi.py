"""Every operation of a FastAPI application, called by the client of its document."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Address
from typing import Any
from uuid import UUID

import pytest
from fastapi.security import HTTPAuthorizationCredentials, HTTPBasicCredentials
from pydantic import AnyUrl, SecretStr

from interop import fastapi_app as server
from interop.fastapi_app import Color, Level, Plain
from support.interop import Failure, Results, Row, Upload, connect, served

UID = UUID("12345678-1234-5678-1234-567812345678")
DAY = date(2026, 2, 28)
AT = datetime(2026, 1, 2, 3, 4, 5, 678000, UTC)
EAST = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
NAIVE = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001
CLOCK = time(23, 59, 58)
SPAN = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
BIG = 12345678901234567890123
TEXT = "a b ?#&=%+\u00fc\u00e9 \u8ba2\U0001f525"
BINARY = b"\x00\xff\xfe\r\n--boundary\r\n"

# ---------------------------------------------------------------- parameters

COMMON = {
    "number": -5,
    "ratio": 2.5,
    "flag": True,
    "price": Decimal("10.50"),
    "day": DAY,
    "at": EAST,
    "uid": UID,
    "color": Color.DARK_BLUE,
    "level": Level.HIGH,
    "choice": "a",
}
TIMES = {"clock": CLOCK, "span": SPAN}
SCALARS: dict[str, Any] = {**COMMON, "text": TEXT}
CHANGED: dict[str, Any] = {"number": BIG, "ratio": 1e30, "price": Decimal("0.10"), "at": AT, "text": "", "flag": False}
OPTIONAL = dict.fromkeys([*COMMON, *TIMES, "q", "plain", "either"])
DEFAULTS = {"skip": 0, "sort": Color.RED, "active": True}
HEADERS: dict[str, Any] = {
    **dict.fromkeys(["x_token", "x_count", "x_when", "x_color", "strange_header", "x_list"]),
    "x_flag": False,
}


def scalars(models: Any, **others: Any) -> Any:
    """The client's model of `SCALARS` and `TIMES`; a Decimal is a string in FastAPI's responses."""
    enums = {"color": models.Color.DARK_BLUE, "level": models.Level(10), "choice": models.ScalarsChoice.A}
    return models.Scalars(**{**SCALARS, **TIMES, "price": "10.50", **enums, **others})


PARAMETERS = {
    "path": Row(
        call=lambda c, _: c.params.path_scalars(**SCALARS),
        received=SCALARS,
        value=lambda m: scalars(m, clock=time(1, 2, 3), span=timedelta(seconds=5)),
    ),
    "path, enums of the client": Row(
        call=lambda c, m: c.params.path_scalars(
            **{**SCALARS, "color": m.Color.RED, "level": m.Level(1), "choice": m.PathScalarsChoice.B, "flag": False}
        ),
        received={**SCALARS, "color": Color.RED, "level": Level.LOW, "choice": "b", "flag": False},
        read=lambda value: (value.color.value, value.level.value, value.choice.value),
        value=("red", 1, "b"),
    ),
    "path, times": Row(call=lambda c, _: c.params.path_times(CLOCK, SPAN), received=TIMES, value={"clock": CLOCK}),
    "path of a file": Row(
        call=lambda c, _: c.params.path_of_file("2026/a\u00e9 b.txt"),
        received={"path": "2026/a\u00e9 b.txt"},
        value="2026/a\u00e9 b.txt",
    ),
    "path union, integer": Row(call=lambda c, _: c.params.path_union(5), received={"key": 5}, value=5),
    "path union, uuid": Row(call=lambda c, _: c.params.path_union(UID), received={"key": UID}, value=UID),
    "query": Row(
        call=lambda c, _: c.params.query_required(**SCALARS, **TIMES), received={**SCALARS, **TIMES}, value=scalars
    ),
    "query, other values": Row(
        call=lambda c, _: c.params.query_required(**{**SCALARS, **TIMES, **CHANGED}),
        received={**SCALARS, **TIMES, **CHANGED},
        value=lambda m: scalars(m, **{**CHANGED, "price": "0.10"}),
    ),
    "query, whole numbers": Row(
        call=lambda c, _: c.params.query_required(**{**SCALARS, **TIMES, "ratio": 3, "price": 7}),
        received={**SCALARS, **TIMES, "ratio": 3.0, "price": Decimal(7)},
        value=lambda m: scalars(m, ratio=3.0, price="7"),
    ),
    "query, texts": Row(
        call=lambda c, _: c.params.query_required(
            **{**SCALARS, **TIMES, "price": "1e2", "uid": str(UID), "day": "2026-02-28"}
        ),
        received={**SCALARS, **TIMES, "price": Decimal("1e2")},
        value=lambda m: scalars(m, price="1E+2"),
    ),
    "query, fraction and offset": Row(
        call=lambda c, _: c.params.query_required(
            **{**SCALARS, "clock": time(1, 2, 3, 40, timezone(timedelta(hours=-3))), "span": timedelta(seconds=-90.25)}
        ),
        received={
            **SCALARS,
            "clock": time(1, 2, 3, 40, timezone(timedelta(hours=-3))),
            "span": timedelta(seconds=-90.25),
        },
        value=lambda m: scalars(
            m, clock=time(1, 2, 3, 40, timezone(timedelta(hours=-3))), span=timedelta(seconds=-90.25)
        ),
    ),
    "optional query, left out": Row(call=lambda c, _: c.params.query_optional(), received={}),
    "optional query, None": Row(call=lambda c, _: c.params.query_optional(**OPTIONAL), received={}),
    "optional query, given": Row(
        call=lambda c, m: c.params.query_optional(
            **COMMON, **TIMES, q=TEXT, plain="two", either=5, skip=3, sort=m.Color.DARK_BLUE, active=False
        ),
        received={
            **COMMON,
            **TIMES,
            "q": TEXT,
            "plain": Plain.TWO,
            "either": "5",
            "skip": 3,
            "sort": Color.DARK_BLUE,
            "active": False,
        },
    ),
    "lists": Row(
        call=lambda c, m: c.params.query_lists(
            ids=[3, 1, 3],
            names=["a,b", "", "c d"],
            colors=[m.Color.RED, "dark blue"],
            days=[DAY],
            levels=[10, m.Level(1)],
        ),
        received={
            "ids": [3, 1, 3],
            "names": ["a,b", "", "c d"],
            "colors": {Color.RED, Color.DARK_BLUE},
            "days": [DAY],
            "levels": [Level.HIGH, Level.LOW],
        },
        value=[3, 1, 3],
    ),
    "lists, None and empty": Row(
        call=lambda c, _: c.params.query_lists(ids=(7,), colors=None, days=None, levels=[]),
        received={"ids": [7]},
        value=[7],
    ),
    "aliases": Row(
        call=lambda c, _: c.params.query_named(item_query="ab", page_size=100, sort_by="x", in_="y", old="aaa"),
        received={"item": "ab", "page_size": 100, "sort_by": "x", "in_": "y", "old": "aaa"},
        value="ab",
    ),
    "aliases, left out": Row(
        call=lambda c, _: c.params.query_named(item_query="\u00fc "), received={"item": "\u00fc "}, value="\u00fc "
    ),
    "query model": Row(
        call=lambda c, _: c.params.query_model(
            limit=5, order_by="updated_at", tags=["a", "b"], since=DAY, min_price=Decimal("0.50")
        ),
        received={
            "filters": server.Filters(
                limit=5, order_by="updated_at", tags=["a", "b"], since=DAY, minPrice=Decimal("0.50")
            )
        },
        value=lambda m: m.Filters(
            limit=5, order_by=m.FiltersOrderBy.UPDATED_AT, tags=["a", "b"], since=DAY, min_price="0.50"
        ),
    ),
    "query model, None": Row(
        call=lambda c, _: c.params.query_model(limit=7, since=None, min_price=None),
        received={"filters": server.Filters(limit=7)},
        read=lambda value: (value.limit, value.tags, value.since, value.min_price),
        value=(7, [], None, None),
    ),
    "query of a dependency": Row(
        call=lambda c, _: c.params.query_dependency(q="x", offset=20),
        received={"page": (20, 10), "q": "x"},
        value=[20, 10],
    ),
    "headers": Row(
        call=lambda c, m: c.params.header_scalars(
            x_token="t 1",
            x_count=3,
            x_flag=True,
            x_when=EAST,
            x_color=m.Color.DARK_BLUE,
            strange_header="s",
            x_list=["a", "b"],  # OpenAPI joins them, FastAPI would split repeated headers only
        ),
        received={
            "x_token": "t 1",
            "x_count": 3,
            "x_flag": True,
            "x_when": EAST,
            "x_color": Color.DARK_BLUE,
            "strange_header": "s",
            "x_list": ["a,b"],
        },
    ),
    "headers, left out": Row(call=lambda c, _: c.params.header_scalars(), received={}),
    "headers, None": Row(
        call=lambda c, _: c.params.header_scalars(**{name: None for name, value in HEADERS.items() if value is None}),
        received={},
    ),
    "user agent": Row(
        call=lambda c, _: c.params.user_agent(user_agent="mine/1"), received={"user_agent": "mine/1"}, value="mine/1"
    ),
    "header model": Row(
        call=lambda c, _: c.params.header_model(x_trace=UID, if_modified="x", x_tag=["a"]),
        received={"headers": server.TracingHeaders(x_trace=UID, if_modified="x", x_tag=["a"])},
    ),
    "header model, None": Row(
        call=lambda c, _: c.params.header_model(x_trace=str(UID), if_modified=None),
        received={"headers": server.TracingHeaders(x_trace=UID)},
    ),
    "cookies": Row(
        call=lambda c, m: c.params.cookie_scalars(ads_id="a=b", visits=3, color=m.Color.RED),
        received={"ads_id": "a=b", "visits": 3, "color": Color.RED},
    ),
    "cookies, None": Row(call=lambda c, _: c.params.cookie_scalars(ads_id=None, color=None), received={}),
    "cookie model": Row(
        call=lambda c, _: c.params.cookie_model(session_id="s1", tracker=7),
        received={"cookies": server.SessionCookies(session_id="s1", tracker=7)},
    ),
    "cookie model, None": Row(
        call=lambda c, _: c.params.cookie_model(session_id="s1", tracker=None),
        received={"cookies": server.SessionCookies(session_id="s1")},
    ),
}

# ---------------------------------------------------------------- bodies

ORDER: dict[str, Any] = {
    "id": 9007199254740993,
    "customer_name": "Zo\u00eb",
    "ship_to": server.Address(street_name="Main", geo=(1.5, -2.0)),
    "order_lines": [
        server.Line(sku="a", quantity=2, unit_price=Decimal("19.99")),
        server.Line(sku="b", quantity=1, unit_price=Decimal("0.10"), discount=Decimal("0.05")),
    ],
    "labels": {"snake_key": "x", "camelKey": "y"},
    "counts": {"a": 1},
    "colors": {Color.DARK_BLUE},
    "created_at": EAST,
    "due_on": None,
    "level": Level.HIGH,
    "extra": {"a": [1, 2.5, None, "x"], "camelKey": True},
    "meta": {"snake_key": 1},
}


def order(models: Any, line: Any, **line_fields: Any) -> dict[str, Any]:
    """The fields of `ORDER` in the client's models."""
    return {
        **ORDER,
        "ship_to": models.Address(street_name="Main", geo=[1.5, -2.0]),
        "order_lines": [
            line(sku="a", quantity=2, unit_price="19.99", **line_fields),
            line(sku="b", quantity=1, unit_price="0.10", discount="0.05"),
        ],
        "colors": [models.Color.DARK_BLUE],
        "level": models.Level(10),
    }


def sent_order(models: Any) -> Any:
    """The order as a caller has it; in requests a Decimal is a number or a string, which FastAPI reads exactly."""
    return models.OrderInput(**order(models, models.LineInput))


EXACT: dict[str, Any] = {
    "big": BIG,
    "price": "1234567890123456789.0123456789",
    "ratio": 0.1,
    "url": "https://example.com/a?b=c",
    "ip": "10.0.0.1",
    "blob": "AP/+",
    "secret": "hidden",
    "span": SPAN,
    "clock": CLOCK,
    "at": EAST,
    "pair": [1, "x"],
    "unique": [1, 2],
    "by_number": {"1": "one"},
    "by_color": {"dark blue": 2},
    "config": '{"a": 1}',
}
EXACT_RECEIVED = {
    "exact": server.Exact.model_construct(
        **{
            **EXACT,
            "price": Decimal("1234567890123456789.0123456789"),
            "url": AnyUrl("https://example.com/a?b=c"),
            "ip": IPv4Address("10.0.0.1"),
            "blob": b"\x00\xff\xfe",
            "secret": SecretStr("hidden"),
            "pair": (1, "x"),
            "unique": {1, 2},
            "by_number": {1: "one"},
            "by_color": {Color.DARK_BLUE: 2},
            "config": {"a": 1},
        }
    )
}
CAT = server.Cat(kind="cat", name="Tom")
DOG = server.Dog(name="Rex", breed="Pug")
BIRD = server.Bird(kind="crow", name="Kra", wingspan=0.5)


def mixed(**values: Any) -> dict[str, Any]:
    """Values for the body of `mixed`."""
    return {
        "shape": {"side": 3},
        "value": "5",
        "number_or_flag": 2.5,
        "when": DAY,
        "one_or_many": "a",
        "color_or_level": "red",
        **values,
    }


def mixed_received(**values: Any) -> Mapping[str, Any]:
    """What the server has of it."""
    decoded = {"shape": server.Square(side=3), "color_or_level": Color.RED}
    return {"mixed": server.Mixed.model_construct(**{**mixed(), **decoded, **values})}


BODIES = {
    "model": Row(
        call=lambda c, m: c.bodies.create_order(body=sent_order(m)),
        received={"order": server.Order(**ORDER)},
        value=lambda m: m.OrderOutput(
            **{
                **order(m, m.LineOutput, discount=None),
                "ship_to": m.Address(street_name="Main", zip_code=None, geo=[1.5, -2.0]),
                "bill_to": None,
                "notes": [],
                "currency": "EUR",
                "priority": None,
            }
        ),
    ),
    "flat arguments": Row(
        call=lambda c, _: c.bodies.create_order(
            id=1,
            customer_name="A",
            ship_to={"streetName": "S"},
            order_lines=[{"sku": "a", "quantity": 1, "unitPrice": 5}],
            created_at="2026-01-02T03:04:05Z",
        ),
        received={
            "order": server.Order(
                id=1,
                customer_name="A",
                ship_to=server.Address(street_name="S"),
                order_lines=[server.Line(sku="a", quantity=1, unit_price=Decimal(5))],
                created_at=AT.replace(microsecond=0),
            )
        },
        read=lambda value: (value.id, value.order_lines[0].unit_price, value.created_at),
        value=(1, "5", AT.replace(microsecond=0)),
    ),
    "only what was given comes back": Row(
        call=lambda c, m: c.bodies.replace_order(7, notify=True, body=sent_order(m)),
        received={"order_id": 7, "notify": True, "order": server.Order(**ORDER)},
        value=lambda m: m.OrderOutput(**order(m, m.LineOutput)),
    ),
    "patch, null and a value": Row(
        call=lambda c, _: c.bodies.patch_order(7, due_on=None, priority=4),
        received={"order_id": 7, "patch": server.OrderPatch(due_on=None, priority=4)},
        value=lambda m: m.OrderPatch(due_on=None, priority=4),
    ),
    "patch, nothing": Row(
        call=lambda c, m: c.bodies.patch_order(7, body=m.OrderPatch()),
        received={"order_id": 7, "patch": server.OrderPatch()},
        value=lambda m: m.OrderPatch(),
    ),
    "patch, a model": Row(
        call=lambda c, m: c.bodies.patch_order(7, body=m.OrderPatch(customer_name="x", notes=[])),
        received={"order_id": 7, "patch": server.OrderPatch(customer_name="x", notes=[])},
        value=lambda m: m.OrderPatch(customer_name="x", notes=[]),
    ),
    "numbers and texts": Row(
        call=lambda c, _: c.bodies.exact(**EXACT),
        received=EXACT_RECEIVED,
        value=lambda m: m.ExactOutput(**{**EXACT, "config": {"a": 1}, "secret": "**********"}),
    ),
    "union with tags": Row(
        call=lambda c, m: c.bodies.keeper(
            favorite=m.Cat(kind="cat", name="Tom"),
            pets=[m.Dog(kind="dog", name="Rex", breed="Pug"), m.Bird(kind="crow", name="Kra", wingspan=0.5)],
            by_name={"x": m.Cat(kind="cat", name="Tom")},
            maybe=None,
        ),
        received={
            "owner": server.Owner(
                favorite=CAT,
                pets=[server.Dog(kind="dog", name="Rex", breed="Pug"), BIRD],
                by_name={"x": CAT},
                maybe=None,
            )
        },
        value=lambda m: m.Owner(
            favorite=m.Cat(kind="cat", name="Tom"),
            pets=[m.Dog(kind="dog", name="Rex", breed="Pug"), m.Bird(kind="crow", name="Kra", wingspan=0.5)],
            by_name={"x": m.Cat(kind="cat", name="Tom")},
            maybe=None,
        ),
    ),
    "union with tags, filled in": Row(
        call=lambda c, m: c.bodies.keeper(favorite=m.Cat(name="Tom"), pets=[m.Dog(name="Rex")]),
        received={"owner": server.Owner(favorite=CAT, pets=[server.Dog(kind="dog", name="Rex")])},
        value=lambda m: m.Owner(favorite=m.Cat(kind="cat", name="Tom"), pets=[m.Dog(kind="dog", name="Rex")]),
    ),
    "union with tags, mappings": Row(
        call=lambda c, _: c.bodies.keeper(body={"favorite": {"kind": "parrot", "name": "P", "wingspan": 1}}),
        received={"owner": server.Owner(favorite=server.Bird(kind="parrot", name="P", wingspan=1.0))},
        value=lambda m: m.Owner(favorite=m.Bird(kind="parrot", name="P", wingspan=1.0)),
    ),
    "union as body": Row(
        call=lambda c, m: c.bodies.pet(body=m.Dog(kind="dog", name="Rex")),
        received={"pet": server.Dog(kind="dog", name="Rex")},
        value=lambda m: m.Dog(kind="dog", name="Rex", breed=None),
    ),
    "union as body, other member": Row(
        call=lambda c, m: c.bodies.pet(body=m.Cat(name="Tom", lives=7)),
        received={"pet": server.Cat(kind="cat", name="Tom", lives=7)},
        value=lambda m: m.Cat(kind="cat", name="Tom", lives=7),
    ),
    "unions": Row(
        call=lambda c, _: c.bodies.mixed(**mixed()),
        received=mixed_received(),
        value=lambda m: m.Mixed(**mixed(shape=m.Square(side=3), color_or_level=m.Color.RED, nothing=None)),
    ),
    "unions, other members": Row(
        call=lambda c, m: c.bodies.mixed(
            shape=m.Circle(radius=2),
            value=5,
            number_or_flag=True,
            when=EAST,
            one_or_many=["a", "b"],
            color_or_level=m.Level(10),
            nothing=None,
        ),
        received=mixed_received(
            shape=server.Circle(radius=2.0),
            value=5,
            number_or_flag=True,
            when=EAST,
            one_or_many=["a", "b"],
            color_or_level=Level.HIGH,
            nothing=None,
        ),
        value=lambda m: m.Mixed(
            shape=m.Circle(radius=2.0),
            value=5,
            number_or_flag=True,
            when=EAST,
            one_or_many=["a", "b"],
            color_or_level=m.Level(10),
            nothing=None,
        ),
    ),
    "list of models": Row(
        call=lambda c, m: c.bodies.people(body=[m.Person(name="A"), {"name": "B"}]),
        received={"people": [server.Person(name="A"), server.Person(name="B")]},
        value=lambda m: [m.Person(name="A"), m.Person(name="B")],
    ),
    "empty list": Row(call=lambda c, _: c.bodies.people(body=[]), received={"people": []}, value=[]),
    "base and subclass": Row(
        call=lambda c, m: c.bodies.staff(body=[m.EmployeeInput(name="A", salary="10.50"), m.Person(name="B")]),
        received={"staff": [server.Employee(name="A", salary=Decimal("10.50")), server.Person(name="B")]},
        value=lambda m: [m.EmployeeOutput(name="A", salary="10.50"), m.Person(name="B")],
    ),
    # the request has 7.10, which the server reads as a double
    "Decimal as a number": Row(
        call=lambda c, _: c.bodies.hire(name="A", salary=Decimal("7.10")),
        received={"employee": server.Employee(name="A", salary=Decimal("7.1"))},
        value=lambda m: m.Person(name="A"),
    ),
    "subclass in, base out": Row(
        call=lambda c, _: c.bodies.hire(name="A", salary="7.10"),
        received={"employee": server.Employee(name="A", salary=Decimal("7.10"))},
        value=lambda m: m.Person(name="A"),
    ),
    "mapping of models": Row(
        call=lambda c, m: c.bodies.by_name(body={"a b": m.Person(name="A")}),
        received={"people": {"a b": server.Person(name="A")}},
        value=lambda m: {"a b": m.Person(name="A")},
    ),
    "any value": Row(
        call=lambda c, _: c.bodies.anything(body=[1, 2.5, "x", None, {"a": True}]),
        received={"value": [1, 2.5, "x", None, {"a": True}]},
        value=[1, 2.5, "x", None, {"a": True}],
    ),
    "any text": Row(call=lambda c, _: c.bodies.anything(body="x"), received={"value": "x"}, value="x"),
    "any object": Row(
        call=lambda c, _: c.bodies.any_object(body={"n": BIG, "x": 1.0}),
        received={"value": {"n": BIG, "x": 1.0}},
        value={"n": BIG, "x": 1.0},
    ),
    "any dict": Row(call=lambda c, _: c.bodies.any_dict(body={}), received={"value": {}}, value={}),
    "number": Row(call=lambda c, _: c.bodies.number(body=BIG), received={"value": BIG}, value=BIG),
    "text": Row(call=lambda c, _: c.bodies.text(body="123"), received={"value": "123"}, value="123"),
    "embedded": Row(
        call=lambda c, m: c.bodies.embedded(person=m.Person(name="A")),
        received={"person": server.Person(name="A")},
        value=lambda m: m.Person(name="A"),
    ),
    "several": Row(
        call=lambda c, _: c.bodies.several("k", person={"name": "A"}, strict=None, importance=3, note=None, q="x"),
        received={"key": "k", "person": server.Person(name="A"), "strict": None, "importance": 3, "q": "x"},
        value={"person": {"name": "A"}, "strict": None},
    ),
    "optional body": Row(
        call=lambda c, m: c.bodies.maybe(body=m.Person(name="A")),
        received={"person": server.Person(name="A")},
        value=lambda m: m.Person(name="A"),
    ),
    "optional body, left out": Row(call=lambda c, _: c.bodies.maybe(), received={}),
    "optional body, null": Row(call=lambda c, _: c.bodies.maybe(body=None), received={}),
    "tree": Row(
        call=lambda c, m: c.bodies.tree(name="a", children=[m.TreeInput(name="b", children=[m.TreeInput(name="c")])]),
        received={
            "tree": server.Tree(name="a", children=[server.Tree(name="b", children=[server.Tree(name="c")])]),
        },
        value=lambda m: m.TreeOutput(
            name="a",
            children=[m.TreeOutput(name="b", children=[m.TreeOutput(name="c", children=[])])],
        ),
    ),
    "closed object": Row(
        call=lambda c, _: c.bodies.strict(name="A"),
        received={"strict": server.Strict(name="A")},
        value=lambda m: m.Strict(name="A"),
    ),
    "open object": Row(
        call=lambda c, _: c.bodies.open(body={"name": "A", "b c": 5}),
        received={"value": server.Open(**{"name": "A", "b c": 5})},
        read=lambda value: (value.name, value.others),
        value=("A", {"b c": 5}),
    ),
    "computed field": Row(
        call=lambda c, m: c.bodies.account(body=m.AccountInput(name="A")),
        received={"account": server.Account(name="A")},
        value=lambda m: m.AccountOutput(name="A", limit=5, slug="a"),
    ),
    "named list": Row(
        call=lambda c, _: c.bodies.numbers(body=[1, 2]), received={"numbers": server.Numbers([1, 2])}, value=[1, 2]
    ),
    "typed dict": Row(
        call=lambda c, _: c.bodies.settings(theme="dark"),
        received={"settings": {"theme": "dark"}},
        value=lambda m: m.Settings(theme="dark"),
    ),
    "dataclass": Row(
        call=lambda c, _: c.bodies.point(x=1),
        received={"point": server.Point(1)},
        value=lambda m: m.Point(x=1, y=0),
    ),
    "generic model": Row(
        call=lambda c, _: c.bodies.page(),
        received={},
        value=lambda m: m.PagePerson(items=[m.Person(name="Ann")], total=1),
    ),
    "body of a delete": Row(
        call=lambda c, _: c.bodies.delete_people(body=["a", "b"]), received={"names": ["a", "b"]}, value=2
    ),
}

# ---------------------------------------------------------------- forms, uploads, raw bodies

FORM: dict[str, Any] = {
    "name": TEXT,
    "count": 3,
    "price": Decimal("19.90"),
    "flag": True,
    "day": DAY,
    "at": EAST,
    "color": Color.DARK_BLUE,
    "tags": ["a", "b c"],
}


def opened() -> io.BytesIO:
    """An open file without a name."""
    return io.BytesIO(BINARY)


FORMS = {
    "form": Row(call=lambda c, _: c.forms.form_scalars(**FORM), received=FORM, value=TEXT),
    "form, None": Row(
        call=lambda c, _: c.forms.form_scalars(name="n", count=0, price="1", day=None, at=None, color=None, tags=[]),
        received={"name": "n", "count": 0, "price": Decimal(1)},
        value="n",
    ),
    "form model": Row(
        call=lambda c, m: c.forms.form_model(
            body=m.LoginForm(username="ann", remember=True, tags=["a", "b"], birthday=DAY)
        ),
        received={"form": server.LoginForm(username="ann", remember=True, tags=["a", "b"], birthday=DAY)},
        value=lambda m: m.LoginForm(username="ann", remember=True, tags=["a", "b"], birthday=DAY),
    ),
    "form model, None": Row(
        call=lambda c, _: c.forms.form_model(username="ann", birthday=None),
        received={"form": server.LoginForm(username="ann")},
        value=lambda m: m.LoginForm(username="ann", remember=False, tags=[], birthday=None),
    ),
    "file, bytes": Row(
        call=lambda c, _: c.forms.upload_file(file=BINARY), received={"file": Upload("file", BINARY)}, value="file"
    ),
    "file, empty": Row(
        call=lambda c, _: c.forms.upload_file(file=b""), received={"file": Upload("file", b"")}, value="file"
    ),
    "file, open": Row(
        call=lambda c, _: c.forms.upload_file(file=opened()), received={"file": Upload("file", BINARY)}, value="file"
    ),
    "file, path": Row(
        call=lambda c, _: c.forms.upload_file(file=server.REPORT),
        received={"file": Upload("report.pdf", server.PDF, "application/pdf")},
        value="report.pdf",
    ),
    "file, name": Row(
        call=lambda c, _: c.forms.upload_file(file=("\u00fc 1.bin", opened())),
        received={"file": Upload("\u00fc 1.bin", BINARY)},
        value="\u00fc 1.bin",
    ),
    "file, name and type": Row(
        call=lambda c, _: c.forms.upload_file(body={"file": ("a.bin", BINARY, "image/png")}),
        received={"file": Upload("a.bin", BINARY, "image/png")},
        value="a.bin",
    ),
    "file in a model": Row(
        call=lambda c, m: c.forms.upload_file(body=m.BodyUploadFile(file=("a.bin", BINARY))),
        received={"file": Upload("a.bin", BINARY)},
        value="a.bin",
    ),
    "bytes": Row(call=lambda c, _: c.forms.upload_bytes(file=BINARY), received={"file": BINARY}, value=len(BINARY)),
    "bytes, path": Row(
        call=lambda c, _: c.forms.upload_bytes(file=server.REPORT), received={"file": server.PDF}, value=len(server.PDF)
    ),
    "files": Row(
        call=lambda c, _: c.forms.upload_files(files=[("a", BINARY), server.REPORT, opened(), b"x"]),
        received={
            "files": [
                Upload("a", BINARY),
                Upload("report.pdf", server.PDF, "application/pdf"),
                Upload("files", BINARY),
                Upload("files", b"x"),
            ]
        },
        value=["a", "report.pdf", "files", "files"],
    ),
    "many bytes": Row(
        call=lambda c, m: c.forms.upload_many_bytes(body=m.BodyUploadManyBytes(files=[b"a", BINARY])),
        received={"files": [b"a", BINARY]},
        value=[1, len(BINARY)],
    ),
    "optional file": Row(
        call=lambda c, _: c.forms.upload_optional(file=("a.txt", b"x"), note="n"),
        received={"file": Upload("a.txt", b"x", "text/plain"), "note": "n"},
        value=True,
    ),
    "optional file, None": Row(
        call=lambda c, _: c.forms.upload_optional(file=None, note="n"), received={"note": "n"}, value=False
    ),
    "optional file, nothing": Row(call=lambda c, _: c.forms.upload_optional(), received={}, value=False),
    "file and fields": Row(
        call=lambda c, _: c.forms.upload_document(
            "f",
            file=server.REPORT,
            title=TEXT,
            size=3,
            price=Decimal("1.10"),
            tags=["a", "b"],
            thumbnail=BINARY,
            day=DAY,
            overwrite=True,
        ),
        received={
            "folder": "f",
            "file": Upload("report.pdf", server.PDF, "application/pdf"),
            "title": TEXT,
            "size": 3,
            "price": Decimal("1.10"),
            "tags": ["a", "b"],
            "thumbnail": BINARY,
            "day": DAY,
            "overwrite": True,
        },
        value=lambda m: m.Message(detail=TEXT),
    ),
    "file and fields, None": Row(
        call=lambda c, _: c.forms.upload_document("f", file=b"x", title="t", size=0, price=2, thumbnail=None, day=None),
        received={"folder": "f", "file": Upload("file", b"x"), "title": "t", "size": 0, "price": Decimal(2)},
        value=lambda m: m.Message(detail="t"),
    ),
    "form model with files": Row(
        call=lambda c, _: c.forms.upload_form(title="t", attachment=("a", b"1"), more=[("b", b"2"), b"3"]),
        received={
            "form": server.UploadForm.model_construct(
                title="t", attachment=Upload("a", b"1"), more=[Upload("b", b"2"), Upload("more", b"3")]
            )
        },
        value="t",
    ),
    "raw body": Row(
        call=lambda c, _: c.forms.raw_body(body=BINARY),
        received={"body": BINARY, "media_type": "application/octet-stream"},
        value=len(BINARY),
    ),
    "raw body, open file": Row(
        call=lambda c, _: c.forms.raw_body(body=opened()),
        received={"body": BINARY, "media_type": "application/octet-stream"},
        value=len(BINARY),
    ),
    "raw body, path": Row(
        call=lambda c, _: c.forms.raw_body(body=server.REPORT),
        received={"body": server.PDF, "media_type": "application/octet-stream"},
        value=len(server.PDF),
    ),
    "YAML body": Row(
        call=lambda c, _: c.forms.yaml_body(body=b"name: A"),
        received={"body": b"name: A", "media_type": "application/x-yaml"},
        value="read",
    ),
    "text body": Row(
        call=lambda c, _: c.forms.plain_body(body="\u00fc"),
        received={"body": b"\xc3\xbc", "media_type": "text/plain; charset=utf-8"},
        value="read",
    ),
    "JSON under its own media type": Row(
        call=lambda c, m: c.forms.vendor_json(body=m.Person(name="A"), media_type="application/vnd.person+json"),
        received={"person": server.Person(name="A")},
        value=lambda m: m.Person(name="A"),
    ),
}

# ---------------------------------------------------------------- responses


def content(value: Any) -> tuple[bytes, str]:
    """The bytes of a response and their type."""
    return value.data, value.media_type


def raw(value: Any) -> tuple[int, object, str]:
    """Status, value and media type."""
    return value.status, value.parsed, value.media_type


PDF = (server.PDF, "application/pdf")
RESPONSES = {
    "file": Row(call=lambda c, _: c.responses.file_response(), read=content, value=PDF, drift=("",)),
    "undeclared file": Row(call=lambda c, _: c.responses.undeclared_file(), read=content, value=PDF, drift=("",)),
    "undeclared file, any": Row(
        call=lambda c, _: c.responses.undeclared_file_any(), read=content, value=PDF, drift=("",)
    ),
    "declared file": Row(call=lambda c, _: c.responses.declared_file(), read=content, value=PDF),
    "stream": Row(
        call=lambda c, _: c.responses.stream_response(), read=content, value=(server.PAYLOAD, "video/mp4"), drift=("",)
    ),
    "undeclared stream": Row(
        call=lambda c, _: c.responses.undeclared_stream(), value="id,name\n1,\u00e9\n", drift=("",)
    ),
    "text": Row(call=lambda c, _: c.responses.text_response(), value='"quoted" 123'),
    "number as text": Row(call=lambda c, _: c.responses.number_as_text(), value="123"),
    "html": Row(call=lambda c, _: c.responses.html_response(), value="<p>h\u00e9</p>"),
    "xml": Row(call=lambda c, _: c.responses.xml_response(), read=content, value=(b"<a>1</a>", "application/xml")),
    "bytes": Row(
        call=lambda c, _: c.responses.bare_response(),
        read=content,
        value=(b"\xff\xfe", "application/octet-stream"),
        drift=("",),
    ),
    "JSON under its own media type": Row(
        call=lambda c, _: c.responses.vendor_response(), value=lambda m: m.Person(name="Ann")
    ),
    "JSON beside an image": Row(
        call=lambda c, _: c.responses.image_or_item(), received={}, value=lambda m: m.Person(name="Ann")
    ),
    "image beside JSON": Row(
        call=lambda c, _: c.responses.image_or_item(img=True),
        received={"img": True},
        read=content,
        value=(server.PNG, "image/png"),
    ),
    "no content": Row(call=lambda c, _: c.responses.no_content()),
    "reset content": Row(call=lambda c, _: c.responses.reset_content()),
    "null": Row(call=lambda c, _: c.responses.null()),
    "text or null, null": Row(call=lambda c, _: c.responses.text_or_null(), received={}),
    "text or null, text": Row(call=lambda c, _: c.responses.text_or_null(name="x"), received={"name": "x"}, value="x"),
    "JSON text": Row(call=lambda c, _: c.responses.json_text(), value="123"),
    "JSON number": Row(call=lambda c, _: c.responses.json_number(), value=10.0),
    "JSON integer": Row(call=lambda c, _: c.responses.json_big(), value=12345678901234567890),
    "JSON decimal": Row(call=lambda c, _: c.responses.json_decimal(), value="10.50"),
    "JSON bytes": Row(call=lambda c, _: c.responses.json_bytes(), value="abc"),
    "JSON time": Row(call=lambda c, _: c.responses.json_time(), value=datetime(2026, 1, 2, 3, 4, 5, 600, UTC)),
    "JSON time without a zone": Row(call=lambda c, _: c.responses.json_local_time(), value=NAIVE, drift=("",)),
    "untyped": Row(call=lambda c, _: c.responses.untyped(), value={"a": [1, 2.5, "x", None, True]}),
    "untyped, JSON": Row(call=lambda c, _: c.responses.unchecked(), value={"name": "Ann"}),
    "accepted": Row(
        call=lambda c, _: c.with_raw_response.responses.accepted(),
        read=raw,
        value=lambda m: (202, m.Message(detail="later"), "application/json"),
    ),
    **{
        f"status {status}": Row(
            call=lambda c, _, status=status: c.with_raw_response.responses.created_or_not(status=status),
            received={"status": status},
            read=raw,
            value=value,
        )
        for status, value in {
            200: lambda m: (200, m.Person(name="Ann"), "application/json"),
            201: lambda _: (201, {"detail": "made"}, "application/json"),
            202: lambda m: (202, m.Message(detail="made"), "application/json"),
        }.items()
    },
    "headers": Row(
        call=lambda c, _: c.with_raw_response.responses.response_headers(),
        read=lambda value: [value.headers[name] for name in ("x-count", "x-expires", "x-text")],
        value=["3", "2026-01-02T03:04:05Z", "5"],
    ),
    "login": Row(call=lambda c, _: c.responses.login(), value=lambda m: m.Message(detail="welcome"), fresh=True),
    "me": Row(call=lambda c, _: c.responses.me(session_id="s"), received={"session_id": "s"}, value="s", fresh=True),
    "head": Row(
        call=lambda c, _: c.with_raw_response.responses.exists(),
        read=lambda value: (value.status, value.parsed, value.headers["x-exists"]),
        value=(200, None, "yes"),
    ),
}
REDIRECTS = {
    "redirect": Row(
        call=lambda c, _: c.responses.redirect_response(), read=content, value=(b'"quoted" 123', "text/plain")
    ),
    "redirect after a form": Row(
        call=lambda c, _: c.responses.redirect_see_other(), read=content, value=(b"", "application/json")
    ),
}

# ---------------------------------------------------------------- errors

DETAIL = {"code": "E7", "fields": ["a"]}
ERRORS = {
    "undocumented": Row(
        call=lambda c, _: c.errors.undocumented(404),
        value=Failure("NotFoundError", "no such thing", {"detail": "no such thing"}),
    ),
    "object as detail": Row(
        call=lambda c, _: c.errors.object_detail(),
        value=Failure("BadRequestError", "code: E7; fields: a", {"detail": DETAIL}),
    ),
    "documented": Row(
        call=lambda c, _: c.errors.documented(404),
        value=lambda m: Failure("NotFoundError", "no such person", m.Message(detail="no such person")),
    ),
    "documented, model": Row(
        call=lambda c, _: c.errors.documented(409),
        value=lambda m: Failure("ConflictError", "", m.Conflict(code=7, existing=m.Person(name="Ann"))),
    ),
    "documented, other status": Row(
        call=lambda c, _: c.errors.documented(418),
        value=Failure("StatusError", "no such person", {"detail": "no such person"}),
    ),
    "problem details": Row(
        call=lambda c, _: c.errors.problem(),
        value=lambda m: Failure(
            "ForbiddenError", "Not yours", m.Problem403Response(type="about:blank", title="Not yours", status=403)
        ),
    ),
    "text": Row(
        call=lambda c, _: c.errors.text_error(), value=Failure("ServerError", "try again later", "try again later")
    ),
    "crash": Row(
        call=lambda c, _: c.errors.crash(),
        value=Failure("ServerError", "Internal Server Error", "Internal Server Error"),
        fresh=True,
    ),
    "invalid": Row(
        call=lambda c, _: c.errors.validated(
            q=1,
            flag=True,
            body=[{"sku": "a", "quantity": 0, "unitPrice": 1}, {"sku": "a", "quantity": 1, "unitPrice": "1.001"}],
        ),
        value=lambda m: Failure(
            "UnprocessableEntityError",
            "body.0.quantity: Input should be greater than or equal to 1; "
            "body.1.unitPrice: Decimal input should have no more than 2 decimal places",
            m.HTTPValidationError(
                detail=[
                    m.ValidationError(
                        loc=["body", 0, "quantity"],
                        msg="Input should be greater than or equal to 1",
                        type="greater_than_equal",
                        input=0,
                        ctx={"ge": 1},
                    ),
                    m.ValidationError(
                        loc=["body", 1, "unitPrice"],
                        msg="Decimal input should have no more than 2 decimal places",
                        type="decimal_max_places",
                        input="1.001",
                        ctx={"decimal_places": 2},
                    ),
                ]
            ),
            (
                "body.0.quantity: Input should be greater than or equal to 1",
                "body.1.unitPrice: Decimal input should have no more than 2 decimal places",
            ),
        ),
    ),
    "valid": Row(
        call=lambda c, _: c.errors.validated(q=1, flag=True, body=[{"sku": "a", "quantity": 1, "unitPrice": 1}]),
        received={"orders": [server.Line(sku="a", quantity=1, unit_price=Decimal(1))], "q": 1, "flag": True},
    ),
}

# ---------------------------------------------------------------- authentication

AUTH = {
    "bearer": Row(
        call=lambda c, _: c.auth.bearer(),
        received={"credentials": HTTPAuthorizationCredentials(scheme="Bearer", credentials="t")},
        options={"http_bearer": "t"},
    ),
    "basic": Row(
        call=lambda c, _: c.auth.basic(),
        received={"credentials": HTTPBasicCredentials(username="ann", password="p:w")},
        options={"http_basic": "ann:p:w"},
    ),
    "key in a header": Row(
        call=lambda c, _: c.auth.key_in_header(), received={"key": "k"}, options={"api_key_header": "k"}
    ),
    "key in the query": Row(
        call=lambda c, _: c.auth.key_in_query(), received={"key": "k &"}, options={"api_key_query": "k &"}
    ),
    "key in a cookie": Row(
        call=lambda c, _: c.auth.key_in_cookie(theme="dark"),
        received={"key": "k", "theme": "dark"},
        options={"api_key_cookie": "k"},
    ),
    "password": Row(
        call=lambda c, _: c.auth.token(username="ann", password="p", scope="a b"),
        received={"username": "ann", "password": "p", "scopes": ["a", "b"]},
        value={"access_token": "token-of-ann", "token_type": "bearer"},
    ),
    "access token": Row(
        call=lambda c, _: c.auth.password_flow(), received={"token": "t"}, options={"access_token": "t"}
    ),
}

# ---------------------------------------------------------------- operation ids as they are without any settings

ITEMS = {
    "list": Row(
        call=lambda c, _: c.items.read_items_items_get(skip=0, limit=5, q=None).first(),
        received={"limit": 5},
        value=lambda m: m.PagePerson(items=[], total=0),
    ),
    "one": Row(
        call=lambda c, _: c.items.read_item_items_item_id_get(3, q="x"),
        received={"item_id": 3, "q": "x"},
        value=lambda m: m.Person(name="3"),
    ),
    "update": Row(
        call=lambda c, _: c.items.update_item_items_item_id_put(3, name="A", x_token="t"),
        received={"item_id": 3, "item": server.Person(name="A"), "x_token": "t"},
        value={"item_id": 3, "name": "A"},
    ),
    "upload": Row(
        call=lambda c, _: c.items.upload_image_items_item_id_image_post(3, file=server.REPORT, alt="a"),
        received={"item_id": 3, "file": Upload("report.pdf", server.PDF, "application/pdf"), "alt": "a"},
        value=lambda m: m.Message(detail="a"),
    ),
}

ROWS = {
    f"{section}: {name}": row
    for section, rows in {
        "parameters": PARAMETERS,
        "bodies": BODIES,
        "forms": FORMS,
        "responses": {**RESPONSES, **REDIRECTS},
        "errors": ERRORS,
        "authentication": AUTH,
        "items": ITEMS,
    }.items()
    for name, row in rows.items()
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Results]:
    folder = tmp_path_factory.mktemp("fastapi")
    with (
        served(server.app) as url,
        connect(url, "/openapi.json", server.received, folder, "fastapi_backend") as subject,
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

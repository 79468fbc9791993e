"""Scalars of a document: what the server sent is what the caller has, and the other way round."""

import asyncio
import json
import pickle
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: number}}
    get:
      operationId: get
      tags: [Things]
      parameters:
        - {name: page, in: query, schema: {type: number}}
        - {name: ids, in: query, schema: {type: array, items: {type: number}}}
        - {name: at, in: query, schema: {type: string, format: time}}
        - {name: within, in: query, schema: {type: string, format: duration}}
        - {name: X-Shop, in: header, schema: {type: number}}
        - {name: cart, in: cookie, schema: {type: number}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
    put:
      operationId: put
      tags: [Things]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
  /any:
    get:
      operationId: any
      tags: [Things]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
    put:
      operationId: put_any
      tags: [Things]
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {"204": {description: ok}}
  /price:
    get:
      operationId: price
      tags: [Things]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Price"}}}}}
    put:
      operationId: put_price
      tags: [Things]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Price"}}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Price:
      type: object
      properties:
        amount: {type: number, format: decimal}
        text: {type: string, format: decimal}
        either: {type: [string, number, "null"], format: decimal}
        rate: {type: number}
    Size: {type: integer, enum: [1, 2]}
    State: {type: string, enum: [open, closed]}
    Thing:
      type: object
      additionalProperties: {type: number}
      properties:
        boolean: {type: boolean}
        integer: {type: integer}
        long: {type: integer, format: int64}
        number: {type: number}
        string: {type: string}
        date: {type: string, format: date}
        moment: {type: string, format: date-time}
        time: {type: string, format: time}
        duration: {type: string, format: duration}
        uuid: {type: string, format: uuid}
        base64: {type: string, format: byte}
        size: {$ref: "#/components/schemas/Size"}
        state: {$ref: "#/components/schemas/State"}
        numbers: {type: array, items: {type: number}}
        by_name: {type: object, additionalProperties: {type: number}}
        number_or_text: {type: [number, string]}
        several: {type: [boolean, integer, string]}
        moment_or_null: {type: [string, "null"], format: date-time}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("scalars")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def call(package: Package, flavour: str, method: str, *arguments: Any, answer: str = "{}", **given: Any) -> Any:
    """The result of a call, drift as (location, message), and the request."""
    package.requests.clear()
    response = httpx.Response(200, content=answer, headers={"content-type": "application/json"})
    drifts: list[Any] = []
    strict = given.pop("strict", False)
    if flavour == "sync":
        client = package.client(response, strict=strict, on_drift=drifts.append)
        value = getattr(client.things, method)(*arguments, **given)
    else:

        async def run() -> Any:
            client = package.async_client(response, strict=strict, on_drift=drifts.append)
            return await getattr(client.things, method)(*arguments, **given)

        value = asyncio.run(run())
    return value, [(each.location, each.message) for each in drifts], package.sent


def round_trip(package: Package, flavour: str, body: str) -> tuple[Any, list[tuple[str, str]], str]:
    """What an answer is read as, its drift, and what is sent when it goes back."""
    thing, drifts, _ = call(package, flavour, "get", 1, answer=body)
    _, _, request = call(package, flavour, "put", 1, body=thing)
    return thing, drifts, request.content.decode()


NUMBERS = [
    '{"number":123}',
    '{"number":1234567890123456789}',
    '{"number":10.5}',
    '{"number":0.1}',
    '{"number":5.0}',
    '{"number":12345678901234567890.12345}',
    '{"integer":9007199254740993,"long":9223372036854775807}',
    '{"integer":-123456789012345678901234567890}',
    '{"numbers":[1,2.5,12345678901234567890]}',
    '{"by_name":{"a":3,"b":0.5}}',
    '{"number_or_text":3}',
    '{"number_or_text":"3"}',
    '{"further":123,"more":1.5}',
    '{"several":true}',
    '{"several":1}',
    '{"several":"1"}',
    '{"several":"true"}',
]


@pytest.mark.parametrize("body", NUMBERS)
def test_a_number_goes_back_as_it_came(package: Package, flavour: str, body: str) -> None:
    thing, drifts, sent = round_trip(package, flavour, body)
    assert (drifts, sent) == ([], body)
    assert call(package, flavour, "get", 1, answer=body, strict=True)[0] == thing


def test_a_number_without_a_fraction_is_an_int_everywhere(package: Package, flavour: str) -> None:
    body = '{"number":123,"numbers":[1,2],"by_name":{"a":7},"page":3}'
    thing, drifts, _ = call(package, flavour, "get", 1, answer=body)
    values = [thing.number, *thing.numbers, thing.by_name["a"], thing.others["page"]]
    assert ([type(each) for each in values], drifts) == ([int] * 5, [])
    given = {"page": thing.others["page"], "ids": thing.numbers, "x_shop": thing.number, "cart": thing.number}
    _, _, request = call(package, flavour, "get", thing.number, **given)
    assert request.url.raw_path == b"/things/123?page=3&ids=1&ids=2"
    assert (request.headers["x-shop"], request.headers["cookie"]) == ("123", "cart=123")


@pytest.mark.parametrize(
    ("value", "text"), [(123.0, "123"), (0.1, "0.1"), (Decimal("10.50"), "10.50"), (10**20, "1" + "0" * 20)]
)
def test_a_number_in_a_url_has_its_own_digits(package: Package, flavour: str, value: Any, text: str) -> None:
    _, _, request = call(package, flavour, "get", value, page=value, x_shop=value)
    assert request.url.raw_path == f"/things/{text}?page={text}".encode()
    assert request.headers["x-shop"] == text


def test_times_and_durations_in_a_url(package: Package, flavour: str) -> None:
    _, _, request = call(package, flavour, "get", 1, at=time(9, 30), within=timedelta(hours=25))
    assert dict(request.url.params) == {"at": "09:30:00", "within": "P1DT1H"}
    thing, _, _ = call(package, flavour, "get", 1, answer='{"time":"09:30:00.50","duration":"PT90M"}')
    _, _, request = call(package, flavour, "get", 1, at=thing.time, within=thing.duration)
    assert dict(request.url.params) == {"at": "09:30:00.50", "within": "PT90M"}


TYPED = [
    ('{"date":"2026-12-01"}', date(2026, 12, 1)),
    ('{"moment":"2026-12-01T10:00:00.000Z"}', datetime(2026, 12, 1, 10, tzinfo=UTC)),
    ('{"moment":"2026-12-01T10:00:00.123456789Z"}', datetime(2026, 12, 1, 10, 0, 0, 123456, UTC)),
    ('{"moment":"2026-12-01t10:00:00z"}', datetime(2026, 12, 1, 10, tzinfo=UTC)),
    ('{"time":"10:30:00"}', time(10, 30)),
    ('{"time":"10:30:00.5Z"}', time(10, 30, 0, 500_000, UTC)),
    ('{"duration":"PT1H30M"}', timedelta(minutes=90)),
    ('{"duration":"P1M"}', "P1M"),
    ('{"uuid":"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11"}', UUID("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")),
    ('{"base64":"aGVsbG8="}', "aGVsbG8="),
    ('{"size":1}', 1),
    ('{"size":3}', 3),
    ('{"state":"new"}', "new"),
]


@pytest.mark.parametrize(("body", "value"), TYPED)
def test_a_value_of_its_type_is_typed_and_goes_back_as_it_came(
    package: Package, flavour: str, body: str, value: object
) -> None:
    thing, drifts, sent = round_trip(package, flavour, body)
    read = getattr(thing, next(iter(json.loads(body))))
    assert (read, drifts, sent) == (value, [], body)
    assert isinstance(read, type(value))


WRONG = [
    *(f'{{"boolean":{value}}}' for value in ("1", "0", '"no"', '"true"', "1.0")),
    *(f'{{"integer":{value}}}' for value in ('"5"', "true", "5.5", "[5]", "{}")),
    *(f'{{"number":{value}}}' for value in ("true", '"NaN"', '"1.5"')),
    *(f'{{"string":{value}}}' for value in ("5", "true", "[]")),
    *(f'{{"date":{value}}}' for value in ("0", "1700000000", '"1700000000"', '"2026-12-01T00:00:00Z"', '"today"')),
    *(f'{{"moment":{value}}}' for value in ("0", "1700000000", "1.5", '"1700000000"', '"2026-12-31T23:59:60Z"')),
    *(f'{{"time":{value}}}' for value in ("0", "36000", '"10"', '"24:00:00"', "true")),
    *(f'{{"duration":{value}}}' for value in ("5400", "1.5", '"01:30:00"', '"P"', "true")),
    *(f'{{"uuid":{value}}}' for value in ("5", '"a0eebc999c0b4ef8bb6d6bb9bd380a11"', '"none"')),
    *(f'{{"size":{value}}}' for value in ('"1"', "true", "1.5")),
    *(f'{{"state":{value}}}' for value in ("1", "false")),
    *(f'{{"numbers":{value}}}' for value in ('[1,"2"]', '{"a":1}', '"12"', "1")),
    *(f'{{"by_name":{value}}}' for value in ('{"a":"1"}', "[1]", '{"a":true}')),
    '{"further":"1"}',
    '{"several":1.5}',
    '{"number_or_text":true}',
]


@pytest.mark.parametrize("body", WRONG)
def test_a_value_of_another_type_is_reported_and_goes_back_as_it_came(
    package: Package, flavour: str, body: str
) -> None:
    thing, drifts, sent = round_trip(package, flavour, body)
    name, value = next(iter(json.loads(body).items()))
    read = thing.others["further"] if name == "further" else getattr(thing, name)
    assert (json.dumps(read), sent, len(drifts)) == (json.dumps(value), body, 1)
    location = "/*" if name == "further" else f"/{name}"
    assert drifts[0][0].startswith(location)
    with pytest.raises(package.load("_runtime.errors").DecodeError, match=re.escape(f"documented: {location}")):
        call(package, flavour, "get", 1, answer=body, strict=True)


FORMS = [
    ("moment", "2026-12-01T10:00:00", datetime(2026, 12, 1, 10)),  # noqa: DTZ001 - it has no zone
    ("moment_or_null", "2026-12-01T10:00:00.5", datetime(2026, 12, 1, 10, 0, 0, 500_000)),  # noqa: DTZ001 - as above
    ("moment", "2026-12-01", datetime(2026, 12, 1)),  # noqa: DTZ001 - as above
    ("moment", "2026-12-01T10:00:00+0000", datetime(2026, 12, 1, 10, tzinfo=UTC)),
    ("moment", "2026-12-01 10:00:00Z", datetime(2026, 12, 1, 10, tzinfo=UTC)),
    ("time", "10:30", time(10, 30)),
]


@pytest.mark.parametrize(("name", "text", "value"), FORMS)
def test_a_time_in_another_notation_is_typed_reported_and_goes_back_as_it_came(
    package: Package, flavour: str, name: str, text: str, value: Any
) -> None:
    body = json.dumps({name: text}, separators=(",", ":"))
    thing, drifts, sent = round_trip(package, flavour, body)
    assert (getattr(thing, name), sent) == (value, body)
    assert getattr(value, "tzinfo", None) == getattr(thing, name).tzinfo
    assert [location for location, _ in drifts] == [f"/{name}"]
    _, _, request = call(package, flavour, "put", 1, **{name: getattr(thing, name)})
    assert request.content.decode() == body
    with pytest.raises(package.load("_runtime.errors").DecodeError, match=f"/{name}"):
        call(package, flavour, "get", 1, answer=body, strict=True)


REFUSED: list[dict[str, object]] = [
    *({"boolean": value} for value in (1, "no", 0.0)),
    *({"integer": value} for value in ("5", True, 5.5)),
    *({"number": value} for value in (True, "NaN", float("nan"), "1")),
    *({"string": value} for value in (5, b"x")),
    *({"date": value} for value in (0, datetime(2026, 12, 1, tzinfo=UTC), "2026-12-01T00:00:00Z")),
    *({"moment": value} for value in (1700000000, date(2026, 12, 1), datetime(2026, 12, 1))),  # noqa: DTZ001 - no zone
    *({"time": value} for value in (36000, datetime(2026, 12, 1, tzinfo=UTC), "10")),
    *({"duration": value} for value in (5400, "5 minutes")),
    *({"uuid": value} for value in (5, "none")),
    *({"size": value} for value in ("1", True)),
    *({"state": value} for value in (1, b"open")),
    *({"numbers": value} for value in (["1"], "12", {1: 2})),
    {"by_name": {"a": "1"}},
    {"several": 1.5},
]


@pytest.mark.parametrize("given", REFUSED)
@pytest.mark.parametrize("whole", [False, True])
def test_an_argument_of_another_type_is_refused(package: Package, flavour: str, given: Any, whole: bool) -> None:
    error = package.load("_runtime.errors").InvalidRequestError
    with pytest.raises(error, match=f"^put: invalid body: /{next(iter(given))}"):
        call(package, flavour, "put", 1, **({"body": given} if whole else given))
    assert package.requests == []


SENT: list[tuple[dict[str, object], str]] = [
    ({"integer": 5, "number": Decimal("1.10"), "numbers": (1, Decimal("2.50"))}, '"number":1.10,"numbers":[1,2.50]'),
    ({"date": date(2026, 12, 1), "time": time(9), "duration": timedelta(minutes=90)}, '"duration":"PT1H30M"'),
    ({"date": "2026-12-01", "moment": "2026-12-01T10:00:00Z", "time": "09:00:00"}, '"moment":"2026-12-01T10:00:00Z"'),
    ({"several": True}, '"several":true'),
    ({"several": 1}, '"several":1'),
    ({"several": "1"}, '"several":"1"'),
    ({"several": 1.0}, '"several":1'),
]


@pytest.mark.parametrize(("given", "text"), SENT)
def test_an_argument_of_its_type_is_sent(package: Package, flavour: str, given: Any, text: str) -> None:
    _, _, request = call(package, flavour, "put", 1, **given)
    assert text in request.content.decode()


def test_numbers_of_untyped_answers_are_exact_too(package: Package, flavour: str) -> None:
    body = '{"a":12345678901234567.125,"b":[1,1.5,1e400]}'
    value, _, _ = call(package, flavour, "any", answer=body)
    assert value == {"a": Decimal("12345678901234567.125"), "b": [1, 1.5, Decimal("1e400")]}
    _, _, request = call(package, flavour, "put_any", body=value)
    assert json.loads(request.content, parse_float=Decimal) == json.loads(body, parse_float=Decimal)


PRICES = [
    ('{"amount":10.50}', Decimal("10.50"), True),
    ('{"amount":"10.50"}', "10.50", False),
    ('{"text":"10.50"}', Decimal("10.50"), True),
    ('{"text":"+10.5"}', Decimal("10.5"), True),
    ('{"text":10.50}', Decimal("10.50"), False),
    ('{"text":12345678901234567890.12345}', Decimal("12345678901234567890.12345"), False),
    ('{"text":5}', 5, False),
    ('{"either":"10.50"}', Decimal("10.50"), True),
    ('{"either":10.50}', Decimal("10.50"), True),
    ('{"either":7}', Decimal(7), True),
    ('{"either":true}', True, False),
    ('{"rate":0.25}', 0.25, True),
    ('{"rate":12345678901234567.25}', Decimal("12345678901234567.25"), True),
]


@pytest.mark.parametrize(("body", "value", "documented"), PRICES)
def test_a_decimal_keeps_its_digits_and_its_json_type(
    package: Package, flavour: str, body: str, value: object, documented: bool
) -> None:
    price, drifts, _ = call(package, flavour, "price", answer=body)
    read = getattr(price, next(iter(json.loads(body))))
    assert (read, drifts == []) == (value, documented)
    assert isinstance(read, type(value))
    _, _, request = call(package, flavour, "put_price", body=price)
    assert request.content.decode() == body
    assert pickle.loads(pickle.dumps(price)) == price  # noqa: S301 - our own


def test_a_decimal_that_is_given_is_sent_as_documented(package: Package, flavour: str) -> None:
    given = {"amount": "1.10", "text": Decimal("1.10"), "either": Decimal("1.10"), "rate": Decimal("1.10")}
    _, _, request = call(package, flavour, "put_price", **given)
    assert request.content == b'{"amount":1.10,"text":"1.10","either":"1.10","rate":1.10}'


# ---------------------------------------------------------------- any JSON value

SCALARS: dict[str, dict[str, Any]] = {
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "string": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
    "duration": {"type": "string", "format": "duration"},
    "size": {"type": "integer"},
    "state": {"type": "string"},
    "several": {"type": ["boolean", "integer", "string"]},
}
"""The schemas of properties of `Thing`; enums accept further values."""

TEXTS = st.one_of(
    st.text(max_size=8),
    st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
    st.datetimes().map(datetime.isoformat),
    st.dates().map(date.isoformat),
    st.times().map(time.isoformat),
    st.uuids().map(str),
    st.uuids().map(lambda uuid: str(uuid).upper()),
    st.from_regex(r"P([0-9]{1,3}D)?(T[0-9]{1,2}H([0-9]{1,2}M)?)?", fullmatch=True),
    st.from_regex(r"P[0-9]Y([0-9]M)?", fullmatch=True),
    st.from_regex(r"-?[0-9]{1,3}(\.[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["true", "false", "null", "NaN", "Infinity", "1e5", "open"]),
)
NUMBERS_AS_TEXT = st.one_of(
    st.integers().map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.from_regex(r"-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?", fullmatch=True),
)
VALUES = st.one_of(TEXTS.map(json.dumps), NUMBERS_AS_TEXT, st.sampled_from(["true", "false", "[]", "{}", "[1]"]))
"""JSON texts of any type but null, which every optional property accepts."""


def kind(value: object) -> str:
    """The JSON type of a value; 1 and 1.0 are the same."""
    return "number" if type(value) in {int, float} else type(value).__name__


def is_documented(name: str, text: str) -> bool:
    schema = SCALARS[name]
    value = json.loads(text)
    if isinstance(value, float):
        number = Decimal(text)
        return "number" in schema["type"] or ("integer" in schema["type"] and number == number.to_integral_value())
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value)


@pytest.mark.parametrize("name", SCALARS)
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=VALUES)
def test_any_json_value_is_delivered_or_reported_and_always_goes_back(package: Package, name: str, text: str) -> None:
    body = f'{{"{name}":{text}}}'
    thing, drifts, sent = round_trip(package, "sync", body)
    exact = {"parse_float": Decimal}
    assert json.loads(sent, **exact) == json.loads(body, **exact)
    assert kind(json.loads(sent)[name]) == kind(json.loads(text))
    documented = is_documented(name, text)
    assert (drifts == []) is documented, (getattr(thing, name), drifts)
    error = package.load("_runtime.errors").DecodeError
    if documented:
        assert getattr(call(package, "sync", "get", 1, answer=body, strict=True)[0], name) == getattr(thing, name)
    else:
        with pytest.raises(error):
            call(package, "sync", "get", 1, answer=body, strict=True)

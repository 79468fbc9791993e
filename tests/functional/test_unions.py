"""Unions: the member that fits a value is the one that is read, and what was read goes back unchanged."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from support.echo import echo_document, receive, send
from support.packages import Package, built

SCHEMAS = """
Paid: {type: string, enum: [PAID, REFUNDED]}
Shipped: {type: string, enum: [SHIPPED, DELIVERED]}
Level: {type: integer, enum: [1, 2]}
Status: {oneOf: [$Paid, $Shipped]}
Text: {anyOf: [$Paid, {type: string}]}
Number: {anyOf: [$Paid, {type: integer}]}
Grade: {anyOf: [$Level, {type: integer}]}
Moment: {anyOf: [$Paid, {type: string, format: date-time}]}
Day: {anyOf: [{type: string, format: date-time}, {type: string, format: date}]}
Id: {anyOf: [{type: string}, {type: string, format: uuid}]}
Scalar: {type: [boolean, integer, string]}
Real: {anyOf: [{type: integer}, {type: number}]}
Mixed: {anyOf: [{type: string, format: decimal}, {type: number}, {type: string}]}
States: {type: array, items: {oneOf: [$Paid, $Shipped]}}
ByState:
  oneOf:
  - {type: object, properties: {state: $Paid}, required: [state]}
  - {type: object, properties: {state: $Shipped, at: {type: string, format: date}}, required: [state]}
Chain: {type: object, properties: {v: {type: integer}, next: {anyOf: [$Chain, $Other, {type: string}]}}}
Other: {type: object, properties: {w: {type: integer}, next: {anyOf: [$Chain, $Other, {type: string}]}}}
Small: {type: object, properties: {a: {type: string}}}
Large: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}}}
BySize: {anyOf: [$Small, $Large]}
ByNeed:
  anyOf:
  - {type: object, properties: {a: {type: string}, b: {type: string}}}
  - {type: object, required: [c], properties: {a: {type: string}, c: {type: string}}}
ByType:
  anyOf:
  - {type: object, properties: {when: {type: string}}}
  - {type: object, properties: {when: {type: string, format: date}}}
ByConstant:
  anyOf:
  - {type: object, properties: {kind: {type: string}, a: {type: string}}}
  - {type: object, properties: {kind: {const: exact}, a: {type: string}}}
Lists: {anyOf: [{type: array, items: $Paid}, {type: array, items: $Shipped}, {type: array, items: {type: integer}}]}
MapOr: {anyOf: [$Small, {type: object, additionalProperties: {type: integer}}]}
Deep: {type: object, properties: {in: {oneOf: [$Deep, $Deeper]}, a: {type: string}}}
Deeper: {type: object, properties: {in: {oneOf: [$Deep, $Deeper]}, a: {type: string}, b: {type: string}}}
"""


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(echo_document(SCHEMAS), tmp_path_factory.mktemp("unions")) as package:
        yield package


TEN = "2024-01-01T10:00:00Z"
FITTING: list[tuple[str, Any, Any]] = [
    ("status", "PAID", "Paid.PAID"),
    ("status", "SHIPPED", "Shipped.SHIPPED"),
    ("text", "PAID", "Paid.PAID"),
    ("text", "other", "other"),
    ("number", "PAID", "Paid.PAID"),
    ("number", 3, 3),
    ("grade", 2, "Level.VALUE_2"),
    ("grade", 7, 7),
    ("moment", "PAID", "Paid.PAID"),
    ("moment", TEN, datetime(2024, 1, 1, 10, tzinfo=UTC)),
    ("day", "2024-01-01", date(2024, 1, 1)),
    ("day", "2024-01-01T00:00:00Z", datetime(2024, 1, 1, tzinfo=UTC)),
    ("id", "0b0f7a3c-6a0e-4b55-8b0e-3d1c1f7c9d55", UUID("0b0f7a3c-6a0e-4b55-8b0e-3d1c1f7c9d55")),
    ("id", "0B0F7A3C-6A0E-4B55-8B0E-3D1C1F7C9D55", UUID("0b0f7a3c-6a0e-4b55-8b0e-3d1c1f7c9d55")),
    ("id", "0b0f7a3c6a0e4b558b0e3d1c1f7c9d55", "0b0f7a3c6a0e4b558b0e3d1c1f7c9d55"),
    ("id", "text", "text"),
    ("real", 5, 5),
    ("real", 5.5, 5.5),
    ("mixed", 1.25, 1.25),
    ("mixed", "1.50", Decimal("1.50")),
    ("mixed", "text", "text"),
    ("scalar", True, True),
    ("scalar", 1, 1),
    ("scalar", "true", "true"),
    ("states", ["PAID", "DELIVERED"], ["Paid.PAID", "Shipped.DELIVERED"]),
]


@pytest.mark.parametrize(("name", "value", "expected"), FITTING)
def test_a_value_is_read_as_the_type_it_fits_exactly(echo: Package, name: str, value: Any, expected: Any) -> None:
    result, drifts = receive(echo, name, value)
    assert drifts == []
    assert send(echo, name, result) == value
    assert send(echo, name, value) == value
    results, expectations = (each if isinstance(each, list) else [each] for each in (result, expected))
    for one, other in zip(results, expectations, strict=True):
        enum, _, member = str(other).partition(".")
        wanted = getattr(getattr(echo.models, enum), member) if member and isinstance(other, str) else other
        assert one == wanted
        assert isinstance(one, type(wanted))
        assert isinstance(one, bool) == isinstance(wanted, bool)


def test_an_enum_accepts_a_value_that_nothing_documents(echo: Package) -> None:
    result, drifts = receive(echo, "status", "LOST")
    assert (result, result.is_known, drifts) == ("LOST", False, [])
    assert send(echo, "status", result) == "LOST"


OBJECTS: list[tuple[str, dict[str, object], str]] = [
    ("by_state", {"state": "PAID"}, "ByStateOption1"),
    ("by_state", {"state": "DELIVERED", "at": "2024-01-01"}, "ByStateOption2"),
    ("by_state", {"state": "DELIVERED"}, "ByStateOption2"),
    ("by_state", {"state": "PAID", "at": "2024-01-01"}, "ByStateOption1"),
    ("by_size", {"a": "x"}, "Small"),
    ("by_size", {"a": "x", "c": "y"}, "Large"),
    ("by_size", {}, "Small"),
    ("by_need", {"a": "x", "c": "y"}, "ByNeedOption2"),
    ("by_need", {"a": "x"}, "ByNeedOption1"),
    ("by_type", {"when": "2024-01-01"}, "ByTypeOption2"),
    ("by_type", {"when": "later"}, "ByTypeOption1"),
    ("by_constant", {"kind": "exact", "a": "x"}, "ByConstantOption2"),
    ("by_constant", {"kind": "other", "a": "x"}, "ByConstantOption1"),
    ("map_or", {"a": "x"}, "Small"),
    ("map_or", {"x": 1}, "dict"),
    ("deep", {"in": {"in": {"a": "x", "b": "y"}}}, "Deep"),
]


@pytest.mark.parametrize(("name", "value", "class_name"), OBJECTS)
def test_an_object_is_of_the_class_that_fits_best(
    echo: Package, name: str, value: dict[str, object], class_name: str
) -> None:
    result, drifts = receive(echo, name, value)
    assert type(result).__name__ == class_name
    assert (drifts, send(echo, name, result), send(echo, name, value)) == ([], value, value)


@pytest.mark.parametrize("value", [["PAID"], ["DELIVERED", "SHIPPED"], [1, 2], []])
def test_the_elements_decide_among_lists(echo: Package, value: list[Any]) -> None:
    result, drifts = receive(echo, "lists", value)
    assert (result, drifts, send(echo, "lists", result)) == (value, [], value)
    assert all(getattr(each, "is_known", True) for each in result)


def test_the_time_grows_with_the_size_of_a_value_and_not_with_the_number_of_ways_to_read_it(echo: Package) -> None:
    value: dict[str, object] = {"a": "x", "b": "y"}
    for _ in range(40):  # two members at each level: 2 ** 40 ways
        value = {"in": value, "a": "x"}
    result, drifts = receive(echo, "deep", value)
    assert (drifts, result.to_wire()) == ([], value)
    innermost = result
    while innermost.in_ is not None:
        innermost = innermost.in_
    assert type(innermost).__name__ == "Deeper"
    innermost_wire: Any = value
    while "in" in innermost_wire:
        innermost_wire = innermost_wire["in"]
    innermost_wire["a"] = 7
    _, drifts = receive(echo, "deep", value)
    assert [location.endswith("/a") for location, _ in drifts] == [True]


def test_an_instance_of_a_member_is_sent_as_it_is(echo: Package) -> None:
    assert send(echo, "by_size", echo.models.Small(a="x", c="y")) == {"a": "x", "c": "y"}


def test_an_argument_that_fits_no_member_is_refused(echo: Package) -> None:
    with pytest.raises(echo.module.InvalidRequestError, match="/value/a"):
        send(echo, "by_size", {"a": 7})
    assert echo.requests == []


def test_each_object_of_a_chain_with_differences_is_compared_with_its_union_once(
    echo: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    unions = echo.load("_runtime.unions")
    chosen: list[object] = []
    choose = unions.OneOf._choose
    monkeypatch.setattr(unions.OneOf, "_choose", lambda *given: chosen.append(given) or choose(*given))
    fit, chain = echo.load("_runtime.response.lenient").fit, echo.models.Chain
    counts: list[int] = []
    for length in (20, 40):
        value: dict[str, Any] = {"v": "bad"}
        for _ in range(length):
            value = {"v": "bad", "w": "bad", "next": value}
        chosen.clear()
        assert len(fit(chain, value)[1]) == length
        counts.append(len(chosen))
    assert counts[1] <= 2 * counts[0] + 2

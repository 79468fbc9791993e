"""Alternatives that accept anything, and keywords beside `oneOf` and `anyOf`: nothing is lost or refused."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.echo import echo_document, receive, send
from support.packages import Package, built

SCHEMAS = """
AnyNull: {anyOf: [{}, {type: 'null'}]}
AnyText: {anyOf: [{}, {type: string}]}
Described: {anyOf: [{description: anything}, {type: 'null'}]}
AnyObject: {oneOf: [{}, {type: object, properties: {a: {type: string}}}]}
AnyTrue: {anyOf: [true, {type: string}]}
Box: {type: object, properties: {value: $AnyNull, other: {type: string}}}
Beside: {properties: {a: {type: string}}, oneOf: [{type: string}, {type: object, properties: {b: {type: integer}}}]}
BesideList: {properties: {a: {type: string}}, anyOf: [{type: array, items: {type: integer}}, {required: [a]}]}
Limited: {type: string, anyOf: [{pattern: ^a}, {maxLength: 2}]}
Dated: {type: string, anyOf: [{format: date}, {pattern: ^x}]}
NullLimited: {type: [integer, 'null'], oneOf: [{minimum: 1}, {maximum: -1}]}
Either: {type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
Mapped: {type: object, additionalProperties: {type: integer}, anyOf: [{minProperties: 1}, {maxProperties: 5}]}
Never: {anyOf: [false, {type: string}]}
"""


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(echo_document(SCHEMAS), tmp_path_factory.mktemp("alternatives")) as package:
        yield package


@pytest.mark.parametrize("name", ["any_null", "any_text", "described", "any_object", "any_true"])
@pytest.mark.parametrize("value", [{"x": 1}, None, 3, 1.5, True, "text", [{"a": [None]}]])
def test_an_empty_alternative_accepts_anything(echo: Package, name: str, value: Any) -> None:
    assert receive(echo, name, value) == (value, [])
    assert send(echo, name, value) == value


def test_null_differs_from_what_is_not_given(echo: Package) -> None:
    for given in ({}, {"value": None}, {"value": {"x": 1}}):
        result, drifts = receive(echo, "box", given)
        assert (drifts, result.to_wire(), send(echo, "box", echo.models.Box(**given))) == ([], given, given)
    echo.requests.clear()
    echo.client(httpx.Response(204)).echo.put_any_null(value=None)
    assert json.loads(echo.sent.content) == {"value": None}


def test_its_annotation_is_any(echo: Package) -> None:
    assert echo.models.GetAnyNullResponse.model_fields["value"].annotation is Any


ACCEPTED: list[tuple[str, Any]] = [
    ("beside", "text"),
    ("beside", {"a": "x", "b": 1}),
    ("beside_list", [1, 2]),
    ("beside_list", {"a": "x"}),
    ("limited", "ab"),
    ("dated", "2024-01-01"),
    ("dated", "xyz"),
    ("null_limited", None),
    ("null_limited", 5),
    ("either", {"a": "x"}),
    ("either", {"b": "x"}),
    ("mapped", {"a": 1}),
    ("never", "text"),
]
REFUSED: list[tuple[str, Any]] = [
    ("beside", {"b": "x"}),
    ("beside_list", ["x"]),
    ("limited", 7),
    ("dated", []),
    ("null_limited", "x"),
    ("either", {"a": []}),
    ("mapped", {"a": "x"}),
    ("never", []),
]


@pytest.mark.parametrize(("name", "value"), ACCEPTED)
def test_keywords_beside_alternatives_keep_what_is_valid(echo: Package, name: str, value: Any) -> None:
    result, drifts = receive(echo, name, value)
    assert (drifts, send(echo, name, result), send(echo, name, value)) == ([], value, value)


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_keywords_beside_alternatives_still_hold(echo: Package, name: str, value: Any) -> None:
    _, drifts = receive(echo, name, value)
    assert drifts
    with pytest.raises(echo.module.InvalidRequestError):
        send(echo, name, value)

"""Objects that allow no further members: a misspelt one is refused in a request, kept and reported in an answer."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pydantic import ValidationError

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Closed, version: "1"}
paths:
  /closed:
    post:
      operationId: closed
      tags: [T]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  /open:
    post:
      operationId: open
      tags: [T]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Open"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Open"}}}}
components:
  schemas:
    Order:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: {type: string}
        lineItems: {type: array, items: {$ref: "#/components/schemas/Line"}}
        any: {$ref: "#/components/schemas/Either"}
        open: {$ref: "#/components/schemas/Open"}
    Line:
      allOf: [{$ref: "#/components/schemas/Base"}]
      unevaluatedProperties: false
      properties: {quantity: {type: integer}}
    Base: {type: object, properties: {sku: {type: string}}}
    Either:
      oneOf:
        - {type: object, additionalProperties: false, properties: {a: {type: string}}}
        - {type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}
    Open: {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("closed")) as package:
        yield package


def run(package: Package, flavour: str, answer: object, act: Any, **options: Any) -> Any:
    """What a call of either client returns."""
    package.requests.clear()
    response = httpx.Response(200, json=answer)
    if flavour == "sync":
        return act(package.client(response, **options))

    async def later() -> Any:
        return await act(package.async_client(response, **options))

    return asyncio.run(later())


def test_a_misspelt_argument_of_a_constructor_is_refused_with_what_could_be_meant(package: Package) -> None:
    models = package.models
    with pytest.raises(ValidationError, match="'nmae' does not exist, did you mean 'name'\\?"):
        models.Order(name="x", nmae="y")
    with pytest.raises(ValidationError, match="'qantity' does not exist, did you mean 'quantity'\\?"):
        models.Line(sku="x", qantity=1)
    assert models.Order(name="x", lineItems=[{"sku": "a"}]).line_items[0].sku == "a"
    assert models.Open(nmae="kept").to_wire() == {"nmae": "kept"}
    assert models.Base(further=1).to_wire() == {"further": 1}


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"name": "x", "line_itms": []}, "/: 'line_itms' does not exist, did you mean 'line_items'?"),
        ({"name": "x", "lineItems": [{}, {"zzz": 1}]}, "/lineItems/1: 'zzz' does not exist"),
    ],
)
def test_a_body_with_unknown_members_is_not_sent(
    package: Package, flavour: str, body: dict[str, object], message: str
) -> None:
    with pytest.raises(package.module.InvalidRequestError) as refused:
        run(package, flavour, {}, lambda client: client.t.closed(body=body))
    assert str(refused.value) == f"closed: invalid body: {message}"
    assert package.requests == []


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_unknown_members_of_an_answer_are_kept_and_reported(package: Package, flavour: str) -> None:
    answer = {"name": "x", "new": 1, "lineItems": [{"sku": "a", "extra": {"deep": [1]}}], "open": {"more": 1}}
    drift: list[Any] = []
    order = run(package, flavour, answer, lambda client: client.t.closed(name="x"), on_drift=drift.append)
    assert order.to_wire() == answer
    assert type(order.line_items[0]) is package.models.Line
    assert order.new == 1
    assert sorted((each.location, each.message) for each in drift) == [
        ("/lineItems/*/extra", "not documented"),
        ("/new", "not documented"),
    ]
    with pytest.raises(package.module.DecodeError, match="/new: not documented"):
        run(package, flavour, answer, lambda client: client.t.closed(name="x"), strict=True)
    run(package, flavour, {"name": "y"}, lambda client: client.t.closed(body=order))
    assert json.loads(package.sent.content) == answer


def test_what_could_be_meant_is_not_searched_for_in_an_answer(package: Package) -> None:
    answer = {"name": "x", "nmae": "y"}
    drift: list[Any] = []
    run(package, "sync", answer, lambda client: client.t.closed(name="x"), on_drift=drift.append)
    assert [each.message for each in drift] == ["not documented"]
    fit = package.load("_runtime.serialization").codec(package.models.Order).fit
    assert fit(answer, received=True)[1][0][1] == "'nmae' does not exist"
    assert "did you mean" in fit(answer)[1][0][1]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_unknown_members_of_an_open_object_are_sent_and_kept_as_before(package: Package, flavour: str) -> None:
    body = {"name": "x", "further": [1]}
    got = run(package, flavour, body, lambda client: client.t.open(body=body), strict=True)
    assert got.to_wire() == json.loads(package.sent.content) == body


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_the_members_of_a_closed_object_tell_which_one_of_a_union_it_is(package: Package, flavour: str) -> None:
    answer = {"name": "x", "any": {"a": "1", "b": "2"}}
    got = run(package, flavour, answer, lambda client: client.t.closed(name="x"), strict=True)
    assert got.any.b == "2"
    assert not got.any.model_extra

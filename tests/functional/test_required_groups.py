"""Objects that need one of several groups of properties: requests without any are refused, responses are read."""

import asyncio
import copy
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from pydantic import ValidationError

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Groups, version: "1"}
paths:
  /adjustments:
    post:
      operationId: adjust
      tags: [T]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Adjustment"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Adjustment"}}}}
components:
  schemas:
    Adjustment:
      type: object
      properties:
        itemId: {type: string}
        sku: {type: string}
        shop: {type: string}
        lines: {type: array, items: {$ref: "#/components/schemas/Line"}}
        account: {$ref: "#/components/schemas/Account"}
      anyOf:
        - {title: by ID, required: [itemId]}
        - {description: by SKU, required: [sku, shop]}
    Line:
      properties: {quantity: {type: integer}, percentage: {type: number}, memo: {type: string}, note: {type: string}}
      allOf:
        - oneOf: [{required: [quantity]}, {required: [percentage]}]
        - anyOf: [{required: [memo]}, {required: [note]}]
    Account:
      description: What only the server sets need not be sent.
      properties: {id: {type: string, readOnly: true}, name: {type: string}}
      anyOf: [{required: [id]}, {required: [name]}]
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("groups")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def adjust(request: pytest.FixtureRequest, package: Package) -> Any:
    """Calls the operation, which answers with an empty object."""

    def call(**arguments: Any) -> Any:
        if request.param == "sync":
            return package.client(httpx.Response(200, json={})).t.adjust(**arguments)

        async def awaited() -> Any:
            async with package.async_client(httpx.Response(200, json={})) as client:
                return await client.t.adjust(**arguments)

        return asyncio.run(awaited())

    return call


LINE = {"quantity": 1, "memo": "x"}


@pytest.mark.parametrize(
    "arguments",
    [
        {"item_id": "1"},
        {"sku": "a", "shop": "b"},
        {"item_id": "1", "sku": "a"},
        {"body": {"itemId": "1", "lines": [LINE, {"percentage": 1, "quantity": 2, "note": "both"}]}},
        {"item_id": "1", "account": {}},
    ],
)
def test_one_complete_group_is_enough(package: Package, adjust: Any, arguments: dict[str, Any]) -> None:
    package.requests.clear()
    adjust(**arguments)
    sent = json.loads(package.sent.content)
    assert "itemId" in sent or {"sku", "shop"} <= sent.keys()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({}, "/: either 'itemId' or 'sku' and 'shop' is required"),
        ({"sku": "a"}, "/: either 'itemId' or 'sku' and 'shop' is required"),
        ({"body": {"item_id": "1", "lines": [LINE, {"memo": "x"}]}}, "/lines/1: either 'quantity' or 'percentage' is"),
        ({"body": {"itemId": "1", "lines": [{"quantity": 1}]}}, "/lines/0: either 'memo' or 'note' is required"),
    ],
)
def test_a_body_without_any_is_refused(package: Package, adjust: Any, arguments: dict[str, Any], problem: str) -> None:
    package.requests.clear()
    with pytest.raises(package.module.InvalidRequestError) as refused:
        adjust(**arguments)
    assert problem in str(refused.value)
    assert package.requests == []


def test_a_model_without_any_can_only_be_made_unvalidated(package: Package, adjust: Any) -> None:
    line = package.models.Line
    with pytest.raises(ValidationError, match="either 'quantity' or 'percentage' is required"):
        line(memo="x")
    package.requests.clear()
    unvalidated = package.models.Adjustment.model_construct(sku="a", lines=[line.model_construct(memo="x")])
    adjust(body=copy.deepcopy(unvalidated))
    assert json.loads(package.sent.content) == {"sku": "a", "lines": [{"memo": "x"}]}


def test_a_response_without_any_is_read(adjust: Any) -> None:
    assert adjust(item_id="1").to_wire() == {}

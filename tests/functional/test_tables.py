"""`x-rows`: results whose rows are read as models, and jobs with such a result."""

import asyncio
import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.ir.builder import build_ir
from channelsmith.lint.linter import run_rule
from support.documents import document
from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Stock, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /feeds:
    post:
      operationId: orderFeed
      tags: [feeds]
      x-method: order
      x-polling:
        id: /id
        method: export
        status: {operation: feedState, parameter: id, state: /state}
        result: {operation: getFeed, parameter: id}
        states: {pending: [BUSY], done: [DONE]}
        interval: 0
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  /feeds/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: feedState
      tags: [feeds]
      x-method: state
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/State"}}}}
  /feeds/{id}/rows:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getFeed
      tags: [feeds]
      x-method: get
      x-rows: {schema: {$ref: "#/components/schemas/Article"}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {}}, text/csv: {schema: {type: string}}}
  /places:
    get:
      operationId: getPlace
      tags: [feeds]
      x-method: place
      x-rows: {schema: {$ref: "#/components/schemas/Article"}, items: /b}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
  /texts:
    get:
      operationId: getText
      tags: [feeds]
      x-method: text
      x-rows: {schema: {$ref: "#/components/schemas/Article"}}
      responses: {"200": {description: ok, content: {text/csv: {schema: {type: string}}}}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: string}}}
    State: {type: object, required: [state], properties: {state: {type: string}}}
    Article:
      type: object
      properties: {SKU: {type: string}, Price: {type: number, format: decimal}}
"""
JOB = (httpx.Response(200, json={"id": "7"}), httpx.Response(200, json={"state": "DONE"}))
CSV = httpx.Response(200, content=b"SKU,Price,Aisle\n007,1.50,9\n8,cheap,\n", headers={"content-type": "text/csv"})


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("tables")) as package:
        yield package


def rows_of(package: Package, flavour: str, *answers: httpx.Response, **options: Any) -> list[Any]:
    """The rows of `export_rows`."""
    if flavour == "sync":
        return list(package.client(*answers, **options).feeds.export_rows())

    async def rows() -> list[Any]:
        return [row async for row in package.async_client(*answers, **options).feeds.export_rows()]

    return asyncio.run(rows())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_rows_are_exported_and_differences_reported(package: Package, flavour: str) -> None:
    package.requests.clear()
    drifts: list[Any] = []
    rows = rows_of(package, flavour, *JOB, CSV, on_drift=drifts.append)
    assert [type(row).__name__ for row in rows] == ["Article"] * 2
    assert [(row.sku, row.price, row.model_extra) for row in rows] == [
        ("007", Decimal("1.50"), {"Aisle": "9"}),
        ("8", "cheap", {}),
    ]
    assert [(drift.operation, drift.location, drift.count) for drift in drifts] == [("getFeed", "/*/Price", 1)]
    assert [request.method for request in package.requests] == ["POST", "GET", "GET"]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_strict_client_raises_at_the_first_difference(package: Package, flavour: str) -> None:
    with pytest.raises(package.module.DecodeError, match="/\\*/Price"):
        rows_of(package, flavour, *JOB, CSV, strict=True)


def test_without_a_hook_each_column_is_warned_of_once(package: Package) -> None:
    client = package.client(*JOB, CSV)
    with pytest.warns(package.module.DriftWarning, match="getFeed: response differs at /\\*/Price"):
        list(client.feeds.export_rows())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(client.feeds.get("7").rows())


def test_every_result_has_rows(package: Package, tmp_path: Path) -> None:
    feeds = package.client(CSV, on_drift=lambda _: None).feeds
    results = [feeds.get("7"), feeds.get_to("7", tmp_path / "a.csv"), package_raw(package).parsed]
    feeds = package.client(*JOB, CSV, on_drift=lambda _: None).feeds
    results += [feeds.begin_export().result(tmp_path / "b.csv")]
    assert [type(each).__name__ for each in results] == ["Table", "SavedTable", "Table", "SavedTable"]
    assert [[row.sku for row in each.rows()] for each in results] == [["007", "8"]] * 4
    with (tmp_path / "c.csv").open("wb") as file:
        assert type(package.client(CSV).feeds.get_to("7", file)).__name__ == "Download"


def package_raw(package: Package) -> Any:
    return package.client(CSV, on_drift=lambda _: None).with_raw_response.feeds.get("7")


def test_the_place_of_the_rows_can_be_declared_even_of_typed_json(package: Package) -> None:
    answer = httpx.Response(200, json={"a": [{"SKU": "1"}], "b": [{"SKU": "2"}]})
    assert [row.sku for row in package.client(answer).feeds.place().rows()] == ["2"]


def test_a_single_format_is_a_table_too(package: Package) -> None:
    answer = httpx.Response(200, content=b"SKU\n1\n", headers={"content-type": "text/csv"})
    assert [row.sku for row in package.client(answer).feeds.text().rows()] == ["1"]


def test_rows_that_are_no_objects_are_reported_and_ignored(tmp_path: Path) -> None:
    text = SPEC.replace("#/components/schemas/Article", "#/components/schemas/Text")
    api, diagnostics = build_ir(document(tmp_path, text + "    Text: {type: string, properties: {a: {}}}\n"))
    assert {each.message for each in diagnostics} == {
        "x-rows is ignored: its schema has to be a reference to one of an object"
    }
    assert [media for each in api.operations for media in each.responses[0].media if media.rows] == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("properties: {SKU", "x-a: {SKU", "x-rows: the schema of a row has no properties"),
        (", content: {text/csv: {schema: {type: string}}}", "", "x-rows: the operation has no success with a body"),
    ],
)
def test_a_declaration_without_effect_is_found(tmp_path: Path, before: str, after: str, expected: str) -> None:
    problems = run_rule("vocabulary-target", document(tmp_path, SPEC.replace(before, after)))
    assert {each.message for each in problems} == {expected}

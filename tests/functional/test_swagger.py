"""Clients of Swagger 2.0 documents: every operation, with the requests that the document describes."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from support.packages import Package, built

SPEC = """
swagger: "2.0"
info: {title: Shop, version: "1"}
host: shop.test
basePath: /v2
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
security: [{key: []}]
tags: [{name: orders}]
paths:
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, type: integer}]
    get:
      operationId: getOrder
      tags: [orders]
      parameters:
        - {name: fields, in: query, type: array, items: {type: string}}
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: X-Ids, in: header, type: array, items: {type: integer}}
      responses:
        200: {description: ok, schema: {$ref: "#/definitions/Order"}}
        404: {$ref: "#/responses/Missing"}
    put:
      operationId: changeOrder
      tags: [orders]
      parameters: [{name: order, in: body, required: true, schema: {$ref: "#/definitions/Order"}}]
      responses: {204: {description: done}}
  /orders/{id}/label:
    parameters: [{name: id, in: path, required: true, type: integer}]
    get:
      operationId: getLabel
      tags: [orders]
      produces: [application/pdf]
      responses: {200: {description: ok, schema: {type: file}}}
    post:
      operationId: addLabel
      tags: [orders]
      consumes: [multipart/form-data]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string}
      responses: {204: {description: done}}
definitions:
  Order: {type: object, required: [id], properties: {id: {type: integer}, note: {type: string, x-nullable: true}}}
  Problem: {type: object, properties: {message: {type: string}}}
responses:
  Missing: {description: missing, schema: {$ref: "#/definitions/Problem"}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("swagger")) as made:
        yield made


@pytest.fixture(autouse=True)
def _no_requests(package: Package) -> None:
    package.requests.clear()


def test_a_typed_answer_and_arrays_in_their_formats(package: Package) -> None:
    client = package.client(httpx.Response(200, json={"id": 1, "note": None}), key="k", base_url=None)
    order = client.orders.get_order(1, fields=["a", "b"], tags=["x", "y"], x_ids=[1, 2])
    assert order == package.models.Order(id=1, note=None)
    assert str(package.sent.url) == "https://shop.test/v2/orders/1?fields=a,b&tags=x&tags=y"
    assert (package.sent.headers["x-ids"], package.sent.headers["x-key"]) == ("1,2", "k")


def test_a_shared_error_is_typed(package: Package) -> None:
    client = package.client(httpx.Response(404, json={"message": "no such order"}), key="k")
    with pytest.raises(package.module.NotFoundError) as caught:
        client.orders.get_order(1)
    assert caught.value.body == package.models.Problem(message="no such order")


def test_a_body(package: Package) -> None:
    client = package.client(key="k")
    assert client.orders.change_order(1, body=package.models.Order(id=1, note=None)) is None
    assert json.loads(package.sent.content) == {"id": 1, "note": None}


def test_files(package: Package, tmp_path: Path) -> None:
    client = package.client(httpx.Response(200, content=b"%PDF", headers={"content-type": "application/pdf"}), key="k")
    assert client.orders.get_label(1).data == b"%PDF"
    client.orders.get_label_to(1, tmp_path / "label.pdf")
    assert (tmp_path / "label.pdf").read_bytes() == b"%PDF"
    package.requests.clear()
    package.client(key="k").orders.add_label(1, file=("a.pdf", b"%PDF"), note="n")
    assert package.sent.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="a.pdf"' in package.sent.content

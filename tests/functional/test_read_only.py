"""Read-only members: an answer has them, a request leaves them out unless an option says otherwise."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Read-only, version: "1"}
paths:
  /json:
    put:
      operationId: json
      tags: [T]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  /list:
    put:
      operationId: list
      tags: [T]
      requestBody:
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /form:
    put:
      operationId: form
      tags: [T]
      requestBody:
        content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Order"}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
  /parts:
    put:
      operationId: parts
      tags: [T]
      requestBody: {content: {multipart/form-data: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
components:
  schemas:
    Order:
      type: object
      required: [id, name]
      properties:
        id: {type: integer, readOnly: true}
        createdAt: {type: string, format: date-time, readOnly: true}
        name: {type: string}
        password: {type: string, writeOnly: true}
        lines: {type: array, items: {$ref: "#/components/schemas/Line"}}
        byName: {type: object, additionalProperties: {$ref: "#/components/schemas/Line"}}
        either: {oneOf: [{$ref: "#/components/schemas/Line"}, {$ref: "#/components/schemas/Note"}]}
        free: {}
    Line:
      type: object
      required: [sku]
      properties: {total: {type: number, readOnly: true}, sku: {type: string}}
    Note:
      type: object
      required: [text]
      properties: {total: {type: string}, text: {type: string}, id: {type: integer, readOnly: true}}
"""
LINE = {"total": 1.5, "sku": "a"}
ANSWER = {
    "id": 7,
    "createdAt": "2026-01-02T03:04:05Z",
    "name": "x",
    "lines": [LINE, {"sku": "b"}],
    "byName": {"a": LINE},
    "either": {"total": "2", "text": "t", "id": 3},
    "free": {"id": 1, "total": 2},
    "id2": "further",
}
SENT = {
    "name": "x",
    "lines": [{"sku": "a"}, {"sku": "b"}],
    "byName": {"a": {"sku": "a"}},
    "either": {"total": "2", "text": "t"},
    "free": {"id": 1, "total": 2},
    "id2": "further",
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("readonly")) as package:
        yield package


def run(package: Package, flavour: str, act: Any, answer: object = ANSWER, **options: Any) -> Any:
    """What a call of either client returns."""
    package.requests.clear()
    response = httpx.Response(200, json=answer)
    if flavour == "sync":
        return act(package.client(response, **options))

    async def later() -> Any:
        return await act(package.async_client(response, **options))

    return asyncio.run(later())


def sent_json(package: Package) -> Any:
    return json.loads(package.sent.content)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_what_was_read_is_sent_back_without_read_only_members(package: Package, flavour: str) -> None:
    order = run(package, flavour, lambda client: client.t.json(name="x"), strict=True)
    assert sent_json(package) == {"name": "x"}
    assert (order.id, order.lines[0].total) == (7, 1.5)
    assert order.to_wire() == json.loads(order.model_dump_json(by_alias=True, exclude_unset=True)) == ANSWER
    run(package, flavour, lambda client: client.t.json(body=order))
    assert sent_json(package) == SENT
    run(package, flavour, lambda client: client.t.json(body=order, name="y"))
    assert sent_json(package) == {**SENT, "name": "y"}
    run(package, flavour, lambda client: client.t.json(body=ANSWER))
    assert sent_json(package) == SENT
    run(package, flavour, lambda client: client.t.list(body=[order, ANSWER]))
    assert sent_json(package) == [SENT, SENT]
    assert order.to_wire() == ANSWER


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_an_option_sends_read_only_members_too(package: Package, flavour: str) -> None:
    order = package.models.Order.model_validate(ANSWER)
    run(package, flavour, lambda client: client.t.json(body=order), send_read_only=True)
    assert sent_json(package) == ANSWER
    run(package, flavour, lambda client: client.with_options(send_read_only=True).t.list(body=[order, ANSWER]))
    assert sent_json(package) == [ANSWER, ANSWER]


def test_the_option_is_true_or_false(package: Package) -> None:
    with pytest.raises(package.module.ConfigurationError, match="send_read_only= has to be True or False"):
        package.client(send_read_only="yes")


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("keeps", [False, True])
def test_forms_leave_out_read_only_members(package: Package, flavour: str, keeps: bool) -> None:
    order = package.models.Order.model_validate({key: ANSWER[key] for key in ("id", "name", "lines")})
    for body in (order, order.to_wire()):
        run(package, flavour, lambda client, body=body: client.t.form(body=body), send_read_only=keeps)
        fields = parse_qsl(package.sent.content.decode())
        lines = [LINE if keeps else {"sku": "a"}, {"sku": "b"}]
        assert [name for name, _ in fields] == ["id"] * keeps + ["name", "lines", "lines"]
        assert [json.loads(value) for name, value in fields if name == "lines"] == lines
        run(package, flavour, lambda client, body=body: client.t.parts(body=body), send_read_only=keeps)
        assert (b'name="id"' in package.sent.content) == keeps
        assert (b'"total"' in package.sent.content) == keeps
        assert b'name="name"' in package.sent.content


def test_a_package_without_read_only_members_has_neither_the_option_nor_the_module(tmp_path: Path) -> None:
    spec = SPEC.replace(", readOnly: true", "")
    with built(spec, tmp_path) as package:
        assert not (package.folder / "src" / package.name / "_runtime/read_only.py").exists()
        with pytest.raises(TypeError):
            package.client(send_read_only=True)

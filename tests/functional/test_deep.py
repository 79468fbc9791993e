"""Models that are nested deeper than Python's stack usually goes are built, used and left alone like all others."""

import asyncio
import json
import pickle
import sys
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

DEPTH = 300


def chain(depth: int) -> str:
    """A document in which each model holds the next."""
    schemas: dict[str, Any] = {
        f"N{at}": {"properties": {"v": {"type": "integer"}, "next": {"$ref": f"#/components/schemas/N{at + 1}"}}}
        for at in range(depth)
    }
    schemas[f"N{depth}"] = {"properties": {"v": {"type": "integer"}, "first": {"$ref": "#/components/schemas/N0"}}}
    first = {"$ref": "#/components/schemas/N0"}
    content = {"application/json": {"schema": first}}
    operation = {"operationId": "get", "tags": ["X"], "responses": {"200": {"description": "ok", "content": content}}}
    document = {"openapi": "3.1.0", "info": {"title": "Deep", "version": "1"}, "paths": {"/x": {"get": operation}}}
    return json.dumps({**document, "components": {"schemas": schemas}})


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(chain(DEPTH), tmp_path_factory.mktemp("deep")) as package:
        yield package


def test_an_answer_is_read(deep: Package) -> None:
    before = sys.getrecursionlimit()
    found = deep.client(httpx.Response(200, json={"v": 1, "next": {"v": 2}}), strict=True).x.get()
    assert (type(found.next), found.next.v) == (deep.models.N1, 2)
    assert sys.getrecursionlimit() == before


def test_a_model_is_made(deep: Package) -> None:
    made = deep.models.N1(v=1, next={"v": 2})
    assert (made.next.v, made.to_wire()) == (2, {"v": 1, "next": {"v": 2}})


def test_what_goes_wrong_there_is_told_here(deep: Package) -> None:
    deeply = deep.load("_runtime.serialization").with_deep_stack

    calls: list[int] = []

    def fail() -> None:
        calls.append(threading.get_ident())
        raise RecursionError if len(calls) == 1 else LookupError("inside")

    with pytest.raises(LookupError, match="inside"):
        deeply(fail)
    assert len(set(calls)) == 2


TREE = """
openapi: 3.1.0
info: {title: Tree, version: "1"}
paths:
  /any: {get: {operationId: any, tags: [t], responses: {"200": {$ref: "#/components/responses/Any"}}}}
  /node: {get: {operationId: node, tags: [t], responses: {"200": {$ref: "#/components/responses/Node"}}}}
  /list: {get: {operationId: list, tags: [t], responses: {"200": {$ref: "#/components/responses/List"}}}}
  /union: {get: {operationId: union, tags: [t], responses: {"200": {$ref: "#/components/responses/Either"}}}}
components:
  responses:
    Any: {description: ok, content: {application/json: {}}}
    Node: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
    List: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/List"}}}}
    Either: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Either"}}}}
  schemas:
    Node: {type: object, properties: {v: {type: integer}, next: {$ref: "#/components/schemas/Node"}}}
    List: {type: array, items: {$ref: "#/components/schemas/List"}}
    Either:
      oneOf:
        - {type: object, required: [a], properties: {a: {$ref: "#/components/schemas/Either"}}}
        - {type: object, required: [b], properties: {b: {$ref: "#/components/schemas/Either"}}}
        - {type: string}
"""
SHAPES = [
    ("any", "[", "7", "]"),
    ("any", '{"a":', "7", "}"),
    ("list", "[", "", "]"),
    ("list", "[", "7", "]"),
    ("node", '{"next":', '{"v":1}', "}"),
    ("node", '{"next":', '{"v":[]}', "}"),
    ("node", '{"next":', "[]", "}"),
    ("node", '{"other":', "7", "}"),
    ("union", '{"a":', '"x"', "}"),
    ("union", '{"b":', "7", "}"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(TREE, tmp_path_factory.mktemp("tree")) as package:
        yield package


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("shape", SHAPES, ids="-".join)
@pytest.mark.parametrize("depth", [50, 97])
@pytest.mark.parametrize("strict", [False, True])
def test_an_answer_that_is_nested_deeply_is_read_shown_and_pickled(
    tree: Package, flavour: str, shape: tuple[str, str, str, str], depth: int, strict: bool
) -> None:
    name, opening, inside, closing = shape
    text = opening * depth + inside + closing * depth
    try:
        value = answered(tree, flavour, name, text, strict=strict)
    except tree.module.DecodeError as error:
        assert strict  # it differs from its schema, and so it is delivered and reported otherwise
        value = error
    assert repr(value)
    assert pickle.loads(pickle.dumps(value)) is not None  # noqa: S301 - our own
    if depth == 50 and hasattr(value, "to_wire"):  # pydantic writes only half as many levels as it reads
        assert json.dumps(value.to_wire(), separators=(",", ":")) == text


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("shape", SHAPES, ids="-".join)
@pytest.mark.parametrize("depth", [102, 400, 100_000])
@pytest.mark.parametrize("strict", [False, True])
def test_an_answer_that_is_nested_too_deeply_is_an_error_of_the_client(
    tree: Package, flavour: str, shape: tuple[str, str, str, str], depth: int, strict: bool
) -> None:
    name, opening, inside, closing = shape
    with pytest.raises(tree.module.DecodeError) as caught:
        answered(tree, flavour, name, opening * depth + inside + closing * depth, strict=strict)
    assert (len(repr(caught.value)) < 1000, caught.value.status) == (True, 200)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own


def answered(package: Package, flavour: str, name: str, text: str, *, strict: bool) -> Any:
    """What the method of that name returns for an answer."""
    response = httpx.Response(200, content=text, headers={"content-type": "application/json"})
    options: dict[str, Any] = {"strict": strict, "on_drift": lambda _: None}
    if flavour == "sync":
        return getattr(package.client(response, **options).t, name)()
    return asyncio.run(getattr(package.async_client(response, **options).t, name)())

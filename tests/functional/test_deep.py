"""Models that are nested deeper than Python's stack usually goes are built, used and left alone like all others."""

import json
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

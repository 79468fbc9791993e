"""Documented headers of responses: typed, in raw responses and in errors."""

import asyncio
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
components:
  headers:
    Left: {description: Calls that are left., schema: {type: integer}}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Shop-Key}}
security: [{key: []}]
paths:
  /orders:
    get:
      operationId: list
      tags: [orders]
      responses:
        "200":
          description: ok
          headers:
            Content-Type: {schema: {type: string}}
            X-Left: {$ref: '#/components/headers/Left'}
            X-Total: {schema: {type: number, format: decimal}}
            X-Ratio: {schema: {type: number}}
            X-Is-Last: {schema: {type: boolean}}
            X-Version: {schema: {type: string}}
            X-Or: {schema: {type: [integer, string]}}
            X-Id: {schema: {type: string, format: uuid}}
            X-At: {schema: {type: string, format: date-time}}
            Last-Modified: {schema: {type: string, format: date-time}}
            X-State: {schema: {type: string, enum: [OPEN, CLOSED]}}
            X-Tags: {schema: {type: array, items: {type: string}}}
            X-Numbers: {schema: {type: array, items: {type: integer}}}
            X-Range: {schema: {type: object, properties: {from: {type: integer}, unit: {type: string}}}}
            X-Exploded: {explode: true, schema: {type: object, properties: {from: {type: integer}}}}
            X-Json: {content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
            X-Any: {schema: {}}
            X-Shop-Key: {schema: {type: string}}
            UUID: {schema: {type: integer}}
          content: {application/json: {schema: {type: array, items: {type: string}}}}
        "429":
          description: slow down
          headers: {x-left: {$ref: '#/components/headers/Left'}, Retry-At: {schema: {type: string, format: date}}}
"""
WITHOUT = """
openapi: 3.1.0
info: {title: Plain, version: "1"}
paths: {/a: {get: {operationId: a, tags: [a], responses: {"200": {description: ok, content: {application/json: {}}}}}}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("shop")) as package:
        yield package


def raw_of(shop: Package, flavour: str, headers: dict[str, str]) -> Any:
    response = httpx.Response(200, json=[], headers=headers)
    if flavour == "sync":
        return shop.client(response, key="canary-1").with_raw_response.orders.list()

    async def run() -> Any:
        async with shop.async_client(response, key="canary-1") as client:
            return await client.with_raw_response.orders.list()

    return asyncio.run(run())


VALUES = [
    ("X_LEFT", "7", 7),
    ("X_LEFT", "-1", -1),
    ("X_TOTAL", "10.50", Decimal("10.50")),
    ("X_RATIO", "0.5", 0.5),
    ("X_IS_LAST", "true", True),
    ("X_VERSION", "7", "7"),
    ("X_VERSION", "a, b", "a, b"),
    ("X_OR", "7", 7),
    ("X_OR", "seven", "seven"),
    ("X_ID", "12345678-1234-5678-1234-567812345678", UUID("12345678-1234-5678-1234-567812345678")),
    ("X_AT", "2026-01-02T03:04:05Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ("LAST_MODIFIED", "Fri, 02 Jan 2026 03:04:05 GMT", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ("X_TAGS", "a, 1,c", ["a", "1", "c"]),
    ("X_TAGS", "", []),
    ("X_NUMBERS", "1,2", [1, 2]),
    ("X_ANY", "7", "7"),
]


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize(("name", "text", "value"), VALUES)
def test_a_header_has_its_type(shop: Package, flavour: str, name: str, text: str, value: object) -> None:
    header = getattr(shop.module.headers, name)
    read = header.read(raw_of(shop, flavour, {header.name: text}))
    assert (type(read) is type(value) or isinstance(value, datetime), read) == (True, value)


def test_objects_and_enums_are_models_of_the_package(shop: Package) -> None:
    headers = shop.module.headers
    texts = {"X-Range": "from,1,unit,rows", "X-Exploded": "from=2", "X-Json": '{"a": 3}', "X-State": "NEW"}
    raw = raw_of(shop, "sync", texts)
    assert headers.X_RANGE.read(raw).to_wire() == {"from": 1, "unit": "rows"}
    assert headers.X_EXPLODED.read(raw).to_wire() == {"from": 2}
    assert headers.X_JSON.read(raw).to_wire() == {"a": 3}
    state = headers.X_STATE.read(raw)
    assert (type(state).__module__.startswith(shop.name), state, state.is_known) == (True, "NEW", False)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_an_error_has_typed_headers_too_also_after_pickling(shop: Package, flavour: str) -> None:
    response = httpx.Response(429, headers={"X-Left": "0", "Retry-At": "2026-01-02"})
    client: Any = (shop.client if flavour == "sync" else shop.async_client)(response, max_retries=0, key="canary-1")
    with pytest.raises(shop.module.RateLimitError) as caught:
        client.orders.list() if flavour == "sync" else asyncio.run(client.orders.list())
    error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    headers = shop.module.headers
    assert (headers.X_LEFT.read(error), str(headers.RETRY_AT.read(error))) == (0, "2026-01-02")


def test_what_is_missing_or_hidden_is_none(shop: Package) -> None:
    headers = shop.module.headers
    raw = raw_of(shop, "sync", {"X-Shop-Key": "canary-1", "X-Version": "for canary-1"})
    assert [headers.X_LEFT.read(raw), headers.X_SHOP_KEY.read(raw), headers.X_VERSION.read(raw)] == [None] * 3


def test_a_value_of_another_type_is_an_error(shop: Package) -> None:
    with pytest.raises(shop.module.DecodeError, match="list: the header X-Left is not as documented") as caught:
        shop.module.headers.X_LEFT.read(raw_of(shop, "sync", {"X-Left": "many"}))
    assert (caught.value.status, caught.value.operation, "many" in str(caught.value)) == (200, "list", False)


@pytest.mark.parametrize("text", ["9" * 5000, "1e99999999999999999999", "Fri, 02 Jan 2026 03:04:05 +99999999999"])
def test_a_value_beyond_reason_is_an_error_or_a_text(shop: Package, text: str) -> None:
    raw = raw_of(shop, "sync", {"X-Left": text, "X-Numbers": text, "Last-Modified": text, "X-Version": text})
    for header in (shop.module.headers.X_LEFT, shop.module.headers.X_NUMBERS, shop.module.headers.LAST_MODIFIED):
        with pytest.raises(shop.module.DecodeError, match=f"the header {header.name} is not as documented"):
            header.read(raw)
    assert shop.module.headers.X_VERSION.read(raw) == text


def test_each_header_is_listed_once_and_content_type_is_none(shop: Package) -> None:
    names = shop.load("headers").__all__
    assert (len(names), names.count("X_LEFT"), "CONTENT_TYPE" in names, "UUID" in names) == (19, 1, False, False)
    assert "headers" in shop.module.__all__
    page = (shop.folder / "docs" / "response-headers.md").read_text("utf-8")
    assert "| `X_LEFT` | `X-Left` | `int` | Calls that are left. |" in page


def test_a_document_without_headers_has_nothing_of_them(tmp_path: Any) -> None:
    with built(WITHOUT, tmp_path) as plain:
        assert "headers" not in plain.module.__all__
        names = {path.name for path in plain.folder.rglob("*") if "headers" in path.name}
        assert names == set()

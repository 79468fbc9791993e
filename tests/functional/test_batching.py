"""`x-batch-limit` adds a method for lists of any length."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

ROOT = Path(__file__).parents[2]

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /shops/{shop}/changes:
    post:
      operationId: change
      x-resource: changes
      x-method: create
      x-batch-limit: {items: 3, bytes: 300, pointer: /rows, key: /rows/*/onceKey}
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: part, in: query, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [rows]
              properties:
                batching: {type: boolean}
                rows: {type: array, items: {$ref: "#/components/schemas/Row"}}
      responses: {"202": {description: ok, content: {application/json: {schema: {type: string}}}}}
  /tags:
    put:
      operationId: setTags
      x-resource: tags
      x-method: set
      x-batch-limit: {items: 2, pointer: ""}
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {type: string}}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Row:
      type: object
      required: [onceKey, units]
      properties: {onceKey: {type: string}, units: {type: integer}, price: {type: number}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("shop")) as package:
        yield package


def run(shop: Package, flavour: str, answer: httpx.Response, act: Any) -> Any:
    shop.requests.clear()
    if flavour == "sync":
        return act(shop.client(answer))

    async def later() -> Any:
        return await act(shop.async_client(answer))

    return asyncio.run(later())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_list_of_any_length_is_sent_within_the_limit(shop: Package, flavour: str) -> None:
    rows = ({"once_key": f"k{n}", "units": n, "price": Decimal("0.10")} for n in range(7))
    result = run(
        shop,
        flavour,
        httpx.Response(202, json="taken"),
        lambda client: client.changes.create_all("s 1", rows, part="x", batching=True),
    )
    bodies = [json.loads(request.content) for request in shop.requests]
    assert [[row["onceKey"] for row in body["rows"]] for body in bodies] == [
        ["k0", "k1", "k2"],
        ["k3", "k4", "k5"],
        ["k6"],
    ]
    assert [body["batching"] for body in bodies] == [True] * 3
    assert {str(request.url) for request in shop.requests} == {"https://api.test/shops/s%201/changes?part=x"}
    assert (result.accepted, result.failed, {part.value for part in result.parts}) == (7, 0, {"taken"})
    assert isinstance(result, shop.module.BatchResult)


def test_an_async_client_accepts_an_async_iterable(shop: Package) -> None:
    async def rows() -> AsyncIterator[dict[str, Any]]:
        for n in range(4):
            await asyncio.sleep(0)
            yield {"once_key": f"k{n}", "units": n}

    result = run(
        shop, "async", httpx.Response(202, json="taken"), lambda client: client.changes.create_all("s", rows())
    )
    assert (result.accepted, len(shop.requests)) == (4, 2)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_rejected_batch_is_searched_for_the_rejected_items(shop: Package, flavour: str) -> None:
    rows = [{"once_key": f"k{n}", "units": n} for n in range(3)]
    result = run(shop, flavour, httpx.Response(400), lambda client: client.changes.create_all("s", rows))
    assert ([part.count for part in result.failures], len(shop.requests)) == ([1, 1, 1], 5)
    off = shop.module.Batching(search=0)
    result = run(shop, flavour, httpx.Response(400), lambda client: client.changes.create_all("s", rows, batching_=off))
    assert ([part.count for part in result.failures], len(shop.requests)) == ([3], 1)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_items_get_keys_and_options_apply(shop: Package, flavour: str, tmp_path: Path) -> None:
    options = shop.module.Batching(workers=2, journal=tmp_path / "j", run="monday")
    rows = [{"units": n} for n in range(4)]
    answer = httpx.Response(202, json="taken")
    for _ in range(2):
        result = run(shop, flavour, answer, lambda client: client.changes.create_all("s", rows, batching_=options))
    assert (result.run, [part.is_earlier for part in result.parts], shop.requests) == ("monday", [True, True], [])


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_the_body_itself_may_be_the_list(shop: Package, flavour: str) -> None:
    result = run(shop, flavour, httpx.Response(204), lambda client: client.tags.set_all(["a", "b", "c"]))
    assert [request.content for request in shop.requests] == [b'["a","b"]', b'["c"]']
    assert (result.accepted, result.parts[0].value) == (3, None)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_ten_thousand_adjustments_fit_into_the_real_limits(flavour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "generated" / "channelape" / "src"))
    import channelape  # noqa: PLC0415 - importable only now

    bodies: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(request.content)
        about = {"id": "b", "type": "INVENTORY", "status": "READY", "businessId": "7"}
        return httpx.Response(
            201, json={**about, "createdAt": "2026-03-02T06:00:00Z", "updatedAt": "2026-03-02T06:00:00Z"}
        )

    def rows(memo: str) -> Iterator[dict[str, object]]:
        for n in range(10_000):
            row = {"sku": f"SKU-{n}", "location_id": "87", "inventory_status": "ON_HAND", "quantity": n}
            yield {**row, "operation": "ADJUST", "memo": memo}

    transport = httpx.MockTransport(answer)
    outcomes: list[tuple[int, int, list[int]]] = []
    for memo in ("", "m" * 200):
        bodies.clear()
        if flavour == "sync":
            client = channelape.ChannelApe(token="canary-3", http_client=httpx.Client(transport=transport))  # noqa: S106 - no secret
            result = client.batches.create_all(rows(memo), business_id="7")
        else:
            http = httpx.AsyncClient(transport=transport)
            other = channelape.AsyncChannelApe(token="canary-3", http_client=http)  # noqa: S106 - as above
            result = asyncio.run(other.batches.create_all(rows(memo), business_id="7"))
        keys = {row["idempotentKey"] for body in bodies for row in json.loads(body)["adjustments"]}
        assert max(map(len, bodies)) <= 1_000_000
        outcomes.append((result.accepted, len(keys), [len(json.loads(body)["adjustments"]) for body in bodies]))
    assert outcomes[0] == (10_000, 10_000, [4000, 4000, 2000])
    assert (outcomes[1][:2], len(outcomes[1][2])) == ((10_000, 10_000), 4)

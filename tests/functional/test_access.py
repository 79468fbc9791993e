"""What a generated client gives besides values: whole responses, hooks, the HTTP library of one's choice."""

import asyncio
import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.config import load_configs
from channelsmith.pipeline import generate_package
from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.test"}]
tags:
  - {name: Orders, x-resource: orders}
  - {name: Lines, x-resource: orders.lines}
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      x-method: get
      tags: [Orders]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: send, in: query, schema: {type: string}}
      responses:
        "200": {description: it, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
  /orders/{id}/lines:
    get:
      operationId: listLines
      x-method: list
      tags: [Lines]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: them, content: {application/json: {schema: {type: array, items: {type: string}}}}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with built(SPEC, tmp_path_factory.mktemp("shop")) as package:
        yield package


def run(package: Package, flavour: str, answer: httpx.Response, act: Any, **options: Any) -> Any:
    """What a method of either client gives."""
    package.requests.clear()
    if flavour == "sync":
        return act(package.client(answer, **options))

    async def later() -> Any:
        return await act(package.async_client(answer, **options))

    return asyncio.run(later())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_every_resource_gives_whole_responses_too(shop: Package, flavour: str) -> None:
    order = httpx.Response(200, json={"id": "7"}, headers={"X-Trace": "t"})
    raw = run(shop, flavour, order, lambda client: client.with_raw_response.orders.get("7", send="x"))
    assert (raw.parsed.id, raw.status, raw.headers["x-trace"], raw.content) == ("7", 200, "t", b'{"id":"7"}')
    assert isinstance(raw, shop.module.RawResponse)
    assert str(shop.sent.url) == "https://api.test/orders/7?send=x"
    lines = httpx.Response(200, json=["a"])
    raw = run(shop, flavour, lines, lambda client: client.with_raw_response.orders.lines.list("7"))
    assert (raw.parsed, raw.operation) == (["a"], "listLines")
    assert run(
        shop,
        flavour,
        lines,
        lambda client: client.with_raw_response.send(shop.load("endpoints.orders_lines").list("7")),
    ).parsed == ["a"]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_what_has_no_single_response_is_refused_in_words(shop: Package, flavour: str) -> None:
    client = shop.client() if flavour == "sync" else shop.async_client()
    with pytest.raises(
        AttributeError, match="'export' does not return a whole response: only the methods of single operations"
    ):
        client.with_raw_response.orders.export()
    assert not hasattr(client.with_raw_response.orders.lines, "get_to")


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_hooks_and_the_budget_are_arguments_of_the_clients(shop: Package, flavour: str) -> None:
    events: list[Any] = []
    run(
        shop,
        flavour,
        httpx.Response(200, json={}),
        lambda client: client.orders.get("7"),
        before_request=events.append,
        after_response=events.append,
        max_elapsed=60,
    )
    assert [(type(each), each.path) for each in events[:1]] == [(shop.module.RequestEvent, "/orders/{id}")]
    assert [(type(each), each.status) for each in events[1:]] == [(shop.module.ResponseEvent, 200)]
    with pytest.raises(shop.module.ConfigurationError, match=r"^max_elapsed="):
        shop.client(max_elapsed=-1)


def test_the_http_library_is_one_line_of_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.yaml").write_text(SPEC, "utf-8")
    seen: dict[str, tuple[list[str], bool]] = {}
    for http in ("httpx", "httpx2"):
        line = f"http = '{http}'"
        (tmp_path / "pyproject.toml").write_text(
            f"[tool.channelsmith.apis.shop]\nspec = 'shop.yaml'\noutput = 'out'\n{line}\n", "utf-8"
        )
        (job,) = load_configs()
        tree, _ = generate_package(job)
        files = dict(tree.files)
        project = tomllib.loads(files["pyproject.toml"])["project"]
        seen[http] = (project["dependencies"], "http_library" in files["src/shop/_api.py"])
    assert seen == {
        "httpx": (["httpx>=0.27,<1", "pydantic>=2.11,<3"], False),
        "httpx2": (["httpx2>=2,<3", "pydantic>=2.11,<3"], True),
    }

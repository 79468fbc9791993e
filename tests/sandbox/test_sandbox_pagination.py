"""The sandbox serves pages in every declared style; a generated client reads them over a socket."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from channelsmith.sandbox import Running, run
from support.packages import Package, built

PAGE = "{$ref: '#/components/schemas/Page'}"
SIZE = "{name: size, in: query, schema: {type: integer, default: 4}}"
NUMBER = "{name: page, in: query, schema: {type: integer}}"
CURSOR = "{name: cursor, in: query, schema: {type: string}}"
STYLES = {
    "cursor": ("cursor: {parameter: cursor, pointer: /next}", CURSOR, PAGE),
    "item": ("cursor: {parameter: cursor, item: /id}, stop: {pointer: /more, value: false}", CURSOR, PAGE),
    "page": ("page: {parameter: page, pages: /pages}, total: /total", NUMBER, PAGE),
    "zero": ("page: {parameter: page, first: 0}, stop: {pointer: /final, value: true}", NUMBER, PAGE),
    "offset": (
        "offset: {parameter: from, first: 1}, total: /total",
        "{name: from, in: query, schema: {type: integer}}",
        PAGE,
    ),
    "link": (
        "link: next, total: {header: X-Total}",
        CURSOR,
        "{type: array, items: {$ref: '#/components/schemas/Item'}}",
    ),
    "next_url": ("nextUrl: /links/next", NUMBER, PAGE),
}


def path(name: str, style: str, parameter: str, schema: str) -> str:
    items = '""' if name == "link" else "/items"
    return f"""
      /{name}/items:
        get:
          operationId: {name}
          tags: [lists]
          x-pagination: {{{style}, items: {items}, limit: size}}
          parameters: [{parameter}, {SIZE}]
          responses: {{"200": {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}"""


DOCUMENT = f"""
    openapi: 3.1.0
    info: {{title: Lists, version: "1"}}
    servers: [{{url: "http://localhost/base/v1"}}]
    paths: {"".join(path(name, *style) for name, style in STYLES.items())}
    components:
      schemas:
        Item: {{type: object, required: [id], properties: {{id: {{type: string}}, name: {{type: string}}}}}}
        Page:
          type: object
          properties:
            items: {{type: array, items: {{$ref: "#/components/schemas/Item"}}}}
            next: {{type: [string, "null"]}}
            more: {{type: boolean}}
            final: {{type: boolean}}
            pages: {{type: integer}}
            total: {{type: integer}}
            links: {{type: object, properties: {{next: {{type: string}}}}}}
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Package, Running]]:
    folder = tmp_path_factory.mktemp("lists")
    with built(DOCUMENT, folder, name="paged_lists") as package, run(folder / "paged_lists.yaml", items=10) as running:
        yield package, running


async def read(client: Any, name: str) -> tuple[list[str], list[str], Any]:
    """The ids of all items, those after the first page, and the total, of an async client."""
    async with client:
        pager = getattr(client.lists, name)()
        ids = [item.id async for item in pager]
        first = getattr(client.lists, name)()
        async for _ in first.pages():
            break
        return ids, [item.id async for item in first.resume(first.cursor)], pager.total


@pytest.mark.parametrize("name", STYLES)
def test_every_item_is_served_once(lists: tuple[Package, Running], name: str) -> None:
    package, running = lists
    with package.load("client").PagedLists(base_url=running.url) as client:
        pager = getattr(client.lists, name)()
        ids = [item.id for item in pager]
        assert len(ids) == len(set(ids)) == 10
        assert [len(page if name == "link" else page.items) for page in getattr(client.lists, name)().pages()] == [
            *(4, 4, 2)
        ]
        assert pager.total == (10 if name in {"page", "offset", "link"} else None)
    found = asyncio.run(read(package.load("client").AsyncPagedLists(base_url=running.url), name))
    assert found == (ids, ids[4:], pager.total)

"""Paged lists: every item once, lazily, from any cursor, never in a loop."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from support.packages import Package

Build = Callable[[str], Package]

SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /orders:
        get:
          operationId: list
          tags: [orders]
          x-method: list
          x-pagination:
            cursor: {parameter: lastKey, pointer: /paging/lastKey}
            STOP
            items: /orderList
          parameters:
            - {name: lastKey, in: query, schema: {type: string}}
            - {name: state, in: query, schema: {type: array, items: {type: string}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Orders"}}}}
    components:
      schemas:
        Orders:
          type: object
          properties:
            orderList: {type: array, items: {$ref: "#/components/schemas/Order"}}
            paging: {$ref: "#/components/schemas/Paging"}
        Order: {type: object, properties: {id: {type: string}}}
        Paging: {type: object, properties: {lastKey: {type: string}, lastPage: {type: boolean}}}
"""
FLAG = SHOP.replace("STOP", "stop: {pointer: /paging/lastPage, value: true}")
NO_FLAG = SHOP.replace("STOP\n", "\n")


def page(ids: str, key: str | None = None, *, last: bool | None = None) -> httpx.Response:
    paging = {name: value for name, value in (("lastKey", key), ("lastPage", last)) if value is not None}
    return httpx.Response(200, json={"orderList": [{"id": order_id} for order_id in ids], "paging": paging})


THREE = (page("ab", "k &1", last=False), page("", "k2", last=False), page("c", "k3", last=True))


def listed(shop: Package, flavour: str, *answers: httpx.Response, what: str = "items", **arguments: Any) -> list[Any]:
    """Everything that iterating gives, by one of the clients."""
    if flavour == "sync":
        pager = shop.client(*answers).orders.list(**arguments)
        return list(pager if what == "items" else pager.pages())

    async def run() -> list[Any]:
        async with shop.async_client(*answers) as client:
            pager = client.orders.list(**arguments)
            return [item async for item in (pager if what == "items" else pager.pages())]

    return asyncio.run(run())


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_items_of_all_pages_are_yielded_with_the_same_arguments(build: Build, flavour: str) -> None:
    shop = build(FLAG)
    orders = listed(shop, flavour, *THREE, state=["OPEN", "a b"])
    assert [order.id for order in orders] == ["a", "b", "c"]
    assert [request.url.params.get("lastKey") for request in shop.requests] == [None, "k &1", "k2"]
    assert [request.url.params.get_list("state") for request in shop.requests] == [["OPEN", "a b"]] * 3


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_pages_are_yielded_unchanged(build: Build, flavour: str) -> None:
    pages = listed(build(FLAG), flavour, *THREE, what="pages")
    assert [(type(page).__name__, len(page.order_list)) for page in pages] == [
        ("Orders", 2),
        ("Orders", 0),
        ("Orders", 1),
    ]


def test_nothing_is_fetched_before_it_is_needed(build: Build) -> None:
    shop = build(FLAG)
    orders = iter(shop.client(*THREE).orders.list())
    assert len(shop.requests) == 0
    assert [next(orders).id, next(orders).id, len(shop.requests)] == ["a", "b", 1]
    assert [next(orders).id, len(shop.requests)] == ["c", 3]


def test_a_cursor_continues_in_another_process(build: Build) -> None:
    shop = build(FLAG)
    pager = shop.client(*THREE).orders.list()
    pages = pager.pages()
    next(pages)
    assert pager.cursor == "k &1"
    shop.requests.clear()
    later = shop.client(*THREE[1:]).orders.list(last_key=pager.cursor)
    assert [order.id for order in later] == ["c"]
    assert [request.url.params["lastKey"] for request in shop.requests] == ["k &1", "k2"]
    assert later.cursor is None


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_cursor_on_the_last_page_is_not_another_page(build: Build, flavour: str) -> None:
    assert [order.id for order in listed(build(FLAG), flavour, page("a", "k", last=True))] == ["a"]


def test_without_a_flag_the_missing_cursor_ends_the_list(build: Build) -> None:
    assert [order.id for order in listed(build(NO_FLAG), "sync", page("a", "k"), page("b"))] == ["a", "b"]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ((page("a", "k", last=False),), "was used before"),
        ((page("a", "k", last=False), page("b", "j", last=False), page("c", "k", last=False)), "was used before"),
        ((page("a", last=False),), "has no cursor"),
        ((page("a"),), "has no cursor"),
    ],
)
@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_missing_or_repeated_cursor_is_an_error(
    build: Build, flavour: str, answers: tuple[httpx.Response, ...], message: str
) -> None:
    shop = build(FLAG)
    with pytest.raises(shop.module.PaginationError, match=message):
        listed(shop, flavour, *answers)
    assert len(shop.requests) <= 4


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"orderList": 5}, "its items are not a list"),
        ({"orderList": "abc"}, "its items are not a list"),
        ({"orderList": {"a": {}}}, "its items are not a list"),
        ({"paging": {"lastKey": "\ud800"}}, "characters that cannot be sent"),
    ],
)
@pytest.mark.filterwarnings("ignore:list. response differs")
@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_page_that_leads_nowhere_is_an_error(build: Build, flavour: str, body: dict[str, Any], message: str) -> None:
    shop = build(NO_FLAG)
    with pytest.raises(shop.module.PaginationError, match=message):
        listed(shop, flavour, httpx.Response(200, content=json.dumps(body).encode()))
    assert len(shop.requests) == 1


def test_the_first_page_alone_is_one_call(build: Build) -> None:
    shop = build(FLAG)
    assert len(shop.client(*THREE).orders.list().first().order_list) == 2
    assert len(shop.requests) == 1


def test_a_page_that_does_not_fit_its_schema_is_still_followed(build: Build) -> None:
    shop = build(FLAG)
    broken = {"orderList": [{"id": 7}], "paging": {"lastKey": 12, "lastPage": False}}
    drifts: list[Any] = []
    client = shop.client(
        httpx.Response(200, content=json.dumps(broken).encode()), page("z", last=True), on_drift=drifts.append
    )
    assert [order.id for order in client.orders.list()] == [7, "z"]
    assert shop.requests[1].url.params["lastKey"] == "12"
    assert drifts

"""Every declared style of pagination, sync and async: all items once, totals, resuming, and an end to every list."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

Handler = Callable[[httpx.Request], httpx.Response]

DOCUMENT = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    security: [{key: []}]
    paths:
      /numbers:
        get:
          operationId: numbers
          tags: [lists]
          x-pagination: {page: {parameter: page, pages: /meta/pages}, items: /items, total: /meta/total}
          parameters: [PAGE, {name: state, in: query, schema: {type: string}}]
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
      /bare:
        get:
          operationId: bare
          tags: [lists]
          x-pagination: {page: {parameter: page}, items: "", total: {header: X-Total-Count}}
          parameters: [PAGE]
          responses: {"200": {description: ok, content: {application/json: {schema: ITEMS}}}}
      /zero:
        get:
          operationId: zero
          tags: [lists]
          x-pagination: {page: {parameter: page}, items: /items, stop: {pointer: /last, value: true}}
          parameters: [{name: page, in: query, schema: {type: integer, default: 0}}]
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
      /offsets:
        get:
          operationId: offsets
          tags: [lists]
          x-pagination: {offset: {parameter: offset}, limit: limit, items: /items, total: /total}
          parameters:
            - {name: offset, in: query, schema: {type: integer}}
            - {name: limit, in: query, schema: {type: integer}}
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
      /links:
        get:
          operationId: links
          tags: [lists]
          x-pagination: {link: next, items: ""}
          parameters: [{name: state, in: query, schema: {type: string}}]
          responses: {"200": {description: ok, content: {application/json: {schema: ITEMS}}}}
      /urls:
        get:
          operationId: urls
          tags: [lists]
          x-pagination: {nextUrl: /links/next, items: /items}
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
      /shops/{shop}/reports:
        get:
          operationId: reports
          tags: [lists]
          x-pagination: {cursor: {parameter: nextToken, pointer: /nextToken, alone: true}, items: /items}
          parameters:
            - {name: shop, in: path, required: true, schema: {type: string}}
            - {name: nextToken, in: query, schema: {type: string}}
            - {name: types, in: query, schema: {type: array, items: {type: string}}}
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
      /charges:
        get:
          operationId: charges
          tags: [lists]
          x-pagination:
            cursor: {parameter: starting_after, item: /id}
            stop: {pointer: /has_more, value: false}
            items: /items
          parameters: [{name: starting_after, in: query, schema: {type: string}}]
          responses: {"200": {description: ok, content: {application/json: {schema: ONE_PAGE}}}}
    components:
      securitySchemes: {key: {type: apiKey, in: query, name: key}}
      schemas:
        Item: {type: object, properties: {id: {type: string}}}
        Page:
          type: object
          properties:
            items: ITEMS
            meta: {type: object, properties: {pages: {type: integer}, total: {type: integer}}}
            total: {type: integer}
            last: {type: boolean}
            has_more: {type: boolean}
            nextToken: {type: [string, "null"]}
            links: {type: object, properties: {next: {type: [string, "null"]}}}
"""
DOCUMENT = (
    DOCUMENT.replace("ONE_PAGE", '{$ref: "#/components/schemas/Page"}')
    .replace("ITEMS", '{type: array, items: {$ref: "#/components/schemas/Item"}}')
    .replace("PAGE", "{name: page, in: query, schema: {type: integer}}")
)
BASE = "https://api.test/v1"
KEY = "canary-pages"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("styles"), name="paged_shop") as package:
        yield package


def items(ids: str) -> list[dict[str, str]]:
    return [{"id": item_id} for item_id in ids]


class Server:
    """Answers requests, and keeps them; no list needs as many as it permits."""

    def __init__(self, answer: Handler) -> None:
        self.requests: list[httpx.Request] = []
        self._answer = answer

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        assert len(self.requests) < 20
        return self._answer(request)

    def asked(self, *names: str) -> list[tuple[str | None, ...]]:
        return [tuple(request.url.params.get(name) for name in names) for request in self.requests]

    @property
    def targets(self) -> list[str]:
        """Path and query of every request, without the key."""
        targets = [request.url.raw_path.decode() for request in self.requests]
        return [re.sub(r"[?&]key=[^&]*$", "", target) for target in targets]


def read(
    shop: Package, flavour: str, server: Server, choose: Callable[[Any], Any], what: str = "items"
) -> tuple[list[Any], Any]:
    """The ids of all items, or all pages, of the pager that `choose` makes from a client; and the pager."""
    if flavour == "sync":
        http = httpx.Client(transport=httpx.MockTransport(server))
        pager = choose(shop.load("client").PagedShop(http_client=http, base_url=BASE, key=KEY, on_drift=ignore).lists)
        return ([item.id for item in pager] if what == "items" else list(pager.pages())), pager

    async def run() -> tuple[list[Any], Any]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(server))
        async with http:
            pager = choose(
                shop.load("client").AsyncPagedShop(http_client=http, base_url=BASE, key=KEY, on_drift=ignore).lists
            )
            if what == "items":
                return [item.id async for item in pager], pager
            return [page async for page in pager.pages()], pager

    return asyncio.run(run())


def ignore(_: object) -> None:
    """Some servers here send values of other types than declared."""


both = pytest.mark.parametrize("flavour", ["sync", "async"])


def numbered(*pages: str, first: int = 1, **members: Any) -> Handler:
    """A server with these pages by their number, and nothing beyond the last one."""

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", first)) - first
        found = items(pages[number]) if number < len(pages) else []
        return httpx.Response(200, json={"items": found, **members})

    return answer


@both
def test_page_numbers_end_at_the_number_of_pages(shop: Package, flavour: str) -> None:
    server = Server(numbered("ab", "cd", "e", meta={"pages": 3, "total": 5}))
    ids, pager = read(shop, flavour, server, lambda lists: lists.numbers(state="OPEN"))
    assert ids == list("abcde")
    assert server.asked("page", "state") == [(None, "OPEN"), ("2", "OPEN"), ("3", "OPEN")]
    assert (pager.total, pager.cursor) == (5, None)


@pytest.mark.parametrize("total", [10**4299, "9" * 4300, 1e300])
def test_a_total_beyond_reason_is_none(shop: Package, total: object) -> None:
    _, pager = read(shop, "sync", Server(numbered("ab", meta={"total": total})), lambda lists: lists.numbers())
    assert pager.total is None


@both
@pytest.mark.parametrize(
    ("meta", "requests"), [({"total": 5}, 3), ({"total": "5"}, 3), ({}, 4), (None, 4), ({"pages": True}, 4)]
)
def test_page_numbers_end_at_the_total_or_at_an_empty_page(
    shop: Package, flavour: str, meta: Any, requests: int
) -> None:
    server = Server(numbered("ab", "cd", "e", meta=meta))
    ids, _ = read(shop, flavour, server, lambda lists: lists.numbers())
    assert (ids, len(server.requests)) == (list("abcde"), requests)


@both
def test_a_page_number_continues_in_another_process(shop: Package, flavour: str) -> None:
    server = Server(numbered("ab", "cd", "e", meta={"total": 5}))
    ids, pager = read(shop, flavour, server, lambda lists: lists.numbers(state="OPEN").resume("2"))
    assert ids == list("cde")
    assert server.asked("page", "state") == [("2", "OPEN"), ("3", "OPEN"), ("4", "OPEN")]  # the total is not reached
    assert read(shop, flavour, server, lambda lists: lists.numbers(page=3))[0] == ["e"]
    assert pager.cursor is None


@both
def test_the_first_page_may_have_the_number_zero(shop: Package, flavour: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", 0))
        return httpx.Response(200, json={"items": items("abc"[number]), "last": number == 2})

    server = Server(answer)
    assert read(shop, flavour, server, lambda lists: lists.zero())[0] == list("abc")
    assert server.asked("page") == [(None,), ("1",), ("2",)]


@both
@pytest.mark.parametrize("operation", ["numbers", "zero"])
def test_a_server_that_ignores_the_number_is_noticed(shop: Package, flavour: str, operation: str) -> None:
    server = Server(lambda _: httpx.Response(200, json={"items": items("ab"), "last": False}))
    with pytest.raises(shop.module.PaginationError, match="an earlier page has the same items"):
        read(shop, flavour, server, lambda lists: getattr(lists, operation)())
    assert len(server.requests) == 2


@both
def test_a_server_that_starts_again_is_noticed(shop: Package, flavour: str) -> None:
    pages = ["ab", "cd", "ef"]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"items": items(pages[(int(request.url.params.get("page", 1)) - 1) % 3])})

    with pytest.raises(shop.module.PaginationError, match="an earlier page has the same items"):
        read(shop, flavour, Server(answer), lambda lists: lists.numbers())


@both
def test_the_total_may_be_in_a_header(shop: Package, flavour: str) -> None:
    pages = {"1": "ab", "2": "c"}

    def answer(request: httpx.Request) -> httpx.Response:
        found = items(pages[request.url.params.get("page", "1")])
        return httpx.Response(200, json=found, headers={"x-total-count": "3"})

    ids, pager = read(shop, flavour, Server(answer), lambda lists: lists.bare())
    assert (ids, pager.total) == (list("abc"), 3)


@both
@pytest.mark.parametrize("total", [{"total": 5}, {}])
def test_offsets_advance_by_the_items_received(shop: Package, flavour: str, total: dict[str, int]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        offset = int(request.url.params.get("offset", 0))
        return httpx.Response(200, json={"items": items("abcde"[offset : offset + 2]), **total})  # at most two

    server = Server(answer)
    ids, pager = read(shop, flavour, server, lambda lists: lists.offsets(limit=100))
    assert (ids, pager.total) == (list("abcde"), total.get("total"))
    end = [] if total else [("5", "100")]
    assert server.asked("offset", "limit") == [(None, "100"), ("2", "100"), ("4", "100"), *end]
    assert read(shop, flavour, server, lambda lists: lists.offsets().resume("3"))[0] == list("de")


@both
def test_pages_and_cursors_of_counted_pages(shop: Package, flavour: str) -> None:
    server = Server(numbered("ab", "c", meta={"pages": 2, "total": 3}))
    pages, _ = read(shop, flavour, server, lambda lists: lists.numbers(), "pages")
    assert [len(page.items) for page in pages] == [2, 1]


def test_the_total_and_the_cursor_are_known_after_the_first_page(shop: Package) -> None:
    http = httpx.Client(transport=httpx.MockTransport(Server(numbered("ab", "c", meta={"pages": 2, "total": 3}))))
    pager = shop.load("client").PagedShop(http_client=http, base_url=BASE, key=KEY).lists.numbers()
    assert pager.total is None
    iterator = iter(pager)
    assert (next(iterator).id, pager.total) == ("a", 3)
    pages = pager.pages()
    next(pages)
    assert pager.cursor == "2"
    other = shop.load("client").PagedShop(http_client=http, base_url=BASE, key=KEY).lists.numbers()
    assert (len(other.first().items), other.total) == (2, 3)


@both
@pytest.mark.parametrize("argument", ["last", "9" * 30])
def test_a_page_that_is_not_numbered_has_no_next_one(shop: Package, flavour: str, argument: str) -> None:
    server = Server(lambda _: httpx.Response(200, json={"items": items("ab")}))
    with pytest.raises(shop.module.PaginationError, match="it is not a number"):
        read(shop, flavour, server, lambda lists: lists.numbers().resume(argument))


@both
@pytest.mark.parametrize("cursor", [2, None, b"2"])
def test_a_cursor_that_is_no_text_is_refused_at_once(shop: Package, flavour: str, cursor: Any) -> None:
    server = Server(numbered("ab"))
    with pytest.raises(shop.module.InvalidRequestError, match="cursor= has to be a str"):
        read(shop, flavour, server, lambda lists: lists.numbers().resume(cursor))
    assert server.requests == []


# ---------------------------------------------------------------- cursors


@both
def test_a_cursor_may_have_to_be_sent_alone(shop: Package, flavour: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        token = request.url.params.get("nextToken")
        return httpx.Response(200, json={"items": items("b" if token else "a"), "nextToken": None if token else "t&1"})

    server = Server(answer)
    assert read(shop, flavour, server, lambda lists: lists.reports("s/1", types=["A", "B"]))[0] == ["a", "b"]
    assert server.targets == ["/v1/shops/s%2F1/reports?types=A&types=B", "/v1/shops/s%2F1/reports?nextToken=t%261"]


@both
def test_a_key_of_the_caller_is_sent_with_a_cursor_that_is_alone(shop: Package, flavour: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        token = request.url.params.get("nextToken")
        return httpx.Response(200, json={"items": items("b" if token else "a"), "nextToken": None if token else "2"})

    server, key = Server(answer), {"key": KEY, "trace": "1"}
    pages = read(shop, flavour, server, lambda lists: lists.reports("s", types=["A"], extra_query=key))
    assert pages[0] == ["a", "b"]
    read(shop, flavour, server, lambda lists: lists.reports("s", types=["A"], extra_query=key).resume("2"))
    assert [sorted(request.url.params) for request in server.requests] == [
        ["key", "trace", "types"],
        ["key", "nextToken"],
        ["key", "nextToken"],
    ]
    assert {request.url.params["key"] for request in server.requests} == {KEY}


@both
def test_the_cursor_may_be_the_last_item(shop: Package, flavour: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        after = request.url.params.get("starting_after", "")
        return httpx.Response(200, json={"items": items({"": "ab", "b": "c"}[after]), "has_more": not after})

    server = Server(answer)
    assert read(shop, flavour, server, lambda lists: lists.charges())[0] == list("abc")
    assert server.asked("starting_after") == [(None,), ("b",)]


@both
def test_more_without_an_item_to_continue_from_is_an_error(shop: Package, flavour: str) -> None:
    server = Server(lambda _: httpx.Response(200, json={"items": [], "has_more": True}))
    with pytest.raises(shop.module.PaginationError, match="has no cursor"):
        read(shop, flavour, server, lambda lists: lists.charges())


# ---------------------------------------------------------------- URLs


def linked(*answers: tuple[str, str]) -> Handler:
    """Pages with these items and `Link` headers, one after the other."""
    waiting = list(answers)

    def answer(_: httpx.Request) -> httpx.Response:
        ids, link = waiting.pop(0)
        return httpx.Response(200, json=items(ids), headers={"Link": link} if link else {})

    return answer


@both
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ('<https://api.test/v1/links?page=2>; rel="next"', "/v1/links?page=2"),
        ('<https://API.test:443/other/list?a=b>; rel="next"', "/other/list?a=b"),
        ("</v1/links?page=2>; rel=next", "/v1/links?page=2"),
        ("</links?page=2>; rel=next", "/links?page=2"),
        ("<links?page=2>; rel=next", "/v1/links?page=2"),
        ("<?page=2&state=OPEN>; rel=next", "/v1/links?page=2&state=OPEN"),
        ('<https://api.test/v1/links?page=1>; rel="prev", </p?q=1>; title="a, b; c"; rel="last NEXT"', "/p?q=1"),
        ('<?a=%2C,;>; REL="next"', "/v1/links?a=%2C,;"),
        ('</x>; title="<y>; rel=next \\" ,"; rel="up", </z>; rel="next"', "/z"),
        ("</x>; rel=prev; rel=next, </y> ; rel = next", "/y"),
        ('</x>; anchor="#other"; rel=next, </y>; rel=next', "/y"),
        ('</x> ; rel="nextish", , </y>;rel="next";', "/y"),
    ],
)
def test_the_link_header_leads_to_the_next_page(shop: Package, flavour: str, link: str, target: str) -> None:
    server = Server(linked(("ab", link), ("c", '</v1/links>; rel="first"')))
    ids, pager = read(shop, flavour, server, lambda lists: lists.links(state="OPEN"))
    assert ids == list("abc")
    assert server.targets == ["/v1/links?state=OPEN", target]
    assert pager.cursor is None


@both
@pytest.mark.parametrize(
    "link", ["", "</x>", '</x>; rel="prev"', "; rel=next", "<", "</x; rel=next", '</x>; rel="next', "nothing"]
)
def test_without_a_next_link_the_page_is_the_last(shop: Package, flavour: str, link: str) -> None:
    assert read(shop, flavour, Server(linked(("ab", link))), lambda lists: lists.links())[0] == ["a", "b"]


def test_several_link_headers_are_read(shop: Package) -> None:
    class Server:
        requests = 0

        def __call__(self, request: httpx.Request) -> httpx.Response:
            self.requests += 1
            headers = [("Link", '</x>; rel="prev"'), ("Link", '</y>; rel="next"')] if self.requests == 1 else []
            return httpx.Response(200, json=items("a" if request.url.path == "/v1/links" else "b"), headers=headers)

    http = httpx.Client(transport=httpx.MockTransport(Server()))
    client = shop.load("client").PagedShop(http_client=http, base_url=BASE, key=KEY)
    assert [item.id for item in client.lists.links()] == ["a", "b"]


ELSEWHERE = [
    "https://evil.test/v1/links?page=2",
    "http://api.test/v1/links?page=2",
    "https://api.test:444/v1/links",
    "https://user@api.test/v1/links",
    "https://api.test.evil.test/v1",
    "//evil.test/links",
    "https://[broken/",
    "https://api.test\\@evil.test/",
    "javascript:alert(1)",
    "https://api.test:x/",
]


@both
@pytest.mark.parametrize("url", ELSEWHERE)
@pytest.mark.parametrize("operation", ["links", "urls"])
def test_a_next_page_on_another_host_is_refused(shop: Package, flavour: str, operation: str, url: str) -> None:
    body: Any = items("a") if operation == "links" else {"items": items("a"), "links": {"next": url}}
    server = Server(lambda _: httpx.Response(200, json=body, headers={"link": f'<{url}>; rel="next"'}))
    with pytest.raises(shop.module.PaginationError, match="on another host"):
        read(shop, flavour, server, lambda lists: getattr(lists, operation)())
    assert len(server.requests) == 1
    with pytest.raises(shop.module.PagedShopError):
        read(shop, flavour, server, lambda lists: getattr(lists, operation)().resume(url))
    assert len(server.requests) == 1


@pytest.mark.parametrize("operation", ["links", "urls"])
@pytest.mark.parametrize("place", ["client", "call"])
def test_a_key_of_the_caller_goes_along_with_every_page_but_not_into_cursors(
    shop: Package, operation: str, place: str
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        url = None if "page" in request.url.params else str(request.url.copy_set_param("page", "2"))
        body: Any = items("a") if operation == "links" else {"items": items("a"), "links": {"next": url}}
        return httpx.Response(200, json=body, headers={"link": f'<{url}>; rel="next"'} if url else {})

    server, key = Server(answer), {"key": KEY}
    http = httpx.Client(transport=httpx.MockTransport(server))
    options = {"query": key} if place == "client" else {}
    client = shop.load("client").PagedShop(http_client=http, base_url=BASE, **options)
    pager = getattr(client.lists, operation)(**{"extra_query": key} if place == "call" else {})
    pages = pager.pages()
    next(pages)
    assert pager.cursor == f"{BASE}/{operation}?page=2"
    assert len([*pages]) == 1
    assert [request.url.params.get_list("key") for request in server.requests] == [[KEY], [KEY]]


@both
@pytest.mark.parametrize("operation", ["links", "urls"])
def test_a_next_page_that_could_leave_the_api_is_refused(shop: Package, flavour: str, operation: str) -> None:
    url = "/%2e%2e/admin"
    body: Any = items("a") if operation == "links" else {"items": items("a"), "links": {"next": url}}
    server = Server(lambda _: httpx.Response(200, json=body, headers={"link": f'<{url}>; rel="next"'}))
    with pytest.raises(shop.module.PaginationError, match="could leave the API"):
        read(shop, flavour, server, lambda lists: getattr(lists, operation)())
    assert len(server.requests) == 1


@both
@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://api.test/v1/urls?page=2", "/v1/urls?page=2"),
        ("/v1/urls?page=2", "/v1/urls?page=2"),
        ("/urls?page=2", "/v1/urls?page=2"),
        ("?page=2", "/v1/urls?page=2"),
        ("urls/2", "/v1/urls/2"),
        ("/v12/urls", "/v1/v12/urls"),
    ],
)
def test_a_url_in_the_body_leads_to_the_next_page(shop: Package, flavour: str, url: str, target: str) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        is_first = len(server.requests) == 1
        return httpx.Response(
            200, json={"items": items("a" if is_first else "b"), "links": {"next": url if is_first else None}}
        )

    server = Server(answer)
    assert read(shop, flavour, server, lambda lists: lists.urls())[0] == ["a", "b"]
    assert server.targets == ["/v1/urls", target]


@both
def test_a_url_that_was_there_before_ends_with_an_error(shop: Package, flavour: str) -> None:
    server = Server(lambda _: httpx.Response(200, json=items("a"), headers={"link": "<?page=2>; rel=next"}))
    with pytest.raises(shop.module.PaginationError, match="used before"):
        read(shop, flavour, server, lambda lists: lists.links())
    assert len(server.requests) == 2


@both
def test_a_url_continues_in_another_process_and_never_contains_the_key(shop: Package, flavour: str) -> None:
    link = f'<https://api.test/v1/links?page=2&key={KEY}>; rel="next"'
    server = Server(linked(("a", link), ("b", ""), ("b", "")))

    async def cursors() -> Any:
        async with httpx.AsyncClient(transport=httpx.MockTransport(server)) as http:
            pager = shop.load("client").AsyncPagedShop(http_client=http, base_url=BASE, key=KEY).lists.links()
            return [pager.cursor async for _ in pager.pages()]

    cursor, _ = asyncio.run(cursors())
    assert cursor == "https://api.test/v1/links?page=2"
    assert [request.url.params.get_list("key") for request in server.requests] == [[KEY], [KEY]]
    assert read(shop, flavour, server, lambda lists: lists.links().resume(cursor))[0] == ["b"]
    assert server.targets[-1] == "/v1/links?page=2"


@both
def test_a_raw_client_returns_single_pages(shop: Package, flavour: str) -> None:
    server = Server(lambda _: httpx.Response(200, content=json.dumps(items("ab")), headers={"link": "</x>; rel=next"}))
    if flavour == "sync":
        http = httpx.Client(transport=httpx.MockTransport(server))
        client = shop.load("client").PagedShop(http_client=http, base_url=BASE, key=KEY)
        raw = client.with_raw_response.lists.links()
    else:

        async def run() -> Any:
            async with httpx.AsyncClient(transport=httpx.MockTransport(server)) as http:
                client = shop.load("client").AsyncPagedShop(http_client=http, base_url=BASE, key=KEY)
                return await client.with_raw_response.lists.links()

        raw = asyncio.run(run())
    assert ([item.id for item in raw.parsed], raw.headers["link"]) == (["a", "b"], "</x>; rel=next")

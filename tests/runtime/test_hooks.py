"""What hooks are told, in which order, and what they never see."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from scratch._runtime.errors import ConfigurationError, ServerError, TransportError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.response.content import Json

from runtime.shop import Shop, response

if TYPE_CHECKING:
    from scratch._runtime.hooks import RequestEvent, ResponseEvent

GET: Operation[Any] = Operation(
    id="getItem",
    method="GET",
    path="/items/{id}",
    parameters=(Parameter("id", "path"), Parameter("X-Own", "header")),
    responses={"200": Json(int)},
)
CALL = GET.call(path={"id": "a/b"}, header={"X-Own": "1"})


class Hooks:
    """Both hooks, writing down what they are told."""

    def __init__(self) -> None:
        self.events: list[Any] = []

    @property
    def options(self) -> dict[str, Any]:
        return {"before_request": self.events.append, "after_response": self.events.append}


def test_a_call_is_announced_and_its_end_reported(shop: Shop) -> None:
    hooks = Hooks()
    shop.perform(CALL, response("7", x_trace="t-1"), **hooks.options)
    before, after = hooks.events
    assert (before.operation, before.method, before.path, before.url, before.attempt) == (
        "getItem",
        "GET",
        "/items/{id}",
        "https://demo.shop.test/api/items/a%2Fb",
        0,
    )
    assert (before.headers["x-own"], before.headers["user-agent"]) == ("1", "shop-client/1")
    assert after.request is before
    assert (after.status, after.failure, after.retry_in, after.headers["x-trace"]) == (200, "", None, "t-1")


def test_every_attempt_is_told_with_the_pause_after_it(shop: Shop) -> None:
    hooks = Hooks()
    answers = (httpx.Response(503, headers={"Retry-After": "3"}), httpx.ConnectError("no"), httpx.Response(503))
    with pytest.raises(ServerError):
        shop.perform(CALL, *answers, **hooks.options)
    befores: list[RequestEvent] = hooks.events[0::2]
    afters: list[ResponseEvent] = hooks.events[1::2]
    assert [each.attempt for each in befores] == [0, 1, 2]
    assert [(each.status, each.failure) for each in afters] == [(503, ""), (None, "no connection"), (503, "")]
    assert [each.retry_in for each in afters] == [*shop.slept, None]
    assert shop.slept[0] == 3.0


def test_the_time_of_an_attempt_is_measured(shop: Shop) -> None:
    hooks, now = Hooks(), [100.0]

    def slow(_: httpx.Request) -> httpx.Response:
        now[0] += 2.5
        return response("7")

    client = shop.client(slow, **hooks.options)
    client._config = replace(client._config, monotonic=lambda: now[0])
    shop.run(client.send(CALL))
    assert hooks.events[1].seconds == 2.5


@pytest.mark.parametrize("name", ["before_request", "after_response"])
def test_one_hook_is_enough_and_a_copy_may_have_its_own(shop: Shop, name: str) -> None:
    first: list[Any] = []
    second: list[Any] = []
    client = shop.client(response("7"), **{name: first.append})
    shop.run(client.with_options(**{name: second.append}).send(CALL))
    shop.run(client.with_options(**{name: None}).send(CALL))
    assert (len(first), len(second)) == (0, 1)
    shop.run(client.send(CALL))
    assert len(first) == 1


def test_what_a_hook_raises_the_call_raises(shop: Shop) -> None:
    def refuse(event: Any) -> None:
        raise LookupError(event.operation)

    with pytest.raises(LookupError, match="getItem"):
        shop.perform(CALL, response("7"), before_request=refuse)
    assert shop.requests == []
    with pytest.raises(LookupError, match="getItem"):
        shop.perform(CALL, response("7"), after_response=lambda event: refuse(event.request))


SECRET_HEADERS = ["Authorization", "Proxy-Authorization", "Cookie", "X-Shop-Key"]


@pytest.mark.parametrize("name", SECRET_HEADERS)
def test_a_secret_that_a_caller_puts_into_a_header_is_hidden(shop: Shop, name: str) -> None:
    hooks = Hooks()
    shop.perform(CALL, response("7"), headers={name: "hunter2"}, **hooks.options)
    assert hooks.events[0].headers[name.lower()] == "[redacted]"


def test_a_broken_connection_is_told_without_the_words_of_the_library(shop: Shop) -> None:
    hooks = Hooks()
    with pytest.raises(TransportError):
        shop.perform(CALL, httpx.ReadError("cut at ?apikey=canary-1"), max_retries=0, **hooks.options)
    assert (hooks.events[1].failure, hooks.events[1].headers) == ("connection broken", {})


def test_a_link_that_repeats_the_key_is_told_without_it(shop: Shop) -> None:
    hooks = Hooks()
    shop.run(shop.client(response("7"), **hooks.options).fetch("/x?apikey=canary-1&page=2"))
    assert hooks.events[0].url == "https://demo.shop.test/api/x?apikey=[redacted]&page=2"


def test_an_async_client_awaits_its_hooks() -> None:
    shop, told = Shop("async"), list[Any]()

    async def hook(event: Any) -> None:
        await asyncio.sleep(0)
        told.append(event)

    shop.perform(CALL, response("7"), before_request=hook, after_response=hook)
    assert [type(each).__name__ for each in told] == ["RequestEvent", "ResponseEvent"]


@pytest.mark.parametrize("name", ["before_request", "after_response"])
def test_a_sync_client_refuses_a_hook_that_has_to_be_awaited(name: str) -> None:
    shop = Shop("sync")

    async def hook(event: Any) -> None:
        raise AssertionError(event)

    with pytest.raises(ConfigurationError, match=f"^{name}=: a function that has to be awaited needs the async client"):
        shop.perform(CALL, response("7"), **{name: hook})


def test_a_hook_may_add_headers_to_every_attempt(shop: Shop) -> None:
    def trace(event: Any) -> dict[str, str]:
        return {"traceparent": f"00-{event.attempt}", "X-Own": "changed"}

    answers = (httpx.Response(503), httpx.Response(307, headers={"Location": "/api/else"}), response("7"))
    shop.perform(CALL, *answers, before_request=trace)
    assert [each.headers["traceparent"] for each in shop.requests] == ["00-0", "00-1", "00-1"]
    assert {each.headers["x-own"] for each in shop.requests} == {"changed"}
    assert {each.headers["x-shop-key"] for each in shop.requests} == {"canary-1"}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"Authorization": "Bearer mine"}, "a hook cannot set the header 'Authorization'"),
        ({"X-SHOP-KEY": "mine"}, "a hook cannot set the header 'X-SHOP-KEY'"),
        ({"Host": "evil.test"}, "a hook cannot set the header 'Host'"),
        ({"Content-Length": "0"}, "a hook cannot set the header 'Content-Length'"),
        ({"a b": "c"}, "'a b' is not the name of a header"),
        ({"a": "b\r\nHost: evil.test"}, "has control characters"),
        (7, "has to return headers, a RequestChange, or None"),
    ],
)
def test_a_hook_may_not_decide_about_anything_else(shop: Shop, said: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        shop.perform(CALL, response("7"), before_request=lambda _: said)
    assert shop.requests == []

"""What hooks are told, in which order, and what they never see."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from scratch._runtime.errors import ServerError, TransportError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.read import Json

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
    client._setup = replace(client._setup, monotonic=lambda: now[0])
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
        shop.perform(CALL, httpx.ReadError("cut at ?apikey=k-1"), max_retries=0, **hooks.options)
    assert (hooks.events[1].failure, hooks.events[1].headers) == ("connection broken", {})


def test_a_link_that_repeats_the_key_is_told_without_it(shop: Shop) -> None:
    hooks = Hooks()
    shop.run(shop.client(response("7"), **hooks.options).fetch("/x?apikey=k-1&page=2"))
    assert hooks.events[0].url == "https://demo.shop.test/api/x?apikey=[redacted]&page=2"

"""What `timeout=` takes, and what of it reaches the HTTP library."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.client import AsyncClient, SyncClient
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Text
from scratch._runtime.timeouts import Timeout

from runtime.shop import API, Shop

GET: Operation[Any] = Operation(id="get", method="GET", path="/x", responses={"200": Text()})
STEPS = ("connect", "read", "write", "pool")


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [
        (5, (5, 5, 5, 5)),
        (None, (None, None, None, None)),
        ({"read": 60}, (30, 60, 30, 30)),
        ({"connect": 1, "read": 2, "write": 3, "pool": None}, (1, 2, 3, None)),
        ({}, (30, 30, 30, 30)),
        (Timeout(read=60), (30, 60, 30, 30)),
        (Timeout(connect=1, read=None, write=2.5, pool=4), (1, None, 2.5, 4)),
        (httpx.Timeout(7, read=None), (7, None, 7, 7)),
    ],
)
def test_every_form_of_a_timeout_reaches_the_library(shop: Shop, timeout: Any, seconds: tuple[Any, ...]) -> None:
    ok = httpx.Response(200)
    for client in (shop.client(ok, timeout=timeout), shop.client(ok).with_options(timeout=timeout)):
        shop.run(client.send(GET.call()))
        assert shop.requests.pop().extensions["timeout"] == dict(zip(STEPS, seconds, strict=True))


@pytest.mark.parametrize(("given", "seconds"), [({}, 5), ({"timeout": 2}, 2), ({"timeout": None}, None)])
def test_the_timeout_of_the_callers_http_client_holds_where_none_is_given(
    shop: Shop, given: dict[str, Any], seconds: float | None
) -> None:
    client = shop.client(httpx.Response(200), **given)  # the default of httpx is 5
    shop.run(client.send(GET.call()))
    assert shop.sent.extensions["timeout"] == dict.fromkeys(STEPS, seconds)


def test_the_own_http_client_has_a_timeout_of_30_seconds(monkeypatch: pytest.MonkeyPatch, shop: Shop) -> None:
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200))

    async def answer(_: object, request: httpx.Request) -> httpx.Response:
        return transport.handler(request)  # type: ignore[return-value]

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", lambda _, request: transport.handler(request))
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", answer)
    options: dict[str, Any] = {"credentials": {"api_key": "k"}, "base_url": "https://x.test"}
    client = (SyncClient if shop.flavour == "sync" else AsyncClient)(API, **options)
    shop.run(client.send(GET.call()))
    assert sent[0].extensions["timeout"] == dict.fromkeys(STEPS, 30)
    shop.run(client.close() if isinstance(client, SyncClient) else client.aclose())


def test_a_timeout_can_be_compared_and_printed() -> None:
    assert Timeout(read=60) == Timeout(read=60)
    assert repr(Timeout(read=None)) == "Timeout(connect=30.0, read=None, write=30.0, pool=30.0)"


@pytest.mark.parametrize(
    ("timeout", "seconds"), [(Timeout(connect=3, read=60), (3, 9, 9, 9)), (None, (9, 9, 9, 9)), (5, (5, 5, 5, 5))]
)
def test_no_timeout_is_longer_than_the_time_that_is_left(shop: Shop, timeout: Any, seconds: tuple[Any, ...]) -> None:
    client = shop.client(httpx.Response(200), timeout=timeout, max_elapsed=9)
    client._config = replace(client._config, monotonic=lambda: 1000.0)
    shop.run(client.send(GET.call()))
    assert shop.sent.extensions["timeout"] == dict(zip(STEPS, seconds, strict=True))

"""Whole responses beside the value, with the same failures."""

import pickle
from typing import Any

import httpx
import pytest
from scratch._runtime.api import Envelope
from scratch._runtime.errors import EnvelopeError, NotFoundError
from scratch._runtime.operation import Call, Operation, Parameter
from scratch._runtime.raw import AsyncRawClient, RawClient, async_sending, sending
from scratch._runtime.response.content import Binary, Json, Nothing, RawResponse, Text

from runtime.shop import Shop, response

READERS: list[tuple[Any, httpx.Response, Any]] = [
    (Json(list[int]), response(" [1, 2]"), [1, 2]),
    (Text(), response("hé", media_type="text/plain; charset=latin-1"), "hÃ©"),
    (Nothing(), response(""), None),
]


def raw_of(shop: Shop, client: Any) -> Any:
    return (RawClient if shop.flavour == "sync" else AsyncRawClient)(client)


@pytest.mark.parametrize(("reader", "answer", "value"), READERS)
def test_a_raw_response_has_the_value_and_what_the_server_sent(
    shop: Shop, reader: Any, answer: httpx.Response, value: Any
) -> None:
    call: Call[Any] = Operation[Any](id="op", method="GET", path="/x", responses={"201": reader}).call()
    answer = httpx.Response(201, headers={**answer.headers, "X-Trace": "t-1"}, content=answer.content)
    raw: RawResponse[Any] = shop.run(raw_of(shop, shop.client(answer)).send(call))
    assert (raw.parsed, raw.status, raw.operation, raw.content) == (value, 201, "op", answer.content)
    assert raw.headers["x-trace"] == "t-1"
    assert raw.media_type == answer.headers["content-type"].partition(";")[0]


ITEM: Operation[Any] = Operation(
    id="item",
    method="GET",
    path="/items/{id}",
    parameters=(Parameter("id", "path"), Parameter("q", "query")),
    responses={"200": Json(int)},
    envelope=Envelope(success="/ok", payload="/value"),
)


def item(id: str, *, q: str) -> Call[int]:  # noqa: A002 - as endpoint functions are generated
    """`GET /items/{id}`."""
    return ITEM.call(path={"id": id}, query={"q": q})


def test_an_endpoint_function_becomes_a_method(shop: Shop) -> None:
    client: Any = raw_of(shop, shop.client(response("7")))
    method: Any = (sending if shop.flavour == "sync" else async_sending)(client, item)
    assert shop.run(method("a b", q="c")).parsed == 7
    assert (str(shop.sent.url.raw_path, "ascii"), method.__doc__) == ("/api/items/a%20b?q=c", item.__doc__)


@pytest.mark.parametrize(
    ("answer", "kind"), [(httpx.Response(404), NotFoundError), (response('{"ok": false}'), EnvelopeError)]
)
def test_failures_raise_as_ever(shop: Shop, answer: httpx.Response, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        shop.run(raw_of(shop, shop.client(answer)).send(item("1", q="")))


def test_the_client_itself_goes_on_returning_values(shop: Shop) -> None:
    client = shop.client(response("7"))
    assert (shop.run(raw_of(shop, client).send(item("1", q=""))).parsed, shop.run(client.send(item("1", q="")))) == (
        7,
        7,
    )


def test_options_of_a_copy_hold_for_its_raw_responses(shop: Shop) -> None:
    client = shop.client(httpx.Response(503), response("7")).with_options(max_retries=1, headers={"X-Own": "1"})
    assert shop.run(raw_of(shop, client).send(item("1", q=""))).parsed == 7
    assert [request.headers["x-own"] for request in shop.requests] == ["1", "1"]


def test_a_raw_response_shows_neither_body_nor_headers_and_pickles(shop: Shop) -> None:
    answer = response("7", set_cookie="session=canary-1", x_shop_key="canary-1", x_echo="key canary-1!")
    raw = shop.run(raw_of(shop, shop.client(answer)).send(item("1", q="")))
    assert repr(raw) == "RawResponse(operation='item', status=200)"
    assert {name: raw.headers[name] for name in ("set-cookie", "x-shop-key", "x-echo")} == {
        "set-cookie": "[redacted]",
        "x-shop-key": "[redacted]",
        "x-echo": "key [redacted]!",
    }
    assert pickle.loads(pickle.dumps(raw)) == raw  # noqa: S301 - our own bytes


def test_content_stays_content(shop: Shop) -> None:
    call: Call[Any] = Operation[Any](id="op", method="GET", path="/x", responses={"200": Binary()}).call()
    raw = shop.run(raw_of(shop, shop.client(httpx.Response(200, content=b"\x00\xff"))).send(call))
    assert (raw.parsed.data, raw.content) == (b"\x00\xff", b"\x00\xff")

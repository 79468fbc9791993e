"""Options, life cycle, and what goes with every request."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from scratch._runtime.errors import ConfigurationError, DecodeError
from scratch._runtime.operation import Operation, Parameter
from scratch._runtime.response.content import Json, Text

from runtime.shop import API, RUNTIME, AsyncClient, Shop, SyncClient, response

if TYPE_CHECKING:
    from scratch._runtime.hooks import Drift

GET: Operation[Any] = Operation(
    id="op",
    method="GET",
    path="/x",
    parameters=(Parameter("X-Own", "header"), Parameter("q", "query")),
    responses={"200": Text()},
)


def test_every_request_says_who_asks_and_for_what(shop: Shop) -> None:
    shop.perform(GET.call(), httpx.Response(200))
    sent = shop.sent.headers
    assert (sent["user-agent"], sent["accept"], "content-type" in sent) == (
        "shop-client/1",
        "text/plain, */*;q=0.1",
        False,
    )


HEADERS = [
    ({"X-Own": "client"}, {}, {}, "client"),
    ({"X-Own": "client"}, {"x-own": "copy"}, {}, "copy"),
    ({"X-Own": "client"}, {"x-own": "copy"}, {"X-Own": "call"}, "call"),
    ({}, {}, {"X-Own": "ü"}, "ü"),
]


@pytest.mark.parametrize(("of_client", "of_copy", "of_call", "sent"), HEADERS)
def test_the_nearer_header_wins(shop: Shop, of_client: Any, of_copy: Any, of_call: Any, sent: str) -> None:
    client = shop.client(httpx.Response(200), headers=of_client).with_options(headers=of_copy)
    shop.run(client.send(GET.call(header=of_call)))
    values = [value.decode() for name, value in shop.sent.headers.raw if name.lower() == b"x-own"]
    assert values == [sent]


def test_ours_can_be_replaced(shop: Shop) -> None:
    shop.perform(GET.call(), httpx.Response(200), headers={"user-agent": "mine/1", "ACCEPT": "text/csv"})
    assert (shop.sent.headers["user-agent"], shop.sent.headers["accept"]) == ("mine/1", "text/csv")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"timeout": 0}, "timeout="),
        ({"timeout": -1.0}, "timeout="),
        ({"timeout": float("nan")}, "timeout="),
        ({"timeout": float("inf")}, "timeout="),
        ({"max_retries": -1}, "max_retries="),
        ({"headers": {"X-A": "b\nX-C: d"}}, "headers="),
        ({"headers": {"X A": "b"}}, "headers="),
        ({"headers": {"": "b"}}, "headers="),
    ],
)
def test_options_without_sense_are_refused_at_once(shop: Shop, options: dict[str, Any], text: str) -> None:
    for attempt in (lambda: shop.client(**options), lambda: shop.client().with_options(**options)):
        with pytest.raises(ConfigurationError, match=f"^{text}"):
            attempt()


def test_an_option_that_does_not_exist_is_refused(shop: Shop) -> None:
    for attempt in (lambda: shop.client(tiemout=1), lambda: shop.client().with_options(tiemout=1)):
        with pytest.raises(TypeError, match="unexpected keyword argument 'tiemout'"):
            attempt()


@pytest.mark.parametrize(
    ("of_client", "of_copy", "seconds"),
    [
        ({}, {}, 5.0),  # that of http_client
        ({"timeout": 5}, {}, 5),
        ({}, {"timeout": 1.5}, 1.5),
        ({"timeout": None}, {}, None),
        ({}, {"timeout": None}, None),
    ],
)
def test_timeouts_are_for_a_client_or_a_call(shop: Shop, of_client: Any, of_copy: Any, seconds: float | None) -> None:
    client = shop.client(httpx.Response(200), **of_client)
    shop.run((client.with_options(**of_copy) if of_copy else client).send(GET.call()))
    assert shop.sent.extensions["timeout"] == dict.fromkeys(("connect", "read", "write", "pool"), seconds)


def test_a_copy_has_its_own_options_and_leaves_the_client_alone(shop: Shop) -> None:
    drifts: list[Drift] = []
    strict: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"200": Json(int)})
    client = shop.client(response('"x"'), strict=True)
    lenient = client.with_options(strict=False, on_drift=drifts.append)
    assert shop.run(lenient.send(strict.call())) == "x"
    assert (len(drifts), lenient.base_url, type(lenient)) == (1, client.base_url, type(client))
    with pytest.raises(DecodeError, match=r"not as documented"):
        shop.run(client.send(strict.call()))


def test_a_copy_of_a_subclass_does_not_share_what_the_subclass_holds() -> None:
    class Mine(SyncClient):
        @property
        def name(self) -> str:
            return repr(self)

    client = Mine(API, base_url="https://x.test")
    vars(client)["resource"] = client
    copy = client.with_options(timeout=1)
    assert (type(copy), "resource" in vars(copy)) == (Mine, False)
    assert repr(copy) == "Mine(base_url='https://x.test')"


class Counting:
    """An HTTP client of the caller's own making, for both flavours."""

    def __init__(self, shop: Shop) -> None:
        self.closed = 0
        self.shop = shop

    def request(self, method: str, url: str, **_: Any) -> Any:
        answer = httpx.Response(200, text=f"{method} {url}")

        async def later() -> httpx.Response:
            return answer

        return later() if self.shop.flavour == "async" else answer

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def kind_of(shop: Shop) -> Any:
    return SyncClient if shop.flavour == "sync" else AsyncClient


def close(shop: Shop, client: Any) -> None:
    shop.run(client.aclose()) if shop.flavour == "async" else client.close()


def test_a_given_http_client_need_only_look_like_one_and_is_not_closed(shop: Shop) -> None:
    http = Counting(shop)
    client = kind_of(shop)(API, credentials={"api_key": "canary-2"}, base_url="https://x.test", http_client=http)
    assert shop.run(client.send(GET.call(query={"q": "a b"}))) == "GET https://x.test/x?q=a%20b"
    close(shop, client)
    assert http.closed == 0


@pytest.mark.parametrize("copied", [False, True])
def test_a_closed_client_says_so(shop: Shop, copied: bool) -> None:
    client = kind_of(shop)(API, credentials={"api_key": "canary-2"}, base_url="https://x.test")
    copy = client.with_options(timeout=1) if copied else client
    close(shop, client)
    close(shop, client)
    with pytest.raises(ConfigurationError, match=r"^the client is closed$"):
        shop.run(copy.send(GET.call()))


def test_closing_a_copy_leaves_the_connections_open(shop: Shop) -> None:
    client = shop.client(httpx.Response(200, text="there"))
    close(shop, client.with_options(timeout=1))
    assert shop.run(client.send(GET.call())) == "there"


def test_the_own_http_client_is_made_once_closed_at_the_end_and_shared_by_copies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[httpx.Client] = []

    class Fake(httpx.Client):
        def __init__(self, **options: Any) -> None:
            handler = httpx.MockTransport(lambda _: httpx.Response(200, text="ok"))
            super().__init__(transport=handler, **options)
            made.append(self)

    monkeypatch.setattr(httpx, "Client", Fake)
    with SyncClient(API, credentials={"api_key": "canary-2"}, base_url="https://x.test") as client:
        assert made == []
        threads = [threading.Thread(target=lambda: client.with_options(timeout=1).send(GET.call())) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [(each.is_closed, each.timeout) for each in made] == [(False, httpx.Timeout(30))]
    assert [each.is_closed for each in made] == [True]


def test_many_calls_of_one_async_client_run_at_the_same_time() -> None:
    arrived: list[httpx.Request] = []

    async def run() -> list[str]:
        everybody = asyncio.Event()

        async def handler(request: httpx.Request) -> httpx.Response:
            arrived.append(request)
            if len(arrived) == 5:
                everybody.set()
            await everybody.wait()
            return httpx.Response(200, text="ok")

        http = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        async with AsyncClient(
            API, credentials={"api_key": "canary-2"}, base_url="https://x.test", http_client=http
        ) as client:
            return await asyncio.gather(*(client.send(GET.call()) for _ in range(5)))

    assert asyncio.run(run()) == ["ok"] * 5


def test_importing_the_client_and_the_errors_loads_no_library(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "_runtime").symlink_to(RUNTIME)
    (tmp_path / "shop" / "__init__.py").touch()
    light = ["client", "errors", "types", "redaction"]
    code = "import sys\n" + "".join(f"import shop._runtime.{name}\n" for name in light)
    code += "print([name for name in ('httpx', 'pydantic', 'pydantic_core') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"

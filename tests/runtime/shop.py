"""The runtime as a package of its own, and clients of a made-up API that talk to a function instead of a server."""

import asyncio
import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"


def _install() -> None:
    """Make `scratch._runtime` importable, as it is inside a generated package."""
    scratch = sys.modules["scratch"] = ModuleType("scratch")
    scratch.__path__ = []
    location = RUNTIME / "__init__.py"
    spec = importlib.util.spec_from_file_location(
        "scratch._runtime", location, submodule_search_locations=[str(RUNTIME)]
    )
    assert spec
    assert spec.loader
    runtime = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runtime)


if "scratch" not in sys.modules:
    _install()

from scratch._runtime.api import Api, Server, Variable  # noqa: E402 - made importable above
from scratch._runtime.auth.schemes import ApiKey, Basic, Bearer, Credential, SecuritySchemes  # noqa: E402 - as above
from scratch._runtime.client import AsyncClient as RuntimeAsyncClient  # noqa: E402 - as above
from scratch._runtime.client import SyncClient as RuntimeSyncClient  # noqa: E402 - as above
from scratch._runtime.download import download_body, download_body_async  # noqa: E402 - as above
from scratch._runtime.rate_limit.limiter import RateLimiter  # noqa: E402 - as above
from scratch._runtime.rate_limit.stores import MemoryRateLimits  # noqa: E402 - as above

API = Api(
    name="Shop",
    version="1",
    user_agent="shop-client/1",
    servers=(
        Server("https://{tenant}.shop.test/api", variables={"tenant": Variable(argument="tenant", env="SHOP_TENANT")}),
    ),
    base_url_env="SHOP_BASE_URL",
    authentication=SecuritySchemes(
        credentials=(
            Credential("api_key", "SHOP_API_KEY", ("key_query", "key_header", "key_cookie")),
            Credential("token", "SHOP_TOKEN", ("bearer",)),
            Credential("login", "SHOP_LOGIN", ("basic",)),
        ),
        schemes={
            "key_query": ApiKey("query", "apikey"),
            "key_header": ApiKey("header", "X-Shop-Key"),
            "key_cookie": ApiKey("cookie", "shopkey"),
            "bearer": Bearer(),
            "basic": Basic(),
        },
        security=(("key_query",), ("key_header",)),
    ),
    limiter=RateLimiter,
)


class SyncClient(RuntimeSyncClient):
    """A client as it is generated: with a public `with_options`."""

    def with_options(self, **options: Any) -> "SyncClient":
        return self._with_options(**options)


class AsyncClient(RuntimeAsyncClient):
    """The same, async."""

    def with_options(self, **options: Any) -> "AsyncClient":
        return self._with_options(**options)


Answers = tuple[httpx.Response | Exception | Callable[[httpx.Request], httpx.Response], ...]


@dataclass
class Shop:
    """Performs calls, sync or async, against prepared answers, the last one again and again; keeps what was sent."""

    flavour: str
    api: Api = API
    requests: list[httpx.Request] = field(default_factory=list[httpx.Request])
    slept: list[float] = field(default_factory=list[float])

    @property
    def sent(self) -> httpx.Request:
        """The one request there was."""
        (request,) = self.requests
        return request

    def client(self, *answers: Any, **options: Any) -> Any:
        """A client of this flavour with a key, a base URL and a clock for its limits that ticks when it sleeps."""
        transport = httpx.MockTransport(self._handler(answers))
        limits = MemoryRateLimits(clock=lambda: sum(self.slept))
        options = {
            "credentials": {"api_key": "canary-1"},
            "base_url": "https://demo.shop.test/api",
            "rate_limits": limits,
            **options,
        }
        if self.flavour == "sync":
            return SyncClient(
                self.api, http_client=httpx.Client(transport=transport), sleep=self.slept.append, **options
            )

        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)

        http_client = httpx.AsyncClient(transport=transport)
        return AsyncClient(self.api, http_client=http_client, sleep=sleep, **options)

    def run(self, result: Any) -> Any:
        """What a method of a client returns, awaited where needed."""
        return asyncio.run(result) if self.flavour == "async" else result

    def download(self, client: Any, call: Any, target: Any, **options: Any) -> Any:
        """Perform a call and write its body to a target."""
        download = download_body if self.flavour == "sync" else download_body_async
        return self.run(download(client, call, target, **options))

    def perform(self, call: Any, *answers: Any, **options: Any) -> Any:
        """Send one call and return its value."""
        return self.run(self.client(*answers, **options).send(call))

    def _handler(self, answers: Answers) -> Callable[[httpx.Request], httpx.Response]:
        waiting = list(answers) or [httpx.Response(204)]

        def handler(request: httpx.Request) -> httpx.Response:
            request.read()
            self.requests.append(request)
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            if isinstance(answer, Exception):
                raise answer
            if callable(answer):
                return answer(request)
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

        async def async_handler(request: httpx.Request) -> httpx.Response:
            await request.aread()
            return handler(request)

        return handler if self.flavour == "sync" else async_handler  # type: ignore[return-value]


def response(
    body: str | bytes = b"", status: int = 200, media_type: str = "application/json", **headers: str
) -> httpx.Response:
    """A response with a body of that media type."""
    all_headers: Mapping[str, str] = {
        "content-type": media_type,
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    return httpx.Response(status, content=body, headers=all_headers)

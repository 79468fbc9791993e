"""Cookies of calls beside those of the session, by RFC 6265."""

import asyncio
import http.cookies
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from support.packages import Package

Build = Callable[[str], Package]

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /cart/items:
    get:
      operationId: items
      tags: [cart]
      parameters:
        - {name: theme, in: cookie, schema: {type: string}}
        - {name: filter, in: cookie, explode: false, schema: {type: array, items: {type: string}}}
      responses: {"204": {description: ok}}
  /account:
    get:
      operationId: account
      tags: [cart]
      security: [{key: []}]
      parameters:
        - {name: theme, in: cookie, schema: {type: string}}
      responses: {"204": {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: shopkey}
"""
MAKERS: dict[str, tuple[Any, str]] = {"sync": (httpx.Client, ""), "async": (httpx.AsyncClient, "Async")}


@pytest.fixture(params=MAKERS)
def flavour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Session:
    """A client over an HTTP client of the caller's, and the cookies that it sent."""

    def __init__(self, package: Package, flavour: str, *answers: httpx.Response, **options: Any) -> None:
        make, prefix = MAKERS[flavour]
        self.http = make(transport=httpx.MockTransport(package._handler(answers)), **options.pop("http", {}))
        self.client = package._class(prefix)(http_client=self.http, key="canary-1", **options)
        self.package = package

    def call(self, method: str, **arguments: Any) -> str:
        """The Cookie header of one call."""
        done = getattr(self.client.cart, method)(**arguments)
        if not isinstance(self.http, httpx.Client):
            asyncio.run(done)
        return self.package.requests[-1].headers.get("Cookie", "")


def test_a_call_with_cookies_keeps_those_of_the_session(build: Build, flavour: str) -> None:
    session = Session(build(DOCUMENT), flavour)
    session.http.cookies.set("session", "s1", domain="api.test")
    assert session.call("items") == "session=s1"
    assert session.call("items", theme="dark", filter=["a", "b"]) == "session=s1; theme=dark; filter=a,b"
    assert session.call("account") == "session=s1; shopkey=canary-1"
    assert session.call("account", theme="dark") == "session=s1; theme=dark; shopkey=canary-1"


def test_only_cookies_for_the_host_and_path_are_sent(build: Build, flavour: str) -> None:
    session = Session(build(DOCUMENT), flavour)
    for name, domain, path in [
        ("here", "api.test", "/cart"),
        ("above", ".test", "/"),
        ("elsewhere", "other.test", "/"),
        ("deeper", "api.test", "/cart/items/7"),
    ]:
        session.http.cookies.set(name, "1", domain=domain, path=path)
    names = {pair.split("=")[0] for pair in session.call("items", theme="dark").split("; ")}
    assert names == {*http.cookies.SimpleCookie(session.call("items")), "theme"} == {"here", "above", "theme"}


def test_cookies_set_by_answers_persist_and_expire(build: Build, flavour: str) -> None:
    answers = [
        ("session=s1; Path=/",),
        ("session=s2; Path=/", "other=1; Path=/account"),
        ("session=; Max-Age=0; Path=/",),
    ]
    session = Session(
        build(DOCUMENT),
        flavour,
        *(httpx.Response(204, headers=[("Set-Cookie", each) for each in cookies]) for cookies in answers),
        httpx.Response(204),
    )
    sent = [session.call("items", theme="dark") for _ in range(3)]
    assert sent == ["theme=dark", "session=s1; theme=dark", "session=s2; theme=dark"]
    assert session.call("account", theme="dark") == "other=1; theme=dark; shopkey=canary-1"


def test_an_argument_wins_over_a_session_cookie_of_its_name(build: Build, flavour: str) -> None:
    session = Session(build(DOCUMENT), flavour)
    session.http.cookies.set("theme", "light", domain="api.test")
    session.http.cookies.set("shopkey", "old", domain="api.test")
    assert session.call("items", theme="dark") == "shopkey=old; theme=dark"
    assert session.call("account") == "theme=light; shopkey=canary-1"


def test_cookies_of_the_options_are_kept_too(build: Build, flavour: str) -> None:
    session = Session(build(DOCUMENT), flavour, headers={"Cookie": "a=1; theme=light"})
    assert session.call("items", theme="dark") == "a=1; theme=dark"


def test_a_redirect_on_the_host_gets_the_cookies_of_its_path(build: Build, flavour: str) -> None:
    session = Session(
        build(DOCUMENT),
        flavour,
        httpx.Response(302, headers={"Location": "/account", "Set-Cookie": "moved=1; Path=/account"}),
        httpx.Response(204),
    )
    assert session.call("items", theme="dark") == "moved=1; theme=dark"


def test_a_redirect_to_another_host_is_not_followed(build: Build, flavour: str) -> None:
    package = build(DOCUMENT)
    session = Session(package, flavour, httpx.Response(302, headers={"Location": "https://evil.test/"}))
    with pytest.raises(package.module.StatusError):
        session.call("account", theme="dark")
    assert [request.url.host for request in package.requests] == ["api.test"]


def test_a_key_that_a_cookie_cannot_hold_is_quoted(build: Build) -> None:
    package = build(DOCUMENT)
    package.client(key="canary-1;x").cart.account()
    (pair,) = package.sent.headers["Cookie"].split("; ")
    assert http.cookies._unquote(pair.removeprefix("shopkey=")) == "canary-1;x"  # type: ignore[attr-defined]


def test_a_cookie_that_is_not_ascii_goes_back_as_it_came(build: Build, flavour: str) -> None:
    answer = httpx.Response(204, headers=[(b"Set-Cookie", "session=s\u00fc; Path=/".encode())])
    session = Session(build(DOCUMENT), flavour, answer)
    session.call("items")
    session.call("items")
    assert (b"Cookie", "session=s\u00fc".encode()) in session.package.requests[-1].headers.raw


def own_session(package: Package, flavour: str, **options: Any) -> list[str]:
    """The Cookie headers of two calls through an HTTP client of the package's own; the server sets a cookie."""
    answer = httpx.Response(204, headers={"Set-Cookie": "session=s1; Path=/"})
    client = package._class(MAKERS[flavour][1])(**options)
    transport = httpx.MockTransport(package._handler((answer,)))
    if flavour == "sync":
        client._transport._open()._transport = transport
        for _ in range(2):
            client.cart.items()
    else:

        async def run() -> None:
            (await client._transport._open())._transport = transport
            for _ in range(2):
                await client.cart.items()
            await client.aclose()

        asyncio.run(run())
    return [request.headers.get("Cookie", "") for request in package.requests]


def test_cookies_of_a_server_are_kept_only_if_that_is_asked_for(build: Build, flavour: str) -> None:
    package = build(DOCUMENT)
    assert own_session(package, flavour) == ["", ""]
    package.requests.clear()
    assert own_session(package, flavour, keep_cookies=True) == ["", "session=s1"]
    with pytest.raises(package.module.ConfigurationError, match="keep_cookies= has to be True or False"):
        package.client(keep_cookies="yes")

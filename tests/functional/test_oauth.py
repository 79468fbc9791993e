"""OAuth 2: tokens the client gets by itself, shares among its calls, renews in time, and never shows."""

import asyncio
import json
import logging
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from support.canaries import Canaries
from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.test/v1"}]
security: [{oauth: [read]}]
paths:
  /things: {get: {operationId: listThings, tags: [Things], responses: {"204": {description: none}}}}
  /open: {get: {operationId: open, tags: [Things], security: [], responses: {"204": {description: none}}}}
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: "https://login.test/token", scopes: {read: reads, write: writes}}
        authorizationCode:
          {authorizationUrl: "https://login.test/a", tokenUrl: /oauth/token, refreshUrl: /oauth/refresh, scopes: {}}
"""
SECRETS = ("the-secret", "the-refresh", "token-1", "token-2", "rotated")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("oauth")) as package:
        yield package


class Server:
    """Answers the API and its token endpoint, and keeps what it was asked."""

    def __init__(self, *, expires: object = 3600, refuses: frozenset[str] = frozenset(), in_body: bool = False) -> None:
        self.tokens: list[httpx.Request] = []
        self.calls: list[str] = []
        self.expires, self.refuses, self.in_body = expires, refuses, in_body
        self.token_answers: list[httpx.Response] = []
        self.hold: Event | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        if request.method == "POST":
            return self._token(request)
        self.calls.append(request.headers.get("authorization", ""))
        refused = self.calls[-1].removeprefix("Bearer ") in self.refuses
        return httpx.Response(401 if refused else 204)

    def _token(self, request: httpx.Request) -> httpx.Response:
        self.tokens.append(request)
        if self.hold is not None:
            self.hold.wait(10)
        if self.token_answers:
            return self.token_answers.pop(0)
        if self.in_body and "authorization" in request.headers:
            return httpx.Response(401, json={"error": "invalid_client"})
        named = sum("authorization" not in each.headers for each in self.tokens) if self.in_body else len(self.tokens)
        given = {"access_token": f"token-{named}", "token_type": "Bearer", "expires_in": self.expires}
        return httpx.Response(200, json=given)

    @property
    def fields(self) -> list[dict[str, list[str]]]:
        return [parse_qs(each.content.decode()) for each in self.tokens]


def client(shop: Package, server: Server, **options: Any) -> Any:
    module = shop.load("client")
    kind = next(name for name in module.__all__ if not name.startswith("Async"))
    http = httpx.Client(transport=httpx.MockTransport(server))
    return getattr(module, kind)(http_client=http, **options)


def async_client(shop: Package, server: Any, **options: Any) -> Any:
    module = shop.load("client")
    kind = next(name for name in module.__all__ if name.startswith("Async"))
    http = httpx.AsyncClient(transport=httpx.MockTransport(server))
    return getattr(module, kind)(http_client=http, **options)


MINE = {"access_token": "mine"}
REFRESH = {"refresh_token": "the-refresh"}
OWN = {"client_id": "the-id", "client_secret": "the-secret"}


def test_a_token_is_got_once_and_used_by_all_calls(shop: Package) -> None:
    server = Server()
    own = client(shop, server, **OWN)
    for _ in range(3):
        own.things.list_things()
    own.with_options(timeout=5).things.list_things()
    assert server.calls == ["Bearer token-1"] * 4
    (asked,) = server.tokens
    assert (str(asked.url), asked.headers["authorization"]) == (
        "https://login.test/token",
        "Basic dGhlLWlkOnRoZS1zZWNyZXQ=",  # the-id:the-secret
    )
    assert server.fields == [{"grant_type": ["client_credentials"]}]


def test_scopes_are_asked_for_where_the_caller_names_some(shop: Package) -> None:
    server = Server()
    client(shop, server, **OWN, scope="read write").things.list_things()
    assert server.fields == [{"grant_type": ["client_credentials"], "scope": ["read write"]}]


def test_an_operation_without_authentication_asks_for_no_token(shop: Package) -> None:
    server = Server()
    client(shop, server, **OWN).things.open()
    assert (server.calls, server.tokens) == ([""], [])


def test_a_token_near_its_end_is_not_used_any_more(shop: Package) -> None:
    server = Server(expires="100")
    own = client(shop, server, **OWN)
    now = [0.0]
    object.__setattr__(own, "_config", own._config.__class__(**{**_fields(own._config), "monotonic": lambda: now[0]}))
    for moment in (0.0, 89.0, 91.0):
        now[0] = moment
        own.things.list_things()
    assert server.calls == ["Bearer token-1", "Bearer token-1", "Bearer token-2"]


def _fields(setup: Any) -> dict[str, Any]:
    return {name: getattr(setup, name) for name in type(setup).__annotations__}


def test_a_401_renews_the_token_once(shop: Package) -> None:
    server = Server(refuses=frozenset({"token-1"}))
    own = client(shop, server, **OWN)
    own.things.list_things()
    assert server.calls == ["Bearer token-1", "Bearer token-2"]
    hopeless = Server(refuses=frozenset({"token-1", "token-2"}))
    with pytest.raises(shop.module.UnauthorizedError):
        client(shop, hopeless, **OWN).things.list_things()
    assert len(hopeless.tokens) == 2


def test_a_server_that_wants_id_and_secret_in_the_body_gets_them_there(shop: Package) -> None:
    server = Server(in_body=True, refuses=frozenset({"token-1"}))
    client(shop, server, **OWN).things.list_things()
    assert ["authorization" in each.headers for each in server.tokens] == [True, False, False]
    assert server.fields[1] == {
        "grant_type": ["client_credentials"],
        "client_id": ["the-id"],
        "client_secret": ["the-secret"],
    }


def test_a_refresh_token_is_exchanged_and_kept_up_to_date(shop: Package) -> None:
    server = Server(refuses=frozenset({"token-1"}))
    server.token_answers = [
        httpx.Response(200, json={"access_token": "token-1", "token_type": "bearer", "refresh_token": "rotated"})
    ]
    client(shop, server, **REFRESH).things.list_things()
    assert [str(each.url) for each in server.tokens] == ["https://api.test/oauth/refresh"] * 2
    assert [each["refresh_token"] for each in server.fields] == [["the-refresh"], ["rotated"]]


def test_a_given_token_is_used_until_it_is_refused(shop: Package) -> None:
    server = Server(refuses=frozenset({"mine"}))
    client(shop, server, **MINE, **REFRESH).things.list_things()
    assert server.calls == ["Bearer mine", "Bearer token-1"]
    alone = Server(refuses=frozenset({"mine"}))
    with pytest.raises(shop.module.UnauthorizedError):
        client(shop, alone, **MINE).things.list_things()
    assert (alone.calls, alone.tokens) == (["Bearer mine"], [])


def test_a_used_up_refresh_token_gives_way_to_id_and_secret(shop: Package) -> None:
    server = Server()
    server.token_answers = [httpx.Response(400, json={"error": "invalid_grant"})]
    client(shop, server, **REFRESH, **OWN).things.list_things()
    assert [each["grant_type"] for each in server.fields] == [["refresh_token"], ["client_credentials"]]
    assert server.calls == ["Bearer token-2"]


def test_threads_that_need_a_token_at_once_get_the_same_one(shop: Package) -> None:
    server = Server()
    server.hold = Event()
    own = client(shop, server, **OWN)
    with ThreadPoolExecutor(4) as pool:
        pending = [pool.submit(own.things.list_things) for _ in range(4)]
        server.hold.set()
        for each in pending:
            each.result(10)
    assert (len(server.tokens), server.calls) == (1, ["Bearer token-1"] * 4)


def test_tasks_that_need_a_token_at_once_get_the_same_one(shop: Package) -> None:
    server = Server()

    async def slowly(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)  # let the others come
        return server(request)

    async def main() -> None:
        own = async_client(shop, slowly, **OWN)
        await asyncio.gather(*(own.things.list_things() for _ in range(4)))

    asyncio.run(main())
    assert (len(server.tokens), server.calls) == (1, ["Bearer token-1"] * 4)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (httpx.Response(400, json={"error": "invalid_scope"}), "answers 400: invalid_scope"),
        (httpx.Response(403, json={"error": "the-secret"}), "answers 403: no reason given"),
        (httpx.Response(200, json={"token": "x"}), "answers 200: no bearer token in it"),
        (httpx.Response(200, json={"access_token": "x", "token_type": "mac"}), "answers 200: no bearer token in it"),
        (httpx.Response(200, content=b"<html>"), "answers 200: no bearer token in it"),
    ],
)
def test_a_refusal_of_the_token_endpoint_is_an_error_of_its_own(
    shop: Package, answer: httpx.Response, said: str
) -> None:
    server = Server()
    server.token_answers = [answer, answer]
    with pytest.raises(shop.module.AuthenticationError, match=said) as caught:
        client(shop, server, **OWN).things.list_things()
    assert server.calls == []
    assert not [each for each in SECRETS if each in str(caught.value)]


def test_a_token_endpoint_that_is_busy_is_asked_again(shop: Package) -> None:
    server = Server()
    server.token_answers = [httpx.Response(503)]
    own = client(shop, server, **OWN)
    waited: list[float] = []
    own._sleep = waited.append
    own.things.list_things()
    assert (server.calls, len(waited)) == (["Bearer token-2"], 1)


def test_nothing_secret_is_shown(shop: Package, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server = Server(refuses=frozenset({"token-1"}))
    own = client(shop, server, **REFRESH, **OWN)
    own.things.list_things()
    shown = "".join([repr(own), repr(own._config), repr(own._config.keyring.grants), str(caplog.records), caplog.text])
    assert not [each for each in SECRETS if each in shown]
    assert own._config.redactor.text("it was token-2") == "it was [redacted]"


def grant_of(client: Any) -> Any:
    """The grant of the one scheme of the document."""
    client._config.keyring.choose(None, "op", frozenset())
    return client._config.keyring.grants["oauth"]


def test_many_renewals_need_little_memory(shop: Package, canaries: Canaries) -> None:
    server, seconds = Server(), 0.0
    own = client(shop, server, **OWN)
    grant, settings = grant_of(own), SimpleNamespace(redactor=own._config.redactor, monotonic=lambda: seconds)
    tracemalloc.start()
    with canaries.not_looking():  # or they would keep every token in memory
        for number in range(5_000):
            body = {"access_token": f"{'t' * 1_000}.{number}", "refresh_token": f"refresh-{number}", "expires_in": 60}
            grant._accept(shop.load("_runtime.http.messages").Response(200, {}, json.dumps(body).encode()), settings)
            seconds += 60
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
    redact = settings.redactor.text
    assert redact(f"{'t' * 1_000}.4998 {'t' * 1_000}.4999") == "[redacted] [redacted]"


LIFETIMES = {
    "60": 54.0,
    '"60"': 54.0,
    "0": None,
    "-1": None,
    "true": None,
    "[]": None,
    "NaN": None,
    "Infinity": 1e9 - 30,
    "1e400": 1e9 - 30,
    "1e999999": 1e9 - 30,
    "9" * 400: 1e9 - 30,
    f'"{"9" * 5_000}"': 1e9 - 30,
}


@pytest.mark.parametrize("lifetime", LIFETIMES, ids=lambda text: text[:9])
def test_a_token_is_used_whatever_the_server_says_about_its_lifetime(shop: Package, lifetime: str) -> None:
    server = Server()
    server.token_answers = [httpx.Response(200, text=f'{{"access_token": "token-of-1", "expires_in": {lifetime}}}')]
    own = client(shop, server, **OWN)
    own._config = replace(own._config, monotonic=lambda: 0.0)
    own.things.list_things()
    assert (server.calls, grant_of(own)._expires) == (["Bearer token-of-1"], LIFETIMES[lifetime])


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '{"access_token": ' + "9" * 5_000 + "}",
        '{"access_token": ""}',
        '{"access_token": "a\\ud800"}',
        '{"access_token": "a", "token_type": {"a": [1]}}',
        '{"access_token": "a", "expires_in": 1e99999999999999999999}',
        '{"error": 18446744073709551616}',
        "\x00",
    ],
    ids=lambda body: body[:20],
)
def test_a_token_endpoint_that_answers_nonsense_is_an_error_of_the_package(shop: Package, body: str) -> None:
    server = Server()
    server.token_answers = [httpx.Response(200, text=body)] * 2
    with pytest.raises(shop.module.AuthenticationError, match="no bearer token in it"):
        client(shop, server, **OWN).things.list_things()


def test_a_refresh_token_that_cannot_be_sent_is_not_kept(shop: Package) -> None:
    server = Server()
    server.token_answers = [httpx.Response(200, text='{"access_token": "token-of-2", "refresh_token": "r\\ud800"}')]
    own = client(shop, server, **REFRESH, **OWN)
    own.things.list_things()
    assert grant_of(own)._refresh_token.reveal() == REFRESH["refresh_token"]


def test_secrets_come_from_the_environment_too(shop: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    prefix = shop.name.upper()
    for name, value in (("CLIENT_ID", "the-id"), ("CLIENT_SECRET", "the-secret")):
        monkeypatch.setenv(f"{prefix}_{name}", value)
    server = Server()
    client(shop, server).things.list_things()
    assert server.calls == ["Bearer token-1"]


def test_who_has_nothing_is_told_all_ways(shop: Package) -> None:
    with pytest.raises(shop.module.MissingCredentialError, match=r"access_token= .*, or pass client_id= and client_s"):
        client(shop, Server()).things.list_things()


def test_secrets_do_not_go_where_anybody_can_listen(tmp_path: Path) -> None:
    with built(SPEC.replace("https://login.test", "http://login.test"), tmp_path) as package:
        server = Server()
        with pytest.raises(package.module.ConfigurationError, match="no https URL"):
            client(package, server, **OWN).things.list_things()
        assert server.tokens == []
    with built(SPEC.replace("https://login.test", "http://127.0.0.1:1"), tmp_path) as package:
        server = Server()
        client(package, server, **OWN).things.list_things()
        assert [str(each.url) for each in server.tokens] == ["http://127.0.0.1:1/token"]


def test_the_document_is_not_asked_for_grants_it_does_not_have(tmp_path: Path) -> None:
    text = json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"get": {"security": [{"o": []}], "responses": {"204": {"description": "none"}}}}},
            "components": {
                "securitySchemes": {
                    "o": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://x.test", "scopes": {}}}}
                }
            },
        }
    )
    with built(text, tmp_path) as package:
        assert [each.argument for each in package.load("_api").API.authentication.credentials] == ["access_token"]

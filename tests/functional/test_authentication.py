"""Credentials that are functions, and callers who authenticate by themselves."""

import asyncio
import base64
import logging
from collections.abc import Generator, Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
security: [{bearer: []}, {key: []}]
paths:
  /orders:
    get: {operationId: list, tags: [orders], responses: {"204": {description: ok}}}
    put: {operationId: login, tags: [orders], security: [{basic: []}], responses: {"204": {description: ok}}}
    post: {operationId: keyed, tags: [orders], security: [{key: []}], responses: {"204": {description: ok}}}
    delete: {operationId: queried, tags: [orders], security: [{query: []}], responses: {"204": {description: ok}}}
    patch: {operationId: cookie, tags: [orders], security: [{cookie: []}], responses: {"204": {description: ok}}}
    trace: {operationId: both, tags: [orders], security: [{bearer: [], key: []}], responses: {"204": {description: ok}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: apikey}
    cookie: {type: apiKey, in: cookie, name: sid}
"""
DONE = httpx.Response(204)
REFUSED = httpx.Response(401)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("authentication")) as package:
        yield package


class Caller:
    """Makes calls of either client, and remembers the client."""

    def __init__(self, package: Package, flavour: str) -> None:
        package.requests.clear()
        self.package, self.flavour = package, flavour

    def client(self, *answers: httpx.Response, http: dict[str, Any] | None = None, **options: Any) -> Any:
        class_, library = (
            (self.package._class("Async"), httpx.AsyncClient)
            if self.is_async
            else (self.package._class(""), httpx.Client)
        )
        transport = httpx.MockTransport(self.package._handler(answers))
        client = library(transport=transport, **(http or {}))
        return class_(http_client=client, base_url="https://api.test", **options)

    @property
    def is_async(self) -> bool:
        return self.flavour == "async"

    def call(self, method: str, *answers: httpx.Response, extra: Any = None, **options: Any) -> httpx.Request:
        """Call a method of a new client, and return the last request."""
        self.run(self.client(*answers, **options), method, **(extra or {}))
        return self.package.requests[-1]

    def run(self, client: Any, method: str, **arguments: Any) -> Any:
        result = getattr(client.orders, method)(**arguments)
        return asyncio.run(result) if self.is_async else result

    @property
    def authorizations(self) -> list[str]:
        return [each.headers.get("Authorization", "") for each in self.package.requests]


@pytest.fixture(params=["sync", "async"])
def caller(package: Package, request: pytest.FixtureRequest) -> Caller:
    return Caller(package, request.param)


def tokens(*values: Any) -> Any:
    """A function that returns one value after the other, the last one again and again."""
    waiting = list(values)
    return lambda: waiting.pop(0) if len(waiting) > 1 else waiting[0]


# ---------------------------------------------------------------- functions


def test_a_function_is_called_for_every_attempt(caller: Caller) -> None:
    answers = (httpx.Response(429), httpx.Response(307, headers={"Location": "/x"}), DONE)
    token = tokens("canary-11", "canary-12", "canary-13")
    caller.call("list", *answers, bearer=token, backoff=(0, 0))
    assert caller.authorizations == ["Bearer canary-11", "Bearer canary-12", "Bearer canary-13"]


def test_a_coroutine_function_is_awaited(package: Package) -> None:
    async def token() -> str:
        await asyncio.sleep(0)
        return "canary-14"

    caller = Caller(package, "async")
    assert caller.call("list", bearer=token).headers["Authorization"] == "Bearer canary-14"
    with pytest.raises(
        package.module.ConfigurationError, match="bearer=: a function that has to be awaited needs the async client"
    ):
        Caller(package, "sync").call("list", bearer=token)


def test_a_refused_credential_is_asked_for_once_more(caller: Caller, package: Package) -> None:
    caller.call("list", REFUSED, DONE, bearer=tokens("canary-15", "canary-16"))
    assert caller.authorizations == ["Bearer canary-15", "Bearer canary-16"]
    package.requests.clear()
    with pytest.raises(package.module.UnauthorizedError):
        caller.call("list", REFUSED, bearer=tokens("canary-15", "canary-16", "canary-17"))
    assert caller.authorizations == ["Bearer canary-15", "Bearer canary-16"]


def test_the_same_credential_is_not_sent_again(caller: Caller, package: Package) -> None:
    with pytest.raises(package.module.UnauthorizedError):
        caller.call("list", REFUSED, bearer=lambda: "canary-15")
    assert caller.authorizations == ["Bearer canary-15"]


def test_every_scheme_takes_a_function(caller: Caller) -> None:
    assert caller.call("keyed", key=lambda: " canary-18\n").headers["X-Key"] == "canary-18"
    assert str(caller.call("queried", query_secret=lambda: "canary 19").url.query, "ascii") == "apikey=canary%2019"
    assert caller.call("cookie", cookie=lambda: "canary-20").headers["Cookie"] == "sid=canary-20"
    for login in (("ann", "canary-21"), "ann:canary-21"):
        sent = caller.call("login", basic=lambda login=login: login).headers["Authorization"]
        assert base64.b64decode(sent.removeprefix("Basic ")) == b"ann:canary-21"
    both = caller.call("both", bearer=lambda: "canary-22", key="canary-23").headers
    assert (both["Authorization"], both["X-Key"]) == ("Bearer canary-22", "canary-23")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "the function bearer= returned no credential"),
        ("", "the function bearer= returned no credential"),
        (5, "bearer= has to return a str"),
        ("a\nb", "bearer= has characters that cannot be sent"),
    ],
)
def test_what_is_no_credential_is_refused(caller: Caller, package: Package, value: Any, message: str) -> None:
    with pytest.raises(package.module.ConfigurationError) as caught:
        caller.call("list", bearer=lambda: value)
    assert (str(caught.value), package.requests) == (message, [])


def test_an_error_of_the_function_is_that_of_the_call(caller: Caller) -> None:
    def fail() -> str:
        raise LookupError("no vault")

    with pytest.raises(LookupError, match="no vault"):
        caller.call("list", bearer=fail)


def test_what_a_function_returns_is_kept_secret(
    caller: Caller, package: Package, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = caller.client(httpx.Response(400, text="bad canary-31 and canary%2032"), bearer=tokens("canary-31"))
    with pytest.raises(package.module.StatusError) as caught:
        caller.run(client, "list")
    assert "canary-31" not in f"{caught.value} {caught.value.body} {client._config!r} {caplog.text}"
    assert "bad [redacted] and canary%2032" in str(caught.value)


def test_many_credentials_do_not_pile_up(caller: Caller) -> None:
    client = caller.client(DONE, bearer=tokens(*(f"canary-a{n}" for n in range(500))))
    for _ in range(300):
        caller.run(client, "list")
    redactor = client._config.redactor
    assert len(redactor._learned) <= 100
    assert redactor.text("canary-a299 and canary-a0") == "[redacted] and canary-a0"


# ---------------------------------------------------------------- callers who authenticate by themselves

OWN = "Bearer canary-41"


@pytest.mark.parametrize("token", [None, "canary-42", lambda: "canary-42"], ids=["none", "text", "function"])
@pytest.mark.parametrize(
    "options",
    [
        {"headers": {"authorization": OWN}},
        {"extra": {"extra_headers": {"AUTHORIZATION": OWN}}},
        {"http": {"headers": {"Authorization": OWN}}},
    ],
    ids=["client", "call", "http client"],
)
def test_an_authorization_header_of_the_caller_is_sent_as_it_is(
    caller: Caller, options: dict[str, Any], token: Any
) -> None:
    for method in ("list", "login", "keyed"):
        sent = caller.call(method, DONE, bearer=token, **options)
        assert sent.headers.get_list("Authorization") == [OWN]


def test_another_credential_goes_with_it_only_where_it_is_needed(caller: Caller) -> None:
    options = {"headers": {"Authorization": OWN}, "key": "canary-43"}
    assert "X-Key" not in caller.call("list", **options).headers
    for method in ("keyed", "both"):
        sent = caller.call(method, **options).headers
        assert (sent["Authorization"], sent["X-Key"]) == (OWN, "canary-43")


class Signature(httpx.Auth):
    """Authenticates as httpx documents it, with a second request after a 401."""

    def __init__(self) -> None:
        self.received: list[str] = []

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        for token in ("Signature canary-44", "Signature canary-45"):
            self.received.append(request.headers.get("Authorization", ""))
            request.headers["Authorization"] = token
            response = yield request
            if response.status_code != 401:
                return


@pytest.mark.parametrize("token", [None, "canary-42"])
@pytest.mark.parametrize("is_option", [True, False], ids=["auth=", "http_client="])
def test_an_authentication_of_the_library_is_used(caller: Caller, token: str | None, is_option: bool) -> None:
    auth = Signature()
    options: Any = {"auth": auth} if is_option else {"http": {"auth": auth}}
    sent = caller.call("list", REFUSED, DONE, bearer=token, **options)
    assert sent.headers.get_list("Authorization") == ["Signature canary-45"]
    assert (len(caller.package.requests), auth.received) == (2, ["", "Signature canary-44"])


def test_an_authentication_of_the_library_can_be_chosen_for_a_call(caller: Caller) -> None:
    client = caller.client(DONE, bearer="canary-46", key="canary-47")
    for options in ({}, {"auth": httpx.BasicAuth("ann", "canary-48")}, {"auth": "key"}, {"auth": None}):
        caller.run(client.with_options(**options), "list")
    basic = f"Basic {base64.b64encode(b'ann:canary-48').decode()}"
    assert caller.authorizations == ["Bearer canary-46", basic, "", "Bearer canary-46"]
    assert [each.headers.get("X-Key") for each in caller.package.requests] == [None, None, "canary-47", None]


@pytest.mark.parametrize(
    "options",
    [
        {"headers": {"Authorization": "Bearer canary-49"}},
        {"extra": {"extra_headers": {"Authorization": "Bearer canary-49"}}},
        {"http": {"headers": {"Authorization": "Bearer canary-49"}}},
        {"http": {"auth": ("ann", "canary-49")}},
        {"auth": httpx.BasicAuth("ann", "canary-49")},
        {"headers": {"X-Key": "canary-49"}},
    ],
)
def test_a_credential_of_the_caller_is_kept_secret(
    caller: Caller, package: Package, options: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    events: list[Any] = []
    extra = options.pop("extra", {}) if "extra" in (options := dict(options)) else {}
    client = caller.client(httpx.Response(400, text="no: canary-49"), before_request=events.append, **options)
    with pytest.raises(package.module.StatusError) as caught:
        caller.run(client, "list", **extra)
    assert str(caught.value) == "list: 400 Bad Request: no: [redacted]"
    assert "canary-49" not in f"{client!r} {client._config!r} {events[0]!r} {events[0].headers} {caplog.text}"


class Signer(httpx.Auth):
    """Signs requests in headers of its own, and in the URL."""

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["X-Signature"] = "canary-signature-1"
        request.headers["X-Version"] = "2"
        request.url = request.url.copy_merge_params({"sig": "canary-signature-2"})
        yield request


@pytest.mark.parametrize("is_option", [True, False], ids=["auth=", "http_client="])
@pytest.mark.usefixtures("shown_on_purpose")  # the HTTP library logs the URL before its client knows it
def test_what_an_authentication_of_the_library_adds_is_kept_secret(caller: Caller, is_option: bool) -> None:
    auth = Signer()
    options: Any = {"auth": auth} if is_option else {"http": {"auth": auth}}
    answer = httpx.Response(400, text="version 2, page 1: no: canary-signature-1, canary-signature-2")
    client = caller.client(answer, bearer=None, **options)
    with pytest.raises(caller.package.module.StatusError, match="version 2, page 1") as caught:
        caller.run(client, "list")
    assert "canary-signature" not in f"{caught.value} {vars(caught.value)}"


def test_a_call_can_go_without_the_credential(caller: Caller) -> None:
    client = caller.client(DONE, bearer="canary-50", query_secret="canary-51")  # noqa: S106 - a canary
    caller.run(client, "list", extra_headers={"Authorization": None})
    caller.run(client, "queried", extra_query={"apikey": None})
    caller.run(client, "queried", extra_query={"apikey": "canary-52"})
    assert caller.authorizations == ["", "", ""]
    assert [each.url.query for each in caller.package.requests] == [b"", b"", b"apikey=canary-52"]


def test_a_credential_of_the_caller_does_not_leave_the_host(caller: Caller, package: Package) -> None:
    answer = httpx.Response(307, headers={"Location": "https://evil.test/"})
    with pytest.raises(package.module.StatusError):
        caller.call("list", answer, headers={"Authorization": OWN})
    assert [each.url.host for each in package.requests] == ["api.test"]


def test_nothing_to_authenticate_with_is_still_an_error(caller: Caller, package: Package) -> None:
    for options in ({}, {"headers": {"X-Other": "a"}}, {"http": {"headers": {"X-Other": "a"}}}, {"key": "canary-53"}):
        with pytest.raises(package.module.MissingCredentialError):
            caller.call("login", **options)
    assert package.requests == []

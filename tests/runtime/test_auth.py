"""Credentials: where they come from, which of them travels, and how."""

import base64
from typing import Any

import httpx
import pytest
from scratch._runtime.errors import ConfigurationError, MissingCredentialError
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Nothing

from runtime.shop import Shop


def operation(security: tuple[tuple[str, ...], ...] | None = None) -> Operation[Any]:
    return Operation(id="op", method="GET", path="/x", responses={"204": Nothing()}, security=security)


def carried(request: httpx.Request) -> dict[str, str]:
    """What of the secrets a request carries, by place."""
    found = {
        "query": request.url.query.decode(),
        "header": request.headers.get("x-shop-key", ""),
        "cookie": request.headers.get("cookie", ""),
        "authorization": request.headers.get("authorization", ""),
    }
    return {place: value for place, value in found.items() if value}


BASIC = f"Basic {base64.b64encode(b'ann:canary 5').decode()}"
KEY = {"api_key": "canary-1"}
ALL = {"api_key": "canary-1", "token": "canary-4", "login": "ann:canary 5"}

CHOICES: list[tuple[Any, dict[str, str], str | None, dict[str, str]]] = [
    # security of the operation, credentials, preferred scheme, what is sent
    (None, KEY, None, {"header": "canary-1"}),  # a key in the URL is the last choice
    (None, KEY, "key_header", {"header": "canary-1"}),
    (None, KEY, "key_query", {"query": "apikey=canary-1"}),
    ((("key_query",),), KEY, None, {"query": "apikey=canary-1"}),
    ((("key_query",),), KEY, "key_header", {"query": "apikey=canary-1"}),
    ((("key_cookie",),), KEY, None, {"cookie": "shopkey=canary-1"}),
    ((("bearer",), ("key_header",)), KEY, None, {"header": "canary-1"}),
    ((("bearer",), ("key_header",)), ALL, None, {"authorization": "Bearer canary-4"}),
    ((("bearer",), ("key_header",)), ALL, "key_header", {"header": "canary-1"}),
    ((("basic",),), ALL, None, {"authorization": BASIC}),
    ((("bearer", "key_header"),), ALL, None, {"authorization": "Bearer canary-4", "header": "canary-1"}),
    ((("bearer", "key_header"), ("key_cookie",)), KEY, None, {"cookie": "shopkey=canary-1"}),
    ((), ALL, None, {}),
    (((),), ALL, None, {}),
    (((), ("bearer",)), ALL, None, {"authorization": "Bearer canary-4"}),
    (((), ("bearer",)), KEY, None, {}),
]


@pytest.mark.parametrize(("security", "credentials", "auth", "sent"), CHOICES)
def test_of_the_possible_alternatives_one_travels(
    shop: Shop, security: Any, credentials: dict[str, str], auth: str | None, sent: dict[str, str]
) -> None:
    shop.perform(operation(security).call(), credentials=credentials, auth=auth)
    assert carried(shop.sent) == sent


MISSING: list[tuple[Any, dict[str, str], str]] = [
    (None, {}, "op needs a credential: pass api_key= or set SHOP_API_KEY"),
    ((("bearer",),), KEY, "op needs a credential: pass token= or set SHOP_TOKEN"),
    (
        (("bearer", "key_header"),),
        KEY,
        "op needs a credential: pass token= or set SHOP_TOKEN, or pass api_key= or set SHOP_API_KEY",
    ),
    ((("unheard_of",),), ALL, "op needs a credential: its security scheme is one this client has no argument for"),
]


@pytest.mark.parametrize(("security", "credentials", "text"), MISSING)
def test_what_is_missing_is_told_before_anything_is_sent(
    shop: Shop, security: Any, credentials: dict[str, str], text: str
) -> None:
    with pytest.raises(MissingCredentialError) as caught:
        shop.perform(operation(security).call(), credentials=credentials)
    assert (str(caught.value), caught.value.operation, shop.requests) == (text, "op", [])


@pytest.mark.parametrize(
    ("given", "environment", "sent"),
    [
        (None, "from-env", "from-env"),
        ("", "from-env", "from-env"),
        ("given", "from-env", "given"),
        ("given", "", "given"),
        (" given\n", "", "given"),
        (None, "from-env\n", "from-env"),
    ],
)
def test_a_credential_comes_from_the_argument_else_the_environment(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, given: str | None, environment: str, sent: str
) -> None:
    monkeypatch.setenv("SHOP_API_KEY", environment)
    shop.perform(operation().call(), credentials={"api_key": given})
    assert carried(shop.sent) == {"header": sent}


def test_a_key_in_the_query_is_encoded_and_joins_other_parameters(shop: Shop) -> None:
    client = shop.client(auth="key_query", credentials={"api_key": "a&b=c d+e"})
    shop.run(client.fetch("/y?z=1"))
    assert str(shop.sent.url).endswith("/api/y?z=1&apikey=a%26b%3Dc%20d%2Be")


@pytest.mark.parametrize("value", ["two\nlines", "nul\x00", "tab\t."])
def test_a_credential_that_no_header_can_hold_is_refused_without_showing_it(shop: Shop, value: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^api_key= has characters that cannot be sent$"):
        shop.client(credentials={"api_key": value})


def test_a_preferred_scheme_has_to_exist(shop: Shop) -> None:
    with pytest.raises(ConfigurationError, match=r"^auth= has to be one of 'key_query', 'key_header', "):
        shop.client(auth="magic")


def test_a_header_of_the_caller_wins_over_a_credential(shop: Shop) -> None:
    shop.perform(operation().call(), headers={"x-shop-KEY": "mine"})
    assert carried(shop.sent) == {"header": "mine"}

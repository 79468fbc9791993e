"""One table of client options feeds constructor, docstring, README, `with_options` and the reserved argument names."""

import asyncio
import base64
import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import HttpUrl

from channelsmith.naming import client_options
from channelsmith.naming.client_options import CLIENT_OPTIONS, ClientOption
from runtime.shop import Shop
from support.packages import Package, built

Build = Callable[[str], Package]

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{user_agent_suffix}.test", variables: {user_agent_suffix: {default: demo}}}]
security: [{userAgentSuffix: []}]
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: {"204": {description: ok}}}
components:
  securitySchemes:
    userAgentSuffix: {type: apiKey, in: header, name: X-Key}
"""
SUFFIX = ClientOption(
    name="user_agent_suffix",
    annotation="str",
    default='""',
    description="A text that is added to the User-Agent header.",
    summary="A text that is added to the User-Agent header.",
)


@pytest.fixture
def with_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_options, "CLIENT_OPTIONS", (*CLIENT_OPTIONS, SUFFIX))


@pytest.mark.usefixtures("with_suffix")
def test_an_option_of_the_table_is_found_wherever_options_are(build: Build) -> None:
    package = build(DOCUMENT.replace("userAgentSuffix", "key").replace("user_agent_suffix", "tenant"))
    module = package.load("client")
    for client in (getattr(module, name) for name in module.__all__):
        constructor = inspect.signature(client.__init__).parameters
        assert (constructor["user_agent_suffix"].annotation, constructor["user_agent_suffix"].default) == ("str", "")
        changed = inspect.signature(client.with_options).parameters["user_agent_suffix"]
        assert (changed.annotation, changed.default) == ("str | NotGiven", package.module.NOT_GIVEN)
        assert "user_agent_suffix: A text that is added to the User-Agent header." in client.__doc__
    readme = (package.folder / "README.md").read_text("utf-8")
    assert "| `user_agent_suffix` | | A text that is added to the User-Agent header. |" in readme


@pytest.mark.usefixtures("with_suffix")
def test_a_security_scheme_and_a_server_variable_make_way_for_an_option_of_the_same_name(build: Build) -> None:
    package = build(DOCUMENT)
    module = package.load("client")
    arguments = list(inspect.signature(getattr(module, module.__all__[-1]).__init__).parameters)
    assert arguments[:4] == ["self", "user_agent_suffix_secret", "server_user_agent_suffix", "base_url"]
    assert arguments.count("user_agent_suffix") == 1


@pytest.mark.parametrize("option", CLIENT_OPTIONS, ids=lambda option: option.name)
def test_every_option_is_reserved(option: ClientOption) -> None:
    assert option.name in client_options.reserved_arguments()


def test_the_runtime_has_a_field_for_every_option_that_can_change_from_call_to_call() -> None:
    options: Any = importlib.import_module("scratch._runtime.options").Options
    names = {"NOT_GIVEN": importlib.import_module("scratch._runtime.types").NOT_GIVEN}
    changeable = {each.name: eval(each.default, names) for each in CLIENT_OPTIONS if each.is_per_call}  # noqa: S307
    assert {each.name: each.default for each in fields(options)} == changeable


def test_options_of_a_copy_replace_those_of_the_client(shop: Shop) -> None:
    client = shop.client(timeout=5, strict=True)
    options = client.with_options(timeout=1)._config.options
    assert (options.timeout.read, options.strict, client._config.options.timeout.read) == (1, True, 5)


TIMEOUT = (
    "timeout= has to be a number of seconds above 0, None, a Timeout, or a mapping with connect, read, write and pool"
)
WRONG: list[tuple[dict[str, Any], str]] = [
    *(({"timeout": value}, TIMEOUT) for value in ("5", -1, 0, True, float("inf"), (1, 2), object())),
    ({"timeout": {"reed": 5}}, "timeout=: 'reed' is not one of connect, read, write, pool"),
    *(
        ({"timeout": {"read": value}}, "timeout=: read has to be a number of seconds above 0, or None")
        for value in ("5", -1, 0, True)
    ),
    ({"timeout": httpx.Timeout(-1)}, "timeout=: connect has to be a number of seconds above 0, or None"),
    *(({"max_retries": value}, "max_retries= has to be an int, 0 or more") for value in ("3", 1.5, True, -1, None)),
    *(
        ({"max_elapsed": value}, "max_elapsed= has to be a number of seconds above 0, or None")
        for value in ("9", 0, -1)
    ),
    *(
        ({"headers": value}, "headers= has to be a mapping of names to values, or None")
        for value in ([("X-A", "b")], "X-A: b", 5)
    ),
    *(
        ({"query": value}, "query= has to be a mapping of names to values, or None")
        for value in ([("a", "b")], "a=b", 5)
    ),
    ({"query": {5: "b"}}, "query=: 5 is not the name of a parameter"),
    ({"query": {"a": float("nan")}}, "query=: query parameter 'a': not a finite number"),
    *(
        (
            {"retry_statuses": value},
            "retry_statuses= has to be a tuple, list or set of statuses from 100 to 599, or None",
        )
        for value in (503, "503", ["503"], [99], [600], iter([503]))
    ),
    *(
        (
            {"backoff": value},
            "backoff= has to be (first, longest): two numbers of seconds, 0 or more, the second not below the first",
        )
        for value in (1, None, (1,), (2, 1), (-1, 1), ("1", "2"), (True, 2), (0, float("inf")), (1, 2, 3))
    ),
    *(({"headers": {"X-A": value}}, "headers=: header 'X-A' has to be a str") for value in (5, None, b"b", ["b"])),
    ({"headers": {"X-A": "\ud800"}}, "headers=: header 'X-A' has characters that cannot be encoded"),
    ({"headers": {5: "b"}}, "headers=: 5 is not the name of a header"),
    *(({"strict": value}, "strict= has to be True or False") for value in ("yes", 1, None)),
    *(
        ({"on_drift": value}, "on_drift= has to be a function that need not be awaited, or None")
        for value in ("print", asyncio.sleep)
    ),
    *(
        ({name: value}, f"{name}= has to be a function, a list of functions, or None")
        for name in ("before_request", "after_response")
        for value in ("print", 5, [print, None], {print})
    ),
    *(
        ({"rate_limits": value}, "rate_limits= has to be a store of rate limits, False, or None")
        for value in (True, 5, "file")
    ),
]


def test_an_option_of_the_wrong_type_is_refused(shop: Shop) -> None:
    refused = importlib.import_module("scratch._runtime.errors").ConfigurationError
    for wrong, message in WRONG:
        for change in (shop.client, shop.client().with_options):
            with pytest.raises(refused) as caught:
                change(**wrong)
            assert (wrong, str(caught.value)) == (wrong, message)


def test_the_values_of_every_option_are_checked() -> None:
    options: Any = importlib.import_module("scratch._runtime.options")
    assert options._VALID.keys() | {"timeout"} == {each.name for each in fields(options.Options)}


SECURED = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{tenant}.shop.test", variables: {tenant: {default: demo}}}]
security: [{token: []}]
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: {"204": {description: ok}}}
    put: {operationId: putOrders, tags: [orders], security: [{login: []}], responses: {"204": {description: ok}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    login: {type: http, scheme: basic}
"""
KEY = {"token": "canary-1"}
WRONG_ARGUMENTS: list[tuple[dict[str, Any], str]] = [
    *(({"token": value}, "token= has to be a str") for value in (b"t", 5, ("u", "p"))),
    *(
        ({"login": value}, "login= has to be a str or a tuple (user, password) with no colon in the user")
        for value in (["u", "p"], ("u", "p", "x"), ("u", 5), ("u:v", "p"))
    ),
    ({"auth": "key"}, "auth= has to be one of 'token', 'login', or an authentication such as httpx.Auth"),
    *(
        (
            {"auth": value},
            "auth= has to be the name of a security scheme, an authentication such as httpx.Auth, or None",
        )
        for value in (["token"], 5, httpx.Auth)
    ),
    *(({"tenant": value}, "tenant= has to be a str") for value in (5, b"x", Path("x"))),
    *(
        ({"base_url": value}, "base_url= has to be an absolute http or https URL")
        for value in (5, b"https://x.test", Path("x"), "x.test", object())
    ),
]


@pytest.mark.parametrize("flavour", ["", "Async"])
def test_an_argument_of_the_wrong_type_is_refused(build: Build, flavour: str) -> None:
    package = build(SECURED)
    for wrong, message in WRONG_ARGUMENTS:
        with pytest.raises(package.module.ConfigurationError) as caught:
            package._class(flavour)(**wrong)
        assert (wrong, str(caught.value)) == (wrong, message)


@pytest.mark.parametrize("flavour", ["", "Async"])
def test_an_http_client_of_the_other_flavour_is_refused(build: Build, flavour: str) -> None:
    package = build(SECURED)
    right, wrong = (httpx.AsyncClient, httpx.Client) if flavour else (httpx.Client, httpx.AsyncClient)
    for value in (wrong(), right, httpx, 5, "httpx"):
        with pytest.raises(package.module.ConfigurationError) as caught:
            package._class(flavour)(http_client=value)
        assert str(caught.value) == f"http_client= has to be a client such as httpx.{right.__name__}()"


def test_a_closed_http_client_is_refused_at_once_or_by_the_next_call(build: Build) -> None:
    package = build(SECURED)
    with httpx.Client() as http:
        client = package._class("")(http_client=http, **KEY)
    with pytest.raises(package.module.ConfigurationError, match=r"^http_client= is closed$"):
        client.orders.list_orders()
    with pytest.raises(package.module.ConfigurationError, match=r"^http_client= is closed$"):
        package._class("")(http_client=http)


def test_an_environment_variable_with_a_bad_url_is_named(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    package = build(SECURED)
    variable = f"{package.name.upper()}_BASE_URL"
    monkeypatch.setenv(variable, "shop.test")
    message = f"^the environment variable {variable} has to be an absolute http or https URL$"
    with pytest.raises(package.module.ConfigurationError, match=message):
        package._class("")()


@pytest.mark.parametrize(
    "url", [httpx.URL("https://y.test/api/"), HttpUrl("https://y.test/api/"), "https://y.test/api"]
)
def test_the_base_url_may_be_a_url_object(build: Build, url: Any) -> None:
    package = build(SECURED)
    client = package.client(base_url=url, **KEY)
    client.orders.list_orders()
    assert (str(package.sent.url), client.base_url) == ("https://y.test/api/orders", "https://y.test/api")


@pytest.mark.parametrize("login", ["me:canary-1: ", ("me", "canary-1: ")])
def test_basic_authentication_takes_a_text_or_a_pair(build: Build, login: Any) -> None:
    package = build(SECURED)
    package.client(login=login).orders.put_orders()
    kind, token = package.sent.headers["Authorization"].split()
    given = "me:canary-1: " if isinstance(login, tuple) else "me:canary-1:"
    assert (kind, base64.b64decode(token).decode()) == ("Basic", given)


def test_the_types_of_credentials_say_what_they_take(build: Build) -> None:
    package = build(SECURED)
    parameters = inspect.signature(package._class("").__init__).parameters
    annotations = {name: parameters[name].annotation for name in ("token", "login", "base_url")}
    assert annotations == {
        "token": "str | Callable[[], str] | None",
        "login": "str | tuple[str, str] | Callable[[], str | tuple[str, str]] | None",
        "base_url": "str | UrlObject | None",
    }
    parameters = inspect.signature(package._class("Async").__init__).parameters
    assert parameters["token"].annotation == "str | Callable[[], str | Awaitable[str]] | None"


CHOICES = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /note:
    put:
      operationId: putNote
      tags: [notes]
      requestBody:
        content: {text/plain: {schema: {type: string}}, application/octet-stream: {}}
      responses: {"200": {description: ok, content: {text/csv: {}, image/png: {}}}}
"""


@pytest.mark.parametrize("argument", ["media_type", "accept"])
def test_a_media_type_that_is_no_text_is_refused(build: Build, argument: str) -> None:
    package = build(CHOICES)
    with pytest.raises(package.module.InvalidRequestError, match=f"{argument}= has to be a media type"):
        package.client().notes.put_note(body="x", **{argument: 5})
    assert package.requests == []


@pytest.fixture(params=["sync", "async"])
def shop(request: pytest.FixtureRequest) -> Shop:
    return Shop(request.param)


GET = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{tenant}.shop.test", variables: {tenant: {default: demo}}}]
x-rate-limit: {requests: 1, per: 60, scope: account}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {"204": {description: ok}}
    post: {operationId: addOrder, tags: [orders], responses: {"204": {description: ok}}}
"""


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(GET, tmp_path_factory.mktemp("orders")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def send(request: pytest.FixtureRequest, orders: Package) -> Any:
    """Call a method of a copy of a client, with these options, and return the URLs of the requests."""
    orders.requests.clear()

    def run(
        options: Any, *answers: httpx.Response, method: str = "list_orders", client: Any = None, **args: Any
    ) -> Any:
        slept: list[float] = []
        is_async = request.param == "async"

        async def sleep(seconds: float) -> None:
            slept.append(seconds)

        make = orders.async_client if is_async else orders.client
        copy = make(*answers, **{"rate_limits": False, **(client or {})}).with_options(**options)
        copy._sleep = sleep if is_async else slept.append
        call = getattr(copy.orders, method)(**args)
        try:
            if is_async:
                asyncio.run(call)
        finally:
            orders.slept = slept  # type: ignore[attr-defined]
        return [str(each.url) for each in orders.requests]

    return run


def test_the_query_of_a_client_goes_with_every_request(send: Any) -> None:
    client = {"query": {"tenant": "a b", "q": "client", "tags": ["x", "y"]}}
    assert send({}, client=client) == ["https://api.test/orders?tenant=a%20b&q=client&tags=x&tags=y"]


def test_the_query_of_a_copy_is_added_and_that_of_a_call_wins(send: Any) -> None:
    client = {"query": {"a": 1, "b": 1, "q": 1, "gone": 1}}
    urls = send({"query": {"b": 2}}, client=client, q="call", extra_query={"c": 3, "gone": None})
    assert urls == ["https://api.test/orders?a=1&b=2&q=call&c=3"]


def test_a_link_that_has_the_parameters_does_not_get_them_twice(orders: Package) -> None:
    orders.requests.clear()
    client = orders.client(httpx.Response(200), query={"tenant": "a", "lang": "de"})
    client.fetch("/orders?tenant=a&page=2")
    assert str(orders.sent.url) == "https://api.test/orders?tenant=a&page=2&lang=de"


def test_a_copy_may_have_another_base_url(send: Any, orders: Package) -> None:
    assert send({"base_url": "https://other.test/v2/"}) == ["https://other.test/v2/orders"]
    with pytest.raises(orders.module.ConfigurationError, match="base_url= has to be an absolute"):
        send({"base_url": "other.test"})


def test_a_copy_without_a_base_url_returns_to_the_document(send: Any) -> None:
    assert send({"base_url": None}) == ["https://demo.shop.test/orders"]


def test_every_base_url_has_its_own_count_of_calls(orders: Package) -> None:
    client = orders.client()
    one, other = client.with_options(base_url="https://a.test"), client.with_options(base_url="https://b.test")
    again = client.with_options(base_url="https://a.test")
    assert one._config.limiter is again._config.limiter
    assert one._config.limiter is not other._config.limiter


def test_the_caller_chooses_after_which_statuses_a_call_is_repeated(send: Any, orders: Package) -> None:
    done = httpx.Response(204)
    assert len(send({"retry_statuses": [409]}, httpx.Response(409), httpx.Response(429), done)) == 3
    for options, status, method in (([409], 503, "list_orders"), ([], 503, "list_orders"), ([409], 409, "add_order")):
        orders.requests.clear()
        with pytest.raises(orders.module.StatusError):
            send({"retry_statuses": options}, httpx.Response(status), done, method=method)
        assert len(orders.requests) == 1


@pytest.mark.parametrize(("backoff", "longest"), [((1, 3), [1, 2, 3, 3]), ((0, 0), [0, 0, 0, 0])])
def test_the_caller_chooses_the_pauses(send: Any, orders: Package, backoff: Any, longest: list[float]) -> None:
    failures = [httpx.Response(503)] * 4
    send({"backoff": backoff, "max_retries": 4}, *failures, httpx.Response(204))
    slept = orders.slept  # type: ignore[attr-defined]
    assert len(slept) == 4
    assert all(most / 2 <= pause <= most for pause, most in zip(slept, longest, strict=True))


def test_a_server_that_names_the_pause_comes_first(send: Any, orders: Package) -> None:
    send({"backoff": (1, 3)}, httpx.Response(503, headers={"Retry-After": "7"}), httpx.Response(204))
    assert orders.slept == [7]  # type: ignore[attr-defined]

"""Where requests go, and where they never go."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from scratch._runtime.api import Server, Variable
from scratch._runtime.errors import ConfigurationError, StatusError
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Text

from runtime.shop import API, Shop

GET: Operation[Any] = Operation(id="op", method="GET", path="/x", responses={"200": Text()})


def base(shop: Shop, server: Server | None = None, **options: Any) -> str:
    if server:
        shop.api = replace(API, servers=(server,))
    url: str = shop.client(**{"base_url": None, **options}).base_url
    return url


BASES = [
    ({"variables": {"tenant": "demo"}}, {}, "https://demo.shop.test/api"),
    ({"variables": {"tenant": None}}, {"SHOP_TENANT": "env"}, "https://env.shop.test/api"),
    ({"variables": {"tenant": "demo"}}, {"SHOP_TENANT": "env"}, "https://demo.shop.test/api"),
    ({"base_url": "http://127.0.0.1:8080"}, {}, "http://127.0.0.1:8080"),
    ({"base_url": "http://127.0.0.1:8080/"}, {"SHOP_BASE_URL": "https://env.test"}, "http://127.0.0.1:8080"),
    ({"variables": {"tenant": "demo"}}, {"SHOP_BASE_URL": "https://env.test/v1/"}, "https://env.test/v1"),
    ({"base_url": "https://[::1]:8443/a/b//"}, {}, "https://[::1]:8443/a/b"),
]


@pytest.mark.parametrize(("options", "environment", "url"), BASES)
def test_the_base_url_is_given_or_in_the_environment_or_a_filled_template(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], environment: dict[str, str], url: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert base(shop, **options) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/api",
        "shop.test/api",
        "ftp://shop.test",
        "https://",
        "https:///x",
        "https://u:hunter2@shop.test",
        "https://shop.test?a=1",
        "https://shop.test/#a",
        "https://shop.test:port",
        "https://shop test",
        "https://shop.test\\@evil.test",
        "https://shop.test/\n",
        "javascript:alert(1)",
    ],
)
def test_a_base_url_is_an_absolute_http_url_and_nothing_more(shop: Shop, url: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^base_url= |^pass tenant=") as caught:
        base(shop, base_url=url)
    assert "hunter2" not in str(caught.value)


TENANTS = [
    "evil.test",
    "my-shop.shop.test.evil.test",
    "evil.test.shop.test",
    "evil.test/",
    "evil.test#",
    "evil.test?",
    "a@evil.test",
    "a:b@evil.test",
    "evil.test:80",
    "a b",
    "a\n",
    "-a",
    "a.",
    ".",
    "..",
    "é",
    "%2e",
    "a\\b",
    "{x}",
    "evil.test/..",
]


@pytest.mark.parametrize("tenant", TENANTS)
def test_a_variable_can_not_move_the_host(shop: Shop, tenant: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^server variable 'tenant': "):
        base(shop, variables={"tenant": tenant})


@pytest.mark.parametrize(
    ("template", "value"),
    [
        *(
            ("https://{h}", value)
            for value in ("a/b", "/b", "a?b", "a#b", "u@a", "a:b", "a:1/b", "a:99999", "[::1", "a\\b", "")
        ),
        *(("https://{h}.a.test", value) for value in ("b:1", "[::1]", "b/c", "/b")),
        *(("https://a.test{h}", value) for value in ("/../b", "/b?c", "/b#c", "/b\\c", "@b.test", "/%2e%2e")),
        *(("https://a.test:{h}", value) for value in ("b", "1/c", "1@c")),
        *(("{h}/v1", value) for value in ("ftp://a", "https://u@a", "https://a?b", "a/b", "//a")),
        *(("{h}://a.test", value) for value in ("ftp", "https://b.test/", "javascript:")),
    ],
)
def test_a_value_stays_in_its_part_of_the_url(shop: Shop, template: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"^server variable 'h'|^{UNUSABLE}|^pass h="):
        base(shop, Server(template, variables={"h": Variable()}), variables={"h": value})


@pytest.mark.parametrize("tenant", ["demo", "my-shop-nl", "a_b", "A1"])
def test_a_variable_may_be_any_label_of_a_host(shop: Shop, tenant: str) -> None:
    assert base(shop, variables={"tenant": tenant}) == f"https://{tenant}.shop.test/api"


@pytest.mark.parametrize(
    "tenant",
    [
        "my-shop.shop.test",
        "MY-SHOP.shop.test",
        "my-shop.shop.test/",
        "https://my-shop.shop.test",
        "https://my-shop.shop.test/api",
        "http://my-shop.shop.test/api/",
    ],
)
def test_a_variable_of_the_host_may_be_given_as_the_whole_host_or_base_url(shop: Shop, tenant: str) -> None:
    assert base(shop, variables={"tenant": tenant}) == "https://my-shop.shop.test/api"


@pytest.mark.parametrize(
    "tenant",
    [
        "https://elsewhere.test",
        "https://elsewhere.test/my-shop.shop.test",
        "https://user@my-shop.shop.test",
        "https://my-shop.shop.test:8443",
        "https://my-shop.shop.test/other",
        "ftp://my-shop.shop.test",
        ".shop.test",
    ],
)
def test_another_url_is_refused_as_a_variable_of_the_host(shop: Shop, tenant: str) -> None:
    message = (
        r"server variable 'tenant': its value cannot stand for {tenant} in '.*', which is one label of a host name: "
    )
    with pytest.raises(ConfigurationError, match=message):
        base(shop, variables={"tenant": tenant})


@pytest.mark.parametrize(
    "variable", [Variable(default="eu.api"), Variable(default="us", enum=("us", "eu.api")), Variable(default="www.a")]
)
def test_a_variable_may_be_several_labels_where_the_document_says_so(shop: Shop, variable: Variable) -> None:
    server = Server("https://{r}.shop.test:{p}/v1", variables={"r": variable, "p": Variable(default="8443")})
    assert base(shop, server, variables={"r": "eu.api"}) == "https://eu.api.shop.test:8443/v1"
    assert base(shop, Server("https://{r}:{p}", variables=server.variables), variables={"r": "eu.api"})


ADDRESS = Server("http://{addr}", variables={"addr": Variable(default="127.0.0.1:8080")})
REGIONAL = Server(
    "{scheme}://{sub}.x.test",
    variables={
        "scheme": Variable(default="https", enum=("https",), argument="scheme", env="SHOP_SCHEME"),
        "sub": Variable(default="eu", enum=("eu", "us"), argument="sub", env="SHOP_SUB"),
    },
)
FREE = Server("https://x.test/{sub}", variables={"sub": Variable(default="", argument="sub", env="SHOP_SUB")})


@pytest.mark.parametrize(
    ("variables", "environment", "url"),
    [
        ({}, {}, "http://127.0.0.1:8080"),
        ({"addr": None, "sub": ""}, {}, "http://127.0.0.1:8080"),
        ({"addr": "nas:1"}, {"SHOP_SUB": "us"}, "http://nas:1"),
        ({"sub": "us"}, {}, "https://us.x.test"),
        ({"sub": "moon"}, {}, "https://x.test/moon"),
        ({}, {"SHOP_SUB": "us"}, "https://us.x.test"),
        ({"scheme": "https"}, {"SHOP_SUB": "us"}, "https://us.x.test"),
        ({"scheme": "http"}, {}, "scheme= has to be one of 'https'"),
        (
            {"addr": "nas", "sub": "us"},
            {},
            (
                "no server has all of addr=, sub=: there is 'http://{addr}', '{scheme}://{sub}.x.test', "
                "'https://x.test/{sub}'; base_url= takes the whole URL of another"
            ),
        ),
    ],
)
def test_the_first_server_that_has_all_given_variables_is_called(
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str | None],
    environment: dict[str, str],
    url: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shop.api = replace(API, servers=(ADDRESS, REGIONAL, FREE))
    try:
        found = base(shop, variables=variables)
    except ConfigurationError as error:
        found = str(error)
    assert found == url


UNUSABLE = "the document of Shop names no usable server: base_url= or SHOP_BASE_URL"
REGION = Variable(default="eu", enum=("eu", "us"), argument="region")
HTTP, HOST = Variable(default="http"), Variable(default="localhost:7878")
SERVERS = [
    (Server("https://{r}.test", variables={"r": REGION}), {}, "https://eu.test"),
    (Server("https://{r}.test", variables={"r": REGION}), {"region": "us"}, "https://us.test"),
    (
        Server(
            "{s}://h.test:{p}/{b}",
            variables={"s": Variable(default="http"), "p": Variable(default="81"), "b": Variable(default="v1/x")},
        ),
        {},
        "http://h.test:81/v1/x",
    ),
    (Server("https://h.test/{b}", variables={"b": Variable(default="")}), {}, "https://h.test"),
    (Server("{s}://{h}", variables={"s": HTTP, "h": HOST}), {}, "http://localhost:7878"),
    (Server("{s}://{h}/api", variables={"s": HTTP, "h": HOST}), {"h": "nas:80"}, "http://nas:80/api"),
    (Server("{s}://{h}/api", variables={"s": HTTP, "h": HOST}), {"h": "[::1]:80"}, "http://[::1]:80/api"),
    (Server("https://{h}", variables={"h": HOST}), {"h": "my_nas.lan"}, "https://my_nas.lan"),
    (Server("https://api.{h}", variables={"h": HOST}), {"h": "x.test:8443"}, "https://api.x.test:8443"),
    (Server("{u}/v1", variables={"u": Variable(default="http://a.test/b/")}), {}, "http://a.test/b/v1"),
    (Server("{h}/v1", variables={"h": HOST}), {"h": "nas"}, "https://nas/v1"),
    (Server("https://a.test{p}", variables={"p": Variable(default="/sell/v1")}), {}, "https://a.test/sell/v1"),
    (Server("https://a.test/bot{t}", variables={"t": Variable()}), {"t": "123:AB-c"}, "https://a.test/bot123:AB-c"),
]


@pytest.mark.parametrize(("server", "variables", "url"), SERVERS)
def test_variables_have_defaults_and_may_stand_anywhere(
    shop: Shop, server: Server, variables: dict[str, str | None], url: str
) -> None:
    assert base(shop, server, variables=variables) == url


@pytest.mark.parametrize(
    ("server", "variables", "text"),
    [
        (
            Server("https://{r}.test", variables={"r": REGION}),
            {"region": "moon"},
            "region= has to be one of 'eu', 'us'",
        ),
        (
            Server("https://{r}.test", variables={"r": Variable(argument="r", env="SHOP_R")}),
            {},
            "pass r= or set SHOP_R",
        ),
        (Server("https://{r}.test", variables={"r": Variable()}), {}, "pass r="),
        (Server("https://h.test/{b}", variables={"b": Variable()}), {"b": "../x"}, "server variable 'b': its value"),
        (Server("https://h.test/{b}", variables={"b": Variable()}), {"b": "x?y"}, "server variable 'b': its value"),
        (Server("/api"), {}, f"{UNUSABLE} has to be an absolute http"),
        (Server("//h.test"), {}, UNUSABLE),
        (Server("ws://h.test"), {}, UNUSABLE),
    ],
)
def test_a_server_that_can_not_be_used_is_told(
    shop: Shop, server: Server, variables: dict[str, str | None], text: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        base(shop, server, variables=variables)
    assert str(caught.value).startswith(text)


@pytest.mark.parametrize("given", ["sandbox", "https://{r}.sandbox.test"])
def test_a_documented_server_is_chosen_by_its_name_or_url(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    servers = (Server("https://live.test"), Server("https://{r}.sandbox.test", name="sandbox", variables={"r": REGION}))
    shop.api = replace(API, servers=servers)
    assert base(shop, base_url=None) == "https://live.test"
    assert base(shop, base_url=given, variables={"region": "us"}) == "https://us.sandbox.test"
    monkeypatch.setenv("SHOP_BASE_URL", given)
    assert base(shop) == "https://eu.sandbox.test"


def test_an_api_without_servers_asks_for_a_base_url(shop: Shop) -> None:
    shop.api = replace(API, servers=())
    with pytest.raises(
        ConfigurationError, match=r"^the document of Shop names no server: pass base_url= or set SHOP_BASE_URL$"
    ):
        base(shop)


OWN = [
    ("https://files.test/v2/", {"variables": {"tenant": "demo"}}, "https://files.test/v2/x"),
    ("/files", {"variables": {"tenant": "demo"}}, "https://demo.shop.test/files/x"),
    ("https://files.test", {"base_url": "http://127.0.0.1:1"}, "http://127.0.0.1:1/x"),
]


@pytest.mark.parametrize(("server", "options", "url"), OWN)
def test_an_operation_may_have_a_server_unless_everything_goes_to_one(
    shop: Shop, server: str, options: dict[str, Any], url: str
) -> None:
    shop.perform(replace(GET, server=server).call(), httpx.Response(200), **{"base_url": None, **options})
    assert str(shop.sent.url) == url


LINKS = [
    ("/v2/reports/PF_1", "https://demo.shop.test/api/v2/reports/PF_1"),
    ("v2/reports/23-13.csv", "https://demo.shop.test/api/v2/reports/23-13.csv"),
    ("/api/v2/x", "https://demo.shop.test/api/api/v2/x"),
    ("/v2/x?page=2&q=a%20b", "https://demo.shop.test/api/v2/x?page=2&q=a%20b"),
    ("/v2/x#part", "https://demo.shop.test/api/v2/x"),
    ("/v2/ü", "https://demo.shop.test/api/v2/%C3%BC"),
    ("/v2/a%2Fb", "https://demo.shop.test/api/v2/a%2Fb"),
    ("/v2/...", "https://demo.shop.test/api/v2/..."),
    ("https://demo.shop.test/api/v2/x", "https://demo.shop.test/api/v2/x"),
    ("https://demo.shop.test:443/other?a=1", "https://demo.shop.test/other?a=1"),
    ("HTTPS://DEMO.SHOP.TEST/api/x", "https://demo.shop.test/api/x"),
]


@pytest.mark.parametrize(("link", "url"), LINKS)
def test_a_link_goes_below_the_base_url_or_stays_on_its_host(shop: Shop, link: str, url: str) -> None:
    client = shop.client(httpx.Response(200, content=b"data", headers={"content-type": "text/csv"}))
    content = shop.run(client.fetch(link))
    assert (client.resolve(link), str(shop.sent.url)) == (url, url)
    assert (content.data, content.media_type, shop.sent.headers["x-shop-key"]) == (b"data", "text/csv", "canary-1")


REFUSED = [
    "",
    "//evil.test/x",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https://evil.test/x",
    "http://demo.shop.test/api/x",
    "https://demo.shop.test:444/x",
    "https://demo.shop.test.evil.test/",
    "https://demo.shop.test@evil.test/",
    "https://u@demo.shop.test/",
    "https://evil.test#@demo.shop.test/",
    "/../x",
    "/v2/../../x",
    "..",
    "/v2/%2e%2e/x",
    "/v2/%2E./x",
    "/v2/..%2Fx",
    "/v2/..%5cx",
    "/./x",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "ftp://demo.shop.test/x",
    "https:/evil.test",
    "https:evil.test",
    "http://[",
    "/v2/ x",
    "/v2/x\r\nHost: evil.test",
    "\thttps://evil.test",
    "https://demo.shop.test:0x50/",
]


@pytest.mark.parametrize("link", REFUSED)
def test_a_link_that_leads_elsewhere_is_refused_before_anything_is_sent(shop: Shop, link: str) -> None:
    client = shop.client(httpx.Response(200))
    for attempt in (lambda: client.resolve(link), lambda: shop.run(client.fetch(link))):
        with pytest.raises(ConfigurationError, match=r"^the link "):
            attempt()
    assert shop.requests == []


def test_fetch_raises_like_any_call(shop: Shop) -> None:
    with pytest.raises(StatusError, match=r"^fetch: 404 Not Found$"):
        shop.run(shop.client(httpx.Response(404)).fetch("/gone"))


def redirect(status: int, location: str) -> httpx.Response:
    return httpx.Response(status, headers={"Location": location})


FOLLOWED = [
    ("/api/y", "https://demo.shop.test/api/y"),
    ("y?a=1", "https://demo.shop.test/api/y?a=1"),
    ("https://demo.shop.test/y#f", "https://demo.shop.test/y"),
]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(("location", "url"), FOLLOWED)
def test_a_redirect_on_the_same_host_is_followed(shop: Shop, status: int, location: str, url: str) -> None:
    assert shop.perform(GET.call(), redirect(status, location), httpx.Response(200, text="there")) == "there"
    assert str(shop.requests[1].url) == url
    assert shop.requests[1].headers["x-shop-key"] == "canary-1"


STAYED = [
    "https://evil.test/x",
    "//evil.test/x",
    "http://demo.shop.test/api/x",
    "https://demo.shop.test:8443/",
    "https://demo.shop.test:0/",
    "https://u@demo.shop.test/",
    "\\\\evil.test",
    "https://[bad",
    "",
]


@pytest.mark.parametrize("location", STAYED)
def test_a_redirect_to_another_host_is_not_followed(shop: Shop, location: str) -> None:
    with pytest.raises(StatusError, match=r"302 Found, a redirect that is not followed \(it (leads|has)") as caught:
        shop.perform(GET.call(), redirect(302, location))
    assert (len(shop.requests), caught.value.status) == (1, 302)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("status", [301, 302])
def test_a_redirect_that_clients_understand_differently_is_not_followed(shop: Shop, method: str, status: int) -> None:
    why = rf"\(a {method} is not repeated after {status}, at https://demo.shop.test\)"
    with pytest.raises(StatusError, match=f"a redirect that is not followed {why}"):
        shop.perform(replace(GET, method=method).call(), redirect(status, "/api/y"))
    assert len(shop.requests) == 1


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("https://evil.test/x?key=canary-1#f", "it leads to another host or port, https://evil.test"),
        ("https://canary-1.test/x", "it leads to another host or port, https://[redacted].test"),
        ("https://user:word@evil.test/", "it has no Location that could be followed"),
        ("", "it has no Location that could be followed"),
    ],
)
def test_an_error_says_why_a_redirect_is_not_followed_and_shows_only_its_host(
    shop: Shop, location: str, why: str
) -> None:
    with pytest.raises(StatusError) as caught:
        shop.perform(GET.call(), redirect(307, location))
    assert str(caught.value) == f"{GET.id}: 307 Temporary Redirect, a redirect that is not followed ({why})"


def test_a_circle_of_redirects_ends(shop: Shop) -> None:
    with pytest.raises(StatusError, match=r"\(more than 5 in a row\)"):
        shop.perform(GET.call(), redirect(302, "/api/x"))
    assert len(shop.requests) == 6


def test_a_redirect_that_repeats_the_key_does_not_double_it(shop: Shop) -> None:
    answers = (redirect(302, "/api/y?a=1&apikey=canary-1"), httpx.Response(200))
    shop.perform(GET.call(), *answers, auth="key_query")
    assert str(shop.requests[1].url) == "https://demo.shop.test/api/y?a=1&apikey=canary-1"

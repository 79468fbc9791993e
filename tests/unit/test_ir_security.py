from pathlib import Path

import pytest

from channelsmith import ir
from channelsmith.diagnostics import Severity
from channelsmith.ir import SchemeKind, SecurityScheme
from channelsmith.ir.builder import build_ir
from support.reading import api_of, parsed

SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key, description: Ask support.}
    old: {type: apiKey, in: query, name: key, x-credential: key}
    jar: {type: apiKey, in: cookie, name: session}
    basic: {type: http, scheme: Basic}
    token: {type: http, scheme: bearer, x-credential: token}
    oauth: {type: oauth2, flows: {}}
    oidc: {type: openIdConnect, openIdConnectUrl: https://x.test}
    alias: {$ref: '#/components/securitySchemes/jar'}
    mtls: {type: mutualTLS}
    digest: {type: http, scheme: digest}
"""


def test_every_scheme_that_needs_only_a_secret_is_supported(tmp_path: Path) -> None:
    assert api_of(tmp_path, SCHEMES).schemes == (
        SecurityScheme("key", SchemeKind.API_KEY, "key", "header", "X-Key", "Ask support."),
        SecurityScheme("old", SchemeKind.API_KEY, "key", "query", "key"),
        SecurityScheme("jar", SchemeKind.API_KEY, "jar", "cookie", "session"),
        SecurityScheme("basic", SchemeKind.BASIC, "basic"),
        SecurityScheme("token", SchemeKind.BEARER, "token"),
        SecurityScheme("oauth", SchemeKind.BEARER, "access_token"),
        SecurityScheme("oidc", SchemeKind.BEARER, "access_token"),
        SecurityScheme("alias", SchemeKind.API_KEY, "alias", "cookie", "session"),
    )


def test_a_token_that_a_user_authorizes_on_another_device_is_given_or_refreshed(tmp_path: Path) -> None:
    flow = "{deviceAuthorizationUrl: https://a.test/d, tokenUrl: https://a.test/t, scopes: {}}"
    text = f"components: {{securitySchemes: {{d: {{type: oauth2, flows: {{deviceAuthorization: {flow}}}}}}}}}"
    api, problems = build_ir(parsed(tmp_path, text))
    (scheme,) = api.schemes
    assert (scheme.kind, scheme.grants) == (SchemeKind.BEARER, ir.OAuthGrants("", "https://a.test/t", ()))
    message = "the client does not ask its user to authorize a device, as the scheme 'd' allows"
    assert [(each.severity, each.message) for each in problems] == [("info", message)]


def test_api_keys_that_no_request_can_have_are_no_credentials(tmp_path: Path) -> None:
    text = """components: {securitySchemes: {
      a: {type: apiKey, in: header, name: 'X Key'}, b: {type: apiKey, in: body, name: key},
      c: {type: apiKey, in: query, name: 'x key'}, d: {}}}"""
    api, problems = build_ir(parsed(tmp_path, text))
    assert [each.name for each in api.schemes] == ["c"]
    message = "the security scheme 'b' (apiKey in body) is not supported"  # a lint rule reports 'a'
    assert [(each.pointer, each.message) for each in problems] == [("/components/securitySchemes/b/in", message)]


def test_other_schemes_are_reported_with_an_alternative(tmp_path: Path) -> None:
    _, problems = build_ir(parsed(tmp_path, SCHEMES))
    assert [each.message for each in problems] == [
        "the security scheme 'mtls' (mutualTLS) is not supported",
        "the security scheme 'digest' (http digest) is not supported",
    ]
    assert {each.hint for each in problems} == {"pass an http_client that authenticates by itself"}


@pytest.mark.parametrize(
    ("written", "alternatives"),
    [
        ("[]", ()),
        ("[{}]", ((),)),
        ("[{key: []}]", (("key",),)),
        ("[{key: []}, {basic: []}]", (("key",), ("basic",))),
        ("[{key: [], token: []}]", (("key", "token"),)),
        ("[{}, {oauth: [read, write]}]", ((), ("oauth",))),
        ("[{mtls: []}]", ((),)),
        ("[{mtls: [], key: []}, {digest: []}]", (("key",), ())),
        ("[{undeclared: []}, {key: []}]", ((), ("key",))),
    ],
)
def test_requirements_are_alternatives_of_schemes_needed_together(
    tmp_path: Path, written: str, alternatives: tuple[tuple[str, ...], ...]
) -> None:
    paths = f"paths: {{/a: {{get: {{security: {written}, responses: {{}}}}, put: {{responses: {{}}}}}}}}\n"
    api = api_of(tmp_path, f"{paths}security: {written}\n{SCHEMES}")
    assert api.security == alternatives
    assert [each.security for each in api.operations] == [alternatives, None]


def test_without_a_requirement_no_authentication_is_needed(tmp_path: Path) -> None:
    api = api_of(tmp_path, "paths: {/a: {get: {responses: {}}}}")
    assert (api.security, api.schemes, api.operations[0].security) == ((), (), None)


def test_servers_are_read_with_their_variables(tmp_path: Path) -> None:
    text = """
    servers:
      - {url: 'https://{tenant}.api.test/{version}', description: Live, variables: {
          tenant: {default: demo, description: Your shop.}, version: {default: v1, enum: [v1, v2]}}}
      - {url: /relative}
    """
    assert api_of(tmp_path, text).servers == (
        ir.Server(
            "https://{tenant}.api.test/{version}",
            "",
            "Live",
            (
                ir.ServerVariable("tenant", "demo", (), "Your shop."),
                ir.ServerVariable("version", "v1", ("v1", "v2"), ""),
            ),
        ),
        ir.Server("/relative", "", "", ()),
    )


@pytest.mark.parametrize(
    ("url", "variable", "default"),
    [
        ("https://{h}", "h: {default: 'localhost:7878'}", "localhost:7878"),
        ("https://{h}.test", "h: {default: my_shop}", "my_shop"),
        ("https://{api}.test", "api: {default: api}", "api"),
        ("https://a.test/{version}", "version: {default: version}", "version"),
        ("https://a.test/{base}", "base: {default: ''}", ""),
        ("https://{region}.test", "region: {default: region, enum: [region, eu]}", "region"),
        ("https://a.test{b}", "b: {default: /v1}", "/v1"),
        ("https://{h}", "h: {default: '[::1]'}", "[::1]"),
        ("//{h}/v1", "h: {default: a.test}", "a.test"),
        ("https://{h}", "h: {}", "the server variable 'h' has no default"),
        ("{url}", "url: {default: none}", "the default 'none' of the server variable 'url' is a placeholder"),
        (
            "https://a.test/stores/{store_hash}",
            "store_hash: {default: store_hash}",
            "the default 'store_hash' of the server variable 'store_hash' is a placeholder",
        ),
        (
            "https://a.test/{h}",
            "h: {default: '[account]'}",
            "the default '[account]' of the server variable 'h' is a placeholder",
        ),
        ("https://{h}", "h: {default: ''}", "the default '' of the server variable 'h' is a placeholder"),
        ("https://{h}", "h: {default: <host>}", "the default '<host>' of the server variable 'h' is a placeholder"),
        (
            "https://{shopName}.test",
            "shopName: {default: shop-name}",
            "the default 'shop-name' of the server variable 'shopName' is a placeholder",
        ),
        (
            "https://{h}.test",
            "h: {default: your-domain}",
            "the default 'your-domain' of the server variable 'h' is a placeholder",
        ),
        (
            "https://{h}",
            "h: {default: shop.example.com}",
            "the default 'shop.example.com' of the server variable 'h' is a placeholder",
        ),
        (
            "https://{h}.test",
            "h: {default: eu, enum: [us, uk]}",
            "the default 'eu' of the server variable 'h' is not one of its values",
        ),
    ],
)
def test_a_default_that_cannot_be_used_has_to_be_given(tmp_path: Path, url: str, variable: str, default: str) -> None:
    api, problems = build_ir(parsed(tmp_path, f"servers: [{{url: '{url}', variables: {{{variable}}}}}]"))
    (found,) = api.servers[0].variables
    assert api.servers[0].url == (f"https:{url}" if url.startswith("//") else url)
    messages = [each.message for each in problems]
    if found.default is None:
        assert messages == [f"{default}; clients have to give it"]
    else:
        assert (found.default, messages) == (default, [])


def test_a_default_that_is_the_name_of_its_variable_is_no_mistake(tmp_path: Path) -> None:
    variables = "{shop: {default: shop}, host: {default: <host>}}"
    servers = f"servers: [{{url: 'https://{{shop}}.{{host}}', variables: {variables}}}]"
    api, problems = build_ir(parsed(tmp_path, servers))
    assert [each.default for each in api.servers[0].variables] == [None, None]
    assert [each.severity for each in problems] == [Severity.INFO, Severity.WARNING]


def test_a_variable_that_is_not_declared_is_reported(tmp_path: Path) -> None:
    api, problems = build_ir(parsed(tmp_path, "servers: [{url: 'https://{h}.test'}]"))
    assert api.servers[0].variables == (ir.ServerVariable("h", None, (), ""),)
    message = "the server variable 'h' is not declared; clients have to give it"
    assert [each.message for each in problems] == [message]


def test_variables_that_the_url_does_not_have_are_no_arguments(tmp_path: Path) -> None:
    text = "servers: [{url: 'https://a.test', name: live, variables: {unused: {default: a}}}]"
    assert api_of(tmp_path, text).servers == (ir.Server("https://a.test", "live", "", ()),)


def test_tags_are_read_with_their_resources(tmp_path: Path) -> None:
    text = "tags: [{name: Orders, description: All of them.}, {name: Stock, x-resource: inventories.stock}]"
    assert api_of(tmp_path, text).tags == (
        ir.Tag("Orders", "All of them.", ""),
        ir.Tag("Stock", "", "inventories.stock"),
    )

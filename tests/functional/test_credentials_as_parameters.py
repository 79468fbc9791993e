"""Parameters that a document declares besides, or instead of, the security scheme that sends them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.packages import Package
from support.reading import warnings_of

Build = Callable[[str], Package]

DOCUMENT = """
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers: [{url: "https://x.test"}]
security: [{key: []}]
paths:
  /header:
    parameters: [{name: x-api-key, in: header, required: true, schema: {type: string}}]
    get: {operationId: inHeader, tags: [t], responses: {"204": {description: ok}}}
  /either:
    get:
      operationId: either
      tags: [t]
      security: [{inQuery: []}, {inCookie: [], key: []}, {}]
      parameters:
        - {name: api_key, in: query, required: true, schema: {type: string}}
        - {name: sid, in: cookie, schema: {type: string}}
        - {name: API_KEY, in: query, schema: {type: string}}
      responses: {"204": {description: ok}}
  /anonymous:
    get:
      operationId: anonymous
      tags: [t]
      security: []
      parameters: [{name: X-Api-Key, in: header, required: true, schema: {type: string}}]
      responses: {"204": {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Api-Key}
    inQuery: {type: apiKey, in: query, name: api_key}
    inCookie: {type: apiKey, in: cookie, name: sid}
"""


def call(package: Package, flavour: str, method: str, arguments: dict[str, Any], **options: Any) -> None:
    client = package.client(**options) if flavour == "sync" else package.async_client(**options)
    done = getattr(client.t, method)(**arguments)
    if flavour == "async":
        asyncio.run(done)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_an_api_key_is_no_argument_and_is_sent_once(build: Build, flavour: str) -> None:
    package = build(DOCUMENT)
    call(package, flavour, "in_header", {}, key="canary-1")
    assert package.requests[-1].headers.get_list("X-Api-Key") == ["canary-1"]
    with pytest.raises(TypeError, match="x_api_key"):
        call(package, flavour, "in_header", {"x_api_key": "canary-1"}, key="canary-1")
    with pytest.raises(package.module.MissingCredentialError):
        call(package, flavour, "in_header", {})


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_keys_of_every_alternative_are_no_arguments(build: Build, flavour: str) -> None:
    package = build(DOCUMENT)
    call(package, flavour, "either", {"api_key": "mine"}, in_query="canary-1")
    assert sorted(package.requests[-1].url.params.multi_items()) == [("API_KEY", "mine"), ("api_key", "canary-1")]
    call(package, flavour, "either", {}, in_cookie="canary-1", key="canary-2")
    assert package.requests[-1].headers["Cookie"] == "sid=canary-1"
    call(package, flavour, "either", {})
    assert "X-Api-Key" not in package.requests[-1].headers


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_key_of_an_operation_without_security_stays_an_argument(build: Build, flavour: str) -> None:
    package = build(DOCUMENT)
    call(package, flavour, "anonymous", {"x_api_key": "canary-1"})
    assert package.requests[-1].headers.get_list("X-Api-Key") == ["canary-1"]


def test_what_is_no_argument_is_reported(tmp_path: Path) -> None:
    listed = "".join(
        f", {{name: {name}, in: header, schema: {{type: string}}}}" for name in ("Accept", "Authorization")
    )
    responses = 'responses: {"200": {description: ok}}'
    key = "{name: X-Key, in: header, schema: {type: string}}"
    paths = f"""
paths:
  /a: {{get: {{parameters: [{key}{listed}], {responses}}}}}
  /b: {{get: {{parameters: [{key.replace("X-Key", "x-key")}{listed}], {responses}}}}}
  /c: {{get: {{security: [], parameters: [{listed[2:]}], {responses}}}}}
security: [{{key: []}}]
components: {{securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key}}}}}}
"""
    reserved = "OpenAPI ignores a header parameter of this name"
    assert warnings_of(tmp_path, paths) == [
        "this parameter is the API key of the security scheme 'key', so it is no argument (and 1 other parameter)",
        f"{reserved}; the client takes Accept from the declared media types (and 2 other parameters)",
        f"{reserved}; the client takes Authorization from its credentials (and 1 other parameter)",
        f"{reserved}, and no security scheme of the client applies",
    ]

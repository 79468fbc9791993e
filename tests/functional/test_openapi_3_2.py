"""What OpenAPI 3.2 adds: methods, the whole query string, cookies in their own style, media types and nested tags."""

import asyncio
import json
from collections.abc import Iterator
from email import message_from_bytes
from http.cookies import SimpleCookie
from pathlib import Path

import httpx
import pytest

from channelsmith.pipeline import load_api
from support.documents import write
from support.packages import Package, built

SPEC = """
openapi: 3.2.0
$self: https://shop.test/openapi.yaml
info: {title: New, version: "1"}
servers: [{url: "https://shop.test", name: live}]
tags: [{name: shop, summary: The shop., kind: nav}, {name: orders, parent: shop}]
security: [{device: [read]}, {}]
paths:
  /search:
    query:
      operationId: search
      tags: [orders]
      requestBody: {required: true, content: {application/json: {$ref: "#/components/mediaTypes/Search"}}}
      responses: {"200": {summary: found, content: {application/json: {schema: {$ref: "#/components/schemas/Found"}}}}}
    additionalOperations:
      COPY:
        operationId: copy
        tags: [orders]
        parameters: [{name: to, in: header, required: true, schema: {type: string}}]
        responses: {"204": {description: done}}
      "a b": {operationId: no, responses: {"204": {description: done}}}
  /form:
    get:
      operationId: form
      tags: [shop]
      parameters:
        - name: filter
          in: querystring
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {minPrice: {type: integer}, text: {type: string}}}
      responses: {"204": {description: done}}
  /json:
    get:
      operationId: whole
      tags: [shop]
      parameters:
        - {name: filter, in: querystring, content: {application/json: {schema: {$ref: "#/components/schemas/Found"}}}}
      responses: {"204": {description: done}}
  /path:
    get:
      operationId: pointer
      tags: [shop]
      parameters: [{name: path, in: querystring, content: {text/plain: {schema: {type: string}}}}]
      responses: {"204": {description: done}}
  /cookies:
    get:
      operationId: cookies
      tags: [shop]
      parameters:
        - {name: ids, in: cookie, style: cookie, schema: {type: array, items: {type: integer}}}
        - {name: note, in: cookie, style: cookie, schema: {type: string}}
      responses: {"204": {description: done}}
  /parts:
    post:
      operationId: parts
      tags: [shop]
      requestBody:
        required: true
        content:
          multipart/mixed:
            itemSchema: {type: string}
            prefixEncoding: [{contentType: application/json}]
            itemEncoding: {contentType: image/png}
      responses: {"204": {description: done}}
  /lines:
    get:
      operationId: lines
      tags: [shop]
      responses:
        "200": {description: ok, content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Found"}}}}
components:
  mediaTypes:
    Search:
      schema: {type: object, required: [q], properties: {q: {$ref: "https://shop.test/openapi.yaml#/components/schemas/Q"}}}
  schemas:
    Q: {type: string}
    Found: {type: object, properties: {n: {type: integer}}}
  securitySchemes:
    device:
      type: oauth2
      flows:
        deviceAuthorization: {deviceAuthorizationUrl: https://a.test, tokenUrl: https://a.test/t, scopes: {read: ""}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("new")) as made:
        yield made


@pytest.fixture(autouse=True)
def _no_requests(package: Package) -> None:
    package.requests.clear()


def test_methods_beyond_those_of_3_1_in_resources_of_nested_tags(package: Package) -> None:
    client = package.client(httpx.Response(200, json={"n": 1}), httpx.Response(204))
    assert client.shop.orders.search(q="lamp") == package.models.Found(n=1)
    assert client.shop.orders.copy(to="b") is None
    search, copy = package.requests
    assert (search.method, json.loads(search.content)) == ("QUERY", {"q": "lamp"})
    assert (copy.method, copy.headers["to"]) == ("COPY", "b")


async def methods(package: Package) -> list[str]:
    client = package.async_client(httpx.Response(200, json={"n": 1}), httpx.Response(204))
    assert await client.shop.orders.search(q="lamp") == package.models.Found(n=1)
    assert await client.shop.orders.copy(to="b") is None
    return [request.method for request in package.requests]


def test_methods_async(package: Package) -> None:
    assert asyncio.run(methods(package)) == ["QUERY", "COPY"]


@pytest.mark.parametrize(
    ("method", "argument", "query"),
    [
        ("form", {"min_price": 3, "text": "a&b c"}, b"minPrice=3&text=a%26b%20c"),
        ("whole", {"n": 3}, b"%7B%22n%22%3A3%7D"),
    ],
)
def test_the_whole_query_string(package: Package, method: str, argument: object, query: bytes) -> None:
    getattr(package.client().shop, method)(filter=argument)
    assert package.sent.url.query == query
    package.requests.clear()
    getattr(package.client().shop, method)()
    assert package.sent.url.query == b""


def test_a_query_string_that_is_text(package: Package) -> None:
    package.client().shop.pointer(path="$.a[?@.b==1]&c")
    assert package.sent.url.query == b"%24.a%5B%3F%40.b%3D%3D1%5D%26c"


def test_cookies_in_their_own_style(package: Package) -> None:
    package.client().shop.cookies(ids=[1], note="a/b=c")
    cookies = SimpleCookie(package.sent.headers["cookie"])
    assert {name: morsel.value for name, morsel in cookies.items()} == {"ids": "1", "note": "a/b=c"}
    package.requests.clear()
    package.client().shop.cookies(ids=[1, 2])
    assert package.sent.headers["cookie"] == "ids=1; ids=2"


def test_parts_by_their_position(package: Package) -> None:
    package.client().shop.parts(body=[{"n": 1}, ("a.png", b"PNG"), b"more"])
    media_type = package.sent.headers["content-type"]
    message = message_from_bytes(f"content-type: {media_type}\r\n\r\n".encode() + package.sent.content)
    assert message.get_content_type() == "multipart/mixed"
    parts = [(part.get_content_type(), part.get_payload(decode=True)) for part in message.walk()][1:]
    assert parts == [("application/json", b'{"n":1}'), ("image/png", b"PNG"), ("image/png", b"more")]


def test_a_stream_without_a_schema_of_the_whole_is_delivered(package: Package) -> None:
    answer = httpx.Response(200, content=b'{"n":1}\n', headers={"content-type": "application/jsonl"})
    assert list(package.client(answer, strict=True).shop.lines()) == [package.models.Found(n=1)]


def test_all_operations_are_kept_and_only_the_impossible_method_is_reported(tmp_path: Path) -> None:
    loaded = load_api(write(tmp_path, {"openapi.yaml": SPEC}))
    assert [each.id for each in loaded.api.operations] == [
        "search",
        "copy",
        "form",
        "whole",
        "pointer",
        "cookies",
        "parts",
        "lines",
    ]
    assert [each.rule for each in loaded.diagnostics if each.severity == "warning"] == ["additional-method"]


def test_a_newer_version_is_read_as_the_newest_known(tmp_path: Path) -> None:
    loaded = load_api(
        write(tmp_path, {"openapi.yaml": SPEC.replace("3.2.0", "3.9.1\nnew: {}").replace('"a b"', "LINK")})
    )
    (warning,) = [each for each in loaded.diagnostics if each.severity == "warning"]
    assert (warning.rule, warning.message) == ("newer-version", "OpenAPI 3.9.1 is not known yet; it is read as 3.2")

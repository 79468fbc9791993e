"""What comes back in other forms than one JSON value is delivered: text, XML, lines of JSON, streams, files."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

ROWS = {
    "text": "text/plain: {schema: {type: string}}",
    "xml": "application/xml: {schema: {$ref: '#/components/schemas/Order'}}",
    "lines": "application/x-ndjson: {schema: {$ref: '#/components/schemas/Order'}}",
    "events": "text/event-stream: {schema: {type: string}}",
    "file": "application/pdf: {}",
    "nothing": "",
    "odd": "json: {schema: {$ref: '#/components/schemas/Order'}}",
    "hal": "application/json: {}, application/hal+json: {schema: {$ref: '#/components/schemas/Order'}}",
    "wild": "'*/*': {schema: {$ref: '#/components/schemas/Order'}}",
}
OPERATION = """
  /{name}:
    get:
      operationId: {name}
      tags: [Answers]
      responses: {{"200": {{description: ok, content: {{{content}}}}}}}
"""
SPEC = f"""
openapi: 3.0.3
info: {{title: Media, version: "1"}}
components: {{schemas: {{Order: {{type: object, properties: {{id: {{type: integer}}}}}}}}}}
paths:
  /sent:
    post:
      operationId: send
      tags: [Answers]
      requestBody:
        content:
          application/json: {{schema: {{$ref: "#/components/schemas/Order"}}}}
          application/xml: {{schema: {{$ref: "#/components/schemas/Order"}}}}
          application/x-www-form-urlencoded: {{schema: {{$ref: "#/components/schemas/Order"}}}}
      responses: {{"204": {{description: ok}}}}
{"".join(OPERATION.format(name=name, content=content) for name, content in ROWS.items())}"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("media")) as made:
        yield made


def answered(package: Package, name: str, content: bytes, media_type: str) -> Any:
    """What the method of that name gives for an answer, and the Accept header it was asked for with."""
    package.requests.clear()
    answer = httpx.Response(200, content=content, headers={"content-type": media_type})
    value = getattr(package.client(answer, strict=True).answers, name)()
    return value, package.sent.headers["accept"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("xml", "application/xml"),
        ("file", "application/pdf"),
    ],
)
def test_bytes_are_handed_on(package: Package, name: str, asked: str) -> None:
    value, accept = answered(package, name, b"\x00data", asked)
    assert (value.data, value.media_type, accept) == (b"\x00data", asked, f"{asked}, */*;q=0.1")


@pytest.mark.parametrize(
    ("name", "body", "asked", "items"),
    [
        ("lines", b'{"id": 3}\n', "application/x-ndjson", ["Order(id=3)"]),
        (
            "events",
            b"data: a\n\n",
            "text/event-stream",
            ["ServerSentEvent(data='a', event='message', id='', retry=None)"],
        ),
    ],
)
def test_items_are_handed_on(package: Package, name: str, body: bytes, asked: str, items: list[str]) -> None:
    value, accept = answered(package, name, body, asked)
    assert ([repr(item) for item in value], accept) == (items, f"{asked}, */*;q=0.1")


def test_text_is_text(package: Package) -> None:
    value, accept = answered(package, "text", "gr\u00fcn".encode("latin-1"), "text/plain; charset=latin-1")
    assert (value, accept.split(",")[0]) == ("gr\u00fcn", "text/plain")


@pytest.mark.parametrize(
    ("name", "asked"), [("odd", "json"), ("hal", "application/hal+json"), ("wild", "application/json")]
)
def test_json_under_another_name_is_typed(package: Package, name: str, asked: str) -> None:
    value, accept = answered(package, name, b'{"id": 3}', "application/json")
    assert (type(value), value.id, accept) == (package.models.Order, 3, asked)


def test_no_content_is_none(package: Package) -> None:
    assert answered(package, "nothing", b"", "text/plain")[0] is None


@pytest.mark.parametrize(
    ("body", "media_type", "sent"),
    [
        ({"id": 1}, None, b'{"id":1}'),
        ("<id>1</id>", "application/xml", b"<id>1</id>"),
        ({"id": 1}, "application/x-www-form-urlencoded", b"id=1"),
    ],
)
def test_a_body_travels_in_the_form_the_caller_names(
    package: Package, body: object, media_type: str | None, sent: bytes
) -> None:
    package.requests.clear()
    options = {"media_type": media_type} if media_type else {}
    package.client().answers.send(body=body, **options)
    assert package.sent.content == sent
    assert package.sent.headers["content-type"].split(";")[0] == (media_type or "application/json")

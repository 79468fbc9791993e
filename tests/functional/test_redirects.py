"""Redirects of requests that have a body or change something."""

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
security: [{key: []}]
paths:
  /orders:
    post:
      operationId: create
      tags: [orders]
      parameters: [{name: q, in: query, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {sku: {type: string}}}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {type: integer}}}}}
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    put:
      operationId: replace
      tags: [orders]
      requestBody: {content: {application/json: {schema: {type: object, properties: {sku: {type: string}}}}}}
      responses: {"204": {description: ok}}
    delete: {operationId: remove, tags: [orders], responses: {"204": {description: ok}}}
    head: {operationId: look, tags: [orders], responses: {"204": {description: ok}}}
  /photos:
    post:
      operationId: upload
      tags: [orders]
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {photo: {type: string,
        format: binary}}}}}}
      responses: {"204": {description: ok}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("redirects")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, package: Package) -> Any:
    """Call a method of either client, whose requests get these answers."""
    package.requests.clear()

    def run(method: str, *answers: httpx.Response, max_retries: int = 0, **arguments: Any) -> Any:
        make = package.client if request.param == "sync" else package.async_client
        client = make(*answers, key="canary-1", max_retries=max_retries)
        result = getattr(client.orders, method)(**arguments)
        return result if request.param == "sync" else asyncio.run(result)

    return run


def redirect(status: int, location: str = "/elsewhere") -> httpx.Response:
    return httpx.Response(status, headers={"Location": location})


CREATED = httpx.Response(201, json=7)
DONE = httpx.Response(204)
CALLS = {
    "POST": ("create", {"sku": "a"}, b'{"sku":"a"}', CREATED),
    "PUT": ("replace", {"id": 1, "sku": "a"}, b'{"sku":"a"}', DONE),
    "DELETE": ("remove", {"id": 1}, b"", DONE),
}


@pytest.mark.parametrize("status", [307, 308])
@pytest.mark.parametrize("method", CALLS)
def test_307_and_308_repeat_method_and_body(call: Any, package: Package, status: int, method: str) -> None:
    name, arguments, content, answer = CALLS[method]
    call(name, redirect(status, "https://api.test:443/moved?a=1"), answer, **arguments)
    first, second = package.requests
    assert str(second.url) == "https://api.test/moved?a=1"
    assert (second.method, second.content) == (first.method, first.content) == (method, content)
    assert second.headers["X-Key"] == "canary-1"
    assert second.headers.get("Content-Type") == first.headers.get("Content-Type")


@pytest.mark.parametrize("method", CALLS)
def test_303_asks_for_the_outcome_with_get(call: Any, package: Package, method: str) -> None:
    name, arguments, content, answer = CALLS[method]
    call(name, redirect(303), answer, **arguments)
    first, second = package.requests
    assert (first.method, first.content, second.method, second.content) == (method, content, "GET", b"")
    assert {name for name in second.headers if name.startswith("content-")} == set()
    assert second.headers["X-Key"] == "canary-1"


def test_303_does_not_make_a_head_request_one_that_has_a_body(call: Any, package: Package) -> None:
    call("look", redirect(303), DONE, id=1)
    assert [each.method for each in package.requests] == ["HEAD", "HEAD"]


@pytest.mark.parametrize("status", [303, 307, 308])
@pytest.mark.parametrize("location", ["https://evil.test/x", "http://api.test/x", "https://api.test:8443/x", ""])
def test_a_redirect_to_another_host_is_never_followed(call: Any, package: Package, status: int, location: str) -> None:
    with pytest.raises(package.module.StatusError, match="a redirect that is not followed"):
        call("create", redirect(status, location), CREATED, sku="a")
    assert len(package.requests) == 1


def test_the_second_of_two_redirects_is_checked_too(call: Any, package: Package) -> None:
    with pytest.raises(package.module.StatusError, match="308"):
        call("create", redirect(307), redirect(308, "https://evil.test/"), CREATED, sku="a")
    assert [each.url.host for each in package.requests] == ["api.test", "api.test"]


def test_a_circle_of_redirects_ends(call: Any, package: Package) -> None:
    with pytest.raises(package.module.StatusError, match="307"):
        call("create", redirect(307, "/orders"), sku="a")
    assert len(package.requests) == 6


def test_a_call_that_fails_after_a_redirect_is_repeated_only_where_its_own_method_permits_it(
    call: Any, package: Package
) -> None:
    with pytest.raises(package.module.ServerError):
        call("create", redirect(303), httpx.Response(503), CREATED, sku="a", max_retries=1)
    assert [each.method for each in package.requests] == ["POST", "GET"]


@pytest.mark.parametrize("kind", ["path", "open file"])
def test_a_file_is_sent_again_from_its_start(call: Any, package: Package, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"0123456789")

    with path.open("rb") as opened:
        files = {"path": path, "open file": opened}
        call("upload", redirect(307), DONE, photo=files[kind])
    first, second = package.requests
    assert b"0123456789" in first.content
    assert first.content == second.content


def test_a_file_that_cannot_be_sent_again_is_an_error_of_its_argument(call: Any, package: Package) -> None:
    class ClosedWhenRead(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            if data:
                self.close()
            return data

    with pytest.raises(package.module.InvalidRequestError, match="'photo': the file cannot be read"):
        call("upload", redirect(307), DONE, photo=ClosedWhenRead(b"0123456789"))
    assert len(package.requests) == 1

"""Calls: neither a caller's value nor a document's path leaves the host, the path or the header it stands in."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from hostile.payloads import PAYLOADS
from support.packages import Package, built

DOCUMENT = """
openapi: 3.1.0
info: {title: t, version: "1"}
servers: [{url: "https://api.test/v1"}]
security: [{key: []}]
paths:
  /shops/{id}/lines:
    get:
      operationId: get
      tags: [shops]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: plain, in: query, schema: {type: string}}
        - {name: reserved, in: query, allowReserved: true, schema: {type: string}}
        - {name: X-Note, in: header, schema: {type: string}}
        - {name: crumb, in: cookie, schema: {type: string}}
      responses: {"204": {description: ok}}
  //evil.test/a: {get: {operationId: host, tags: [odd], responses: {"204": {description: ok}}}}
  /\\evil.test/a: {get: {operationId: share, tags: [odd], responses: {"204": {description: ok}}}}
  "/@evil.test:80/a": {get: {operationId: user, tags: [odd], responses: {"204": {description: ok}}}}
  "/a?b#c": {get: {operationId: query, tags: [odd], responses: {"204": {description: ok}}}}
  "/a\\r\\nX-Evil: 1\\r\\n": {get: {operationId: split, tags: [odd], responses: {"204": {description: ok}}}}
  /a/../../b: {get: {operationId: up, tags: [odd], responses: {"204": {description: ok}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("calls")) as found:
        yield found


def sent(package: Package, resource: str, method: str, *arguments: str, **keywords: str) -> httpx.Request | None:
    """What a call sends; None where it is refused before."""
    package.requests.clear()
    client: Any = package.client(key="secret", base_url="https://api.test/v1")
    try:
        getattr(getattr(client, resource), method)(*arguments, **keywords)
    except package.load("errors").InvalidRequestError:
        return None
    return package.sent


def segments(request: httpx.Request) -> list[bytes]:
    return request.url.raw_path.partition(b"?")[0].split(b"/")


@pytest.mark.parametrize("name", [*PAYLOADS, "..", ".", "", "/", "a/../../b"])
def test_a_value_stays_where_it_belongs(package: Package, name: str) -> None:
    value = PAYLOADS.get(name, name)
    path = sent(package, "shops", "get", value)
    if path is not None:
        assert (path.url.host, len(segments(path)), path.url.query) == ("api.test", 5, b"")
        assert (segments(path)[2], segments(path)[4]) == (b"shops", b"lines")
    for keyword in ("plain", "reserved"):
        query = sent(package, "shops", "get", "1", **{keyword: value})
        assert query is not None
        assert [pair.partition(b"=")[0] for pair in query.url.query.split(b"&")] == [keyword.encode()]
        assert (query.url.host, query.url.fragment, segments(query)[3]) == ("api.test", "", b"1")
    plain = sent(package, "shops", "get", "1")
    for keyword, header in (("x_note", "x-note"), ("crumb", "cookie")):
        found = sent(package, "shops", "get", "1", **{keyword: value})
        if found is not None and plain is not None:
            assert set(found.headers) - set(plain.headers) == {header}
            assert not {"\r", "\n", "\0"} & set(found.headers[header])


@pytest.mark.parametrize("method", ["host", "share", "user", "query", "split"])
def test_a_path_of_the_document_stays_below_the_base_url(package: Package, method: str) -> None:
    found = sent(package, "odd", method)
    assert found is not None
    assert (found.url.scheme, found.url.host, found.url.port) == ("https", "api.test", None)
    assert segments(found)[1] == b"v1"
    assert "x-evil" not in found.headers


def test_a_path_of_the_document_can_not_climb(package: Package) -> None:
    assert sent(package, "odd", "up") is None

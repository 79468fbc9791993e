"""Downloads of a generated client: to a path, and resumed in a later call."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package, built

SPEC = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /reports/{id}:
    get:
      operationId: getReport
      x-resource: reports
      x-method: get
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: resume, in: query, schema: {type: string}}
      responses: {"200": {description: it, content: {application/octet-stream: {}}}}
  /exports/{id}:
    get:
      operationId: getExport
      x-resource: exports
      x-method: get
      x-empty-until-ready: true
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: it, content: {text/csv: {schema: {type: string, format: binary}}}}}
"""
BODY = b"a,b,c\n" * 40_000


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Half of the body, then nothing."""

    def __iter__(self) -> Iterator[bytes]:
        yield BODY[: len(BODY) // 2]
        raise httpx.ReadError("broken")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for data in self:
            yield data


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("shop")) as package:
        yield package


class Server:
    """Breaks off the first answer, and knows ranges."""

    def __init__(self) -> None:
        self.ranges: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.ranges.append(request.headers.get("range"))
        head = {"etag": '"v1"', "content-type": "text/csv"}
        if len(self.ranges) == 1:
            return httpx.Response(200, headers={**head, "content-length": str(len(BODY))}, stream=Broken())
        start = int((self.ranges[-1] or "bytes=0-")[6:-1])
        head["content-range"] = f"bytes {start}-{len(BODY) - 1}/{len(BODY)}"
        return httpx.Response(206 if start else 200, headers=head, content=BODY[start:])


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("resume", [True, False])
def test_a_download_resumes_in_the_next_call_if_requested(
    shop: Package, flavour: str, tmp_path: Path, resume: bool
) -> None:
    server, target = Server(), tmp_path / "report.csv"

    def attempt() -> Any:
        options: dict[str, Any] = {"base_url": "https://api.test", "max_retries": 0}
        arguments: dict[str, Any] = {"resume": "an argument of the API's own", "resume_": resume}
        if flavour == "sync":
            http = httpx.Client(transport=httpx.MockTransport(server))
            return shop._class("")(http_client=http, **options).reports.get_to("7", target, **arguments)
        asynchronous = httpx.AsyncClient(transport=httpx.MockTransport(server))
        client = shop._class("Async")(http_client=asynchronous, **options)
        return asyncio.run(client.reports.get_to("7", target, **arguments))

    with pytest.raises(shop.module.TransportError):
        attempt()
    assert bool(list(tmp_path.iterdir())) is resume
    saved = attempt()
    assert (saved.size, target.read_bytes() == BODY, len(list(tmp_path.iterdir()))) == (len(BODY), True, 1)
    assert server.ranges == [None, f"bytes={len(BODY) // 2}-" if resume else None]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_client_downloads_the_body_of_a_call(shop: Package, flavour: str, tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    call = shop.load("endpoints.reports").get("7")
    if flavour == "sync":
        saved = shop.client(httpx.Response(200, content=BODY)).download(call, target)
    else:
        saved = asyncio.run(shop.async_client(httpx.Response(200, content=BODY)).download(call, target))
    assert (saved.size, target.read_bytes() == BODY) == (len(BODY), True)


def perform(shop: Package, flavour: str, method: str, *arguments: Any, answer: httpx.Response) -> Any:
    """What a method returns; a stream as its bytes."""
    if flavour == "sync":
        value = attrgetter(method)(shop.client(answer))(*arguments)
        return b"".join(value) if method.endswith("stream") else value

    async def awaited() -> Any:
        value = await attrgetter(method)(shop.async_client(answer))(*arguments)
        return b"".join([chunk async for chunk in value]) if method.endswith("stream") else value

    return asyncio.run(awaited())


METHODS = ["exports.get", "exports.get_to", "exports.get_stream", "with_raw_response.exports.get"]


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("method", METHODS)
def test_a_result_that_is_not_ready_is_an_error_and_leaves_the_file(
    shop: Package, flavour: str, method: str, tmp_path: Path
) -> None:
    target = tmp_path / "export.csv"
    target.write_bytes(b"old")
    arguments = ("7", target) if method.endswith("to") else ("7",)
    with pytest.raises(shop.module.NotReadyError, match="getExport: the body is empty") as caught:
        perform(shop, flavour, method, *arguments, answer=httpx.Response(200, headers={"content-length": "0"}))
    assert issubclass(shop.module.NotReadyError, shop.module.ResponseError)
    assert (caught.value.status, caught.value.operation) == (200, "getExport")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("export.csv", b"old")]
    perform(shop, flavour, method, *arguments, answer=httpx.Response(200, content=b"new"))
    assert target.read_bytes() == (b"new" if method.endswith("to") else b"old")


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_elsewhere_an_empty_body_is_a_result(shop: Package, flavour: str, tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    saved = perform(shop, flavour, "reports.get_to", "7", target, answer=httpx.Response(200))
    assert (saved.size, target.read_bytes()) == (0, b"")

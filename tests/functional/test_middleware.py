"""Functions that change requests before they are sent and responses before they are decoded."""

import asyncio
import gzip
import json
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
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: getOrder
      tags: [orders]
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}}
    put:
      operationId: putOrder
      tags: [orders]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: ok}}
  /report:
    get: {operationId: report, tags: [orders], responses: {"200": {description: ok, content: {application/pdf: {}}}}}
    post:
      operationId: upload
      tags: [orders]
      requestBody: {content: {application/octet-stream: {}}}
      responses: {"204": {description: ok}}
components:
  securitySchemes: {key: {type: apiKey, in: query, name: apikey}}
  schemas: {Order: {type: object, properties: {total: {type: integer}}}}
"""
ORDER = httpx.Response(200, json={"total": 1}, headers={"X-Request-Id": "r-1"})
DONE = httpx.Response(204)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("middleware")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, package: Package) -> Any:
    """Call a method of either client, whose options are the other arguments."""
    package.requests.clear()

    def run(method: str, arguments: dict[str, Any], *answers: httpx.Response, raw: bool = False, **options: Any) -> Any:
        make = package.client if request.param == "sync" else package.async_client
        client = make(*answers, key="canary-1", max_retries=1, backoff=(0, 0), **options)
        result = getattr((client.with_raw_response if raw else client).orders, method)(**arguments)
        return result if request.param == "sync" else asyncio.run(result)

    return run


def test_headers_query_and_body_can_be_changed(call: Any, package: Package) -> None:
    def compress(event: Any) -> Any:
        return package.module.RequestChange(
            headers={"Content-Encoding": "gzip", "X-Gone": None, "x-own": "b"},
            query={"q": ["1", "2"], "gone": None},
            body=gzip.compress(event.body),
        )

    options = {"headers": {"X-Gone": "1", "X-Own": "a"}, "query": {"gone": 1, "q": 0, "kept": 1}}
    call("put_order", {"id": 5, "total": 3}, DONE, before_request=compress, **options)
    sent = package.sent
    assert json.loads(gzip.decompress(sent.content)) == {"total": 3}
    assert sent.headers["Content-Length"] == str(len(sent.content))
    assert (sent.headers.get_list("X-Own"), "X-Gone" in sent.headers) == (["b"], False)
    assert sent.headers["Content-Type"] == "application/json"
    assert str(sent.url.query, "ascii") == "kept=1&q=1&q=2&apikey=canary-1"


def test_a_body_can_be_added_with_its_media_type(call: Any, package: Package) -> None:
    change = package.module.RequestChange
    for headers in ({}, {"content-type": "text/csv"}):
        call("get_order", {"id": 5}, ORDER, before_request=lambda _, h=headers: change(headers=h, body=b"a,b"))
    assert [(each.content, each.headers["Content-Type"]) for each in package.requests] == [
        (b"a,b", "application/octet-stream"),
        (b"a,b", "text/csv"),
    ]


def test_functions_see_what_others_have_changed_and_every_attempt_begins_anew(call: Any, package: Package) -> None:
    seen: list[Any] = []

    def count(event: Any) -> dict[str, str]:
        seen.append((event.operation, event.method, event.path, event.attempt, event.query, event.body))
        return {"X-Count": str(int(event.headers.get("x-count", 0)) + 1)}

    def add(event: Any) -> Any:
        return package.module.RequestChange(query={"n": event.headers["x-count"]}, body=event.body + b" ")

    call("put_order", {"id": 5, "total": 3}, httpx.Response(503), DONE, before_request=[count, add, count])
    assert [each.headers["X-Count"] for each in package.requests] == ["2", "2"]
    assert [each.content for each in package.requests] == [b'{"total":3} '] * 2
    about = ("putOrder", "PUT", "/orders/{id}")
    of_attempts = [
        [(*about, attempt, (), b'{"total":3}'), (*about, attempt, (("n", "1"),), b'{"total":3} ')] for attempt in (0, 1)
    ]
    assert seen == [*of_attempts[0], *of_attempts[1]]


def test_a_response_can_be_changed_before_it_is_decoded(call: Any, package: Package) -> None:
    def unwrap(event: Any) -> Any:
        return package.module.ResponseChange(
            headers={"X-Request-Id": "r-2", "Content-Type": "application/json", "X-Gone": None},
            body=json.dumps(json.loads(event.body)["data"]).encode(),
        )

    answer = httpx.Response(
        200, text='{"data": {"total": 7}}', headers={"X-Request-Id": "r-1", "X-Gone": "1", "X-Kept": "1"}
    )
    raw = call("get_order", {"id": 5}, answer, raw=True, after_response=unwrap)
    assert (raw.parsed.total, raw.request_id, raw.content) == (7, "r-2", b'{"total": 7}')
    assert ("x-gone" in raw.headers, raw.headers["x-kept"], raw.media_type) == (False, "1", "application/json")


def test_a_failure_can_be_changed_too(call: Any, package: Package) -> None:
    change = package.module.ResponseChange(headers={"x-request-id": "r-9"}, body=b'{"message": "translated"}')
    with pytest.raises(package.module.NotFoundError) as caught:
        call("get_order", {"id": 5}, httpx.Response(404, json={"message": "raw"}), after_response=lambda _: change)
    assert (caught.value.message, caught.value.request_id) == ("translated", "r-9")


def test_responses_pass_through_in_reverse_order(call: Any, package: Package) -> None:
    def wrap(name: str) -> tuple[Any, Any]:
        def before(event: Any) -> dict[str, str]:
            return {"X-Path": f"{event.headers.get('x-path', '')}{name}"}

        def after(event: Any) -> Any:
            path = f"{event.headers.get('x-path', event.request.headers['x-path'] + '-')}{name}"
            return package.module.ResponseChange(headers={"X-Path": path})

        return before, after

    befores, afters = zip(*map(wrap, "abc"), strict=True)
    raw = call("get_order", {"id": 5}, ORDER, raw=True, before_request=befores, after_response=list(afters))
    assert (package.sent.headers["X-Path"], raw.headers["x-path"]) == ("abc", "abc-cba")


def test_functions_that_are_awaited(package: Package) -> None:
    package.requests.clear()

    async def before(_: Any) -> dict[str, str]:
        await asyncio.sleep(0)
        return {"X-A": "1"}

    async def after(event: Any) -> Any:
        await asyncio.sleep(0)
        return package.module.ResponseChange(body=event.body.replace(b"1", b"2"))

    client = package.async_client(ORDER, key="canary-1", before_request=[before, before], after_response=[after])
    assert asyncio.run(client.orders.get_order(5)).total == 2
    assert package.sent.headers["X-A"] == "1"


def test_what_is_read_from_a_file_or_written_to_one_is_not_shown(call: Any, package: Package, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"content")
    bodies: list[Any] = []
    events = {
        "before_request": lambda event: bodies.append(event.body),
        "after_response": lambda event: bodies.append(event.body),
    }
    call("upload", {"body": tmp_path / "in"}, DONE, **events)
    answer = httpx.Response(200, content=b"pdf", headers={"Content-Type": "application/pdf"})
    call("report_to", {"target": tmp_path / "out"}, answer, **events)
    assert bodies == [None, b"", None, None]
    change = package.module.ResponseChange(body=b"x")
    with pytest.raises(package.module.ConfigurationError, match="the body has been read while it arrived"):
        call("report_to", {"target": tmp_path / "out"}, answer, after_response=lambda _: change)


def refused(module: Any) -> list[tuple[str, Any, str]]:
    request, response = module.RequestChange, module.ResponseChange
    return [
        ("before_request", request(headers={"Content-Type": "a/b"}), "a hook cannot set the header 'Content-Type'"),
        ("before_request", request(headers={"Authorization": "x"}), "a hook cannot set the header 'Authorization'"),
        ("before_request", request(headers={"Host": None}), "a hook cannot set the header 'Host'"),
        ("before_request", request(query={"apikey": "x"}), "a hook cannot set the parameter 'apikey'"),
        ("before_request", request(query={5: "x"}), "5 is not the name of a parameter"),
        ("before_request", request(body="text"), "the body has to be bytes"),
        ("before_request", response(), "before_request= has to return headers, a RequestChange, or None"),
        ("after_response", {"X-A": "1"}, "after_response= has to return a ResponseChange, or None"),
        ("after_response", response(body="text"), "the body has to be bytes"),
        ("after_response", response(headers={"a b": "c"}), "'a b' is not the name of a header"),
    ]


def test_what_cannot_be_changed_is_refused(call: Any, package: Package) -> None:
    for option, result, message in refused(package.module):
        with pytest.raises(package.module.ConfigurationError) as caught:
            call("get_order", {"id": 5}, ORDER, **{option: lambda _, result=result: result})
        assert message in str(caught.value)


def test_no_secret_is_passed_to_them(call: Any) -> None:
    events: list[Any] = []
    options = {"before_request": events.append, "after_response": events.append}
    call("get_order", {"id": 5}, ORDER, headers={"Authorization": "Bearer canary-2"}, **options)
    shown = "".join(f"{event!r}{vars_of(event)}" for event in events)
    assert "canary" not in shown


def vars_of(event: Any) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__slots__}


def test_the_request_id_of_a_raw_response_is_where_errors_have_it(call: Any, package: Package) -> None:
    of_body = httpx.Response(200, json={"total": 1, "requestId": "b-1"}, headers={"X-Request-Id": "h-1"})
    assert call("get_order", {"id": 5}, of_body, raw=True).request_id == "b-1"
    for header in ("X-Request-Id", "Request-Id", "X-Correlation-Id"):
        answer = httpx.Response(200, json={"total": 1}, headers={header: "h-1"})
        assert call("get_order", {"id": 5}, answer, raw=True).request_id == "h-1"
    assert call("get_order", {"id": 5}, httpx.Response(200, json={}), raw=True).request_id == ""
    with pytest.raises(package.module.StatusError) as caught:
        call("get_order", {"id": 5}, httpx.Response(400, json={"requestId": "b-1"}, headers={"X-Request-Id": "h-1"}))
    assert caught.value.request_id == "b-1"

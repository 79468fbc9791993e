"""The keyword arguments of every method besides those of its operation: `extra_headers`, `timeout` and others."""

import asyncio
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from channelsmith.naming.client_options import CALL_OPTIONS, CLIENT_OPTIONS
from support.packages import Package, built

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
security: [{key: []}, {}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      x-pagination: {cursor: {parameter: after, pointer: /next}, items: /items}
      parameters:
        - {name: after, in: query, schema: {type: string}}
        - {name: status, in: query, schema: {type: string}}
        - {name: X-Trace, in: header, schema: {type: string}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}}
    post:
      operationId: createOrder
      tags: [orders]
      x-idempotency-key: {header: Idempotency-Key}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: ok}}
  /batches:
    post:
      operationId: sendItems
      tags: [orders]
      x-batch-limit: {items: 2, pointer: ""}
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
      responses: {"204": {description: ok}}
  /report:
    get: {operationId: report, tags: [orders], responses: {"200": {description: ok, content: {application/pdf: {}}}}}
  /strict:
    post:
      operationId: createStrict
      tags: [orders]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [sku, kind]
              properties: {sku: {type: string}, kind: {const: a}, n: {type: integer}}
      responses: {"204": {description: ok}}
  /form:
    post:
      operationId: sendForm
      tags: [orders]
      requestBody:
        content:
          application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}}}}
      responses: {"204": {description: ok}}
  /patch:
    post:
      operationId: patchOrder
      tags: [orders]
      requestBody:
        content:
          text/plain: {}
          application/merge-patch+json: {schema: {type: object}}
      responses: {"204": {description: ok}}
  /jobs:
    get:
      operationId: waitForJob
      tags: [jobs]
      parameters:
        - {name: timeout, in: query, required: true, schema: {type: integer}}
        - {name: options, in: query, schema: {type: string}}
      responses: {"200": {description: ok, content: {application/pdf: {}}}}
    put:
      operationId: shadowed
      tags: [jobs]
      parameters: [{name: extra_body, in: query, schema: {type: string}}]
      responses: {"204": {description: ok}}
    post:
      operationId: everything
      tags: [jobs]
      parameters:
        - {name: timeout, in: query, schema: {type: integer}}
        - {name: extra_headers, in: query, schema: {type: string}}
        - {name: extra_query, in: query, schema: {type: string}}
        - {name: extra_body, in: query, schema: {type: string}}
      responses: {"204": {description: ok}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Order: {type: object, additionalProperties: false, properties: {sku: {type: string}, price: {type: number}}}
    Page: {type: object, properties: {next: {type: string}, items: {type: array, items: {type: integer}}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("options")) as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest, package: Package) -> str:
    package.requests.clear()
    flavour: str = request.param
    return flavour


@pytest.fixture
def call(flavour: str, package: Package) -> Any:
    """Call a method of a resource of either client, and return what it returns."""

    def run(method: str, *args: Any, answers: Any = (), client: Any = None, **arguments: Any) -> Any:
        make = package.client if flavour == "sync" else package.async_client
        resource, _, name = method.rpartition(".")
        target = getattr(make(*answers, **(client or {})), resource or "orders")
        result = getattr(target, name)(*args, **arguments)
        return asyncio.run(result) if inspect.iscoroutine(result) else result

    return run


def test_one_table_has_the_options_of_the_runtime(package: Package) -> None:
    annotations = package.module.CallOptions.__annotations__
    assert {name: each.__forward_arg__ for name, each in annotations.items()} == CALL_OPTIONS
    assert "`extra_headers`, `extra_query`, `extra_body`, `timeout`" in (package.folder / "README.md").read_text(
        "utf-8"
    )


def test_an_option_of_clients_is_refused_with_the_way_to_set_it(call: Any, package: Package) -> None:
    instead = {"headers", "query", "timeout"}  # which a call has under another name, or itself
    for name in {each.name for each in CLIENT_OPTIONS if each.is_per_call} - instead:
        with pytest.raises(TypeError, match=rf"argument '{name}'; use client\.with_options\({name}=\.\.\.\)$"):
            call("create_order", **{name: None})
    with pytest.raises(TypeError, match="did you mean 'extra_headers'"):
        call("create_order", headers={})
    assert package.requests == []


def test_a_required_body_may_be_left_out_for_a_raw_one_only(call: Any, package: Package) -> None:
    with pytest.raises(package.module.InvalidRequestError, match=r"^sendItems: the body is required$"):
        call("send_items", body=package.module.NOT_GIVEN)
    assert package.requests == []
    call("send_items", body=package.module.NOT_GIVEN, extra_body={"a": 1})
    assert json.loads(package.sent.content) == {"a": 1}


def test_headers_are_added_replaced_and_left_out(call: Any, package: Package) -> None:
    extra = {"x-client": "3", "X-Removed": None, "Idempotency-Key": "mine", "Accept-Language": "de"}
    client = {"headers": {"X-Client": "1", "X-Removed": "1"}}
    call("create_order", sku="a", extra_headers=extra, client=client)
    sent = package.sent.headers
    assert sent.get_list("X-Client") == ["3"]
    assert (sent.get_list("Idempotency-Key"), sent["Accept-Language"]) == (["mine"], "de")
    assert "X-Removed" not in sent


def test_a_header_replaces_an_argument_of_its_name(call: Any, package: Package, flavour: str) -> None:
    answer = httpx.Response(200, json={"items": [1]})
    pager = call("list_orders", x_trace="a", extra_headers={"X-TRACE": "b"}, answers=[answer])
    assert items_of(pager, flavour) == [1]
    assert package.sent.headers.get_list("X-Trace") == ["b"]


def test_the_query_is_added_replaced_and_left_out(call: Any, package: Package, flavour: str) -> None:
    day = datetime(2026, 1, 2, tzinfo=UTC)
    extra = {"debug": True, "status": ["A B", "C&D"], "at": day, "deep": {"a": 1}, "no": None, "ü": 1.5, "empty": ""}
    items_of(call("list_orders", status="OPEN", extra_query=extra, answers=[httpx.Response(200, json={})]), flavour)
    assert package.sent.url.params.multi_items() == [
        *(("debug", "true"), ("status", "A B"), ("status", "C&D")),
        *(("at", "2026-01-02T00:00:00Z"), ("deep[a]", "1"), ("ü", "1.5"), ("empty", "")),
    ]


def test_every_page_has_them(call: Any, package: Package, flavour: str) -> None:
    answers = [httpx.Response(200, json={"items": [1], "next": "n"}), httpx.Response(200, json={"items": [2]})]
    pager = call("list_orders", extra_headers={"X-A": "1"}, extra_query={"after": "x", "q": 1}, answers=answers)
    assert items_of(pager, flavour) == [1, 2]
    assert [each.headers["X-A"] for each in package.requests] == ["1", "1"]
    assert [str(each.url.query, "ascii") for each in package.requests] == ["after=x&q=1", "q=1&after=n"]


def test_every_batch_has_them(call: Any, package: Package) -> None:
    call("send_items_all", [1, 2, 3], extra_headers={"X-A": "1"}, timeout=3)
    assert [each.headers["X-A"] for each in package.requests] == ["1", "1"]
    assert [each.extensions["timeout"]["read"] for each in package.requests] == [3, 3]


def test_a_download_and_a_raw_response_have_them(call: Any, package: Package, tmp_path: Path, flavour: str) -> None:
    answer = httpx.Response(200, content=b"pdf", headers={"Content-Type": "application/pdf"})
    call("report_to", tmp_path / "file", extra_headers={"X-A": "1"}, extra_query={"q": 2}, answers=[answer])
    make = package.client if flavour == "sync" else package.async_client
    raw = make(answer).with_raw_response.orders.report(extra_headers={"X-A": "1"}, extra_query={"q": 2})
    assert (asyncio.run(raw) if flavour == "async" else raw).content == b"pdf"
    assert [(each.headers["X-A"], each.url.params["q"]) for each in package.requests] == [("1", "2"), ("1", "2")]


BODIES: list[tuple[str, dict[str, Any], object]] = [
    ("create_order", {"sku": "a", "extra_body": {"sku": 5, "new": {"x": None}}}, {"sku": 5, "new": {"x": None}}),
    ("create_order", {"body": {"sku": "a"}, "extra_body": {"n": 1}}, {"sku": "a", "n": 1}),
    ("create_order", {"extra_body": {"n": datetime(2026, 1, 2, tzinfo=UTC)}}, {"n": "2026-01-02T00:00:00Z"}),
    ("create_order", {"extra_body": {}}, {}),
    ("create_strict", {"extra_body": {"n": "5"}}, {"n": "5"}),
    ("create_strict", {"extra_body": {}}, {}),
    ("create_strict", {"sku": "a", "extra_body": {"n": "5"}}, {"sku": "a", "kind": "a", "n": "5"}),
    ("create_order", {"sku": "a", "extra_body": None}, {"sku": "a"}),
    ("patch_order", {"extra_body": {"n": 1}}, {"n": 1}),
    ("patch_order", {"body": {"m": 1}, "extra_body": {"n": 1}}, {"m": 1, "n": 1}),
]


@pytest.mark.parametrize(("method", "arguments", "sent"), BODIES)
def test_members_join_a_json_object(
    call: Any, package: Package, method: str, arguments: dict[str, Any], sent: object
) -> None:
    call(method, **arguments)
    assert json.loads(package.sent.content) == sent
    assert package.sent.headers["Content-Type"].endswith("json")


def test_digits_of_a_body_are_kept(call: Any, package: Package) -> None:
    call("create_order", body={"price": Decimal("1.10")}, extra_body={"n": Decimal("2.50")})
    assert package.sent.content == b'{"price":1.10,"n":2.50}'


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("send_items", {"body": [1], "extra_body": {"a": 1}}, "extra_body= needs a body that is a JSON object"),
    ("send_form", {"a": "1", "extra_body": {"b": 1}}, "extra_body= needs a body that is a JSON object"),
    ("send_form", {"extra_body": {"b": 1}}, "extra_body= needs a body that is a JSON object"),
    (
        "patch_order",
        {"body": "text", "media_type": "text/plain", "extra_body": {}},
        "extra_body= needs a body that is a JSON object",
    ),
    ("report", {"extra_body": {"b": 1}}, "it takes no body"),
    ("create_order", {"extra_body": [1]}, "extra_body= has to be a mapping, or None"),
    ("create_order", {"extra_body": {"a": float("nan")}}, "extra_body= cannot be written: "),
    ("create_order", {"extra_body": {"a": object()}}, "extra_body= cannot be written: "),
    ("report", {"extra_headers": {"X-A": "a\r\nX-B: b"}}, "header 'X-A' has control characters"),
    ("report", {"extra_headers": {"X A": "a"}}, "'X A' is not the name of a header"),
    ("report", {"extra_headers": {"X-A": 5}}, "header 'X-A' has to be a str"),
    ("report", {"extra_headers": [("X-A", "a")]}, "extra_headers= has to be a mapping, or None"),
    ("report", {"extra_query": "a=b"}, "extra_query= has to be a mapping, or None"),
    ("report", {"extra_query": {5: "b"}}, "5 is not the name of a parameter"),
    ("report", {"extra_query": {"a": object()}}, "query parameter 'a': "),
]


@pytest.mark.parametrize(("method", "arguments", "message"), REFUSED)
def test_what_cannot_be_sent_is_refused(
    call: Any, package: Package, method: str, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(package.module.InvalidRequestError) as caught:
        call(method, **arguments)
    assert message in str(caught.value)
    assert package.requests == []


def test_the_timeout_replaces_that_of_the_client(call: Any, package: Package) -> None:
    for options in ({}, {"timeout": 1.5}, {"timeout": {"read": 2}}, {"timeout": None}):
        call("create_order", **options, client={"timeout": 7})
    assert [each.extensions["timeout"]["read"] for each in package.requests] == [7, 1.5, 2, None]
    with pytest.raises(package.module.ConfigurationError, match="timeout= has to be"):
        call("create_order", timeout=-1)


def test_an_argument_of_the_operation_comes_first(call: Any, package: Package, tmp_path: Path) -> None:
    answer = httpx.Response(200, content=b"pdf", headers={"Content-Type": "application/pdf"})
    call("jobs.wait_for_job", timeout=5, options="o", extra_query={"q": 1}, answers=[answer])
    call("jobs.wait_for_job_to", tmp_path / "file", timeout=5, options="o", extra_query={"q": 1}, answers=[answer])
    assert [str(each.url.query, "ascii") for each in package.requests] == ["timeout=5&options=o&q=1"] * 2
    assert package.requests[0].extensions["timeout"]["read"] == 5
    package.requests.clear()
    call("jobs.shadowed", extra_body="a", extra_query={"q": 1}, timeout=3)
    assert (str(package.sent.url.query, "ascii"), package.sent.extensions["timeout"]["read"]) == ("extra_body=a&q=1", 3)
    package.requests.clear()
    call("jobs.everything", timeout=1, extra_headers="a", extra_query="b", extra_body="c")
    assert str(package.sent.url.query, "ascii") == "timeout=1&extra_headers=a&extra_query=b&extra_body=c"


@pytest.mark.parametrize(
    ("method", "keyword", "hint"),
    [
        ("create_order", "extra_header", "; did you mean 'extra_headers'?"),
        ("create_order", "skuu", "; did you mean 'sku'?"),
        ("list_orders", "statu", "; did you mean 'status'?"),
        ("create_order", "qqqqqq", ""),
        ("jobs.everything", "tiemout", "; did you mean 'timeout'?"),
    ],
)
def test_an_argument_that_does_not_exist_is_a_type_error(call: Any, method: str, keyword: str, hint: str) -> None:
    with pytest.raises(TypeError) as caught:
        call(method, **{keyword: 1})
    name = method.rpartition(".")[2]
    assert str(caught.value) == f"{name}() got an unexpected keyword argument {keyword!r}{hint}"


def test_a_secret_of_a_header_is_in_no_representation_of_the_call(package: Package) -> None:
    call = package.load("endpoints.orders").report(extra_headers={"Authorization": "Bearer canary-2"})
    assert "canary" not in repr(call)
    assert call.name == package.load("endpoints.orders").report().name


PROGRAM = """
from {package} import Async{name}, {name}

client, asynchronous = {name}(), Async{name}()
client.orders.create_order(sku="a", extra_headers={{"A": "b", "C": None}}, extra_query={{"a": [1]}}, timeout=None)
client.orders.list_orders(extra_body={{"a": 1}})
client.with_raw_response.orders.create_order(timeout=1.0)
client.jobs.wait_for_job(timeout=1, extra_headers={{}})
client.jobs.shadowed(extra_body="a", timeout=1.5)
later = asynchronous.orders.create_order(timeout=3)
client.orders.create_order(extra_headers=5)  # wrong
client.orders.create_order(extra_header={{}})  # wrong
client.jobs.everything(extra_headers={{}})  # wrong
client.with_raw_response.orders.create_order(timout=1.0)  # wrong
"""


def test_type_checkers_know_them(package: Package, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(package=package.name, name=type(package.client()).__name__))
    (tmp_path / package.name).symlink_to(package.folder / "src" / package.name)
    run = [sys.executable, "-m", "pyright", "--level", "error", "program.py"]
    output = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    wrong = [number for number, line in enumerate(program.read_text().splitlines(), 1) if line.endswith("# wrong")]
    assert sorted(map(int, re.findall(r"program\.py:(\d+):", output))) == wrong, output


def items_of(pager: Any, flavour: str) -> list[Any]:
    async def collect() -> list[Any]:
        return [item async for item in pager]

    return asyncio.run(collect()) if flavour == "async" else list(pager)

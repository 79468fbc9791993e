"""The server's own endpoints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response

from channelsmith.sandbox.log import RequestLog
from support.sandboxes import Sandbox, start, start_text
from support.shop import KEY, served, written

if TYPE_CHECKING:
    from pathlib import Path


PING = """
openapi: 3.1.0
info: {title: Ping, version: "1"}
paths: {/ping: {get: {responses: {"204": {description: Here}}}}}
"""


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return start(written(tmp_path), headers=KEY, fault={"5xx": 0.5})


def test_faults_are_shown_replaced_and_cleared(sandbox: Sandbox) -> None:
    before = sandbox.get("/_sandbox/faults").json()
    rules = [{"operation": "getOrder", "on": 2, "fault": "404"}]
    replaced = sandbox.send("PUT", "/_sandbox/faults", json={"rates": {"reset": 0}, "faults": rules}).json()
    found = [sandbox.get("/api/orders/1").status_code for _ in range(3)]
    struck = sandbox.get("/_sandbox/faults").json()["struck"]
    cleared = sandbox.send("DELETE", "/_sandbox/faults").json()
    assert (before["rates"], before["faults"]) == ({"5xx": 0.5}, [])
    assert replaced["faults"] == [{"operation": "getOrder", "on": [2], "times": 1, "fault": "404"}]
    assert (found[0] == found[2], found[1], struck) == (True, 404, {"404": 1})
    assert (cleared["rates"], cleared["faults"], cleared["struck"]) == ({}, [], {})


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b'{"rates": {"5xx": 2}}', "body:1:12: error: invalid rate for fault 5xx"),
        (b'{"rates": {"5xx": 0.9, "reset": 0.9}}', "the rates of 5xx, reset are more than 1 together"),
        (b'{"faults": [\n {"operation": "x", "fault": "503"}]}', "body:2:3: error: there is no operation 'x'"),
        (b"[]", "body:1:1: error: the body is a list, not an object"),
        (b"", "body:1:1: error: "),
        (b"\xff", "body:1:1: error: the body is not UTF-8"),
        (b"[" * 100_000, "body:1:"),
    ],
)
def test_faults_that_can_not_be_meant_are_refused_and_change_nothing(
    sandbox: Sandbox, body: bytes, complaint: str
) -> None:
    response = sandbox.send("PUT", "/_sandbox/faults", content=body)
    assert (response.status_code, complaint in response.json()["error"]) == (400, True)
    assert sandbox.get("/_sandbox/faults").json()["rates"] == {"5xx": 0.5}


def test_the_recent_requests_are_listed_newest_first(tmp_path: Path) -> None:
    sandbox = start(written(tmp_path), headers=KEY)
    sandbox.get("/api/orders?size=2&token=secret", headers={"x-request-id": "mine"})
    sandbox.get("/api/nothing")
    with pytest.raises(ConnectionResetError):
        sandbox.get("/api/orders/1", headers={"x-sandbox-fault": "reset"})
    listed = sandbox.get("/_sandbox/requests?limit=9").json()
    seen = [(one["path"], one["query"], one["operation"], one["status"], one["fault"]) for one in listed["requests"]]
    assert listed["count"] == 3
    assert seen == [
        ("/api/orders/1", "", "getOrder", None, "reset"),
        ("/api/nothing", "", None, 404, None),
        ("/api/orders", "size=2&token=***", "listOrders", 200, None),
    ]
    assert (listed["requests"][2]["id"], listed["requests"][2]["time"]) == ("mine", "2026-03-01T12:00:00.000Z")
    assert len(sandbox.get("/_sandbox/requests?limit=1").json()["requests"]) == 1
    assert sandbox.send("DELETE", "/_sandbox/requests").json()["requests"] == []


def test_every_answer_has_a_request_id(tmp_path: Path) -> None:
    sandbox = start(written(tmp_path), headers=KEY)
    fresh = [sandbox.get("/api/orders").headers["x-request-id"] for _ in range(3)]
    given = sandbox.get("/api/nothing", headers={"x-request-id": "a-1"}).headers["x-request-id"]
    odd = sandbox.get("/api/orders", headers={"x-request-id": "a b"}).headers["x-request-id"]
    assert (len(set(fresh)), given, odd != "a b") == (3, "a-1", True)


def test_the_operations_are_told_with_what_they_take(sandbox: Sandbox) -> None:
    listed = sandbox.get("/_sandbox/operations").json()["operations"]
    assert [(one["id"], one["method"], one["path"]) for one in listed][:2] == [
        ("listOrders", "GET", "/orders"),
        ("createOrder", "POST", "/orders"),
    ]
    told = sandbox.get("/_sandbox/operations/createOrder").json()
    assert told["credential"] == {"in": "header", "name": "Authorization", "prefix": "Bearer "}
    assert json.loads(told["body"]["example"]) == {"number": "A-2", "lineItems": [{"quantity": 1}]}
    parameters = sandbox.get("/_sandbox/operations/listOrders").json()["parameters"]
    assert [(one["name"], one["example"], one["list"]) for one in parameters] == [
        ("startDate", "2026-01-01", None),
        ("size", "1", None),
        ("tags", "a, b", ""),
    ]
    assert sandbox.get("/_sandbox/operations/none").status_code == 404


def test_the_document_is_served_with_this_server_in_it(tmp_path: Path) -> None:
    with served(tmp_path) as (client, running):
        document = client.get(f"{running.control_url}/openapi.json").json()
    assert document["servers"] == [{"url": running.url, "description": "The sandbox."}]
    assert set(document["paths"]) == {"/orders", "/orders/{orderId}", "/limited"}


def test_the_state_is_told_and_put_back(sandbox: Sandbox) -> None:
    sandbox.send("DELETE", "/_sandbox/faults")
    told = {one["name"]: one["count"] for one in sandbox.get("/_sandbox/state").json()["collections"]}
    listed = sandbox.get("/_sandbox/state/orders?limit=1").json()
    sandbox.send("DELETE", f"/api/orders/{listed['items'][0]['id']}")
    after = sandbox.get("/_sandbox/state/orders?limit=0").json()["count"]
    reset = {one["name"]: one["count"] for one in sandbox.post("/_sandbox/state/reset").json()["collections"]}
    assert (listed["count"], after, reset) == (told["orders"], told["orders"] - 1, told)
    assert len(listed["items"]) == 1
    assert sandbox.get("/_sandbox/state/nothing").status_code == 404


def test_there_is_no_state_where_nothing_is_remembered(tmp_path: Path) -> None:
    assert start_text(PING, tmp_path).get("/_sandbox/state").json()["collections"] == []


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://sandbox", 200), ("http://elsewhere.example", 403), ("null", 403), ("http://[", 403)],
)
def test_pages_of_other_sites_can_not_change_anything(sandbox: Sandbox, origin: str, status: int) -> None:
    changes = [("PUT", "/faults"), ("DELETE", "/faults"), ("POST", "/state/reset"), ("POST", "/fail")]
    answers = [sandbox.send(*change(verb, path), content=b"{}", headers={"origin": origin}) for verb, path in changes]
    assert [answer.status_code for answer in answers] == [status] * 4


def change(verb: str, path: str) -> tuple[str, str]:
    return verb, f"/_sandbox{path}"


@pytest.mark.parametrize("path", ["/_sandbox/nothing", "/_sandbox/state/reset/x"])
def test_an_endpoint_that_is_not_there_is_not_found(sandbox: Sandbox, path: str) -> None:
    assert isinstance(sandbox.get(path), httpx.Response)
    assert sandbox.get(path).status_code == 404


def test_only_the_newest_requests_are_kept() -> None:
    history = RequestLog(clock=lambda: 0.0)
    request = Request({"type": "http", "method": "GET", "raw_path": b"/", "query_string": b"", "headers": []})
    for _ in range(510):
        history.end(history.begin(request), request, Response(), operation=None, fault=None)
    kept = history.recent(1000)
    newest = cast("dict[str, str]", kept[0])
    assert (history.count, len(kept), newest["id"].rpartition("-")[2]) == (510, 500, "510")


FORMS = """
openapi: 3.1.0
info: {title: Forms, version: "1"}
paths:
  /token:
    post:
      operationId: login
      requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: $login}}}
      responses: {"200": {description: Fine}}
  /photos:
    post:
      operationId: upload
      requestBody: {required: true, content: {multipart/form-data: {schema: $photo}}}
      responses: {"200": {description: Fine}}
"""
LOGIN = """{type: object, required: [grant_type, username, scopes], additionalProperties: false, properties: {
  grant_type: {const: password}, username: {type: string, examples: [a b&c]}, remember: {type: boolean},
  scopes: {type: array, items: {type: string}, minItems: 2}}}"""
PHOTO = """{type: object, required: [file, width], additionalProperties: false, properties: {
  file: {type: string, format: binary}, width: {type: integer}, tags: {type: array, items: {type: string}}}}"""


@pytest.mark.parametrize(("name", "path"), [("login", "/token"), ("upload", "/photos")])
def test_the_example_of_a_form_is_written_as_it_is_sent(tmp_path: Path, name: str, path: str) -> None:
    text = FORMS.replace("$login", LOGIN).replace("$photo", PHOTO)
    sandbox = start_text(text, tmp_path)
    body = sandbox.get(f"/_sandbox/operations/{name}").json()["body"]
    if name == "login":
        assert body["example"].startswith("grant_type=password&username=a+b%26c&")
        assert body["example"].count("&scopes=") == 2
    else:
        assert 'name="file"; filename="' in body["example"]
    sent = sandbox.post(path, content=body["example"].encode(), headers={"content-type": body["type"]})
    assert sent.status_code == 200, sent.text

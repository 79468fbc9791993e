"""Downloads and jobs of generated clients: the methods a document gives, and what they send."""

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from support.packages import Package

Build = Callable[[str], Package]

FILES = """
    openapi: 3.1.0
    info: {title: Files, version: "1"}
    paths:
      /accounts/{account}/exports:
        post:
          operationId: order
          tags: [exports]
          parameters: [{name: account, in: path, required: true, schema: {type: string}, description: Whose.}]
          requestBody:
            required: true
            content:
              application/json:
                schema: {properties: {target: {type: string}, rows: {type: integer}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {properties: {number: {type: integer}}}}}}
          x-polling:
            id: /number
            METHOD
            status: {operation: look, parameter: number, state: /state}
            result: {operation: fetch, parameter: number}
            states: {pending: [BUSY], done: [DONE]}
            interval: 0
      /exports/{number}:
        get:
          operationId: look
          x-resource: exports.states
          parameters: [{name: number, in: path, required: true, schema: {type: integer}}]
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {properties: {state: {enum: [BUSY, DONE]}}}}}
      /exports/{number}/file:
        get:
          operationId: fetch
          tags: [exports]
          parameters: [{name: number, in: path, required: true, schema: {type: integer}}]
          responses: {"200": {description: The file., content: {application/zip: {}}}}
      /exports/{number}/other:
        get:
          operationId: fetch_to
          tags: [exports]
          parameters: [{name: number, in: path, required: true, schema: {type: integer}}]
          responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}
"""
ANSWERS = (
    httpx.Response(200, json={"number": 7}),
    httpx.Response(200, json={"state": "BUSY"}),
    httpx.Response(200, json={"state": "DONE"}),
    httpx.Response(200, content=b"zip!"),
)


def perform(package: Package, flavour: str, method: str, *arguments: Any, **options: Any) -> Any:
    client = package.client(*ANSWERS) if flavour == "sync" else package.async_client(*ANSWERS)
    value = getattr(client.exports, method)(*arguments, **options)

    async def awaited() -> Any:
        return await value

    return asyncio.run(awaited()) if flavour == "async" else value


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_job_with_arguments_is_ordered_asked_for_and_fetched(build: Build, flavour: str, tmp_path: Path) -> None:
    package = build(FILES.replace("METHOD", "method: export"))
    saved = perform(package, flavour, "export", "me", tmp_path / "f.zip", target="words", rows=3)
    assert [f"{each.method} {each.url.path}" for each in package.requests] == [
        "POST /accounts/me/exports",
        "GET /exports/7",
        "GET /exports/7",
        "GET /exports/7/file",
    ]
    assert package.requests[0].read() == b'{"target":"words","rows":3}'
    assert ((tmp_path / "f.zip").read_bytes(), saved.size) == (b"zip!", 4)


def test_our_arguments_make_room_for_those_of_the_api(build: Build) -> None:
    exports = build(FILES.replace("METHOD", "method: export")).load("resources.exports").Exports
    ours = ["interval", "timeout", "on_progress"]
    named = ["self", "account", "target_", "body", "target", "rows", *ours]
    assert list(inspect.signature(exports.export).parameters) == named
    assert list(inspect.signature(exports.begin_export).parameters) == [
        *("self", "account", "body", "target", "rows", "interval")
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("method: export", {"export", "begin_export", "export_from_token"}),
        ("", {"order_and_wait", "begin_order", "order_from_token"}),
        ("method: fetch", {"fetch_job", "begin_fetch", "fetch_from_token"}),
    ],
)
def test_methods_are_called_as_the_document_says_and_collide_with_none(
    build: Build, said: str, names: set[str]
) -> None:
    exports = build(FILES.replace("METHOD", said)).load("resources.exports").Exports
    found = {name for name in vars(exports) if not name.startswith("_")}
    assert found == {"order", "fetch", "fetch_to", "fetch_to_file", "states", *names}


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_body_that_is_handed_on_unchanged_can_go_into_a_file(build: Build, flavour: str, tmp_path: Path) -> None:
    package = build(FILES.replace("METHOD", ""))
    told: list[Any] = []
    saved = perform(package, flavour, "fetch_to_file", 7, tmp_path / "f.zip", on_progress=told.append)
    assert (package.sent.url.path, saved.path, [each.received for each in told]) == (
        "/exports/7/file",
        tmp_path / "f.zip",
        [len(ANSWERS[0].content)],
    )


def test_a_job_is_begun_in_one_client_and_ended_in_another(build: Build) -> None:
    package = build(FILES.replace("METHOD", "method: export"))
    token = package.client(*ANSWERS).exports.begin_export("me").token()
    poller = package.client(*ANSWERS[1:]).exports.export_from_token(token)
    assert (poller.job_id, poller.status(), poller.result().data) == ("7", "BUSY", b"zip!")


def test_errors_and_helpers_are_public_names(build: Build) -> None:
    package = build(FILES.replace("METHOD", ""))
    names = {"AsyncPoller", "Download", "JobCanceledError", "JobFailedError", "JobGoneError", "Poller", "Progress"}
    assert names <= set(package.module.__all__)
    assert issubclass(package.module.PollingTimeoutError, TimeoutError)
    assert issubclass(package.module.JobFailedError, package.module.PollingError)

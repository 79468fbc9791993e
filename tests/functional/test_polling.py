"""Generated methods for downloads and jobs: their names, and the requests they send."""

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
    answers = ANSWERS if "fetch" not in method else ANSWERS[-1:]
    client = package.client(*answers) if flavour == "sync" else package.async_client(*answers)
    value = getattr(client.exports, method)(*arguments, **options)

    async def awaited() -> Any:
        return await value

    return asyncio.run(awaited()) if flavour == "async" else value


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_job_with_arguments_is_started_polled_and_fetched(build: Build, flavour: str, tmp_path: Path) -> None:
    package = build(FILES.replace("METHOD", "method: export"))
    saved = perform(package, flavour, "export", "me", tmp_path / "f.zip", target="words", rows=3)
    assert [f"{request.method} {request.url.path}" for request in package.requests] == [
        "POST /accounts/me/exports",
        "GET /exports/7",
        "GET /exports/7",
        "GET /exports/7/file",
    ]
    assert package.requests[0].read() == b'{"target":"words","rows":3}'
    assert ((tmp_path / "f.zip").read_bytes(), saved.size) == (b"zip!", 4)


def test_added_arguments_are_renamed_on_collision(build: Build) -> None:
    exports = build(FILES.replace("METHOD", "method: export")).load("resources.exports").Exports
    ours = ["interval", "timeout", "on_progress", "resume"]
    named = ["self", "account", "target_", "body", "target", "rows", *ours, "options"]
    assert list(inspect.signature(exports.export).parameters) == named
    assert list(inspect.signature(exports.begin_export).parameters) == [
        *("self", "account", "body", "target", "rows", "interval", "options")
    ]


@pytest.mark.parametrize(
    ("method", "names"),
    [
        ("method: export", {"export", "begin_export", "export_from_token"}),
        ("", {"order_and_wait", "begin_order", "order_from_token"}),
        ("method: fetch", {"fetch_job", "begin_fetch", "fetch_from_token"}),
    ],
)
def test_method_names_follow_the_document_and_never_collide(build: Build, method: str, names: set[str]) -> None:
    exports = build(FILES.replace("METHOD", method)).load("resources.exports").Exports
    methods = {name for name in vars(exports) if not name.startswith("_")}
    assert methods == {"order", "fetch", "fetch_to", "fetch_to_file", "fetch_stream", "states", *names}


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_binary_body_can_be_written_to_a_file(build: Build, flavour: str, tmp_path: Path) -> None:
    package = build(FILES.replace("METHOD", ""))
    reports: list[Any] = []
    saved = perform(package, flavour, "fetch_to_file", 7, tmp_path / "f.zip", on_progress=reports.append)
    assert (package.sent.url.path, saved.path, [report.received for report in reports]) == (
        "/exports/7/file",
        tmp_path / "f.zip",
        [len(b"zip!")],
    )


def test_a_job_begun_by_one_client_can_be_completed_by_another(build: Build) -> None:
    package = build(FILES.replace("METHOD", "method: export"))
    token = package.client(*ANSWERS).exports.begin_export("me").token()
    poller = package.client(*ANSWERS[1:]).exports.export_from_token(token)
    assert (poller.job_id, poller.status(), poller.result().data) == ("7", "BUSY", b"zip!")


def test_polling_errors_and_classes_are_public(build: Build) -> None:
    package = build(FILES.replace("METHOD", ""))
    names = {"AsyncPoller", "Download", "JobCanceledError", "JobFailedError", "JobGoneError", "Poller", "Progress"}
    assert names <= set(package.module.__all__)
    assert issubclass(package.module.PollingTimeoutError, TimeoutError)
    assert issubclass(package.module.JobFailedError, package.module.PollingError)


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_arguments_of_the_wrong_type_are_refused_before_anything_is_sent(
    build: Build, flavour: str, tmp_path: Path
) -> None:
    package = build(FILES.replace("METHOD", "method: export"))
    wrong: list[tuple[str, dict[str, Any], str]] = [
        *(("export", {"timeout": value}, "timeout= has to be a number") for value in ("5", True, -1, float("nan"))),
        *(("export", {"interval": value}, "interval= has to be a number of seconds") for value in ("5", -1)),
        ("export", {"on_progress": 5}, "on_progress= has to be a function"),
        ("fetch_to_file", {"on_progress": "print"}, "on_progress= has to be a function"),
        ("fetch_to_file", {"on_progress": asyncio.sleep}, "on_progress= has to be a function that need not be awaited"),
    ]
    for method, arguments, message in wrong:
        key: object = "a" if method == "export" else 7
        with pytest.raises(package.module.ConfigurationError, match=f"^{message}"):
            perform(package, flavour, method, key, tmp_path / "file", **arguments)
    assert package.requests == []

"""The README of a generated package: its examples run, and it says what the package has and nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import httpx
import pytest

from support.packages import Package, built

Build = Callable[[str], Package]

ITEM = "content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}"
OK = f"responses: {{'200': {{description: ok, {ITEM}}}}}"
PAGED = (
    "x-pagination: {items: /items, cursor: {parameter: after, pointer: /next}, total: /total}, "
    "parameters: [{name: after, in: query, schema: {type: string}}], "
    "responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: "
    "{items: {type: array, items: {type: string}}, next: {type: string}, total: {type: integer}}}}}}}"
)
EVENTS = "responses: {'200': {description: ok, content: {text/event-stream: {schema: {type: string}}}}}"
FILE = "responses: {'200': {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}}"

JSON_OR_EVENTS = (
    "responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}, "
    "text/event-stream: {schema: {type: string}}}}}"
)


def document(paths: str, more: str = 'servers: [{url: "https://shop.test"}]') -> str:
    indented = "\n".join(f"  {line}" for line in paths.strip().splitlines())
    return f'openapi: 3.1.0\ninfo: {{title: Shop, version: "1"}}\n{more}\npaths:\n{indented}\n'


def reference(package: Package, resource: str) -> str:
    return (package.folder / "docs" / f"{resource}.md").read_text("utf-8")


def readme(package: Package) -> str:
    return (package.folder / "README.md").read_text("utf-8")


def blocks(package: Package) -> list[str]:
    return re.findall(r"```python\n(.*?)```", readme(package), re.DOTALL)


def run(package: Package, monkeypatch: pytest.MonkeyPatch, *answers: httpx.Response) -> None:
    """Execute the example as it is printed, with answers in place of the server."""
    name = next(each for each in package.load("client").__all__ if not each.startswith("Async"))
    http = httpx.Client(transport=httpx.MockTransport(package._handler(answers)))
    monkeypatch.setattr(package.module, name, partial(getattr(package.module, name), http_client=http))
    exec(compile(blocks(package)[0], "README", "exec"), {})  # noqa: S102 -- what a reader would run


@pytest.mark.parametrize(
    ("more", "arguments", "url"),
    [
        ("", 'base_url="https://api.example.com"', "https://api.example.com/items"),
        ("servers: [{url: /v2}]", 'base_url="https://api.example.com/v2"', "https://api.example.com/v2/items"),
        (
            "servers: [{url: '{protocol}://{host}.test', variables: {protocol: {default: https}, host: {default: a}}}]",
            "",
            "https://a.test/items",
        ),
        ("servers: [{url: 'https://{tenant}.test'}]", 'tenant="my-tenant"', "https://my-tenant.test/items"),
    ],
)
def test_the_example_gives_what_the_server_needs(
    build: Build, monkeypatch: pytest.MonkeyPatch, more: str, arguments: str, url: str
) -> None:
    package = build(document(f"/items: {{get: {{operationId: getItems, tags: [items], {OK}}}}}", more))
    assert f"({arguments}) as client:" in blocks(package)[0]
    assert ("by default the first of those" in readme(package)) == ("base_url" not in arguments)
    run(package, monkeypatch, httpx.Response(200, json={"name": "a"}))
    assert str(package.sent.url) == url


KEYED = """
servers: [{url: "https://shop.test"}]
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key, description: A key}
    token: {type: http, scheme: bearer}
"""
EVERYTHING = f"""
/items:
  get: {{operationId: listItems, x-method: list, tags: [items], security: [{{token: []}}], {PAGED}}}
  post:
    operationId: createItems
    x-method: create
    tags: [items]
    security: [{{key: []}}]
    x-batch-limit: {{items: 10, pointer: ''}}
    requestBody: {{required: true, content: {{application/json: {{schema: {{type: array, items: {{type: string}}}}}}}}}}
    {OK}
/items/{{id}}:
  get:
    operationId: getItem
    x-method: get
    tags: [items]
    parameters:
      - {{name: depth, in: query, description: How deep, schema: {{type: integer, default: 3}}}}
      - {{name: width, in: query, description: How wide; by default 4, schema: {{type: integer, default: 4}}}}
      - {{name: flat, in: query, schema: {{type: boolean, default: false}}}}
    {OK}
/photos/{{id}}:
  get: {{operationId: getPhoto, x-method: get, tags: [photos], {FILE}}}
  put:
    operationId: putPhoto
    x-method: put
    tags: [photos]
    requestBody: {{content: {{image/png: {{schema: {{type: string, format: binary}}}}}}}}
    {OK}
/events/{{id}}:
  get: {{operationId: watchEvents, tags: [events], {EVENTS}}}
  post: {{operationId: writeEvents, tags: [events], {JSON_OR_EVENTS}}}
"""
PAGES = (httpx.Response(200, json={"items": ["a"], "next": "n"}), httpx.Response(200, json={"items": ["b"]}))


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(document(EVERYTHING, KEYED), tmp_path_factory.mktemp("everything"), name="everything") as package:
        yield package


def test_the_example_iterates_over_a_list_with_the_credential_of_that_operation(
    everything: Package, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(everything, monkeypatch, *PAGES)
    assert capsys.readouterr().out == "a\nb\n"
    assert [each.headers["Authorization"] for each in everything.requests] == ["Bearer my-token"] * 2


def test_each_use_of_the_async_client_runs(
    everything: Package, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        kind = request.url.path.split("/")[1]
        return {
            "items": httpx.Response(
                200, json={"items": ["an item"]} if request.url.path == "/items" else {"name": "one"}
            ),
            "photos": httpx.Response(200, text="a line", headers={"Content-Type": "image/png"}),
            "events": httpx.Response(200, text="data: an event\n\n", headers={"Content-Type": "text/event-stream"}),
        }[kind]

    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    client = partial(everything.module.AsyncEverything, http_client=http)
    monkeypatch.setattr(everything.module, "AsyncEverything", client)
    (_, program) = blocks(everything)
    exec(compile(program, "README", "exec"), {})  # noqa: S102 -- what a reader would run
    out = capsys.readouterr().out
    assert [word for word in ("name='one'", "an item", "a line", "an event") if word not in out] == []


def test_the_operations_are_all_methods_of_the_resources(everything: Package) -> None:
    listed = set(re.findall(r"^\| `client\.(\w+)\.(\w+)` \|", readme(everything), re.MULTILINE))
    client: Any = everything.client()
    resources = ("items", "photos", "events")
    assert listed == {
        (name, each) for name in resources for each in dir(getattr(client, name)) if not each.startswith("_")
    }
    assert {("photos", "get_to"), ("photos", "get_stream"), ("items", "create_all")} <= listed


def test_the_notes_are_on_what_a_package_has(everything: Package, build: Build) -> None:
    plain = readme(build(document(f"/items: {{get: {{operationId: getItems, tags: [items], {OK}}}}}")))
    words = (
        "`Pager`",
        "`total`",
        "`.resume(cursor)`",
        "`Stream`",
        "`ByteStream`",
        "`Download`",
        "Upload(",
        "async for",
    )
    assert [word for word in words if word not in readme(everything)] == []
    assert [word for word in words if word in plain] == []


def test_a_stream_is_the_example_where_there_is_nothing_else_and_names_no_other_method(
    build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = build(document(f"/events: {{get: {{operationId: watchEvents, tags: [events], {EVENTS}}}}}"))
    run(package, monkeypatch, httpx.Response(200, text="data: x\n\n", headers={"Content-Type": "text/event-stream"}))
    assert capsys.readouterr().out == "x\n"
    assert "`ByteStream`" not in readme(package)
    assert "`Download`" not in readme(package)


def test_defaults_of_options_are_told(everything: Package) -> None:
    rows = {row.split("`")[1]: row for row in readme(everything).splitlines() if row.startswith("| `")}
    assert "By default 2." in rows["max_retries"]
    assert "By default (0.5, 8.0)." in rows["backoff"]
    assert "by default 30" in rows["timeout"]


def test_the_description_of_a_credential_ends_with_a_period(everything: Package) -> None:
    assert "| A key. It may be a function" in readme(everything)


def test_the_reference_tells_the_default_of_a_parameter_once(everything: Package) -> None:
    text = reference(everything, "items")
    rows = {row.split("`")[1]: row for row in text.splitlines() if row.startswith("| `")}
    assert rows["depth"].endswith("| How deep. The API's default is `3`. |")
    assert rows["width"].endswith("| How wide; by default 4 |")
    assert rows["flat"].endswith("| The API's default is `False`. |")


def test_the_reference_names_what_the_signature_returns(everything: Package) -> None:
    download = "[`Download`](classes/download.md): ok. It is a SavedFile if the target is a path."
    assert "\nReturns `int` or `Stream[ServerSentEvent[str]]`: ok\n" in reference(everything, "events")
    assert f"\nReturns {download}\n" in reference(everything, "photos")

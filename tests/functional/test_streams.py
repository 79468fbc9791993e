"""Methods that return streams: their signatures, what they ask for, and what each kind of response gives."""

import asyncio
import inspect
import json
import typing
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.packages import Package, built

ITEM = "{$ref: '#/components/schemas/Item'}"
EVENT = (
    f"{{type: object, properties: {{data: {{type: string, contentMediaType: application/json, contentSchema: {ITEM}}},"
    " event: {type: string}}}"
)
JSON_OR_EVENTS = f"application/json: {{schema: {ITEM}}}, text/event-stream: {{schema: {ITEM}}}"
OPERATIONS = {
    "get lines": f"application/x-ndjson: {{schema: {ITEM}}}",
    "get anything": "application/jsonl: {}",
    "get sequence": f"application/json-seq: {{itemSchema: {ITEM}}}",
    "get events": f"text/event-stream: {{itemSchema: {EVENT}}}",
    "get texts": "text/event-stream: {schema: {type: string}}",
    "get parts": "multipart/mixed: {}",
    "get typedparts": f"multipart/mixed: {{itemSchema: {ITEM}}}",
    "get either": f"application/json: {{schema: {ITEM}}}, application/jsonl: {{schema: {ITEM}}}",
    "get report": f"application/json: {{schema: {ITEM}}}, text/csv: {{schema: {{type: string}}}}",
    "get text": "text/plain: {schema: {type: string}}",
    "post chat": JSON_OR_EVENTS,
    "post talk": JSON_OR_EVENTS,
    "put ask": JSON_OR_EVENTS,
}
INPUTS = {
    "post chat": "requestBody: {content: {application/json: {schema: {type: object, properties: "
    "{q: {type: string}, stream: {type: [boolean, 'null']}}}}}}",
    "post talk": "requestBody: {content: {application/json: {schema: {type: object, properties: "
    "{stream: {type: boolean, default: true}}}}}}",
    "put ask": "parameters: [{name: stream, in: query, schema: {type: boolean}}]",
}
SPEC = (
    "openapi: 3.1.0\ninfo: {title: Streams, version: '1'}\n"
    "components: {schemas: {Item: {type: object, properties: {n: {type: integer}}}}}\npaths:\n"
) + "".join(
    f"  /{key.split()[1]}:\n    {key.split()[0]}:\n      operationId: {key.split()[1]}\n      tags: [feed]\n"
    f"      {INPUTS.get(key, 'description: no input')}\n"
    f"      responses: {{'200': {{description: ok, content: {{{content}}}}}}}\n"
    for key, content in OPERATIONS.items()
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(SPEC, tmp_path_factory.mktemp("streams")) as made:
        yield made


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> str:
    flavour: str = request.param
    return flavour


def answer(body: bytes, media_type: str) -> httpx.Response:
    return httpx.Response(200, content=body, headers={"content-type": media_type})


def call(package: Package, flavour: str, method: str, response: httpx.Response, /, **arguments: Any) -> Any:
    """What a method returns, a stream as the list of its items."""
    package.requests.clear()
    if flavour == "sync":
        value = getattr(package.client(response, strict=True).feed, method)(**arguments)
        return list(value) if hasattr(value, "__next__") else value

    async def run() -> Any:
        value = await getattr(package.async_client(response, strict=True).feed, method)(**arguments)
        return [item async for item in value] if hasattr(value, "__anext__") else value

    return asyncio.run(run())


PARTS = b'--b\r\nContent-Type: application/json\r\n\r\n{"n":1}\r\n--b--'
LINE, EVENTS = b'{"n":1}\n', b'id: 7\ndata: {"n":1}\n\n'


@pytest.mark.parametrize(
    "row",
    [
        ("lines", LINE, "application/x-ndjson", ["Item(n=1)"]),
        ("lines", LINE, "application/jsonl", ["Item(n=1)"]),
        ("anything", LINE, "application/jsonl", ["{'n': 1}"]),
        ("sequence", b"\x1e" + LINE, "application/json-seq", ["Item(n=1)"]),
        (
            "events",
            EVENTS,
            "text/event-stream",
            ["ServerSentEvent(data=Item(n=1), event='message', id='7', retry=None)"],
        ),
        (
            "texts",
            EVENTS,
            "text/event-stream; charset=utf-8",
            ["ServerSentEvent(data='{\"n\":1}', event='message', id='7', retry=None)"],
        ),
        ("parts", PARTS, "multipart/mixed; boundary=b", ["Content(7 bytes, 'application/json', status=200)"]),
        ("typedparts", PARTS, "multipart/mixed; boundary=b", ["Item(n=1)"]),
    ],
)
def test_each_media_type_gives_its_items(
    package: Package, flavour: str, row: tuple[str, bytes, str, list[str]]
) -> None:
    method, body, media_type, items = row
    assert [repr(item) for item in call(package, flavour, method, answer(body, media_type))] == items


@pytest.mark.parametrize(
    ("method", "arguments", "streams"),
    [
        ("chat", {}, False),
        ("chat", {"stream": False}, False),
        ("chat", {"stream": None}, False),
        ("chat", {"stream": True}, True),
        ("chat", {"body": {"stream": True}}, True),
        ("chat", {"body": {"stream": True}, "stream": False}, False),
        ("chat", {"extra_body": {"stream": True}}, True),
        ("talk", {}, True),
        ("talk", {"stream": True}, True),
        ("talk", {"stream": False}, False),
        ("ask", {}, False),
        ("ask", {"stream": True}, True),
        ("ask", {"stream": False}, False),
    ],
)
def test_an_argument_decides_between_a_stream_and_a_whole_body(
    package: Package, flavour: str, method: str, arguments: dict[str, Any], streams: bool
) -> None:
    response = answer(EVENTS, "text/event-stream") if streams else answer(LINE, "application/json")
    value = call(package, flavour, method, response, **arguments)
    asked = "text/event-stream" if streams else "application/json"
    assert (package.sent.headers["accept"], isinstance(value, list)) == (asked, streams)
    other = answer(LINE, "application/json") if streams else answer(EVENTS, "text/event-stream")
    with pytest.raises(package.module.DecodeError, match="stream was asked for"):
        call(package, flavour, method, other, **arguments)


def test_the_model_of_a_body_decides_too(package: Package, flavour: str) -> None:
    body = package.models.ChatRequest(q="a", stream=True)
    assert call(package, flavour, "chat", answer(EVENTS, "text/event-stream"), body=body)[0].data.n == 1
    assert json.loads(package.sent.content) == {"q": "a", "stream": True}


def test_a_media_type_is_chosen_where_no_argument_decides(package: Package, flavour: str) -> None:
    assert call(package, flavour, "either", answer(LINE, "application/json")).n == 1
    assert package.sent.headers["accept"] == "application/json"
    (item,) = call(package, flavour, "either", answer(LINE, "application/jsonl"), accept="application/jsonl")
    assert (item.n, package.sent.headers["accept"]) == (1, "application/jsonl")


@pytest.mark.parametrize(
    ("method", "results"),
    [
        ("lines", ["Stream[models.Item]"]),
        ("anything", ["Stream[Any]"]),
        ("events", ["Stream[ServerSentEvent[models.Item]]"]),
        ("parts", ["Stream[Content]"]),
        ("typedparts", ["Stream[models.Item]"]),
        ("either", ["models.Item", "Stream[models.Item]"]),
        (
            "chat",
            [
                "Stream[ServerSentEvent[models.Item]] if Literal[True]",
                "models.Item if Literal[False] | None | NotGiven",
                "models.Item | Stream[ServerSentEvent[models.Item]] if bool | None | NotGiven",
            ],
        ),
        (
            "talk",
            [
                "Stream[ServerSentEvent[models.Item]] if Literal[True] | NotGiven",
                "models.Item if Literal[False]",
                "models.Item | Stream[ServerSentEvent[models.Item]] if bool | NotGiven",
            ],
        ),
    ],
)
def test_the_overloads_of_a_method(package: Package, method: str, results: list[str]) -> None:
    resource = package.load("resources.feed")
    for class_, prefix in ((resource.Feed, ""), (resource.AsyncFeed, "Async")):
        function = getattr(class_, method)
        overloads = typing.get_overloads(function) or [function]
        found = []
        for each in overloads:
            signature = inspect.signature(each)
            deciding = signature.parameters.get("stream")
            condition = f" if {deciding.annotation}" if deciding is not None else ""
            found.append(f"{signature.return_annotation}{condition}")
        assert found == [each.replace("Stream[", f"{prefix}Stream[") for each in results]


def test_texts_and_files_have_a_method_that_returns_their_open_body(package: Package, flavour: str) -> None:
    def lines(method: str, response: httpx.Response) -> list[str]:
        package.requests.clear()
        if flavour == "sync":
            with getattr(package.client(response).feed, method)() as body:
                return list(body.iter_lines())

        async def run() -> list[str]:
            async with await getattr(package.async_client(response).feed, method)() as body:
                return [line async for line in body.iter_lines()]

        return asyncio.run(run())

    assert lines("text_stream", answer(b"a\nb", "text/plain")) == ["a", "b"]
    assert lines("report_stream", answer(b"n\r\n1", "text/csv")) == ["n", "1"]
    assert package.sent.headers["accept"] == "text/csv"
    assert not hasattr(package.load("resources.feed").Feed, "lines_stream")


def test_a_stream_is_documented_as_it_is_used(package: Package) -> None:
    reference = (package.folder / "docs" / "feed.md").read_text("utf-8")
    assert "with client.feed.events() as stream:\n    for event in stream:\n        print(event.data)\n" in reference
    assert "with client.feed.lines() as stream:\n    for item in stream:\n        print(item)\n" in reference
    assert 'with client.feed.chat(q="text", stream=True) as stream:\n' in reference
    assert "with client.feed.text_stream() as body:\n    for line in body.iter_lines():\n" in reference

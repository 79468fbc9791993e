"""Streams in the matrix: they are called, their items are compared, and a client that loses one fails."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from channelsmith.config import config_for_document
from channelsmith.conform import streams
from channelsmith.conform.run import conform
from channelsmith.pipeline import generate_package

ITEM: dict[str, Any] = {"type": "object", "properties": {"n": {"type": "integer"}}}
EVENT = {
    "type": "object",
    "properties": {"data": {"type": "string", "contentMediaType": "application/json", "contentSchema": ITEM}},
}


def responses(**content: Any) -> dict[str, Any]:
    return {"200": {"description": "ok", "content": content}}


BODY = {"content": {"application/json": {"schema": {"type": "object", "properties": {"stream": {"type": "boolean"}}}}}}
CHAT = responses(**{"application/json": {"schema": ITEM}, "text/event-stream": {"schema": ITEM}})
PATHS = {
    "/events": {
        "get": {"operationId": "events", "responses": responses(**{"text/event-stream": {"itemSchema": EVENT}})}
    },
    "/lines": {"get": {"operationId": "lines", "responses": responses(**{"application/jsonl": {"itemSchema": ITEM}})}},
    "/parts": {"get": {"operationId": "parts", "responses": responses(**{"multipart/mixed": {"itemSchema": ITEM}})}},
    "/chat": {"post": {"operationId": "chat", "requestBody": BODY, "responses": CHAT}},
}
DOCUMENT = {"openapi": "3.2.0", "info": {"title": "Streams", "version": "1"}, "paths": PATHS}
Judge = Callable[..., Any]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    spec = tmp_path / "streams.json"
    spec.write_text(json.dumps(DOCUMENT), "utf-8")
    config = config_for_document(spec, tmp_path / "made", "streams", ())
    tree, _ = generate_package(config)
    tree.write(config.output)

    def run(mutate: tuple[str, str] = ("", ""), **options: Any) -> Any:
        module = config.output / "src" / config.target.package / "_runtime" / "framing.py"
        text = module.read_text("utf-8")
        assert mutate[0] in text
        module.write_text(text.replace(*mutate, 1), "utf-8")
        return conform(config, **options)

    return run


def test_every_kind_of_stream_conforms(judge: Judge) -> None:
    report = judge(only=["*/documented/*", "*/200*", "*/html/*", "*/truncate/*", "*/503/*"])
    assert list(report.failures) == []
    executed = {result.cell.id for result in report.results if result.verdict == "conforms"}
    expected = {
        f"{name}/{cell}" for name in ("events", "lines", "parts") for cell in ("documented", "200", "html", "503")
    }
    expected |= {"chat/documented", "chat/200", "chat/200/text-event-stream", "chat/html", "lines/truncate"}
    assert {f"{cell}/{flavour}" for cell in expected for flavour in ("sync", "async")} <= executed


def test_a_client_that_loses_an_item_does_not_conform(judge: Judge) -> None:
    loses_the_last = ("return (line for line in self._lines.feed(data) if line.strip())", "return iter(())")
    report = judge(loses_the_last, only=["lines/200*"])
    assert [line.partition(": ")[2] for line in report.failures] == ["the stream has 0 items, the response 2"] * 2


@pytest.mark.parametrize(
    "media_type", ["text/event-stream", "application/jsonl", "application/json-seq", "multipart/mixed"]
)
def test_what_is_written_is_read_again(media_type: str) -> None:
    items: list[Any] = [{"a": "b\n"}, [1, 2], 3]
    content_type, body = streams.write_items(media_type, items)
    assert [streams.parse_item(text) for text in streams.read_items(media_type, content_type, body)] == items
